import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAttainments } from "./parse-attainments.ts";

function read(text: string): readonly number[] | string {
  const typed = parseAttainments(text);
  return typed.ok ? typed.attainments : typed.message;
}

describe("parseAttainments", () => {
  it.each([
    ["98 104 87.5"],
    ["98\n104\r\n87.5\n"],
    ["98%; 104 %; 87,5%"],
    ["98\t104\t87.5"],
    ["98, 104, 87.5,"],
  ])("reads %j", (text) => {
    expect(read(text)).toEqual([0.98, 1.04, 0.875]);
  });

  it.each([
    ["", /Paste one attainment for each person/],
    [" ,; \n", /Paste one attainment for each person/],
    ["98 Anna 104", /^Entry 2, “Anna”, is not a percentage\. Paste percentages only, without names\.$/],
    ["98 -4", /^Entry 2, “-4”/],
    ["98 20000", /^Entry 2, “20000”, is outside 0% to 10,000%\.$/],
    ["98,104,87", /^Entry 1, “98,104,87”, could be more than one number/],
    ["98 104,87", /^Entry 2, “104,87”, could be more than one number/],
    ["0.98 1.04 0", /Write 98 for 98%/],
    [`98 ${"x".repeat(80)}`, /^Entry 2, “x{24}…”,/],
  ])("refuses %j", (text, message) => {
    expect(read(text)).toMatch(message);
  });

  it("keeps a person at zero among others, and a list of zeros", () => {
    expect(read("0 98")).toEqual([0, 0.98]);
    expect(read("0 0")).toEqual([0, 0]);
  });

  it("refuses more than a file may hold", () => {
    expect(read("98 ".repeat(100_001))).toMatch(/^There are 100,001 entries; at most 100,000/);
  });

  it("reads back what was written with one decimal, whatever separates it", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 50, max: 5_000 }), { minLength: 1, maxLength: 50 }), fc.constantFrom(" ", "\n", "\t", "; ", ", "), (tenths, separator) => {
      const written = tenths.map((each) => (each / 10).toFixed(1)).join(separator);
      expect(read(written)).toEqual(tenths.map((each) => expect.closeTo(each / 1_000, 12)));
    }));
  });
});
