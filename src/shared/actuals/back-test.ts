/** Last year's results under a plan: what each person would have been paid, and what that would have cost. */
import { seatYear, sumOfCosts } from "../engine/index.ts";
import type { CostParts } from "../engine/index.ts";
import type { Scenario } from "../model/scenario.ts";
import { addMoney, type MinorUnits } from "../units/money.ts";
import { paymentPeriods } from "./payment-periods.ts";
import type { PersonActuals } from "./read-actuals.ts";

/** Which role and KPI of a scenario those of the results are; null for one it does not have. */
export type ActualsMatching = { readonly roleOf: (roleId: string) => string | null; readonly kpiOf: (roleId: string, kpiId: string) => string | null };

/** A full-year seat, or the part of the year that the person has it. Minor units. */
export type PersonPay = CostParts & {
  readonly person: string;
  /** The role in the scenario the results were read with. */
  readonly roleId: string;
  readonly pay: MinorUnits;
  /** Whether the role counts in the cost of the plan. */
  readonly countsInCost: boolean;
};

export type BackTest = {
  readonly people: readonly PersonPay[];
  /** Of the people whose role counts in cost. */
  readonly total: CostParts;
  /** People of a role this scenario does not have. */
  readonly withoutRole: readonly PersonActuals[];
};

const SAME: ActualsMatching = { roleOf: (id) => id, kpiOf: (_, id) => id };

/**
 * Runs people's attainments through a scenario, each in a seat of their own, without vacancy, ramp or draw
 * (docs/compensation-model.md, "Back-test"): for a full year, or for the part of it that a person with several roles has the
 * role. Periods become payment periods as in {@link paymentPeriods}. A KPI the results do not have stands at target: only those
 * without weight, or in a scenario that has another KPI.
 * @param periods that a year has in the results
 * @param matching roles and KPIs of the results to those of the scenario; by default the same ids
 */
export function backTest(scenario: Scenario, people: readonly PersonActuals[], periods: number, matching: ActualsMatching = SAME): BackTest {
  const roles = new Map(scenario.roles.map((role) => [role.id, role]));
  const { attainedOf, presenceOf } = paymentPeriods(scenario.payments, periods);
  const paid: PersonPay[] = [];
  const costs: CostParts[] = [];
  const withoutRole: PersonActuals[] = [];
  for (const each of people) {
    const role = roles.get(matching.roleOf(each.roleId) ?? "");
    if (role === undefined) {
      withoutRole.push(each);
      continue;
    }
    const attained = new Map(Object.keys(each.attained).flatMap((kpiId) => {
      const id = matching.kpiOf(each.roleId, kpiId);
      return id === null ? [] : [[id, attainedOf(each, kpiId)] as const];
    }));
    const { base, incentive, pay, burden } = seatYear(role, scenario, presenceOf(each), (kpiId, period) => attained.get(kpiId)?.[period] ?? 1);
    const cost = addMoney(pay, burden);
    paid.push({ person: each.person, roleId: each.roleId, base, incentive, burden, pay, cost, countsInCost: role.countsInCost });
    if (role.countsInCost) costs.push({ base, incentive, burden, cost });
  }
  return { people: paid, withoutRole, total: sumOfCosts(costs) };
}
