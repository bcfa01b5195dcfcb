/** The figures that are always in view. */
import type { Role, Scenario } from "../model/scenario.ts";
import { roundMoney, subtractMoney, sumMoney, type MinorUnits } from "../units/money.ts";
import { ratioOf, timesRounded } from "./formulas.ts";
import type { Headline, Upside } from "./outcome.ts";
import { evaluateRole, targetPay, type PayContext } from "./role.ts";
import { evaluateScenario } from "./scenario.ts";

const headlines = new WeakMap<Scenario, Headline>();

/**
 * People, on-target earnings, cost at target against the budget, and CCOS at target, of the roles that count in cost.
 * On-target earnings and target incentive are for all seats, empty or not. Kept per scenario value.
 */
export function headline(scenario: Scenario): Headline {
  const known = headlines.get(scenario);
  if (known !== undefined) return known;
  const counting = scenario.roles.filter((role) => role.countsInCost);
  const { total } = evaluateScenario(scenario, { kind: "uniform", attainment: 1 });
  const perRole = (amount: (role: Role) => MinorUnits): MinorUnits => sumMoney(counting.map((role) => timesRounded(amount(role), role.headcount)));
  const budget = scenario.cost.budget === null ? null : roundMoney(scenario.cost.budget, scenario.currency);
  const againstBudget = budget === null ? null : subtractMoney(total.cost, budget);
  const figures: Headline = {
    people: counting.reduce((sum, role) => sum + role.headcount, 0),
    roles: counting.length,
    onTargetEarnings: perRole((role) => roundMoney(role.onTargetEarnings, scenario.currency)),
    targetIncentive: perRole((role) => targetPay(role, scenario.currency).targetIncentive),
    costAtTarget: total.cost,
    budget,
    againstBudget,
    againstBudgetShare: budget === null || againstBudget === null ? null : ratioOf(againstBudget, budget),
    revenue: total.revenue,
    revenueBasis: total.revenueBasis,
    ccos: total.ccos,
  };
  headlines.set(scenario, figures);
  return figures;
}

/**
 * What one person of a role earns with every KPI at its excellence, KPIs without weight included, and that incentive ÷
 * target incentive (docs/compensation-model.md, "Terms"). The multiple is null without target incentive.
 */
export function upside(role: Role, context: PayContext): Upside {
  const { incentive, targetIncentive, pay } = evaluateRole(role, context, (kpi) => kpi.excellence);
  return { multiple: ratioOf(incentive, targetIncentive), pay };
}

