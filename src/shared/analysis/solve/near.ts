/** A goal near a step that is known to be about right, on a function that takes long to ask: few steps are asked. */
import { distanceOf, foundAt, type Distance, type Found, type Range, type StepFunction } from "./search.ts";

export type NearSearch = {
  readonly goal: number;
  readonly range: Range;
  readonly start: number;
  /** How much the function moves from one step to the next about there; 0 where that is not known. */
  readonly slope: number;
  readonly tolerance: number;
};

/** So close to the goal, as a part of the tolerance, nothing closer is looked for. */
const ENOUGH = 0.01;
/** How much farther than straight to the goal the first look goes, so that it lands on the other side. */
const BEYOND = 1.5;
/** Doublings of the way from the start towards the goal; where that way is not known, of each way; and of the way back. */
const DOUBLINGS = { towards: 24, unknown: 4, back: 1 };
/** After so many narrowings on straight lines the bracket is halved once. */
const LINES = 3;

type Bracket = { readonly low: number; readonly high: number };

/**
 * Goes from the start to where the function should be on the other side of the goal, farther until it is, and narrows the two
 * down on straight lines (the Illinois rule: M. Dowell, P. Jarratt, BIT 11, 1971), until two neighbouring steps are left or one
 * is as good as at the goal. Without another side: the closest step that was asked, or one beside it.
 * @returns null where the function has no value at the start
 */
export function searchNear(of: StepFunction, { goal, range, start, slope, tolerance }: NearSearch): Found | null {
  const distance = distanceOf(of, goal, range);
  const off = distance(start);
  if (Number.isNaN(off)) return null;
  if (Math.abs(off) <= tolerance * ENOUGH) return foundAt(distance, start, null, goal, tolerance);
  const around = bracketOf(distance, range, start, slope);
  if (around.bracket === null) return foundAt(distance, closestBeside(distance, around.closest), null, goal, tolerance);
  return narrowedTo(distance, around.bracket, goal, tolerance);
}

/** Two steps with the goal between them, null where none was found in the direction of the goal, nor a short way back; and the closest step asked on the way. */
function bracketOf(distance: Distance, range: Range, start: number, slope: number): { readonly bracket: Bracket | null; readonly closest: number } {
  let closest = start;
  const off = distance(start);
  const straight = slope === 0 ? 1 : Math.max(1, Math.ceil(Math.abs(off / slope) * BEYOND));
  const toGoal = slope === 0 ? 1 : -Math.sign(off) * Math.sign(slope);
  for (const way of [toGoal, -toGoal]) {
    let before = start;
    let length = straight;
    const most = slope === 0 ? DOUBLINGS.unknown : way === toGoal ? DOUBLINGS.towards : DOUBLINGS.back;
    for (let doubling = 0; doubling < most; doubling += 1) {
      const next = Math.min(range.to, Math.max(range.from, start + way * length));
      if (next === before) break;
      if (Number.isNaN(distance(next))) break;
      if (Math.abs(distance(next)) < Math.abs(distance(closest))) closest = next;
      if (Math.sign(distance(next)) !== Math.sign(off)) return { bracket: { low: Math.min(before, next), high: Math.max(before, next) }, closest };
      before = next;
      length *= 2;
    }
  }
  return { bracket: null, closest };
}

function narrowedTo(distance: Distance, { low: from, high: to }: Bracket, goal: number, tolerance: number): Found | null {
  let [low, high] = [from, to];
  let [below, above] = [distance(low), distance(high)];
  let [kept, lines] = [0, 0];
  while (high - low > 1 && Math.min(Math.abs(distance(low)), Math.abs(distance(high))) > tolerance * ENOUGH) {
    const line = low - (below * (high - low)) / (above - below);
    const middle = lines >= LINES ? low + (high - low) / 2 : line;
    lines = lines >= LINES ? 0 : lines + 1;
    const next = Math.min(high - 1, Math.max(low + 1, Math.round(middle)));
    const off = distance(next);
    if (Number.isNaN(off)) break;
    if (Math.sign(off) === Math.sign(below)) {
      [low, below] = [next, off];
      if (kept === 1) above /= 2;
      kept = 1;
    } else {
      [high, above] = [next, off];
      if (kept === -1) below /= 2;
      kept = -1;
    }
  }
  const [closer, other] = Math.abs(distance(low)) <= Math.abs(distance(high)) ? [low, high] : [high, low];
  return foundAt(distance, closer, high - low === 1 ? other : null, goal, tolerance);
}

/** Downhill from a step, one at a time. */
function closestBeside(distance: Distance, start: number): number {
  const [better] = [start - 1, start + 1].filter((step) => Math.abs(distance(step)) < Math.abs(distance(start))).sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)));
  return better === undefined ? start : better;
}
