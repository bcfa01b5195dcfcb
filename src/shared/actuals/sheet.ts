/** The first sheet of an Excel workbook. */
import { unzipSync, zipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import { tableOf, type Cell, type Table } from "./table.ts";

/** A workbook that unfolds to more than this is refused: a small file can hold gigabytes of nothing. */
const MOST_BYTES = 400_000_000;

/** What is wrong with a file that is no workbook, as a sentence. */
export class NotASheet extends Error {}

/**
 * Reads the first sheet: dates are dates, numbers numbers, empty cells null. Rows count from 1 as the sheet shows them.
 * @throws NotASheet for anything that is no .xlsx workbook
 */
export async function readSheetTable(bytes: Uint8Array): Promise<Table> {
  const rows = await readSheet(stored(bytes)).catch((error: unknown) => {
    throw error instanceof NotASheet ? error : new NotASheet("This file is no Excel workbook (.xlsx) that can be read.");
  });
  return tableOf(rows.map((cells, index) => ({ line: index + 1, cells: cells.map((cell): Cell => (typeof cell === "function" ? null : cell)) })));
}

/** The workbook unfolded here, in one go: the reader would start threads for it, which a page may not. */
function stored(bytes: Uint8Array): ArrayBuffer {
  try {
    let size = 0;
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isPart = /\.(xml|rels)$/.test(name);
        size += isPart ? originalSize : 0;
        if (size > MOST_BYTES) throw new NotASheet("This workbook is too large to read.");
        return isPart;
      },
    });
    return zipSync(files, { level: 0 }).buffer;
  } catch (error) {
    throw error instanceof NotASheet ? error : new NotASheet("This file is no Excel workbook (.xlsx) that can be read.");
  }
}
