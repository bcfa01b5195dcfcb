/** A whole scenario at given attainments: every role, and the company's totals. */
import type { Kpi, Role, Scenario } from "../model/scenario.ts";
import { own } from "../model/own.ts";
import { roundMoney, sumMoney, type MinorUnits } from "../units/money.ts";
import { ratioOf } from "./formulas.ts";
import type { AttainmentInput, Revenue, RoleOutcome, ScenarioOutcome, ScenarioTotal } from "./outcome.ts";
import { evaluateRole } from "./role.ts";

/** The attainment of a KPI under an input. With a uniform one, KPIs without weight stay at target. */
export function attainmentUnder(input: AttainmentInput, role: Role, kpi: Kpi): number {
  if (input.kind === "uniform") return kpi.weight > 0 ? input.attainment : 1;
  return own(own(input.byRole, role.id), kpi.id) ?? 1;
}

/**
 * Evaluates every role and totals those that count in cost (docs/compensation-model.md, "Cost by attainment").
 * @param input one attainment for all weighted KPIs, or attainments by role and KPI; what is not named stands at target
 */
export function evaluateScenario(scenario: Scenario, input: AttainmentInput): ScenarioOutcome {
  const roles = scenario.roles.map((role) => evaluateRole(role, scenario, (kpi) => attainmentUnder(input, role, kpi)));
  return { currency: scenario.currency, roles, total: totalOf(scenario, roles) };
}

function totalOf(scenario: Scenario, outcomes: readonly RoleOutcome[]): ScenarioTotal {
  const counting = outcomes.filter((role) => role.countsInCost);
  const total = (read: (role: RoleOutcome) => MinorUnits): MinorUnits => sumMoney(counting.map(read));
  const base = total((role) => role.cost.base);
  const incentive = total((role) => role.cost.incentive);
  const creditedRevenue = total((role) => role.creditedRevenue);
  const revenue = revenueOf(scenario, creditedRevenue);
  return {
    base,
    incentive,
    burden: total((role) => role.cost.burden),
    cost: total((role) => role.cost.cost),
    creditedRevenue,
    ...revenue,
    ccos: ratioOf(base + incentive, revenue.revenue),
  };
}

/**
 * The revenue that pay is measured by (docs/compensation-model.md, "Revenue and CCOS"): booked revenue where it is given, at 0 too.
 * @param credited that of all roles that count in cost, minor units
 */
export function revenueOf({ cost: { bookedRevenue }, currency }: Pick<Scenario, "cost" | "currency">, credited: MinorUnits): Revenue {
  return bookedRevenue === null ? { revenue: credited, revenueBasis: "credited" } : { revenue: roundMoney(bookedRevenue, currency), revenueBasis: "booked" };
}
