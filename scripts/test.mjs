// Everything that decides whether Paymix is sound: types, lint, layers, unit, property and fault tests, a production build,
// and the end-to-end tests in a real Chromium. Prints what it could not exercise, then "N passed, N failed".
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findOrInstallChromium } from "./chromium.mjs";
import { electronRuntime } from "./electron-runtime.mjs";
import { networkNamespace } from "./network-namespace.mjs";
import { NEVER_RUN, WITHOUT_RUNTIME } from "./not-run.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const results = join(root, "out", "test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** @type {{ name: string, passed: number, failed: number, notRun: { what: string, why: string }[] }[]} */
const parts = [];
/** @type {{ what: string, why: string }[]} */
const notRun = [];

function run(command, args, env = {}) {
  return spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } }).status === 0;
}

function tool(name) {
  return join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
}

/** A check that passes or fails as a whole. */
function check(name, command, args) {
  console.log(`\n── ${name}`);
  const passed = run(command, args);
  parts.push({ name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, notRun: [] });
  return passed;
}

/** Checks at the same time, each of which passes or fails as a whole: what one said is printed once it ends. */
async function checks(commands) {
  await Promise.all(
    commands.map(async ([name, command, args]) => {
      const { passed, said } = await ran(command, args);
      console.log(`\n── ${name}`);
      process.stdout.write(said);
      parts.push({ name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, notRun: [] });
    }),
  );
}

function ran(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => said.push(data));
    child.on("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on("close", (code) => resolve({ passed: code === 0, said: Buffer.concat(said) }));
  });
}

/** What this machine lacks is a failure where every tool is required, else it is said. */
function missing(what, why) {
  if (process.env.PAYMIX_ALL_TOOLS === "1") parts.push({ name: `${what}: ${why}`, passed: 0, failed: 1, notRun: [] });
  else notRun.push({ what, why });
}

/** A runner that counts. One that fails without a failed test (or without any test) counts as one failure. */
function suite(name, command, args, report, read, env = {}) {
  console.log(`\n── ${name}`);
  const ok = run(command, args, env);
  const counted = existsSync(report) ? read(JSON.parse(readFileSync(report, "utf8"))) : { passed: 0, failed: 0, notRun: [] };
  const failed = counted.failed === 0 && (!ok || counted.passed === 0) ? 1 : counted.failed;
  parts.push({ name, ...counted, failed });
}

function readVitest(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"));
  return {
    passed: tests.filter((test) => test.status === "passed").length,
    failed: tests.filter((test) => test.status === "failed").length + broken.length,
    notRun: tests
      .filter((test) => test.status === "pending" || test.status === "skipped" || test.status === "todo")
      .map((test) => ({ what: test.fullName, why: test.meta?.notRun ?? "skipped without a reason" })),
  };
}

function readPlaywright(report) {
  const notRun = Array.from({ length: report.stats.skipped }, () => ({ what: "an end-to-end test", why: "skipped without a reason" }));
  return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky, notRun };
}

await checks([
  ["types", tool("tsc"), ["--build", "--pretty", "false"]],
  ["lint", tool("eslint"), [".", "--max-warnings", "0"]],
  ["layers", tool("depcruise"), ["--config", ".dependency-cruiser.cjs", "src", "tests", "scripts", "bench"]],
]);

const unitReport = join(results, "unit.json");
suite("unit, property and fault tests", tool("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`], unitReport, readVitest);

check("100,000 mutated files through the reader and the engine", process.execPath, ["scripts/fuzz.mjs"]);

const desktop = electronRuntime() !== null;
if (check("production build", process.execPath, ["scripts/build.mjs"])) {
  const packed = join(results, "packaged.json");
  suite("packed archive", tool("vitest"), ["run", "--config", "vitest.packaged.config.ts", "--reporter=default", "--reporter=json", `--outputFile.json=${packed}`], packed, readVitest);

  const licences = join(results, "licences.json");
  suite("what ships, and its licences", process.execPath, ["scripts/licences.mjs", "--check", "--report", licences], licences, (report) => report);

  const chromium = findOrInstallChromium();
  const report = join(results, "e2e.json");
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, PAYMIX_CHROMIUM: chromium, PAYMIX_DESKTOP: desktop ? "1" : "" };
  const e2e = { command: tool("playwright"), args: ["test", "--reporter=list,json"] };
  const namespace = networkNamespace();
  if ("why" in namespace) {
    missing("that the app works without any network", namespace.why);
    suite("end to end", e2e.command, e2e.args, report, readPlaywright, env);
  } else {
    const { command, args } = namespace.inside(e2e.command, e2e.args);
    suite("end to end, without a network", command, args, report, readPlaywright, { ...env, ...namespace.env });
  }
}
if (!desktop) notRun.push(...WITHOUT_RUNTIME);
notRun.push(...NEVER_RUN);
if (process.platform !== "win32") notRun.push({ what: "Windows behaviour", why: "this is another system" });
if (process.platform !== "darwin") notRun.push({ what: "macOS behaviour", why: "this is another system" });

const skipped = [...parts.flatMap((part) => part.notRun), ...notRun];
const unexplained = skipped.filter((each) => each.why === "skipped without a reason");
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0) + unexplained.length;

console.log("");
for (const part of parts) console.log(`${part.failed === 0 ? "ok " : "NOT OK"} ${part.name}: ${part.passed} passed, ${part.failed} failed`);
for (const each of unexplained) console.log(`NOT OK ${each.what}: ${each.why}`);
console.log(`${skipped.length} not exercised: ${skipped.map((each) => `${each.what} (${each.why})`).join("; ")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
