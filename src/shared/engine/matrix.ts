/**
 * Two measures that set one payout together (docs/compensation-model.md, "Links"). Source: D. J. Cichelli's matrix of two
 * competing measures, with a threshold and a cap on each ("Hurdles, Modifiers, Matrices: 3 Ways to Link Sales and Strategy",
 * HR Daily Advisor, 2013, https://hrdailyadvisor.blr.com/2013/05/27/hurdles-modifiers-matrices-3-ways-to-link-sales-and-strategy/).
 */
import { snapAttainment } from "./attainment.ts";
import type { Side } from "./outcome.ts";
import type { PlanMatrix } from "./plan.ts";

/** Where a measure stands: its attainment, and whether what applies there is asked or what applies just below. */
export type Standing = { readonly attainment: number; readonly side: Side };

/**
 * The payout factor of a matrix. Below the first row or column it is 0; above the last it is that of the last. "step" pays
 * the cell reached; "linear" pays straight between the cells in both directions (bilinear), each cell standing exactly at its
 * row and column.
 * @param row,column where the two measures stand; attainments are ratios, snapped to ten decimals
 */
export function matrixFactor(matrix: PlanMatrix, row: Standing, column: Standing): number {
  const { rowPlaces, columnPlaces, factors, between } = matrix;
  const inRows = spotOn(rowPlaces, row);
  const inColumns = spotOn(columnPlaces, column);
  if (inRows === null || inColumns === null) return 0;
  const cell = (rowIndex: number, columnIndex: number): number => factors[rowIndex]?.[columnIndex] ?? 0;
  if (between === "step") return cell(inRows.index, inColumns.index);
  const alongRows = (columnIndex: number): number => betweenTwo(cell(inRows.index, columnIndex), cell(inRows.next, columnIndex), inRows.share);
  return betweenTwo(alongRows(inColumns.index), alongRows(inColumns.next), inColumns.share);
}

/** The place reached, the next one, and how far it is on the way there; after the last place the next is the last. */
type Spot = { readonly index: number; readonly next: number; readonly share: number };

/** null below the first place. */
function spotOn(places: readonly number[], { attainment, side }: Standing): Spot | null {
  const stands = snapAttainment(attainment);
  // As on a curve, nothing lies below attainment 0.
  const isBelow = side === "below" && stands > 0;
  const index = places.findLastIndex((place) => (isBelow ? place < stands : place <= stands));
  const from = places[index];
  if (from === undefined) return null;
  const to = places[index + 1];
  return to === undefined ? { index, next: index, share: 0 } : { index, next: index + 1, share: (stands - from) / (to - from) };
}

/** On the straight line from one to the other: exactly at its ends, and never beyond them by the last bit of a product. */
function betweenTwo(from: number, to: number, share: number): number {
  if (share === 1) return to;
  const value = from + (to - from) * share;
  return Math.min(Math.max(value, Math.min(from, to)), Math.max(from, to));
}
