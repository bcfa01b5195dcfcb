/** Last year's results under a plan: what each person would have been paid, and what that would have cost. */
import { evaluateRoleYear, periodsOf, sumOfCosts } from "../engine/index.ts";
import type { CostParts } from "../engine/index.ts";
import type { Role, Scenario } from "../model/scenario.ts";
import { addMoney, type MinorUnits } from "../units/money.ts";
import type { PersonActuals } from "./read-actuals.ts";

/** Which role and KPI of a scenario those of the results are; null for one it does not have. */
export type ActualsMatching = { readonly roleOf: (roleId: string) => string | null; readonly kpiOf: (roleId: string, kpiId: string) => string | null };

/** A full-year seat. Minor units. */
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
 * Runs people's attainments through a scenario, each for a full year in a seat of their own (docs/compensation-model.md,
 * "Back-test"). Finer periods of the results are averaged, coarser ones hold in each payment period; a period without a result
 * stands at the mean of the others. A KPI the results do not have stands at target: only those without weight, or in a scenario
 * that has another KPI.
 * @param periods that a year has in the results
 * @param matching roles and KPIs of the results to those of the scenario; by default the same ids
 */
export function backTest(scenario: Scenario, people: readonly PersonActuals[], periods: number, matching: ActualsMatching = SAME): BackTest {
  const seats = new Map(scenario.roles.map((role) => [role.id, oneSeat(role)]));
  const count = periodsOf(scenario.payments);
  const paid: PersonPay[] = [];
  const costs: CostParts[] = [];
  const withoutRole: PersonActuals[] = [];
  for (const each of people) {
    const role = seats.get(matching.roleOf(each.roleId) ?? "");
    if (role === undefined) {
      withoutRole.push(each);
      continue;
    }
    const attained = new Map(Object.entries(each.attained).flatMap(([kpiId, list]) => {
      const id = matching.kpiOf(each.roleId, kpiId);
      return id === null ? [] : [[id, inPeriods(list, periods, count)] as const];
    }));
    const { staff } = evaluateRoleYear(role, scenario, (kpiId, period) => attained.get(kpiId)?.[period] ?? 1);
    const { base, incentive, pay, burden } = staff;
    const cost = addMoney(pay, burden);
    paid.push({ person: each.person, roleId: each.roleId, base, incentive, burden, pay, cost, countsInCost: role.countsInCost });
    if (role.countsInCost) costs.push({ base, incentive, burden, cost });
  }
  return { people: paid, withoutRole, total: sumOfCosts(costs) };
}

/** The role with one person who is there all year. */
function oneSeat(role: Role): Role {
  return { ...role, headcount: 1, vacancy: 0, newHires: [], draw: null };
}

/** Attainments by payment period. */
function inPeriods(list: readonly number[], periods: number, count: number): readonly number[] {
  const known = list.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const filled = list.map((value) => (Number.isNaN(value) ? mean : value));
  return Array.from({ length: count }, (_, period) => {
    if (periods <= count) return filled[Math.floor((period * periods) / count)] ?? mean;
    const each = periods / count;
    const inside = filled.slice(period * each, (period + 1) * each);
    return inside.reduce((sum, value) => sum + value, 0) / inside.length;
  });
}
