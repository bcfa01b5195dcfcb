/** Who reaches what in a single simulated year, person by person. */
import type { Role, Scenario } from "../../model/scenario.ts";
import { attainmentDrawn, BLOCK, drawMarket, drawPlan, drawSeller } from "./draws.ts";

/** One seller of one simulated year. */
export type SimulatedSeller = {
  readonly roleId: string;
  /** From 0. */
  readonly seller: number;
  /** By KPI id: an attainment a year, or one for each period where periods swing by themselves. */
  readonly attained: Readonly<Record<string, readonly number[]>>;
};

/**
 * The sellers of a simulated year, the same as in the simulation of the same document (docs/compensation-model.md, "Simulated
 * years"). Roles that do not count in cost are in it too.
 * @param year from 0; of the first 1,000
 * @returns role by role, all of its headcount; KPIs that neither pay nor are measured are not drawn
 */
export function* drawnSellers(scenario: Scenario, year: number): Generator<SimulatedSeller, void> {
  const market = new Float64Array(BLOCK);
  drawMarket(scenario.outlook.seed, 0, market);
  for (const role of scenario.roles) yield* sellersOf(role, scenario, year, market);
}

function* sellersOf(role: Role, scenario: Scenario, year: number, market: Float64Array): Generator<SimulatedSeller, void> {
  const plan = drawPlan(role, scenario);
  const periods = Math.max(1, plan.seasons.length);
  for (let seller = 0; seller < role.headcount; seller += 1) {
    const draws = drawSeller(plan, seller, 0, market);
    const attained = plan.kpis.map((kpi, index) => {
      const ofPeriods = Array.from({ length: periods }, (__, period) => attainmentDrawn(kpi, draws[(index * periods + period) * BLOCK + year] ?? 0));
      return [role.kpis[kpi.position]?.id ?? "", ofPeriods] as const;
    });
    yield { roleId: role.id, seller, attained: Object.fromEntries(attained) };
  }
}
