// Reading 100,000 rows of results from CSV and running them through a plan: time, and memory of the whole process.
import { bundled } from "./population.mjs";

const ROWS = 100_000;

export async function benchActuals() {
  const { readCsv, readActuals, suggestColumns, backTest, sampleScenario } = await bundled("actuals", `export * from "./src/shared/actuals/index.ts"; export { sampleScenario } from "./src/shared/library/index.ts";`);
  const scenario = sampleScenario();
  const [role] = scenario.roles;
  const kpis = role.kpis.filter(({ weight }) => weight > 0);
  const lines = ["Person,Role,KPI,Period,Attainment"];
  for (let person = 0; lines.length <= ROWS; person += 1) {
    for (const kpi of kpis) for (const quarter of [1, 2, 3, 4]) lines.push(`"Person, ${person}",${role.title},${kpi.name},Q${quarter},${60 + ((person * 7 + quarter * 11) % 90)}.5%`);
  }
  const text = lines.slice(0, ROWS + 1).join("\n");
  globalThis.gc?.();
  const started = performance.now();
  const { headers, rows } = readCsv(text);
  const read = readActuals(scenario, headers, rows, suggestColumns(headers));
  const reading = performance.now() - started;
  const { people } = backTest(scenario, read.people, read.periods);
  return { rows: read.rowsUsed, people: people.length, reading, backTest: performance.now() - started - reading, resident: process.memoryUsage().rss / 1e6, bytes: text.length };
}
