import type { Branded } from "./brand.ts";

/** A share in whole basis points: 10,000 is 100 %. Weights are held in this unit so that they total exactly. */
export type BasisPoints = Branded<"basis points">;

/** 100 % in basis points: what the weights of a scorecard total. */
export const WHOLE = 10_000 as BasisPoints;

/**
 * Whole basis points from a number that already counts basis points.
 * @param value basis points; fractions are rounded half away from zero
 */
export function basisPoints(value: number): BasisPoints {
  return (Math.sign(value) * Math.floor(Math.abs(value) + 0.5) + 0) as BasisPoints;
}

/**
 * Basis points as a fraction of one (4,000 → 0.4), the form weights have in a file.
 */
export function fractionOf(points: BasisPoints): number {
  return points / WHOLE;
}
