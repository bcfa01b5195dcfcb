/** The command line: the same engine and the same reader without a window. Exit code 0, 1 for a refused file, 2 for a wrong call. */
import { runCommandLine } from "./run.ts";

const answer = await runCommandLine(process.argv.slice(2));
process.stdout.write(answer.output);
process.stderr.write(answer.errors);
process.exitCode = answer.exitCode;
