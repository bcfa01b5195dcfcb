/** What a payout curve pays on average over a distribution of attainments, and how much that varies: in closed form. */
import type { Curve, KpiOutlook } from "../../model/scenario.ts";
import { MOST_ATTAINMENT } from "../attainment.ts";
import { compileCurve } from "../curve/compile.ts";
import { factorAt } from "../curve/evaluate.ts";
import type { CompiledCurve } from "../outcome.ts";
import { distributionOf, lognormalBelow, momentsBelow, squaresBelow, type Distribution, type Moments } from "./distribution.ts";
import { logarithm } from "./elementary.ts";

const below: Moments = { share: 0, sum: 0 };

/**
 * The expected payout factor E[f(X)] of a curve of straight pieces with jumps, exact but for the last digits
 * (docs/compensation-model.md, "Expected cost"): over each piece, payout at its start × the share of people in it + slope ×
 * what they attain beyond its start.
 */
export function expectedFactor(curve: CompiledCurve, distribution: Distribution): number {
  return factorOver(curve, piecesOf(curve), distribution);
}

/** A curve as it is asked about, with the last answer: what moves pay, weights or headcount asks for the same again. */
type Kept = { readonly curve: CompiledCurve; readonly pieces: Float64Array; shape: KpiOutlook["shape"]; mean: number; spread: number; factor: number };

const kept = new WeakMap<Curve, Kept>();

/** The same of a curve as the document has it, over an outlook. The last answer for each curve is kept. */
export function expectedPayout(curve: Curve, outlook: KpiOutlook): number {
  let known = kept.get(curve);
  if (known === undefined) {
    const compiled = compileCurve(curve);
    known = { curve: compiled, pieces: piecesOf(compiled), shape: "empirical", mean: 0, spread: 0, factor: 0 };
    kept.set(curve, known);
  }
  if (outlook.shape === "empirical") return factorOver(known.curve, known.pieces, distributionOf(outlook));
  const { shape, mean, spread } = outlook;
  if (known.shape !== shape || known.mean !== mean || known.spread !== spread) {
    known.factor = factorOver(known.curve, known.pieces, distributionOf(outlook));
    known.shape = shape;
    known.mean = mean;
    known.spread = spread;
  }
  return known.factor;
}

function factorOver(curve: CompiledCurve, pieces: Float64Array, distribution: Distribution): number {
  if (distribution.shape === "certain") return factorAt(curve, distribution.attainment);
  if (distribution.shape === "empirical") {
    const { attainments } = distribution;
    let sum = 0;
    for (const attainment of attainments) sum += factorAt(curve, attainment);
    return sum / attainments.length;
  }
  let expected = 0;
  let share = 0;
  let sum = 0;
  for (let piece = 0; piece < pieces.length; piece += FIELDS) {
    if (distribution.shape === "lognormal") lognormalBelow(distribution, pieces[piece + 1] ?? 0, below);
    else momentsBelow(distribution, pieces[piece] ?? 0, below);
    const people = below.share - share;
    expected += (pieces[piece + 2] ?? 0) * people + (pieces[piece + 3] ?? 0) * (below.sum - sum - (pieces[piece + 4] ?? 0) * people);
    share = below.share;
    sum = below.sum;
    // Nobody is beyond: the last bit of a share says so.
    if (share === 1) return expected;
  }
  return expected + (1 - share) * factorAt(curve, MOST_ATTAINMENT);
}

const FIELDS = 5;

/** Of each piece of a curve: attainment at its end and its logarithm, payout at its start, slope, start. */
function piecesOf({ x, at, slope }: CompiledCurve): Float64Array {
  const starts = x.filter((start) => start < MOST_ATTAINMENT);
  const pieces = new Float64Array(starts.length * FIELDS);
  for (const [piece, start] of starts.entries()) {
    const end = Math.min(x[piece + 1] ?? MOST_ATTAINMENT, MOST_ATTAINMENT);
    pieces.set([end, logarithm(end), at[piece] ?? 0, slope[piece] ?? 0, start], piece * FIELDS);
  }
  return pieces;
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
