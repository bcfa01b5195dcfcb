/** Moving a handle of a curve, by hand or by typing. Always computed from the curve as it was taken hold of. */
import { factorAt } from "../engine/index.ts";
import { PARAMETERS } from "../model/parameters.ts";
import type { Curve, PointsCurve, TiersCurve } from "../model/scenario.ts";
import { compileUncapped, curveHandles, isCapPoint, thresholdIndex, thresholdKindOf, tierLever, type CurveHandle } from "./curve-handles.ts";

export type Place = { readonly attainment: number; readonly payout: number };

/** What a hand and a keyboard differ in: the grid values fall on, and how near two corners may come. */
type Hand = {
  readonly snap: (value: number) => number;
  readonly snapRate: (rate: number) => number;
  readonly gap: number;
  /** Two single points of a curve may be given the same attainment, which makes a jump. */
  readonly mayMeet: boolean;
};
const DRAGGING: Hand = { snap: wholePercent, snapRate: (rate) => Math.round(rate * 20) / 20, gap: 0.01, mayMeet: false };
const TYPING: Hand = { snap: (value) => value, snapRate: withoutDust, gap: 0.001, mayMeet: true };

/** How near the cap comes to a corner of a points curve, and to nothing. */
const SMALLEST_CAP = 0.01;

/** The smallest difference a person can see; a handle asked to go where it stands does not move. */
const SAME = 1e-9;

/**
 * The curve after a handle is dragged. From the curve at the start of the drag, so the way there does not matter and
 * dragging back restores it. Attainment and payout fall on whole percents, rates on 0.05. A handle stops at its
 * neighbours, 1 % before them; payouts stay from 0 to the cap. The two sides of a jump move sideways together. The
 * point at 100 % stays there. The handle of the cap, or the point that carries it, takes the cap along.
 * @param to where the handle is wanted; a direction it does not move in is left out of account, like NaN
 * @returns the same curve where nothing changes or the handle does not exist
 */
export function moveHandle(start: Curve, handleId: string, to: Place): Curve {
  return placed(start, handleId, to, DRAGGING);
}

/**
 * The curve after values for a handle are typed: as {@link moveHandle}, without the grid; neighbours may be as near as
 * 0.1 %, and a point given the attainment of its neighbour makes a jump there.
 */
export function setHandle(curve: Curve, handleId: string, to: Place): Curve {
  return placed(curve, handleId, to, TYPING);
}

/** A ratio on whole percents. */
export function wholePercent(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A computed ratio without the last bits of its computation: thirteen decimals. */
export function withoutDust(value: number): number {
  return Math.round(value * 1e13) / 1e13;
}

function placed(start: Curve, handleId: string, to: Place, hand: Hand): Curve {
  const handle = curveHandles(start).find((each) => each.id === handleId);
  if (handle === undefined) return start;
  const attainment = handle.moves === "payout" || isSame(to.attainment, handle.attainment) ? null : hand.snap(to.attainment);
  const payout = handle.moves === "attainment" || isSame(to.payout, handle.payout) ? null : hand.snap(to.payout);
  if (attainment === null && payout === null) return start;
  const index = Number(handleId.split("-").at(-1));
  switch (start.kind) {
    case "points":
      return handleId === "cap" ? capMoved(start, payout) : pointMoved(start, index, attainment, payout, hand);
    case "tiers":
      if (handleId === "cap") return capMoved(start, payout);
      return handle.kind === "tier-rate" ? rateMoved(start, index, handle, payout, hand) : { ...start, tiers: rungMoved(start.tiers, index, attainment, hand) };
    case "steps":
      return { ...start, steps: paidMoved(rungMoved(start.steps, index, attainment, hand), index, payout, start.cap) };
    case "levels":
      return { ...start, levels: paidMoved(rungMoved(start.levels, index, attainment, hand), index, payout, start.cap) };
  }
}

function isSame(wanted: number, current: number): boolean {
  return !Number.isFinite(wanted) || Math.abs(wanted - current) < SAME;
}

/** Within bounds; a value that already stands outside them may stay where it is. */
function within(value: number, low: number, high: number, current: number): number {
  return Math.min(Math.max(value, Math.min(low, current)), Math.max(high, current));
}

function pointMoved(curve: PointsCurve, index: number, attainment: number | null, payout: number | null, hand: Hand): PointsCurve {
  const moved = curve.points[index];
  if (moved === undefined) return curve;
  const sideways = attainment === null ? moved.attainment : betweenPoints(curve, moved.attainment, attainment, hand);
  const carriesCap = isCapPoint(curve, index);
  const others = curve.points.filter((_, i) => i !== index).map((point) => point.payout);
  const low = carriesCap ? Math.max(0, ...others) : 0;
  const high = carriesCap ? PARAMETERS.cap.max : (curve.cap ?? PARAMETERS.payout.max);
  const upward = payout === null ? moved.payout : within(payout, low, high, Math.min(moved.payout, high));
  const points = curve.points.map((point, i) => {
    if (i === index) return { attainment: sideways, payout: upward };
    return point.attainment === moved.attainment && sideways !== moved.attainment ? { ...point, attainment: sideways } : point;
  });
  const next = { ...curve, points, cap: carriesCap ? upward : curve.cap };
  return thresholdKindOf(curve) === "first-unit" ? onLineFromZero(next, thresholdIndex(curve)) : next;
}

/** Where a point, with the other side of its jump, may stand between the points around it. */
function betweenPoints({ points }: PointsCurve, current: number, wanted: number, hand: Hand): number {
  if (current === 1) return current;
  const isSingle = (attainment: number | undefined): boolean => points.filter((point) => point.attainment === attainment).length === 1;
  const before = points.findLast((point) => point.attainment < current)?.attainment;
  const after = points.find((point) => point.attainment > current)?.attainment;
  const nextTo = (neighbour: number, gap: number): number => (hand.mayMeet && isSingle(current) && isSingle(neighbour) ? neighbour : withoutDust(neighbour + gap));
  const low = before === undefined ? PARAMETERS.attainment.min : nextTo(before, hand.gap);
  const high = after === undefined ? PARAMETERS.attainment.max : nextTo(after, -hand.gap);
  return within(wanted, low, high, current);
}

/** The threshold point put on the straight line from zero to the point after it. */
export function onLineFromZero(curve: PointsCurve, index: number): PointsCurve {
  const threshold = curve.points[index];
  const next = curve.points[index + 1];
  if (threshold === undefined || next === undefined) return curve;
  const payout = withoutDust((next.payout * threshold.attainment) / next.attainment);
  return { ...curve, points: curve.points.with(index, { ...threshold, payout }) };
}

/** The list with the start of one tier, step or level moved between its neighbours. */
function rungMoved<Rung extends { readonly from: number }>(rungs: readonly Rung[], index: number, from: number | null, hand: Hand): readonly Rung[] {
  const rung = rungs[index];
  if (rung === undefined || from === null) return rungs;
  const before = rungs[index - 1];
  const after = rungs[index + 1];
  const low = before === undefined ? PARAMETERS.attainment.min : withoutDust(before.from + hand.gap);
  const high = after === undefined ? PARAMETERS.attainment.max : withoutDust(after.from - hand.gap);
  return rungs.with(index, { ...rung, from: within(from, low, high, rung.from) });
}

function paidMoved<Rung extends { readonly payout: number }>(rungs: readonly Rung[], index: number, payout: number | null, cap: number | null): readonly Rung[] {
  const rung = rungs[index];
  if (rung === undefined || payout === null) return rungs;
  return rungs.with(index, { ...rung, payout: within(payout, 0, cap ?? PARAMETERS.payout.max, 0) });
}

function rateMoved(curve: TiersCurve, index: number, handle: CurveHandle, payout: number | null, hand: Hand): TiersCurve {
  const tier = curve.tiers[index];
  if (tier === undefined || payout === null) return curve;
  const { atZero, perRate } = tierLever(curve, index, handle.attainment);
  const wanted = hand.snapRate((Math.min(payout, curve.cap ?? payout) - atZero) / perRate);
  const rate = within(wanted, PARAMETERS.rate.min, Math.min(PARAMETERS.rate.max, rateUnderCap(curve, index, tier.from)), tier.rate);
  return { ...curve, tiers: curve.tiers.with(index, { ...tier, rate }) };
}

/** The rate that brings a tier to the cap at its very start; beyond it the rate would change nothing. */
function rateUnderCap(curve: TiersCurve, index: number, from: number): number {
  const { atZero, perRate } = tierLever(curve, index, from);
  return curve.cap === null || perRate <= 0 ? Infinity : (curve.cap - SMALLEST_CAP - atZero) / perRate;
}

/** The cap above every corner that shows, below what hides behind it, and no higher than the curve would reach. */
function capMoved<Capped extends PointsCurve | TiersCurve>(curve: Capped, payout: number | null): Capped {
  const { cap } = curve;
  if (payout === null || cap === null) return curve;
  const corners = curve.kind === "points" ? curve.points.map((point) => point.payout) : [];
  const last = corners.at(-1) ?? 0;
  const low = withoutDust(Math.max(0, ...corners.filter((corner) => corner <= cap)) + SMALLEST_CAP);
  const high = Math.min(PARAMETERS.cap.max, highest(curve), last > cap ? withoutDust(last - SMALLEST_CAP) : Infinity);
  return { ...curve, cap: within(payout, low, high, cap) };
}

/** Just below the most the curve pays without a cap. */
function highest(curve: Curve): number {
  const uncapped = compileUncapped(curve);
  return withoutDust(Math.max(factorAt(uncapped, PARAMETERS.attainment.max), ...uncapped.at, ...uncapped.below) - SMALLEST_CAP);
}
