/** What a payout curve pays on average over a distribution of attainments, and how much that varies: in closed form. */
import { MOST_ATTAINMENT } from "../attainment.ts";
import { factorAt } from "../curve/evaluate.ts";
import type { CompiledCurve } from "../outcome.ts";
import { lognormalSum, momentsBelow, normalSum, squaresBelow, type Distribution, type Lognormal, type Normal, type Spreading } from "./distribution.ts";
import { logarithm } from "./elementary.ts";
import { normalProbability, probabilityAndDensity } from "./normal.ts";

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
      const pieces = Float64Array.from(piecesOf(curve));
      return factorOver(pieces, 0, pieces.length, distribution);
    }
  }
}

/**
 * The same from the pieces of a curve: over each, payout at attainment 0 of its line × the share of people in it + slope × the
 * sum of what they attain.
 * @param pieces numbers of `piecesOf`, of one curve or of several in a row
 * @param from,to where those of this curve begin and end
 */
export function factorOver(pieces: Float64Array, from: number, to: number, distribution: Spreading): number {
  const below = distribution.shape === "lognormal" ? lognormalMoments(pieces, from, to, distribution) : normalMoments(pieces, from, to, distribution);
  let expected = 0;
  let share = 0;
  let sum = 0;
  for (let piece = from, end = 0; piece < to; piece += FIELDS, end += 2) {
    const shareToEnd = below[end] as number;
    const sumToEnd = below[end + 1] as number;
    expected += (pieces[piece + 2] as number) * (shareToEnd - share) + (pieces[piece + 3] as number) * (sumToEnd - sum);
    share = shareToEnd;
    sum = sumToEnd;
  }
  return expected;
}

/** Share and sum below the end of each piece. Two loops that the processor's compiler can each hold whole; one row for both. */
let moments = new Float64Array(64);

function lognormalMoments(pieces: Float64Array, from: number, to: number, distribution: Lognormal): Float64Array {
  const into = roomFor(to - from);
  const { logMean, logSpread } = distribution;
  for (let piece = from, end = 0; piece < to; piece += FIELDS, end += 2) {
    const score = ((pieces[piece + 1] as number) - logMean) / logSpread;
    into[end] = normalProbability(score);
    into[end + 1] = lognormalSum(distribution, score);
  }
  return into;
}

function normalMoments(pieces: Float64Array, from: number, to: number, distribution: Normal): Float64Array {
  const into = roomFor(to - from);
  const { mean, spread } = distribution;
  for (let piece = from, end = 0; piece < to; piece += FIELDS, end += 2) {
    const score = ((pieces[piece] as number) - mean) / spread;
    probabilityAndDensity(score, into, end);
    into[end + 1] = normalSum(distribution, into[end] as number, into[end + 1] as number);
  }
  return into;
}

function roomFor(numbers: number): Float64Array {
  if (moments.length < numbers) moments = new Float64Array(numbers);
  return moments;
}

const FIELDS = 4;

/**
 * Of each piece of a curve, one after another: attainment at its end and its logarithm, payout of its line at attainment 0,
 * slope. The last one is flat: who attains more than the most is paid as at the most.
 */
export function piecesOf(curve: CompiledCurve): readonly number[] {
  const { x, at, slope } = curve;
  const pieces = x.flatMap((start, piece) => {
    if (start >= MOST_ATTAINMENT) return [];
    const end = Math.min(x[piece + 1] ?? MOST_ATTAINMENT, MOST_ATTAINMENT);
    const rise = slope[piece] ?? 0;
    return [end, logarithm(end), (at[piece] ?? 0) - rise * start, rise];
  });
  return [...pieces, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, factorAt(curve, MOST_ATTAINMENT), 0];
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
