/** The inner loop of a simulation: a payout curve over many attainments at once. */
import type { CompiledCurve } from "../outcome.ts";

/** Cells that tell in which piece of the curve an attainment lies, or that a few steps on. */
const CELLS = 256;

/** A compiled curve laid out for the loop: the same pieces, in arrays of numbers, with an index of cells. */
export type CurveKernel = {
  /** Where pieces begin, and infinity: an attainment that is exactly at a corner has reached it. */
  readonly reached: Float64Array;
  readonly at: Float64Array;
  readonly slope: Float64Array;
  /** The piece at the left edge of each cell. */
  readonly cells: Uint16Array;
  readonly perAttainment: number;
  readonly last: number;
};

const kernels = new WeakMap<CompiledCurve, CurveKernel>();

/** The kernel of a curve, kept per compiled curve. */
export function kernelOf(curve: CompiledCurve): CurveKernel {
  const known = kernels.get(curve);
  if (known !== undefined) return known;
  const kernel = make(curve);
  kernels.set(curve, kernel);
  return kernel;
}

function make({ x, at, slope }: CompiledCurve): CurveKernel {
  const reached = Float64Array.from([...x, Number.POSITIVE_INFINITY]);
  const last = x.length - 1;
  const end = reached[last] ?? 0;
  const perAttainment = end > 0 ? CELLS / end : 0;
  const cells = new Uint16Array(CELLS + 1);
  let piece = 0;
  for (let cell = 0; cell <= CELLS; cell += 1) {
    const edge = perAttainment === 0 ? 0 : cell / perAttainment;
    while (piece < last && (reached[piece + 1] ?? 0) <= edge) piece += 1;
    // One piece earlier than the edge says: a quotient may round to the cell before.
    cells[cell] = Math.max(0, piece - 1);
  }
  return { reached, at: Float64Array.from(at), slope: Float64Array.from(slope), cells, perAttainment, last };
}

/**
 * Adds share × payout factor of each attainment to a sum: sums[i] += share × f(attainments[from + i]).
 * @param attainments ratios from 0 to 100
 * @param count how many, from index `from` on
 */
export function addPayouts(kernel: CurveKernel, share: number, attainments: Float32Array, from: number, count: number, sums: Float64Array): void {
  const { reached, at, slope, cells, perAttainment, last } = kernel;
  const end = reached[last] ?? 0;
  for (let index = 0; index < count; index += 1) {
    const attainment = attainments[from + index] as number;
    let piece = last;
    if (attainment < end) {
      piece = cells[(attainment * perAttainment) | 0] as number;
      while (attainment >= (reached[piece + 1] as number)) piece += 1;
    }
    sums[index] = (sums[index] as number) + share * ((at[piece] as number) + (slope[piece] as number) * (attainment - (reached[piece] as number)));
  }
}

/**
 * The same of a list, whose payout factors are known: sums[i] += share × factors[places[from + i]].
 * @param factors by place in the list
 */
export function addListed(factors: Float64Array, share: number, places: Float32Array, from: number, count: number, sums: Float64Array): void {
  for (let index = 0; index < count; index += 1) sums[index] = (sums[index] as number) + share * (factors[places[from + index] as number] as number);
}
