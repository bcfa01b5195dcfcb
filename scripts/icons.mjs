// Draws the icons in assets/icons/ from their SVG sources, in every size the systems ask for. Run after a source changed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findOrInstallChromium } from "./chromium.mjs";
import { icns, ico, ICNS_SIZES, ICO_SIZES, PNG_SIZES } from "./icon-files.mjs";

const assets = fileURLToPath(new URL("../assets", import.meta.url));
const icons = join(assets, "icons");
/** Smaller than this the drawing is a simpler one. */
const SMALL = 32;

const source = (path) => readFileSync(join(assets, path), "utf8");
const APP = { large: source("icon.svg"), small: source("icons/app-small.svg") };
const DOCUMENT = { large: source("icons/document.svg"), small: source("icons/document-small.svg") };

const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
const page = await browser.newPage();

/** @param {number} share of the side that the drawing takes: icons of macOS leave a margin */
async function drawn({ large, small }, size, share = 1) {
  const side = Math.round(size * share);
  const svg = (size <= SMALL ? small : large).replace("<svg ", `<svg width="${side}" height="${side}" style="display:block" `);
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<body style="margin:0;display:grid;place-content:center;height:${size}px">${svg}</body>`);
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
}

async function every(sizes, drawing, share) {
  const pictures = new Map();
  for (const size of sizes) pictures.set(size, await drawn(drawing, size, share));
  return pictures;
}

mkdirSync(join(icons, "app"), { recursive: true });
for (const [size, png] of await every(PNG_SIZES, APP)) writeFileSync(join(icons, "app", `${size}x${size}.png`), png);
writeFileSync(join(icons, "app.ico"), ico(await every(ICO_SIZES, APP)));
writeFileSync(join(icons, "app.icns"), icns(await every(ICNS_SIZES, APP, 824 / 1024)));
writeFileSync(join(icons, "document.ico"), ico(await every(ICO_SIZES, DOCUMENT)));
writeFileSync(join(icons, "document.icns"), icns(await every(ICNS_SIZES, DOCUMENT)));
await browser.close();
