/** A CSV file as spreadsheets write it, as a table whose bad rows are named. */
import { cellText } from "./cell.ts";
import { createCsvReader } from "./csv-reader.ts";
import { tableOf, type Row, type Table, type TableProblem } from "./table.ts";

// Every engine that runs this has it; the language's own library does not name it.
declare const TextDecoder: new (encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252", options?: { readonly fatal: true }) => { readonly decode: (bytes: Uint8Array) => string };

/** Rows between two reports of how far reading is. */
const PORTION = 2_000;

/**
 * Reads a whole CSV text (docs/compensation-model.md, "Back-test"). Never throws: rows whose quotes do not pair up, or that have
 * more cells than the file has headers, are problems with their line, and the others are read.
 * @param onProgress share of the text that is read, 0 to 1
 */
export function readCsv(text: string, onProgress: (share: number) => void = () => undefined): Table {
  const reader = createCsvReader(text);
  const read: Row[] = [];
  const problems: TableProblem[] = [];
  for (let isDone = false; !isDone; ) {
    const portion = reader.next(PORTION);
    for (const row of portion.rows) read.push(row);
    for (const { line, message, value } of portion.problems) problems.push({ line, column: null, message, value });
    onProgress(portion.share);
    isDone = portion.isDone;
  }
  const table = tableOf(read);
  const { length } = table.headers;
  const rows = table.rows.filter(({ line, cells }) => {
    if (!cells.slice(length).some((cell) => cellText(cell).trim() !== "")) return true;
    problems.push({ line, column: null, message: `This row has ${cells.length} cells, that of the headers has ${length}: a cell with ${reader.delimiter === "," ? "a comma" : "the delimiter"} in it stands in quotes.`, value: cells.map(cellText).join(reader.delimiter) });
    return false;
  });
  return { ...table, rows, problems: problems.sort((one, other) => one.line - other.line) };
}

/** The text of a file: UTF-8, UTF-16 with its mark, and what is neither as Windows wrote it (1252). */
export function decodeCsv(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
