import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, formatNumber, formatPercent, formatPercentChange, formatRatio, formatSplit, isExactOnAxis, spokenMoney, spokenPercent, type MoneyStyle } from "./format.ts";

const NBSP = "\u00A0";

describe("isExactOnAxis", () => {
  it.each([
    [905_000_000, "USD", true],
    [902_500_000, "USD", false],
    [-902_500_000, "USD", false],
    [0, "USD", true],
    [1_234_000, "USD", true],
    [1_234_500, "USD", false],
    [12_345, "USD", false],
    [12_345, "JPY", false],
    [12_340, "JPY", true],
  ])("of %d in %s is %s", (amount, currency, exact) => {
    expect(isExactOnAxis(amount, currency)).toBe(exact);
  });
});

describe("formatMoney", () => {
  const cases: readonly (readonly [number, string, MoneyStyle, string])[] = [
    // whole units, never abbreviated
    [17_648_400, "USD", "full", "$176,484"],
    [930_000_000, "USD", "full", "$9,300,000"],
    [150, "USD", "full", "$2"],
    [149, "USD", "full", "$1"],
    [-510_000, "USD", "full", "−$5,100"],
    [0, "USD", "full", "$0"],
    [17_648_400, "USD", "exact", "$176,484"],
    [132_050, "USD", "exact", "$1,320.50"],
    [-10, "USD", "exact", "−$0.10"],
    [1_320, "JPY", "exact", "¥1,320"],
    [1_320_005, "KWD", "exact", `KWD${NBSP}1,320.005`],
    [-10, "USD", "full", "$0"],
    // headlines: millions from a million on, also by rounding
    [17_648_400, "USD", "short", "$176,484"],
    [99_999_949, "USD", "short", "$999,999"],
    [99_999_950, "USD", "short", "$1.00M"],
    [100_000_000, "USD", "short", "$1.00M"],
    [940_854_321, "USD", "short", "$9.41M"],
    [1_201_000_000, "USD", "short", "$12.01M"],
    [9_999_400_000, "USD", "short", "$99.99M"],
    [9_999_500_000, "USD", "short", "$100.0M"],
    [12_400_000_000, "USD", "short", "$124.0M"],
    [124_000_000_000, "USD", "short", "$1.24B"],
    [-940_854_321, "USD", "short", "−$9.41M"],
    // differences
    [10_854_321, "USD", "signed-short", "+$0.11M"],
    [-600_000, "USD", "signed-short", "−$6k"],
    [9_949_900, "USD", "signed-short", "+$99k"],
    [9_950_000, "USD", "signed-short", "+$0.10M"],
    [99_949, "USD", "signed-short", "+$999"],
    [99_950, "USD", "signed-short", "+$1k"],
    [120_000_000, "USD", "signed-short", "+$1.20M"],
    [0, "USD", "signed-short", "$0"],
    [132_000, "USD", "signed-full", "+$1,320"],
    [-510_000, "USD", "signed-full", "−$5,100"],
    // tables in thousands carry no sign of the currency
    [138_600_000, "USD", "thousands", "1,386"],
    [-10_900_000, "USD", "signed-thousands", "−109"],
    [21_600_000, "USD", "signed-thousands", "+216"],
    [4_000, "USD", "thousands", "0"],
    // axes
    [1_200_000_000, "USD", "axis", "$12M"],
    [250_000_000, "USD", "axis", "$2.5M"],
    [25_000_000, "USD", "axis", "$250k"],
    [50_000, "USD", "axis", "$500"],
    [0, "USD", "axis", "$0"],
    // other currencies: their own minor units and signs
    [165_000, "JPY", "full", "¥165,000"],
    [165_000_000, "KWD", "full", `KWD${NBSP}165,000`],
    [940_854_321, "EUR", "short", "€9.41M"],
    [16_500_000, "CAD", "full", "$165,000"],
    [16_500_000, "XXX", "full", "¤165,000"],
    // no figure
    [NaN, "USD", "full", "—"],
    [Infinity, "USD", "short", "—"],
  ];
  it.each(cases)("%d %s as %s is %s", (amount, currency, style, text) => {
    expect(formatMoney(amount, currency, style)).toBe(text);
  });

  it("puts the letter after the digits in languages that put the currency last", () => {
    expect(formatMoney(940_854_321, "EUR", "short", "de-DE")).toBe(`9,41M${NBSP}€`);
    expect(formatMoney(-510_000, "EUR", "full", "de-DE")).toBe(`−5.100${NBSP}€`);
  });

  it("never writes a hyphen for a minus, and a difference other than zero always carries its sign", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (amount) => {
        const text = formatMoney(amount, "USD", "signed-full");
        expect(text).not.toContain("-");
        if (Math.abs(amount) >= 50) expect(text[0]).toBe(amount < 0 ? "−" : "+");
      }),
    );
  });
});

describe("formatPercent", () => {
  it.each([
    [1.08, 0, "108%"],
    [0.012, 1, "1.2%"],
    [1, 1, "100.0%"],
    [-0.055, 0, "−6%"],
    [-0.001, 0, "0%"],
    [0.0765, 2, "7.65%"],
    [12.5, 0, "1,250%"],
    [NaN, 0, "—"],
  ])("%d with %d digits is %s", (ratio, digits, text) => {
    expect(formatPercent(ratio, digits)).toBe(text);
  });

  it("leaves the space to the language", () => {
    expect(formatPercent(0.075, 1, "de-DE")).toBe(`7,5${NBSP}%`);
  });
});

it.each([[0.037, 1, "+3.7%"], [-0.05, 1, "−5.0%"], [0.0004, 1, "0.0%"], [-0.0004, 1, "0.0%"], [0, 0, "0%"], [Number.NaN, 1, "—"]])("formatPercentChange of %s with %s digits", (ratio, digits, text) => {
  expect(formatPercentChange(ratio, digits)).toBe(text);
});

describe("formatNumber, formatRatio, formatSplit", () => {
  it.each([
    [1234.5, 2, "1,234.5"],
    [0.07 * 100, 2, "7"],
    [-3, 0, "−3"],
    [2.005, 10, "2.005"],
    [Infinity, 0, "—"],
  ])("number %d with %d digits is %s", (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });
  it.each([
    [2.18, 2, "2.18×"],
    [5, 1, "5.0×"],
    [-0.5, 1, "−0.5×"],
    [NaN, 1, "—"],
  ])("multiple %d with %d digits is %s", (value, digits, text) => {
    expect(formatRatio(value, digits)).toBe(text);
  });
  it.each([
    [0.6, "60/40"],
    [0.5, "50/50"],
    [0.625, "62.5/37.5"],
    [1, "100/0"],
    [0, "0/100"],
    [1 / 3, "33.3/66.7"],
    [0.07, "7/93"],
    [NaN, "—"],
  ])("split %d is %s", (share, text) => {
    expect(formatSplit(share)).toBe(text);
  });
});

describe("spoken figures", () => {
  it.each([
    [0.6, "60 percent"],
    [0.0125, "1.3 percent"],
    [-0.012, "minus 1.2 percent"],
    [NaN, "no figure"],
  ])("share %d is said %s", (ratio, text) => {
    expect(spokenPercent(ratio)).toBe(text);
  });
  it.each([
    [9_900_000, "USD", "99,000 dollars"],
    [100, "USD", "1 dollar"],
    [940_854_321, "USD", "9.41 million dollars"],
    [940_000_000, "USD", "9.4 million dollars"],
    [124_000_000_000, "USD", "1.24 billion dollars"],
    [-510_000, "USD", "minus 5,100 dollars"],
    [9_900_000, "EUR", "99,000 euros"],
    [NaN, "USD", "no figure"],
  ])("%d %s is said %s", (amount, currency, text) => {
    expect(spokenMoney(amount, currency)).toBe(text);
  });
});
