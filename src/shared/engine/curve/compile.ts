/** Every kind of payout curve as one compiled form: the only form that is evaluated, drawn or checked. */
import type { Curve } from "../../model/scenario.ts";
import { MOST_ATTAINMENT, firstAttainmentFrom, lastAttainmentUpTo } from "../attainment.ts";
import type { CompiledCurve } from "../outcome.ts";
import { knotsOf, type Knot } from "./knots.ts";

const compiled = new WeakMap<Curve, CompiledCurve>();

/**
 * Compiles a payout curve (docs/compensation-model.md, "Curve shapes"). Kept per curve value, so asking again costs nothing.
 * Breakpoints are snapped to ten decimals like every attainment. The cap is cut in, with a corner where the line reaches
 * it; a last slope that falls ends at 0, never below.
 * @param curve attainments and payouts as ratios, valid as the file reader demands
 */
export function compileCurve(curve: Curve): CompiledCurve {
  const known = compiled.get(curve);
  if (known !== undefined) return known;
  const result = withinLimits(knotsOf(curve), curve.cap);
  compiled.set(curve, result);
  return result;
}

type Corners = { readonly x: number[]; readonly below: number[]; readonly at: number[]; readonly slope: number[] };

function withinLimits(knots: readonly Knot[], cap: number | null): CompiledCurve {
  const corners: Corners = { x: [], below: [], at: [], slope: [] };
  const limit = cap ?? Infinity;
  knots.forEach((knot, index) => {
    const next = knots[index + 1];
    const start = corners.x.length;
    if (knot.slope > 0) addClimb(corners, knot, next, limit);
    else if (knot.slope < 0) addFall(corners, knot, next, limit);
    else addCorner(corners, knot.x, Math.min(knot.at, limit), 0);
    corners.below[start] = index === 0 ? (corners.at[start] ?? 0) : Math.min(knot.below, limit);
  });
  return { ...corners, cap: cap !== null && corners.at.includes(cap) ? cap : null };
}

/** A corner that the line runs through; the start of a segment sets what is paid below it afterwards. */
function addCorner({ x, below, at, slope }: Corners, place: number, payout: number, slopeFrom: number): void {
  x.push(place);
  below.push(payout);
  at.push(payout);
  slope.push(slopeFrom);
}

function addClimb(corners: Corners, knot: Knot, next: Knot | undefined, limit: number): void {
  const meetsLimit = endOf(knot, next) > limit;
  const reached = meetsLimit ? firstAttainmentFrom(knot.x + Math.max(0, limit - knot.at) / knot.slope) : Infinity;
  if (knot.at >= limit || reached <= knot.x) {
    addCorner(corners, knot.x, limit, 0);
    return;
  }
  addCorner(corners, knot.x, knot.at, knot.slope);
  if (reached < (next?.x ?? Infinity)) addCorner(corners, reached, limit, 0);
}

function addFall(corners: Corners, knot: Knot, next: Knot | undefined, limit: number): void {
  const end = endOf(knot, next);
  if (knot.at <= limit) addCorner(corners, knot.x, knot.at, knot.slope);
  else addFallFromLimit(corners, knot, { x: next?.x ?? MOST_ATTAINMENT, payout: end }, limit);
  // Only a last slope ends below 0, since no point of a curve does.
  if (end < 0) addFloor(corners, firstAttainmentFrom(knot.x - knot.at / knot.slope));
}

/** A line that starts above the limit: flat until it comes under, if it does. */
function addFallFromLimit(corners: Corners, knot: Knot, end: { readonly x: number; readonly payout: number }, limit: number): void {
  const left = lastAttainmentUpTo(knot.x + (limit - knot.at) / knot.slope);
  const isInside = left > knot.x && left < end.x;
  const comesUnder = end.payout < limit;
  if (isInside || !comesUnder) addCorner(corners, knot.x, limit, 0);
  if (!comesUnder) return;
  const from = isInside ? left : knot.x;
  addCorner(corners, from, limit, (end.payout - limit) / (end.x - from));
}

function addFloor(corners: Corners, place: number): void {
  if (place > (corners.x.at(-1) ?? 0)) addCorner(corners, place, 0, 0);
  else corners.slope[corners.slope.length - 1] = 0;
}

/** What the line of a knot comes to at the next one, or at the most attainment there is. */
function endOf(knot: Knot, next: Knot | undefined): number {
  return next === undefined ? knot.at + knot.slope * (MOST_ATTAINMENT - knot.x) : next.below;
}
