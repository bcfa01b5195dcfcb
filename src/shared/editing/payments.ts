/** How often a plan pays, and how the year's target is spread over the payment periods. Value in, new value out. */
import { periodsOf, seasonsOf } from "../engine/index.ts";
import type { Payments } from "../model/scenario.ts";
import { WHOLE, basisPoints, type BasisPoints } from "../units/basis-points.ts";
import { splitWhole } from "../units/money.ts";

/**
 * Each period's share of the year's target in whole basis points, apportioned by largest remainder: they total 100 %
 * to the last point also where the shares themselves are thirds or twelfths.
 */
export function seasonPoints(payments: Payments): readonly BasisPoints[] {
  return splitWhole(WHOLE, seasonsOf(payments)).map(basisPoints);
}

/**
 * Payments at another frequency (docs/compensation-model.md, "Payments"). Equal seasons stay equal. Others are merged
 * into longer periods, whose share is the sum of theirs, or split evenly into shorter ones, each period's basis points
 * apportioned by largest remainder, so that going back gives the shares there were. Seasons that come out the same in
 * every period are equal. The same frequency changes nothing.
 */
export function withFrequency(payments: Payments, frequency: Payments["frequency"]): Payments {
  if (payments.frequency === frequency) return payments;
  const next: Payments = { ...payments, frequency, seasonality: "equal" };
  if (payments.seasonality === "equal") return next;
  const [before, after] = [periodsOf(payments), periodsOf(next)];
  const points = seasonPoints(payments);
  const merged = before / after;
  const shares =
    merged > 1
      ? Array.from({ length: after }, (_, period) => points.slice(period * merged, (period + 1) * merged).reduce((sum, each) => sum + each, 0))
      : points.flatMap((each) => splitWhole(each, Array.from({ length: after / before }, () => 1)));
  return withSeasons(next, shares.map(basisPoints));
}

/**
 * Payments with a share of the year's target for every period.
 * @param shares one for each period, in basis points; they must total 100 %. Another total or length changes nothing;
 * the same share in every period is "equal"
 */
export function withSeasons(payments: Payments, shares: readonly BasisPoints[]): Payments {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (shares.length !== periodsOf(payments) || total !== WHOLE) return payments;
  if (shares.every((share) => share === shares[0])) return payments.seasonality === "equal" ? payments : { ...payments, seasonality: "equal" };
  return { ...payments, seasonality: shares.map((share) => share / WHOLE) };
}

/**
 * Payments with another share of the year's target for one period; the others give and take in proportion to theirs, equally where
 * all of them stand at 0, by largest remainder, so that they total 100 % to the basis point.
 * @param period position from 0; one that does not exist, and a year of one period, change nothing
 * @param share of the year, limited to 0–1 and rounded to whole basis points
 */
export function withSeasonShare(payments: Payments, period: number, share: number): Payments {
  const points = seasonPoints(payments);
  if (points.length < 2 || points[period] === undefined) return payments;
  const moved = basisPoints(Math.round(Math.min(1, Math.max(0, share)) * WHOLE));
  const others = splitWhole(WHOLE - moved, points.toSpliced(period, 1)).map(basisPoints);
  return withSeasons(payments, others.toSpliced(period, 0, moved));
}
