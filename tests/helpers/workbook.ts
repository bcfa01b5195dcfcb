/** The smallest Excel workbook that holds some rows: numbers as numbers, dates as dates, the rest as text. */
import { strToU8, zipSync } from "fflate";

type Cell = string | number | Date | null;

const DAY = 86_400_000;
/** Excel counts days from 30 December 1899. */
const FIRST_DAY = Date.UTC(1899, 11, 30);

function column(index: number): string {
  return String.fromCharCode(65 + index);
}

function cellXml(cell: Cell, place: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (cell instanceof Date) return `<c r="${place}" s="1"><v>${(cell.getTime() - FIRST_DAY) / DAY}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t>${cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`;
}

function sheetXml(rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells, index) => `<row r="${index + 1}">${cells.map((cell, place) => cellXml(cell, `${column(place)}${index + 1}`)).join("")}</row>`).join("");
}

/** One sheet, or several by name. */
export function workbook(content: readonly (readonly Cell[])[] | Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const sheets: readonly (readonly [name: string, rows: readonly (readonly Cell[])[]])[] = Array.isArray(content) ? [["Results", content]] : Object.entries(content);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
  const each = (text: (number: number, name: string) => string): string => sheets.map(([name], index) => text(index + 1, name.replaceAll("&", "&amp;"))).join("");
  return zipSync({
    "[Content_Types].xml": xml(`<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`),
    "_rels/.rels": xml(`<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    "xl/workbook.xml": xml(`<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((number, name) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": xml(`<Relationships xmlns="${packages}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`),
    "xl/styles.xml": xml(`<styleSheet xmlns="${main}"><numFmts count="0"/><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`),
    ...Object.fromEntries(sheets.map(([, rows], index) => [`xl/worksheets/sheet${index + 1}.xml`, xml(`<worksheet xmlns="${main}"><sheetData>${sheetXml(rows)}</sheetData></worksheet>`)])),
  });
}
