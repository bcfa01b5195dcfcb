import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { curveArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { compileCurve, factorAt } from "../engine/index.ts";
import { CURVE_PRESETS, presetCurve, type CurvePresetId } from "../library/index.ts";
import type { Curve, CurveKind } from "../model/scenario.ts";
import { paysTheSame } from "./convert-curve.ts";
import { convertCurve } from "./index.ts";

const KINDS: readonly CurveKind[] = ["points", "tiers", "steps", "levels"];

describe("convertCurve", () => {
  it.each<[CurvePresetId, CurveKind, boolean]>([
    ["straight-line", "tiers", true],
    ["ramp", "tiers", true],
    ["first-unit", "tiers", false],
    ["jump", "tiers", false],
    ["accelerator", "tiers", true],
    ["decelerator", "tiers", true],
    ["capped", "tiers", true],
    ["straight-line", "steps", false],
    ["tiers-marginal", "points", true],
    ["tiers-whole", "points", true],
    ["tiers-excess", "points", true],
    ["tiers-whole", "levels", false],
    ["steps", "points", true],
    ["steps", "levels", true],
    ["steps", "tiers", false],
    ["levels", "points", true],
    ["levels", "steps", true],
  ])("%s to %s is exact: %s", (id, kind, exact) => {
    const converted = convertCurve(presetCurve(id), kind);
    expect(converted.curve.kind).toBe(kind);
    expect(converted.exact).toBe(exact);
  });

  it.each<[CurvePresetId, CurveKind, Curve]>([
    ["tiers-marginal", "points", {
      kind: "points", below: "zero", above: "extend", cap: null,
      points: [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1 }, { attainment: 1.2, payout: 1.3 }, { attainment: 1.7, payout: 2.3 }],
    }],
    ["steps", "points", {
      kind: "points", below: "zero", above: "flat", cap: null,
      points: [
        { attainment: 0.6, payout: 0.5 }, { attainment: 0.8, payout: 0.5 }, { attainment: 0.8, payout: 0.8 }, { attainment: 1, payout: 0.8 },
        { attainment: 1, payout: 1 }, { attainment: 1.2, payout: 1 }, { attainment: 1.2, payout: 1.3 },
      ],
    }],
    ["accelerator", "tiers", { kind: "tiers", basis: "marginal", cap: null, tiers: [{ from: 0, rate: 1 }, { from: 1, rate: 2 }] }],
    ["capped", "tiers", { kind: "tiers", basis: "marginal", cap: 1.5, tiers: [{ from: 0, rate: 1 }] }],
    ["steps", "levels", {
      kind: "levels", cap: null,
      levels: [
        { name: "Level 1", from: 0.6, payout: 0.5 }, { name: "Level 2", from: 0.8, payout: 0.8 },
        { name: "Level 3", from: 1, payout: 1 }, { name: "Level 4", from: 1.2, payout: 1.3 },
      ],
    }],
    ["straight-line", "steps", {
      kind: "steps", cap: null,
      steps: [{ from: 0.5, payout: 0.5 }, { from: 0.75, payout: 0.75 }, { from: 1, payout: 1 }, { from: 1.25, payout: 1.25 }, { from: 1.5, payout: 1.5 }],
    }],
  ])("%s to %s reads as written", (id, kind, expected) => {
    expect(convertCurve(presetCurve(id), kind).curve).toEqual(expected);
  });

  it("takes a line from zero that starts at a threshold as a whole table", () => {
    const line: Curve = { kind: "points", below: "zero", above: "extend", cap: null, points: [{ attainment: 0.7, payout: 0.7 }, { attainment: 1, payout: 1 }] };
    expect(convertCurve(line, "tiers")).toEqual({ curve: { kind: "tiers", basis: "whole", cap: null, tiers: [{ from: 0.7, rate: 1 }] }, exact: true });
  });

  it("pays the same at every corner where tiers only come near", () => {
    const { curve } = convertCurve(presetCurve("jump"), "tiers");
    for (const [attainment, payout] of [[0.7, 0.4], [1, 1], [1.3, 2.5], [1.8, 3], [2.5, 3]] as const) expect(factorAt(compileCurve(curve), attainment)).toBeCloseTo(payout, 9);
  });

  it("leaves a curve of the same kind as it is", () => {
    for (const { curve } of CURVE_PRESETS) expect(convertCurve(curve, curve.kind)).toEqual({ curve, exact: true });
  });

  it("says exact only where both pay the same, and takes every staircase and table as points", () => {
    fc.assert(fc.property(curveArbitrary(), fc.constantFrom(...KINDS), (curve, kind) => {
      const converted = convertCurve(curve, kind);
      expect(converted.curve.kind).toBe(kind);
      expect(converted.exact).toBe(paysTheSame(curve, converted.curve));
      const corners = compileCurve({ ...curve, cap: null });
      const fits = Math.max(...corners.at, ...corners.below) < 50 && (corners.slope.at(-1) ?? 0) < 50;
      if (kind === "points" && fits) expect(converted.exact).toBe(true);
      if (kind === "levels" && curve.kind === "steps") expect(converted.exact).toBe(true);
    }), { numRuns: 1_000 });
  });

  it("keeps the payout at target wherever it lands", () => {
    fc.assert(fc.property(fc.constantFrom(...CURVE_PRESETS), fc.constantFrom(...KINDS), ({ curve }, kind) => {
      expect(factorAt(compileCurve(convertCurve(curve, kind).curve), 1)).toBeCloseTo(1, 9);
    }));
  });
});
