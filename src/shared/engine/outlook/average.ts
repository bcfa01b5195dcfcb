/** What a plan costs where everyone lands at the average, which is not what it costs on average: the curve bends. */
import type { KpiOutlook, Scenario } from "../../model/scenario.ts";
import { snapAttainment } from "../attainment.ts";
import type { AttainmentInput, ScenarioTotal } from "../outcome.ts";
import { evaluateScenario } from "../scenario.ts";

/** The mean an outlook states, or that of its list of attainments (docs/compensation-model.md, "Where people land"). A ratio; an empty list has 0. */
export function outlookMean(outlook: KpiOutlook): number {
  if (outlook.shape !== "empirical") return outlook.mean;
  const { attainments } = outlook;
  return attainments.length === 0 ? 0 : snapAttainment(attainments.reduce((sum, each) => sum + each, 0) / attainments.length);
}

/** Every KPI of every role at the mean of its outlook, those without weight included. */
export function averageAttainment(scenario: Scenario): AttainmentInput {
  const ofRole = (role: Scenario["roles"][number]): readonly [string, Readonly<Record<string, number>>] => [role.id, Object.fromEntries(role.kpis.map((kpi) => [kpi.id, outlookMean(kpi.outlook)]))];
  return { kind: "each", byRole: Object.fromEntries(scenario.roles.map(ofRole)) };
}

/**
 * The company's full-year figures with every KPI at the mean of its outlook (docs/compensation-model.md, "The Cost place's
 * sliders and presets"). Expected cost less this is what the spread of attainment adds.
 */
export function costAtAverage(scenario: Scenario): ScenarioTotal {
  return evaluateScenario(scenario, averageAttainment(scenario)).total;
}
