import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber } from "./format.ts";
import { parseTyped, type NumberKind } from "./parse-number.ts";

const NARROW = "\u202F";

describe("parseTyped", () => {
  const read: readonly (readonly [string, NumberKind, number])[] = [
    ["7,5 %", "percent", 0.075],
    ["7.5%", "percent", 0.075],
    ["60", "percent", 0.6],
    ["7.65 percent", "percent", 0.0765],
    ["22 pts", "percent", 0.22],
    ["−3%", "percent", -0.03],
    ["0", "percent", 0],
    ["-0", "percent", 0],
    ["$1.2m", "money", 1_200_000],
    ["$1.2M", "money", 1_200_000],
    ["165k", "money", 165_000],
    ["$165,000", "money", 165_000],
    ["1.5bn", "money", 1_500_000_000],
    ["165000 USD", "money", 165_000],
    ["USD 165 000", "money", 165_000],
    ["-$5,100", "money", -5_100],
    ["$ 9.41M", "money", 9_410_000],
    ["+12", "money", 12],
    ["1,234.5", "number", 1_234.5],
    ["1.234,5", "number", 1_234.5],
    ["1 234,5", "number", 1_234.5],
    [`1${NARROW}234${NARROW}567`, "number", 1_234_567],
    ["1'234'567.25", "number", 1_234_567.25],
    ["1,234", "number", 1_234],
    ["1.234", "number", 1.234],
    ["1,234,567", "number", 1_234_567],
    ["1.234.567", "number", 1_234_567],
    ["0,125", "number", 0.125],
    ["1,2", "number", 1.2],
    ["1,2345", "number", 1.2345],
    [".5", "number", 0.5],
    [",5", "number", 0.5],
    ["5.", "number", 5],
    ["2k", "number", 2_000],
    ["  14  ", "number", 14],
    ["2.5×", "multiple", 2.5],
    ["2.5x", "multiple", 2.5],
    ["2,5 x", "multiple", 2.5],
    ["250%", "multiple", 2.5],
    ["3", "multiple", 3],
  ];
  it.each(read)("reads %j as %s %d", (text, kind, value) => {
    expect(parseTyped(text, kind)).toEqual({ ok: true, value });
  });

  const refused: readonly (readonly [string, NumberKind])[] = [
    ["", "number"],
    ["   ", "money"],
    ["abc", "number"],
    ["12abc", "number"],
    ["--5", "number"],
    ["+-5", "number"],
    ["1..2", "number"],
    ["1,2,3", "number"],
    ["1,23,456", "number"],
    ["12 34", "number"],
    ["1.234,567.8", "number"],
    ["1e999", "number"],
    ["1e5", "number"],
    ["0x10", "number"],
    ["NaN", "number"],
    ["Infinity", "money"],
    ["∞", "number"],
    [".", "number"],
    [",", "percent"],
    ["%", "percent"],
    ["$", "money"],
    ["$ 5 $", "money"],
    ["5%", "number"],
    ["5%", "money"],
    ["5k", "percent"],
    ["2m", "multiple"],
    ["5%%", "percent"],
    ["１２", "number"],
    ["12\n34", "number"],
    ["0,125,000", "number"],
    [`1${" ".repeat(200_000)}!`, "number"],
  ];
  it.each(refused)("refuses %j as %s in a plain sentence", (text, kind) => {
    const typed = parseTyped(text, kind);
    expect(typed.ok).toBe(false);
    if (!typed.ok) expect(typed.message).toMatch(/^[A-Z].*\.$/);
  });

  it("says what the field wants", () => {
    expect(parseTyped("abc", "money")).toEqual({ ok: false, message: "Type an amount, like 165,000 or 1.2m." });
    expect(parseTyped("abc", "percent")).toEqual({ ok: false, message: "Type a percentage, like 7.5%." });
    expect(parseTyped("9".repeat(16), "number")).toEqual({ ok: false, message: "That is more digits than can be kept exactly." });
  });

  it("takes the document's currency in any of its forms and refuses another", () => {
    for (const text of ["$5", "USD 5", "5 USD", "5$"]) expect(parseTyped(text, "money", "USD")).toEqual({ ok: true, value: 5 });
    expect(parseTyped("CA$5", "money", "CAD")).toEqual({ ok: true, value: 5 });
    expect(parseTyped("€5", "money", "USD")).toEqual({ ok: false, message: "Amounts here are in USD." });
    expect(parseTyped("5 EUR", "money", "USD")).toEqual({ ok: false, message: "Amounts here are in USD." });
    expect(parseTyped("€5", "money")).toEqual({ ok: true, value: 5 });
  });

  it("reads back every number it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 0, max: 2 }), (whole, digits) => {
        const value = whole / 10 ** digits;
        expect(parseTyped(formatNumber(value, digits), "number")).toEqual({ ok: true, value: value === 0 ? 0 : value });
      }),
    );
  });

  it("never throws and never answers NaN or infinity", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom<NumberKind>("money", "percent", "number", "multiple"), (text, kind) => {
        const typed = parseTyped(text, kind, "USD");
        if (typed.ok) expect(Number.isFinite(typed.value)).toBe(true);
      }),
    );
  });
});
