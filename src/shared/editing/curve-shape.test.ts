import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CURVE_PRESETS, presetCurve, type CurvePresetId } from "../library/index.ts";
import type { Curve } from "../model/scenario.ts";
import { thresholdKindOf, withCap, withThresholdKind, withTierBasis, type ThresholdKind } from "./index.ts";

const points = (curve: Curve): unknown => (curve.kind === "points" ? curve.points.map(({ attainment, payout }) => [attainment, payout]) : null);
const KINDS: readonly ThresholdKind[] = ["none", "ramp", "first-unit", "jump"];

describe("withThresholdKind", () => {
  it.each<[CurvePresetId, ThresholdKind, unknown]>([
    ["straight-line", "ramp", [[0.7, 0], [1, 1]]],
    ["straight-line", "first-unit", [[0.7, 0.7], [1, 1]]],
    ["straight-line", "jump", [[0.7, 0.35], [1, 1]]],
    ["jump", "none", [[0, 0], [1, 1], [1.3, 2.5], [1.8, 3]]],
    ["jump", "ramp", [[0.7, 0], [1, 1], [1.3, 2.5], [1.8, 3]]],
    ["jump", "first-unit", [[0.7, 0.7], [1, 1], [1.3, 2.5], [1.8, 3]]],
    ["ramp", "jump", [[0.7, 0.35], [1, 1], [1.3, 2]]],
    ["first-unit", "none", [[0, 0], [1, 1], [1.3, 1.6]]],
  ])("%s with %s", (id, kind, expected) => {
    expect(points(withThresholdKind(presetCurve(id), kind))).toEqual(expected);
  });

  it("leaves a curve that already starts so, and every other kind of curve", () => {
    for (const { curve } of CURVE_PRESETS) {
      const current = thresholdKindOf(curve);
      for (const kind of KINDS) if (current === null || current === kind) expect(withThresholdKind(curve, kind)).toBe(curve);
    }
  });

  it("gives a single point a threshold below it", () => {
    const single: Curve = { kind: "points", below: "zero", above: "flat", cap: null, points: [{ attainment: 1, payout: 1 }] };
    expect(points(withThresholdKind(single, "ramp"))).toEqual([[0.7, 0], [1, 1]]);
    const floor: Curve = { ...single, below: "first", points: [{ attainment: 0, payout: 1 }] };
    expect(points(withThresholdKind(floor, "ramp"))).toEqual([[0.7, 0], [1, 1]]);
  });

  it("starts as asked and keeps the points above, for any climbing curve", () => {
    const climbing = fc
      .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 250 }), { minLength: 2, maxLength: 6 }), fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 6, maxLength: 6 }))
      .map(([at, rises]): Curve => {
        let payout = 0;
        return {
          kind: "points", below: "zero", above: "extend", cap: null,
          points: at.toSorted((a, b) => a - b).map((attainment, index) => ({ attainment: attainment / 100, payout: (payout += rises[index] ?? 1) / 100 })),
        };
      });
    fc.assert(fc.property(climbing, fc.constantFrom(...KINDS), (curve, kind) => {
      const next = withThresholdKind(curve, kind);
      const isTiny = next.kind === "points" && (next.points[0]?.attainment ?? 0) > 0 && (next.points[1]?.payout ?? 0) <= 0.02;
      if (!isTiny) expect(thresholdKindOf(next)).toBe(kind);
      if (curve.kind === "points" && next.kind === "points") expect(next.points.slice(-curve.points.length + 1)).toEqual(curve.points.slice(1));
    }));
  });
});

describe("withCap", () => {
  it.each([[2, 2], [null, null], [-1, 0], [500, 100]])("%s becomes %s", (cap, expected) => {
    expect(withCap(presetCurve("jump"), cap).cap).toBe(expected);
  });

  it("keeps the corners it hides", () => {
    expect(points(withCap(presetCurve("jump"), 2))).toEqual(points(presetCurve("jump")));
    const jump = presetCurve("jump");
    expect(withCap(jump, 3)).toBe(jump);
  });
});

describe("withTierBasis", () => {
  it("counts the same tiers in another way", () => {
    expect(withTierBasis(presetCurve("tiers-marginal"), "whole")).toEqual({ ...presetCurve("tiers-marginal"), basis: "whole" });
    const steps = presetCurve("steps");
    expect(withTierBasis(steps, "whole")).toBe(steps);
  });
});
