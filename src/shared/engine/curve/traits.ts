/** What a curve is like, read off its compiled form: threshold, slopes around target, cap, jumps. Never stored. */
import type { CompiledCurve, CurveTraits } from "../outcome.ts";
import { factorAt, segmentBelow, segmentFrom } from "./evaluate.ts";

/** Payouts and slopes this close are the same: they differ by the last bits of a division. */
const SAME = 1e-9;

/**
 * Threshold, its kind, payouts and slopes around target, cap and jumps of a curve (docs/compensation-model.md, "What is
 * read off a curve").
 * Threshold kinds: a ramp starts from nothing; from the first unit pays at the threshold what a line from zero would;
 * a jump is any other lump.
 */
export function curveTraits(curve: CompiledCurve): CurveTraits {
  const threshold = thresholdOf(curve);
  const payoutAtThreshold = threshold === null ? null : factorAt(curve, threshold);
  const slopeBelowTarget = curve.slope[segmentBelow(curve, 1)] ?? 0;
  const slopeAboveTarget = curve.slope[segmentFrom(curve, 1)] ?? 0;
  return {
    threshold,
    thresholdKind: thresholdKindOf(curve, threshold),
    payoutAtThreshold,
    payoutAtTarget: factorAt(curve, 1),
    slopeBelowTarget,
    slopeAboveTarget,
    // A flat line after a fall is 0, not −0.
    accelerator: Math.abs(slopeBelowTarget) <= SAME ? null : slopeAboveTarget / slopeBelowTarget + 0,
    cap: capOf(curve),
    jumps: curve.x.flatMap((attainment, index) => {
      const below = curve.below[index] ?? 0;
      const at = curve.at[index] ?? 0;
      return Math.abs(at - below) > SAME ? [{ attainment, below, at }] : [];
    }),
  };
}

function thresholdOf({ x, at, slope }: CompiledCurve): number | null {
  const index = x.findIndex((_, i) => (at[i] ?? 0) > 0 || (slope[i] ?? 0) > 0);
  return index === -1 ? null : (x[index] ?? 0);
}

function thresholdKindOf(curve: CompiledCurve, threshold: number | null): CurveTraits["thresholdKind"] {
  if (threshold === null || threshold === 0) return null;
  const index = segmentFrom(curve, threshold);
  const payout = curve.at[index] ?? 0;
  if (payout <= SAME) return "ramp";
  return Math.abs(payout - (curve.slope[index] ?? 0) * threshold) <= SAME ? "first-unit" : "jump";
}

function capOf({ x, at, cap }: CompiledCurve): CurveTraits["cap"] {
  if (cap === null) return null;
  const index = at.findIndex((payout) => payout === cap);
  return index === -1 ? null : { payout: cap, from: x[index] ?? 0 };
}
