import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costAt, costStack, largestAmount, splitAtLimit, totalOf } from "./cost-stack.ts";

const POINTS = [
  { attainment: 0.5, base: 100, burden: 20, incentive: 0 },
  { attainment: 0.7, base: 100, burden: 20, incentive: 0 },
  { attainment: 0.7, base: 100, burden: 24, incentive: 40 },
  { attainment: 1.5, base: 100, burden: 32, incentive: 120 },
];

describe("costStack", () => {
  it("stacks base, burden, incentive", () => {
    const stack = costStack(POINTS);
    expect(stack.base.map(({ amount }) => amount)).toEqual([100, 100, 100, 100]);
    expect(stack.burden.map(({ amount }) => amount)).toEqual([120, 120, 124, 132]);
    expect(stack.total.map(({ amount }) => amount)).toEqual([120, 120, 164, 252]);
  });
});

describe("splitAtLimit", () => {
  const line = (...amounts: number[]) => amounts.map((amount, index) => ({ attainment: index, amount }));

  it.each([
    { name: "all within", amounts: [1, 2], limit: 3, within: [[[0, 1], [1, 2]]], over: [] },
    { name: "all over", amounts: [4, 5], limit: 3, within: [], over: [[[0, 4], [1, 5]]] },
    { name: "crosses up", amounts: [2, 4], limit: 3, within: [[[0, 2], [0.5, 3]]], over: [[[0.5, 3], [1, 4]]] },
    { name: "crosses down", amounts: [4, 2], limit: 3, within: [[[0.5, 3], [1, 2]]], over: [[[0, 4], [0.5, 3]]] },
    { name: "along the limit", amounts: [3, 3], limit: 3, within: [[[0, 3], [1, 3]]], over: [] },
    { name: "leaves the limit at a corner", amounts: [2, 3, 4], limit: 3, within: [[[0, 2], [1, 3]]], over: [[[1, 3], [2, 4]]] },
    {
      name: "up and down again", amounts: [2, 4, 2], limit: 3,
      within: [[[0, 2], [0.5, 3]], [[1.5, 3], [2, 2]]], over: [[[0.5, 3], [1, 4], [1.5, 3]]],
    },
  ])("$name", ({ amounts, limit, within, over }) => {
    const split = splitAtLimit(line(...amounts), limit);
    const plain = (stretches: typeof split.within) => stretches.map((stretch) => stretch.map(({ attainment, amount }) => [attainment, amount]));
    expect(plain(split.within)).toEqual(within);
    expect(plain(split.over)).toEqual(over);
  });

  it("splits a jump at the limit", () => {
    const split = splitAtLimit(costStack(POINTS).total, 150);
    expect(split.within).toEqual([[{ attainment: 0.5, amount: 120 }, { attainment: 0.7, amount: 120 }, { attainment: 0.7, amount: 150 }]]);
    expect(split.over[0]?.[0]).toEqual({ attainment: 0.7, amount: 150 });
  });

  it("is whole without a limit", () => {
    expect(splitAtLimit(line(1, 9), null)).toEqual({ within: [line(1, 9)], over: [] });
  });

  it("loses no stretch and puts each on its side", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 12 }), (amounts) => {
        const split = splitAtLimit(line(...amounts), 3);
        const run = (stretches: typeof split.over) => stretches.reduce((sum, stretch) => sum + stretch.at(-1)!.attainment - stretch[0]!.attainment, 0);
        expect(run(split.over) + run(split.within)).toBeCloseTo(amounts.length - 1, 9);
        for (const stretch of split.over) expect(stretch.every(({ amount }) => amount >= 3)).toBe(true);
        for (const stretch of split.within) expect(stretch.every(({ amount }) => amount <= 3)).toBe(true);
      }),
    );
  });
});

describe("costAt", () => {
  it.each([
    { at: 0.4, total: 120 },
    { at: 0.5, total: 120 },
    { at: 0.699, total: 120 },
    { at: 0.7, total: 164 },
    { at: 1.1, total: 208 },
    { at: 1.5, total: 252 },
    { at: 2, total: 252 },
  ])("at $at", ({ at, total }) => {
    expect(totalOf(costAt(POINTS, at)!)).toBeCloseTo(total, 9);
  });

  it("is nothing without corners", () => {
    expect(costAt([], 1)).toBeNull();
  });
});

describe("largestAmount", () => {
  it.each([
    { budget: null, largest: 252 },
    { budget: 200, largest: 252 },
    { budget: 300, largest: 300 },
    { budget: 600, largest: 252 },
  ])("with budget $budget", ({ budget, largest }) => {
    expect(largestAmount(POINTS, budget)).toBe(largest);
  });

  it("has a scale for nothing", () => {
    expect(largestAmount([], null)).toBe(1);
    expect(largestAmount([], 500)).toBe(500);
  });
});
