/** Goal seek: one lever, one goal, a range; what else is locked stays. */
import type { Scenario } from "../../model/scenario.ts";
import type { MetricReader } from "./figures.ts";
import { metricReader, simulates, toleranceOf, type Goal, type GoalMetric } from "./goal.ts";
import { leverPaths, movableLever, noLever, type Lever } from "./lever.ts";
import { isLocked } from "./lever-entry.ts";
import { searchNear } from "./near.ts";
import { search, type Found, type Search } from "./search.ts";
import { figureText, leverText, metricWords } from "./words.ts";

export type SolveOptions = {
  readonly lever: string;
  readonly goal: Goal;
  /** In the lever's own unit, from ≤ to, cut to its bounds. Without one: {@link usualRange}. */
  readonly range?: { readonly from: number; readonly to: number };
  /** Paths that must not change, each with everything below it. */
  readonly locks?: readonly string[];
  /** How a metric is read, where not by {@link metricReader}. */
  readonly metricOf?: (metric: GoalMetric, roleId: string | null) => MetricReader;
};

/** A value of the lever and the metric there, in the unit of the goal. */
export type Tried = { readonly value: number; readonly goal: number };

export type Solution = {
  /** The lever's path. */
  readonly lever: string;
  /** The value that reaches the goal; null where none does. */
  readonly value: number | null;
  /** The value that reaches the goal or comes closest; null where nothing could be tried. */
  readonly nearest: number | null;
  /** The metric there, in the unit of the goal; null where it has no figure. */
  readonly goal: number | null;
  readonly reached: boolean;
  /** One plain sentence where the goal is not reached. */
  readonly reason: string | null;
  /** Where the goal lies between two neighbouring steps of the lever and neither reaches it: both, the lower first. */
  readonly neighbours: readonly [Tried, Tried] | null;
  /** The metric as the document stands; null where it has no figure. */
  readonly now: number | null;
};

/** Intervals that are looked at first, and the longest range, in steps, that is looked at whole before it is given up. */
const LOOKS = { looks: 100, whole: 1_000 };
/** The same where every look simulates years. */
const SIMULATED_LOOKS = { looks: 16, whole: 16 };
/** Simulated years that say where to look on all of them. */
const FIRST_YEARS = 1_000;
/** How far around what they found the slope is taken, as a part of the range. */
const AROUND = 0.005;

/**
 * The value of a lever that brings a metric to a goal, everything else as it is (docs/compensation-model.md, "Goal seek").
 * The lever moves in its own steps: the minor unit for money, 0.01 % for shares and ratios, whole numbers, hundredths of a
 * KPI's own unit. Reached is what is within {@link toleranceOf} the goal; of several values the one nearest to the present one.
 * Otherwise refused, with a reason and the value that comes closest, and where the goal lies between two neighbouring steps
 * with both. Refused without trying: a lever that does not exist, is locked or moves nothing, a lock that names nothing, a
 * metric that has no figure.
 */
export function solve(scenario: Scenario, options: SolveOptions): Solution {
  const { goal, locks = [], metricOf = metricReader } = options;
  const found = movableLever(scenario, options.lever, locks);
  const refusal = (reason: string, nearest: number | null, now: number | null): Solution => ({ lever: options.lever, value: null, nearest, goal: now, reached: false, reason, neighbours: null, now });
  if (found === null) return refusal(noLever(scenario, options.lever).message, null, null);
  const { lever, moved } = found;
  const roleId = goal.roleId ?? lever.roleId;
  const read = metricOf(goal.metric, roleId);
  const now = read(scenario);
  const refused = (reason: string): Solution => refusal(reason, lever.isEmpty ? null : lever.value, now);
  const unknown = unknownLock(scenario, locks);
  if (unknown !== null) return refused(`There is no input “${unknown}” to lock.`);
  if (lever.held !== null) return refused(lever.held);
  const range = stepsOf(lever, options.range ?? usualRange(lever));
  if (range === null) return refused(`No value in this range: ${lever.label} goes from ${leverText(lever, lever.min, scenario.currency)} to ${leverText(lever, lever.max, scenario.currency)}.`);
  const seen = new Set<number>();
  const at = (step: number, years?: number): number | null => {
    const value = read(moved(step / lever.stepsPerUnit), years);
    if (value !== null) seen.add(value);
    return value;
  };
  const isSimulated = [scenario, moved(range.from / lever.stepsPerUnit), moved(range.to / lever.stepsPerUnit)].some((each) => simulates(goal.metric, each));
  const asked = { goal: goal.value, range, present: Math.round(lever.value * lever.stepsPerUnit), tolerance: toleranceOf(goal, scenario, roleId) };
  const closest = isSimulated ? searchSimulated(at, asked, scenario.outlook.trials) : search(at, { ...asked, ...LOOKS });
  if (closest === null) return { ...refused(`There is no ${metricWords(goal.metric)} here to set a goal for.`), goal: null };
  if (seen.size === 1 && range.from < range.to && !closest.reached) return refused(`${lever.label} does not move ${metricWords(goal.metric)}.`);
  return solution(lever, closest, { metric: goal.metric, currency: scenario.currency, now });
}

/** Where years are simulated: over the range on the first 1,000 of them, then on all only near what those found. */
function searchSimulated(at: (step: number, years?: number) => number | null, asked: Omit<Search, "looks" | "whole">, trials: number): Found | null {
  const known = new Map<number, number | null>();
  const coarse = (step: number): number | null => {
    const before = known.get(step);
    if (before !== undefined) return before;
    const value = at(step, FIRST_YEARS);
    known.set(step, value);
    return value;
  };
  const rough = search(coarse, { ...asked, ...SIMULATED_LOOKS });
  if (rough === null || trials <= FIRST_YEARS) return rough;
  const { from, to } = asked.range;
  const reach = Math.max(1, Math.round((to - from) * AROUND));
  const [low, high] = [Math.max(from, rough.step - reach), Math.min(to, rough.step + reach)];
  const slope = low === high ? 0 : ((coarse(high) ?? rough.value) - (coarse(low) ?? rough.value)) / (high - low);
  return searchNear(at, { ...asked, start: rough.step, slope });
}

/**
 * The range a lever is tried over where none is asked for: all of a share of one; of anything else nothing to ten times its
 * present value, and at least to 300 % for ratios, 1,000,000 for money, 50 for counts, 1,000 for KPIs' own units; cut to its bounds.
 * Of an empty limit nothing to where it would bind.
 */
export function usualRange({ unit, value, isEmpty, min, max }: Lever): { readonly from: number; readonly to: number } {
  if (isEmpty) return { from: min, to: value };
  const least = { fraction: 1, ratio: 3, currency: 1_000_000, count: 50, own: 1_000 }[unit];
  return { from: min, to: Math.min(max, Math.max(value * 10, least)) };
}

/** The lever's steps in a range; null without any. */
function stepsOf({ min, max, stepsPerUnit }: Lever, range: { readonly from: number; readonly to: number }): { readonly from: number; readonly to: number } | null {
  const from = Math.ceil(Math.max(min, range.from) * stepsPerUnit - DUST);
  const to = Math.floor(Math.min(max, range.to) * stepsPerUnit + DUST);
  return from <= to ? { from, to } : null;
}

/** The last bits of a fraction × its steps. */
const DUST = 1e-6;

/** The first lock that names no number of the plan and nothing above one; null where all do. */
export function unknownLock(scenario: Scenario, locks: readonly string[]): string | null {
  if (locks.length === 0) return null;
  const paths = leverPaths(scenario);
  return locks.find((lock) => !paths.some((path) => isLocked(path, [lock]))) ?? null;
}

function solution(lever: Lever, { step, value: goal, reached, neighbour }: Found, { metric, currency, now }: { readonly metric: GoalMetric; readonly currency: string; readonly now: number | null }): Solution {
  const nearest = step / lever.stepsPerUnit;
  const found = { lever: lever.path, nearest, goal, now };
  if (reached) return { ...found, value: nearest, reached, reason: null, neighbours: null };
  const text = (value: number): string => leverText(lever, value, currency);
  if (neighbour === null) return { ...found, value: null, reached, reason: `No value in this range; nearest is ${text(nearest)}.`, neighbours: null };
  const one: Tried = { value: nearest, goal };
  const other: Tried = { value: neighbour.step / lever.stepsPerUnit, goal: neighbour.value };
  const [lower, upper] = one.value < other.value ? [one, other] : [other, one];
  const figure = (value: number): string => figureText(metric, value, currency);
  const reason = `${text(lower.value)} gives ${metricWords(metric)} ${figure(lower.goal)}, ${text(upper.value)} gives ${figure(upper.goal)}; there is nothing between.`;
  return { ...found, value: null, reached, reason, neighbours: [lower, upper] };
}
