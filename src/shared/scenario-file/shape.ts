/**
 * The shape of a scenario: which fields there are, what each may hold, what an absent one stands for. One description
 * reads both forms; they differ in weights only (a file has fractions, memory has basis points).
 */
import { COST_DEFAULTS, KPI_DEFAULTS, OUTLOOK_DEFAULTS, PAYMENTS_DEFAULTS, ROLE_DEFAULTS, SCENARIO_DEFAULTS, defaultCountsInCost, defaultRevenue } from "../model/defaults.ts";
import { MOST_ATTAINMENTS, MOST_CORNERS, MOST_GOALS, MOST_KPIS, MOST_LINKS, MOST_ROLES } from "../model/limits.ts";
import { PARAMETERS } from "../model/parameters.ts";
import {
  ARCHETYPES, FOCUSES, KPI_UNITS, MEASURES,
  type CostSettings, type Curve, type Draw, type Gate, type Kpi, type KpiOutlook, type LastResult, type Link, type Matrix, type NewHires, type Payments, type Role, type Scenario, type ScenarioOutlook,
} from "../model/scenario.ts";
import { WHOLE, basisPoints, type BasisPoints } from "../units/basis-points.ts";
import { isCurrencyCode } from "../units/currency.ts";
import { describe } from "./place.ts";
import { choice, finite, flag, list, number, object, orDefault, orNull, pair, text, variant, wordOrList, type Field, type Reader, type Source } from "./values.ts";

/** The version of the format that is written, and the newest that is read. */
export const FORMAT_VERSION = 1;

export const LIMITS = { roles: MOST_ROLES, kpis: MOST_KPIS, links: MOST_LINKS, breakpoints: MOST_CORNERS, goals: MOST_GOALS, text: 10_000, id: 200, adviceId: 500, list: 1_000, attainments: MOST_ATTAINMENTS, periods: 12 } as const;

/** How far a weight may be from a whole basis point: the last bits of a fraction. */
const WEIGHT_TOLERANCE = 1e-9;
/** The same for shares that must total 1. */
const TOTAL_TOLERANCE = 1e-9;

/** A file: the scenario and its envelope. Parts whose place is reserved are read only while they are empty. */
export function fileScenario(source: Source): Scenario {
  return object(source, (field) => {
    choice(field("format"), ["paymix-scenario"]);
    number(field("version"), { unit: "count", min: FORMAT_VERSION, max: FORMAT_VERSION, step: 1, rangeText: String(FORMAT_VERSION) });
    anyText(field("engine"));
    const scenario = scenarioFields(field, fractionWeight);
    object(field("crediting"), () => null);
    orDefault(field("presentation"), (steps) => list(steps, { most: 0, what: "steps" }, () => null), null);
    return scenario;
  });
}

/** A document as a window holds it. */
export function memoryScenario(source: Source): Scenario {
  return object(source, (field) => scenarioFields(field, basisPointWeight));
}

function scenarioFields(field: Field, weight: Reader<BasisPoints>): Scenario {
  return {
    id: identifier(field("id")),
    name: anyText(field("name")),
    notes: anyText(field("notes")),
    currency: currency(field("currency")),
    fiscalYear: number(field("fiscalYear"), PARAMETERS.fiscalYear),
    payments: object(field("payments"), payments),
    roles: list(field("roles"), { most: LIMITS.roles, what: "roles" }, (source) => object(source, (role) => roleFields(role, weight))),
    cost: object(field("cost"), cost),
    outlook: object(field("outlook"), outlook),
    dismissedAdvice: list(field("dismissedAdvice"), { most: LIMITS.list, what: "dismissed items" }, (source) =>
      object(source, (advice) => ({ id: identifier(advice("id"), LIMITS.adviceId), roleId: orNull(advice("roleId"), identifier), reason: anyText(advice("reason")) })),
    ),
    goals: orDefault(field("goals"), goals, SCENARIO_DEFAULTS.goals),
    rulesOfEngagement: orDefault(field("rulesOfEngagement"), (source) => list(source, { most: LIMITS.list, what: "rules" }, anyText), SCENARIO_DEFAULTS.rulesOfEngagement),
    lastResult: orDefault(field("lastResult"), (source) => orNull(source, (result) => object(result, lastResult)), SCENARIO_DEFAULTS.lastResult),
  };
}

function roleFields(field: Field, weight: Reader<BasisPoints>): Role {
  const archetype = choice(field("archetype"), ARCHETYPES);
  return {
    id: identifier(field("id")),
    title: anyText(field("title")),
    archetype,
    focus: choice(field("focus"), FOCUSES),
    quotaCarrying: flag(field("quotaCarrying")),
    drives: anyText(field("drives")),
    headcount: number(field("headcount"), PARAMETERS.headcount),
    onTargetEarnings: number(field("onTargetEarnings"), PARAMETERS.onTargetEarnings),
    baseShare: number(field("baseShare"), PARAMETERS.baseShare),
    kpis: list(field("kpis"), { most: LIMITS.kpis, what: "KPIs" }, (source) => object(source, (kpi) => kpiFields(kpi, weight))),
    links: list(field("links"), { most: LIMITS.links, what: "links" }, link),
    payoutCap: orNull(field("payoutCap"), (source) => number(source, PARAMETERS.payoutCap)),
    alsoDrives: orDefault(field("alsoDrives"), (source) => list(source, { most: FOCUSES.length, what: "focuses" }, (focus) => choice(focus, FOCUSES)), ROLE_DEFAULTS.alsoDrives),
    countsInCost: orDefault(field("countsInCost"), flag, defaultCountsInCost(archetype)),
    vacancy: orDefault(field("vacancy"), (source) => number(source, PARAMETERS.vacancy), ROLE_DEFAULTS.vacancy),
    newHires: orDefault(field("newHires"), (source) => list(source, { most: LIMITS.list, what: "groups of new hires" }, newHires), ROLE_DEFAULTS.newHires),
    draw: orDefault(field("draw"), (source) => orNull(source, draw), ROLE_DEFAULTS.draw),
    salesCycleMonths: orDefault(field("salesCycleMonths"), (source) => orNull(source, (months) => number(months, PARAMETERS.salesCycleMonths)), ROLE_DEFAULTS.salesCycleMonths),
  };
}

function kpiFields(field: Field, weight: Reader<BasisPoints>): Kpi {
  const measure = choice(field("measure"), MEASURES);
  const unit = choice(field("unit"), KPI_UNITS);
  return {
    id: identifier(field("id")),
    name: anyText(field("name")),
    measure,
    unit,
    target: number(field("target"), PARAMETERS.target),
    weight: weight(field("weight")),
    direction: choice(field("direction"), ["higher", "lower"]),
    curve: orNull(field("curve"), curve),
    outlook: kpiOutlook(field("outlook")),
    excellence: orDefault(field("excellence"), (source) => number(source, PARAMETERS.excellence), KPI_DEFAULTS.excellence),
    locked: orDefault(field("locked"), flag, KPI_DEFAULTS.locked),
    revenue: orDefault(field("revenue"), (source) => choice(source, ["none", "credited"]), defaultRevenue(measure, unit)),
    supports: orDefault(field("supports"), (source) => list(source, { most: LIMITS.list, what: "goals" }, identifier), KPI_DEFAULTS.supports),
    attribution: orDefault(field("attribution"), (source) => choice(source, ["clear", "unclear"]), KPI_DEFAULTS.attribution),
  };
}

function fractionWeight(source: Source): BasisPoints {
  const weight = number(source, PARAMETERS.weight);
  const points = basisPoints(weight * WHOLE);
  if (Math.abs(weight - points / WHOLE) > WEIGHT_TOLERANCE) {
    source.found.add(source.path, `This is ${weight}; a weight has at most four decimals (0.4 is 40%, 0.1234 is 12.34%).`);
    return basisPoints(Number.NaN);
  }
  return points;
}

function basisPointWeight(source: Source): BasisPoints {
  return basisPoints(number(source, { unit: "count", min: 0, max: WHOLE, step: 1, whole: true, rangeText: "a whole number of basis points from 0 to 10,000" }));
}

function curve(source: Source): Curve {
  return variant<Curve>(source, "kind", [
    ["points", (field) => ({
      kind: "points",
      below: choice(field("below"), ["zero", "first"]),
      above: choice(field("above"), ["flat", "extend"]),
      cap: cap(field("cap")),
      points: list(field("points"), breakpoints("points"), (source) => object(source, (point) => ({ attainment: attainment(point("attainment")), payout: payout(point("payout")) }))),
    })],
    ["tiers", (field) => ({
      kind: "tiers",
      basis: choice(field("basis"), ["marginal", "whole", "excess"]),
      cap: cap(field("cap")),
      tiers: list(field("tiers"), breakpoints("tiers"), (source) => object(source, (tier) => ({ from: attainment(tier("from")), rate: number(tier("rate"), PARAMETERS.rate) }))),
    })],
    ["steps", (field) => ({
      kind: "steps",
      cap: cap(field("cap")),
      steps: list(field("steps"), breakpoints("steps"), (source) => object(source, (step) => ({ from: attainment(step("from")), payout: payout(step("payout")) }))),
    })],
    ["levels", (field) => ({
      kind: "levels",
      cap: cap(field("cap")),
      levels: list(field("levels"), breakpoints("levels"), (source) => object(source, (level) => ({ name: anyText(level("name")), from: attainment(level("from")), payout: payout(level("payout")) }))),
    })],
  ]);
}

function kpiOutlook(source: Source): KpiOutlook {
  const spread = (field: Field): { readonly mean: number; readonly spread: number } => ({ mean: number(field("mean"), PARAMETERS.mean), spread: number(field("spread"), PARAMETERS.spread) });
  return variant<KpiOutlook>(source, "shape", [
    ["lognormal", (field) => ({ shape: "lognormal", ...spread(field) })],
    ["normal", (field) => ({ shape: "normal", ...spread(field) })],
    ["empirical", (field) => ({ shape: "empirical", attainments: list(field("attainments"), { most: LIMITS.attainments, least: 1, what: "attainments" }, attainment) })],
  ]);
}

function link(source: Source): Link {
  return variant<Link>(source, "kind", [
    ["gate", gate],
    ["modifier", (field) => ({ kind: "modifier", measuredBy: identifier(field("measuredBy")), appliesTo: appliesTo(field), curve: curve(field("curve")) })],
    ["matrix", matrix],
  ]);
}

function gate(field: Field): Gate {
  const ends = { kind: "gate" as const, measuredBy: identifier(field("measuredBy")), appliesTo: appliesTo(field), minimum: attainment(field("minimum")) };
  const otherwise = choice(field("otherwise"), ["no-payout", "capped-at-target", "accelerator-blocked", "reduced"]);
  return otherwise === "reduced" ? { ...ends, otherwise, by: number(field("by"), PARAMETERS.gateFactor) } : { ...ends, otherwise };
}

function matrix(field: Field): Matrix {
  return {
    kind: "matrix",
    measuredBy: pair(field("measuredBy"), "KPI ids", identifier),
    appliesTo: appliesTo(field),
    between: choice(field("between"), ["step", "linear"]),
    rows: list(field("rows"), breakpoints("rows"), attainment),
    columns: list(field("columns"), breakpoints("columns"), attainment),
    factors: list(field("factors"), breakpoints("rows"), (row) => list(row, breakpoints("factors"), payout)),
  };
}

function appliesTo(field: Field): Link["appliesTo"] {
  return wordOrList(field("appliesTo"), "all", { most: LIMITS.kpis, what: "KPI ids" }, identifier);
}

function newHires(source: Source): NewHires {
  return object(source, (field) => ({
    count: number(field("count"), PARAMETERS.newHireCount),
    startPeriod: number(field("startPeriod"), PARAMETERS.period),
    ramp: list(field("ramp"), { most: LIMITS.periods, what: "periods" }, (share) => number(share, PARAMETERS.ramp)),
  }));
}

function draw(source: Source): Draw {
  return object(source, (field) => ({
    kind: choice(field("kind"), ["recoverable", "non-recoverable", "guarantee"]),
    perPeriod: number(field("perPeriod"), PARAMETERS.drawPerPeriod),
    periods: number(field("periods"), PARAMETERS.period),
  }));
}

const PERIODS: ReadonlyMap<unknown, number> = new Map([["annual", 1], ["half-yearly", 2], ["quarterly", 4], ["monthly", 12]]);

function payments(field: Field): Payments {
  const frequency = field("frequency");
  const seasons = (source: Source): Payments["seasonality"] => seasonality(source, PERIODS.get(frequency.value));
  return {
    frequency: choice(frequency, ["annual", "half-yearly", "quarterly", "monthly"]),
    basis: choice(field("basis"), ["discrete", "cumulative"]),
    seasonality: orDefault(field("seasonality"), seasons, PAYMENTS_DEFAULTS.seasonality),
  };
}

/** @param periods in a year; undefined where the frequency is not known */
function seasonality(source: Source, periods: number | undefined): Payments["seasonality"] {
  const shares = wordOrList(source, "equal", { most: LIMITS.periods, what: "shares" }, (share) => number(share, PARAMETERS.seasonShare));
  if (shares === "equal") return shares;
  const { path, found } = source;
  if (periods !== undefined && shares.length !== periods) found.add(path, `This list has ${shares.length} shares; the year has ${periods} ${periods === 1 ? "period" : "periods"} with this frequency.`);
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - 1) > TOTAL_TOLERANCE) found.add(path, `The shares total ${total}; they must total 1.`);
  return shares;
}

function cost(field: Field): CostSettings {
  return {
    burdenOnBase: number(field("burdenOnBase"), PARAMETERS.burdenOnBase),
    burdenOnVariable: number(field("burdenOnVariable"), PARAMETERS.burdenOnVariable),
    fixedPerHead: number(field("fixedPerHead"), PARAMETERS.fixedPerHead),
    budget: orNull(field("budget"), (source) => number(source, PARAMETERS.budget)),
    contributionMargin: orDefault(field("contributionMargin"), (source) => orNull(source, (margin) => number(margin, PARAMETERS.contributionMargin)), COST_DEFAULTS.contributionMargin),
    bookedRevenue: orDefault(field("bookedRevenue"), (source) => orNull(source, (revenue) => number(revenue, PARAMETERS.bookedRevenue)), COST_DEFAULTS.bookedRevenue),
  };
}

function outlook(field: Field): ScenarioOutlook {
  return {
    marketCorrelation: number(field("marketCorrelation"), PARAMETERS.correlation),
    sellerCorrelation: number(field("sellerCorrelation"), PARAMETERS.correlation),
    trials: number(field("trials"), PARAMETERS.trials),
    seed: number(field("seed"), PARAMETERS.seed),
    periodSpread: orDefault(field("periodSpread"), (source) => number(source, PARAMETERS.spread), OUTLOOK_DEFAULTS.periodSpread),
  };
}

function goals(source: Source): Scenario["goals"] {
  return list(source, { most: LIMITS.goals, what: "goals" }, (goal) => object(goal, (field) => ({ id: identifier(field("id")), text: anyText(field("text")) })));
}

function lastResult(field: Field): LastResult {
  return {
    engine: anyText(field("engine")),
    costAtTarget: finite(field("costAtTarget")),
    expectedCost: orNull(field("expectedCost"), finite),
    p90: orNull(field("p90"), finite),
  };
}

function anyText(source: Source): string {
  return text(source, LIMITS.text);
}

/** A name that other parts of the file refer to. */
function identifier(source: Source, most: number = LIMITS.id): string {
  if (source.value === "") source.found.add(source.path, "An id must not be empty.");
  return text(source, most);
}

function currency(source: Source): string {
  const code = text(source, LIMITS.text);
  if (typeof source.value === "string" && !isCurrencyCode(code)) {
    source.found.add(source.path, `This is ${describe(code)}; allowed is a currency code of three capital letters, like USD.`);
  }
  return code;
}

function cap(source: Source): number | null {
  return orDefault(source, (given) => orNull(given, (value) => number(value, PARAMETERS.cap)), null);
}

function attainment(source: Source): number {
  return number(source, PARAMETERS.attainment);
}

function payout(source: Source): number {
  return number(source, PARAMETERS.payout);
}

function breakpoints(what: string): { readonly most: number; readonly least: number; readonly what: string } {
  return { most: LIMITS.breakpoints, least: 1, what };
}
