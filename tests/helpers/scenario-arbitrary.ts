/** Random valid scenarios for property tests: every curve kind, link and optional field, ids that try to be funny. */
import fc from "fast-check";
import { matrixInTheWay } from "#shared/model/links.ts";
import { PARAMETERS, type ParameterSpec } from "#shared/model/parameters.ts";
import {
  ARCHETYPES, FOCUSES, KPI_UNITS, MEASURES,
  type Curve, type CurvePoint, type Kpi, type KpiOutlook, type Link, type Matrix, type NewHires, type Payments, type Role, type Scenario,
} from "#shared/model/scenario.ts";
import { WHOLE, basisPoints } from "#shared/units/basis-points.ts";
import { splitWhole } from "#shared/units/money.ts";

/** Ordinary: amounts and ratios as in real plans. Extreme: everything a file may hold, to the last bit. */
export type Magnitude = "ordinary" | "extreme";

const PERIODS: Readonly<Record<Payments["frequency"], number>> = { annual: 1, "half-yearly": 2, quarterly: 4, monthly: 12 };
const CURRENCIES = ["USD", "EUR", "JPY", "KWD", "CLF", "ZZZ"];

/** A whole valid document. The same generator serves the engine and the reader of files. */
export function scenarioArbitrary(magnitude: Magnitude = "ordinary"): fc.Arbitrary<Scenario> {
  return fc.tuple(goalsArbitrary(), fc.uniqueArray(roleArbitrary(magnitude), { maxLength: 4, selector: (role) => role.id })).chain(([goals, roles]) =>
    fc.record({
      id: text(),
      name: text(),
      notes: text(),
      currency: fc.constantFrom(...CURRENCIES),
      fiscalYear: fc.integer({ min: PARAMETERS.fiscalYear.min, max: PARAMETERS.fiscalYear.max }),
      payments: paymentsArbitrary(),
      roles: fc.tuple(...roles.map((role) => supporting(role, goals.map((goal) => goal.id)))),
      cost: costArbitrary(magnitude),
      outlook: outlookArbitrary(),
      goals: fc.constant(goals),
      rulesOfEngagement: fc.array(text(), { maxLength: 3 }),
      dismissedAdvice: fc.array(fc.record({ id: identifier(), roleId: fc.constantFrom(null, ...roles.map((role) => role.id)), reason: text() }), { maxLength: 2 }),
      lastResult: fc.option(fc.record({ engine: text(), costAtTarget: amount(1e12), expectedCost: fc.option(amount(1e12)), p90: fc.option(amount(1e12)) })),
    }),
  ).map((scenario) => ({ ...scenario, id: scenario.id === "" ? "scenario" : scenario.id }));
}

/** Two scenarios in one currency, some roles of the second with the id of the first one's, and some of their KPIs too. */
export function scenarioPairArbitrary(): fc.Arbitrary<readonly [Scenario, Scenario]> {
  const keeping = fc.array(fc.boolean(), { minLength: 24, maxLength: 24 });
  return fc.tuple(scenarioArbitrary(), scenarioArbitrary(), keeping).map(([one, another, keep]) => {
    const roles = another.roles.map((role, index) => {
      const mine = keep[index] === true ? one.roles[index] : undefined;
      return mine === undefined ? role : { ...withKpiIdsOf(mine, role, keep.slice(4 + index * 5)), id: mine.id };
    });
    return [one, { ...another, currency: one.currency, roles: roles.filter((role, index) => roles.findIndex(({ id }) => id === role.id) === index) }] as const;
  });
}

/** A role some of whose KPIs have the ids of another's, at the same place of the list. */
export function withKpiIdsOf(mine: Role, role: Role, keep: readonly boolean[]): Role {
  const ids = new Map<string, string>();
  role.kpis.forEach(({ id }, index) => {
    const wanted = keep[index] === true ? (mine.kpis[index]?.id ?? id) : id;
    const isFree = role.kpis.every((kpi) => kpi.id === id || (kpi.id !== wanted && ids.get(kpi.id) !== wanted));
    ids.set(id, isFree ? wanted : id);
  });
  return withKpiIds(role, (id) => ids.get(id) ?? id);
}

/** A role whose KPIs have other ids, in its links as well. */
export function withKpiIds(role: Role, idOf: (id: string) => string): Role {
  return {
    ...role,
    kpis: role.kpis.map((kpi) => ({ ...kpi, id: idOf(kpi.id) })),
    links: role.links.map((link): Link => {
      const appliesTo = link.appliesTo === "all" ? link.appliesTo : link.appliesTo.map(idOf);
      return link.kind === "matrix" ? { ...link, measuredBy: [idOf(link.measuredBy[0]), idOf(link.measuredBy[1])], appliesTo } : { ...link, measuredBy: idOf(link.measuredBy), appliesTo };
    }),
  };
}

/** A valid role of its own, supporting no goals. */
export function roleArbitrary(magnitude: Magnitude = "ordinary"): fc.Arbitrary<Role> {
  return fc.uniqueArray(kpiArbitrary(magnitude), { maxLength: 5, selector: (kpi) => kpi.id }).chain((drafts) =>
    fc.record({ kpis: weighted(drafts), links: linksArbitrary(drafts.map((kpi) => kpi.id), magnitude) }).chain(({ kpis, links }) =>
      fc.record({
        id: identifier(),
        title: text(),
        archetype: fc.constantFrom(...ARCHETYPES),
        focus: fc.constantFrom(...FOCUSES),
        alsoDrives: fc.subarray([...FOCUSES]),
        quotaCarrying: fc.boolean(),
        drives: text(),
        headcount: fc.integer({ min: 0, max: magnitude === "extreme" ? PARAMETERS.headcount.max : 40 }),
        onTargetEarnings: magnitude === "extreme" ? within(PARAMETERS.onTargetEarnings) : fc.oneof(fc.integer({ min: 0, max: 500_000 }), amount(500_000)),
        baseShare: share(),
        kpis: fc.constant(kpis),
        links: fc.constant(links),
        payoutCap: fc.option(ratio(magnitude, 4)),
        countsInCost: fc.boolean(),
        vacancy: fc.oneof(fc.constant(0), share()),
        newHires: fc.array(newHiresArbitrary(), { maxLength: 2 }),
        draw: fc.option(fc.record({ kind: fc.constantFrom("recoverable" as const, "non-recoverable" as const, "guarantee" as const), perPeriod: amount(10_000), periods: fc.integer({ min: 1, max: 12 }) })),
        salesCycleMonths: fc.option(fc.integer({ min: 0, max: 120 })),
      }),
    ),
  );
}

/** A valid payout curve of any kind. About half of them never fall. */
export function curveArbitrary(magnitude: Magnitude = "ordinary"): fc.Arbitrary<Curve> {
  const cap = fc.option(ratio(magnitude, 4));
  const climbing = fc.boolean();
  const froms = attainments(magnitude, 1);
  const levels = fc.tuple(froms, fc.array(ratio(magnitude, 3), { minLength: 6, maxLength: 6 }), climbing).map(([at, payouts, climbs]) => {
    const paid = climbs ? ascending(payouts) : payouts;
    return at.map((from, index) => ({ from, payout: paid[index] ?? 0 }));
  });
  return fc.oneof(
    fc.record({ kind: fc.constant("points" as const), below: fc.constantFrom("zero" as const, "first" as const), above: fc.constantFrom("flat" as const, "extend" as const), cap, points: pointsArbitrary(magnitude) }),
    fc.record({
      kind: fc.constant("tiers" as const),
      basis: fc.constantFrom("marginal" as const, "whole" as const, "excess" as const),
      cap,
      tiers: fc.tuple(froms, fc.array(rate(magnitude), { minLength: 6, maxLength: 6 }), climbing).map(([at, rates, climbs]) => {
        const paid = climbs ? ascending(rates) : rates;
        return at.map((from, index) => ({ from, rate: paid[index] ?? 0 }));
      }),
    }),
    fc.record({ kind: fc.constant("steps" as const), cap, steps: levels }),
    fc.record({ kind: fc.constant("levels" as const), cap, levels: fc.tuple(levels, text()).map(([steps, name]) => steps.map((step, index) => ({ name: `${name}${index}`, ...step }))) }),
  );
}

function pointsArbitrary(magnitude: Magnitude): fc.Arbitrary<readonly CurvePoint[]> {
  return fc.tuple(attainments(magnitude, 2), fc.array(ratio(magnitude, 3), { minLength: 12, maxLength: 12 }), fc.boolean()).map(([at, payouts, climbs]) => {
    const paid = climbs ? ascending(payouts) : payouts;
    return at.map((attainment, index) => ({ attainment, payout: paid[index] ?? 0 }));
  });
}

/** One to six ascending attainments, each at most `together` times. */
function attainments(magnitude: Magnitude, together: 1 | 2): fc.Arbitrary<readonly number[]> {
  const places = fc.uniqueArray(ratio(magnitude, 2.5), { minLength: 1, maxLength: 6 });
  return fc.tuple(places, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 })).map(([at, twice]) =>
    ascending(at).flatMap((attainment, index) => (together === 2 && twice[index] === 0 ? [attainment, attainment] : [attainment])),
  );
}

function kpiArbitrary(magnitude: Magnitude): fc.Arbitrary<Omit<Kpi, "weight">> {
  return fc
    .record({
      id: identifier(),
      name: text(),
      measure: fc.constantFrom(...MEASURES),
      unit: fc.constantFrom(...KPI_UNITS),
      target: magnitude === "extreme" ? within(PARAMETERS.target) : fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5_000_000 }), amount(100)),
      direction: fc.constantFrom("higher" as const, "lower" as const),
      curve: fc.option(curveArbitrary(magnitude), { freq: 6 }),
      outlook: kpiOutlookArbitrary(),
      excellence: ratio(magnitude, 3),
      locked: fc.boolean(),
      revenue: fc.constantFrom("credited" as const, "none" as const),
      attribution: fc.constantFrom("clear" as const, "unclear" as const),
    })
    .map((kpi) => ({ ...kpi, revenue: kpi.unit === "currency" ? kpi.revenue : "none", supports: [] }));
}

/** Weights that total 100 %, none where there is no curve; a scorecard always has at least one KPI that pays. */
function weighted(drafts: readonly Omit<Kpi, "weight">[]): fc.Arbitrary<readonly Kpi[]> {
  const paying = drafts.map((kpi, index) => (index === 0 && drafts.every((each) => each.curve === null) ? { ...kpi, curve: STRAIGHT } : kpi));
  return fc.array(fc.integer({ min: 0, max: 10 }), { minLength: drafts.length, maxLength: drafts.length }).map((parts) => {
    const shares = paying.map((kpi, index) => (kpi.curve === null ? 0 : (parts[index] ?? 0)));
    if (!shares.some((part) => part > 0)) shares[paying.findIndex((kpi) => kpi.curve !== null)] = 1;
    const weights = paying.length === 0 ? [] : splitWhole(WHOLE, shares);
    return paying.map((kpi, index) => ({ ...kpi, weight: basisPoints(weights[index] ?? 0) }));
  });
}

const STRAIGHT: Curve = { kind: "points", below: "zero", above: "extend", cap: null, points: [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1 }] };

/** Up to three links between KPIs of these ids; of two matrices in each other's way only the first is kept. */
export function linksArbitrary(ids: readonly string[], magnitude: Magnitude = "ordinary"): fc.Arbitrary<readonly Link[]> {
  return ids.length === 0 ? fc.constant([]) : fc.array(linkArbitrary(ids, magnitude), { maxLength: 3 }).map((links) => links.filter((link, index) => link.kind !== "matrix" || matrixInTheWay(links.slice(0, index), link, ids.map((id) => ({ id }))) === null));
}

/** One link between KPIs of these ids, of which there is at least one; a matrix where there are two. */
export function linkArbitrary(ids: readonly string[], magnitude: Magnitude = "ordinary"): fc.Arbitrary<Link> {
  const appliesTo = fc.oneof(fc.constant("all" as const), fc.subarray([...ids]));
  const ends = { measuredBy: fc.constantFrom(...ids), appliesTo };
  const gate = { kind: fc.constant("gate" as const), ...ends, minimum: ratio(magnitude, 1.5) };
  return fc.oneof(
    fc.record({ ...gate, otherwise: fc.constantFrom("no-payout" as const, "capped-at-target" as const, "accelerator-blocked" as const) }),
    fc.record({ ...gate, otherwise: fc.constant("reduced" as const), by: share() }),
    fc.record({ kind: fc.constant("modifier" as const), ...ends, curve: curveArbitrary(magnitude) }),
    ...(ids.length < 2 ? [] : [matrixArbitrary(ids, magnitude)]),
  );
}

/** A matrix of up to six rows and columns. About half of them never fall. */
export function matrixArbitrary(ids: readonly string[], magnitude: Magnitude = "ordinary"): fc.Arbitrary<Matrix> {
  return fc.tuple(attainments(magnitude, 1), attainments(magnitude, 1), fc.boolean()).chain(([rows, columns, climbs]) =>
    fc.record({
      kind: fc.constant("matrix" as const),
      measuredBy: fc.shuffledSubarray([...ids], { minLength: 2, maxLength: 2 }).map(([row = "", column = ""]): Matrix["measuredBy"] => [row, column]),
      appliesTo: fc.oneof(fc.constant("all" as const), fc.subarray([...ids])),
      between: fc.constantFrom("step" as const, "linear" as const),
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      factors: fc
        .array(ratio(magnitude, 3), { minLength: rows.length * columns.length, maxLength: rows.length * columns.length })
        .map((factors) => tableOf(climbs ? ascending(factors) : factors, rows.length, columns.length, climbs)),
    }),
  );
}

/** Cells along diagonals, so that an ascending list climbs along every row and every column. */
function tableOf(factors: readonly number[], rows: number, columns: number, climbs: boolean): Matrix["factors"] {
  const places = Array.from({ length: rows * columns }, (_, cell) => ({ row: Math.floor(cell / columns), column: cell % columns }));
  if (climbs) places.sort((a, b) => a.row + a.column - b.row - b.column);
  const table = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
  places.forEach(({ row, column }, index) => table[row]?.splice(column, 1, factors[index] ?? 0));
  return table;
}

function supporting(role: Role, goalIds: readonly string[]): fc.Arbitrary<Role> {
  return fc.array(fc.subarray([...goalIds]), { minLength: role.kpis.length, maxLength: role.kpis.length }).map((supports) => ({
    ...role,
    kpis: role.kpis.map((kpi, index) => ({ ...kpi, supports: supports[index] ?? [] })),
  }));
}

function goalsArbitrary(): fc.Arbitrary<Scenario["goals"]> {
  return fc.uniqueArray(fc.record({ id: identifier(), text: text() }), { maxLength: 3, selector: (goal) => goal.id });
}

function paymentsArbitrary(): fc.Arbitrary<Payments> {
  return fc.constantFrom("annual" as const, "half-yearly" as const, "quarterly" as const, "monthly" as const).chain((frequency) =>
    fc.record({
      frequency: fc.constant(frequency),
      basis: fc.constantFrom("discrete" as const, "cumulative" as const),
      seasonality: fc.oneof(
        fc.constant("equal" as const),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: PERIODS[frequency], maxLength: PERIODS[frequency] }).map((parts) => splitWhole(WHOLE, parts).map((part) => part / WHOLE)),
      ),
    }),
  );
}

function costArbitrary(magnitude: Magnitude): fc.Arbitrary<Scenario["cost"]> {
  const extreme = magnitude === "extreme";
  return fc.record({
    burdenOnBase: extreme ? within(PARAMETERS.burdenOnBase) : share(),
    burdenOnVariable: extreme ? within(PARAMETERS.burdenOnVariable) : share(),
    fixedPerHead: extreme ? within(PARAMETERS.fixedPerHead) : amount(20_000),
    budget: fc.option(extreme ? within(PARAMETERS.budget) : amount(10_000_000)),
    contributionMargin: fc.option(share()),
    bookedRevenue: fc.option(extreme ? within(PARAMETERS.bookedRevenue) : fc.oneof(fc.constant(0), amount(100_000_000))),
  });
}

function outlookArbitrary(): fc.Arbitrary<Scenario["outlook"]> {
  return fc
    .record({ marketCorrelation: share(), sellerCorrelation: share(), trials: fc.integer({ min: 1, max: 1_000_000 }), seed: fc.integer({ min: 0, max: 4_294_967_295 }), periodSpread: fc.oneof(fc.constant(0), within(PARAMETERS.spread)) })
    .map((outlook) => ({ ...outlook, sellerCorrelation: outlook.sellerCorrelation * (1 - outlook.marketCorrelation) }));
}

function kpiOutlookArbitrary(): fc.Arbitrary<KpiOutlook> {
  return fc.oneof(
    fc.record({ shape: fc.constantFrom("lognormal" as const, "normal" as const), mean: ratio("ordinary", 2), spread: share() }),
    fc.record({ shape: fc.constant("empirical" as const), attainments: fc.array(ratio("ordinary", 3), { minLength: 1, maxLength: 5 }) }),
  );
}

function newHiresArbitrary(): fc.Arbitrary<NewHires> {
  return fc.record({ count: fc.integer({ min: 1, max: 20 }), startPeriod: fc.integer({ min: 1, max: 12 }), ramp: fc.array(share(), { maxLength: 12 }) });
}

/** A ratio from 0 on: mostly round, sometimes any number; the extreme ones reach both ends of what a file may hold. */
function ratio(magnitude: Magnitude, most: number): fc.Arbitrary<number> {
  const round = fc.integer({ min: 0, max: Math.round(most * 100) }).map((points) => points / 100);
  return magnitude === "extreme" ? fc.oneof(round, within(PARAMETERS.attainment)) : fc.oneof(round, amount(most));
}

function rate(magnitude: Magnitude): fc.Arbitrary<number> {
  return magnitude === "extreme" ? within(PARAMETERS.rate) : ratio("ordinary", 4);
}

function share(): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: 0, max: 100 }).map((points) => points / 100), amount(1));
}

/** Any double of a parameter's range, its ends and the smallest steps beside them included. */
function within(spec: ParameterSpec): fc.Arbitrary<number> {
  return fc.double({ min: spec.min, max: spec.max, noNaN: true });
}

/** An amount from 0 on: spread evenly over the range, or with as many decimals as it likes. */
function amount(most: number): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: 0, max: 1e9 }).map((parts) => (parts * most) / 1e9), fc.double({ min: 0, max: most, noNaN: true }));
}

function text(): fc.Arbitrary<string> {
  return fc.string({ unit: "grapheme", maxLength: 12 });
}

/** Not empty; sometimes a name that an object already has. */
function identifier(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }) },
    { weight: 1, arbitrary: fc.constantFrom("constructor", "__proto__", "toString", "all") },
  );
}

function ascending(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}
