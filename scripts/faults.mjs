// Every fault of the fault table with the tests that hold against it. Run: npm run test:faults
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FAULTS, resultOf } from "./fault-table.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = join(root, "out", "test-results", "faults.json");

/** Where the tests are that the table names. */
const TESTS = ["tests/faults", "src/main/host", "src/main/electron/main.test.ts", "src/shared/scenario-file", "src/renderer/state"];

mkdirSync(join(root, "out", "test-results"), { recursive: true });
rmSync(report, { force: true });
const args = ["run", ...TESTS, "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
const vitest = join(root, "node_modules", ".bin", process.platform === "win32" ? "vitest.cmd" : "vitest");
const ran = spawnSync(vitest, args, { cwd: root, stdio: "inherit" });
const tests = JSON.parse(readFileSync(report, "utf8")).testResults.flatMap((file) => file.assertionResults);

console.log("");
let open = 0;
for (const fault of FAULTS) {
  const { holds, text } = resultOf(fault, tests);
  if (!holds) open += 1;
  console.log(`${fault.id.padEnd(4)} ${fault.fault.padEnd(44)} ${fault.holds.padEnd(42)} ${text}`);
}
console.log(`\n${FAULTS.length} faults, ${open} without their proof`);
process.exitCode = open === 0 && ran.status === 0 ? 0 : 1;
