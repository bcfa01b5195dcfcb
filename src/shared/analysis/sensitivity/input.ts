/** One input of "what moves the cost": where it stands, how far it is moved, the scenario with another value. */
import { evaluateRole, type SensitivityUnit } from "../../engine/index.ts";
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";

export type Input = {
  readonly id: string;
  readonly label: string;
  readonly unit: SensitivityUnit;
  readonly current: number;
  /** The usual range. */
  readonly from: number;
  readonly to: number;
  /** What the input may be. */
  readonly least: number;
  readonly most: number;
  readonly whole?: true;
  readonly at: (value: number) => Scenario;
};

/** A KPI of a role that counts, with its share of target incentive for all people of the role. */
type Weighed = { readonly kpi: Kpi; readonly share: number };

/** The KPIs of the roles that count in cost and have people. */
export function countingKpis(scenario: Scenario): readonly Weighed[] {
  return scenario.roles.filter(isCounting).flatMap((role) => {
    const { kpis } = evaluateRole(role, scenario, () => 1);
    return role.kpis.map((kpi, index) => ({ kpi, share: (kpis[index]?.targetIncentive ?? 0) * role.headcount }));
  });
}

/** Whether a role is in the cost at all. */
export function isCounting(role: Role): boolean {
  return role.countsInCost && role.headcount > 0;
}

/** The scenario with every KPI of the counting roles changed. */
export function withKpis(scenario: Scenario, changed: (kpi: Kpi) => Kpi): Scenario {
  return { ...scenario, roles: scenario.roles.map((role) => (isCounting(role) ? { ...role, kpis: role.kpis.map(changed) } : role)) };
}

/** A figure of several KPIs as one: their mean, weighted by target incentive; null where none of them carries any. */
export function weighedMean(figures: readonly { readonly share: number; readonly value: number }[]): number | null {
  const total = figures.reduce((sum, { share }) => sum + share, 0);
  return total === 0 ? null : figures.reduce((sum, { share, value }) => sum + (share / total) * value, 0);
}
