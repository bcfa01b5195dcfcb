/** The numbers of a chart as a table, and as text for a spreadsheet. */

export type ChartColumn = { readonly title: string; readonly kind: "text" | "figure" };

export type ChartTable = {
  /** Says what is in it, with its unit. */
  readonly caption: string;
  readonly columns: readonly ChartColumn[];
  /** One text for each column. */
  readonly rows: readonly (readonly string[])[];
  /** One quiet line under the rows, for what belongs to none of them. */
  readonly footer?: string;
  /** Lines under the table. */
  readonly notes?: readonly string[];
};

/** A cell that stays one cell wherever it is pasted, and is never taken for a formula. */
function pasteable(cell: string): string {
  const flat = cell.replace(/[\t\r\n]+/g, " ");
  return /^[=+@]/.test(flat) ? `'${flat}` : flat;
}

/** Titles, rows, footer and notes, separated by tabs, as spreadsheets take them. */
export function tableText({ columns, rows, footer, notes = [] }: ChartTable): string {
  return [columns.map(({ title }) => title), ...rows, ...(footer === undefined ? [] : [[footer]]), ...notes.map((note) => [note])].map((cells) => cells.map(pasteable).join("\t")).join("\n");
}
