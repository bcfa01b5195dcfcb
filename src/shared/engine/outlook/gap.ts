/** What the spread of attainment adds to the cost, told from what rounding adds. */
import type { Role, Scenario } from "../../model/scenario.ts";
import type { CostParts } from "../outcome.ts";
import { periodsOf } from "../payments.ts";
import { filledSeats } from "../role.ts";

/**
 * Expected cost − cost at average attainment, minor units (docs/compensation-model.md, "The Cost place's sliders and presets").
 * The one is rounded once for all seats, the other person by person: what is no more than a minor unit for each rounded amount
 * is rounding and counts as 0.
 */
export function addedBySpread(scenario: Scenario, expected: Pick<CostParts, "cost">, average: Pick<CostParts, "cost">): number {
  const gap = expected.cost - average.cost;
  const rounded = scenario.roles.filter((role) => role.countsInCost).reduce((sum, role) => sum + roundedAmounts(role, scenario), 0);
  return Math.abs(gap) <= rounded ? 0 : gap;
}

/** What is rounded in the cost of a role: of a person every payment of every KPI and the burden on them, of all seats three parts. */
function roundedAmounts(role: Role, { payments }: Pick<Scenario, "payments">): number {
  const paid = role.kpis.filter((kpi) => kpi.weight > 0).length * (payments.basis === "discrete" ? periodsOf(payments) : 1);
  return filledSeats(role) * (paid + 1) + 3;
}
