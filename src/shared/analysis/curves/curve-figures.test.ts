import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../../../tests/helpers/property-seed.ts";
import { STRAIGHT, points } from "../../../../tests/helpers/plain-plan.ts";
import { curveArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { compileCurve, curveTraits, factorAt } from "../../engine/index.ts";
import type { Curve } from "../../model/scenario.ts";
import { acceleratorOf, capOf, excellencePayoutOf, thresholdOf, type CurveFigure } from "./curve-figures.ts";

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

  it("makes all above target climb in proportion to another accelerator", () => {
    // 1/0.3 below target and 1/0.3 above it: 1. At 1.5 the point at 130% pays 1 + 1.5.
    expect(acceleratorOf(curve)?.value).toBeCloseTo(1, 12);
    expect(acceleratorOf(curve)?.with(1.5)).toMatchObject({ points: [{ payout: 0 }, { payout: 1 }, { payout: expect.closeTo(2.5, 10) as number }] });
    expect(acceleratorOf({ kind: "tiers", basis: "excess", cap: null, tiers: [{ from: 0, rate: 1 }, { from: 1, rate: 1.5 }] })?.with(2)).toMatchObject({ tiers: [{ rate: 1 }, { rate: 2 }] });
    expect(acceleratorOf({ kind: "tiers", basis: "whole", cap: null, tiers: [{ from: 0, rate: 1 }] })).toBeNull();
    expect(acceleratorOf({ kind: "levels", cap: null, levels: [{ name: "met", from: 1, payout: 1 }] })).toBeNull();
    expect(acceleratorOf(points([[0, 0], [1, 1], [2, 1]]))).toBeNull();
  });

  it("gives a line that runs over target, or on from its last corner, a part above target of its own", () => {
    expect(excellencePayoutOf(STRAIGHT, 1.5)?.with(2)).toMatchObject({ points: [{ attainment: 0 }, { attainment: 1, payout: 1 }, { attainment: 2, payout: 3 }] });
    expect(acceleratorOf(points([[0.5, 0], [1.5, 2]]))?.with(2)).toMatchObject({ points: [{ attainment: 0.5, payout: 0 }, { attainment: 1, payout: 1 }, { attainment: 1.5, payout: 3 }] });
  });

  it("says how far each goes while the curve still has it", () => {
    expect(thresholdOf(curve)).toMatchObject({ value: 0.7, least: 0.0001, most: 1 });
    // Below target the second tier would be the base rate, and pay from nothing on.
    expect(thresholdOf({ kind: "tiers", basis: "excess", cap: null, tiers: [{ from: 0, rate: 0 }, { from: 1, rate: 0.5 }] })).toMatchObject({ value: 1, least: 1 });
    // 1 + 1 × times may be 100 at most, and no more than the cap is paid.
    expect(excellencePayoutOf({ ...curve, cap: null }, 1.3)).toMatchObject({ least: 1.0001, most: 100 });
    expect(excellencePayoutOf(curve, 1.3)).toMatchObject({ least: 1.0001, most: 2.5 });
    expect(excellencePayoutOf({ ...curve, cap: 1.9 }, 1.3)).toBeNull();
    expect(acceleratorOf(curve)).toMatchObject({ least: 0.0001, most: expect.closeTo(99, 8) as number });
  });

  it("reads off the moved curve what it was moved to, and pays the same up to target", () => {
    const FIGURES: readonly ((of: Curve) => CurveFigure | null)[] = [thresholdOf, acceleratorOf, (of) => excellencePayoutOf(of, 1.3), capOf];
    fc.assert(
      fc.property(curveArbitrary(), fc.constantFrom(...FIGURES), fc.double({ min: 0, max: 1, noNaN: true }), (of, figureOf, share) => {
        const figure = figureOf(of);
        if (figure === null) return;
        expect(figure.least).toBeLessThanOrEqual(figure.value);
        expect(figure.most).toBeGreaterThanOrEqual(figure.value);
        const to = figure.least + (Math.min(figure.most, figure.least + 3) - figure.least) * share;
        const moved = figure.with(to);
        expect(figureOf(moved)?.value).toBeCloseTo(to, 7);
        if (figureOf === thresholdOf || figureOf === capOf) return;
        for (const attainment of [0, 0.5, 0.8, 1]) expect(factorAt(compileCurve(moved), attainment)).toBeCloseTo(factorAt(compileCurve(of), attainment), 9);
        expect(curveTraits(compileCurve(moved)).payoutAtTarget).toBeCloseTo(curveTraits(compileCurve(of)).payoutAtTarget, 9);
      }),
      { numRuns: 500 },
    );
  });
});
