/** What a person gains by moving one deal across the end of a period. */
import type { Kpi, Role } from "../../model/scenario.ts";
import { NO_MONEY, addMoney, subtractMoney, type MinorUnits } from "../../units/money.ts";
import { snapAttainment } from "../attainment.ts";
import type { Side } from "../outcome.ts";
import { periodsOf, seasonsOf } from "../payments.ts";
import { targetPay, type PayContext } from "../role.ts";
import { earnedInYear } from "./earned-in-year.ts";
import type { DealMove, DealTiming, WorstTiming } from "./outcome.ts";
import { incentiveAt, justBelow, standingAt, turnsOf } from "./standing.ts";

/** Attainment of a KPI in a period: 0 is the first of this year; after its last the next year's follow. */
export type AttainedInPeriod = (kpiId: string, period: number) => number;

export type DealInput = {
  readonly kpiId: string;
  /** Size in the KPI's unit, above 0. */
  readonly deal: number;
  readonly attained: AttainedInPeriod;
  /** The deal crosses the end of this period, from 0. That of the last one is the year's end. */
  readonly period: number;
};

/** A deal in one period and the next, as attainment of each one's target; null where it cannot be moved. */
type Shares = { readonly here: number; readonly next: number };

const SIDES = ["at", "below"] as const satisfies readonly Side[];

/** Beyond this attainment hardly anyone stands, and a deal that is moved there is nobody's. */
const FARTHEST = 2;

/**
 * What moving one deal gains (docs/compensation-model.md, "Cliffs, dead zones, the next deal"). Holding moves it from the
 * period to the next, pulling from the next into this one; neither is possible where the result is smaller than the
 * deal, and gains nothing then. Across the year's end both years are paid by the same plan, each by itself. A KPI of which
 * less is better, one without a target and a period without one have no deals.
 */
export function dealTiming(role: Role, context: PayContext, input: DealInput): DealTiming {
  const asItFalls = earnedInYears(role, context, input, input.attained);
  const earnedWith = (move: DealMove): MinorUnits => {
    const moved = attainedWith(role, context, input, move);
    return moved === null ? asItFalls : earnedInYears(role, context, input, moved);
  };
  const held = earnedWith("hold");
  const pulled = earnedWith("pull");
  return {
    share: sharesOf(role, context, input)?.here ?? 0,
    asItFalls,
    held,
    pulled,
    gainFromHolding: subtractMoney(held, asItFalls),
    gainFromPulling: subtractMoney(pulled, asItFalls),
  };
}

/** Where everyone stands once the deal is moved; null where it cannot be. */
export function attainedWith(role: Role, context: PayContext, input: DealInput, move: DealMove): AttainedInPeriod | null {
  const { kpiId, attained, period } = input;
  const shares = sharesOf(role, context, input);
  if (shares === null || !holds(attained(kpiId, move === "hold" ? period : period + 1), move === "hold" ? shares.here : shares.next)) return null;
  const [here, next] = move === "hold" ? [-shares.here, shares.next] : [shares.here, -shares.next];
  return (id, each) => {
    const stands = attained(id, each);
    if (id !== kpiId) return stands;
    return each === period ? stands + here : each === period + 1 ? stands + next : stands;
  };
}

/** Never below 0 attainment, but to exactly 0. */
function holds(attainment: number, share: number): boolean {
  return snapAttainment(attainment) >= snapAttainment(share);
}

function sharesOf(role: Role, context: PayContext, { kpiId, deal, period }: Pick<DealInput, "kpiId" | "deal" | "period">): Shares | null {
  const kpi = role.kpis.find((each) => each.id === kpiId);
  if (kpi === undefined || !hasDeals(kpi)) return null;
  const seasons = seasonsOf(context.payments);
  const here = kpi.target * (seasons[period] ?? 0);
  const next = kpi.target * (seasons[(period + 1) % seasons.length] ?? 0);
  return here > 0 && next > 0 ? { here: deal / here, next: deal / next } : null;
}

function hasDeals(kpi: Kpi): boolean {
  return kpi.direction === "higher" && kpi.target > 0;
}

/** Of the year that holds both periods; of both years where they are the last of one and the first of the next. */
function earnedInYears(role: Role, context: PayContext, { period }: DealInput, attained: AttainedInPeriod): MinorUnits {
  const periods = periodsOf(context.payments);
  const thisYear = earnedInYear(role, context, attained);
  if (period < periods - 1) return thisYear;
  return addMoney(thisYear, earnedInYear(role, context, (kpiId, each) => attained(kpiId, periods + each)));
}

/**
 * The attainment from 0 to 200 % at which moving a deal across the year's end gains most, every other KPI and the next
 * year standing at target; of equal ones the nearest to target. Pay is made of straight lines, so what is gained turns
 * only where the result, or the result with or without the deal, stands at one of its corners: these are tried, on both
 * sides. Null where the KPI has no deals or nothing is gained anywhere.
 */
export function worstTiming(role: Role, context: PayContext, input: Pick<DealInput, "kpiId" | "deal">): WorstTiming | null {
  const { kpiId, deal } = input;
  const last = periodsOf(context.payments) - 1;
  const shares = sharesOf(role, context, { ...input, period: last });
  if (shares === null) return null;
  const nextYear = (share: number): MinorUnits => earnedInYear(role, context, (id, period) => (id === kpiId && period === 0 ? 1 + share : 1));
  const asItFalls = nextYear(0);
  const withDeal = subtractMoney(nextYear(shares.next), asItFalls);
  const withoutDeal = holds(1, shares.next) ? subtractMoney(nextYear(-shares.next), asItFalls) : null;
  // Where the year to date is paid, the deal is its part of the year's target.
  const target = role.kpis.find((kpi) => kpi.id === kpiId)?.target ?? 0;
  const moves = context.payments.basis === "cumulative" ? deal / target : shares.here;
  let worst: WorstTiming | null = null;
  for (const attainment of placesToTry(role, context, kpiId, moves, shares.here)) {
    for (const side of SIDES) {
      const stands = side === "at" ? attainment : justBelow(attainment);
      const thisYear = (share: number): MinorUnits =>
        earnedInYear(role, context, (id, period) => (id !== kpiId ? 1 : period === last ? stands + share : stands));
      const falls = thisYear(0);
      const gainOf = (move: DealMove, next: MinorUnits | null, share: number): void => {
        if (next === null) return;
        const gain = addMoney(subtractMoney(thisYear(share), falls), next);
        if (gain > (worst?.gain ?? NO_MONEY)) worst = { attainment, side, move, gain };
      };
      gainOf("hold", holds(stands, shares.here) ? withDeal : null, -shares.here);
      gainOf("pull", withoutDeal, shares.here);
    }
  }
  return worst;
}

/** The nearest to target first. From `least` on there is a deal to hold. */
function placesToTry(role: Role, context: PayContext, kpiId: string, share: number, least: number): readonly number[] {
  const corners = [...turnsOf(role, kpiId), ...planCapCrossings(role, context, kpiId), 1, FARTHEST];
  const places = corners
    .flatMap((corner) => [corner, corner - share, corner + share])
    .concat(least)
    .map(snapAttainment)
    .filter((place) => place <= FARTHEST);
  return [...new Set(places)].sort((a, b) => Math.abs(a - 1) - Math.abs(b - 1) || b - a);
}

/** Where the plan cap begins or ends to hold as one KPI moves and the others stay at target. */
function planCapCrossings(role: Role, context: PayContext, kpiId: string): readonly number[] {
  const { payoutCap } = role;
  if (payoutCap === null) return [];
  const uncapped = { ...role, payoutCap: null };
  const most = targetPay(role, context.currency).targetIncentive * payoutCap;
  const over = (attainment: number): number => incentiveAt(uncapped, context, standingAt(() => 1, kpiId, attainment)) - most;
  const corners = [...turnsOf(role, kpiId).filter((corner) => corner < FARTHEST), FARTHEST];
  return corners.flatMap((to, index) => {
    const from = corners[index - 1];
    if (from === undefined) return [];
    const [atFrom, atTo] = [over(from), over(justBelow(to))];
    return atFrom > 0 === atTo > 0 ? [] : [snapAttainment(from + ((to - from) * atFrom) / (atFrom - atTo))];
  });
}
