/** What a goal can be set for, how each is read off a scenario, and how close is there. */
import { evaluateScenario, headline, upside } from "../../engine/index.ts";
import { PARAMETERS } from "../../model/parameters.ts";
import type { Role, Scenario } from "../../model/scenario.ts";
import { minorPerUnit } from "../../units/currency.ts";
import { COMPANY_FIGURES, isCompanyMetric, type CompanyMetric, type FigureKind, type MetricReader } from "./figures.ts";

/**
 * A figure of the roles that count ({@link COMPANY_FIGURES}); of one role the upside, a multiple of target incentive, and the
 * pay of one person with every weighted KPI at an attainment (`pay@1.2`), in minor units.
 */
export type GoalMetric = CompanyMetric | "upside" | `pay@${number}`;

export type Goal = {
  readonly metric: GoalMetric;
  /** Minor units where the metric is money, otherwise its ratio. */
  readonly value: number;
  /** For upside and pay; without it the lever's role. */
  readonly roleId?: string;
};

/** Whether a text names a metric: `pay@` goes with an attainment from 0 to 100. */
export function isGoalMetric(text: string): text is GoalMetric {
  if (text === "upside" || isCompanyMetric(text)) return true;
  const written = text.startsWith("pay@") ? text.slice("pay@".length) : "";
  const attainment = /^\d+(\.\d+)?$/u.test(written) ? Number(written) : Number.NaN;
  return attainment >= PARAMETERS.attainment.min && attainment <= PARAMETERS.attainment.max;
}

/** Whether a metric is of one role and needs one named. */
export function isOfRole(metric: GoalMetric): boolean {
  return !isCompanyMetric(metric);
}

/** What a metric counts. */
export function kindOf(metric: GoalMetric): FigureKind {
  return isCompanyMetric(metric) ? COMPANY_FIGURES[metric].kind : metric === "upside" ? "multiple" : "money";
}

/** Whether a metric counts money. */
export function isMoney(metric: GoalMetric): boolean {
  return kindOf(metric) === "money";
}

/** Whether reading a metric off a scenario simulates years. */
export function simulates(metric: GoalMetric, scenario: Scenario): boolean {
  return isCompanyMetric(metric) && COMPANY_FIGURES[metric].simulates(scenario);
}

/**
 * How a metric is read off a scenario, every figure the one that the engine gives everywhere else: P90, and expected cost
 * where it has no closed form, from simulated years. One reader keeps its draws from one scenario to the next.
 * @param roleId the role of upside and pay; null, or an unknown one, gives null
 */
export function metricReader(metric: GoalMetric, roleId: string | null): MetricReader {
  if (isCompanyMetric(metric)) return COMPANY_FIGURES[metric].reader();
  if (metric === "upside") {
    return (scenario) => {
      const role = roleOf(scenario, roleId);
      return role === null ? null : upside(role, scenario).multiple;
    };
  }
  const attainment = Number(metric.slice("pay@".length));
  return (scenario) => {
    const role = roleOf(scenario, roleId);
    if (role === null) return null;
    return evaluateScenario({ ...scenario, roles: [role] }, { kind: "uniform", attainment }).roles[0]?.pay ?? null;
  };
}

/**
 * A ten-thousandth of the goal: less than anything on screen shows of a cost ($9.30M is $9,300,000 to within $5,000), and no
 * more than half of the smallest step of a share or ratio (0.01 %) where that step moves a figure by 0.02 % of itself.
 */
const EQUAL = 1e-4;

/**
 * How far from a goal a figure may be and still count as there, in the unit of the goal: {@link EQUAL} of the goal, or what
 * rounding alone explains where that is more (docs/compensation-model.md, "Goal seek").
 * @param roleId the role of upside and pay
 */
export function toleranceOf({ metric, value }: Goal, scenario: Scenario, roleId: string | null): number {
  return Math.max(Math.abs(value) * EQUAL, roundingOf(metric, scenario, roleId));
}

/** How far rounding alone moves a metric: a minor unit a head, since every amount is rounded per head. */
function roundingOf(metric: GoalMetric, scenario: Scenario, roleId: string | null): number {
  if (isOfRole(metric)) {
    const role = roleOf(scenario, roleId);
    if (role === null) return 0;
    if (isMoney(metric)) return 1;
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
