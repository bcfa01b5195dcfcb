import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import { attainmentShares } from "../engine/index.ts";
import type { KpiOutlook, Scenario } from "../model/scenario.ts";
import { asDesigned, asObserved, averageOutlook, curveHandles, largestMarketSwing, marketSwing, outlooksOf, suggestedPoints, withAverage, withMarketSwing, withOutlooks, withSpread, withSuggestedPoints } from "./index.ts";

const RULE = { atThreshold: 0.9, atTarget: 0.65, atExcellence: 0.1 };

function planOf(...outlooks: readonly KpiOutlook[]): Scenario {
  return plainScenario({ roles: outlooks.map((outlook, index) => plainRole({ id: `role-${index}`, kpis: [plainKpi({ outlook })] })) });
}
const lognormal = (mean: number, spread: number): KpiOutlook => ({ shape: "lognormal", mean, spread });
const outlookOf = (scenario: Scenario, role: number): KpiOutlook | undefined => scenario.roles[role]?.kpis[0]?.outlook;

describe("average and spread of a plan", () => {
  it("are the plain means over what carries weight in roles that count", () => {
    const plan = planOf(lognormal(0.9, 0.2), lognormal(1.1, 0.4), { shape: "empirical", attainments: [3] });
    expect(averageOutlook(plan)).toEqual({ mean: 1, spread: 0.3 });
    expect(averageOutlook({ ...plan, roles: plan.roles.map((role) => ({ ...role, countsInCost: false })) })).toBeNull();
  });

  it("shifts every mean by the same points, out and back exactly", () => {
    const plan = planOf(lognormal(0.9, 0.2), lognormal(1.1, 0.4));
    const moved = withAverage(plan, 0.95);
    expect([outlookOf(moved, 0), outlookOf(moved, 1)]).toEqual([lognormal(0.85, 0.2), lognormal(1.05, 0.4)]);
    expect(withAverage(moved, 1)).toEqual(plan);
    expect(withAverage(plan, 1)).toBe(plan);
  });

  it("keeps means and spreads within their bounds", () => {
    const plan = planOf(lognormal(0.1, 0.2), lognormal(1.9, 0.4));
    expect(outlookOf(withAverage(plan, 0.5), 0)).toEqual(lognormal(0, 0.2));
    expect(outlookOf(withSpread(plan, 9), 1)).toEqual(lognormal(1.9, 10));
  });

  it("scales every spread, and gives one to all where there is none", () => {
    expect(outlookOf(withSpread(planOf(lognormal(1, 0.2), lognormal(1, 0.4)), 0.15), 1)).toEqual(lognormal(1, 0.2));
    expect(outlookOf(withSpread(planOf(lognormal(1, 0)), 0.15), 0)).toEqual(lognormal(1, 0.15));
  });

  it("leaves imported attainments as they were imported", () => {
    const imported: KpiOutlook = { shape: "empirical", attainments: [0.5, 1.5] };
    const plan = planOf(imported, lognormal(1, 0.2));
    for (const changed of [withAverage(plan, 0.8), withSpread(plan, 0.4), asDesigned(plan, RULE), asObserved(plan, 0.3)]) expect(outlookOf(changed, 0)).toBe(imported);
  });
});

describe("market swing", () => {
  it("is √m × mean spread, and sets m", () => {
    const plan = planOf(lognormal(1, 0.2));
    expect(marketSwing({ ...plan, outlook: { ...plan.outlook, marketCorrelation: 0.25 } })).toBe(0.1);
    expect(withMarketSwing(plan, 0.1).outlook.marketCorrelation).toBeCloseTo(0.25, 10);
    expect(marketSwing(planOf(lognormal(1, 0)))).toBeNull();
    expect(withMarketSwing(planOf(lognormal(1, 0)), 0.1).outlook.marketCorrelation).toBe(0.2);
  });

  it("leaves the person's own share: market and seller correlation are never more than 1 together", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: -1, max: 20, noNaN: true }), (sellerCorrelation, swing) => {
        const plan = planOf(lognormal(1, 0.2));
        const changed = withMarketSwing({ ...plan, outlook: { ...plan.outlook, sellerCorrelation, marketCorrelation: 0 } }, swing);
        expect(changed.outlook.marketCorrelation).toBeGreaterThanOrEqual(0);
        expect(changed.outlook.marketCorrelation + sellerCorrelation).toBeLessThanOrEqual(1);
        expect(marketSwing(changed) ?? 0).toBeLessThanOrEqual((largestMarketSwing(changed) ?? 0) + 1e-9);
      }),
    );
  });
});

describe("presets", () => {
  it("as designed: the wanted shares at each KPI's own excellence, and a mean above target", () => {
    const kpi = plainKpi({ excellence: 1.5 });
    const designed = asDesigned(plainScenario({ roles: [plainRole({ kpis: [kpi] })] }), RULE);
    const changed = designed.roles[0]?.kpis[0] ?? kpi;
    const shares = attainmentShares(plainRole(), changed);
    expect(shares.atTarget).toBeCloseTo(0.65, 3);
    expect(shares.atExcellence).toBeCloseTo(0.1, 3);
    expect(averageOutlook(designed)?.mean).toBeGreaterThan(1);
    expect(asDesigned(designed, RULE)).toBe(designed);
  });

  it("as designed leaves a KPI whose excellence is not above target", () => {
    const plan = plainScenario({ roles: [plainRole({ kpis: [plainKpi({ excellence: 1 })] })] });
    expect(asDesigned(plan, RULE)).toBe(plan);
  });

  it("as observed: the share at target, the spread kept", () => {
    const observed = asObserved(planOf(lognormal(1, 0.22), lognormal(1, 0)), 0.33);
    const kpi = observed.roles[0]?.kpis[0] ?? plainKpi();
    expect(attainmentShares(plainRole(), kpi).atTarget).toBeCloseTo(0.33, 3);
    expect(kpi.outlook).toMatchObject({ spread: 0.22 });
    expect(outlookOf(observed, 1)).toEqual(lognormal(1, 0));
    expect(asObserved(observed, 0.33)).toBe(observed);
  });

  it("goes back to outlooks that were kept", () => {
    const plan = planOf(lognormal(0.9, 0.2), { shape: "empirical", attainments: [1] });
    expect(withOutlooks(asDesigned(plan, RULE), outlooksOf(plan))).toEqual(plan);
    expect(withOutlooks(plan, {})).toBe(plan);
  });
});

describe("suggested points", () => {
  // Published own calculation for a normal spread: 0.12 → 89 % and 120 %, 0.20 → 82 % and 133 %, 0.25 → 78 % and 142 %, 0.30 → 73 % and 150 %.
  it.each([[0.12, 0.89, 1.2], [0.2, 0.82, 1.33], [0.25, 0.78, 1.42], [0.3, 0.73, 1.5]])("of a normal spread of %d", (spread, threshold, excellence) => {
    expect(suggestedPoints({ shape: "normal", mean: 0.8, spread }, RULE)).toEqual({ threshold, excellence });
  });

  it("need a spread with a formula", () => {
    expect(suggestedPoints(lognormal(1, 0), RULE)).toBeNull();
    expect(suggestedPoints({ shape: "empirical", attainments: [1] }, RULE)).toBeNull();
  });

  it("move the threshold of a curve and the excellence of its KPI", () => {
    const kpi = plainKpi({ curve: points([[0.7, 0.5], [1, 1], [1.3, 2]]) });
    const changed = withSuggestedPoints(kpi, { threshold: 0.78, excellence: 1.42 });
    expect(changed.excellence).toBe(1.42);
    expect(changed.curve === null ? [] : curveHandles(changed.curve).map((handle) => handle.attainment)).toContain(0.78);
    expect(withSuggestedPoints(changed, { threshold: 0.78, excellence: 1.42 })).toBe(changed);
  });

  it("leave a curve that pays from 0 on", () => {
    const kpi = plainKpi();
    expect(withSuggestedPoints(kpi, { threshold: 0.78, excellence: 1.42 }).curve).toBe(kpi.curve);
  });
});
