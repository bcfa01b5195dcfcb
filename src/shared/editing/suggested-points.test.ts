import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, points } from "../../../tests/helpers/plain-plan.ts";
import { curveArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { compileCurve, factorAt } from "../engine/index.ts";
import { sampleScenario } from "../library/index.ts";
import type { Curve } from "../model/scenario.ts";
import { thresholdOf, withSuggestedPoints } from "./suggested-points.ts";

const EXCELLENCE = 1.39;

function moved(curve: Curve, threshold: number): Curve {
  return withSuggestedPoints(plainKpi({ curve }), { threshold, excellence: EXCELLENCE }).curve ?? curve;
}

function steps(...corners: readonly (readonly [number, number])[]): Curve {
  return { kind: "steps", cap: null, steps: corners.map(([from, payout]) => ({ from, payout })) };
}

describe("threshold and excellence where they are suggested", () => {
  it.each<[string, Curve, number, number]>([
    ["a jump stops before the next corner", points([[0.5, 0.5], [0.7, 0.9], [1, 1]]), 0.89, 0.69],
    ["a ramp", points([[0.7, 0], [1, 1]]), 0.84, 0.84],
    ["a first unit", points([[0.5, 0.5], [1, 1]]), 0.84, 0.84],
    ["a jump of two points, both of them", points([[0.7, 0], [0.7, 0.4], [1, 1]]), 0.84, 0.84],
    ["steps stop before the next one", steps([0.5, 0.5], [0.8, 0.8], [1, 1]), 0.84, 0.79],
    ["levels", { kind: "levels", cap: null, levels: [{ name: "A", from: 0.5, payout: 0.5 }, { name: "B", from: 1, payout: 1 }] }, 0.84, 0.84],
    ["tiers", { kind: "tiers", basis: "marginal", cap: null, tiers: [{ from: 0.5, rate: 1 }, { from: 0.75, rate: 2 }] }, 0.84, 0.74],
    ["a tier over target stays over it where the excess is paid", { kind: "tiers", basis: "excess", cap: null, tiers: [{ from: 0.5, rate: 0 }, { from: 1, rate: 2 }] }, 0.84, 1],
    ["downwards", steps([0.8, 0.5], [1, 1]), 0.6, 0.6],
    ["a neighbour that is nearer than a percent lets it stay", points([[0.5, 0.5], [0.505, 0.9], [1, 1]]), 0.89, 0.5],
  ])("%s", (_, curve, suggested, reached) => {
    const once = moved(curve, suggested);
    expect(thresholdOf(once)).toBeCloseTo(reached, 12);
    expect(moved(once, suggested)).toBe(once);
  });

  it("are taken at once, and taken again change nothing, whatever the curve", () => {
    const percent = fc.integer({ min: 0, max: 250 }).map((points) => points / 100);
    fc.assert(fc.property(curveArbitrary(), percent, percent, (curve, threshold, excellence) => {
      const once = withSuggestedPoints(plainKpi({ curve }), { threshold, excellence });
      expect(once.excellence).toBe(excellence);
      expect(withSuggestedPoints(once, { threshold, excellence })).toBe(once);
      const [before, after] = [thresholdOf(curve), thresholdOf(once.curve)];
      // Towards what is suggested, and never past it.
      if (before !== null) expect(Math.abs((after ?? 0) - threshold)).toBeLessThanOrEqual(Math.abs(before - threshold) + 1e-9);
      else expect(once.curve).toBe(curve);
    }), { numRuns: 3_000 });
  });

  it("leave a threshold that is not to be moved, as under a matrix", () => {
    const kpi = plainKpi({ curve: steps([0.5, 0.5], [1, 1]) });
    expect(withSuggestedPoints(kpi, { threshold: null, excellence: EXCELLENCE })).toEqual({ ...kpi, excellence: EXCELLENCE });
  });

  it("pay as before from the next corner on", () => {
    const curve = steps([0.5, 0.5], [0.8, 0.8], [1, 1]);
    for (const at of [0.8, 0.9, 1, 1.5]) expect(factorAt(compileCurve(moved(curve, 0.84)), at)).toBe(factorAt(compileCurve(curve), at));
  });

  it("settle in one press on every KPI of the sample", () => {
    for (const kpi of sampleScenario().roles.flatMap((role) => role.kpis)) {
      const once = withSuggestedPoints(kpi, { threshold: 0.84, excellence: EXCELLENCE });
      expect(withSuggestedPoints(once, { threshold: 0.84, excellence: EXCELLENCE })).toBe(once);
    }
  });
});
