import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { points } from "../../../../tests/helpers/plain-plan.ts";
import "../../../../tests/helpers/property-seed.ts";
import { curveArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { compileCurve, curveTraits, factorAt } from "../../engine/index.ts";
import type { Curve } from "../../model/scenario.ts";
import { acceleratorOf, capOf, excellencePayoutOf, thresholdOf, type CurveFigure } from "../curves/curve-figures.ts";

describe("figures of a curve", () => {
  const curve = points([[0.7, 0], [1, 1], [1.3, 2]], { cap: 2.5, above: "extend" });

  it("moves the threshold along, the two sides of a jump together", () => {
    expect(thresholdOf(curve)?.with(0.8)).toMatchObject({ points: [{ attainment: 0.8, payout: 0 }, { attainment: 1 }, { attainment: 1.3 }] });
    expect(thresholdOf(points([[0.7, 0.2], [0.7, 0.5], [1, 1]]))?.with(0.6)).toMatchObject({ points: [{ attainment: 0.6 }, { attainment: 0.6 }, { attainment: 1 }] });
    expect(thresholdOf(points([[0, 0], [1, 1]]))).toBeNull();
  });

  it("makes all above target climb in proportion", () => {
    expect(excellencePayoutOf(curve, 1.3)?.value).toBe(2);
    expect(excellencePayoutOf(curve, 1.3)?.with(2.5)).toMatchObject({ cap: 2.5, points: [{ payout: 0 }, { payout: 1 }, { payout: 2.5 }] });
    expect(excellencePayoutOf({ kind: "tiers", basis: "marginal", cap: null, tiers: [{ from: 0, rate: 1 }, { from: 1.2, rate: 2 }] }, 1.2)?.with(1.4)).toMatchObject({
      tiers: [{ from: 0, rate: 1 }, { from: 1, rate: expect.closeTo(2, 10) as number }, { from: 1.2, rate: expect.closeTo(4, 10) as number }],
    });
    expect(excellencePayoutOf({ kind: "tiers", basis: "whole", cap: null, tiers: [{ from: 0, rate: 1 }] }, 1.3)).toBeNull();
    expect(excellencePayoutOf({ kind: "steps", cap: null, steps: [{ from: 0.5, payout: 1 }] }, 1.3)).toBeNull();
  });

  it("moves the cap of those that have one", () => {
    expect(capOf(curve)?.with(3).cap).toBe(3);
    expect(capOf({ ...curve, cap: null })).toBeNull();
  });

  it("stops a threshold where it stops by hand", () => {
    expect(thresholdOf(points([[0.9, 0.5], [0.95, 0.9], [1, 1], [1.3, 2]]))).toMatchObject({ least: 0, most: 0.95 });
    expect(thresholdOf({ kind: "tiers", basis: "excess", cap: null, tiers: [{ from: 0.5, rate: 1 }, { from: 1, rate: 2 }] })).toMatchObject({ most: 0.999 });
  });

  it("has no excellence payout where the cap is reached before, and none above the cap", () => {
    expect(excellencePayoutOf({ ...curve, cap: 1.8 }, 1.3)).toBeNull();
    expect(excellencePayoutOf(curve, 1.3)?.most).toBe(2.5);
  });

  it("has an accelerator where there is a slope on both sides of target", () => {
    expect(acceleratorOf(points([[0, 0], [1, 1], [1.5, 2]]))).toMatchObject({ value: 2, least: 0 });
    expect(acceleratorOf(points([[0, 0], [1, 1], [1.5, 2]]))?.with(3)).toMatchObject({ points: [{ payout: 0 }, { payout: 1 }, { payout: 2.5 }] });
    expect(acceleratorOf({ kind: "steps", cap: null, steps: [{ from: 0.5, payout: 0.5 }, { from: 1.2, payout: 2 }] })).toBeNull();
    expect(acceleratorOf({ kind: "levels", cap: null, levels: [{ name: "", from: 0.5, payout: 0.5 }] })).toBeNull();
    expect(acceleratorOf(points([[0.8, 0], [1, 1]]))).toBeNull();
  });

  it("bends a line that runs through target, there alone", () => {
    const straight = points([[0, 0], [0.5, 0.5]], { above: "extend" });
    const bent = acceleratorOf(straight)?.with(2);
    expect(bent === undefined ? [] : [0.5, 1, 1.3, 3].map((attainment) => factorAt(compileCurve(bent), attainment))).toEqual([0.5, 1, 1.6, 5]);
    const through = points([[0, 0], [2, 2]]);
    const lifted = excellencePayoutOf(through, 1.3)?.with(1.6);
    expect(lifted === undefined ? [] : [1, 1.3].map((attainment) => factorAt(compileCurve(lifted), attainment))).toEqual([1, 1.6]);
  });

  it("reaches every value from the least to the most, and is the same curve where it stands", () => {
    const read: Record<string, readonly [(of: Curve) => CurveFigure | null, (of: Curve) => number | null]> = {
      threshold: [thresholdOf, (of) => curveTraits(compileCurve(of)).threshold],
      accelerator: [acceleratorOf, (of) => curveTraits(compileCurve(of)).accelerator],
      excellence: [(of) => excellencePayoutOf(of, 1.25), (of) => factorAt(compileCurve(of), 1.25)],
      cap: [capOf, (of) => of.cap],
    };
    fc.assert(
      fc.property(curveArbitrary(), fc.constantFrom(...Object.keys(read)), fc.double({ min: 0, max: 1, noNaN: true }), (of, name, place) => {
        const [figureOf, now] = read[name]!;
        const figure = figureOf(of);
        if (figure === null) return;
        // The quotient of two slopes that are all but flat has no digits to compare.
        fc.pre(name !== "accelerator" || Math.abs(curveTraits(compileCurve(of)).slopeBelowTarget) > 0.001);
        const { value, least, most } = figure;
        expect(least).toBeLessThanOrEqual(value);
        expect(most).toBeGreaterThanOrEqual(value);
        expect(now(of)).toBeCloseTo(value, 9);
        expect(figure.with(value)).toBe(of);
        const wanted = least + (Math.min(most, value + 5) - least) * place;
        expect(now(figure.with(wanted))).toBeCloseTo(wanted, 6);
      }),
      { numRuns: 3_000 },
    );
  });
});
