/** Curves with one derived figure moved: threshold, what excellence pays, cap. Null where a curve has no such figure to move. */
import { curveHandles, setHandle, withCap } from "../../editing/index.ts";
import { compileCurve, curveTraits, factorAt } from "../../engine/index.ts";
import { PARAMETERS, withinBounds } from "../../model/parameters.ts";
import type { Curve, CurveTier } from "../../model/scenario.ts";

/** One derived figure of a curve, and the curve with another one. */
export type CurveFigure = { readonly value: number; readonly with: (value: number) => Curve };

/**
 * The threshold, where a handle of the curve carries it: it moves as that handle does, stopping at its neighbours. None for
 * a curve that pays from nothing on or starts to pay at a point that does not move sideways.
 */
export function thresholdOf(curve: Curve): CurveFigure | null {
  const { threshold } = curveTraits(compileCurve(curve));
  if (threshold === null || threshold === 0) return null;
  const handle = curveHandles(curve).find((each) => each.kind !== "cap" && each.moves !== "payout" && each.attainment === threshold);
  if (handle === undefined) return null;
  return { value: threshold, with: (value) => setHandle(curve, handle.id, { attainment: withinBounds(PARAMETERS.attainment, value), payout: Number.NaN }) };
}

/** The most the curve pays; none where it is uncapped. */
export function capOf(curve: Curve): CurveFigure | null {
  const { cap } = curve;
  return cap === null ? null : { value: cap, with: (value) => withCap(curve, value) };
}

/**
 * What the curve would pay at an attainment above target without its cap. Another payout there makes everything above target
 * climb in proportion: payout at target + (payout − payout at target) × a factor. None where the curve does not climb from
 * target to there, and for whole tiers, whose rates reach below target too.
 */
export function excellencePayoutOf(curve: Curve, excellence: number): CurveFigure | null {
  const uncapped = compileCurve(withCap(curve, null));
  const atTarget = factorAt(uncapped, 1);
  const value = factorAt(uncapped, excellence);
  if (excellence <= 1 || value <= atTarget || (curve.kind === "tiers" && curve.basis === "whole")) return null;
  return { value, with: (wanted) => steeper(curve, atTarget, Math.max(0, (wanted - atTarget) / (value - atTarget))) };
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
      return { ...curve, tiers: withTierAtTarget(curve.tiers).map((tier) => (tier.from >= 1 ? { ...tier, rate: withinBounds(PARAMETERS.rate, tier.rate * times) } : tier)) };
  }
}

/** A tier that runs on over target is cut there, so that its part above can have a rate of its own. */
function withTierAtTarget(tiers: readonly CurveTier[]): readonly CurveTier[] {
  const at = tiers.findLastIndex((tier) => tier.from <= 1);
  const reached = tiers[at];
  return reached === undefined || reached.from === 1 ? tiers : tiers.toSpliced(at + 1, 0, { from: 1, rate: reached.rate });
}
