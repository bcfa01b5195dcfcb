/** A whole scenario over the year: every role payment by payment, and the company's totals. */
import type { Scenario } from "../../model/scenario.ts";
import { sumMoney, type MinorUnits } from "../../units/money.ts";
import type { AttainedByPeriod, RoleYear, ScenarioYear } from "./outcome.ts";
import { evaluateRoleYear } from "./role-year.ts";

/**
 * The year of every role, with new hires from their first period on and with draws and guarantees; the total sums the
 * roles that count (docs/compensation-model.md, "Payments, new hires, draws").
 */
export function evaluateYear(scenario: Scenario, attained: AttainedByPeriod): ScenarioYear {
  const roles = scenario.roles.map((role) => evaluateRoleYear(role, scenario, (kpiId, period) => attained(role.id, kpiId, period)));
  const counting = roles.filter((role) => role.countsInCost);
  const total = (read: (role: RoleYear) => MinorUnits): MinorUnits => sumMoney(counting.map(read));
  return {
    currency: scenario.currency,
    roles,
    total: {
      base: total((role) => role.cost.base),
      incentive: total((role) => role.cost.incentive),
      burden: total((role) => role.cost.burden),
      cost: total((role) => role.cost.cost),
      creditedRevenue: total((role) => role.creditedRevenue),
    },
  };
}
