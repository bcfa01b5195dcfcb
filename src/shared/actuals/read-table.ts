/** A file of results, whichever of the two kinds it is. */
import { decodeCsv, readCsv } from "./csv.ts";
import { readSheetTable } from "./sheet.ts";
import type { Table } from "./table.ts";

/**
 * The table of a file: of its first sheet where the name ends in .xlsx, else of its text as CSV.
 * @param onProgress share of the file that is read, 0 to 1; a sheet is read in one go
 * @throws NotASheet where the file is neither
 */
export async function readTable(fileName: string, bytes: Uint8Array, onProgress?: (share: number) => void): Promise<Table> {
  return /\.xlsx$/i.test(fileName) ? readSheetTable(bytes) : readCsv(decodeCsv(bytes), onProgress);
}
