/** Files of results as tables: CSV, the sheets of a workbook, a title above the headers. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { workbook } from "../../../tests/helpers/workbook.ts";
import { decodeCsv, readCsv } from "./csv.ts";
import { readSheetTable } from "./sheet.ts";

describe("readCsv", () => {
  it.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons", "a;b\r\n1;2\r\n"],
    ["tabs and a byte-order mark", "\uFEFFa\tb\n1\t2"],
    ["carriage returns alone", "a,b\r1,2\r"],
  ])("reads %s", (_, text) => {
    expect(readCsv(text)).toEqual({ headers: ["a", "b"], headerLine: 1, hasTitle: false, rows: [{ line: 2, cells: ["1", "2"] }], problems: [] });
  });

  it("counts lines as an editor does, with line breaks and delimiters in quotes", () => {
    const { rows } = readCsv('name,note\n"Ada, Lee","two\nlines"\n\n"say ""hi""",x\n');
    expect(rows).toEqual([{ line: 2, cells: ["Ada, Lee", "two\nlines"] }, { line: 5, cells: ['say "hi"', "x"] }]);
  });

  it("names rows with broken quotes or too many cells, and reads on", () => {
    const { rows, problems } = readCsv('a,b\n1,2\n"open,3\n4,5\n97,5,3\n6,7,\n');
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(problems).toEqual([
      { line: 3, column: null, message: "A quotation mark in this line is never closed.", value: '"open,3' },
      { line: 5, column: null, message: "This row has 3 cells, that of the headers has 2: a cell with a comma in it stands in quotes.", value: "97,5,3" },
    ]);
  });

  it("says how far it is", () => {
    const shares: number[] = [];
    readCsv(`a,b\n${"1,2\n".repeat(10_000)}`, (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(3);
    expect([...shares].sort((one, other) => one - other)).toEqual(shares);
  });

  it("decodes UTF-8, UTF-16 and what Windows wrote", () => {
    expect(decodeCsv(new TextEncoder().encode("Zoë"))).toBe("Zoë");
    expect(decodeCsv(new Uint8Array([0xff, 0xfe, 0x5a, 0, 0xeb, 0]))).toBe("Zë");
    expect(decodeCsv(new Uint8Array([0x5a, 0xeb]))).toBe("Zë");
  });
});

describe("readSheetTable", () => {
  it("reads the first sheet with its numbers, dates and empty cells, rows as the sheet counts them", () => {
    const table = readSheetTable(workbook([["Person", "Role", "KPI", "Month", "Attainment"], ["Ada & Co", "PSM", "Deals", new Date(Date.UTC(2026, 1, 15)), 0.9], [], ["Bo", "PSM", "Deals", null, "97%"]]));
    expect(table).toEqual({
      headers: ["Person", "Role", "KPI", "Month", "Attainment"], headerLine: 1, hasTitle: false, sheets: ["Results"], sheet: "Results",
      rows: [{ line: 2, cells: ["Ada & Co", "PSM", "Deals", new Date(Date.UTC(2026, 1, 15)), 0.9] }, { line: 4, cells: ["Bo", "PSM", "Deals", null, "97%"] }],
      problems: [],
    });
  });

  it("refuses what is no workbook", () => {
    const whole = workbook([["Person", "Role"], ["Ada", "PSM"]]);
    for (const bytes of [strToU8("Person,Role"), new Uint8Array(), zipSync({ "a.xml": strToU8("<a/>") }), whole.subarray(0, whole.length - 60), whole.subarray(60)]) {
      expect(() => readSheetTable(bytes)).toThrow("This file is no Excel workbook");
    }
  });
});

describe("a title above the headers", () => {
  it.each([
    ["one cell, named headers", "Results of FY25\n\nPerson,Role,KPI,Attainment\nAda,PSM,Deals,97%\n", 3],
    ["a comma in the title", "Results, all regions\nPerson;Role;KPI;Attainment\nAda;PSM;Deals;97%\n", 2],
    ["headers in another language", "Ergebnisse 2025\nStand 31.12.\nWer,Rolle,Kennzahl,Erreicht\nAda,PSM,Deals,97%\nBo,PSM,Deals,90%\n", 3],
    ["a header left empty", "Ergebnisse\nWer,,Kennzahl,Erreicht\nAda,PSM,Deals,97%\nBo,PSM,Deals,90%\n", 2],
  ])("is not read: %s", (_, text, headerLine) => {
    const table = readCsv(text);
    expect(table).toMatchObject({ headerLine, hasTitle: true, problems: [] });
    expect(table.headers).toHaveLength(4);
    expect(table.rows[0]).toEqual({ line: headerLine + 1, cells: ["Ada", "PSM", "Deals", "97%"] });
  });

  it("is none where the first row has the headers, whatever they are called", () => {
    expect(readCsv("a,b,c\nAda,PSM,Deals\nBo,PSM,Deals\n")).toMatchObject({ headers: ["a", "b", "c"], headerLine: 1, hasTitle: false });
    expect(readCsv("Person,Role,KPI,2025\nAda,PSM,Deals,\nBo,PSM,Deals,90%\n")).toMatchObject({ headers: ["Person", "Role", "KPI", "2025"], headerLine: 1 });
    expect(readCsv("x,1\ny,2\n")).toMatchObject({ headers: ["x", "1"], rows: [{ line: 2 }] });
  });
});

describe("sheets of a workbook", () => {
  const head = ["Person", "Role", "KPI", "Attainment"];
  const book = workbook({ Empty: [], "Q1 & Q2": [["Results of FY25"], head, ["Ada", "PSM", "Deals", 0.9]], Late: [head, ["Bo", "PSM", "Deals", 1.1], ["Cy", "PSM", "Deals", 1.2]] });

  it("are the ones with something in them; the first is read, or the one that is asked for", () => {
    expect(readSheetTable(book)).toMatchObject({ sheets: ["Q1 & Q2", "Late"], sheet: "Q1 & Q2", headerLine: 2, hasTitle: true, rows: [{ line: 3 }] });
    expect(readSheetTable(book, "Late")).toMatchObject({ sheets: ["Q1 & Q2", "Late"], sheet: "Late", headerLine: 1, rows: [{ line: 2 }, { line: 3 }] });
    expect(() => readSheetTable(book, "Empty")).toThrow("There is no sheet “Empty” with rows in it; there is “Q1 & Q2”, “Late”.");
  });

  it("say how far they are, texts and numbers alike, in small steps from nothing to all", () => {
    const shares: number[] = [0];
    readSheetTable(workbook([head, ...Array.from({ length: 24_000 }, (_, index) => [`P${index}`, "PSM", "Deals", `${index / 10_000}`])]), undefined, (share) => shares.push(share));
    const steps = shares.slice(1).map((share, index) => share - (shares[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...steps)).toBeLessThan(0.06);
    expect(shares.at(-1)).toBe(1);
  });
});
