/** What is inside an Excel workbook (.xlsx): its sheets, and a workbook with one of them alone. */
import { strFromU8, unzipSync, zipSync } from "fflate";

/** A workbook that unfolds to more than this is refused: a small file can hold gigabytes of nothing. */
const MOST_BYTES = 400_000_000;
/** As much of a sheet as its number of numbers is told from. */
const SAMPLE_BYTES = 200_000;

/** What is wrong with a file that is no workbook, as a sentence. */
export class NotASheet extends Error {}

/** A sheet that is asked for by name is not there. */
export class NoSuchSheet extends NotASheet {}

export const NO_WORKBOOK = "This file is no Excel workbook (.xlsx) that can be read.";

type Parts = Readonly<Record<string, Uint8Array>>;
export type Workbook = {
  /** Names of the sheets that have cells with something in them, in the order of the workbook. */
  readonly sheets: readonly string[];
  /** The workbook without the other sheets, unpacked: the reader would start threads to unfold it, which a page may not. */
  readonly only: (sheet: string) => ArrayBuffer;
  /** About how many cells of a sheet are numbers. */
  readonly numbersIn: (sheet: string) => number;
};

/** @throws NotASheet */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const parts = unfolded(bytes);
  const paths = sheetPaths(parts);
  const isSheet = new Set(paths.values());
  const sheets = [...paths].filter(([, path]) => hasValues(parts[path])).map(([name]) => name);
  return {
    sheets,
    only: (sheet) => zipSync(Object.fromEntries(Object.entries(parts).filter(([path]) => !isSheet.has(path) || path === paths.get(sheet))), { level: 0 }).buffer,
    numbersIn: (sheet) => numbersIn(parts[paths.get(sheet) ?? ""] ?? new Uint8Array()),
  };
}

function unfolded(bytes: Uint8Array): Parts {
  try {
    let size = 0;
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isPart = /\.(xml|rels)$/.test(name);
        size += isPart ? originalSize : 0;
        if (size > MOST_BYTES) throw new NotASheet("This workbook is too large to read.");
        return isPart;
      },
    });
  } catch (error) {
    throw error instanceof NotASheet ? error : new NotASheet(NO_WORKBOOK);
  }
}

/** Where the sheets of a workbook are, by name. */
function sheetPaths(parts: Parts): ReadonlyMap<string, string> {
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const targets = new Map(elements(text("xl/_rels/workbook.xml.rels"), "Relationship").map((each) => [attribute(each, "Id"), attribute(each, "Target")]));
  return new Map(elements(text("xl/workbook.xml"), "sheet").map((each) => {
    const target = targets.get(attribute(each, "id")) ?? "";
    return [attribute(each, "name"), target.startsWith("/") ? target.slice(1) : `xl/${target}`];
  }));
}

function elements(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(String.raw`<(?:\w+:)?${name}\s[^>]*>`, "gu")) ?? [];
}

function attribute(element: string, name: string): string {
  const [, double, single] = new RegExp(String.raw`\s(?:\w+:)?${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`, "u").exec(element) ?? [];
  return unescaped(double ?? single ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) =>
    hex !== undefined ? String.fromCodePoint(parseInt(hex, 16)) : decimal !== undefined ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name ?? ""] ?? whole));
}

const LESS_THAN = 60;
/** Longer than the start of an element that holds a value. */
const START = 20;

/** Looked for tag by tag: a sheet may have tens of millions of characters, and one that has values has one near its start. */
function hasValues(sheet: Uint8Array | undefined): boolean {
  if (sheet === undefined) return false;
  for (let at = sheet.indexOf(LESS_THAN); at >= 0; at = sheet.indexOf(LESS_THAN, at + 1)) {
    if (/^<(?:\w+:)?(?:v|is)>/u.test(strFromU8(sheet.subarray(at, at + START), true))) return true;
  }
  return false;
}

function numbersIn(sheet: Uint8Array): number {
  const sample = strFromU8(sheet.subarray(0, SAMPLE_BYTES), true);
  const cells = elements(sample, "c").filter((cell) => !cell.endsWith("/>") && ["", "n"].includes(attribute(cell, "t")));
  return (cells.length * sheet.length) / Math.max(1, Math.min(SAMPLE_BYTES, sheet.length));
}
