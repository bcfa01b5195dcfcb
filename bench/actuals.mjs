// 100,000 rows of results, as CSV and as a workbook, read and run through a plan: time, and the most memory of a process that does nothing else.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { bundled } from "./population.mjs";

const ROWS = 100_000;
const reader = fileURLToPath(new URL("actuals-reader.mjs", import.meta.url));
const module = fileURLToPath(new URL("../out/bench/actuals.mjs", import.meta.url));

/** Of each kind of file the milliseconds of reading and of running it through the sample, and megabytes. */
export async function benchActuals() {
  const { sampleScenario } = await bundled("actuals", `export * from "./src/shared/actuals/index.ts"; export { sampleScenario } from "./src/shared/library/index.ts";`);
  const { workbook } = await bundled("workbook", `export { workbook } from "./tests/helpers/workbook.ts";`);
  const rows = rowsOf(sampleScenario());
  const folder = await mkdtemp(join(tmpdir(), "paymix-bench-"));
  const files = { "results.csv": rows.map(([person, ...rest]) => [`"${person}"`, ...rest].join(",")).join("\n"), "results.xlsx": workbook(rows) };
  const measured = [];
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
    const { stdout } = await promisify(execFile)(process.execPath, [reader, module, join(folder, name)]);
    measured.push({ name, bytes: content.length, ...JSON.parse(stdout) });
  }
  await rm(folder, { recursive: true });
  return measured;
}

function rowsOf({ roles: [role] }) {
  const kpis = role.kpis.filter(({ weight }) => weight > 0);
  const rows = [["Person", "Role", "KPI", "Period", "Attainment"]];
  for (let person = 0; rows.length <= ROWS; person += 1) {
    for (const kpi of kpis) for (const quarter of [1, 2, 3, 4]) rows.push([`Person, ${person}`, role.title, kpi.name, `Q${quarter}`, (60.5 + ((person * 7 + quarter * 11) % 90)) / 100]);
  }
  return rows.slice(0, ROWS + 1);
}
