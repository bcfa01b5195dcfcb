/** Where a function of whole steps reaches a goal: the value nearest to where it stands that does, or what comes closest. */

/** A function on whole steps; null where it has no value. Asked once for each step. */
export type StepFunction = (step: number) => number | null;

export type Found = {
  readonly step: number;
  readonly value: number;
  readonly reached: boolean;
  /** The function goes past the goal between this step and a neighbour without stopping at it. */
  readonly jumps: boolean;
};

export type Search = {
  readonly goal: number;
  /** Whole steps, from ≤ to. */
  readonly range: { readonly from: number; readonly to: number };
  readonly present: number;
  /** How many intervals are looked at first. */
  readonly looks: number;
  /** How far off still counts as there, whatever a step moves. */
  readonly rounding: number;
};

/** How many steps around a crossing say how far one step ordinarily moves the function. */
const NEIGHBOURS = 4;

/**
 * Looks at evenly spread steps first; wherever the function is on one side of the goal at one of them and not at the next,
 * halves until two neighbouring steps are left and takes the closer one. Where none of these is there, it narrows
 * down to where it comes closest without passing the goal. A goal that is passed and passed again between two looks is not seen.
 *
 * Reached means: within half of the largest move of one step among the four steps on either side, those to and from the
 * value itself left out, so that a jump does not count as a step; or within `rounding`. Several that reach it: the one nearest to `present`. None: what is closest
 * to the goal, the nearest to `present` of equals.
 * @returns null where the function has no value anywhere it was looked at
 */
export function search(of: StepFunction, { goal, range, present, looks, rounding }: Search): Found | null {
  const known = new Map<number, number>();
  const distance = (step: number): number => {
    const before = known.get(step);
    if (before !== undefined) return before;
    const value = step < range.from || step > range.to ? null : of(step);
    const far = value === null ? Number.NaN : value - goal;
    known.set(step, far);
    return far;
  };
  const places = looksAt(range, present, looks).filter((step) => !Number.isNaN(distance(step)));
  const found: Found[] = [];
  const add = (step: number, crosses: boolean): void => {
    const off = Math.abs(distance(step));
    if (Number.isNaN(off)) return;
    const reached = off <= Math.max(ordinaryMove(distance, step) / 2, rounding);
    found.push({ step, value: distance(step) + goal, reached, jumps: crosses && !reached });
  };
  for (const [index, from] of places.entries()) {
    const to = places[index + 1];
    if (distance(from) === 0) add(from, false);
    if (to === undefined || Math.sign(distance(from)) === Math.sign(distance(to))) continue;
    for (const side of crossing(distance, from, to)) add(side, true);
  }
  const closest = places.toSorted((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)) || Math.abs(a - present) - Math.abs(b - present))[0];
  if (closest === undefined) return null;
  const at = places.indexOf(closest);
  if (!found.some((each) => each.reached)) add(narrowed((step) => Math.abs(distance(step)), places[at - 1] ?? closest, closest, places[at + 1] ?? closest), false);
  const toPresent = (one: Found): number => Math.abs(one.step - present);
  const reached = found.filter((each) => each.reached);
  if (reached.length > 0) return bestOf(nearestGroup(reached, toPresent), goal);
  return found.toSorted((a, b) => Math.abs(a.value - goal) - Math.abs(b.value - goal) || Number(b.jumps) - Number(a.jumps) || toPresent(a) - toPresent(b))[0] ?? null;
}

/** The two sides of one crossing are a step apart; of those the closer to the goal is meant. */
function nearestGroup(found: readonly Found[], toPresent: (one: Found) => number): readonly Found[] {
  const nearest = found.toSorted((a, b) => toPresent(a) - toPresent(b))[0];
  return nearest === undefined ? [] : found.filter((each) => Math.abs(each.step - nearest.step) <= 1);
}

function bestOf(found: readonly Found[], goal: number): Found | null {
  return found.toSorted((a, b) => Math.abs(a.value - goal) - Math.abs(b.value - goal))[0] ?? null;
}

function looksAt({ from, to }: { readonly from: number; readonly to: number }, present: number, looks: number): readonly number[] {
  const places = Array.from({ length: looks + 1 }, (_, index) => from + Math.round(((to - from) / looks) * index));
  if (present >= from && present <= to) places.push(present);
  return [...new Set(places)].sort((a, b) => a - b);
}

/** Two neighbouring steps between which the function leaves the side of the goal that it is on at the first. */
function crossing(distance: (step: number) => number, from: number, to: number): readonly number[] {
  const side = Math.sign(distance(from));
  let [low, high] = [from, to];
  for (;;) {
    const middle = low + Math.floor((high - low) / 2);
    if (middle <= low || middle >= high) return [low, high];
    if (Math.sign(distance(middle)) === side) low = middle;
    else high = middle;
  }
}

/** The step where a distance is least between two places, as long as it only falls before and only rises after. */
function narrowed(distance: (step: number) => number, from: number, start: number, to: number): number {
  let [low, high, best] = [from, to, start];
  while (high - low > 2) {
    const left = low + Math.floor((high - low) / 3);
    const right = high - Math.floor((high - low) / 3);
    for (const step of [left, right]) if (distance(step) < distance(best)) best = step;
    if (left >= right || right - left >= high - low) break;
    if (distance(left) <= distance(right)) high = right;
    else low = left;
  }
  for (const step of [low, low + 1, high]) if (distance(step) < distance(best)) best = step;
  return best;
}

/** The largest move of one step around a place, those to and from the place itself left out. */
function ordinaryMove(distance: (step: number) => number, place: number): number {
  let largest = 0;
  for (let offset = -NEIGHBOURS - 1; offset <= NEIGHBOURS; offset += 1) {
    if (offset === -1 || offset === 0) continue;
    const move = Math.abs(distance(place + offset + 1) - distance(place + offset));
    if (move > largest) largest = move;
  }
  return largest;
}
