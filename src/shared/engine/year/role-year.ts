/** A role over the year: those who are there all of it, each group of new hires, and what all its seats cost. */
import type { Role } from "../../model/scenario.ts";
import { sumMoney, type MinorUnits } from "../../units/money.ts";
import { minorPerUnit } from "../../units/currency.ts";
import { snapAttainment } from "../attainment.ts";
import { resultOf, revenueOfSeats, timesRounded } from "../formulas.ts";
import type { CostParts } from "../outcome.ts";
import { periodsOf, seasonsOf } from "../payments.ts";
import { creditsRevenue, filledSeats, type PayContext } from "../role.ts";
import type { Attained } from "./earned-periods.ts";
import type { PersonYear, RoleYear } from "./outcome.ts";
import { personYear, workedPeriods, type Group } from "./person-year.ts";

/**
 * The year of a role, payment by payment (docs/compensation-model.md, "Payments, new hires, draws"). New hires take seats of
 * the headcount in the order of the document; those beyond it have none. A draw covers the new hires, or everybody where
 * a role has none.
 * @param attained attainment of a KPI in a period (0 = the first of the fiscal year) as a ratio of that period's own
 * target, ramp included; snapped and limited to 0–100
 */
export function evaluateRoleYear(role: Role, context: PayContext, attained: Attained): RoleYear {
  const { staff, hires, withoutSeat } = groupsOf(role);
  const yearOf = (group: Group): PersonYear => personYear(role, context, group, attained);
  const [staffYear, hireYears] = [yearOf(staff), hires.map(yearOf)];
  return {
    id: role.id,
    countsInCost: role.countsInCost,
    staff: staffYear,
    hires: hireYears,
    withoutSeat,
    cost: costOf(role, [staffYear, ...hireYears]),
    creditedRevenue: sumMoney([staff, ...hires].map((group) => creditedRevenue(role, context, group, attained))),
  };
}

/** The groups of a role; together they are its headcount. */
function groupsOf(role: Role): { readonly staff: Group; readonly hires: readonly Group[]; readonly withoutSeat: number } {
  let seats = role.headcount;
  let withoutSeat = 0;
  const hires = role.newHires.map(({ count, startPeriod, ramp }): Group => {
    const people = Math.min(count, seats);
    seats -= people;
    withoutSeat += count - people;
    return { people, startPeriod, ramp, draw: role.draw };
  });
  return { staff: { people: seats, startPeriod: 1, ramp: [], draw: hires.length === 0 ? role.draw : null }, hires, withoutSeat };
}

/** Seats of a group that are filled: vacancy is spread over a role evenly. */
function filledSeatsOf(role: Role, { people }: Pick<Group, "people">): number {
  return filledSeats({ ...role, headcount: people });
}

function costOf(role: Role, groups: readonly PersonYear[]): CostParts {
  const total = (read: (person: PersonYear) => MinorUnits): MinorUnits => sumMoney(groups.map((group) => timesRounded(read(group), filledSeatsOf(role, group))));
  const base = total((person) => person.base);
  const incentive = total((person) => person.incentive);
  const burden = total((person) => person.burden);
  return { base, incentive, burden, cost: sumMoney([base, incentive, burden]) };
}

/** Target of each period × attainment in it. The part of the year's target that is reached has ten decimals, as attainments have. */
function creditedRevenue(role: Role, { currency, payments }: PayContext, group: Group, attained: Attained): MinorUnits {
  const seasons = seasonsOf(payments);
  let perHead = 0;
  for (const kpi of role.kpis) {
    if (!creditsRevenue(kpi)) continue;
    const reached = workedPeriods(group, periodsOf(payments)).reduce((sum, { period, ramp }) => sum + (seasons[period] ?? 0) * ramp * snapAttainment(attained(kpi.id, period)), 0);
    perHead += resultOf(kpi.target, snapAttainment(reached));
  }
  return revenueOfSeats(perHead, filledSeatsOf(role, group), minorPerUnit(currency));
}
