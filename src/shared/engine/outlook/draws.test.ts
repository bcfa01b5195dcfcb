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

  it("not where people land elsewhere, people or correlations change, or the seed", () => {
    const scenario = plainScenario();
    for (const [index, outlook] of OUTLOOKS.entries()) {
      const plan = drawPlan(roleOf(outlook), scenario);
      for (const other of OUTLOOKS.filter((_, place) => place !== index)) expect(drawsTheSame(plan, drawPlan(roleOf(other), scenario))).toBe(false);
      expect(drawsTheSame(plan, drawPlan(roleOf(outlook, { headcount: 4 }), scenario))).toBe(false);
      expect(drawsTheSame(plan, drawPlan(roleOf(outlook), { ...scenario, outlook: { ...scenario.outlook, seed: 2 } }))).toBe(false);
      expect(drawsTheSame(plan, drawPlan(roleOf(outlook), { ...scenario, outlook: { ...scenario.outlook, marketCorrelation: 0.1 } }))).toBe(false);
    }
    const [list] = [roleOf({ shape: "empirical", attainments: [0.8, 1.2] })];
    expect(drawsTheSame(drawPlan(list, scenario), drawPlan(roleOf({ shape: "empirical", attainments: [0.8, 1.1] }), scenario))).toBe(false);
  });
});
