import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, points } from "../../../../tests/helpers/plain-plan.ts";
import type { Curve, Kpi, KpiOutlook } from "../../model/scenario.ts";
import { WHOLE, basisPoints } from "../../units/basis-points.ts";
import { compileCurve } from "../curve/compile.ts";
import { distributionOf } from "./distribution.ts";
import { expectedFactor } from "./expected-payout.ts";
import { keepScorecards, scorecardAt } from "./scorecard.ts";

/** Few values, the same ones again and again, so that one thing moves while the others stay. */
const CURVES: readonly (Curve | null)[] = [null, points([[0, 0], [1, 1]]), points([[0.6, 0.4], [1, 1], [1.3, 2.5]], { above: "extend" }), points([[0.9, 0], [1, 1], [100, 3]])];
const OUTLOOKS: readonly KpiOutlook[] = [
  { shape: "lognormal", mean: 1, spread: 0.25 }, { shape: "normal", mean: 0.9, spread: 0.3 }, { shape: "normal", mean: 1, spread: 0 },
  { shape: "lognormal", mean: 60, spread: 90 }, { shape: "empirical", attainments: [0.4, 1, 1.7] },
];
const WEIGHTS = [basisPoints(0), basisPoints(2_500), WHOLE];

const kpis = fc.array(
  fc.record({ curve: fc.constantFrom(...CURVES), outlook: fc.constantFrom(...OUTLOOKS), weight: fc.constantFrom(...WEIGHTS) }).map((changes) => plainKpi(changes)),
  { maxLength: 4 },
);

const afresh = ({ curve, outlook, weight }: Kpi): number => (curve === null || weight === 0 ? 0 : expectedFactor(compileCurve(curve), distributionOf(outlook)));

describe("the scorecard of a position", () => {
  it("is that of its KPIs, whatever stood there before", () => {
    fc.assert(fc.property(fc.array(kpis, { minLength: 2, maxLength: 12 }), (lists) => {
      for (const list of lists) {
        const { weights, factors } = scorecardAt(0, list);
        expect(weights).toEqual(list.map(({ weight }) => weight));
        expect(factors).toEqual(list.map(afresh));
      }
    }), { numRuns: 300 });
  });

  it("is kept while its KPIs are, and let go of with its role", () => {
    const list = [plainKpi()];
    const before = scorecardAt(3, list);
    expect(scorecardAt(3, list)).toBe(before);
    keepScorecards(4);
    expect(scorecardAt(3, list)).toBe(before);
    keepScorecards(3);
    expect(scorecardAt(3, list)).not.toBe(before);
    expect(scorecardAt(3, list)).toEqual(before);
  });
});
