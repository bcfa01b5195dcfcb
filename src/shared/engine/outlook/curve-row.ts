/**
 * Payout curves and where people land on them as rows of numbers, worked through in plain loops: whether one curve or those of
 * a whole scenario, no object and no number on the heap is made on the way (docs/speed.md).
 */
import { MOST_ATTAINMENT } from "../attainment.ts";
import { factorAt } from "../curve/evaluate.ts";
import type { CompiledCurve } from "../outcome.ts";
import { sumBelowZero, writeLogMoments, type ShapedOutlook } from "./distribution.ts";
import { logarithm } from "./elementary.ts";
import { ALL_BELOW, normalDensity, normalProbability } from "./normal.ts";

/** Each curve has its place in the row. */
export type CurveRow = {
  /** What is to be worked out of each curve. */
  readonly shapes: Uint8Array;
  /** Of each curve: mean, spread, log-mean, log-spread, expected payout factor. */
  readonly numbers: Float64Array;
  /** Where the pieces of each curve end. */
  readonly ends: Int32Array;
  /**
   * Of each piece of a curve: attainment at its start and its logarithm, payout of its line at attainment 0, slope. The last
   * one is flat: who attains more than the most is paid as at the most.
   */
  readonly pieces: Float64Array;
};

const [NOTHING, LOGNORMAL, NORMAL] = [0, 1, 2] as const;
const [MEAN, SPREAD, LOG_MEAN, LOG_SPREAD, EXPECTED, NUMBERS] = [0, 1, 2, 3, 4, 5] as const;
/** Numbers of a piece. */
const FIELDS = 4;

/** A row of curves over no distribution yet, by which 0 is expected of each; of null, which pays nothing, always. */
export function curveRow(curves: readonly (CompiledCurve | null)[]): CurveRow {
  const pieces: number[] = [];
  const ends = curves.map((curve) => (curve === null ? pieces.length : pieces.push(...piecesOf(curve))));
  return { shapes: new Uint8Array(curves.length), numbers: new Float64Array(curves.length * NUMBERS), ends: Int32Array.from(ends), pieces: Float64Array.from(pieces) };
}

function piecesOf(curve: CompiledCurve): readonly number[] {
  const { x, at, slope } = curve;
  const pieces = x.flatMap((start, piece) => {
    if (start >= MOST_ATTAINMENT) return [];
    const rise = slope[piece] ?? 0;
    return [start, logarithm(start), (at[piece] ?? 0) - rise * start, rise];
  });
  return [...pieces, MOST_ATTAINMENT, logarithm(MOST_ATTAINMENT), factorAt(curve, MOST_ATTAINMENT), 0];
}

/** Lets the curve of a place be worked out over a spread of attainments. */
export function spreadOver({ shapes, numbers }: CurveRow, place: number, { shape, mean, spread }: ShapedOutlook): void {
  shapes[place] = shape === "lognormal" ? LOGNORMAL : NORMAL;
  numbers[place * NUMBERS + MEAN] = mean;
  numbers[place * NUMBERS + SPREAD] = spread;
}

/** Puts at a place what is expected of its curve where there is no formula. */
export function expectIn({ shapes, numbers }: CurveRow, place: number, factor: number): void {
  shapes[place] = NOTHING;
  numbers[place * NUMBERS + EXPECTED] = factor;
}

/** Takes over what another row expects at a place with the same curve; false where it is not worked out there. */
export function takeOver(row: CurveRow, place: number, { shapes, numbers }: CurveRow): boolean {
  if (shapes[place] !== NOTHING) return false;
  expectIn(row, place, numbers[place * NUMBERS + EXPECTED] as number);
  return true;
}

/** The expected payout factor of the curve of a place, once worked out. */
export function expectedIn({ numbers }: CurveRow, place: number): number {
  return numbers[place * NUMBERS + EXPECTED] as number;
}

/**
 * Works out the curves of some places that were given a spread. Over each piece the payout is its line's payout at attainment 0
 * × the share of people + its slope × the sum of what they attain. Added up by the ends of pieces, each end counts what the
 * line loses there for all below it; once everybody is below, the line that goes on counts for all.
 * @param from,to the first place, and the one after the last
 */
export function expectFactors(row: CurveRow, from: number, to: number): void {
  overLognormals(row, from, to);
  overNormals(row, from, to);
  row.shapes.fill(NOTHING, from, to);
}

function overLognormals({ shapes, numbers, ends, pieces }: CurveRow, from: number, to: number): void {
  // In a loop of its own, which the processor's compiler can hold whole.
  for (let place = from; place < to; place += 1) if (shapes[place] === LOGNORMAL) writeLogMoments(numbers, place * NUMBERS + MEAN);
  for (let place = from; place < to; place += 1) {
    if (shapes[place] !== LOGNORMAL) continue;
    const at = place * NUMBERS;
    const mean = numbers[at + MEAN] as number;
    const logMean = numbers[at + LOG_MEAN] as number;
    const logSpread = numbers[at + LOG_SPREAD] as number;
    const first = place === 0 ? 0 : (ends[place - 1] as number);
    const end = ends[place] as number;
    let level = pieces[first + 2] as number;
    let slope = pieces[first + 3] as number;
    let expected = 0;
    for (let piece = first + FIELDS; piece < end; piece += FIELDS) {
      const score = ((pieces[piece + 1] as number) - logMean) / logSpread;
      const ofSum = score - logSpread;
      if (ofSum > ALL_BELOW) break;
      const next = pieces[piece + 2] as number;
      const nextSlope = pieces[piece + 3] as number;
      expected += (level - next) * normalProbability(score) + (slope - nextSlope) * mean * normalProbability(ofSum);
      level = next;
      slope = nextSlope;
    }
    numbers[at + EXPECTED] = expected + level + slope * mean;
  }
}

function overNormals({ shapes, numbers, ends, pieces }: CurveRow, from: number, to: number): void {
  for (let place = from; place < to; place += 1) {
    if (shapes[place] !== NORMAL) continue;
    const at = place * NUMBERS;
    const mean = numbers[at + MEAN] as number;
    const spread = numbers[at + SPREAD] as number;
    const first = place === 0 ? 0 : (ends[place - 1] as number);
    const end = ends[place] as number;
    let level = pieces[first + 2] as number;
    let slope = pieces[first + 3] as number;
    // The sums count from 0, where the distribution is cut.
    let expected = slope === 0 ? 0 : -slope * sumBelowZero(mean, spread);
    for (let piece = first + FIELDS; piece < end; piece += FIELDS) {
      const score = ((pieces[piece] as number) - mean) / spread;
      if (score > ALL_BELOW) break;
      const next = pieces[piece + 2] as number;
      const nextSlope = pieces[piece + 3] as number;
      const share = normalProbability(score);
      expected += (level - next) * share + (slope - nextSlope) * (mean * share - spread * normalDensity(score));
      level = next;
      slope = nextSlope;
    }
    numbers[at + EXPECTED] = expected + level + slope * mean;
  }
}
