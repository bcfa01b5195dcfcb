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
export type KeptPayout = { readonly curve: CompiledCurve; readonly pieces: Float64Array; outlook: KpiOutlook | null; factor: number };

const kept = new WeakMap<Curve, KeptPayout>();

/** What is kept of a curve as the document has it. */
export function keptPayout(curve: Curve): KeptPayout {
  const known = kept.get(curve);
  if (known !== undefined) return known;
  const compiled = compileCurve(curve);
  const made: KeptPayout = { curve: compiled, pieces: piecesOf(compiled), outlook: null, factor: 0 };
  kept.set(curve, made);
  return made;
}

/** The expected payout factor of a curve that is kept, over an outlook. The last answer is kept with it. */
export function expectedPayout(known: KeptPayout, outlook: KpiOutlook): number {
  if (known.outlook !== outlook) {
    known.factor = factorOver(known.curve, known.pieces, distributionOf(outlook));
    known.outlook = outlook;
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
    if (distribution.shape === "lognormal") lognormalBelow(distribution, pieces[piece + 1] as number, below);
    else momentsBelow(distribution, pieces[piece] as number, below);
    const people = below.share - share;
    expected += (pieces[piece + 2] as number) * people + (pieces[piece + 3] as number) * (below.sum - sum - (pieces[piece + 4] as number) * people);
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
  starts.forEach((start, piece) => {
    const end = Math.min(x[piece + 1] ?? MOST_ATTAINMENT, MOST_ATTAINMENT);
    pieces.set([end, logarithm(end), at[piece] ?? 0, slope[piece] ?? 0, start], piece * FIELDS);
  });
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
