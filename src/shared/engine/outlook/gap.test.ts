import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import type { KpiOutlook, Scenario } from "../../model/scenario.ts";
import { addedBySpread, costAtAverage, expectedCost } from "../index.ts";

/** Pay in closed form, everyone where `change` puts them. */
function landing(scenario: Scenario, change: (outlook: KpiOutlook) => KpiOutlook): Scenario {
  const roles = scenario.roles.map((role) => ({ ...role, links: [], payoutCap: null, draw: null, kpis: role.kpis.map((kpi) => ({ ...kpi, outlook: change(kpi.outlook) })) }));
  return { ...scenario, outlook: { ...scenario.outlook, periodSpread: 0 }, roles };
}

function gapOf(scenario: Scenario): { readonly gap: number; readonly raw: number } {
  const average = costAtAverage(scenario);
  const { total } = expectedCost(scenario);
  if (total === null) throw new Error("All of it is in closed form.");
  return { gap: addedBySpread(scenario, total, average), raw: total.cost - average.cost };
}

describe("what the spread of attainment adds", () => {
  it("is nothing where there is no spread, however amounts are rounded", () => {
    fc.assert(fc.property(scenarioArbitrary(), (drawn) => {
      const scenario = landing(drawn, (outlook) => (outlook.shape === "empirical" ? { shape: "empirical", attainments: outlook.attainments.slice(0, 1) } : { ...outlook, spread: 0 }));
      expect(gapOf(scenario).gap).toBe(0);
    }), { numRuns: 200 });
  });

  it("is rounding where seven people each have a third of a cent left", () => {
    const kpi = plainKpi({ curve: points([[0, 0], [1, 1 / 3]]), outlook: { shape: "normal", mean: 1, spread: 0 } });
    const { gap, raw } = gapOf(plainScenario({ roles: [plainRole({ headcount: 7, kpis: [kpi] })] }));
    expect(raw).not.toBe(0);
    expect(gap).toBe(0);
  });

  it("is all of the difference where it is more than rounding", () => {
    const kpi = plainKpi({ curve: points([[0, 0], [1, 1], [2, 3]]), outlook: { shape: "normal", mean: 1, spread: 0.2 } });
    const { gap, raw } = gapOf(plainScenario({ roles: [plainRole({ kpis: [kpi] })] }));
    expect(raw).toBeGreaterThan(1_000_00);
    expect(gap).toBe(raw);
  });
});
