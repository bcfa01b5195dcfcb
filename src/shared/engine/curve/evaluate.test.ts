import { describe, expect, it } from "vitest";
import { points } from "../../../../tests/helpers/plain-plan.ts";
import type { Curve, TiersCurve } from "../../model/scenario.ts";
import { compileCurve } from "./compile.ts";
import { curveLine, factorAt } from "./evaluate.ts";

/** One step of the ten decimals that attainments are told apart by. */
const STEP = 1e-10;

const tiers = (basis: TiersCurve["basis"], cap: number | null = null): Curve => ({
  kind: "tiers", basis, cap, tiers: [{ from: 0.8, rate: 1 }, { from: 1, rate: 1.5 }, { from: 1.2, rate: 2 }],
});
const steps: Curve = { kind: "steps", cap: null, steps: [{ from: 0.6, payout: 0.5 }, { from: 0.8, payout: 0.8 }, { from: 1, payout: 1 }] };
const levels: Curve = { kind: "levels", cap: 1.2, levels: [{ name: "partly met", from: 0.5, payout: 0.5 }, { name: "exceeded", from: 1.25, payout: 1.5 }] };

describe("factorAt: just below, at and just above each boundary", () => {
  it.each([
    { name: "ramp", curve: points([[0.7, 0], [1, 1]]), at: 0.7, payouts: [0, 0, STEP / 0.3] },
    { name: "from the first unit", curve: points([[0.7, 0.7], [1, 1]]), at: 0.7, payouts: [0, 0.7, 0.7 + STEP] },
    { name: "jump", curve: points([[0.7, 0.4], [1, 1]]), at: 0.7, payouts: [0, 0.4, 0.4 + 2 * STEP] },
    { name: "two points at one attainment", curve: points([[0, 0], [1, 0.8], [1, 1]]), at: 1, payouts: [0.8 - 0.8 * STEP, 1, 1] },
    { name: "below pays the first payout", curve: points([[0.7, 0.4], [1, 1]], { below: "first" }), at: 0.7, payouts: [0.4, 0.4, 0.4 + 2 * STEP] },
    { name: "flat above", curve: points([[0, 0], [1, 1]]), at: 1, payouts: [1 - STEP, 1, 1] },
    { name: "extend above", curve: points([[0, 0], [1, 1]], { above: "extend" }), at: 1, payouts: [1 - STEP, 1, 1 + STEP] },
    { name: "accelerator", curve: points([[0, 0], [1, 1], [1.5, 2]]), at: 1, payouts: [1 - STEP, 1, 1 + 2 * STEP] },
    { name: "KPI cap", curve: points([[0, 0], [1, 1]], { above: "extend", cap: 2 }), at: 2, payouts: [2 - STEP, 2, 2] },
    { name: "marginal, first tier", curve: tiers("marginal"), at: 0.8, payouts: [0, 0, STEP] },
    { name: "marginal, second tier", curve: tiers("marginal"), at: 1, payouts: [0.2 - STEP, 0.2, 0.2 + 1.5 * STEP] },
    { name: "marginal, third tier", curve: tiers("marginal"), at: 1.2, payouts: [0.5 - 1.5 * STEP, 0.5, 0.5 + 2 * STEP] },
    { name: "whole, first tier", curve: tiers("whole"), at: 0.8, payouts: [0, 0.8, 0.8 + STEP] },
    { name: "whole, second tier", curve: tiers("whole"), at: 1, payouts: [1 - STEP, 1.5, 1.5 + 1.5 * STEP] },
    { name: "whole, third tier", curve: tiers("whole"), at: 1.2, payouts: [1.8 - 1.5 * STEP, 2.4, 2.4 + 2 * STEP] },
    { name: "excess, first tier", curve: tiers("excess"), at: 0.8, payouts: [0, 0.8, 0.8 + STEP] },
    { name: "excess, second tier", curve: tiers("excess"), at: 1, payouts: [1 - STEP, 1, 1 + 1.5 * STEP] },
    { name: "excess, third tier", curve: tiers("excess"), at: 1.2, payouts: [1.3 - 1.5 * STEP, 1.4, 1.4 + 2 * STEP] },
    { name: "excess, capped in the jump", curve: tiers("excess", 1.35), at: 1.2, payouts: [1.3 - 1.5 * STEP, 1.35, 1.35] },
    { name: "first step", curve: steps, at: 0.6, payouts: [0, 0.5, 0.5] },
    { name: "second step", curve: steps, at: 0.8, payouts: [0.5, 0.8, 0.8] },
    { name: "last step", curve: steps, at: 1, payouts: [0.8, 1, 1] },
    { name: "first level", curve: levels, at: 0.5, payouts: [0, 0.5, 0.5] },
    { name: "last level, capped", curve: levels, at: 1.25, payouts: [0.5, 1.2, 1.2] },
  ])("$name", ({ curve, at, payouts }) => {
    const compiled = compileCurve(curve);
    const [below, exactly, above] = payouts;
    expect(factorAt(compiled, at - STEP)).toBeCloseTo(below ?? NaN, 14);
    expect(factorAt(compiled, at)).toBeCloseTo(exactly ?? NaN, 14);
    expect(factorAt(compiled, at + STEP)).toBeCloseTo(above ?? NaN, 14);
  });

  it("reaches a tier at 7 with 0.7 ÷ 0.1", () => {
    const compiled = compileCurve({ kind: "steps", cap: null, steps: [{ from: 7, payout: 3 }] });
    expect([factorAt(compiled, 0.7 / 0.1), factorAt(compiled, 7 - STEP)]).toEqual([3, 0]);
  });

  it("tells what applies at a jump from what applies just below it", () => {
    const compiled = compileCurve(steps);
    expect([factorAt(compiled, 0.8, "below"), factorAt(compiled, 0.8, "at"), factorAt(compiled, 0.8)]).toEqual([0.5, 0.8, 0.8]);
    expect([factorAt(compiled, 0.7, "below"), factorAt(compiled, 0, "below")]).toEqual([0.5, 0]);
  });

  it("ends each line exactly at the next corner", () => {
    const compiled = compileCurve(points([[0.1, 0.3], [0.7, 0.9], [1.1, 1.7]], { above: "extend", cap: 2.3 }));
    compiled.x.forEach((place, index) => {
      expect(factorAt(compiled, place)).toBe(compiled.at[index]);
      expect(factorAt(compiled, place, "below")).toBe(compiled.below[index]);
      expect(factorAt(compiled, place - STEP)).toBeLessThanOrEqual(compiled.below[index] ?? NaN);
    });
  });

  it("never passes nothing on the way down from a cap", () => {
    const compiled = compileCurve(points([[0.58, 0.9], [0.63, 0.22]], { above: "extend", cap: 0.195 }));
    const end = compiled.x.at(-1) ?? NaN;
    expect([factorAt(compiled, end - 2 * STEP) > 0, factorAt(compiled, end - STEP), factorAt(compiled, end)]).toEqual([true, 0, 0]);
  });

  it("takes attainments out of range as the nearest in it", () => {
    const compiled = compileCurve(points([[0, 0.25], [1, 1]], { above: "extend" }));
    expect([factorAt(compiled, -3), factorAt(compiled, 250)]).toEqual([0.25, factorAt(compiled, 100)]);
  });
});

describe("curveLine", () => {
  const compiled = compileCurve(points([[0.5, 0.25], [1, 1]], { above: "extend", cap: 2.5 }));

  it.each([
    { from: 0, to: 3, line: [[0, 0], [0.5, 0], [0.5, 0.25], [1, 1], [2, 2.5], [3, 2.5]] },
    { from: 0.5, to: 1, line: [[0.5, 0.25], [1, 1]] },
    { from: 0.25, to: 0.5, line: [[0.25, 0], [0.5, 0], [0.5, 0.25]] },
    { from: 0.75, to: 0.875, line: [[0.75, 0.625], [0.875, 0.8125]] },
    { from: 1, to: 1, line: [[1, 1]] },
    { from: 50, to: 120, line: [[50, 2.5], [100, 2.5], [120, 2.5]] },
    { from: 100, to: 120, line: [[100, 2.5], [120, 2.5]] },
  ])("from $from to $to", ({ from, to, line }) => {
    expect(curveLine(compiled, from, to)).toEqual(line.map(([attainment, payout]) => ({ attainment, payout })));
  });
});
