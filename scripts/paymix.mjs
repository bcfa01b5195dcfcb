// The command line in a checkout: bundles src/main/cli and runs it, with paths as the caller sees them.
import { build } from "esbuild";
import { COMMAND_LINE } from "./bundles.mjs";

// npm runs scripts in the folder of package.json and says in INIT_CWD where it was called.
if (process.env.npm_lifecycle_event === "paymix" && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

const bundle = await build(COMMAND_LINE);
// Run from memory: calls at the same time have no file to write over one another's.
await import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString("base64")}`);
