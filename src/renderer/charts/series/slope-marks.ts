/** The rising pieces of a curve, each with the points of incentive a point of attainment adds there. */
import type { LinePoint } from "#shared/engine/outcome.ts";

/** A piece of the drawn line with one slope. `index` is its place in the line. */
export type SlopeMark = { readonly index: number; readonly from: LinePoint; readonly to: LinePoint; readonly slope: number };

/** Slopes that would be written the same are one. */
const SAME = 0.005;

/** Pieces that rise or fall, neighbours with the same slope taken together. Flat pieces need no word. */
export function slopeMarks(line: readonly LinePoint[]): readonly SlopeMark[] {
  const marks: SlopeMark[] = [];
  line.forEach((to, index) => {
    const from = line[index - 1];
    if (from === undefined || from.attainment === to.attainment) return;
    const slope = (to.payout - from.payout) / (to.attainment - from.attainment);
    if (Math.abs(slope) < SAME) return;
    const last = marks.at(-1);
    const continues = last !== undefined && last.to === from && Math.abs(last.slope - slope) < SAME;
    if (continues) marks[marks.length - 1] = { ...last, to };
    else marks.push({ index, from, to, slope });
  });
  return marks;
}
