/** Adding corners to a curve and taking them away. */
import { compileCurve, curveTraits, factorAt } from "../engine/index.ts";
import { PARAMETERS, withinBounds } from "../model/parameters.ts";
import type { Curve, CurvePoint, LevelsCurve, PointsCurve, StepsCurve, TiersCurve } from "../model/scenario.ts";
import { compileUncapped, curveHandles, thresholdIndex, thresholdKindOf } from "./curve-handles.ts";
import { MOST_CORNERS } from "./limits.ts";
import { onLineFromZero, wholePercent, type Place } from "./move-handle.ts";

/** A place this near the line means the line. */
const ON_LINE = 0.005;

/**
 * The curve with one more corner at an attainment, on whole percents. A place on the line leaves the curve as it is
 * drawn, ready to be dragged from there; away from it, a point, step or level pays what is asked, from 0 to the cap. A
 * new tier starts at the rate that applies there. A point at the attainment of a single other one makes a jump.
 * @returns the same curve where there is a corner already, or no room for one more
 */
export function addHandle(curve: Curve, at: Place): Curve {
  const attainment = withinBounds(PARAMETERS.attainment, wholePercent(at.attainment));
  switch (curve.kind) {
    case "points":
      return curve.points.length < MOST_CORNERS ? withPoint(curve, { attainment, payout: at.payout }) : curve;
    case "tiers":
      return hasRoom(curve.tiers, attainment) ? withTier(curve, attainment) : curve;
    case "steps":
      return hasRoom(curve.steps, attainment) ? { ...curve, steps: sorted([...curve.steps, { from: attainment, payout: paid(curve, at.payout) }]) } : curve;
    case "levels": {
      if (!hasRoom(curve.levels, attainment)) return curve;
      const level = { name: `Level ${curve.levels.length + 1}`, from: attainment, payout: paid(curve, at.payout) };
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

function paid(curve: StepsCurve | LevelsCurve | PointsCurve, payout: number): number {
  return Math.min(withinBounds(PARAMETERS.payout, wholePercent(payout)), curve.cap ?? PARAMETERS.payout.max);
}

function withPoint(curve: PointsCurve, at: CurvePoint): PointsCurve {
  const same = curve.points.filter((point) => point.attainment === at.attainment);
  const onLine = Math.abs(at.payout - factorAt(compileCurve(curve), at.attainment)) <= ON_LINE;
  if (same.length > 1 || (same.length === 1 && onLine)) return curve;
  // What a cap hides stays as it is: the new point sits on the line below the cap.
  const payout = onLine ? withinBounds(PARAMETERS.payout, factorAt(compileUncapped(curve), at.attainment)) : paid(curve, at.payout);
  const index = curve.points.findIndex((point) => point.attainment > at.attainment);
  const place = index === -1 ? curve.points.length : index;
  return { ...curve, points: curve.points.toSpliced(place, 0, { attainment: at.attainment, payout }, ...jumpKept(curve, at.attainment, onLine)) };
}

/** Before the first point nothing is paid: a point put there keeps the jump to the first one, as its lower side. */
function jumpKept(curve: PointsCurve, attainment: number, onLine: boolean): readonly CurvePoint[] {
  const first = curve.points[0];
  const hasJump = first !== undefined && attainment < first.attainment && curve.below === "zero" && first.payout > 0;
  const isSingle = curve.points[1]?.attainment !== first?.attainment;
  return hasJump && onLine && isSingle ? [{ attainment: first.attainment, payout: 0 }] : [];
}

function withTier(curve: TiersCurve, from: number): TiersCurve {
  const current = curve.tiers.findLast((tier) => tier.from < from);
  // Before the first tier nothing is paid, except where an excess plan pays its base rate up to target.
  const { threshold } = curveTraits(compileCurve(curve));
  const rate = current?.rate ?? (threshold !== null && threshold <= from ? 1 : 0);
  return { ...curve, tiers: sorted([...curve.tiers, { from, rate }]) };
}
