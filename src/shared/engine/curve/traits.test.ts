import { describe, expect, it } from "vitest";
import { STRAIGHT, points } from "../../../../tests/helpers/plain-plan.ts";
import type { Curve } from "../../model/scenario.ts";
import { compileCurve } from "./compile.ts";
import { curveTraits } from "./traits.ts";

const traitsOf = (curve: Curve) => curveTraits(compileCurve(curve));

describe("curveTraits", () => {
  it("of a ramp with an accelerator and a cap", () => {
    expect(traitsOf(points([[0.5, 0], [1, 1], [1.5, 2.5]], { above: "extend", cap: 4 }))).toEqual({
      threshold: 0.5, thresholdKind: "ramp", payoutAtThreshold: 0, payoutAtTarget: 1,
      slopeBelowTarget: 2, slopeAboveTarget: 3, accelerator: 1.5, cap: { payout: 4, from: 2 }, jumps: [],
    });
  });

  it("of a threshold from the first unit, with a decelerator", () => {
    expect(traitsOf(points([[0.5, 0.5], [1, 1], [2, 1.5]]))).toEqual({
      threshold: 0.5, thresholdKind: "first-unit", payoutAtThreshold: 0.5, payoutAtTarget: 1,
      slopeBelowTarget: 1, slopeAboveTarget: 0.5, accelerator: 0.5, cap: null, jumps: [{ attainment: 0.5, below: 0, at: 0.5 }],
    });
  });

  it("of a jump", () => {
    expect(traitsOf(points([[0.75, 0.5], [1, 1]], { above: "extend" }))).toEqual({
      threshold: 0.75, thresholdKind: "jump", payoutAtThreshold: 0.5, payoutAtTarget: 1,
      slopeBelowTarget: 2, slopeAboveTarget: 2, accelerator: 1, cap: null, jumps: [{ attainment: 0.75, below: 0, at: 0.5 }],
    });
  });

  it("of a line without threshold", () => {
    expect(traitsOf(STRAIGHT)).toEqual({
      threshold: 0, thresholdKind: null, payoutAtThreshold: 0, payoutAtTarget: 1,
      slopeBelowTarget: 1, slopeAboveTarget: 1, accelerator: 1, cap: null, jumps: [],
    });
  });

  it("of steps: no slopes, so no accelerator", () => {
    expect(traitsOf({ kind: "steps", cap: 1, steps: [{ from: 0.5, payout: 0.5 }, { from: 1, payout: 2 }] })).toEqual({
      threshold: 0.5, thresholdKind: "jump", payoutAtThreshold: 0.5, payoutAtTarget: 1,
      slopeBelowTarget: 0, slopeAboveTarget: 0, accelerator: null, cap: { payout: 1, from: 1 },
      jumps: [{ attainment: 0.5, below: 0, at: 0.5 }, { attainment: 1, below: 0.5, at: 1 }],
    });
  });

  it("of whole tiers: each boundary is a jump", () => {
    expect(traitsOf({ kind: "tiers", basis: "whole", cap: null, tiers: [{ from: 0, rate: 1 }, { from: 1, rate: 1.5 }] })).toEqual({
      threshold: 0, thresholdKind: null, payoutAtThreshold: 0, payoutAtTarget: 1.5,
      slopeBelowTarget: 1, slopeAboveTarget: 1.5, accelerator: 1.5, cap: null, jumps: [{ attainment: 1, below: 1, at: 1.5 }],
    });
  });

  it("of a curve that never pays", () => {
    expect(traitsOf(points([[1, 0]], { above: "extend" }))).toEqual({
      threshold: null, thresholdKind: null, payoutAtThreshold: null, payoutAtTarget: 0,
      slopeBelowTarget: 0, slopeAboveTarget: 0, accelerator: null, cap: null, jumps: [],
    });
  });

  it("of a fall that ends at target: no accelerator, not minus none", () => {
    expect(traitsOf(points([[0, 1], [1, 0.5]]))).toEqual({
      threshold: 0, thresholdKind: null, payoutAtThreshold: 1, payoutAtTarget: 0.5,
      slopeBelowTarget: -0.5, slopeAboveTarget: 0, accelerator: 0, cap: null, jumps: [],
    });
  });

  it("of a slope of almost nothing up to target: no accelerator, never an infinite one", () => {
    const curve: Curve = { kind: "tiers", basis: "marginal", cap: null, tiers: [{ from: 0, rate: 5e-324 }, { from: 1, rate: 1 }] };
    expect(traitsOf(curve)).toMatchObject({ slopeBelowTarget: 5e-324, slopeAboveTarget: 1, accelerator: null });
  });

  it("of a curve that is capped at nothing", () => {
    expect(traitsOf(points([[0, 0], [1, 1]], { cap: 0 }))).toMatchObject({ threshold: null, payoutAtTarget: 0, cap: { payout: 0, from: 0 } });
  });

  it.each([
    { name: "marginal tiers start as a ramp", curve: { kind: "tiers", basis: "marginal", cap: null, tiers: [{ from: 0.8, rate: 2 }] }, kind: "ramp" },
    { name: "whole tiers start from the first unit", curve: { kind: "tiers", basis: "whole", cap: null, tiers: [{ from: 0.7, rate: 1.1 }] }, kind: "first-unit" },
    { name: "excess tiers start from the first unit", curve: { kind: "tiers", basis: "excess", cap: null, tiers: [{ from: 0.7, rate: 1.1 }] }, kind: "first-unit" },
  ] as const)("$name", ({ curve, kind }) => {
    expect(traitsOf(curve).thresholdKind).toBe(kind);
  });
});
