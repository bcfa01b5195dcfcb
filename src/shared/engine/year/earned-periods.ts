/** What one person earns in each period of the year, before draws. */
import type { Role } from "../../model/scenario.ts";
import { NO_MONEY, addMoney, subtractMoney, sumMoney, type MinorUnits } from "../../units/money.ts";
import { snapAttainment } from "../attainment.ts";
import { earnedUnderCap, shareOfPeriod, timesRounded } from "../formulas.ts";
import { payoutFactors, standingAt } from "../links.ts";
import { seasonsOf } from "../payments.ts";
import { planOf } from "../plan.ts";
import { targetPay, targetShares, type PayContext } from "../role.ts";
import type { PeriodKpi, PersonPeriod } from "./outcome.ts";

/** A period somebody works in: 0 = the first of the fiscal year. */
export type WorkedPeriod = {
  readonly period: number;
  /** Share of the target that this person has in the period, of what others have: 1 without a ramp. */
  readonly ramp: number;
};

export type EarnedPeriod = Pick<PersonPeriod, "kpis" | "earned" | "planCapBinds">;

/** Attainment of a KPI in a period (0 = the first), a ratio of that period's own target. */
export type Attained = (kpiId: string, period: number) => number;

/** The year so far, by KPI. */
type ToDate = {
  /** Part of the year's target: season × ramp of the periods so far, and the same × attainment. */
  readonly target: number;
  readonly reached: readonly number[];
  /** Target incentive of the periods so far, minor units; a ramp leaves fractions. */
  readonly targetIncentive: readonly number[];
  /** Before the plan cap. */
  readonly earned: readonly MinorUnits[];
};

/**
 * What a person earns by period (docs/compensation-model.md, "Payments, new hires, draws"). With discrete payment each
 * period pays its part of the share by the factor at its own attainment. With cumulative payment it pays what is earned to
 * date, by the attainment to date, less what was earned before, which may be below 0. The plan cap is the target incentive
 * of the person's periods × cap and is used up over them.
 * @param worked ascending; a person who joins later has fewer
 */
export function earnedPeriods(role: Role, context: PayContext, worked: readonly WorkedPeriod[], attained: Attained): readonly EarnedPeriod[] {
  const seasons = seasonsOf(context.payments);
  const isCumulative = context.payments.basis === "cumulative";
  const ofYear = targetShares(role, targetPay(role, context.currency).targetIncentive);
  const parts = worked.map(({ period, ramp }) => ofYear.map((share) => shareOfPeriod(share, seasons, period, ramp)));
  const most = mostOf(role, parts.flat());
  let toDate: ToDate = { target: 0, reached: ofYear.map(() => 0), targetIncentive: ofYear.map(() => 0), earned: ofYear.map(() => NO_MONEY) };
  return worked.map((each, place) => {
    const target = (seasons[each.period] ?? 0) * each.ramp;
    const stands = role.kpis.map((kpi) => snapAttainment(attained(kpi.id, each.period)));
    const targetIncentive = parts[place] ?? [];
    const before = toDate;
    const now = {
      target: before.target + target,
      reached: before.reached.map((sum, index) => sum + target * (stands[index] ?? 0)),
      targetIncentive: before.targetIncentive.map((sum, index) => sum + (targetIncentive[index] ?? 0)),
    };
    const looksAt = isCumulative ? now.reached.map((sum) => attainmentToDate(sum, now.target)) : stands;
    const factors = payoutFactors(planOf(role), standingAt(looksAt)).payout;
    const earned = factors.map((factor, index): MinorUnits => {
      if (isCumulative) return timesRounded(now.targetIncentive[index] ?? 0, factor);
      return addMoney(before.earned[index] ?? NO_MONEY, timesRounded(targetIncentive[index] ?? 0, factor));
    });
    toDate = { ...now, earned };
    const uncapped = subtractMoney(sumMoney(earned), sumMoney(before.earned));
    const capped = earnedUnderCap(sumMoney(earned), sumMoney(before.earned), most);
    return {
      kpis: role.kpis.map((kpi, index): PeriodKpi => ({
        id: kpi.id,
        target: kpi.target * target,
        attainment: looksAt[index] ?? 1,
        payoutFactor: factors[index] ?? 0,
        payout: subtractMoney(earned[index] ?? NO_MONEY, before.earned[index] ?? NO_MONEY),
      })),
      earned: capped,
      planCapBinds: capped < uncapped,
    };
  });
}

/** The most that is paid over the periods worked; null without a plan cap. */
export function mostOf(role: Role, shares: readonly number[]): MinorUnits | null {
  return role.payoutCap === null ? null : timesRounded(shares.reduce((sum, share) => sum + share, 0), role.payoutCap);
}

/** Attainment of the year so far from what was reached of its targets; 1 while the targets so far are 0. */
export function attainmentToDate(reached: number, target: number): number {
  return target === 0 ? 1 : snapAttainment(reached / target);
}
