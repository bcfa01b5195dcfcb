/** CSV as spreadsheets write it: comma, semicolon or tab, quotes with line breaks in them, with or without byte-order mark. */
import Papa from "papaparse";
import { tableOf, type Row, type Table, type TableProblem } from "./table.ts";

/** Rows between two reports of how far reading is. */
const REPORT = 2_000;

/**
 * Reads a whole CSV text. Never throws: rows with quotes that do not close are problems with their line.
 * @param onProgress share of the text that is read, 0 to 1
 */
export function readCsv(text: string, onProgress: (share: number) => void = () => undefined): Table {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const rows: Row[] = [];
  const problems: TableProblem[] = [];
  const lines = lineCounter(source);
  let line = 1;
  Papa.parse<string[]>(source, {
    delimiter: delimiterOf(source),
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      // Until a quote that never closes, the rest of the file is one cell.
      for (const error of errors) if (error.type === "Quotes") problems.push({ line, column: null, message: "A quote in this row is not closed, or text stands behind it." });
      rows.push({ line, cells: data });
      line = lines(meta.cursor);
      if (rows.length % REPORT === 0) onProgress(Math.min(1, meta.cursor / source.length));
    },
  });
  return tableOf(rows, problems);
}

/** The sign that is most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const [head = ""] = text.replace(/"[^"]*"/g, "").split(/[\r\n]/, 1);
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

/** @returns the line that begins at a place of the text; asked for ascending places */
function lineCounter(text: string): (place: number) => number {
  // Old files end lines with a carriage return alone.
  const end = text.includes("\n") ? "\n" : "\r";
  let line = 1;
  let from = 0;
  return (place) => {
    for (let at = text.indexOf(end, from); at !== -1 && at < place; at = text.indexOf(end, at + 1)) {
      line += 1;
      from = at + 1;
    }
    return line;
  };
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
