/** How many people get how far, and what the plan costs where people land on average. */
import type { Kpi, KpiOutlook, Scenario } from "../../model/scenario.ts";
import { compileCurve } from "../curve/compile.ts";
import { curveTraits } from "../curve/traits.ts";
import type { ScenarioTotal } from "../outcome.ts";
import { evaluateScenario } from "../scenario.ts";
import { distributionOf, shareBelow } from "./distribution.ts";
import type { AttainmentShares } from "./outcome.ts";

/** Shares of the people of a KPI below its threshold, at target or above, at excellence or above: in closed form, 0 to 1. */
export function attainmentShares({ curve, excellence, outlook }: Kpi): AttainmentShares {
  const distribution = distributionOf(outlook);
  const threshold = curve === null ? null : curveTraits(compileCurve(curve)).threshold;
  return {
    belowThreshold: threshold === null || threshold === 0 ? null : shareBelow(distribution, threshold),
    atTarget: 1 - shareBelow(distribution, 1),
    atExcellence: 1 - shareBelow(distribution, excellence),
  };
}

/** The mean of an outlook as it is set; of a list of attainments their mean. */
export function averageAttainment(outlook: KpiOutlook): number {
  return outlook.shape === "empirical" ? outlook.attainments.reduce((sum, each) => sum + each, 0) / outlook.attainments.length : outlook.mean;
}

/**
 * Cost of the roles that count with every KPI at its average attainment. It is not the expected cost: where curves bend up,
 * people above the average cost more than those below it save.
 */
export function costAtAverage(scenario: Scenario): ScenarioTotal {
  const byRole = Object.fromEntries(scenario.roles.map((role) => [role.id, Object.fromEntries(role.kpis.map((kpi) => [kpi.id, averageAttainment(kpi.outlook)]))]));
  return evaluateScenario(scenario, { kind: "each", byRole }).total;
}
