import { describe, expect, it } from "vitest";
import { points } from "../../../../tests/helpers/plain-plan.ts";
import type { Curve, CurveTier, TiersCurve } from "../../model/scenario.ts";
import { compileCurve } from "./compile.ts";

function tiers(basis: TiersCurve["basis"], list: readonly CurveTier[], cap: number | null = null): Curve {
  return { kind: "tiers", basis, cap, tiers: list };
}

function steps(list: readonly (readonly [number, number])[], cap: number | null = null): Curve {
  return { kind: "steps", cap, steps: list.map(([from, payout]) => ({ from, payout })) };
}

describe("compileCurve: points", () => {
  it.each([
    {
      name: "nothing below the first point, flat above the last",
      curve: points([[0.5, 0], [1, 1], [1.5, 2]]),
      compiled: { x: [0, 0.5, 1, 1.5], below: [0, 0, 1, 2], at: [0, 0, 1, 2], slope: [0, 2, 2, 0], cap: null },
    },
    {
      name: "a first payout above nothing is a jump",
      curve: points([[0.5, 0.25], [1, 1]], { above: "extend" }),
      compiled: { x: [0, 0.5, 1], below: [0, 0, 1], at: [0, 0.25, 1], slope: [0, 1.5, 1.5], cap: null },
    },
    {
      name: "below pays the first payout",
      curve: points([[0.5, 0.25], [1, 1]], { below: "first" }),
      compiled: { x: [0, 0.5, 1], below: [0.25, 0.25, 1], at: [0.25, 0.25, 1], slope: [0, 1.5, 0], cap: null },
    },
    {
      name: "below pays the first payout, up to a jump at the first point",
      curve: points([[0.5, 0.25], [0.5, 0.5], [1, 1]], { below: "first" }),
      compiled: { x: [0, 0.5, 1], below: [0.25, 0.25, 1], at: [0.25, 0.5, 1], slope: [0, 1, 0], cap: null },
    },
    {
      name: "two points at one attainment: the second applies there",
      curve: points([[0, 0], [1, 0.5], [1, 1], [2, 2]]),
      compiled: { x: [0, 1, 2], below: [0, 0.5, 2], at: [0, 1, 2], slope: [0.5, 1, 0], cap: null },
    },
    {
      name: "a point at 0 needs no ground",
      curve: points([[0, 0.25], [1, 1]]),
      compiled: { x: [0, 1], below: [0.25, 1], at: [0.25, 1], slope: [0.75, 0], cap: null },
    },
    {
      name: "a jump at 0 pays its second point from 0 on",
      curve: points([[0, 0], [0, 0.5], [1, 1]]),
      compiled: { x: [0, 1], below: [0.5, 1], at: [0.5, 1], slope: [0.5, 0], cap: null },
    },
    {
      name: "extend on a single point is flat",
      curve: points([[1, 1]], { above: "extend" }),
      compiled: { x: [0, 1], below: [0, 0], at: [0, 1], slope: [0, 0], cap: null },
    },
    {
      name: "extend after a final jump is flat",
      curve: points([[0.5, 0], [1, 1], [1, 2]], { above: "extend" }),
      compiled: { x: [0, 0.5, 1], below: [0, 0, 1], at: [0, 0, 2], slope: [0, 2, 0], cap: null },
    },
    {
      name: "extend after an earlier jump goes on along the last slope",
      curve: points([[0.5, 0], [0.5, 0.25], [1, 1]], { above: "extend" }),
      compiled: { x: [0, 0.5, 1], below: [0, 0, 1], at: [0, 0.25, 1], slope: [0, 1.5, 1.5], cap: null },
    },
    {
      name: "an extended fall ends at nothing",
      curve: points([[0, 1], [1, 0.75]], { above: "extend" }),
      compiled: { x: [0, 1, 4], below: [1, 0.75, 0], at: [1, 0.75, 0], slope: [-0.25, -0.25, 0], cap: null },
    },
    {
      name: "an extended fall that is at nothing stays there",
      curve: points([[0, 1], [1, 0]], { above: "extend" }),
      compiled: { x: [0, 1], below: [1, 0], at: [1, 0], slope: [-1, 0], cap: null },
    },
    {
      name: "points closer than ten decimals are one place",
      curve: points([[0.5, 0], [0.500_000_000_01, 1], [0.75, 1]]),
      compiled: { x: [0, 0.5, 0.75], below: [0, 0, 1], at: [0, 1, 1], slope: [0, 0, 0], cap: null },
    },
  ])("$name", ({ curve, compiled }) => {
    expect(compileCurve(curve)).toEqual(compiled);
  });
});

describe("compileCurve: tiers", () => {
  const list = [{ from: 0.5, rate: 1 }, { from: 1, rate: 1.5 }, { from: 2, rate: 0.5 }];
  it.each([
    {
      name: "marginal: each rate on its part, nothing below the first",
      curve: tiers("marginal", list),
      compiled: { x: [0, 0.5, 1, 2], below: [0, 0, 0.5, 2], at: [0, 0, 0.5, 2], slope: [0, 1, 1.5, 0.5], cap: null },
    },
    {
      name: "whole: the rate reached on everything",
      curve: tiers("whole", list),
      compiled: { x: [0, 0.5, 1, 2], below: [0, 0, 1, 3], at: [0, 0.5, 1.5, 1], slope: [0, 1, 1.5, 0.5], cap: null },
    },
    {
      name: "excess: base rate up to target, the rate reached above",
      curve: tiers("excess", list),
      compiled: { x: [0, 0.5, 1, 2], below: [0, 0, 1, 2.5], at: [0, 0.5, 1, 1.5], slope: [0, 1, 1.5, 0.5], cap: null },
    },
    {
      name: "marginal from 0",
      curve: tiers("marginal", [{ from: 0, rate: 1 }, { from: 1, rate: 2 }]),
      compiled: { x: [0, 1], below: [0, 1], at: [0, 1], slope: [1, 2], cap: null },
    },
    {
      name: "excess: the base rate is that of the last tier below target",
      curve: tiers("excess", [{ from: 0, rate: 0.5 }, { from: 0.75, rate: 2 }]),
      compiled: { x: [0, 1], below: [0, 2], at: [0, 2], slope: [2, 2], cap: null },
    },
    {
      name: "excess without a tier below target: base rate 1",
      curve: tiers("excess", [{ from: 1, rate: 3 }]),
      compiled: { x: [0, 1], below: [0, 1], at: [0, 1], slope: [1, 3], cap: null },
    },
    {
      name: "excess with the first tier above target: no rate is reached in between",
      curve: tiers("excess", [{ from: 1.5, rate: 2 }]),
      compiled: { x: [0, 1, 1.5], below: [0, 1, 1], at: [0, 1, 2], slope: [1, 0, 2], cap: null },
    },
  ])("$name", ({ curve, compiled }) => {
    expect(compileCurve(curve)).toEqual(compiled);
  });
});

describe("compileCurve: steps and levels", () => {
  it("pays nothing below the first, then what is reached", () => {
    const compiled = { x: [0, 0.5, 1], below: [0, 0, 0.5], at: [0, 0.5, 1.25], slope: [0, 0, 0], cap: null };
    expect(compileCurve(steps([[0.5, 0.5], [1, 1.25]]))).toEqual(compiled);
    expect(compileCurve({ kind: "levels", cap: null, levels: [{ name: "partly", from: 0.5, payout: 0.5 }, { name: "met", from: 1, payout: 1.25 }] })).toEqual(compiled);
  });

  it("may pay from 0 on, and less on a higher step", () => {
    expect(compileCurve(steps([[0, 1], [1, 0.5]]))).toEqual({ x: [0, 1], below: [1, 1], at: [1, 0.5], slope: [0, 0], cap: null });
  });
});

describe("compileCurve: caps", () => {
  it.each([
    {
      name: "cuts the extended line, with a corner where it reaches the cap",
      curve: points([[0, 0], [1, 1]], { above: "extend", cap: 2.5 }),
      compiled: { x: [0, 1, 2.5], below: [0, 1, 2.5], at: [0, 1, 2.5], slope: [1, 1, 0], cap: 2.5 },
    },
    {
      name: "a corner at ten decimals that are reached from above",
      curve: points([[0, 0], [3, 1]], { above: "extend", cap: 0.1 / 3 }),
      compiled: { x: [0, 0.1, 3], below: [0, 0.1 / 3, 0.1 / 3], at: [0, 0.1 / 3, 0.1 / 3], slope: [1 / 3, 0, 0], cap: 0.1 / 3 },
    },
    {
      name: "at a point: the line ends there",
      curve: points([[0, 0], [1, 1], [2, 2]], { above: "extend", cap: 1 }),
      compiled: { x: [0, 1, 2], below: [0, 1, 1], at: [0, 1, 1], slope: [1, 0, 0], cap: 1 },
    },
    {
      name: "in the first segment",
      curve: points([[0.5, 0.5], [1, 1]], { cap: 0.25 }),
      compiled: { x: [0, 0.5, 1], below: [0, 0, 0.25], at: [0, 0.25, 0.25], slope: [0, 0, 0], cap: 0.25 },
    },
    {
      name: "cap 0 pays nothing",
      curve: points([[0, 0.5], [1, 1]], { above: "extend", cap: 0 }),
      compiled: { x: [0, 1], below: [0, 0], at: [0, 0], slope: [0, 0], cap: 0 },
    },
    {
      name: "out of reach is no cap",
      curve: points([[0, 0], [1, 1], [2, 2]], { cap: 2.5 }),
      compiled: { x: [0, 1, 2], below: [0, 1, 2], at: [0, 1, 2], slope: [1, 1, 0], cap: null },
    },
    {
      name: "beyond the most attainment is out of reach",
      curve: points([[0, 0], [100, 1]], { above: "extend", cap: 1.5 }),
      compiled: { x: [0, 100], below: [0, 1], at: [0, 1], slope: [0.01, 0.01], cap: null },
    },
    {
      name: "just reached is in force",
      curve: steps([[1, 1.5]], 1.5),
      compiled: { x: [0, 1], below: [0, 0], at: [0, 1.5], slope: [0, 0], cap: 1.5 },
    },
    {
      name: "over a peak, and down again",
      curve: points([[0, 0], [1, 2], [2, 0]], { cap: 1 }),
      compiled: { x: [0, 0.5, 1, 1.5, 2], below: [0, 1, 1, 1, 0], at: [0, 1, 1, 1, 0], slope: [2, 0, 0, -2, 0], cap: 1 },
    },
    {
      name: "a fall that stays above the cap",
      curve: points([[0, 4], [1, 2], [1, 0.5]], { cap: 1 }),
      compiled: { x: [0, 1], below: [1, 1], at: [1, 0.5], slope: [0, 0], cap: 1 },
    },
    {
      name: "whole tiers, where a jump leads back under the cap",
      curve: tiers("whole", [{ from: 0, rate: 2 }, { from: 1, rate: 0.5 }], 1),
      compiled: { x: [0, 0.5, 1, 2], below: [0, 1, 1, 1], at: [0, 1, 0.5, 1], slope: [2, 0, 0.5, 0], cap: 1 },
    },
    {
      name: "an extended fall from above the cap to nothing",
      curve: points([[0, 3], [1, 2]], { above: "extend", cap: 1 }),
      compiled: { x: [0, 1, 2, 3], below: [1, 1, 1, 0], at: [1, 1, 1, 0], slope: [0, 0, -1, 0], cap: 1 },
    },
  ])("$name", ({ curve, compiled }) => {
    expect(compileCurve(curve)).toEqual(compiled);
  });
});

describe("compileCurve: corners at ten decimals", () => {
  // In floating point 0.1 + 0.2 is a little more than 0.3, and 0.7 + (0.9 − 1) ÷ −1 a little less than 0.8.
  it.each([
    { name: "where a climb reaches the cap", curve: points([[0.1, 0], [1.1, 1]], { cap: 0.2 }), x: [0, 0.1, 0.3, 1.1] },
    { name: "where a fall leaves the cap", curve: points([[0, 1], [0.7, 1], [1.7, 0]], { cap: 0.9 }), x: [0, 0.7, 0.8, 1.7] },
    { name: "a climb reaches it between two steps: the later one", curve: points([[0, 0], [3, 1]], { cap: 0.5 / 3 + 1e-11 }), x: [0, 0.500_000_000_1, 3] },
    { name: "a fall leaves it between two steps: the earlier one", curve: points([[0, 1], [3, 0]], { cap: 0.5 - 1e-11 }), x: [0, 1.5, 3] },
  ])("$name", ({ curve, x }) => {
    expect(compileCurve(curve).x).toEqual(x);
  });
});

it("compiles a curve value once", () => {
  const curve = points([[1, 1]]);
  expect(compileCurve(curve)).toBe(compileCurve(curve));
  expect(compileCurve({ ...curve })).not.toBe(compileCurve(curve));
});
