/** Goal seek off the main thread: one question, one answer. Whoever no longer wants it ends the thread. */
import { leverAt, metricReader, solve, usualRange, type Solution, type SolveOptions } from "#shared/analysis/index.ts";
import { expectedCost } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";

export type SolveQuestion = {
  readonly scenario: Scenario;
  readonly options: Pick<SolveOptions, "lever" | "goal" | "range" | "locks">;
};

export type SolveAnswer = {
  readonly solution: Solution;
  /** The figure as it stands; null where there is none. */
  readonly now: number | null;
};

/** Where every look simulates years: intervals looked at first, on how many years, and how much of the range around what they say is looked at on all. */
const LOOKS = 16;
const FIRST_YEARS = 1_000;
const AROUND = 0.02;

/** The same answer as at once; where years are simulated the first 1,000 say where to look. */
export function answerTo({ scenario, options }: SolveQuestion): SolveAnswer {
  const { metric, roleId } = options.goal;
  const isSimulated = metric === "p90" || (metric === "expectedCost" && expectedCost(scenario).total === null);
  const solution = isSimulated ? onSimulatedYears(scenario, options) : solve(scenario, options);
  return { solution, now: metricReader(metric, roleId ?? null)(scenario) };
}

function onSimulatedYears(scenario: Scenario, options: SolveQuestion["options"]): Solution {
  const first = { ...scenario, outlook: { ...scenario.outlook, trials: Math.min(FIRST_YEARS, scenario.outlook.trials) } };
  const rough = solve(first, { ...options, looks: LOOKS });
  const found = leverAt(scenario, options.lever, options.locks ?? []);
  if (rough.value !== null && found.ok) {
    const { from, to } = options.range ?? usualRange(found.lever);
    const reach = Math.max((to - from) * AROUND, 1 / found.lever.stepsPerUnit);
    const range = { from: Math.max(from, rough.value - reach), to: Math.min(to, rough.value + reach) };
    const near = solve(scenario, { ...options, range, looks: 2 });
    if (near.reached) return near;
  }
  return solve(scenario, { ...options, looks: LOOKS });
}
