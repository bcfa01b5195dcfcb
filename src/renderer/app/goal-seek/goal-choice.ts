/** What is sought: a figure, of which role, what it is to be, by moving which number. */
import { COMPANY_FIGURES, isCompanyMetric, isMoney, isOfRole, leversOf, metricWords, usualRange, type CompanyMetric, type GoalMetric, type Lever, type SolveOptions } from "#shared/analysis/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { roundMoney } from "#shared/units/money.ts";

/** A figure a goal can be set for; pay stands for pay at an attainment. */
export type FigureChoice = CompanyMetric | "upside" | "pay";

/** Every figure as it is offered. */
export const FIGURES: readonly { readonly value: FigureChoice; readonly label: string }[] = [
  ...Object.entries(COMPANY_FIGURES).flatMap(([value, { title }]) => (isCompanyMetric(value) ? [{ value, label: title }] : [])),
  { value: "upside", label: "Upside" },
  { value: "pay", label: "Pay at an attainment" },
];

export type GoalChoice = {
  readonly figure: FigureChoice;
  /** Role of upside and pay. */
  readonly roleId: string;
  /** Attainment of pay, a ratio. */
  readonly attainment: number;
  /** Currency units where it is money, otherwise a ratio; null until something is typed or known. */
  readonly value: number | null;
  readonly lever: string;
  /** In the lever's unit; null for the usual range. */
  readonly range: { readonly from: number; readonly to: number } | null;
  /** Paths of weights that stay. */
  readonly locks: readonly string[];
};

export function metricOf({ figure, attainment }: Pick<GoalChoice, "figure" | "attainment">): GoalMetric {
  return figure === "pay" ? `pay@${attainment}` : figure;
}

/** The budget for the expected cost where there is one; a lever of the role on screen. */
export function startChoice(scenario: Scenario, roleId: string): GoalChoice {
  const lever = scenario.roles.some(({ id }) => id === roleId) ? `roles.${roleId}.onTargetEarnings` : "cost.burdenOnBase";
  return { figure: "expectedCost", roleId, attainment: 1.2, value: scenario.cost.budget, lever, range: null, locks: [] };
}

/** What goal seek is asked; null while there is no value to reach. */
export function optionsOf({ currency }: Scenario, choice: GoalChoice): SolveOptions | null {
  if (choice.value === null) return null;
  const metric = metricOf(choice);
  return {
    lever: choice.lever,
    goal: { metric, value: isMoney(metric) ? roundMoney(choice.value, currency) : choice.value, ...(isOfRole(metric) ? { roleId: choice.roleId } : {}) },
    ...(choice.range === null ? {} : { range: choice.range }),
    locks: choice.locks,
  };
}

/** Numbers that no goal depends on: the budget itself, what is only in the year as it is paid, what is only told. */
const IDLE = /^cost\.(budget|contributionMargin)$|\.(newHires|draw)[.[]|\.salesCycleMonths$/u;

export type LeverGroup = { readonly id: string; readonly title: string; readonly levers: readonly Lever[] };

/** Levers by role, and those of the company last. */
export function leverGroups(scenario: Scenario): readonly LeverGroup[] {
  const levers = leversOf(scenario).filter(({ path }) => !IDLE.test(path));
  const ofRoles = scenario.roles.map(({ id, title }) => ({ id, title: title === "" ? "Untitled role" : title, levers: levers.filter((lever) => lever.roleId === id) }));
  return [...ofRoles, { id: COMPANY, title: "Company", levers: levers.filter((lever) => lever.roleId === null) }].filter((group) => group.levers.length > 0);
}

export const COMPANY = "";

/** The label without the role, which stands beside it. */
export function shortLabel({ label }: Lever, group: LeverGroup): string {
  const end = `, ${group.title}`;
  return label.endsWith(end) ? label.slice(0, -end.length) : label;
}

/** Weights that give and take when the lever is one of them: those that can be asked to stay. */
export function otherWeights(scenario: Scenario, path: string): readonly { readonly path: string; readonly name: string; readonly isLocked: boolean }[] {
  const role = scenario.roles.find(({ id, kpis }) => kpis.some((kpi) => path === `roles.${id}.kpis.${kpi.id}.weight`));
  if (role === undefined) return [];
  return role.kpis
    .map((kpi) => ({ path: `roles.${role.id}.kpis.${kpi.id}.weight`, name: kpi.name === "" ? "Untitled KPI" : kpi.name, isLocked: kpi.locked, paid: kpi.curve !== null }))
    .filter((each) => each.path !== path && each.paid);
}

export function rangeOf(lever: Lever, { range }: GoalChoice): { readonly from: number; readonly to: number } {
  return range ?? usualRange(lever);
}

/** "Expected cost", "Pay at 120%". */
export function figureName(metric: GoalMetric): string {
  const words = metricWords(metric);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
