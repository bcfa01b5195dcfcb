import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { attainmentBelowWhich, attainmentShares, costAtAverage, distributionOf, evaluateScenario, fitTwoShares, meanForShare, outlookMean, shareBelow } from "../index.ts";

const shape = fc.constantFrom("lognormal" as const, "normal" as const);

describe("shares of people", () => {
  it("counts who stays below the threshold, reaches target and reaches excellence", () => {
    const kpi = plainKpi({ curve: points([[0.8, 0.5], [1, 1]]), excellence: 1.3, outlook: { shape: "empirical", attainments: [0.7, 0.8, 1, 1.2, 1.3] } });
    const shares = attainmentShares(plainRole({ kpis: [kpi] }), kpi);
    expect(shares.belowThreshold).toBeCloseTo(0.2, 12);
    expect(shares.atTarget).toBeCloseTo(0.6, 12);
    expect(shares.atExcellence).toBeCloseTo(0.2, 12);
  });

  it("is the normal table: a standard deviation above the mean is 15.87 %", () => {
    const kpi = plainKpi({ curve: points([[0.75, 0.5], [1, 1]]), excellence: 1.25, outlook: { shape: "normal", mean: 1, spread: 0.25 } });
    const shares = attainmentShares(plainRole({ kpis: [kpi] }), kpi);
    expect(shares.atTarget).toBeCloseTo(0.5, 12);
    expect(shares.belowThreshold).toBeCloseTo(0.158655, 6);
    expect(shares.atExcellence).toBeCloseTo(0.158655, 6);
  });

  it("has no threshold for a curve from 0 on, one that never pays, none, or a matrix in its place", () => {
    const straight = plainKpi();
    expect(attainmentShares(plainRole(), straight).belowThreshold).toBeNull();
    const idle = plainKpi({ curve: points([[0, 0]]) });
    expect(attainmentShares(plainRole({ kpis: [idle] }), idle).belowThreshold).toBeNull();
    const measured = plainKpi({ id: "margin", weight: plainKpi({}).weight, curve: null });
    expect(attainmentShares(plainRole({ kpis: [measured] }), measured).belowThreshold).toBeNull();
    const ramp = plainKpi({ curve: points([[0.8, 0.5], [1, 1]]) });
    const other = { ...measured, weight: 0 as typeof measured.weight };
    const role = plainRole({ kpis: [ramp, other], links: [{ kind: "matrix", measuredBy: ["sales", "margin"], appliesTo: ["sales"], between: "step", rows: [0.9], columns: [0.9], factors: [[1]] }] });
    expect(attainmentShares(role, ramp).belowThreshold).toBeNull();
  });
});

describe("a distribution with an average next to nothing", () => {
  it("still has shares from 0 to 1 that only rise", () => {
    for (const mean of [5e-324, 1e-200, 1e-9]) {
      const distribution = distributionOf({ shape: "lognormal", mean, spread: 0.25 });
      const shares = [0, 1e-300, 0.5, 1, 100].map((attainment) => shareBelow(distribution, attainment));
      expect(shares).toEqual(shares.toSorted((one, other) => one - other));
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    }
  });
});

describe("cost at average attainment", () => {
  it("is the cost at the stated means, whatever the spread", () => {
    const at = (mean: number, spread: number): number => costAtAverage(plainScenario({ roles: [plainRole({ kpis: [plainKpi({ outlook: { shape: "lognormal", mean, spread } })] })] })).cost;
    expect(at(1.1, 0.4)).toBe(10_500_000);
    expect(at(1.1, 0)).toBe(evaluateScenario(plainScenario(), { kind: "uniform", attainment: 1.1 }).total.cost);
  });

  it("puts an imported list at its mean, told apart to ten decimals", () => {
    expect(outlookMean({ shape: "empirical", attainments: [0.7, 0.9, 1.4] })).toBe(1);
    expect(outlookMean({ shape: "empirical", attainments: [] })).toBe(0);
  });
});

describe("fitting an outlook to shares of people", () => {
  it("has the shares it was fitted to", () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 1.02, max: 4, noNaN: true }), fc.double({ min: 0.4, max: 0.95, noNaN: true }), fc.double({ min: 0.01, max: 0.3, noNaN: true }), (kind, excellence, atTarget, atExcellence) => {
        const fitted = fitTwoShares(kind, excellence, { atTarget, atExcellence });
        expect(fitted).not.toBeNull();
        if (fitted === null) return;
        const distribution = distributionOf(fitted);
        expect(1 - shareBelow(distribution, 1)).toBeCloseTo(atTarget, 9);
        expect(1 - shareBelow(distribution, excellence)).toBeCloseTo(atExcellence, 9);
      }),
    );
  });

  it("needs a mean above 100 % for 65 % at target and 10 % at 130 %", () => {
    expect(fitTwoShares("normal", 1.3, { atTarget: 0.65, atExcellence: 0.1 })?.mean).toBeCloseTo(1.0694, 3);
    expect(fitTwoShares("lognormal", 1.3, { atTarget: 0.65, atExcellence: 0.1 })?.mean).toBeCloseTo(1.0758, 3);
  });

  it("has no answer where excellence is not above target or the shares do not fall", () => {
    expect(fitTwoShares("normal", 1, { atTarget: 0.65, atExcellence: 0.1 })).toBeNull();
    expect(fitTwoShares("lognormal", 1.3, { atTarget: 0.1, atExcellence: 0.1 })).toBeNull();
    expect(fitTwoShares("lognormal", 1.3, { atTarget: 1, atExcellence: 0.1 })).toBeNull();
  });

  it("solves the mean for a share at target and keeps the spread", () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 0.02, max: 0.6, noNaN: true }), fc.double({ min: 0.05, max: 0.9, noNaN: true }), (kind, spread, share) => {
        const mean = meanForShare({ shape: kind, mean: 1, spread }, share);
        expect(mean).not.toBeNull();
        if (mean !== null) expect(1 - shareBelow(distributionOf({ shape: kind, mean, spread }), 1)).toBeCloseTo(share, 9);
      }),
    );
    expect(meanForShare({ shape: "normal", mean: 1, spread: 0 }, 0.5)).toBeNull();
    expect(meanForShare({ shape: "normal", mean: 1, spread: 2 }, 0.05)).toBeNull();
  });

  it("finds the attainment that a share stays below", () => {
    const outlook = { shape: "lognormal", mean: 0.97, spread: 0.22 } as const;
    for (const share of [0.05, 0.5, 0.9]) expect(shareBelow(distributionOf(outlook), attainmentBelowWhich(outlook, share))).toBeCloseTo(share, 8);
    expect(attainmentBelowWhich({ shape: "normal", mean: 0.9, spread: 0 }, 0.2)).toBe(0.9);
  });
});
