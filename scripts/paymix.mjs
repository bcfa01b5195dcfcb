// The command line in a checkout: bundles src/main/cli and runs it, with paths as the caller sees them.
import { build } from "esbuild";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = join(root, "out", "cli", "paymix.mjs");

await build({
  entryPoints: [join(root, "src", "main", "cli", "paymix.ts")],
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  outfile,
  logLevel: "error",
});
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(outfile).href);
