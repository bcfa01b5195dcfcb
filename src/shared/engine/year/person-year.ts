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
  readonly draw: Draw | null;
};

/**
 * One person of a group (docs/compensation-model.md, "Payments, new hires, draws"). Base is paid in equal parts over all
 * periods of the year, from the first one worked; the fixed part of burden counts in proportion to the periods worked.
 */
export function personYear(role: Role, context: PayContext, group: Group, attained: Attained): PersonYear {
  const { currency, cost, payments } = context;
  const worked = workedPeriods(group, periodsOf(payments));
  const bases = splitByLargestRemainder(targetPay(role, currency).base, Array.from({ length: periodsOf(payments) }, () => 1));
  const earned = earnedPeriods(role, context, worked, attained);
  const drawn = withDraw(earned.map((period) => period.earned), group.draw, currency);
  const periods = earned.flatMap((period, index): readonly PersonPeriod[] => {
    const [at, paid] = [worked[index], drawn[index]];
    return at === undefined || paid === undefined ? [] : [{ period: at.period + 1, base: bases[at.period] ?? NO_MONEY, ...period, ...paid }];
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
      roundMinor((roundMoney(cost.fixedPerHead, currency) * worked.length) / periodsOf(payments)),
    ]),
  };
}

/** The periods a group works in, with its ramp. */
export function workedPeriods({ startPeriod, ramp }: Pick<Group, "startPeriod" | "ramp">, periods: number): readonly WorkedPeriod[] {
  return Array.from({ length: Math.max(0, periods - startPeriod + 1) }, (_, index) => ({ period: startPeriod - 1 + index, ramp: ramp[index] ?? 1 }));
}
