/** Adding corners to a curve and taking them away. */
import { compileCurve, factorAt } from "../engine/index.ts";
import { PARAMETERS, withinBounds } from "../model/parameters.ts";
import type { Curve, CurvePoint, LevelsCurve, PointsCurve, StepsCurve, TiersCurve } from "../model/scenario.ts";
import { compileUncapped, curveHandles, thresholdIndex, thresholdKindOf } from "./curve-handles.ts";
import { MOST_CORNERS } from "../model/limits.ts";
import { onLineFromZero, wholePercent, withoutDust, type Place } from "./move-handle.ts";

/** A place this near the line means the line. */
const ON_LINE = 0.005;

/**
 * The curve with one more corner at an attainment, on whole percents. A place on the line leaves the curve as it is
 * drawn, ready to be dragged from there; away from it, a point, step or level pays what is asked, from 0 to the cap. A
 * new tier starts at the rate that applies there, 0 before the first. A point at the attainment of a single other one makes a jump.
 * @returns the same curve where there is a corner already, or no room for one more, or more is paid there than a corner may
 */
export function addHandle(curve: Curve, at: Place): Curve {
  const attainment = withinBounds(PARAMETERS.attainment, wholePercent(at.attainment));
  if (factorAt(compileUncapped(curve), attainment) > PARAMETERS.payout.max) return curve;
  switch (curve.kind) {
    case "points":
      // A corner that only the line has may need a point of its own.
      return curve.points.length < MOST_CORNERS - 1 ? withPoint(curve, { attainment, payout: at.payout }) : curve;
    case "tiers":
      return hasRoom(curve.tiers, attainment) ? withTier(curve, attainment) : curve;
    case "steps":
      if (!hasRoom(curve.steps, attainment)) return curve;
      return { ...curve, steps: sorted([...curve.steps, { from: attainment, payout: paid(curve, attainment, at.payout) }]) };
    case "levels": {
      if (!hasRoom(curve.levels, attainment)) return curve;
      const level = { name: `Level ${curve.levels.length + 1}`, from: attainment, payout: paid(curve, attainment, at.payout) };
      return { ...curve, levels: sorted([...curve.levels, level]) };
    }
  }
}

/**
 * The curve without one corner. A tier goes with either of its handles. Removing the cap's handle removes the cap and
 * leaves the point that carried it. What starts from the first unit still does.
 * @returns null where nothing would be left to draw, or the handle does not exist
 */
export function removeHandle(curve: Curve, handleId: string): Curve | null {
  const handle = curveHandles(curve).find((each) => each.id === handleId);
  if (handle === undefined) return null;
  if (handle.kind === "cap") return { ...curve, cap: null };
  const index = Number(handleId.split("-").at(-1));
  switch (curve.kind) {
    case "points": {
      if (curve.points.length === 1) return null;
      const left = { ...curve, points: curve.points.toSpliced(index, 1) };
      const threshold = thresholdIndex(curve);
      if (thresholdKindOf(curve) !== "first-unit" || index === threshold) return left;
      return onLineFromZero(left, index < threshold ? threshold - 1 : threshold);
    }
    case "tiers":
      return curve.tiers.length === 1 ? null : { ...curve, tiers: curve.tiers.toSpliced(index, 1) };
    case "steps":
      return curve.steps.length === 1 ? null : { ...curve, steps: curve.steps.toSpliced(index, 1) };
    case "levels":
      return curve.levels.length === 1 ? null : { ...curve, levels: curve.levels.toSpliced(index, 1) };
  }
}

function sorted<Rung extends { readonly from: number }>(rungs: readonly Rung[]): readonly Rung[] {
  return rungs.toSorted((one, other) => one.from - other.from);
}

function hasRoom(rungs: readonly { readonly from: number }[], from: number): boolean {
  return rungs.length < MOST_CORNERS && !rungs.some((rung) => rung.from === from);
}

/** Whether a place is on the line, as near as it can be drawn. */
function isOnLine(curve: Curve, { attainment, payout }: Place): boolean {
  return Math.abs(payout - factorAt(compileCurve(curve), attainment)) <= ON_LINE;
}

/** What a new corner pays. On the line, what is hidden above a cap stays as it is. */
function paid(curve: StepsCurve | LevelsCurve | PointsCurve, attainment: number, payout: number): number {
  if (isOnLine(curve, { attainment, payout })) return withinBounds(PARAMETERS.payout, withoutDust(factorAt(compileUncapped(curve), attainment)));
  return Math.min(withinBounds(PARAMETERS.payout, wholePercent(payout)), curve.cap ?? PARAMETERS.payout.max);
}

function withPoint(curve: PointsCurve, at: Place): PointsCurve {
  const same = curve.points.filter((point) => point.attainment === at.attainment);
  if (same.length > 1 || (same.length === 1 && isOnLine(curve, at))) return curve;
  const point: CurvePoint = { attainment: at.attainment, payout: paid(curve, at.attainment, at.payout) };
  const points = isOnLine(curve, at) ? withCornersShown(curve, at.attainment) : curve.points;
  const index = points.findIndex((each) => each.attainment > at.attainment);
  return { ...curve, points: points.toSpliced(index === -1 ? points.length : index, 0, point) };
}

/**
 * The points with a corner that the line has but the points do not, where a point is put beyond it: below the first
 * point nothing is paid, so a jump to it gets its lower side; a last slope that falls ends at nothing, and gets its end.
 */
function withCornersShown(curve: PointsCurve, attainment: number): readonly CurvePoint[] {
  const { points, below } = curve;
  const [first, second] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return points;
  const end = compileCurve(curve).x.at(-1) ?? 0;
  if (last.payout > 0 && last.attainment < end && end < attainment && factorAt(compileCurve(curve), end) === 0) return [...points, { attainment: end, payout: 0 }];
  if (attainment >= first.attainment || below === "first" || first.payout === 0) return points;
  const lower = { attainment: first.attainment, payout: 0 };
  return second?.attainment === first.attainment ? points.with(0, lower) : [lower, ...points];
}

function withTier(curve: TiersCurve, from: number): TiersCurve {
  const current = curve.tiers.findLast((tier) => tier.from < from);
  // The first start of an excess plan below target decides where it begins to pay: no tier fits before it unseen.
  if (current === undefined && curve.basis === "excess" && from < 1) return curve;
  return { ...curve, tiers: sorted([...curve.tiers, { from, rate: current?.rate ?? 0 }]) };
}
