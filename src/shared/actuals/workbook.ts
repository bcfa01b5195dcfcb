/** What an Excel workbook (.xlsx) says of its sheets: their names, where they are, its texts and which of its numbers are dates. */
import { createXmlReader, prefixedAttribute, type Attributes, type XmlListener } from "./xml.ts";
import { unfolded, zipEntries, type ZipEntry } from "./zip.ts";

/** A part that unfolds to more than this is refused: a small file can hold gigabytes of nothing. */
const MOST_BYTES = 400_000_000;

/** What is wrong with a file that is no workbook, as a sentence. */
export class NotASheet extends Error {}

/** A sheet that is asked for by name is not there. */
export class NoSuchSheet extends NotASheet {}

export const NO_WORKBOOK = "This file is no Excel workbook (.xlsx) that can be read.";

export type Workbook = {
  /** The sheets that have cells with something in them, by name, in the order of the workbook. */
  readonly sheets: ReadonlyMap<string, ZipEntry>;
  /** The texts that cells share; null where it has none. */
  readonly texts: ZipEntry | null;
  /** By style of a cell, whether its number is a date. */
  readonly isDate: readonly boolean[];
  /** Whether its days count from 1904, as those of an old Mac. */
  readonly isFrom1904: boolean;
};

/** @throws NotASheet */
export function openWorkbook(bytes: Uint8Array): Workbook {
  return asWorkbook(() => {
    const entries = zipEntries(bytes);
    const part = (path: string): ZipEntry => {
      const entry = entries.get(path);
      if (entry === undefined) throw new Error(`There is no ${path}.`);
      return entry;
    };
    const relations = elements(part("xl/_rels/workbook.xml.rels"), ["Relationship"]).map(({ attributes: each }) => {
      const target = each["Target"] ?? "";
      return { id: each["Id"], kind: (each["Type"] ?? "").split("/").at(-1), path: target.startsWith("/") ? target.slice(1) : `xl/${target}` };
    });
    const ofKind = (kind: string): ZipEntry | null => entries.get(relations.find((each) => each.kind === kind)?.path ?? "") ?? null;
    const styles = ofKind("styles");
    const book = elements(part("xl/workbook.xml"), ["workbookPr", "sheet"]);
    const properties = book.find(({ name }) => name === "workbookPr")?.attributes ?? {};
    const sheets = book.filter(({ name }) => name === "sheet").flatMap(({ attributes: each }) => {
      const entry = entries.get(relations.find(({ id }) => id === prefixedAttribute(each, "id"))?.path ?? "");
      return entry === undefined || !hasValues(entry) ? [] : [[each["name"] ?? "", entry] as const];
    });
    return { sheets: new Map(sheets), texts: ofKind("sharedStrings"), isDate: styles === null ? [] : dateStyles(styles), isFrom1904: ["1", "true"].includes(properties["date1904"] ?? "") };
  });
}

/** What cannot be done with a file as a workbook is said of it as a whole. */
export function asWorkbook<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    throw error instanceof NotASheet ? error : new NotASheet(NO_WORKBOOK);
  }
}

/**
 * Reads the XML of a part, to its end unless the caller stops.
 * @yields after every piece the share of the part that is read, 0–1
 */
export function* reading(part: ZipEntry, listener: XmlListener): Generator<number> {
  if (part.size > MOST_BYTES) throw new NotASheet("This workbook is too large to read.");
  const reader = createXmlReader(listener);
  for (const { piece, share } of unfolded(part)) {
    reader.push(piece);
    yield share;
  }
  reader.end();
}

const NO_TEXT = { text: () => undefined, closed: () => undefined } as const;

/** The elements of some names, in their order. */
function elements(part: ZipEntry, names: readonly string[]): readonly { readonly name: string; readonly attributes: Attributes }[] {
  const found: { readonly name: string; readonly attributes: Attributes }[] = [];
  for (const _ of reading(part, { ...NO_TEXT, opened: (name, attributes) => (names.includes(name) ? found.push({ name, attributes }) : undefined) }));
  return found;
}

/** Read only as far as the first: a sheet may have tens of millions of characters, and one that has values has one near its start. */
function hasValues(sheet: ZipEntry): boolean {
  let isFound = false;
  const looking = reading(sheet, { ...NO_TEXT, opened: (name) => { isFound ||= name === "v" || name === "is"; } });
  while (!isFound && looking.next().done !== true);
  return isFound;
}

/** Formats of dates and times that every workbook has (ECMA-376, 18.8.30), with those of East Asia. */
const DATE_FORMATS: readonly (readonly [from: number, to: number])[] = [[14, 22], [27, 36], [45, 47], [50, 58], [71, 81]];

function dateStyles(styles: ZipEntry): readonly boolean[] {
  const codes = new Map<string, string>();
  const formats: { readonly base: (string | null)[]; readonly cell: { readonly format: string | null; readonly base: number }[] } = { base: [], cell: [] };
  let within = "";
  const listener: XmlListener = {
    ...NO_TEXT,
    opened: (name, attributes) => {
      const format = attributes["numFmtId"] ?? null;
      if (name === "cellStyleXfs" || name === "cellXfs") within = name;
      else if (name === "numFmt") codes.set(format ?? "", attributes["formatCode"] ?? "");
      else if (name === "xf" && within === "cellStyleXfs") formats.base.push(format);
      else if (name === "xf" && within === "cellXfs") formats.cell.push({ format, base: Number(attributes["xfId"] ?? 0) });
    },
    closed: (name) => {
      if (name === within) within = "";
    },
  };
  for (const _ of reading(styles, listener));
  return formats.cell.map(({ format, base }) => {
    const id = format ?? formats.base[base] ?? "0";
    const code = codes.get(id);
    return code === undefined ? DATE_FORMATS.some(([from, to]) => Number(id) >= from && Number(id) <= to) : isDateCode(code);
  });
}

/** Whether a format writes a date or time: parts of one, and no digits but those of a second. */
function isDateCode(code: string): boolean {
  const plain = code.replace(/"[^"]*"|\\.|_.|\*./gu, "").replace(/\[(h+|m+|s+)\]/giu, "$1").replace(/s[.,]0+/giu, "s").replace(/\[[^\]]*\]/gu, "");
  return plain.split(";").some((part) => /[dmyhs]/iu.test(part) && !/[0#?]/u.test(part));
}
