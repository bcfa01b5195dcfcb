/** Curves with one derived figure moved: threshold, accelerator, what excellence pays, cap. Null where a curve has no such figure to move. */
import { curveHandles, setHandle, withCap } from "../../editing/index.ts";
import { compileCurve, curveTraits, factorAt } from "../../engine/index.ts";
import { PARAMETERS, withinBounds } from "../../model/parameters.ts";
import type { Curve, CurvePoint, CurveTier, PointsCurve } from "../../model/scenario.ts";

/** One derived figure of a curve, and the curve with another one: every value from `least` to `most` is reached. */
export type CurveFigure = { readonly value: number; readonly least: number; readonly most: number; readonly with: (value: number) => Curve };

/** A climb this small is none: it is the last bits of a division. */
const NOTHING = 1e-9;

/** As near below target as a tier starts. */
const BELOW_TARGET = 0.999;

/**
 * The threshold, where a handle of the curve carries it: it moves as that handle does, stopping at its neighbours. None for
 * a curve that pays from nothing on or starts to pay at a point that does not move sideways.
 */
export function thresholdOf(curve: Curve): CurveFigure | null {
  const { threshold } = curveTraits(compileCurve(curve));
  if (threshold === null || threshold === 0) return null;
  const handle = curveHandles(curve).find((each) => each.kind !== "cap" && each.moves !== "payout" && each.attainment === threshold);
  if (handle === undefined) return null;
  const moved = (value: number): Curve => setHandle(curve, handle.id, { attainment: value, payout: Number.NaN });
  const reached = (value: number): number => curveHandles(moved(value)).find((each) => each.id === handle.id)?.attainment ?? threshold;
  // Which tier an excess plan pays below target by depends on the side of target its tiers start on.
  const isExcess = curve.kind === "tiers" && curve.basis === "excess";
  const least = isExcess && threshold >= 1 ? 1 : PARAMETERS.attainment.min;
  const most = isExcess && threshold < 1 ? Math.max(threshold, BELOW_TARGET) : PARAMETERS.attainment.max;
  return { value: threshold, least: reached(least), most: reached(most), with: moved };
}

/** The most the curve pays; none where it is uncapped. */
export function capOf(curve: Curve): CurveFigure | null {
  const { cap } = curve;
  return cap === null ? null : { value: cap, least: PARAMETERS.cap.min, most: PARAMETERS.cap.max, with: (value) => withCap(curve, value) };
}

/**
 * What the curve pays at an attainment above target. Another payout there makes everything above target climb in
 * proportion: payout at target + (payout − payout at target) × a factor; no further than to the cap. None where the curve
 * does not climb from target to there or is cut by its cap before, and for whole tiers, whose rates reach below target too.
 */
export function excellencePayoutOf(curve: Curve, excellence: number): CurveFigure | null {
  const uncapped = compileCurve(withCap(curve, null));
  const atTarget = factorAt(uncapped, 1);
  const value = factorAt(uncapped, excellence);
  if (excellence <= 1 || value - atTarget <= NOTHING || value > Math.min(curve.cap ?? Infinity, PARAMETERS.payout.max) || isWhole(curve)) return null;
  const steepened = withCorners(curve, atTarget, { attainment: excellence, payout: value });
  const most = Math.min(curve.cap ?? PARAMETERS.payout.max, atTarget + (value - atTarget) * mostTimes(steepened, atTarget));
  return { value, least: atTarget, most: Math.max(value, most), with: (wanted) => (wanted === value ? curve : steeper(steepened, atTarget, Math.max(0, (wanted - atTarget) / (value - atTarget)))) };
}

/**
 * Slope just above target ÷ slope just below. Another one makes everything above target climb in proportion. None for
 * steps and levels, which have no slope, for a curve that is flat on either side of target, and for whole tiers.
 */
export function acceleratorOf(curve: Curve): CurveFigure | null {
  const { accelerator } = curveTraits(compileCurve(curve));
  if (accelerator === null || accelerator <= NOTHING || isWhole(curve)) return null;
  const uncapped = compileCurve(withCap(curve, null));
  const atTarget = factorAt(uncapped, 1);
  const steepened = withCorners(curve, atTarget, { attainment: BEYOND, payout: factorAt(uncapped, BEYOND) });
  return { value: accelerator, least: 0, most: accelerator * Math.max(1, mostTimes(steepened, atTarget)), with: (wanted) => (wanted === accelerator ? curve : steeper(steepened, atTarget, wanted / accelerator)) };
}

/** Where a line that runs on above its last corner gets another one. */
const BEYOND = 2;

function isWhole(curve: Curve): boolean {
  return curve.kind === "tiers" && curve.basis === "whole";
}

/** The same curve with a corner at target where it runs through it, so that its part above can have a slope of its own. */
function withCorners(curve: Curve, atTarget: number, above: CurvePoint): Curve {
  if (curve.kind === "tiers") return { ...curve, tiers: withTierAtTarget(curve.tiers) };
  return curve.kind === "points" ? { ...curve, points: withPointAtTarget(curve, atTarget, above) } : curve;
}

function withPointAtTarget({ points, above: goesOn }: PointsCurve, atTarget: number, above: CurvePoint): readonly CurvePoint[] {
  const next = points.findIndex((point) => point.attainment > 1);
  const before = next === -1 ? points : points.slice(0, next);
  const target = before.at(-1)?.attainment === 1 ? [] : [{ attainment: 1, payout: atTarget }];
  const after = next !== -1 ? points.slice(next) : goesOn === "extend" ? [above] : [];
  return before.length === 0 ? points : [...before, ...target, ...after];
}

/** A tier that runs on over target is cut there. */
function withTierAtTarget(tiers: readonly CurveTier[]): readonly CurveTier[] {
  const at = tiers.findLastIndex((tier) => tier.from <= 1);
  const reached = tiers[at];
  return reached === undefined || reached.from === 1 ? tiers : tiers.toSpliced(at + 1, 0, { from: 1, rate: reached.rate });
}

function steeper(curve: Curve, atTarget: number, times: number): Curve {
  const payout = (now: number): number => withinBounds(PARAMETERS.payout, atTarget + (now - atTarget) * times);
  switch (curve.kind) {
    case "points":
      return { ...curve, points: curve.points.map((point) => (point.attainment > 1 ? { ...point, payout: payout(point.payout) } : point)) };
    case "steps":
      return { ...curve, steps: curve.steps.map((step) => (step.from > 1 ? { ...step, payout: payout(step.payout) } : step)) };
    case "levels":
      return { ...curve, levels: curve.levels.map((level) => (level.from > 1 ? { ...level, payout: payout(level.payout) } : level)) };
    case "tiers":
      return { ...curve, tiers: curve.tiers.map((tier) => (tier.from >= 1 ? { ...tier, rate: withinBounds(PARAMETERS.rate, tier.rate * times) } : tier)) };
  }
}

/** How many times as steep the part above target can be before one of its corners is at its bound. */
function mostTimes(curve: Curve, atTarget: number): number {
  const { min, max } = PARAMETERS.payout;
  const of = (payout: number): number => (payout > atTarget ? (max - atTarget) / (payout - atTarget) : payout < atTarget ? (min - atTarget) / (payout - atTarget) : Infinity);
  switch (curve.kind) {
    case "points":
      return Math.min(...curve.points.map(({ attainment, payout }) => (attainment > 1 ? of(payout) : Infinity)));
    case "steps":
      return Math.min(...curve.steps.map(({ from, payout }) => (from > 1 ? of(payout) : Infinity)));
    case "levels":
      return Math.min(...curve.levels.map(({ from, payout }) => (from > 1 ? of(payout) : Infinity)));
    case "tiers":
      return Math.min(...curve.tiers.map(({ from, rate }) => (from >= 1 && rate > 0 ? PARAMETERS.rate.max / rate : Infinity)));
  }
}
