/** What `evaluate` works out: the full year at the asked attainment, and the same year payment by payment. */
import { evaluateScenario, evaluateYear } from "#shared/engine/index.ts";
import type { ScenarioOutcome, ScenarioYear } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { AskedAttainment } from "./attainment-input.ts";

export type Evaluation = {
  /** Without ramp and draws. */
  readonly outcome: ScenarioOutcome;
  /** New hires from their first period on, draws and guarantees included. */
  readonly year: ScenarioYear;
};

/** A KPI without a list of its own stands in every period where it stands in the full year. */
export function evaluation(scenario: Scenario, asked: AskedAttainment): Evaluation {
  const outcome = evaluateScenario(scenario, asked.year);
  const stands = new Map(outcome.roles.map((role) => [role.id, new Map(role.kpis.map((kpi) => [kpi.id, kpi.attainment]))]));
  const year = evaluateYear(scenario, (roleId, kpiId, period) => asked.byPeriod.get(roleId)?.get(kpiId)?.[period] ?? stands.get(roleId)?.get(kpiId) ?? 1);
  return { outcome, year };
}
