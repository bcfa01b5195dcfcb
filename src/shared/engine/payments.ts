/** How a year is cut into payment periods, and what that does to an amount that is paid in every one of them. */
import type { Payments } from "../model/scenario.ts";
import { roundMinor, splitByLargestRemainder, sumMoney, type MinorUnits } from "../units/money.ts";

const PERIODS = { annual: 1, "half-yearly": 2, quarterly: 4, monthly: 12 } as const satisfies Record<Payments["frequency"], number>;

/** Payment periods in a year: 1, 2, 4 or 12. */
export function periodsOf(payments: Payments): number {
  return PERIODS[payments.frequency];
}

/** Each period's share of the year's target; together 1. Equal seasons are equal shares. */
export function seasonsOf(payments: Payments): readonly number[] {
  const periods = periodsOf(payments);
  return payments.seasonality === "equal" ? Array.from({ length: periods }, () => 1 / periods) : payments.seasonality;
}

/**
 * The attainment of the year from those of its periods: their mean, weighted by the periods' parts of the target.
 * @param attained one ratio a period, of that period's own target
 */
export function yearAttainment(attained: readonly number[], payments: Payments): number {
  let target = 0;
  let reached = 0;
  seasonsOf(payments).forEach((season, period) => {
    target += season;
    reached += season * (attained[period] ?? 1);
  });
  return reached / target;
}

/**
 * What a KPI pays in a year in which every period stands at the same factor (docs/compensation-model.md, "Payments, new hires, draws").
 * With annual or cumulative payment the year is rounded once. With discrete periods each pays its own rounded part: the
 * share is split over the periods as the target is, so the year is the sum of what is paid.
 * @param share the KPI's share of target incentive, per head
 */
export function payoutOverYear(share: MinorUnits, factor: number, payments: Payments): MinorUnits {
  if (payments.basis === "cumulative" || payments.frequency === "annual") return roundMinor(share * factor);
  return sumMoney(splitByLargestRemainder(share, seasonsOf(payments)).map((part) => roundMinor(part * factor)));
}
