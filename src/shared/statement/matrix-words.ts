/** The table of a matrix in words and money, for a KPI that it pays. */
import type { PlanMatrix } from "../engine/index.ts";
import type { Kpi, Role } from "../model/scenario.ts";
import { say, type StatementSentence } from "./statement.ts";
import { mark, nameOf } from "./subject.ts";
import { listed, share } from "./words.ts";

/** A table of more cells is told by its ends only. */
const MOST_CELLS = 25;

export type MatrixAbout = {
  readonly role: Role;
  readonly kpi: Kpi;
  /** What an amount of the KPI's payout factor is called. */
  readonly amount: (factor: number) => string;
};

/** One sentence for each row of a small table, and what holds between and outside its cells. */
export function matrixSentences(matrix: PlanMatrix, { role, kpi, amount }: MatrixAbout): readonly StatementSentence[] {
  const about = { kpiId: kpi.id };
  const [rowKpi, columnKpi] = [role.kpis[matrix.rows], role.kpis[matrix.columns]];
  const nameAt = (measure: Kpi | undefined): string => (measure === undefined ? "a measure" : nameOf(role, measure));
  const [rowName, columnName] = [nameAt(rowKpi), nameAt(columnKpi)];
  const opening = say(`What it pays is read from a table of ${rowName} and ${columnName}.`, { ...about, opens: true });
  const cells = matrix.factors.flat();
  if (cells.length > MOST_CELLS) {
    const size = `${matrix.rowPlaces.length} by ${matrix.columnPlaces.length} cells`;
    return [opening, say(`The table has ${size} and pays ${amount(Math.min(...cells))} to ${amount(Math.max(...cells))}.`, about)];
  }
  const rows = matrix.factors.map((factors, row) => {
    const paid = factors.map((factor, column) => `${amount(factor)} ${column === 0 ? `with ${columnName} at ${mark(columnKpi, matrix.columnPlaces[0] ?? 0)}` : `at ${share(matrix.columnPlaces[column] ?? 0)}`}`);
    return say(`With ${rowName} at ${mark(rowKpi, matrix.rowPlaces[row] ?? 0)} it pays ${listed(paid)}.`, about);
  });
  const between = matrix.between === "step" ? "Between these marks the lower one counts" : "Between these marks the pay rises and falls in straight lines";
  return [opening, ...rows, say(`${between}; below the first it pays nothing, above the last no more than there.`, about)];
}
