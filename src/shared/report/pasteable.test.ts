import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOSTILE } from "../../../tests/helpers/hostile-names.ts";
import { formatMoney, formatPercentChange } from "./format.ts";
import { pasteableCell, pasteableLines } from "./pasteable.ts";

describe("pasteableCell", () => {
  it.each([
    ["Sourced revenue", "Sourced revenue"],
    ["=1+1", "'=1+1"],
    ["  =1+1", "'  =1+1"],
    ["+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["@SUM(1)", "'@SUM(1)"],
    ["＝1", "'＝1"],
    ["\t=1", "' =1"],
    ["two\r\nlines\tand a tab", "two lines and a tab"],
    ["-1,234.5", "-1,234.5"],
    ["+3.7%", "+3.7%"],
    ["+$58k", "+$58k"],
    ["−$0.19M", "−$0.19M"],
    ["2.18×", "2.18×"],
    ["", ""],
  ])("%j", (text, pasted) => {
    expect(pasteableCell(text)).toBe(pasted);
  });

  it("is one cell, and no formula, for any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...HOSTILE), fc.tuple(fc.constantFrom("=", "+", "-", "@", " =", "＝"), fc.string()).map((parts) => parts.join(""))), (text) => {
        const cell = pasteableCell(text);
        expect(cell).not.toMatch(/[\t\r\n]/);
        if (/^[\s]*[=@＝＋－＠]/.test(cell) || /^\s*[+-].*[a-z(|!]/i.test(cell.replace(/[kMB]$/, ""))) expect(cell.startsWith("'")).toBe(true);
      }),
    );
  });

  it("leaves figures as they are", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (amount) => {
        for (const text of [formatMoney(amount, "USD", "full"), formatMoney(amount, "EUR", "signed-short"), formatPercentChange(amount / 1e6)]) expect(pasteableCell(text)).toBe(text);
      }),
    );
  });
});

it("pasteableLines treats every line and every cell of it", () => {
  expect(pasteableLines("Pay\n=1+1\nname\t@x")).toBe("Pay\n'=1+1\nname\t'@x");
});
