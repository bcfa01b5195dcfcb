/** What every part of a statement looks at: the role, its figures from the engine, and how names and amounts are said. */
import { evaluateRole, planOf, type Plan, type RoleOutcome } from "../engine/index.ts";
import type { Kpi, Role, Scenario } from "../model/scenario.ts";
import { asPhrase, isSaid, money, share } from "./words.ts";

export type Subject = {
  readonly role: Role;
  readonly scenario: Scenario;
  readonly plan: Plan;
  /** Every KPI at target. */
  readonly atTarget: RoleOutcome;
  readonly money: (amount: number) => string;
};

export function subjectOf(role: Role, scenario: Scenario): Subject {
  return {
    role,
    scenario,
    plan: planOf(role),
    atTarget: evaluateRole(role, scenario, () => 1),
    money: (amount) => money(amount, scenario.currency),
  };
}

/** The KPI's name; its place in the scorecard where it has none. */
export function nameOf(role: Role, kpi: Kpi): string {
  const name = asPhrase(kpi.name);
  return isSaid(name) ? name : `Measure ${role.kpis.indexOf(kpi) + 1}`;
}

/** An attainment of a KPI in words. Where less is better it is no share of the target. */
export function mark(kpi: Kpi | undefined, attainment: number): string {
  return kpi?.direction === "lower" ? `${share(attainment)} attainment` : `${share(attainment)} of target`;
}

/** What one point of attainment of a KPI is called. */
export function onePoint(kpi: Kpi): string {
  return kpi.direction === "lower" ? "1 point of attainment" : "1% of target";
}
