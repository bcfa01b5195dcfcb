/** Questions about a whole plan that take many evaluations: what moves its cost, what value of one input reaches a goal. */
export { sensitivities, sensitivitySteps, type SensitivityOptions, type SensitivityRanges } from "./sensitivity/sensitivities.ts";
export { isGoalMetric, isMoney, isOfRole, metricReader, type Goal, type GoalMetric, type MetricReader } from "./solve/goal.ts";
export { leverAt, leverPaths, withLever, type Lever, type LeverAnswer } from "./solve/lever.ts";
export { solve, usualRange, type Solution, type SolveOptions } from "./solve/solve.ts";
export { leverText, metricWords } from "./solve/words.ts";
