/** What a goal can be set for, and how each is read off a scenario. */
import { createSimulator, evaluateScenario, expectedCost, headline, upside, type SimulationOutcome } from "../../engine/index.ts";
import { PARAMETERS } from "../../model/parameters.ts";
import type { Role, Scenario } from "../../model/scenario.ts";
import { minorPerUnit } from "../../units/currency.ts";

const COMPANY_METRICS = ["expectedCost", "costAtTarget", "p90", "ccos"] as const;
type CompanyMetric = (typeof COMPANY_METRICS)[number];

/**
 * Expected cost, cost at target and P90 of the roles that count, in minor units; CCOS at target, a fraction; of one role the
 * upside, a multiple of target incentive, and the pay of one person with every weighted KPI at an attainment (`pay@1.2`), in
 * minor units.
 */
export type GoalMetric = CompanyMetric | "upside" | `pay@${number}`;

export type Goal = {
  readonly metric: GoalMetric;
  /** Minor units where the metric is money, otherwise its ratio. */
  readonly value: number;
  /** For upside and pay; without it the lever's role. */
  readonly roleId?: string;
};

/** Reads a metric off a scenario; null where it has no such figure. */
export type MetricReader = (scenario: Scenario) => number | null;

/** Whether a text names a metric: `pay@` goes with an attainment from 0 to 100. */
export function isGoalMetric(text: string): text is GoalMetric {
  if (text === "upside" || COMPANY_METRICS.some((metric) => metric === text)) return true;
  const written = text.startsWith("pay@") ? text.slice("pay@".length) : "";
  const attainment = /^\d+(\.\d+)?$/u.test(written) ? Number(written) : Number.NaN;
  return attainment >= PARAMETERS.attainment.min && attainment <= PARAMETERS.attainment.max;
}

/** Whether a metric is of one role and needs one named. */
export function isOfRole(metric: GoalMetric): boolean {
  return metric === "upside" || metric.startsWith("pay@");
}

/** Whether a metric counts money. */
export function isMoney(metric: GoalMetric): boolean {
  return metric !== "ccos" && metric !== "upside";
}

/**
 * How a metric is read off a scenario, every figure the one that the engine gives everywhere else: P90, and expected cost
 * where it has no closed form, from simulated years. One reader keeps its draws from one scenario to the next.
 * @param roleId the role of upside and pay; null, or an unknown one, gives null
 */
export function metricReader(metric: GoalMetric, roleId: string | null): MetricReader {
  switch (metric) {
    case "expectedCost":
      return expectedCostReader();
    case "costAtTarget":
      return (scenario) => headline(scenario).costAtTarget;
    case "p90":
      return p90Reader();
    case "ccos":
      return (scenario) => headline(scenario).ccos;
    case "upside":
      return (scenario) => {
        const role = roleOf(scenario, roleId);
        return role === null ? null : upside(role, scenario).multiple;
      };
    default: {
      const attainment = Number(metric.slice("pay@".length));
      return (scenario) => {
        const role = roleOf(scenario, roleId);
        if (role === null) return null;
        return evaluateScenario({ ...scenario, roles: [role] }, { kind: "uniform", attainment }).roles[0]?.pay ?? null;
      };
    }
  }
}

/** Expected cost, simulated only where it must be. */
function expectedCostReader(): MetricReader {
  const simulated = simulatedYears();
  return (scenario) => expectedCost(scenario).total?.cost ?? simulated(scenario)?.expected.cost ?? null;
}

function p90Reader(): MetricReader {
  const simulated = simulatedYears();
  return (scenario) => simulated(scenario)?.p90 ?? null;
}

/** All years of one scenario after another, on the same draws. */
function simulatedYears(): (scenario: Scenario) => SimulationOutcome | null {
  const simulator = createSimulator();
  return (scenario) => {
    simulator.begin(scenario);
    while (simulator.advance());
    return simulator.outcome();
  };
}

/**
 * How far rounding alone moves a metric: a minor unit a head, since every amount is rounded per head.
 * @param roleId the role of upside and pay
 */
export function roundingOf(metric: GoalMetric, scenario: Scenario, roleId: string | null): number {
  if (isOfRole(metric)) {
    const role = roleOf(scenario, roleId);
    if (isMoney(metric) || role === null) return 1;
    const incentive = role.onTargetEarnings * (1 - role.baseShare) * minorPerUnit(scenario.currency);
    return incentive > 0 ? 1 / incentive : 0;
  }
  const { people, revenue } = headline(scenario);
  const heads = Math.max(1, people);
  return isMoney(metric) ? heads : revenue > 0 ? heads / revenue : 0;
}

function roleOf(scenario: Scenario, roleId: string | null): Role | null {
  return scenario.roles.find((role) => role.id === roleId) ?? null;
}
