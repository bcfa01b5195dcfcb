/** A file of results as a table: headers, and rows that know their line. */

/** As CSV (text) and XLSX (everything else too) have them. */
export type Cell = string | number | boolean | Date | null;
/** `line`: of the file as an editor counts it, or the row of the sheet; the first is 1. */
export type Row = { readonly line: number; readonly cells: readonly Cell[] };
export type Table = { readonly headers: readonly string[]; readonly rows: readonly Row[]; readonly problems: readonly TableProblem[] };

/** What is wrong with one place of the file. */
export type TableProblem = { readonly line: number; readonly column: string | null; readonly message: string };

/** A table from rows of which the first has the headers; rows without anything in them are left out. */
export function tableOf(rows: readonly Row[], problems: readonly TableProblem[] = []): Table {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ""));
  const [head, ...rest] = filled;
  return { headers: (head?.cells ?? []).map((cell) => cellText(cell).trim()), rows: rest, problems };
}

/** A cell as text; a date as in ISO 8601, an empty cell as nothing. */
export function cellText(cell: Cell | undefined): string {
  if (cell == null) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
