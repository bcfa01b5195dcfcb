/** How much of a curve is drawn to show one segment of it: the segment, what is before it, and what comes after. */
import { curveLine } from "#shared/engine/index.ts";
import type { CompiledCurve } from "#shared/engine/outcome.ts";
import { RATIO_STEPS, roundTicks } from "./ticks.ts";

export type SegmentView = { readonly from: number; readonly to: number; readonly top: number };

const MARGIN = 0.15;
/** Longest stretch drawn of the segment itself where it has no end. */
const OPEN_END = 0.4;
/** Nearest that two labels of the axis stand, in pixels. */
const LABEL_PITCH = 38;
/** Below this height nothing is drawn taller than it is. */
const LOWEST_TOP = 0.5;

/** @returns attainments from and to, and the payout at the upper edge; from < to, top > 0 */
export function segmentView(curve: CompiledCurve, segment: { readonly from: number; readonly to: number | null }, attainment: number): SegmentView {
  const before = curve.x.findLast((corner) => corner < segment.from && corner > 0) ?? segment.from;
  const end = segment.to ?? Math.max(attainment, segment.from + OPEN_END);
  // A segment that goes on far beyond the attainment is cut where the attainment is well inside.
  const shown = Math.min(end, Math.max(attainment + OPEN_END, segment.from + OPEN_END));
  const from = Math.max(0, Math.min(before, attainment) - MARGIN);
  const to = Math.max(shown, from + MARGIN) + MARGIN;
  const highest = Math.max(LOWEST_TOP, ...curveLine(curve, from, to).map(({ payout }) => payout));
  return { from, to, top: highest * 1.12 };
}

/** Labels of both axes: corners of the curve and the attainment asked about, which goes first where they are too near. */
export function segmentTicks(
  curve: CompiledCurve,
  { from, to, top }: SegmentView,
  attainment: number,
  xOf: (attainment: number) => number,
): { readonly xTicks: readonly { readonly attainment: number; readonly isAsked: boolean }[]; readonly yTicks: readonly number[] } {
  const taken = [attainment];
  for (const corner of curve.x) {
    if (corner < from || corner > to || taken.some((each) => Math.abs(xOf(each) - xOf(corner)) < LABEL_PITCH)) continue;
    taken.push(corner);
  }
  return {
    xTicks: taken.map((each) => ({ attainment: each, isAsked: each === attainment })),
    yTicks: roundTicks(0, top, 3, RATIO_STEPS),
  };
}
