/** Workbooks as the programs that write them write them, part by part. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { describe, expect, it } from "vitest";
import { workbook } from "../../../tests/helpers/workbook.ts";
import { readSheetTable } from "./sheet.ts";
import type { Cell } from "./cell.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

/** A workbook whose sheet has these rows as XML, under headers a to e, with other parts in place of its own. */
function written(rows: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = unzipSync(workbook([["a", "b", "c", "d", "e"]]));
  const sheet = strFromU8(parts[SHEET] ?? new Uint8Array()).replace("</sheetData>", `${rows}</sheetData>`);
  return zipSync({ ...parts, [SHEET]: strToU8(sheet), ...Object.fromEntries(Object.entries(others).map(([path, text]) => [path, strToU8(text)])) } satisfies Zippable);
}

function rowsOf(bytes: Uint8Array): readonly (readonly [line: number, ...cells: Cell[]])[] {
  return readSheetTable(bytes).rows.map(({ line, cells }) => [line, ...cells]);
}

function withTexts(rows: string, texts: string): Uint8Array {
  const relations = strFromU8(unzipSync(workbook([["a"]]))[RELATIONS] ?? new Uint8Array()).replace("</Relationships>", '<Relationship Id="rId9" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>');
  return written(rows, { [RELATIONS]: relations, "xl/sharedStrings.xml": `<sst>${texts}</sst>` });
}

describe("cells of a sheet", () => {
  it("have texts that they share: in several runs, without how they are spoken, with codes in them, empty", () => {
    const texts = "<si><t>Channel</t></si><si><r><rPr><b/></rPr><t>Lee, </t></r><r><t xml:space=\"preserve\">Ada </t></r><rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></si><si><t>A &amp; B &#x2014; _x0041_</t></si><si/>";
    expect(rowsOf(withTexts('<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="s"><v>3</v></c><c r="E2" t="s"><v>0</v></c></row>', texts))).toEqual([[2, "Channel", "Lee, Ada", "A & B — A", null, "Channel"]]);
    expect(() => readSheetTable(withTexts('<row r="2"><c r="A2" t="s"><v>4</v></c></row>', texts))).toThrow("This file is no Excel workbook");
  });

  it("are formulas with their results, errors, yes and no, texts with marks of XML", () => {
    expect(rowsOf(written('<row r="2"><c r="A2"><f>B1&lt;2</f><v>1.5</v></c><c r="B2" t="str"><f>"x"</f><v>x</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="inlineStr"><is><t><![CDATA[a < b]]></t></is></c><c r="F2" t="d"><v>2026-02-15T10:00:00</v></c></row>'))).toEqual([[2, 1.5, "x", "#N/A", true, "a < b", "2026-02-15"]]);
  });

  it("stand where they say, or one after the other; rows without anything are passed over", () => {
    const rows = "<!-- <row> --><row r='4' spans='1:5'><c r='B4'><v>2</v></c><c><v>3</v></c><c r=\"E4\" s=\"0\"/></row><row r=\"5\"/><row><c><v>1E-3</v></c></row>";
    expect(rowsOf(written(rows))).toEqual([[4, null, 2, 3], [6, 0.001]]);
  });

  it("are read whatever prefix the elements have", () => {
    const plain = written('<row r="2"><c r="A2"><v>7</v></c></row>');
    const prefixed = strFromU8(unzipSync(plain)[SHEET] ?? new Uint8Array()).replace(/<(\/?)(\w)/gu, "<$1x:$2");
    expect(rowsOf(zipSync({ ...unzipSync(plain), [SHEET]: strToU8(prefixed) }))).toEqual([[2, 7]]);
  });

  it("beyond the last column are in no workbook", () => {
    expect(() => readSheetTable(written('<row r="2"><c r="XFE2"><v>1</v></c></row>'))).toThrow("This file is no Excel workbook");
  });

  it("in a column without a header can be chosen too", () => {
    expect(readSheetTable(written('<row r="2"><c r="A2"><v>1</v></c><c r="G2"><v>2</v></c></row>')).headers).toEqual(["a", "b", "c", "d", "e", "", ""]);
  });
});

describe("numbers of a sheet", () => {
  const styles = (codes: readonly string[]): string =>
    `<styleSheet><numFmts>${codes.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`).join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${codes.map((_, index) => `<xf numFmtId="${164 + index}" xfId="0"/>`).join("")}</cellXfs></styleSheet>`;
  const readAs = (code: string): Cell | undefined => rowsOf(written('<row r="2"><c r="A2" s="0"><v>46068</v></c></row>', { "xl/styles.xml": styles([code]) }))[0]?.[1];

  it.each(["yyyy\\-mm\\-dd", "[$-409]d\\-mmm\\-yy;@", "dd&quot;. of &quot;mmmm", "[h]:mm", "[ss].00", "m/d/yy h:mm AM/PM"])("are dates in the format %s", (code) => {
    expect(readAs(code)).toEqual(new Date(Date.UTC(2026, 1, 15)));
  });

  it.each(["General", "0.00%", "#,##0\\ [$€-407]", "0&quot; days&quot;", "[Red]0.0", "0.00E+00", "_-* #,##0.00\\ _d", "@"])("are numbers in the format %s", (code) => {
    expect(readAs(code)).toBe(46_068);
  });

  it("count from 1904 where the workbook says so, and have the format of the style they are based on", () => {
    const book = written('<row r="2"><c r="A2" s="0"><v>44606</v></c></row>', { "xl/styles.xml": '<styleSheet><cellStyleXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf xfId="1"/></cellXfs></styleSheet>' });
    const parts = unzipSync(book);
    const path = "xl/workbook.xml";
    const from1904 = zipSync({ ...parts, [path]: strToU8(strFromU8(parts[path] ?? new Uint8Array()).replace("<sheets>", '<workbookPr date1904="1"/><sheets>')) });
    expect(rowsOf(from1904)).toEqual([[2, new Date(Date.UTC(2026, 1, 15))]]);
  });
});

describe("the archive of a workbook", () => {
  const rows = [["a", "b"], ...Array.from({ length: 3_000 }, (_, index) => [`Person ${index}`, index])];

  it("may have its files as they are, and a comment behind them", () => {
    const stored = zipSync(unzipSync(workbook(rows)), { level: 0 });
    const remark = strToU8("written by hand");
    const noted = new Uint8Array([...stored, ...remark]);
    new DataView(noted.buffer).setUint16(stored.length - 2, remark.length, true);
    expect(rowsOf(noted)).toEqual(rowsOf(workbook(rows)));
  });

  it("is refused where a file of it is cut off, damaged, or unfolds to gigabytes", () => {
    const book = workbook(rows);
    const damaged = book.slice();
    damaged.fill(0xff, book.length - 6_000, book.length - 4_000);
    expect(() => readSheetTable(damaged)).toThrow("This file is no Excel workbook");
    const ofSize = (size: number): Uint8Array => {
      const other = book.slice();
      // The last path is that of the sheet in the directory; 22 bytes before it is the size it unfolds to.
      const place = strFromU8(book, true).lastIndexOf(SHEET);
      new DataView(other.buffer).setUint32(place - 22, size, true);
      return other;
    };
    const size = unzipSync(book)[SHEET]?.length ?? 0;
    expect(readSheetTable(ofSize(size)).rows).toHaveLength(3_000);
    expect(() => readSheetTable(ofSize(size - 1))).toThrow("This file is no Excel workbook");
    expect(() => readSheetTable(ofSize(size + 1))).toThrow("This file is no Excel workbook");
    expect(() => readSheetTable(ofSize(2_000_000_000))).toThrow("This workbook is too large to read.");
  });
});
