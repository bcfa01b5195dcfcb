// The production build of both shells, and what it weighs.
import { build, builtSizes } from "./bundles.mjs";

const started = performance.now();
await build({ minify: true });
const sizes = builtSizes();
for (const { path, bytes } of sizes) console.log(`${kilobytes(bytes)}  ${path}`);
console.log(`${kilobytes(sizes.reduce((sum, { bytes }) => sum + bytes, 0))}  in all, built in ${((performance.now() - started) / 1000).toFixed(1)} s`);

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
}
