/** The stretch an axis covers, and marks that stand beside it. */

export type Range = { readonly from: number; readonly to: number };

/** A mark farther away than this share of the range does not stretch the axis: it is shown at its edge. */
const NEAR = 0.35;

/** The range, stretched to the marks that stand near it. Marks farther off are left out. */
export function reachTo(range: Range, marks: readonly number[]): Range {
  const near = NEAR * (range.to - range.from);
  const reached = marks.filter((mark) => mark >= range.from - near && mark <= range.to + near);
  return { from: Math.min(range.from, ...reached), to: Math.max(range.to, ...reached) };
}

/** Which edge a mark lies beyond; null where the axis holds it. */
export function beyond({ from, to }: Range, mark: number): "left" | "right" | null {
  return mark < from ? "left" : mark > to ? "right" : null;
}
