/** A file of results as a table: headers, and rows that know their line. */
import { cellText, type Cell } from "./cell.ts";
import { headerPlaceOf } from "./header-row.ts";

/** `line`: of the file as an editor counts it, or the row of the sheet; the first is 1. */
export type Row = { readonly line: number; readonly cells: readonly Cell[] };
export type Table = {
  readonly headers: readonly string[];
  /** Line of the headers; what stands above them is not read. */
  readonly headerLine: number;
  /** Whether a row with something in it stands above the headers. */
  readonly hasTitle: boolean;
  readonly rows: readonly Row[];
  readonly problems: readonly TableProblem[];
};

/** What is wrong with one place of the file. `value`: what stands there, as text. */
export type TableProblem = { readonly line: number; readonly column: string | null; readonly message: string; readonly value: string };

/**
 * A table from rows; those without anything in them are left out, and those above the headers.
 * @param columns that need a header, though it may be empty; absent: as many as the row of the headers has
 */
export function tableOf(rows: readonly Row[], columns = 0): Table {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ""));
  const place = headerPlaceOf(filled.map(({ cells }) => cells));
  const head = filled[place];
  const headers = Array.from({ length: Math.max(columns, head?.cells.length ?? 0) }, (_, at) => cellText(head?.cells[at]).trim());
  return { headers, headerLine: head?.line ?? 1, hasTitle: place > 0, rows: filled.slice(place + 1), problems: [] };
}
