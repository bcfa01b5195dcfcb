/** Who reaches what in a single simulated year, person by person. */
import type { Role, Scenario } from "../../model/scenario.ts";
import { BLOCK, drawMarket, drawPlan, drawSeller } from "./draws.ts";

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
export function sellersOfYear(scenario: Scenario, year: number): readonly SimulatedSeller[] {
  const market = new Float64Array(BLOCK);
  drawMarket(scenario.outlook.seed, 0, market);
  return scenario.roles.flatMap((role) => sellersOf(role, scenario, year, market));
}

function sellersOf(role: Role, scenario: Scenario, year: number, market: Float64Array): readonly SimulatedSeller[] {
  const plan = drawPlan(role, scenario);
  const draws = new Float32Array(plan.columns.length * BLOCK);
  return Array.from({ length: plan.people }, (_, seller) => {
    drawSeller(plan, seller, 0, market, draws, 0);
    const attained = new Map<string, number[]>();
    plan.columns.forEach(({ position, period }, column) => {
      const kpi = role.kpis[position];
      if (kpi === undefined) return;
      const periods = attained.get(kpi.id) ?? [];
      periods[period] = draws[column * BLOCK + year] ?? 0;
      attained.set(kpi.id, periods);
    });
    return { roleId: role.id, seller, attained: Object.fromEntries(attained) };
  });
}
