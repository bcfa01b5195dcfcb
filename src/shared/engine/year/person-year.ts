/** The year of one person: base, earnings, draws and burden. */
import type { Draw, Role } from "../../model/scenario.ts";
import { addMoney, roundMinor, roundMoney, splitByLargestRemainder, sumMoney, NO_MONEY } from "../../units/money.ts";
import { timesRounded } from "../formulas.ts";
import { periodsOf } from "../payments.ts";
import { targetPay, type PayContext } from "../role.ts";
import { withDraw } from "./draw.ts";
import { earnedPeriods, type Attained, type WorkedPeriod } from "./earned-periods.ts";
import type { PersonPeriod, PersonYear } from "./outcome.ts";

/** People whose year is the same. */
export type Group = {
  readonly people: number;
  /** 1 = there all year; beyond the year's last period they do not join in this one. */
  readonly startPeriod: number;
  /** Shares of the target by period from the first one on, then 1. */
  readonly ramp: readonly number[];
  /** Share of each period, from the first one on, in which they have the seat; absent: all of it. */
  readonly presence?: readonly number[];
  readonly draw: Draw | null;
};

/**
 * One person of a group (docs/compensation-model.md, "Payments, new hires, draws"). Base is paid in equal parts over all
 * periods of the year, from the first one worked; the fixed part of burden counts in proportion to the periods worked. Who has
 * the seat for a share of a period has that share of its base, of its target incentive and of the fixed part of burden.
 */
export function personYear(role: Role, context: PayContext, group: Group, attained: Attained): PersonYear {
  const { currency, cost, payments } = context;
  const worked = workedPeriods(group, periodsOf(payments));
  const bases = splitByLargestRemainder(targetPay(role, currency).base, Array.from({ length: periodsOf(payments) }, () => 1));
  const presences = worked.map((_, index) => presenceOf(group, index));
  const earned = earnedPeriods(role, context, worked, attained);
  const drawn = withDraw(earned.map((period) => period.earned), group.draw, currency);
  const periods = earned.flatMap((period, index): readonly PersonPeriod[] => {
    const [at, paid] = [worked[index], drawn[index]];
    return at === undefined || paid === undefined ? [] : [{ period: at.period + 1, base: timesRounded(bases[at.period] ?? NO_MONEY, presences[index] ?? 1), ...period, ...paid }];
  });
  const base = sumMoney(periods.map((period) => period.base));
  const incentive = sumMoney(periods.map((period) => period.paid));
  return {
    people: group.people,
    startPeriod: group.startPeriod,
    periods,
    base,
    earned: sumMoney(periods.map((period) => period.earned)),
    incentive,
    pay: addMoney(base, incentive),
    burden: sumMoney([
      timesRounded(base, cost.burdenOnBase),
      timesRounded(incentive, cost.burdenOnVariable),
      roundMinor((roundMoney(cost.fixedPerHead, currency) * presences.reduce((sum, presence) => sum + presence, 0)) / periodsOf(payments)),
    ]),
  };
}

/** The periods a group works in, with its ramp. */
export function workedPeriods(group: Pick<Group, "startPeriod" | "ramp" | "presence">, periods: number): readonly WorkedPeriod[] {
  const { startPeriod, ramp } = group;
  return Array.from({ length: Math.max(0, periods - startPeriod + 1) }, (_, index) => ({ period: startPeriod - 1 + index, ramp: (ramp[index] ?? 1) * presenceOf(group, index) }));
}

function presenceOf({ presence }: Pick<Group, "presence">, index: number): number {
  return presence?.[index] ?? 1;
}

/**
 * The year of somebody who has one filled seat of a role for a share of each payment period, without ramp or draw
 * (docs/compensation-model.md, "Back-test").
 * @param presence 0 to 1 by payment period; 1 in all of them is a full year
 * @param attained as in `evaluateRoleYear`; in a period without presence it changes nothing
 */
export function seatYear(role: Role, context: PayContext, presence: readonly number[], attained: Attained): PersonYear {
  return personYear(role, context, { people: 1, startPeriod: 1, ramp: [], presence, draw: null }, attained);
}
