import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario } from "../../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import type { KpiOutlook, Scenario } from "../../model/scenario.ts";
import { roundMoney } from "../../units/money.ts";
import { expectedCcos, expectedCost, headline, simulate } from "../index.ts";

const CREDITED = { revenue: "credited", target: 1_000_000 } as const;
const PAY = { base: roundMoney(50_000, "USD"), incentive: roundMoney(50_000, "USD") };

function planOf(outlook: KpiOutlook, changes: Parameters<typeof plainRole>[0] = {}): Scenario {
  return plainScenario({ roles: [plainRole({ kpis: [plainKpi({ ...CREDITED, outlook })], ...changes })] });
}

function ccosOf(scenario: Scenario): ReturnType<typeof expectedCcos> {
  const { total } = expectedCost(scenario);
  return expectedCcos(scenario, total ?? simulate(scenario, { trials: 10 }).expected);
}

describe("expected CCOS", () => {
  it("sets expected pay against the revenue of the mean attainment", () => {
    // A straight curve pays its mean, so pay is 50,000 + 0.9 × 50,000 on 900,000.
    const { ccos, ...revenue } = ccosOf(planOf({ shape: "lognormal", mean: 0.9, spread: 0.25 }));
    expect(revenue).toEqual({ revenue: 900_000_00, revenueBasis: "credited" });
    expect(ccos).toBeCloseTo(0.095 / 0.9, 12);
  });

  it.each([
    ["nobody below 0%: half of all people stand there", { shape: "normal", mean: 0, spread: 1 }, 398_942_28],
    ["the mean of a list", { shape: "empirical", attainments: [0.5, 1, 1.2] }, 900_000_00],
    ["everyone at one attainment", { shape: "normal", mean: 1.1, spread: 0 }, 1_100_000_00],
  ] as const)("has as mean attainment %s", (_, outlook, revenue) => expect(ccosOf(planOf(outlook)).revenue).toBe(revenue));

  it("counts filled seats, and roles that count in cost only", () => {
    const outlook = { shape: "normal", mean: 1, spread: 0 } as const;
    expect(ccosOf(planOf(outlook, { headcount: 3, vacancy: 0.5 })).revenue).toBe(1_500_000_00);
    expect(ccosOf(planOf(outlook, { countsInCost: false }))).toEqual({ revenue: 0, revenueBasis: "credited", ccos: null });
  });

  it.each([
    [4_000_000, { revenue: 4_000_000_00, revenueBasis: "booked", ccos: 0.025 }],
    [0, { revenue: 0, revenueBasis: "booked", ccos: null }],
  ])("with booked revenue of %d", (bookedRevenue, expected) => {
    const plan = planOf({ shape: "normal", mean: 1, spread: 0 });
    expect(ccosOf({ ...plan, cost: { ...plan.cost, bookedRevenue } })).toEqual(expected);
  });

  it("has none without revenue", () => expect(expectedCcos(plainScenario(), PAY)).toEqual({ revenue: 0, revenueBasis: "credited", ccos: null }));

  it("is at target what the headline says at target, where everyone lands there", () => {
    fc.assert(fc.property(scenarioArbitrary(), (drawn) => {
      const scenario = { ...drawn, roles: drawn.roles.map((role) => ({ ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, outlook: { shape: "normal" as const, mean: 1, spread: 0 } })) })) };
      const { revenue, revenueBasis } = headline(scenario);
      expect(expectedCcos(scenario, PAY)).toMatchObject({ revenue, revenueBasis });
    }), { numRuns: 60 });
  });
});
