/** What one person earns in each period of the year, before draws. */
import type { Role } from "../../model/scenario.ts";
import { NO_MONEY, roundMinor, splitByLargestRemainder, subtractMoney, sumMoney, type MinorUnits } from "../../units/money.ts";
import { snapAttainment } from "../attainment.ts";
import { seasonsOf } from "../payments.ts";
import { evaluateRole, type PayContext } from "../role.ts";
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

/** The year so far: what a cumulative payment is worked out from. */
type ToDate = {
  /** Season × ramp of the periods so far, and the same × attainment, by KPI. */
  readonly target: number;
  readonly reached: readonly number[];
  /** Share of target incentive of the periods so far, minor units, by KPI. */
  readonly shares: readonly number[];
  /** Earned so far before the plan cap, by KPI. */
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
  const parts = evaluateRole(role, context, () => 1).kpis.map((kpi) => splitByLargestRemainder(kpi.targetIncentive, seasons));
  const partsIn = ({ period, ramp }: WorkedPeriod): readonly number[] => parts.map((part) => (part[period] ?? 0) * ramp);
  const most = mostOf(role, worked.flatMap(partsIn));
  let toDate: ToDate = { target: 0, reached: parts.map(() => 0), shares: parts.map(() => 0), earned: parts.map(() => NO_MONEY) };
  return worked.map((each) => {
    const { period, ramp } = each;
    const season = (seasons[period] ?? 0) * ramp;
    const stands = role.kpis.map((kpi) => snapAttainment(attained(kpi.id, period)));
    const before = toDate;
    const target = before.target + season;
    const reached = before.reached.map((sum, index) => sum + season * (stands[index] ?? 0));
    const shares = partsIn(each);
    const sharesToDate = before.shares.map((sum, index) => sum + (shares[index] ?? 0));
    const isCumulative = context.payments.basis === "cumulative";
    const looksAt = isCumulative ? reached.map((sum) => (target === 0 ? 1 : snapAttainment(sum / target))) : stands;
    const { kpis } = evaluateRole(role, context, (kpi) => looksAt[role.kpis.indexOf(kpi)] ?? 1);
    const earned = kpis.map(({ payoutFactor }, index): MinorUnits => {
      if (isCumulative) return roundMinor((sharesToDate[index] ?? 0) * payoutFactor);
      return sumMoney([before.earned[index] ?? NO_MONEY, roundMinor((shares[index] ?? 0) * payoutFactor)]);
    });
    toDate = { target, reached, shares: sharesToDate, earned };
    const uncapped = subtractMoney(sumMoney(earned), sumMoney(before.earned));
    const paid = subtractMoney(atMost(sumMoney(earned), most), atMost(sumMoney(before.earned), most));
    return {
      kpis: role.kpis.map((kpi, index): PeriodKpi => ({
        id: kpi.id,
        target: kpi.target * season,
        attainment: looksAt[index] ?? 1,
        payoutFactor: kpis[index]?.payoutFactor ?? 0,
        payout: subtractMoney(earned[index] ?? NO_MONEY, before.earned[index] ?? NO_MONEY),
      })),
      earned: paid,
      planCapBinds: paid < uncapped,
    };
  });
}

/** The most that is paid over the periods worked; null without a plan cap. */
function mostOf(role: Role, shares: readonly number[]): MinorUnits | null {
  return role.payoutCap === null ? null : roundMinor(shares.reduce((sum, share) => sum + share, 0) * role.payoutCap);
}

function atMost(amount: MinorUnits, most: MinorUnits | null): MinorUnits {
  return most !== null && amount > most ? most : amount;
}
