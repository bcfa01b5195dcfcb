/**
 * The shape of a scenario: which fields there are, what each may hold, what an absent one stands for. One schema reads
 * both forms; they differ in weights only (a file has fractions, memory has basis points).
 */
import * as v from "valibot";
import { COST_DEFAULTS, KPI_DEFAULTS, OUTLOOK_DEFAULTS, PAYMENTS_DEFAULTS, ROLE_DEFAULTS, SCENARIO_DEFAULTS, defaultCountsInCost, defaultRevenue } from "../model/defaults.ts";
import { PARAMETERS, type ParameterSpec } from "../model/parameters.ts";
import { ARCHETYPES, FOCUSES, KPI_UNITS, MEASURES } from "../model/scenario.ts";
import { WHOLE, basisPoints, type BasisPoints } from "../units/basis-points.ts";
import { isCurrencyCode } from "../units/currency.ts";

export const LIMITS = { roles: 1_000, kpis: 50, breakpoints: 200, text: 10_000, list: 1_000, attainments: 100_000 } as const;

const text = v.pipe(v.string(), v.maxLength(LIMITS.text, `This text is longer than 10,000 characters.`));
const id = v.pipe(v.string(), v.minLength(1, "An id must not be empty."), v.maxLength(200, "An id has at most 200 characters."));

function number(spec: ParameterSpec) {
  return v.pipe(
    v.number(),
    v.check(
      (value) => value >= spec.min && value <= spec.max && (spec.whole !== true || Number.isInteger(value)),
      (issue) => `This is ${shown(issue.input)}; allowed is ${spec.rangeText}.`,
    ),
  );
}

function list<Item extends v.GenericSchema>(item: Item, most: number, what: string) {
  return v.pipe(v.array(item), v.maxLength(most, `There are more than ${most} ${what}.`));
}

/** A number as a person would write it; what is no number at all is named. */
function shown(value: unknown): string {
  if (typeof value !== "number") return String(value);
  return Number.isFinite(value) ? String(value) : "too large a number";
}

const cap = v.optional(v.nullable(number(PARAMETERS.cap)), null);
const from = number(PARAMETERS.attainment);
const payout = number(PARAMETERS.payout);
const filled = <Item extends v.GenericSchema>(item: Item, what: string) =>
  v.pipe(list(item, LIMITS.breakpoints, what), v.minLength(1, `At least one of these ${what} is needed.`));

const curve = v.variant("kind", [
  v.strictObject({
    kind: v.literal("points"),
    below: v.picklist(["zero", "first"]),
    above: v.picklist(["flat", "extend"]),
    cap,
    points: filled(v.strictObject({ attainment: from, payout }), "points"),
  }),
  v.strictObject({
    kind: v.literal("tiers"),
    basis: v.picklist(["marginal", "whole", "excess"]),
    cap,
    tiers: filled(v.strictObject({ from, rate: number(PARAMETERS.rate) }), "tiers"),
  }),
  v.strictObject({ kind: v.literal("steps"), cap, steps: filled(v.strictObject({ from, payout }), "steps") }),
  v.strictObject({ kind: v.literal("levels"), cap, levels: filled(v.strictObject({ name: text, from, payout }), "levels") }),
]);

const spread = { mean: number(PARAMETERS.mean), spread: number(PARAMETERS.spread) };
const kpiOutlook = v.variant("shape", [
  v.strictObject({ shape: v.literal("lognormal"), ...spread }),
  v.strictObject({ shape: v.literal("normal"), ...spread }),
  v.strictObject({
    shape: v.literal("empirical"),
    attainments: v.pipe(list(from, LIMITS.attainments, "attainments"), v.minLength(1, "At least one attainment is needed.")),
  }),
]);

const ids = list(id, LIMITS.kpis, "ids");
const linkEnds = { measuredBy: id, appliesTo: v.union([v.literal("all"), ids], "This must be “all” or a list of KPI ids.") };
const gate = { kind: v.literal("gate"), ...linkEnds, minimum: from };
const link = v.variant("kind", [
  v.variant("otherwise", [
    v.strictObject({ ...gate, otherwise: v.picklist(["no-payout", "capped-at-target", "accelerator-blocked"]) }),
    v.strictObject({ ...gate, otherwise: v.literal("reduced"), by: number(PARAMETERS.gateFactor) }),
  ]),
  v.strictObject({ kind: v.literal("modifier"), ...linkEnds, curve }),
]);

/** How far a weight may be from a whole basis point: the last bits of a fraction. */
const WEIGHT_TOLERANCE = 1e-9;
const fractionWeight = v.pipe(
  number(PARAMETERS.weight),
  v.check((weight) => Math.abs(weight - Math.round(weight * WHOLE) / WHOLE) <= WEIGHT_TOLERANCE, (issue) => `This is ${shown(issue.input)}; a weight has at most four decimals (0.4 is 40%, 0.1234 is 12.34%).`),
  v.transform((weight) => basisPoints(weight * WHOLE)),
);
const pointsWeight = v.pipe(
  number({ unit: "count", min: 0, max: WHOLE, step: 1, whole: true, rangeText: "a whole number of basis points from 0 to 10,000" }),
  v.transform((weight) => basisPoints(weight)),
);

type WeightSchema = v.GenericSchema<number, BasisPoints>;

function kpi(weight: WeightSchema) {
  return v.pipe(
    v.strictObject({
      id,
      name: text,
      measure: v.picklist(MEASURES),
      unit: v.picklist(KPI_UNITS),
      target: number(PARAMETERS.target),
      weight,
      direction: v.picklist(["higher", "lower"]),
      curve: v.nullable(curve),
      outlook: kpiOutlook,
      excellence: v.optional(number(PARAMETERS.excellence), KPI_DEFAULTS.excellence),
      locked: v.optional(v.boolean(), KPI_DEFAULTS.locked),
      revenue: v.optional(v.picklist(["credited", "none"])),
      supports: v.optional(list(id, LIMITS.list, "goals"), () => [...KPI_DEFAULTS.supports]),
    }),
    v.transform((read) => ({ ...read, revenue: read.revenue ?? defaultRevenue(read.measure, read.unit) })),
  );
}

const newHires = v.strictObject({
  count: number(PARAMETERS.newHireCount),
  startPeriod: number(PARAMETERS.period),
  ramp: list(number(PARAMETERS.ramp), 12, "periods"),
});
const draw = v.strictObject({
  kind: v.picklist(["recoverable", "non-recoverable", "guarantee"]),
  perPeriod: number(PARAMETERS.drawPerPeriod),
  periods: number(PARAMETERS.period),
});

function role(weight: WeightSchema) {
  return v.pipe(
    v.strictObject({
      id,
      title: text,
      archetype: v.picklist(ARCHETYPES),
      focus: v.picklist(FOCUSES),
      alsoDrives: v.optional(list(v.picklist(FOCUSES), FOCUSES.length, "focuses"), () => [...ROLE_DEFAULTS.alsoDrives]),
      quotaCarrying: v.boolean(),
      drives: text,
      headcount: number(PARAMETERS.headcount),
      onTargetEarnings: number(PARAMETERS.onTargetEarnings),
      baseShare: number(PARAMETERS.baseShare),
      kpis: list(kpi(weight), LIMITS.kpis, "KPIs"),
      links: list(link, LIMITS.list, "links"),
      payoutCap: v.nullable(number(PARAMETERS.payoutCap)),
      countsInCost: v.optional(v.boolean()),
      vacancy: v.optional(number(PARAMETERS.vacancy), ROLE_DEFAULTS.vacancy),
      newHires: v.optional(list(newHires, LIMITS.list, "groups of new hires"), () => [...ROLE_DEFAULTS.newHires]),
      draw: v.optional(v.nullable(draw), ROLE_DEFAULTS.draw),
      salesCycleMonths: v.optional(v.nullable(number(PARAMETERS.salesCycleMonths)), ROLE_DEFAULTS.salesCycleMonths),
    }),
    v.transform((read) => ({ ...read, countsInCost: read.countsInCost ?? defaultCountsInCost(read.archetype) })),
  );
}

function scenarioFields(weight: WeightSchema) {
  return {
    id,
    name: text,
    notes: text,
    currency: v.pipe(v.string(), v.check(isCurrencyCode, "This must be a currency code of three capital letters, like USD.")),
    fiscalYear: number(PARAMETERS.fiscalYear),
    payments: v.strictObject({
      frequency: v.picklist(["annual", "half-yearly", "quarterly", "monthly"]),
      basis: v.picklist(["discrete", "cumulative"]),
      seasonality: v.optional(
        v.union([v.literal("equal"), list(number(PARAMETERS.seasonShare), 12, "periods")], "This must be “equal” or a list of shares."),
        PAYMENTS_DEFAULTS.seasonality,
      ),
    }),
    roles: list(role(weight), LIMITS.roles, "roles"),
    cost: v.strictObject({
      burdenOnBase: number(PARAMETERS.burdenOnBase),
      burdenOnVariable: number(PARAMETERS.burdenOnVariable),
      fixedPerHead: number(PARAMETERS.fixedPerHead),
      budget: v.nullable(number(PARAMETERS.budget)),
      contributionMargin: v.optional(v.nullable(number(PARAMETERS.contributionMargin)), COST_DEFAULTS.contributionMargin),
      bookedRevenue: v.optional(v.nullable(number(PARAMETERS.bookedRevenue)), COST_DEFAULTS.bookedRevenue),
    }),
    outlook: v.strictObject({
      marketCorrelation: number(PARAMETERS.correlation),
      sellerCorrelation: number(PARAMETERS.correlation),
      trials: number(PARAMETERS.trials),
      seed: number(PARAMETERS.seed),
      periodSpread: v.optional(number(PARAMETERS.spread), OUTLOOK_DEFAULTS.periodSpread),
    }),
    goals: v.optional(list(v.strictObject({ id, text }), LIMITS.list, "goals"), () => [...SCENARIO_DEFAULTS.goals]),
    rulesOfEngagement: v.optional(list(text, LIMITS.list, "rules"), () => [...SCENARIO_DEFAULTS.rulesOfEngagement]),
    dismissedAdvice: list(v.strictObject({ id, roleId: v.nullable(id), reason: text }), LIMITS.list, "dismissed items"),
    lastResult: v.optional(
      v.nullable(v.strictObject({ engine: text, costAtTarget: v.pipe(v.number(), v.finite()), expectedCost: v.nullable(v.pipe(v.number(), v.finite())), p90: v.nullable(v.pipe(v.number(), v.finite())) })),
      SCENARIO_DEFAULTS.lastResult,
    ),
  };
}

/** A file, envelope included. Parts whose place is reserved are read only while they are empty. */
export const fileShape = v.strictObject({
  format: v.literal("paymix-scenario"),
  version: v.literal(1),
  engine: text,
  ...scenarioFields(fractionWeight),
  crediting: v.strictObject({}),
  presentation: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(0, "This version reads no presentation steps.")), () => []),
});

/** A document as a window holds it. */
export const memoryShape = v.strictObject(scenarioFields(pointsWeight));
