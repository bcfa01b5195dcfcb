/** What a payout curve pays on average over a distribution of attainments, and how much that varies: in closed form. */
import { MOST_ATTAINMENT } from "../attainment.ts";
import { factorAt } from "../curve/evaluate.ts";
import type { CompiledCurve } from "../outcome.ts";
import { curveRow, expectedIn, expectFactors, spreadOver } from "./curve-row.ts";
import { momentsBelow, squaresBelow, type Distribution } from "./distribution.ts";

/**
 * The expected payout factor E[f(X)] of a curve of straight pieces with jumps, exact but for the last digits
 * (docs/compensation-model.md, "Expected cost").
 */
export function expectedFactor(curve: CompiledCurve, distribution: Distribution): number {
  switch (distribution.shape) {
    case "certain":
      return factorAt(curve, distribution.attainment);
    case "empirical": {
      const { attainments } = distribution;
      let sum = 0;
      for (const attainment of attainments) sum += factorAt(curve, attainment);
      return sum / attainments.length;
    }
    default: {
      const row = curveRow([curve]);
      spreadOver(row, 0, distribution);
      expectFactors(row, 0, 1);
      return expectedIn(row, 0);
    }
  }
}

/** The variance of the payout factor, Var[f(X)], of one person: from E[f(X)²] in the same way. Never below 0. */
export function factorVariance(curve: CompiledCurve, distribution: Distribution): number {
  const mean = expectedFactor(curve, distribution);
  if (distribution.shape === "certain") return 0;
  if (distribution.shape === "empirical") {
    const { attainments } = distribution;
    return attainments.reduce((sum, attainment) => sum + (factorAt(curve, attainment) - mean) * (factorAt(curve, attainment) - mean), 0) / attainments.length;
  }
  const { x, at, slope } = curve;
  let variance = 0;
  let [share, sum, squares] = [0, 0, 0];
  for (let piece = 0; piece < x.length; piece += 1) {
    const start = x[piece] ?? 0;
    if (start >= MOST_ATTAINMENT) break;
    const end = Math.min(x[piece + 1] ?? MOST_ATTAINMENT, MOST_ATTAINMENT);
    const below = momentsBelow(distribution, end);
    const squaresToEnd = squaresBelow(distribution, end);
    const people = below.share - share;
    const rise = slope[piece] ?? 0;
    // Around the mean, so that large payouts do not cancel.
    const level = (at[piece] ?? 0) - rise * start - mean;
    variance += level * level * people + 2 * level * rise * (below.sum - sum) + rise * rise * (squaresToEnd - squares);
    share = below.share;
    sum = below.sum;
    squares = squaresToEnd;
  }
  const most = factorAt(curve, MOST_ATTAINMENT) - mean;
  return Math.max(0, variance + (1 - share) * most * most);
}
