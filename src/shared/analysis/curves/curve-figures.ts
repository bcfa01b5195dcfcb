/** Curves with one derived figure moved: threshold, accelerator, what excellence pays, cap. Null where a curve has no such figure to move. */
import { curveHandles, setHandle, withCap } from "../../editing/index.ts";
import { compileCurve, curveTraits, factorAt } from "../../engine/index.ts";
import { PARAMETERS, withinBounds } from "../../model/parameters.ts";
import type { Curve, CurveTier, PointsCurve } from "../../model/scenario.ts";

/** One derived figure of a curve, how far it can go while the curve still has it, and the curve with another one. */
export type CurveFigure = { readonly value: number; readonly least: number; readonly most: number; readonly with: (value: number) => Curve };

/** The smallest step of a ratio: so far a figure stays from where the curve would no longer have it. */
const INSIDE = 0.0001;
/** Two attainments this close are the same one. */
const SAME = 1e-9;

/**
 * The threshold, where a handle of the curve carries it: it moves as that handle does, stopping at its neighbours. None for
 * a curve that pays from nothing on or starts to pay at a point that does not move sideways.
 */
export function thresholdOf(curve: Curve): CurveFigure | null {
  const found = movableThreshold(curve);
  if (found === null) return null;
  const { value, handleId } = found;
  const moved = (to: number): Curve => setHandle(curve, handleId, { attainment: withinBounds(PARAMETERS.attainment, to), payout: Number.NaN });
  const end = (to: number, inside: number): number => {
    const stopped = moved(to);
    return movableThreshold(stopped)?.value ?? (curveTraits(compileCurve(stopped)).threshold ?? to) + inside;
  };
  // On the other side of target a tier of an excess plan would be another one's base rate.
  const [low, high] = curve.kind !== "tiers" || curve.basis !== "excess" ? [0, Infinity] : value < 1 ? [0, 1 - INSIDE] : [1, Infinity];
  const least = Math.max(low, end(PARAMETERS.attainment.min, INSIDE));
  const most = Math.min(high, end(PARAMETERS.attainment.max, -INSIDE));
  return { value, least: Math.min(value, least), most: Math.max(value, most), with: moved };
}

function movableThreshold(curve: Curve): { readonly value: number; readonly handleId: string } | null {
  const { threshold } = curveTraits(compileCurve(curve));
  if (threshold === null || threshold === 0) return null;
  const handle = curveHandles(curve).find((each) => each.kind !== "cap" && each.moves !== "payout" && Math.abs(each.attainment - threshold) <= SAME);
  return handle === undefined ? null : { value: threshold, handleId: handle.id };
}

/** The most the curve pays; none where it is uncapped. */
export function capOf(curve: Curve): CurveFigure | null {
  const { cap } = curve;
  return cap === null ? null : { value: cap, least: PARAMETERS.cap.min, most: PARAMETERS.cap.max, with: (value) => withCap(curve, value) };
}

/**
 * What the curve pays at an attainment above target. Another payout there makes everything above target climb in proportion:
 * payout at target + (payout − payout at target) × a factor; no further than to the cap. None where the curve does not climb
 * from target to there or is cut by its cap before, and for whole tiers, whose rates reach below target too.
 */
export function excellencePayoutOf(curve: Curve, excellence: number): CurveFigure | null {
  const uncapped = compileCurve(withCap(curve, null));
  const atTarget = factorAt(uncapped, 1);
  const value = factorAt(uncapped, excellence);
  const cap = curve.cap ?? Infinity;
  if (excellence <= 1 || value - atTarget <= SAME || value - cap > SAME || !canClimb(curve)) return null;
  const payout = (times: number): number => atTarget + (value - atTarget) * times;
  return {
    value, least: Math.min(value, atTarget + INSIDE), most: Math.max(value, Math.min(cap, payout(steepest(curve, atTarget)))),
    with: (wanted) => steeper(curve, atTarget, Math.max(0, (wanted - atTarget) / (value - atTarget))),
  };
}

/**
 * The slope just above target ÷ the slope just below it. Another accelerator makes everything above target climb in proportion,
 * as {@link excellencePayoutOf} does. None where the curve is flat on a side of target or falls above it, and for whole tiers.
 */
export function acceleratorOf(curve: Curve): CurveFigure | null {
  const { accelerator: value, slopeAboveTarget } = curveTraits(compileCurve(curve));
  if (value === null || value <= SAME || slopeAboveTarget <= 0 || !canClimb(curve)) return null;
  const atTarget = factorAt(compileCurve(withCap(curve, null)), 1);
  return {
    value, least: Math.min(value, INSIDE), most: Math.max(value, value * steepest(curve, atTarget)),
    with: (wanted) => steeper(curve, atTarget, Math.max(0, wanted / value)),
  };
}

/** Not whole tiers, whose rates reach below target too, nor a line so steep that no corner of a document can stand on it above target. */
function canClimb(curve: Curve): boolean {
  if (curve.kind === "tiers") return curve.basis !== "whole";
  return curve.kind !== "points" || withCornersAroundTarget(curve).points.every((point) => point.payout <= PARAMETERS.payout.max);
}

/** By how much all above target can climb at most before a payout or rate reaches its bound. */
function steepest(curve: Curve, atTarget: number): number {
  if (curve.kind === "tiers") return Math.min(...withTierAtTarget(curve.tiers).flatMap(({ from, rate }) => (from >= 1 && rate > 0 ? [PARAMETERS.rate.max / rate] : [])));
  const payouts = curve.kind === "points" ? cornersAboveTarget(withCornersAroundTarget(curve)) : (curve.kind === "steps" ? curve.steps : curve.levels).filter(({ from }) => from > 1);
  return Math.min(...payouts.flatMap(({ payout }) => (payout > atTarget ? [(PARAMETERS.payout.max - atTarget) / (payout - atTarget)] : payout < atTarget ? [atTarget / (atTarget - payout)] : [])));
}

function cornersAboveTarget({ points }: PointsCurve): PointsCurve["points"] {
  return points.filter((point) => point.attainment > 1);
}

function steeper(curve: Curve, atTarget: number, times: number): Curve {
  const payout = (now: number): number => withinBounds(PARAMETERS.payout, atTarget + (now - atTarget) * times);
  switch (curve.kind) {
    case "points":
      return { ...curve, points: withCornersAroundTarget(curve).points.map((point) => (point.attainment > 1 ? { ...point, payout: payout(point.payout) } : point)) };
    case "steps":
      return { ...curve, steps: curve.steps.map((step) => (step.from > 1 ? { ...step, payout: payout(step.payout) } : step)) };
    case "levels":
      return { ...curve, levels: curve.levels.map((level) => (level.from > 1 ? { ...level, payout: payout(level.payout) } : level)) };
    case "tiers":
      return { ...curve, tiers: withTierAtTarget(curve.tiers).map((tier) => (tier.from >= 1 ? { ...tier, rate: withinBounds(PARAMETERS.rate, tier.rate * times) } : tier)) };
  }
}

/** A tier that runs on over target is cut there, so that its part above can have a rate of its own. */
function withTierAtTarget(tiers: readonly CurveTier[]): readonly CurveTier[] {
  const at = tiers.findLastIndex((tier) => tier.from <= 1);
  const reached = tiers[at];
  return reached === undefined || reached.from === 1 ? tiers : tiers.toSpliced(at + 1, 0, { from: 1, rate: reached.rate });
}

/** Where a line that runs on over its last corner gets another one. */
const RUNS_ON = 1;

/**
 * A line that runs over target gets a corner there, and one that runs on above its last corner a corner above target, so that its
 * part above can climb on its own. Nothing is paid differently. A new corner may be beyond what a document holds.
 */
function withCornersAroundTarget(curve: PointsCurve): PointsCurve {
  const uncapped = compileCurve(withCap(curve, null));
  const last = curve.points.at(-1);
  const corner = (attainment: number): PointsCurve["points"][number] => ({ attainment, payout: factorAt(uncapped, attainment) });
  const runsOn = curve.above === "extend" && last !== undefined && last.attainment <= 1;
  const points = runsOn ? [...curve.points, corner(1 + RUNS_ON)] : curve.points;
  const at = points.findIndex((point) => point.attainment >= 1);
  return at <= 0 || points[at]?.attainment === 1 ? { ...curve, points } : { ...curve, points: points.toSpliced(at, 0, corner(1)) };
}
