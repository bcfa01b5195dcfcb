/** Reading a compiled curve: its payout at an attainment, and its corners as a line to draw. */
import { MOST_ATTAINMENT, snapAttainment } from "../attainment.ts";
import type { CompiledCurve, LinePoint, Side } from "../outcome.ts";

/**
 * The payout factor at an attainment: a multiple of the KPI's share of target incentive, KPI cap applied
 * (docs/compensation-model.md, "Curve shapes").
 * @param attainment ratio; snapped to ten decimals and limited to 0–100
 * @param side at a corner, what applies there ("at": a tier from 80 % applies at exactly 80 %) or just below it; at 0
 *   both are the same
 */
export function factorAt(curve: CompiledCurve, attainment: number, side: Side = "at"): number {
  const { x, below, at, slope } = curve;
  const a = snapAttainment(attainment);
  const index = segmentFrom(curve, a);
  const from = x[index] ?? 0;
  if (a === from) return (side === "at" ? at[index] : below[index]) ?? 0;
  const rise = slope[index] ?? 0;
  const value = (at[index] ?? 0) + rise * (a - from);
  // A line ends exactly where the next corner begins; the last bit of a product must not pass it (nor a cap).
  const end = below[index + 1];
  if (end === undefined) return value;
  return rise > 0 ? Math.min(value, end) : rise < 0 ? Math.max(value, end) : value;
}

/**
 * The exact corners of the curve between two attainments, ends included; a jump is two points at one attainment.
 * Straight lines between these points are the curve.
 * @param from,to ratios, from ≤ to; a jump at `from` shows only what applies there, one at `to` both its points
 */
export function curveLine(curve: CompiledCurve, from: number, to: number): readonly LinePoint[] {
  const line: LinePoint[] = [{ attainment: from, payout: factorAt(curve, from) }];
  curve.x.forEach((attainment, index) => {
    if (attainment <= from || attainment > to) return;
    const below = curve.below[index] ?? 0;
    const at = curve.at[index] ?? 0;
    line.push({ attainment, payout: below });
    if (at !== below) line.push({ attainment, payout: at });
  });
  // Every line ends at the most attainment there is; a range beyond it goes on flat.
  for (const end of [Math.min(to, MOST_ATTAINMENT), to]) {
    if (end > (line.at(-1)?.attainment ?? end)) line.push({ attainment: end, payout: factorAt(curve, end) });
  }
  return line;
}

/** Index of the segment that applies just below an attainment above 0. */
export function segmentBelow(curve: CompiledCurve, attainment: number): number {
  let index = curve.x.length - 1;
  while (index > 0 && (curve.x[index] ?? 0) >= attainment) index -= 1;
  return index;
}

/** Index of the segment that applies from an attainment on. */
export function segmentFrom(curve: CompiledCurve, attainment: number): number {
  let index = curve.x.length - 1;
  while (index > 0 && (curve.x[index] ?? 0) > attainment) index -= 1;
  return index;
}
