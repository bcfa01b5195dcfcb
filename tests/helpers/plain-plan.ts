/** The plainest valid documents, for tests that change one thing: each builder takes what differs. */
import { COST_DEFAULTS, KPI_DEFAULTS, OUTLOOK_DEFAULTS, PAYMENTS_DEFAULTS, ROLE_DEFAULTS, SCENARIO_DEFAULTS } from "#shared/model/defaults.ts";
import type { Curve, CurvePoint, Kpi, Payments, Role, Scenario } from "#shared/model/scenario.ts";
import { WHOLE } from "#shared/units/basis-points.ts";

/** Pays in proportion from the first unit, without end. */
export const STRAIGHT: Curve = points([[0, 0], [1, 1]], { above: "extend" });

/** A points curve from pairs of attainment and payout: nothing below, flat above, no cap. */
export function points(corners: readonly (readonly [number, number])[], changes: Partial<Omit<Extract<Curve, { kind: "points" }>, "kind" | "points">> = {}): Curve {
  const list = corners.map(([attainment, payout]): CurvePoint => ({ attainment, payout }));
  return { kind: "points", below: "zero", above: "flat", cap: null, ...changes, points: list };
}

/** A KPI with all the weight and a straight curve. */
export function plainKpi(changes: Partial<Kpi> = {}): Kpi {
  return {
    ...KPI_DEFAULTS, id: "sales", name: "Sales", measure: "bookings", unit: "currency", target: 1_000_000, weight: WHOLE, direction: "higher",
    curve: STRAIGHT, outlook: { shape: "lognormal", mean: 1, spread: 0.25 }, revenue: "none", ...changes,
  };
}

/** One person on 100,000, half of it incentive, with one plain KPI. */
export function plainRole(changes: Partial<Role> = {}): Role {
  return {
    ...ROLE_DEFAULTS, id: "seller", title: "Seller", archetype: "custom", focus: "revenue", quotaCarrying: true, drives: "", headcount: 1,
    onTargetEarnings: 100_000, baseShare: 0.5, kpis: [plainKpi()], links: [], payoutCap: null, countsInCost: true, ...changes,
  };
}

/** Paid once a year. */
export const PLAIN_PAYMENTS: Payments = { ...PAYMENTS_DEFAULTS, frequency: "annual", basis: "discrete" };

/** One plain role in dollars, without burden or budget. */
export function plainScenario(changes: Partial<Scenario> = {}): Scenario {
  return {
    ...SCENARIO_DEFAULTS, id: "plain", name: "Plain", notes: "", currency: "USD", fiscalYear: 2027,
    payments: PLAIN_PAYMENTS,
    roles: [plainRole()],
    cost: { ...COST_DEFAULTS, burdenOnBase: 0, burdenOnVariable: 0, fixedPerHead: 0, budget: null },
    outlook: { ...OUTLOOK_DEFAULTS, marketCorrelation: 0.2, sellerCorrelation: 0.3, trials: 1_000, seed: 1 },
    dismissedAdvice: [], ...changes,
  };
}
