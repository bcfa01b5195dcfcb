/** Goal seek off the main thread: one question, one answer. Whoever no longer wants it ends the thread. */
import { solve, type Solution, type SolveOptions } from "#shared/analysis/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";

export type SolveQuestion = {
  readonly scenario: Scenario;
  readonly options: Pick<SolveOptions, "lever" | "goal" | "range" | "locks">;
};

/** The same answer as at once. */
export function answerTo({ scenario, options }: SolveQuestion): Solution {
  return solve(scenario, options);
}
