import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attainmentOf, snapAttainment } from "./attainment.ts";

describe("attainmentOf", () => {
  it.each([
    { actual: 120, target: 100, direction: "higher", attainment: 1.2 },
    { actual: 0.7, target: 0.1, direction: "higher", attainment: 7 },
    { actual: 2_000_000 / 3, target: 1_000_000, direction: "higher", attainment: 0.6666666667 },
    { actual: 0, target: 100, direction: "higher", attainment: 0 },
    { actual: -5, target: 100, direction: "higher", attainment: 0 },
    { actual: 1e12, target: 1e-300, direction: "higher", attainment: 100 },
    { actual: 10_001, target: 100, direction: "higher", attainment: 100 },
    { actual: 0, target: 0, direction: "higher", attainment: 1 },
    { actual: 1, target: 0, direction: "higher", attainment: 100 },
    { actual: -1, target: 0, direction: "higher", attainment: 0 },
    { actual: 80, target: 100, direction: "lower", attainment: 1.25 },
    { actual: 125, target: 100, direction: "lower", attainment: 0.8 },
    { actual: 0, target: 100, direction: "lower", attainment: 100 },
    { actual: -1, target: 100, direction: "lower", attainment: 100 },
    { actual: 1e-300, target: 100, direction: "lower", attainment: 100 },
    { actual: 0, target: 0, direction: "lower", attainment: 1 },
    { actual: 1, target: 0, direction: "lower", attainment: 0 },
    { actual: -1, target: 0, direction: "lower", attainment: 100 },
  ] as const)("$actual of $target ($direction is better) is $attainment", ({ attainment, ...result }) => {
    expect(attainmentOf(result)).toBe(attainment);
  });
});

describe("snapAttainment", () => {
  it.each([
    { attainment: -1, snapped: 0 },
    { attainment: -0, snapped: 0 },
    { attainment: 0.799_999_999_94, snapped: 0.799_999_999_9 },
    { attainment: 0.799_999_999_96, snapped: 0.8 },
    { attainment: 100.1, snapped: 100 },
    { attainment: Infinity, snapped: 100 },
  ])("$attainment becomes $snapped", ({ attainment, snapped }) => {
    expect(snapAttainment(attainment)).toBe(snapped);
  });

  it("changes nothing the second time", () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (attainment) => void expect(snapAttainment(snapAttainment(attainment))).toBe(snapAttainment(attainment))));
  });
});
