/** All that could not be used of a file of results, as one list and as text. */
import type { Actuals } from "./read-actuals.ts";
import type { Table, TableProblem } from "./table.ts";

/** Every row that cannot be used and everybody who is left out, by line. */
export function allProblems({ problems: ofTable }: Pick<Table, "problems">, { problems, incomplete }: Actuals): readonly TableProblem[] {
  const leftOut = incomplete.map(({ line, person, role, missing, rows, paidAs }): TableProblem => {
    const rest = paidAs.length === 0 ? "" : ` The rest of the year is paid, as ${paidAs.join(" and ")}; this part of it is not.`;
    return { line, column: null, message: `${person} is left out as ${role} with ${rows === 1 ? "one row" : `${rows} rows`}: no result for ${missing.join(", ")}.${rest}`, value: person };
  });
  return [...ofTable, ...problems, ...leftOut].sort((one, other) => one.line - other.line);
}

/** One line each: number of the line, column, what is wrong, and what stands there; apart by tabs. Control characters are replaced. */
export function problemsText(problems: readonly TableProblem[]): string {
  return problems.map(({ line, column, message, value }) => `${[String(line), column ?? "", message, value].map((cell) => cell.replaceAll(/\p{C}/gu, "\uFFFD")).join("\t")}\n`).join("");
}
