/** The command line: the same engine and the same reader without a window. Exit code 0, 1 for a refused file, 2 for a wrong call. */
import { runCommandLine } from "./run.ts";

// Whoever reads the output may have enough of it: `paymix evaluate plan.paymix | head -3`.
process.stdout.on("error", () => process.exit());
try {
  const answer = await runCommandLine(process.argv.slice(2));
  process.stderr.write(answer.errors);
  process.stdout.write(answer.output);
  process.exitCode = answer.exitCode;
} catch (error) {
  process.stderr.write(`paymix failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
