/** What a payout curve pays on average over a distribution of attainments, and how much that varies: in closed form. */
import { MOST_ATTAINMENT } from "../attainment.ts";
import { factorAt } from "../curve/evaluate.ts";
import type { CompiledCurve } from "../outcome.ts";
import { lognormalBelow, momentsBelow, squaresBelow, type Distribution, type Moments } from "./distribution.ts";
import { logarithm } from "./elementary.ts";

const below: Moments = { share: 0, sum: 0 };

/**
 * The expected payout factor E[f(X)] of a curve of straight pieces with jumps, exact but for the last digits
 * (docs/compensation-model.md, "Expected cost"): over each piece, payout at its start × the share of people in it + slope ×
 * what they attain beyond its start.
 */
export function expectedFactor(curve: CompiledCurve, distribution: Distribution): number {
  if (distribution.shape === "certain") return factorAt(curve, distribution.attainment);
  if (distribution.shape === "empirical") {
    const { attainments } = distribution;
    let sum = 0;
    for (const attainment of attainments) sum += factorAt(curve, attainment);
    return sum / attainments.length;
  }
  const { x, at, slope } = curve;
  const logs = distribution.shape === "lognormal" ? logsOf(curve) : null;
  let expected = 0;
  let share = 0;
  let sum = 0;
  for (let piece = 0; piece < x.length; piece += 1) {
    const start = x[piece] ?? 0;
    if (start >= MOST_ATTAINMENT) break;
    const end = x[piece + 1] ?? MOST_ATTAINMENT;
    const log = logs === null || end >= MOST_ATTAINMENT ? LOG_MOST : (logs[piece + 1] ?? LOG_MOST);
    if (distribution.shape === "lognormal") lognormalBelow(distribution, log, below);
    else momentsBelow(distribution, end < MOST_ATTAINMENT ? end : MOST_ATTAINMENT, below);
    const people = below.share - share;
    expected += (at[piece] ?? 0) * people + (slope[piece] ?? 0) * (below.sum - sum - start * people);
    share = below.share;
    sum = below.sum;
    // Nobody is beyond: the last bit of a share says so.
    if (share === 1) return expected;
  }
  return expected + (1 - share) * factorAt(curve, MOST_ATTAINMENT);
}

const LOG_MOST = logarithm(MOST_ATTAINMENT);
const logarithms = new WeakMap<CompiledCurve, Float64Array>();

/** Logarithms of a curve's corners, kept per curve; −infinity at 0. */
function logsOf(curve: CompiledCurve): Float64Array {
  const known = logarithms.get(curve);
  if (known !== undefined) return known;
  const logs = Float64Array.from(curve.x, logarithm);
  logarithms.set(curve, logs);
  return logs;
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
    momentsBelow(distribution, end, below);
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
