/** What a field stands for when a file leaves it out. The writer writes every field, so that a file says what it means. */
import type { Archetype, Kpi, KpiUnit, Measure, Payments, Role, Scenario } from "./scenario.ts";

/** Attainment that about the top tenth reach, where a file does not say. */
export const DEFAULT_EXCELLENCE = 1.3;

const REVENUE_MEASURES: readonly Measure[] = ["partner-sourced-revenue", "bookings", "renewals"];

/**
 * Whether a measure counts as credited revenue: sourced revenue, bookings and renewals in money do; influenced revenue
 * never does, since it overlaps with sourced (compensation model, "Revenue and CCOS").
 */
export function defaultRevenue(measure: Measure, unit: KpiUnit): Kpi["revenue"] {
  return unit === "currency" && REVENUE_MEASURES.includes(measure) ? "credited" : "none";
}

/** The Account Executive is there for crediting and enters no cost; every other role does. */
export function defaultCountsInCost(archetype: Archetype): boolean {
  return archetype !== "account-executive";
}

export const KPI_DEFAULTS = {
  excellence: DEFAULT_EXCELLENCE,
  locked: false,
  supports: [],
  attribution: "clear",
} as const satisfies Partial<Kpi>;

export const ROLE_DEFAULTS = {
  alsoDrives: [],
  vacancy: 0,
  newHires: [],
  draw: null,
  salesCycleMonths: null,
} as const satisfies Partial<Role>;

export const COST_DEFAULTS = { contributionMargin: null, bookedRevenue: null } as const satisfies Partial<Scenario["cost"]>;

export const OUTLOOK_DEFAULTS = { periodSpread: 0 } as const satisfies Partial<Scenario["outlook"]>;

export const PAYMENTS_DEFAULTS = { seasonality: "equal" } as const satisfies Partial<Payments>;

export const SCENARIO_DEFAULTS = {
  goals: [],
  rulesOfEngagement: [],
  lastResult: null,
} as const satisfies Partial<Scenario>;
