import { describe, expect, it } from "vitest";
import type { KpiOutlook, Role } from "../../model/scenario.ts";
import { plainKpi, plainRole, plainScenario } from "../../../../tests/helpers/plain-plan.ts";
import { drawPlan, drawsTheSame } from "./draws.ts";

const OUTLOOKS: readonly KpiOutlook[] = [
  { shape: "lognormal", mean: 1, spread: 0.25 }, { shape: "normal", mean: 1, spread: 0.25 }, { shape: "normal", mean: 1, spread: 0 }, { shape: "empirical", attainments: [0.8, 1.1] },
];

function roleOf(outlook: KpiOutlook, changes: Partial<Role> = {}): Role {
  return plainRole({ headcount: 3, kpis: [plainKpi({ outlook: structuredClone(outlook) })], ...changes });
}

describe("draws are kept", () => {
  it.each(OUTLOOKS)("where pay moves and %j stays in every number", (outlook) => {
    const scenario = plainScenario();
    expect(drawsTheSame(drawPlan(roleOf(outlook), scenario), drawPlan(roleOf(outlook, { onTargetEarnings: 123_456 }), scenario))).toBe(true);
  });

  it("whoever comes or goes", () => {
    const scenario = plainScenario();
    for (const outlook of OUTLOOKS) expect(drawsTheSame(drawPlan(roleOf(outlook), scenario), drawPlan(roleOf(outlook, { headcount: 4 }), scenario))).toBe(true);
  });

  it("not where people land elsewhere, correlations or seasons that swing change, or the seed", () => {
    const scenario = plainScenario();
    for (const [index, outlook] of OUTLOOKS.entries()) {
      const plan = drawPlan(roleOf(outlook), scenario);
      for (const other of OUTLOOKS.filter((_, place) => place !== index)) expect(drawsTheSame(plan, drawPlan(roleOf(other), scenario))).toBe(false);
      const swinging = { ...scenario, outlook: { ...scenario.outlook, periodSpread: 0.2 }, payments: { frequency: "half-yearly", basis: "discrete", seasonality: [0.5, 0.5] } } as const;
      expect(drawsTheSame(plan, drawPlan(roleOf(outlook), swinging))).toBe(false);
      expect(drawsTheSame(drawPlan(roleOf(outlook), swinging), drawPlan(roleOf(outlook), { ...swinging, payments: { ...swinging.payments, seasonality: [0.4, 0.6] } }))).toBe(false);
      expect(drawsTheSame(plan, drawPlan(roleOf(outlook), { ...scenario, outlook: { ...scenario.outlook, seed: 2 } }))).toBe(false);
      expect(drawsTheSame(plan, drawPlan(roleOf(outlook), { ...scenario, outlook: { ...scenario.outlook, marketCorrelation: 0.1 } }))).toBe(false);
    }
    const [list] = [roleOf({ shape: "empirical", attainments: [0.8, 1.2] })];
    expect(drawsTheSame(drawPlan(list, scenario), drawPlan(roleOf({ shape: "empirical", attainments: [0.8, 1.1] }), scenario))).toBe(false);
  });
});
