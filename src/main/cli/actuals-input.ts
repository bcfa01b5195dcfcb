/** `--actuals results.csv`: last year's results for `compare`. */
import { readFile } from "node:fs/promises";
import { NotASheet, mappingProblems, readActuals, readTable, suggestColumns, type Actuals, type Table } from "#shared/actuals/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";

type ActualsInput = { readonly ok: true; readonly actuals: Actuals; readonly warnings: string } | { readonly ok: false; readonly message: string };

/** Lines of bad rows that are printed; the answer counts all. */
const SHOWN = 20;

/** Columns are found by their headers. Rows that cannot be used are named on standard error, the others are used. */
export async function actualsInput(path: string, scenario: Scenario, decimal?: string): Promise<ActualsInput> {
  if (decimal !== undefined && decimal !== "point" && decimal !== "comma") return { ok: false, message: `--decimal is “${decimal}”; it is point or comma.\n` };
  let table: Table;
  try {
    table = await readTable(path, new Uint8Array(await readFile(path)));
  } catch (error) {
    return { ok: false, message: `${path}: ${error instanceof NotASheet ? error.message : "There is no such file, or it cannot be read."}\n` };
  }
  const mapping = suggestColumns(table.headers);
  const missing = mappingProblems(mapping);
  if (missing.length > 0) return { ok: false, message: missing.map((sentence) => `${path}: ${sentence.replace("Choose the column", "There is no column")}\n`).join("") };
  const actuals = readActuals(scenario, table.headers, table.rows, mapping, { decimal: decimal === undefined ? "auto" : decimal === "point" ? "." : "," });
  if (actuals.undecided !== null) return { ok: false, message: `${path}: “${actuals.undecided}” may have a decimal point or a decimal comma, and the file does not tell: say which with --decimal point or --decimal comma.\n` };
  const bad = [...table.problems, ...actuals.problems];
  const count = table.problems.length + actuals.problemCount;
  const lines = bad.slice(0, SHOWN).map(({ line, column, message }) => `${path}, line ${line}${column === null ? "" : `, ${column}`}: ${message}\n`);
  const left = actuals.incomplete.slice(0, SHOWN).map(({ person, missing: kpis }) => `${path}: ${person} is left out, without a result for ${kpis.join(", ")}.\n`);
  const warnings = [...lines, ...(count > SHOWN ? [`${path}: ${count - SHOWN} more rows are not used.\n`] : []), ...left].join("");
  if (actuals.people.length === 0) return { ok: false, message: `${warnings}${path}: No row of it can be used.\n` };
  return { ok: true, actuals, warnings };
}
