/** Where a function of whole steps reaches a goal: the value nearest to where it stands that does, or what comes closest. */

/** A function on whole steps; null where it has no value. */
export type StepFunction = (step: number) => number | null;

export type Place = { readonly step: number; readonly value: number };

export type Found = Place & {
  readonly reached: boolean;
  /** The step beside it where the function is on the other side of the goal; null where there is none. */
  readonly neighbour: Place | null;
};

export type Range = { readonly from: number; readonly to: number };

export type Search = {
  readonly goal: number;
  /** Whole steps, from ≤ to. */
  readonly range: Range;
  readonly present: number;
  /** How many intervals are looked at first. */
  readonly looks: number;
  /** Ranges of at most so many steps are looked at whole before the goal is given up. */
  readonly whole: number;
  /** How far off the goal still counts as there. */
  readonly tolerance: number;
};

/** How far the function is from the goal: negative below it, NaN where it has no value or outside the range. */
export type Distance = (step: number) => number;

/**
 * Looks at evenly spread steps first; wherever the function is on one side of the goal at one of them and not at the next,
 * halves until two neighbouring steps are left and takes the closer one. Where none of these is there, it narrows
 * down to where it comes closest without passing the goal, and looks at every step of a short range. In a longer range a goal
 * that is passed and passed again between two looks is not seen.
 *
 * Reached means within `tolerance`. Several that reach it: the one nearest to `present`. None: what is closest to the goal, the
 * nearest to `present` of equals.
 * @returns null where the function has no value anywhere it was looked at
 */
export function search(of: StepFunction, asked: Search): Found | null {
  const { goal, range, present, looks, whole } = asked;
  const distance = distanceOf(of, goal, range);
  const spread = searchAt(distance, looksAt(range, present, looks), asked);
  const steps = range.to - range.from;
  if (spread?.reached === true || steps > whole || steps <= looks) return spread;
  return searchAt(distance, looksAt(range, present, steps), asked);
}

/** The function less the goal, asked once for each step. */
export function distanceOf(of: StepFunction, goal: number, range: Range): Distance {
  const known = new Map<number, number>();
  return (step) => {
    const before = known.get(step);
    if (before !== undefined) return before;
    const value = step < range.from || step > range.to ? null : of(step);
    const far = value === null ? Number.NaN : value - goal;
    known.set(step, far);
    return far;
  };
}

function searchAt(distance: Distance, steps: readonly number[], { goal, present, tolerance }: Search): Found | null {
  const places = steps.filter((step) => !Number.isNaN(distance(step)));
  const found: Found[] = [];
  const add = (step: number, beside: number | null): void => {
    if (!Number.isNaN(distance(step))) found.push(foundAt(distance, step, beside, goal, tolerance));
  };
  for (const [index, from] of places.entries()) {
    const to = places[index + 1];
    if (distance(from) === 0) add(from, null);
    if (to === undefined || Math.sign(distance(from)) === Math.sign(distance(to))) continue;
    const [low, high] = crossing(distance, from, to);
    add(low, high);
    add(high, low);
  }
  const closest = places.toSorted((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)) || Math.abs(a - present) - Math.abs(b - present))[0];
  if (closest === undefined) return null;
  const at = places.indexOf(closest);
  if (!found.some((each) => each.reached)) add(narrowed((step) => Math.abs(distance(step)), places[at - 1] ?? closest, closest, places[at + 1] ?? closest), null);
  const toPresent = (one: Found): number => Math.abs(one.step - present);
  const reached = found.filter((each) => each.reached);
  if (reached.length > 0) return bestOf(nearestGroup(reached, toPresent), goal);
  return found.toSorted((a, b) => Math.abs(a.value - goal) - Math.abs(b.value - goal) || Number(b.neighbour !== null) - Number(a.neighbour !== null) || toPresent(a) - toPresent(b))[0] ?? null;
}

/** One step as an answer, with the one beside it where the function is on the other side of the goal there. */
export function foundAt(distance: Distance, step: number, beside: number | null, goal: number, tolerance: number): Found {
  const off = distance(step);
  const other = beside === null ? Number.NaN : distance(beside);
  const neighbour = beside === null || Number.isNaN(other) || Math.sign(other) === Math.sign(off) ? null : { step: beside, value: other + goal };
  return { step, value: off + goal, reached: Math.abs(off) <= tolerance, neighbour };
}

/** The two sides of one crossing are a step apart; of those the closer to the goal is meant. */
function nearestGroup(found: readonly Found[], toPresent: (one: Found) => number): readonly Found[] {
  const nearest = found.toSorted((a, b) => toPresent(a) - toPresent(b))[0];
  return nearest === undefined ? [] : found.filter((each) => Math.abs(each.step - nearest.step) <= 1);
}

function bestOf(found: readonly Found[], goal: number): Found | null {
  return found.toSorted((a, b) => Math.abs(a.value - goal) - Math.abs(b.value - goal))[0] ?? null;
}

function looksAt({ from, to }: Range, present: number, looks: number): readonly number[] {
  const places = Array.from({ length: looks + 1 }, (_, index) => from + Math.round(((to - from) / looks) * index));
  if (present >= from && present <= to) places.push(present);
  return [...new Set(places)].sort((a, b) => a - b);
}

/** Two neighbouring steps between which the function leaves the side of the goal that it is on at the first. */
function crossing(distance: Distance, from: number, to: number): readonly [number, number] {
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
function narrowed(distance: Distance, from: number, start: number, to: number): number {
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
