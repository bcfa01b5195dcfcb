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
  /** KPIs that pay in this scenario and that people have no result for: they stand at target. */
  readonly atTarget: readonly KpiAtTarget[];
};

/** A KPI of a role of the scenario, and how many people it stands at target for. */
export type KpiAtTarget = { readonly roleId: string; readonly kpiId: string; readonly people: number };

const SAME: ActualsMatching = { roleOf: (id) => id, kpiOf: (_, id) => id };

/**
 * Runs people's attainments through a scenario, each in a seat of their own, without vacancy, ramp or draw
 * (docs/compensation-model.md, "Back-test"): for a full year, or for the part of it that a person with several roles has the
 * role. Periods become payment periods as in {@link paymentPeriods}. A KPI the results do not have stands at target: only those
 * without weight, or in a scenario that has another KPI, which the answer names.
 * @param periods that a year has in the results
 * @param matching roles and KPIs of the results to those of the scenario; by default the same ids
 */
export function backTest(scenario: Scenario, people: readonly PersonActuals[], periods: number, matching: ActualsMatching = SAME): BackTest {
  const roles = new Map(scenario.roles.map((role) => [role.id, role]));
  const { attainedOf, presenceOf } = paymentPeriods(scenario.payments, periods);
  const paid: PersonPay[] = [];
  const costs: CostParts[] = [];
  const withoutRole: PersonActuals[] = [];
  const atTarget: KpiAtTarget[] = [];
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
    for (const { id, weight } of role.kpis) if (weight > 0 && !attained.has(id)) atTarget.push({ roleId: role.id, kpiId: id, people: 1 });
    const { base, incentive, pay, burden } = seatYear(role, scenario, presenceOf(each), (kpiId, period) => attained.get(kpiId)?.[period] ?? 1);
    const cost = addMoney(pay, burden);
    paid.push({ person: each.person, roleId: each.roleId, base, incentive, burden, pay, cost, countsInCost: role.countsInCost });
    if (role.countsInCost) costs.push({ base, incentive, burden, cost });
  }
  return { people: paid, withoutRole, atTarget: counted(atTarget), total: sumOfCosts(costs) };
}

/** Back-tests of parts of the people, as one of all of them. */
export function joined(parts: readonly BackTest[]): BackTest {
  return {
    people: parts.flatMap((part) => part.people),
    withoutRole: parts.flatMap((part) => part.withoutRole),
    atTarget: counted(parts.flatMap((part) => part.atTarget)),
    total: sumOfCosts(parts.map(({ total }) => total)),
  };
}

function counted(list: readonly KpiAtTarget[]): readonly KpiAtTarget[] {
  const sums = new Map<string, KpiAtTarget>();
  for (const each of list) {
    const key = `${each.roleId}\u0000${each.kpiId}`;
    sums.set(key, { ...each, people: each.people + (sums.get(key)?.people ?? 0) });
  }
  return [...sums.values()];
}
