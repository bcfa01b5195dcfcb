// Writes the command line as one file, for tests that call it hundreds of times. Run: node scripts/bundle-command-line.mjs FILE
import { build } from "esbuild";
import { COMMAND_LINE } from "./bundles.mjs";

const [outfile] = process.argv.slice(2);
await build({ ...COMMAND_LINE, write: true, outfile });
