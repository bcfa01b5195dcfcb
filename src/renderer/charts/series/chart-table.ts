/** The numbers of a chart as a table, and as text for a spreadsheet. */
import { pasteableCell } from "#shared/report/pasteable.ts";

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

/** Titles, rows, footer and notes, separated by tabs, as spreadsheets take them. */
export function tableText({ columns, rows, footer, notes = [] }: ChartTable): string {
  return [columns.map(({ title }) => title), ...rows, ...(footer === undefined ? [] : [[footer]]), ...notes.map((note) => [note])].map((cells) => cells.map(pasteableCell).join("\t")).join("\n");
}
