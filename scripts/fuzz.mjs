// Mutated files through the reader and the engine. Run: npm run test:fuzz -- [files] [seed]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = join(root, "out", "fuzz", "reader.mjs");
mkdirSync(join(root, "out", "fuzz"), { recursive: true });
// Beside the sources: the fixture is found from there.
await build({ entryPoints: [join(root, "tests", "fuzz", "reader.ts")], bundle: true, format: "esm", platform: "node", target: "node20", alias: { "#shared": join(root, "src", "shared") }, outfile, define: { "import.meta.url": JSON.stringify(pathToFileURL(join(root, "tests", "helpers", "changed-fixture.ts")).href) }, logLevel: "warning" });
const { fuzzReader } = await import(pathToFileURL(outfile).href);

const [count = "100000", seed = "20260101"] = process.argv.slice(2);
const started = performance.now();
const { files, accepted, simulated, slowest, faults } = fuzzReader(Number(count), Number(seed), () => performance.now());
for (const fault of faults.slice(0, 20)) console.log(fault);
console.log(`${files.toLocaleString("en-US")} mutated files, seed ${seed}: ${accepted.toLocaleString("en-US")} accepted (${(100 * accepted / files).toFixed(1)}%; written and read again, calculated, ${simulated.toLocaleString("en-US")} of them simulated), the others refused with their problems; slowest ${slowest.toFixed(0)} ms; ${((performance.now() - started) / 1_000).toFixed(0)} s in all`);
console.log(`${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
