/** Text of a CSV file as rows with their lines, in as many portions as the caller likes. */
import { mostFrequent } from "./header-row.ts";

export const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A row and the line of the file it begins in, from 1. A line break inside quotes counts as a line. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };
/** A row that is left out because its quotation marks do not pair up. */
export type CsvProblem = { readonly line: number; readonly value: string; readonly message: string };
export type CsvPortion = {
  readonly rows: readonly CsvRow[];
  readonly problems: readonly CsvProblem[];
  /** Share of the characters read so far, 0–1; 1 for an empty file. */
  readonly share: number;
  readonly isDone: boolean;
};
export type CsvReader = { readonly delimiter: Delimiter; readonly next: (maxRows: number) => CsvPortion };

type Row = { readonly cells: readonly string[]; readonly end: number; readonly lines: number } | { readonly fault: string };

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Beyond this a quotation mark is taken for one that nobody closed: three times what a cell of a spreadsheet holds. */
const MOST_QUOTED_CHARACTERS = 100_000;
/** As much of the text as the delimiter is looked for in. */
const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_ROWS = 50;
/** As much of a broken row as a problem repeats. */
const SHOWN = 40;

const UNCLOSED = "A quotation mark in this line is never closed.";
const TRAILING = "Text follows a closing quotation mark. Write a quotation mark inside quotes twice.";

/**
 * Reads CSV row by row: cells apart by commas, semicolons or tabs; cells in quotes may hold the delimiter, line breaks and
 * doubled quotation marks. Any line break ends a row; a byte order mark, a first line "sep=;" and empty lines are passed
 * over. A row whose quotation marks do not pair up is a problem with its line, and reading goes on in the line after it.
 * @param delimiter absent: the one that cuts the first rows most evenly, a comma where none does
 */
export function createCsvReader(text: string, delimiter?: Delimiter): CsvReader {
  const hint = /^\uFEFF?sep=([,;\t])(?:\r\n|\n|\r|$)/iu.exec(text);
  let at = hint?.[0].length ?? (text.startsWith("\uFEFF") ? 1 : 0);
  let line = hint === null ? 1 : 2;
  const cut = delimiter ?? DELIMITERS.find((each) => each === hint?.[1]) ?? evenestDelimiter(text.slice(at, at + SAMPLE_CHARACTERS));
  const next = (maxRows: number): CsvPortion => {
    const rows: CsvRow[] = [];
    const problems: CsvProblem[] = [];
    while (at < text.length && rows.length < maxRows) {
      const row = readRow(text, at, cut);
      if ("fault" in row) {
        const end = endOfLine(text, at);
        problems.push({ line, value: text.slice(at, Math.min(end, at + SHOWN)), message: row.fault });
        at = afterBreak(text, end);
        line += 1;
        continue;
      }
      if (row.cells.length > 1 || row.cells[0] !== "") rows.push({ line, cells: row.cells });
      at = row.end;
      line += row.lines;
    }
    return { rows, problems, share: text.length === 0 ? 1 : at / text.length, isDone: at >= text.length };
  };
  return { delimiter: cut, next };
}

/** One row from a place on; `end` is the place after its line break. */
function readRow(text: string, from: number, delimiter: Delimiter): Row {
  const cut = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at + 1);
      if (close === null) return { fault: UNCLOSED };
      const cell = text.slice(at + 1, close);
      lines += lineBreaksIn(cell);
      cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
      at = close + 1;
      while (text[at] === " ") at += 1;
      if (at < text.length && !endsCell(text.charCodeAt(at), cut)) return { fault: TRAILING };
    } else {
      const start = at;
      while (at < text.length && !endsCell(text.charCodeAt(at), cut)) at += 1;
      cells.push(text.slice(start, at));
    }
    if (at >= text.length || text.charCodeAt(at) !== cut) return { cells, end: afterBreak(text, at), lines };
    at += 1;
  }
}

function endsCell(code: number, cut: number): boolean {
  return code === cut || code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** The place of the quotation mark that closes a cell; doubled ones belong to it. Null where there is none within reach. */
function closingQuote(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from); at !== -1 && at - from <= MOST_QUOTED_CHARACTERS; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return null;
}

function lineBreaksIn(cell: string): number {
  return /[\r\n]/u.test(cell) ? cell.split(/\r\n|\n|\r/u).length - 1 : 0;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LINE_FEED && text.charCodeAt(at) !== CARRIAGE_RETURN) at += 1;
  return at;
}

function afterBreak(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
}

/** The delimiter that cuts most rows into the same number of cells, two or more; of equals the one with more cells. */
function evenestDelimiter(sample: string): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly even: number; readonly cells: number } = { delimiter: ",", even: 0, cells: 1 };
  for (const delimiter of DELIMITERS) {
    const { rows, problems } = createCsvReader(sample, delimiter).next(SAMPLE_ROWS);
    const cells = mostFrequent(rows.map((row) => row.cells.length).filter((count) => count > 1));
    const even = rows.filter((row) => row.cells.length === cells).length / (rows.length + problems.length);
    if (even > best.even || (even === best.even && cells > best.cells)) best = { delimiter, even, cells };
  }
  return best.delimiter;
}
