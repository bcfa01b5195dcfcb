/** Of every field of a file: whoever changes it finds it in the list of what differs, and nothing else. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole } from "../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary, scenarioPairArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { sampleScenario } from "../library/index.ts";
import { ARCHETYPES, FOCUSES, KPI_UNITS, MEASURES, type Kpi, type Role, type Scenario } from "../model/scenario.ts";
import { validateScenario } from "../scenario-file/index.ts";
import { basisPoints } from "../units/basis-points.ts";
import { inputDifferences, type InputDifference } from "./input-differences.ts";
import { matchRoles, turned } from "./match-roles.ts";

type Place = readonly (string | number)[];
type Changed = { readonly place: Place; readonly other: Scenario };

function differ(base: Scenario, other: Scenario): readonly InputDifference[] {
  return inputDifferences(base, other, matchRoles(base, other));
}

function pathsOf(base: Scenario, other: Scenario): readonly string[] {
  return differ(base, other).map(({ path }) => path);
}

function isValid(scenario: Scenario): boolean {
  return validateScenario(JSON.parse(JSON.stringify(scenario))).ok;
}

const CURVE = { kind: "steps", cap: null, steps: [{ from: 0.5, payout: 0.25 }] };
const WORDS = [
  ...ARCHETYPES, ...FOCUSES, ...KPI_UNITS, ...MEASURES, "annual", "half-yearly", "quarterly", "monthly", "discrete", "cumulative", "higher", "lower", "credited", "none", "clear", "unclear",
  "normal", "lognormal", "zero", "first", "flat", "extend", "marginal", "whole", "excess", "step", "linear", "recoverable", "non-recoverable", "guarantee", "all",
];

/** What may stand in the place of a value, the nearest first. */
function* instead(value: unknown, ids: readonly string[]): Generator<unknown> {
  if (typeof value === "boolean") yield !value;
  else if (typeof value === "number") yield* [value + 1, value + 0.01, value - 0.01, value / 2, value - 1, (value + 1) / 2];
  else if (typeof value === "string") yield* [`${value} changed`, ...ids, ...WORDS];
  else if (value === null) yield* [0.5, 1, CURVE, { kind: "guarantee", perPeriod: 100, periods: 2 }];
  else if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    yield* [list.slice(0, -1), [...list, 0.5], [...list, list.at(-1)], [...list, ...ids.slice(0, 1)], [...list, ...FOCUSES.filter((focus) => !list.includes(focus)).slice(0, 1)]];
    yield* [[...list, { count: 2, startPeriod: 1, ramp: [] }], [...list, { ...(list.at(-1) as object | undefined), attainment: 99, from: 99 }], [...list, { kind: "gate", measuredBy: ids[0], minimum: 0.5, appliesTo: "all", otherwise: "no-payout" }]];
  } else yield null;
}

/** Every place of a document: each leaf, and each list and part as a whole. */
function placesOf(value: unknown, place: Place = []): readonly Place[] {
  const parts = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [...(place.length === 0 ? [] : [place]), ...parts.flatMap(([key, part]) => placesOf(part, [...place, Array.isArray(value) ? Number(key) : key]))];
}

function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], value);
}

function withValue(value: unknown, [key, ...rest]: Place, next: unknown): unknown {
  if (key === undefined) return next;
  if (Array.isArray(value)) return value.map((part: unknown, index) => (index === key ? withValue(part, rest, next) : part));
  const parts = Object.entries(value as object);
  return Object.fromEntries(parts.map(([name, part]) => [name, name === key ? withValue(part, rest, next) : (part as unknown)]));
}

/** The path of the entry that a place belongs to; null for what is no input. */
function pathOf(base: Scenario, [top, index, ...rest]: Place): string | null {
  if (top === "id" || top === "name" || top === "lastResult" || top === "dismissedAdvice" || top === "currency") return null;
  if (top === "cost" || top === "outlook" || top === "payments") return `${top}.${index ?? ""}`;
  if (top !== "roles") return top === "goals" && rest[0] === "id" ? null : String(top);
  const role = base.roles[Number(index)];
  const [field, at, ofKpi] = rest;
  if (field !== "kpis") return field === "id" ? null : `roles.${role?.id ?? ""}.${field ?? ""}`;
  return ofKpi === "id" || ofKpi === "locked" ? null : `roles.${role?.id ?? ""}.kpis.${role?.kpis[Number(at)]?.id ?? ""}.${ofKpi ?? ""}`;
}

/** Lists of what has ids, and what only changes together with others, are changed by hand below. */
function isWhole(place: Place): boolean {
  const [top, , field, , ofKpi] = place;
  const isPart = place.length === 1 && ["payments", "cost", "outlook", "roles", "goals"].includes(String(top));
  const isItem = (top === "roles" && (place.length === 2 || (field === "kpis" && place.length <= 4))) || (top === "goals" && place.length <= 2);
  return isPart || isItem || ofKpi === "weight";
}

/** A document with one place changed, as near as it stays valid; null where no other value may stand there alone. */
function changedAt(base: Scenario, place: Place): Changed | null {
  const role = place[0] === "roles" ? base.roles[Number(place[1])] : undefined;
  const ids = place.at(-1) === "supports" || place.at(-2) === "supports" ? base.goals.map(({ id }) => id) : (role?.kpis ?? []).map(({ id }) => id);
  const now = valueAt(base, place);
  for (const next of instead(now, ids)) {
    if (JSON.stringify(next) === JSON.stringify(now)) continue;
    const other = withValue(base, place, next) as Scenario;
    if (isValid(other)) return { place, other };
  }
  return null;
}

function check(base: Scenario, other: Scenario, paths: readonly string[]): void {
  const found = differ(base, other);
  expect(found.map(({ path }) => path)).toEqual(paths);
  for (const { from, to } of found) expect(from).not.toBe(to);
  expect(pathsOf(other, base)).toEqual(paths);
  expect(pathsOf(found.reduce((scenario, { take }) => take?.(scenario) ?? scenario, base), other)).toEqual([]);
}

/** Everything a file may hold at once. */
function fullPlan(): Scenario {
  const sample = sampleScenario();
  const kpi = (id: string, weight: number, change: Partial<Kpi>): Kpi => plainKpi({ id, name: `KPI ${id}`, weight: basisPoints(weight), supports: ["grow"], ...change });
  const everyCurve = [
    kpi("points", 4_000, { revenue: "credited" }),
    kpi("tiers", 2_000, { unit: "count", curve: { kind: "tiers", basis: "marginal", cap: 2, tiers: [{ from: 0, rate: 1 }, { from: 1, rate: 2 }] } }),
    kpi("steps", 2_000, { unit: "score", curve: { kind: "steps", cap: null, steps: [{ from: 0.5, payout: 0.5 }, { from: 1, payout: 1 }] }, outlook: { shape: "empirical", attainments: [0.8, 1, 1.1] } }),
    kpi("levels", 2_000, { unit: "percent", curve: { kind: "levels", cap: null, levels: [{ name: "met", from: 1, payout: 1 }, { name: "above", from: 1.2, payout: 1.5 }] } }),
    kpi("idle", 0, { curve: null, supports: [] }),
  ];
  const role = plainRole({
    id: "full", title: "Full Plan", headcount: 5, payoutCap: 3, vacancy: 0.1, salesCycleMonths: 6, alsoDrives: ["strategic"], newHires: [{ count: 2, startPeriod: 2, ramp: [0.5, 0.75] }],
    draw: { kind: "recoverable", perPeriod: 1_000, periods: 2 }, kpis: everyCurve,
    links: [
      { kind: "gate", measuredBy: "idle", minimum: 0.8, appliesTo: ["points"], otherwise: "reduced", by: 0.5 },
      { kind: "modifier", measuredBy: "idle", appliesTo: "all", curve: { kind: "steps", cap: null, steps: [{ from: 0, payout: 0.9 }, { from: 1, payout: 1.1 }] } },
      { kind: "matrix", measuredBy: ["steps", "levels"], appliesTo: ["tiers"], between: "step", rows: [0.8, 1], columns: [0.9, 1.1], factors: [[0.5, 0.8], [1, 1.4]] },
    ],
  });
  return {
    ...sample, notes: "n", roles: [role, plainRole({ id: "plain", title: "Plain Seller" })], goals: [{ id: "grow", text: "Grow" }, { id: "keep", text: "Keep" }], rulesOfEngagement: ["first come"],
    payments: { frequency: "quarterly", basis: "discrete", seasonality: [0.1, 0.2, 0.3, 0.4] },
    cost: { burdenOnBase: 0.2, burdenOnVariable: 0.08, fixedPerHead: 500, budget: 9_000_000, contributionMargin: 0.4, bookedRevenue: 50_000_000 },
    outlook: { ...sample.outlook, periodSpread: 0.2 },
  };
}

describe("one field that is changed", () => {
  it("is the one entry of the list, of every place of a full plan, and taken over leaves nothing", () => {
    const base = fullPlan();
    expect(isValid(base)).toBe(true);
    const places = placesOf(base).filter((place) => !isWhole(place));
    const changed = places.flatMap((place) => changedAt(base, place) ?? []);
    for (const { place, other } of changed) {
      const path = pathOf(base, place);
      // Ids that others refer to have their own tests; here they change nothing by themselves.
      if (path !== null) check(base, other, [path]);
    }
    // Leaves that change only with others beside them: below, by hand.
    const isLeaf = (place: Place): boolean => typeof valueAt(base, place) !== "object" && pathOf(base, place) !== null;
    const left = places.filter((place) => isLeaf(place) && !changed.some((each) => each.place === place)).map((place) => place.filter((key) => typeof key === "string").join("."));
    expect([...new Set(left)]).toEqual([
      "payments.frequency", "payments.seasonality", "roles.kpis.unit", "roles.kpis.curve.kind", "roles.kpis.revenue", "roles.kpis.outlook.shape", "roles.links.kind", "roles.links.otherwise", "roles.links.appliesTo", "roles.links.curve.kind",
    ]);
  });

  it("is the one entry of the list, of random plans", () => {
    const change = scenarioArbitrary().chain((base) => {
      const places = placesOf(base).filter((place) => !isWhole(place) && pathOf(base, place) !== null);
      return fc.constantFrom(...places).map((place) => ({ base, changed: changedAt(base, place) }));
    });
    fc.assert(fc.property(change, ({ base, changed }) => {
      if (changed !== null) check(base, changed.other, [pathOf(base, changed.place) ?? ""]);
    }), { numRuns: 300 });
  }, 60_000);
});

describe("fields that change only together", () => {
  const base = fullPlan();
  const inRole = (change: (role: Role) => Partial<Role>): Scenario => ({ ...base, roles: base.roles.map((role) => (role.id === "full" ? { ...role, ...change(role) } : role)) });
  const inKpi = (id: string, change: Partial<Kpi>): Scenario => inRole(({ kpis }) => ({ kpis: kpis.map((kpi) => (kpi.id === id ? { ...kpi, ...change } : kpi)) }));
  const inLink = (at: number, change: object): Scenario => inRole(({ links }) => ({ links: links.map((link, index) => (index === at ? ({ ...link, ...change }) : link)) }));
  const withWeights = (weights: readonly number[]): Scenario => inRole(({ kpis }) => ({ kpis: kpis.map((kpi, index) => ({ ...kpi, weight: basisPoints(weights[index] ?? 0) })) }));
  const added = plainKpi({ id: "more", name: "More", weight: basisPoints(0), supports: ["keep"] });
  const cases: readonly (readonly [string, Scenario, readonly string[]])[] = [
    ["how often is paid, with its seasons", { ...base, payments: { ...base.payments, frequency: "half-yearly", seasonality: [0.4, 0.6] } }, ["payments.frequency"]],
    ["seasons", { ...base, payments: { ...base.payments, seasonality: [0.4, 0.2, 0.3, 0.1] } }, ["payments.seasonality"]],
    ["seasons that become equal", { ...base, payments: { ...base.payments, seasonality: "equal" } }, ["payments.seasonality"]],
    ["the unit of what is credited, which then is not", inKpi("points", { unit: "count", revenue: "none" }), ["roles.full.kpis.points.unit"]],
    ["the kind of a curve", inKpi("points", { curve: base.roles[0]?.kpis[1]?.curve ?? null }), ["roles.full.kpis.points.curve"]],
    ["a curve of a KPI that does not pay", inKpi("idle", { curve: base.roles[0]?.kpis[1]?.curve ?? null }), ["roles.full.kpis.idle.curve"]],
    ["what a KPI is credited with", inKpi("points", { revenue: "none" }), ["roles.full.kpis.points.revenue"]],
    ["the shape of an outlook", inKpi("points", { outlook: { shape: "empirical", attainments: [1] } }), ["roles.full.kpis.points.outlook"]],
    ["one of a long list of attainments", inKpi("steps", { outlook: { shape: "empirical", attainments: [0.8, 1, 1.15] } }), ["roles.full.kpis.steps.outlook"]],
    ["weights", withWeights([3_000, 3_000, 2_000, 2_000, 0]), ["roles.full.weights"]],
    ["what a gate does", inLink(0, { otherwise: "no-payout", by: undefined }), ["roles.full.links"]],
    ["what a modifier is on", inLink(1, { appliesTo: ["points"] }), ["roles.full.links"]],
    ["the kind of a curve of a link", inLink(1, { curve: base.roles[0]?.kpis[1]?.curve }), ["roles.full.links"]],
    ["rows of a matrix", inLink(2, { rows: [0.8], factors: [[0.5, 0.8]] }), ["roles.full.links"]],
    ["a link less", inRole(({ links }) => ({ links: links.slice(1) })), ["roles.full.links"]],
    ["no draw", inRole(() => ({ draw: null })), ["roles.full.draw"]],
    ["a KPI more that does not pay", inRole(({ kpis }) => ({ kpis: [...kpis, added] })), ["roles.full.kpis.more"]],
    ["a KPI more that pays", inRole(({ kpis }) => ({ kpis: [...kpis.map((kpi) => (kpi.id === "points" ? { ...kpi, weight: basisPoints(3_000) } : kpi)), { ...added, weight: basisPoints(1_000) }] })), ["roles.full.weights", "roles.full.kpis.more"]],
    ["a role more", { ...base, roles: [...base.roles, plainRole({ id: "third", title: "Third" })] }, ["roles.third"]],
    ["a goal more", { ...base, goals: [...base.goals, { id: "new", text: "New" }] }, ["goals"]],
    ["a goal in other words", { ...base, goals: base.goals.map((goal) => (goal.id === "grow" ? { ...goal, text: "Grow faster" } : goal)) }, ["goals"]],
  ];
  for (const [name, other, paths] of cases) {
    it(`is in the list: ${name}`, () => {
      expect(isValid(other)).toBe(true);
      check(base, other, paths);
    });
  }

  it("is in the list: the currency, which is not taken over by itself", () => {
    const [currency, ...rest] = inputDifferences(base, base, matchRoles(base, base), { currency: "EUR", rate: 1.25 });
    expect(rest).toEqual([]);
    expect(currency).toMatchObject({ path: "currency", from: "USD", to: "EUR, at 1.25 USD", take: null });
  });

  it("names everything about a KPI that only one has", () => {
    const [kpi] = differ(base, inRole(({ kpis }) => ({ kpis: [...kpis, added] })));
    expect(kpi?.to).toBe("weight 0%, bookings, target $1,000,000, higher is better, 0% pays 0%, 100% pays 100%, goes on at the last slope, no cap, average 100%, spread 25 pts, excellence 130%, supports Keep");
    expect(kpi?.group).toBeNull();
  });

  it("is nothing where only ids are others, whatever refers to them", () => {
    const goalIds = { ...base, goals: base.goals.map((goal) => ({ ...goal, id: `${goal.id}-2` })), roles: base.roles.map((role) => ({ ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, supports: kpi.supports.map((id) => `${id}-2`) })) })) };
    expect(isValid(goalIds)).toBe(true);
    check(base, goalIds, []);
  });
});

describe("the list seen from the other scenario", () => {
  it("has the same inputs in the same order, each with what the first one has", () => {
    fc.assert(fc.property(scenarioPairArbitrary(), ([one, another]) => {
      const pairs = matchRoles(one, another);
      const [there, back] = [inputDifferences(one, another, pairs), inputDifferences(another, one, turned(pairs))];
      const field = ({ path, roleId }: InputDifference): string => (roleId === null ? path : path.slice(`roles.${roleId}`.length).replace(/^\.kpis\..*(?=\.)/s, ""));
      expect(back.map(({ group }) => group)).toEqual(there.map(({ group }) => group));
      expect(back.map(field).filter((each) => !each.startsWith(".kpis."))).toEqual(there.map(field).filter((each) => !each.startsWith(".kpis.")));
    }), { numRuns: 100 });
  });
});
