/** What the year view shows: one person's payments at an attainment for every period, both ways of paying side by side. */
import { evaluateRoleYear, periodsOf } from "#shared/engine/index.ts";
import type { PersonYear, RoleYear } from "#shared/engine/index.ts";
import type { Payments, Role, Scenario } from "#shared/model/scenario.ts";

/** Whose year: everyone who is there all year, or one group of new hires by its position. */
export type YearGroup = "staff" | number;

export type YearView = {
  /** The scenario's payments, or quarterly where it pays once a year: there is nothing to compare in one period. */
  readonly payments: Payments;
  readonly isPreview: boolean;
  readonly discrete: PersonYear;
  readonly cumulative: PersonYear;
  readonly roleYear: RoleYear;
};

/** With annual payment the view shows what quarterly payment would do. */
export function shownPayments({ payments }: Pick<Scenario, "payments">): { readonly payments: Payments; readonly isPreview: boolean } {
  if (payments.frequency !== "annual") return { payments, isPreview: false };
  return { payments: { ...payments, frequency: "quarterly", seasonality: "equal" }, isPreview: true };
}

/** @param attained one attainment for every weighted KPI in each period, ratios; a missing one is at target */
export function yearView(role: Role, scenario: Scenario, attained: readonly number[], group: YearGroup): YearView {
  const { payments, isPreview } = shownPayments(scenario);
  const weighted = new Set(role.kpis.filter((kpi) => kpi.weight > 0).map((kpi) => kpi.id));
  const at = (kpiId: string, period: number): number => (weighted.has(kpiId) ? (attained[period] ?? 1) : 1);
  const yearOf = (basis: Payments["basis"]): RoleYear => evaluateRoleYear(role, { ...scenario, payments: { ...payments, basis } }, at);
  const years = { discrete: yearOf("discrete"), cumulative: yearOf("cumulative") };
  const person = (year: RoleYear): PersonYear => (group === "staff" ? year.staff : (year.hires[group] ?? year.staff));
  return {
    payments,
    isPreview,
    discrete: person(years.discrete),
    cumulative: person(years.cumulative),
    roleYear: years[payments.basis],
  };
}

/** A year that starts weak and ends strong, so that the two ways of paying differ: 20 points below to 20 points above target. */
export function unevenYear(payments: Payments): readonly number[] {
  const periods = periodsOf(payments);
  if (periods === 1) return [1];
  return Array.from({ length: periods }, (_, index) => Math.round((0.8 + (0.4 * index) / (periods - 1)) * 100) / 100);
}
