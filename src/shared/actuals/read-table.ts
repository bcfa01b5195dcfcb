/** A file of results, whichever of the two kinds it is. */
import { decodeCsv, readCsv } from "./csv.ts";
import { readSheetTable } from "./sheet.ts";
import type { Table } from "./table.ts";

export type TableFile = Table & {
  /** Of a workbook: the sheets with something in them, and the one that was read; none and null of a text. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
};

/**
 * The table of a file: of a sheet where the name ends in .xlsx, else of its text as CSV.
 * @param options `sheet`: its name, by default the first with something in it; `onProgress`: share of the file that is read, 0 to 1
 * @throws NotASheet where the file is neither, or has no such sheet
 */
export function readTable(fileName: string, bytes: Uint8Array, options: { readonly sheet?: string | undefined; readonly onProgress?: (share: number) => void } = {}): TableFile {
  if (/\.xlsx$/i.test(fileName)) return readSheetTable(bytes, options.sheet, options.onProgress);
  return { ...readCsv(decodeCsv(bytes), options.onProgress), sheets: [], sheet: null };
}
