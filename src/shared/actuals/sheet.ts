/** A sheet of an Excel workbook as a table. */
import type { Cell } from "./cell.ts";
import { tableOf, type Row, type Table } from "./table.ts";
import { NO_WORKBOOK, NoSuchSheet, NotASheet, asWorkbook, openWorkbook, reading, type Workbook } from "./workbook.ts";
import type { XmlListener } from "./xml.ts";
import type { ZipEntry } from "./zip.ts";

export type SheetTable = Table & {
  /** Names of the sheets with something in them. */
  readonly sheets: readonly string[];
  /** The one that was read. */
  readonly sheet: string;
};

/** A cell further to the right is in no workbook: that would be column XFE. */
const MOST_COLUMNS = 16_384;
const DAY = 86_400_000;
/** Day 0 of a workbook: that day 60 of 1900 never was is as every reader has it. */
const DAY_0 = { of1900: Date.UTC(1899, 11, 30), of1904: Date.UTC(1904, 0, 1) } as const;

/**
 * Reads a sheet: dates are dates, numbers numbers, texts without the spaces around them, empty cells null. Rows count from 1 as the
 * sheet shows them.
 * @param sheet its name; absent: the first with something in it
 * @param onProgress share of the texts and the sheet that is read, 0 to 1, by their bytes
 * @throws NotASheet for anything that is no .xlsx workbook, NoSuchSheet where it has no such sheet
 */
export function readSheetTable(bytes: Uint8Array, sheet?: string, onProgress: (share: number) => void = () => undefined): SheetTable {
  const workbook = openWorkbook(bytes);
  const names = [...workbook.sheets.keys()];
  const name = sheet ?? names[0];
  const entry = workbook.sheets.get(name ?? "");
  if (name === undefined) throw new NotASheet(NO_WORKBOOK);
  if (entry === undefined) throw new NoSuchSheet(`There is no sheet “${name}” with rows in it; there is ${names.map((each) => `“${each}”`).join(", ")}.`);
  const whole = entry.size + (workbook.texts?.size ?? 0);
  const rows = asWorkbook(() => {
    const before = whole - entry.size;
    const texts = workbook.texts === null ? [] : sharedTexts(workbook.texts, (share) => onProgress((share * before) / whole));
    return sheetRows(entry, workbook, texts, (share) => onProgress((before + share * entry.size) / whole));
  });
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return { ...tableOf(rows, columns), sheets: names, sheet: name };
}

/** How a text is read, and what of it is not part of it: the same within a cell and apart from the cells. */
type TextReading = XmlListener & { readonly taken: () => string };

/** The text of an element: all its runs, without how a Japanese one is spoken. */
function textReading(): TextReading {
  let [text, isIn, isSpoken] = ["", false, false];
  return {
    opened: (name) => {
      if (name === "t") isIn = !isSpoken;
      else if (name === "rPh") isSpoken = true;
    },
    closed: (name) => {
      if (name === "t") isIn = false;
      else if (name === "rPh") isSpoken = false;
    },
    text: (run) => {
      if (isIn) text += run;
    },
    taken: () => {
      const taken = plainText(text);
      text = "";
      return taken;
    },
  };
}

/** Characters that XML cannot have are written as their codes. */
function plainText(text: string): string {
  return (text.includes("_x") ? text.replace(/_x([\da-f]{4})_/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text).trim();
}

function sharedTexts(part: ZipEntry, onProgress: (share: number) => void): readonly string[] {
  const texts: string[] = [];
  const within = textReading();
  const listener: XmlListener = {
    ...within,
    closed: (name) => {
      within.closed(name);
      if (name === "si") texts.push(within.taken());
    },
  };
  for (const share of reading(part, listener)) onProgress(share);
  return texts;
}

function sheetRows(part: ZipEntry, { isDate, isFrom1904 }: Workbook, texts: readonly string[], onProgress: (share: number) => void): readonly Row[] {
  const rows: Row[] = [];
  const own = new Map<string, string>();
  const within = textReading();
  let [line, column, isValue, value] = [0, 0, false, ""];
  let cells: Cell[] = [];
  let cell = { type: "n", style: 0 };

  /** A name that stands in sixteen rows is one text. */
  function once(text: string): string {
    const known = own.get(text);
    if (known === undefined) own.set(text, text);
    return known ?? text;
  }

  function cellValue(): Cell {
    const inline = within.taken();
    if (cell.type === "inlineStr") return inline === "" ? null : once(inline);
    const text = plainText(value);
    if (text === "") return null;
    switch (cell.type) {
      case "s": {
        const shared = texts[Number(text)];
        if (shared === undefined) throw new Error("A cell has a text that is not there.");
        return shared === "" ? null : shared;
      }
      case "b":
        return text === "1" || text === "true";
      case "n": {
        const number = Number(text);
        if (Number.isNaN(number)) return once(text);
        return isDate[cell.style] === true ? new Date(Math.round(number * DAY) + (isFrom1904 ? DAY_0.of1904 : DAY_0.of1900)) : number;
      }
      // A date in ISO 8601; the time of the day is of no use here.
      case "d":
        return once(text.slice(0, 10));
      default:
        return once(text);
    }
  }

  const listener: XmlListener = {
    opened: (name, attributes) => {
      switch (name) {
        case "row":
          line = Number(attributes["r"] ?? line + 1);
          [cells, column] = [[], 0];
          return;
        case "c":
          column = columnOf(attributes["r"]) ?? column + 1;
          if (column > MOST_COLUMNS) throw new Error("A cell is beyond the last column.");
          cell = { type: attributes["t"] ?? "n", style: Number(attributes["s"] ?? 0) };
          value = "";
          return;
        case "v":
          isValue = true;
          return;
        default:
          within.opened(name, attributes);
      }
    },
    closed: (name) => {
      switch (name) {
        case "v":
          isValue = false;
          return;
        case "c": {
          const read = cellValue();
          if (read === null) return;
          while (cells.length < column - 1) cells.push(null);
          cells[column - 1] = read;
          return;
        }
        case "row":
          // As long as it is: a list that grew keeps room for more.
          if (cells.length > 0) rows.push({ line, cells: cells.slice() });
          return;
        default:
          within.closed(name);
      }
    },
    text: (run) => {
      if (isValue) value += run;
      else within.text(run);
    },
  };
  for (const share of reading(part, listener)) onProgress(share);
  return rows;
}

/** The number of a column from the place of a cell, from 1: 28 of "AB7". */
function columnOf(place: string | undefined): number | null {
  if (place === undefined) return null;
  let column = 0;
  for (const letter of place) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column === 0 ? null : column;
}
