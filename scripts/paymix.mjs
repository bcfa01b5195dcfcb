// The command line in a checkout: bundles src/main/cli and runs it, with paths as the caller sees them.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

// npm runs scripts in the folder of package.json and says in INIT_CWD where it was called.
if (process.env.npm_lifecycle_event === "paymix" && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

const bundle = await build({
  entryPoints: [fileURLToPath(new URL("../src/main/cli/paymix.ts", import.meta.url))],
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "error",
});
// Run from memory: calls at the same time have no file to write over one another's.
await import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString("base64")}`);
