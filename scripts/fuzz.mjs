// Mutated files through the reader and the engine, a part of them on each core. Run: npm run test:fuzz -- [files] [seed]
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = join(root, "out", "fuzz", "reader.mjs");
mkdirSync(join(root, "out", "fuzz"), { recursive: true });
// Beside the sources: the fixture is found from there.
await build({ entryPoints: [join(root, "tests", "fuzz", "reader.ts")], bundle: true, format: "esm", platform: "node", target: "node20", alias: { "#shared": join(root, "src", "shared") }, outfile, define: { "import.meta.url": JSON.stringify(pathToFileURL(join(root, "tests", "helpers", "changed-fixture.ts")).href) }, logLevel: "warning" });
const reader = pathToFileURL(outfile).href;
const { outcomeOfAll } = await import(reader);

const [count = "100000", seed = "20260101"] = process.argv.slice(2);
const cores = availableParallelism();
const borders = Array.from({ length: cores + 1 }, (_, part) => Math.floor((Number(count) * part) / cores));
const started = performance.now();
const parts = await Promise.all(borders.slice(1).map((to, part) => outcomeOf({ reader, from: borders[part], to, seed: Number(seed) })));
const { files, accepted, simulated, slowest, faults } = outcomeOfAll(parts);
if (files !== Number(count)) faults.push(`${files} of ${count} files were tried`);
for (const fault of faults.slice(0, 20)) console.log(fault);
console.log(`${files.toLocaleString("en-US")} mutated files, seed ${seed}: ${accepted.toLocaleString("en-US")} accepted (${(100 * accepted / files).toFixed(1)}%; written and read again, calculated, ${simulated.toLocaleString("en-US")} of them simulated), the others refused with their problems; slowest ${slowest.toFixed(0)} ms; ${((performance.now() - started) / 1_000).toFixed(0)} s in all`);
console.log(`${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** One that ends without an outcome fails everything. */
function outcomeOf(part) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("fuzz-part.mjs", import.meta.url), { workerData: part });
    worker.on("message", resolve);
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error(`Files ${part.from} to ${part.to - 1} ended without an outcome.`)));
  });
}
