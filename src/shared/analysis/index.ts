/** Questions about a whole plan that take many evaluations: what moves its cost, what value of one input reaches a goal. */
export { costReader, type CostGoal } from "./sensitivity/cost-steps.ts";
export { rolesByCost, type RoleScope } from "./sensitivity/role-inputs.ts";
export { sensitivities, sensitivitySteps, type MovedInput, type SensitivityOptions, type SensitivityRanges } from "./sensitivity/sensitivities.ts";
export { titleOf } from "./names.ts";
export { COMPANY_FIGURES, isCompanyMetric, type CompanyMetric, type MetricReader } from "./solve/figures.ts";
export { isGoalMetric, isMoney, isOfRole, kindOf, metricReader, type Goal, type GoalMetric } from "./solve/goal.ts";
export { leverAt, leverPaths, leversOf, withLever, type Lever, type LeverAnswer } from "./solve/lever.ts";
export { solve, unknownLock, usualRange, type Solution, type SolveOptions, type Tried } from "./solve/solve.ts";
export { figureText, leverText, metricWords, presentText } from "./solve/words.ts";
