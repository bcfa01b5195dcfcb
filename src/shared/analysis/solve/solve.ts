/** Goal seek: one lever, one goal, a range; what else is locked stays. */
import type { Scenario } from "../../model/scenario.ts";
import { metricReader, roundingOf, type Goal, type GoalMetric, type MetricReader } from "./goal.ts";
import { leverPaths, movableLever, noLever, type Lever } from "./lever.ts";
import { isLocked } from "./lever-entry.ts";
import { search, type Found } from "./search.ts";
import { leverText, metricWords } from "./words.ts";

export type SolveOptions = {
  readonly lever: string;
  readonly goal: Goal;
  /** In the lever's own unit, from ≤ to, cut to its bounds. Without one: {@link usualRange}. */
  readonly range?: { readonly from: number; readonly to: number };
  /** Paths that must not change, each with everything below it. */
  readonly locks?: readonly string[];
  /** How a metric is read, where not by {@link metricReader}. */
  readonly metricOf?: (metric: GoalMetric, roleId: string | null) => MetricReader;
  /** Intervals that are looked at first; fewer where reading the metric takes long. */
  readonly looks?: number;
};

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
};

const LOOKS = 100;

/**
 * The value of a lever that brings a metric to a goal, everything else as it is (docs/compensation-model.md, "Goal seek").
 * The lever moves in its own steps: the minor unit for money, 0.01 % for shares and ratios, whole numbers, hundredths of a
 * KPI's own unit. Reached is what is within half of what one step there moves the metric, or within a minor unit a head, by
 * which rounding moves it. Of several values the one nearest to the present one. Refused with a reason and no value: a lever
 * that does not exist, is locked or moves nothing, a lock that names nothing, a metric that has no figure.
 */
export function solve(scenario: Scenario, options: SolveOptions): Solution {
  const { goal, locks = [], metricOf = metricReader, looks = LOOKS } = options;
  const refused = (reason: string, nearest: number | null = null, reached: number | null = null): Solution => ({ lever: options.lever, value: null, nearest, goal: reached, reached: false, reason });
  const found = movableLever(scenario, options.lever, locks);
  if (found === null) return refused(noLever(scenario, options.lever).message);
  const { lever, moved } = found;
  const roleId = goal.roleId ?? lever.roleId;
  const read = metricOf(goal.metric, roleId);
  const now = read(scenario);
  const unknown = unknownLock(scenario, locks);
  if (unknown !== null) return refused(`There is no input “${unknown}” to lock.`, lever.value, now);
  if (lever.held !== null) return refused(lever.held, lever.value, now);
  const steps = stepsOf(lever, options.range ?? usualRange(lever));
  if (steps === null) return refused(`No value in this range: ${lever.label} goes from ${leverText(lever, lever.min, scenario.currency)} to ${leverText(lever, lever.max, scenario.currency)}.`, lever.value, now);
  const seen = new Set<number>();
  const of = (step: number): number | null => {
    const value = read(moved(step / lever.stepsPerUnit));
    if (value !== null) seen.add(value);
    return value;
  };
  const closest = search(of, { goal: goal.value, range: steps, present: Math.round(lever.value * lever.stepsPerUnit), looks, rounding: roundingOf(goal.metric, scenario, roleId) });
  if (closest === null) return refused(`There is no ${metricWords(goal.metric)} here to set a goal for.`, lever.value, null);
  if (seen.size === 1 && !closest.reached) return refused(`${lever.label} does not move ${metricWords(goal.metric)}.`, lever.value, closest.value);
  return solution(lever, closest, goal.metric, scenario.currency);
}

/**
 * The range a lever is tried over where none is asked for: all of a share of one; of anything else nothing to ten times its
 * present value, and at least to 300 % for ratios, 1,000,000 for money, 50 for counts, 1,000 for KPIs' own units; cut to its bounds.
 */
export function usualRange({ unit, value, min, max }: Lever): { readonly from: number; readonly to: number } {
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

function solution(lever: Lever, found: Found, metric: GoalMetric, currency: string): Solution {
  const nearest = found.step / lever.stepsPerUnit;
  const at = leverText(lever, nearest, currency);
  const words = metricWords(metric);
  const reason = found.reached ? null : found.jumps ? `The ${words} jumps past the goal at ${at}.` : `No value in this range; nearest is ${at}.`;
  return { lever: lever.path, value: found.reached ? nearest : null, nearest, goal: found.value, reached: found.reached, reason };
}
