import { describe, expect, it } from "vitest";
import { fractionDigits, isCurrencyCode, minorPerUnit } from "./currency.ts";

describe("fractionDigits", () => {
  it.each([
    { digits: 0, factor: 1, codes: ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"] },
    { digits: 2, factor: 100, codes: ["USD", "EUR", "GBP", "CHF", "INR", "HUF", "TWD", "IDR", "ZZZ"] },
    { digits: 3, factor: 1_000, codes: ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"] },
    { digits: 4, factor: 10_000, codes: ["CLF", "UYW"] },
  ])("is $digits for $codes", ({ digits, factor, codes }) => {
    expect(codes.map(fractionDigits)).toEqual(codes.map(() => digits));
    expect(codes.map(minorPerUnit)).toEqual(codes.map(() => factor));
  });
});

describe("isCurrencyCode", () => {
  it.each([
    { text: "USD", is: true },
    { text: "usd", is: false },
    { text: "US", is: false },
    { text: "USDT", is: false },
    { text: "US1", is: false },
    { text: "ÜSD", is: false },
    { text: "USD\n", is: false },
    { text: "", is: false },
  ])("$text: $is", ({ text, is }) => {
    expect(isCurrencyCode(text)).toBe(is);
  });
});
