// What a slider move costs in the Design and the Cost place in Chromium, and what of it the charts cost: the same page with its charts
// replaced by nothing, in the same run.
import { chromium } from "@playwright/test";
import { createServer } from "node:http";
import { readFileSync, existsSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { findOrInstallChromium } from "../scripts/chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const STEPS = 200;
const REPETITIONS = 3;
/** A step that is not painted within this long, ms, is felt as dropped (RAIL: a response within 100 ms). */
const PATIENCE = 100;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };
const CHARTS = /\/charts\/(PayoutChart|CostChart|CurveThumbnail|YearlyCostChart|TornadoChart)\.tsx$/;

/** Stands in for each chart component: the page is the same, drawn without them. */
const withoutCharts = {
  name: "without-charts",
  enforce: "pre",
  resolveId(source) {
    const found = CHARTS.exec(`/charts/${source.split("/charts/")[1] ?? ""}`);
    return found === null ? null : `\0no-chart:${found[1]}`;
  },
  load(id) {
    return id.startsWith("\0no-chart:") ? `export function ${id.slice("\0no-chart:".length)}() { return null; }` : null;
  },
};

async function buildPage(name, plugins) {
  const outDir = join(root, "out", "bench", name);
  await build({
    root: join(root, "bench", "page"),
    configFile: false,
    logLevel: "error",
    plugins: [...plugins, react()],
    build: { outDir, emptyOutDir: true, minify: true, target: "chrome123", chunkSizeWarningLimit: 2_000 },
  });
  return outDir;
}

function serve(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, request.url === "/" ? "index.html" : (request.url ?? "").split("?")[0]);
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(readFileSync(path));
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready({ url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() })));
}

const DRAGS = [
  { name: "split", place: "Design", slider: "Split of base to incentive" },
  { name: "weight", place: "Design", slider: "Weight of Sourced revenue" },
  { name: "average attainment", place: "Cost", slider: "Average, slider" },
  { name: "spread", place: "Cost", slider: "Spread, slider" },
];

/** Drags a slider to and fro, each step after the previous one is painted. */
async function drag(page, cdp, slider) {
  const box = await page.getByRole("slider", { name: slider, exact: true }).boundingBox();
  const y = box.y + box.height / 2;
  const at = (step) => box.x + box.width * (0.3 + 0.25 * Math.abs(((step * 3) % 100) / 50 - 1));
  await page.mouse.move(at(0), y);
  await page.mouse.down();
  for (let step = 0; step < 20; step += 1) await moveAndWait(page, at(step), y);
  await page.evaluate(() => void (window.__paints = []));
  const before = await metrics(cdp);
  for (let step = 0; step < STEPS; step += 1) await moveAndWait(page, at(step + 1), y);
  const after = await metrics(cdp);
  const paints = (await page.evaluate(() => window.__paints)).sort((a, b) => a - b);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  return {
    work: ((after.TaskDuration - before.TaskDuration) * 1_000) / STEPS,
    script: ((after.ScriptDuration - before.ScriptDuration) * 1_000) / STEPS,
    dropped: STEPS - paints.filter((took) => took <= PATIENCE).length,
    paint: { median: paints[Math.floor(paints.length / 2)] ?? NaN, p95: paints[Math.floor(paints.length * 0.95)] ?? NaN },
  };
}

async function moveAndWait(page, x, y) {
  await page.mouse.move(x, y);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function metrics(cdp) {
  const { metrics: all } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}

async function measure(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    window.__paints = [];
    window.addEventListener(
      "pointermove",
      (event) => {
        const began = event.timeStamp;
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => window.__paints.push(performance.now() - began);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  await page.goto(url);
  await page.getByRole("slider", { name: DRAGS[0].slider }).waitFor();
  await page.waitForTimeout(500);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const results = [];
  for (const { place, slider } of DRAGS) {
    await page.getByRole("radiogroup", { name: "Place" }).getByRole("radio", { name: place }).check();
    await page.getByRole("slider", { name: slider, exact: true }).waitFor();
    // Simulated years of the place are there before anything moves.
    await page.waitForTimeout(1_000);
    results.push(await drag(page, cdp, slider));
  }
  await page.close();
  return results;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function middleOf(runs) {
  return {
    work: median(runs.map((run) => run.work)),
    script: median(runs.map((run) => run.script)),
    dropped: median(runs.map((run) => run.dropped)),
    paint: { median: median(runs.map((run) => run.paint.median)), p95: median(runs.map((run) => run.paint.p95)) },
  };
}

/** For each drag: the page with its charts and without, the middle of interleaved repetitions. */
export async function benchDesign() {
  const folders = [await buildPage("with-charts", []), await buildPage("without-charts", [withoutCharts])];
  const servers = await Promise.all(folders.map(serve));
  const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  const runs = [[], []];
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    for (const [index, server] of servers.entries()) runs[index].push(await measure(browser, server.url));
  }
  await browser.close();
  for (const server of servers) server.stop();
  return DRAGS.map(({ name }, index) => ({
    name,
    steps: STEPS,
    patience: PATIENCE,
    withCharts: { name: "with charts", ...middleOf(runs[0].map((run) => run[index])) },
    withoutCharts: { name: "without charts", ...middleOf(runs[1].map((run) => run[index])) },
  }));
}
