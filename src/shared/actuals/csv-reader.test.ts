import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { createCsvReader, DELIMITERS, type CsvProblem, type CsvRow, type Delimiter } from "./csv-reader.ts";

/** The whole file in portions of so many rows. */
function read(text: string, portion = 2, delimiter?: Delimiter): { readonly rows: readonly CsvRow[]; readonly problems: readonly CsvProblem[]; readonly shares: readonly number[] } {
  const reader = createCsvReader(text, delimiter);
  const [rows, problems, shares]: [CsvRow[], CsvProblem[], number[]] = [[], [], []];
  for (let isDone = false; !isDone; ) {
    const next = reader.next(portion);
    expect(next.rows.length).toBeLessThanOrEqual(portion);
    rows.push(...next.rows);
    problems.push(...next.problems);
    shares.push(next.share);
    isDone = next.isDone;
  }
  return { rows, problems, shares };
}

const cells = (text: string): readonly (readonly string[])[] => read(text).rows.map((row) => row.cells);
const lines = (text: string): readonly number[] => read(text).rows.map((row) => row.line);

describe("createCsvReader", () => {
  it.each([
    [",", "a,b\n1,2"],
    [";", "a;b;c\n1;2,5;3\n1;2,5;3,5"],
    ["\t", "a\tb\n1,5\t2,5"],
    [";", "\"a,b\";c\n\"1,2\";3"],
    [",", "one\ntwo"],
    [";", "sep=;\r\na;b,c"],
    [",", ""],
    [",", "Person,Note;s\nAnn,x\nBob,y;z;z"],
  ])("finds the delimiter %j of %j", (delimiter, text) => {
    expect(createCsvReader(text).delimiter).toBe(delimiter);
  });

  it.each([
    ["a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]],
    ["a,b\r1,2", [["a", "b"], ["1", "2"]]],
    ["\uFEFFa,b\n1,2", [["a", "b"], ["1", "2"]]],
    ["\uFEFF\"a\",b\n1,2", [["a", "b"], ["1", "2"]]],
    ["a,b\n\"x, y\",\"say \"\"hi\"\"\"", [["a", "b"], ["x, y", "say \"hi\""]]],
    ["a,b\n\"two\r\nlines\",\"\"", [["a", "b"], ["two\r\nlines", ""]]],
    ["a,b\n\"x\" ,2", [["a", "b"], ["x", "2"]]],
    ["a,b\n,\n\n5\" screen,2,", [["a", "b"], ["", ""], ["5\" screen", "2", ""]]],
    ["", []],
  ])("reads %j", (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it("says the line a row begins in", () => {
    expect(lines("a,b\n\n1,2\r\n\"x\ny\r\nz\",2\r3,4\n\"\n\",5\n6,7")).toEqual([1, 3, 4, 7, 8, 10]);
    expect(lines("sep=,\na,b\n1,2")).toEqual([2, 3]);
  });

  it("reports quotes that do not pair up with their line, and reads on in the next", () => {
    const { rows, problems } = read("a,b\n\"x\"y,1\n2,3\n\"open,4\n5,6\n\"bad\" too,7\n8,\"9");
    expect(rows.map((row) => row.line)).toEqual([1, 3, 5]);
    expect(problems).toEqual([
      { line: 2, value: "\"x\"y,1", message: expect.stringMatching(/^Text follows a closing quotation mark/) },
      { line: 4, value: "\"open,4", message: expect.stringMatching(/^Text follows/) },
      { line: 6, value: "\"bad\" too,7", message: expect.stringMatching(/^Text follows/) },
      { line: 7, value: "8,\"9", message: "A quotation mark in this line is never closed." },
    ]);
    expect(read(`a,b\n"${"x".repeat(200_000)}",1\n2,3`).rows.map((row) => row.line)).toEqual([1, 3]);
  });

  it("tells the share of the text that is read, up to 1", () => {
    const { shares } = read("a,b\n1,2\n3,4\n5,6\n7,8\n9,0", 2);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);
    expect(read("").shares).toEqual([1]);
  });

  it("reads what a library writes, whatever is quoted", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", "\"", ",", ";", "\t", "\n", "\r\n", " ", "1", "."), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(table, fc.constantFrom(...DELIMITERS), fc.constantFrom("\n" as const, "\r\n" as const, "\r" as const), fc.boolean(), fc.integer({ min: 1, max: 9 }), (rows, delimiter, newline, quotes, portion) => {
      const text = Papa.unparse(rows, { delimiter, newline, quotes });
      const read1 = read(text, portion, delimiter);
      expect(read1.problems).toEqual([]);
      expect(read1.rows.map((row) => row.cells)).toEqual(rows);
    }));
  });

  it("ends on any text, with every line in order", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\"", ",", "\n", "\r", "\uFEFF", ";"), maxLength: 60 });
    fc.assert(fc.property(text, (any) => {
      const { rows, problems } = read(any, 3);
      const at = [...rows, ...problems].map((each) => each.line);
      expect(new Set(at).size).toBe(at.length);
      expect(Math.max(0, ...at)).toBeLessThanOrEqual(any.split(/\r\n|\r|\n/u).length);
    }));
  });
});
