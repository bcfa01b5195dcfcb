/** A sheet of an Excel workbook as a table. */
import { readSheet } from "read-excel-file/universal";
import type { Cell } from "./cell.ts";
import { tableOf, type Table } from "./table.ts";
import { NO_WORKBOOK, NoSuchSheet, NotASheet, openWorkbook } from "./workbook.ts";

export type SheetTable = Table & {
  /** Names of the sheets with something in them. */
  readonly sheets: readonly string[];
  /** The one that was read. */
  readonly sheet: string;
};

/** Unfolding is about this share of the work. */
const UNFOLDED = 0.1;
/** Numbers between two reports of how far reading is. */
const REPORT = 2_000;

/**
 * Reads a sheet: dates are dates, numbers numbers, empty cells null. Rows count from 1 as the sheet shows them.
 * @param sheet its name; absent: the first with something in it
 * @param onProgress share that is read, 0 to 1; counted by numbers, so that a sheet of texts alone goes from a tenth to all
 * @throws NotASheet for anything that is no .xlsx workbook, NoSuchSheet where it has no such sheet
 */
export async function readSheetTable(bytes: Uint8Array, sheet?: string, onProgress: (share: number) => void = () => undefined): Promise<SheetTable> {
  const { sheets, name, numbers, alone } = chosen(bytes, sheet);
  onProgress(UNFOLDED);
  let seen = 0;
  const parseNumber = (text: string): number => {
    seen += 1;
    if (seen % REPORT === 0) onProgress(UNFOLDED + (1 - UNFOLDED) * Math.min(1, seen / numbers));
    return Number(text);
  };
  const rows = await readSheet(alone, name, { parseNumber }).catch(() => {
    throw new NotASheet(NO_WORKBOOK);
  });
  return { ...tableOf(rows.map((cells, index) => ({ line: index + 1, cells: isPlain(cells) ? cells : [] }))), sheets, sheet: name };
}

/** What of a workbook is read; nothing else of it is held on to. */
function chosen(bytes: Uint8Array, sheet: string | undefined): { readonly sheets: readonly string[]; readonly name: string; readonly numbers: number; readonly alone: ArrayBuffer } {
  const { sheets, numbersIn, only } = openWorkbook(bytes);
  const name = sheet ?? sheets[0];
  if (name === undefined) throw new NotASheet(NO_WORKBOOK);
  if (!sheets.includes(name)) throw new NoSuchSheet(`There is no sheet “${name}” with rows in it; there is ${sheets.map((each) => `“${each}”`).join(", ")}.`);
  return { sheets, name, numbers: numbersIn(name), alone: only(name) };
}

/** Whether a row has values alone: the types of the reader allow kinds of values too, which it never gives. */
function isPlain(cells: readonly unknown[]): cells is readonly Cell[] {
  return cells.every((cell) => typeof cell !== "function");
}
