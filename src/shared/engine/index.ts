/** The only door of the engine: values in, values out, the same to the byte on every machine. */
export { attainmentOf } from "./attainment.ts";
export { budgetCrossing, costLine } from "./cost-line.ts";
export { compileCurve } from "./curve/compile.ts";
export { curveLine, factorAt } from "./curve/evaluate.ts";
export { curveTraits } from "./curve/traits.ts";
export { headline, upside } from "./headline.ts";
export { kpiPayoutLine, linkEffects, type KpiLineOptions, type LinkEffect } from "./kpi-line.ts";
export { dealTiming, worstTiming, type AttainedInPeriod, type DealInput } from "./marginal/deal-timing.ts";
export { curveFaults, roleFaults } from "./marginal/faults.ts";
export { marginalPay, marginalPayLine } from "./marginal/next-pay.ts";
export { averageAttainment, costAtAverage, outlookMean } from "./outlook/average.ts";
export { distributionOf, meanAttainment, shareBelow, type Distribution } from "./outlook/distribution.ts";
export { expectedCcos, type ExpectedCcos } from "./outlook/expected-ccos.ts";
export { costAtIncentive, expectedCost, expectedIncentive, notExact, sumOfCosts } from "./outlook/expected-cost.ts";
export { expectedFactor, factorVariance } from "./outlook/expected-payout.ts";
export { attainmentBelowWhich, fitTwoShares, meanForShare, type ShapedOutlook } from "./outlook/fit.ts";
export { sellersOfYear, type SimulatedSeller } from "./outlook/one-year.ts";
export { attainmentShares } from "./outlook/shares.ts";
export { createSimulator, quantileOf, simulate, type Simulator } from "./outlook/simulate.ts";
export { justBelow } from "./marginal/standing.ts";
export { notCalculated } from "./not-calculated.ts";
export { periodsOf, seasonsOf, yearAttainment } from "./payments.ts";
export { planOf, type Plan, type PlanMatrix } from "./plan.ts";
export { payoutFactorAt, rolePayoutLine } from "./role-line.ts";
export { evaluateRole } from "./role.ts";
export { evaluateScenario } from "./scenario.ts";
export { explain } from "./trace/explain.ts";
export { recompute } from "./trace/nodes.ts";
export { evaluateRoleYear } from "./year/role-year.ts";
export { evaluateYear } from "./year/scenario-year.ts";
export type * from "./marginal/outcome.ts";
export type * from "./outcome.ts";
export type * from "./outlook/outcome.ts";
export type * from "./trace/outcome.ts";
export type * from "./year/outcome.ts";

/** Written into saved files, so that a different result on opening can be traced to a different engine. */
export const ENGINE_VERSION = "1.0.0";
