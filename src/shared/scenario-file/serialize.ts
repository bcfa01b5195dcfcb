/** Writes a scenario as a file: fixed order of fields, two spaces, LF, so that two files compare line by line. */
import type { Curve, Kpi, KpiOutlook, Link, Role, Scenario } from "../model/scenario.ts";
import { fractionOf } from "../units/basis-points.ts";
import { FORMAT_VERSION } from "./shape.ts";

/**
 * The text of a `.paymix` file (docs/file-format.md). `parseScenario` of it gives the same scenario.
 * @param engineVersion of the engine that made the figures in `lastResult`
 * @throws RangeError where a number is not finite: such a document must never reach a file
 */
export function serializeScenario(scenario: Scenario, engineVersion: string): string {
  return `${JSON.stringify(fileOf(scenario, engineVersion), onlyFinite, 2)}\n`;
}

function onlyFinite(key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`“${key}” is not a finite number.`);
  return value;
}

function fileOf(scenario: Scenario, engineVersion: string): object {
  const { payments, cost, outlook } = scenario;
  return {
    format: "paymix-scenario",
    version: FORMAT_VERSION,
    engine: engineVersion,
    id: scenario.id,
    name: scenario.name,
    notes: scenario.notes,
    currency: scenario.currency,
    fiscalYear: scenario.fiscalYear,
    payments: { frequency: payments.frequency, basis: payments.basis, seasonality: payments.seasonality },
    roles: scenario.roles.map(roleOf),
    cost: {
      burdenOnBase: cost.burdenOnBase,
      burdenOnVariable: cost.burdenOnVariable,
      fixedPerHead: cost.fixedPerHead,
      budget: cost.budget,
      contributionMargin: cost.contributionMargin,
      bookedRevenue: cost.bookedRevenue,
    },
    outlook: {
      marketCorrelation: outlook.marketCorrelation,
      sellerCorrelation: outlook.sellerCorrelation,
      trials: outlook.trials,
      seed: outlook.seed,
      periodSpread: outlook.periodSpread,
    },
    crediting: {},
    dismissedAdvice: scenario.dismissedAdvice.map(({ id, roleId, reason }) => ({ id, roleId, reason })),
    goals: scenario.goals.map(({ id, text }) => ({ id, text })),
    rulesOfEngagement: scenario.rulesOfEngagement,
    presentation: [],
    lastResult: scenario.lastResult,
  };
}

function roleOf(role: Role): object {
  return {
    id: role.id,
    title: role.title,
    archetype: role.archetype,
    focus: role.focus,
    quotaCarrying: role.quotaCarrying,
    drives: role.drives,
    headcount: role.headcount,
    onTargetEarnings: role.onTargetEarnings,
    baseShare: role.baseShare,
    kpis: role.kpis.map(kpiOf),
    links: role.links.map(linkOf),
    payoutCap: role.payoutCap,
    alsoDrives: role.alsoDrives,
    countsInCost: role.countsInCost,
    vacancy: role.vacancy,
    newHires: role.newHires.map(({ count, startPeriod, ramp }) => ({ count, startPeriod, ramp })),
    draw: role.draw === null ? null : { kind: role.draw.kind, perPeriod: role.draw.perPeriod, periods: role.draw.periods },
    salesCycleMonths: role.salesCycleMonths,
  };
}

function kpiOf(kpi: Kpi): object {
  return {
    id: kpi.id,
    name: kpi.name,
    measure: kpi.measure,
    unit: kpi.unit,
    target: kpi.target,
    weight: fractionOf(kpi.weight),
    direction: kpi.direction,
    curve: kpi.curve === null ? null : curveOf(kpi.curve),
    outlook: outlookOf(kpi.outlook),
    excellence: kpi.excellence,
    locked: kpi.locked,
    revenue: kpi.revenue,
    supports: kpi.supports,
    attribution: kpi.attribution,
  };
}

function outlookOf(outlook: KpiOutlook): object {
  return outlook.shape === "empirical"
    ? { shape: outlook.shape, attainments: outlook.attainments }
    : { shape: outlook.shape, mean: outlook.mean, spread: outlook.spread };
}

function curveOf(curve: Curve): object {
  switch (curve.kind) {
    case "points":
      return { kind: curve.kind, below: curve.below, above: curve.above, cap: curve.cap, points: curve.points.map(({ attainment, payout }) => ({ attainment, payout })) };
    case "tiers":
      return { kind: curve.kind, basis: curve.basis, cap: curve.cap, tiers: curve.tiers.map(({ from, rate }) => ({ from, rate })) };
    case "steps":
      return { kind: curve.kind, cap: curve.cap, steps: curve.steps.map(({ from, payout }) => ({ from, payout })) };
    case "levels":
      return { kind: curve.kind, cap: curve.cap, levels: curve.levels.map(({ name, from, payout }) => ({ name, from, payout })) };
  }
}

function linkOf(link: Link): object {
  switch (link.kind) {
    case "gate": {
      const gate = { kind: link.kind, measuredBy: link.measuredBy, minimum: link.minimum, appliesTo: link.appliesTo, otherwise: link.otherwise };
      return link.otherwise === "reduced" ? { ...gate, by: link.by } : gate;
    }
    case "modifier":
      return { kind: link.kind, measuredBy: link.measuredBy, appliesTo: link.appliesTo, curve: curveOf(link.curve) };
    case "matrix":
      return {
        kind: link.kind,
        measuredBy: link.measuredBy,
        appliesTo: link.appliesTo,
        between: link.between,
        rows: link.rows,
        columns: link.columns,
        factors: link.factors,
      };
  }
}
