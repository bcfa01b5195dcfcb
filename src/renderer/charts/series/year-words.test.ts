import { describe, expect, it } from "vitest";
import { yearsInWords } from "./year-words.ts";

describe("yearsInWords", () => {
  it.each([
    [0, "No simulated year", true],
    [0.004, "Fewer than one year in a hundred", true],
    [0.01, "One year in a hundred", true],
    [0.04, "Four years in a hundred", false],
    [0.08, "One year in ten", true],
    [0.12, "One year in ten", true],
    [0.13, "13 years in a hundred", false],
    [0.6, "Six years in ten", false],
    [0.65, "65 years in a hundred", false],
    [0.9, "Nine years in ten", false],
    [0.96, "96 years in a hundred", false],
    [0.997, "Nearly every year", true],
    [1, "Every simulated year", true],
  ])("says %d as %s", (share, years, isOne) => {
    expect(yearsInWords(share)).toEqual({ years, isOne });
  });
});
