/** Which attainments a payout curve is drawn over, and how high. Decided at rest, kept while something moves. */
import type { LinePoint } from "#shared/engine/outcome.ts";

export type AttainmentRange = { readonly from: number; readonly to: number };

/** Seen on both sides of the outermost corners. */
const MARGIN = 0.2;
/** Always in sight: far enough below target to see a threshold, far enough above to see an accelerator. */
const ALWAYS_FROM = 0.4;
const ALWAYS_TO = 1.6;
/** A place nobody put there is in sight only up to this multiple of the rest. */
const FARTHEST = 2;
/** Always in sight: a little above what target pays. */
const ALWAYS_TOP = 1.2;

/** Round edges: a fifth at ordinary attainments, coarser where the curve goes far. */
function edgeStep(reach: number): number {
  if (reach <= 4) return 0.2;
  return reach <= 20 ? 1 : 10;
}

function cleaned(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/**
 * @param corners attainments a person placed: all are in sight
 * @param derived attainments that follow from other things, such as where a cap binds: those far beyond the rest stay out
 *   of sight, so that one of them does not flatten the curve
 */
export function attainmentRange(corners: readonly number[], derived: readonly number[]): AttainmentRange {
  let lowest = Math.min(ALWAYS_FROM + MARGIN, ...corners);
  let highest = Math.max(ALWAYS_TO - MARGIN, ...corners);
  for (const place of [...derived].sort((a, b) => a - b)) {
    lowest = Math.min(lowest, place);
    if (place <= highest * FARTHEST) highest = Math.max(highest, place);
  }
  const step = edgeStep(highest);
  return {
    from: cleaned(Math.max(0, Math.floor(cleaned((lowest - MARGIN) / step)) * step)),
    to: cleaned(Math.ceil(cleaned((highest + MARGIN) / step)) * step),
  };
}

/** The highest payout of some lines, and always a little more than what target pays. */
export function highestPayout(lines: readonly (readonly LinePoint[])[]): number {
  return lines.reduce((highest, line) => line.reduce((top, { payout }) => Math.max(top, payout), highest), ALWAYS_TOP);
}
