// What the product is built of, and whether what is in out/ was built from the sources as they are now.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createModuleGraph } from "./module-graph.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
export const out = join(root, "out");

const SOURCES = ["src/main", "src/renderer", "src/shared", "assets", "scripts/bundles.mjs", "scripts/module-graph.mjs", "vite.config.ts", "package.json", "package-lock.json"];
const STAMP = join(out, "built.json");
const ELECTRON = { platform: "node", format: "cjs", target: "node22", external: ["electron"] };
/** Of the page: the same browsers as in vite.config.ts. */
const BROWSERS = ["chrome123", "firefox120", "safari17.5"];

/** @type {readonly import("esbuild").BuildOptions[]} */
const BUNDLES = [
  { entryPoints: ["src/main/electron/main.ts"], outfile: "electron/main.cjs", ...ELECTRON },
  { entryPoints: ["src/main/electron/preload.ts"], outfile: "electron/preload.cjs", ...ELECTRON },
  { entryPoints: ["src/main/loopback/main.ts"], outfile: "loopback/main.mjs", platform: "node", format: "esm", target: "node20" },
  { entryPoints: ["src/main/loopback/page/bridge.ts"], outfile: "loopback/page/bridge.js", platform: "browser", format: "iife", target: BROWSERS },
  { entryPoints: ["src/main/loopback/page/bridge.css"], outfile: "loopback/page/bridge.css", target: BROWSERS },
];
/** The command line, which a checkout bundles whenever it runs. */
export const COMMAND_LINE = { entryPoints: [join(root, "src", "main", "cli", "paymix.ts")], bundle: true, write: false, format: "esm", platform: "node", target: "node20", logLevel: "error" };
const FOLDERS = ["electron", "loopback", "renderer"];

/**
 * Builds everything beside what is there and then puts it in its place, so that nobody meets half a build.
 * @param {{ minify: boolean }} options
 */
export async function build({ minify }) {
  // Loaded here, because a start that finds everything built does without them.
  const [{ build: bundle }, { build: buildPage }] = await Promise.all([import("esbuild"), import("vite")]);
  const stage = join(out, `stage-${process.pid}`);
  const sources = fingerprint();
  const graph = createModuleGraph(root);
  mkdirSync(stage, { recursive: true });
  try {
    await Promise.all([
      ...BUNDLES.map(async (each) => {
        const { metafile } = await bundle({ ...each, outfile: join(stage, each.outfile), absWorkingDir: root, bundle: true, minify, metafile: true, legalComments: "none", logLevel: "error" });
        graph.addMetafile(each.outfile, metafile);
      }),
      buildPage({
        root: join(root, "src", "renderer"),
        configFile: join(root, "vite.config.ts"),
        logLevel: "warn",
        plugins: [graph.plugin],
        worker: { plugins: () => [graph.plugin] },
        build: { outDir: join(stage, "renderer"), emptyOutDir: true, minify },
      }),
    ]);
    for (const folder of FOLDERS) {
      rmSync(join(out, folder), { recursive: true, force: true });
      renameSync(join(stage, folder), join(out, folder));
    }
    writeFileSync(STAMP, JSON.stringify({ sources, modules: graph.modules() }));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Whether out/ holds a build of the sources as they are. */
export function isBuilt() {
  if (!existsSync(STAMP) || FOLDERS.some((folder) => !existsSync(join(out, folder)))) return false;
  return JSON.parse(readFileSync(STAMP, "utf8")).sources === fingerprint();
}

/** The modules in each built file of out/, as module-graph.mjs describes them. */
export function builtModules() {
  return JSON.parse(readFileSync(STAMP, "utf8")).modules;
}

/** Changes with every source that is added, changed or removed. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap((source) => filesOf(join(root, source))).sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
}

/** Sizes of what was built, largest first. */
export function builtSizes() {
  return FOLDERS.flatMap((folder) => filesOf(join(out, folder)))
    .map((path) => ({ path: path.slice(out.length + 1), bytes: statSync(path).size }))
    .sort((one, other) => other.bytes - one.bytes);
}
