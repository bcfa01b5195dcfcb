/** A cell of a table of results. */

/** As CSV (text) and XLSX (everything else too) have them. */
export type Cell = string | number | boolean | Date | null;

/** A cell as text; a date as in ISO 8601, an empty cell as nothing. */
export function cellText(cell: Cell | undefined): string {
  if (cell == null) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
