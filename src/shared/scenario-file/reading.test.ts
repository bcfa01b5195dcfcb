import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FIXTURE, fixtureAt, fixtureWith } from "../../../tests/helpers/changed-fixture.ts";
import { evaluateScenario } from "../engine/index.ts";
import { FORMAT_VERSION, MAX_FILE_BYTES, parseScenario, serializeScenario, validateScenario, type FileProblem } from "./index.ts";
import { LIMITS } from "./shape.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function problemsOf(text: string): readonly FileProblem[] {
  const read = parseScenario(bytes(text));
  return read.ok ? [] : read.problems;
}

function scenarioOf(text: string) {
  const read = parseScenario(bytes(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

it("every version of the format has a file that is read, and is written as the newest", () => {
  const folder = new URL("fixtures/", import.meta.url);
  expect(readdirSync(folder).sort()).toEqual(Array.from({ length: FORMAT_VERSION }, (_, index) => `v${index + 1}`));
  for (const version of readdirSync(folder)) {
    const names = readdirSync(new URL(`${version}/`, folder));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const scenario = scenarioOf(readFileSync(new URL(`${version}/${name}`, folder), "utf8"));
      expect(JSON.parse(serializeScenario(scenario, "1.0.0"))).toMatchObject({ version: FORMAT_VERSION });
    }
  }
});

describe("the example of the format page", () => {
  it("is read as it stands, and pays the article's scorecard", () => {
    const scenario = scenarioOf(FIXTURE);
    expect(FORMAT_VERSION).toBe(1);
    expect(scenario.roles[0]?.kpis.map(({ id, weight, revenue, excellence, locked, supports }) => ({ id, weight, revenue, excellence, locked, supports }))).toEqual([
      { id: "sourced", weight: 4_000, revenue: "credited", excellence: 1.3, locked: false, supports: [] },
      { id: "influenced", weight: 3_000, revenue: "none", excellence: 1.3, locked: false, supports: [] },
      { id: "enablement", weight: 2_000, revenue: "none", excellence: 1.3, locked: false, supports: [] },
      { id: "strategic", weight: 1_000, revenue: "none", excellence: 1.3, locked: false, supports: [] },
      { id: "satisfaction", weight: 0, revenue: "none", excellence: 1.3, locked: false, supports: [] },
    ]);
    expect(evaluateScenario(scenario, { kind: "uniform", attainment: 1 }).roles[0]?.kpis.map((kpi) => kpi.payout)).toEqual([3_600_000, 2_700_000, 1_800_000, 900_000, 0]);
  });

  it.each([
    ["a byte-order mark", `\uFEFF${FIXTURE}`],
    ["CRLF", FIXTURE.replaceAll("\n", "\r\n")],
    ["both", `\uFEFF${FIXTURE.replaceAll("\n", "\r\n")}`],
    ["blanks around it", ` \n\t${FIXTURE}\r\n `],
    ["its fields in another order", JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(FIXTURE) as object).reverse()))],
    ["exactly the largest size", FIXTURE + " ".repeat(MAX_FILE_BYTES - bytes(FIXTURE).length)],
  ])("may have %s", (_, text) => {
    expect(scenarioOf(text)).toEqual(scenarioOf(FIXTURE));
  });

  it("is the same document when a window sends it", () => {
    const scenario = scenarioOf(FIXTURE);
    expect(validateScenario(scenario)).toEqual({ ok: true, scenario });
    expect(validateScenario(structuredClone(scenario))).toEqual({ ok: true, scenario });
  });
});

describe("what an absent field stands for", () => {
  it.each([
    ["partner-sourced-revenue", "currency", "credited"],
    ["bookings", "currency", "credited"],
    ["renewals", "currency", "credited"],
    ["renewals", "percent", "none"],
    ["partner-influenced-revenue", "currency", "none"],
    ["partner-sourced-pipeline", "currency", "none"],
  ])("revenue of %s in %s: %s", (measure, unit, revenue) => {
    expect(scenarioOf(fixtureWith({ "roles[0].kpis[0].measure": measure, "roles[0].kpis[0].unit": unit })).roles[0]?.kpis[0]?.revenue).toBe(revenue);
  });

  it.each([["account-executive", false], ["channel-account-manager", true], ["custom", true]])("countsInCost of %s: %s", (archetype, counts) => {
    expect(scenarioOf(fixtureWith({ "roles[0].archetype": archetype })).roles[0]?.countsInCost).toBe(counts);
    expect(scenarioOf(fixtureWith({ "roles[0].archetype": archetype, "roles[0].countsInCost": !counts })).roles[0]?.countsInCost).toBe(!counts);
  });

  it("is in every other place what the format page says", () => {
    const scenario = scenarioOf(FIXTURE);
    expect(scenario).toMatchObject({ payments: { seasonality: "equal" }, goals: [], rulesOfEngagement: [], lastResult: null });
    expect(scenario).toMatchObject({ cost: { contributionMargin: null, bookedRevenue: null }, outlook: { periodSpread: 0 } });
    expect(scenario.roles[0]).toMatchObject({ alsoDrives: [], vacancy: 0, newHires: [], draw: null, salesCycleMonths: null });
    expect(scenario.roles[0]?.kpis[2]?.curve).toMatchObject({ kind: "steps", cap: null });
  });
});

const KPI = "roles[0].kpis[0]";
const GATE = "roles[0].links[0]";
const HIRES = { count: 1, startPeriod: 1, ramp: [0.5] };
const DRAW = { kind: "recoverable", perPeriod: 1, periods: 1 };

describe("every number is read up to its bounds and refused beyond them", () => {
  it.each<[place: string, least: number, most: number, others?: Readonly<Record<string, unknown>>]>([
    ["fiscalYear", 1900, 2999],
    ["roles[0].headcount", 0, 100_000],
    ["roles[0].onTargetEarnings", 0, 1e12],
    ["roles[0].baseShare", 0, 1],
    ["roles[0].payoutCap", 0, 100],
    ["roles[0].vacancy", 0, 1],
    ["roles[0].salesCycleMonths", 0, 120],
    ["roles[0].newHires[0].count", 1, 100_000, { "roles[0].newHires": [HIRES] }],
    ["roles[0].newHires[0].startPeriod", 1, 12, { "roles[0].newHires": [HIRES] }],
    ["roles[0].newHires[0].ramp[0]", 0, 1, { "roles[0].newHires": [HIRES] }],
    ["roles[0].draw.perPeriod", 0, 1e12, { "roles[0].draw": DRAW }],
    ["roles[0].draw.periods", 1, 12, { "roles[0].draw": DRAW }],
    [`${KPI}.target`, 0, 1e12],
    [`${KPI}.excellence`, 0, 100],
    [`${KPI}.curve.cap`, 0, 100],
    [`${KPI}.curve.points[0].attainment`, 0, 100, { [`${KPI}.curve.points`]: [{ attainment: 1, payout: 1 }] }],
    [`${KPI}.curve.points[1].payout`, 0, 100],
    [`${KPI}.outlook.mean`, 0, 100],
    [`${KPI}.outlook.spread`, 0, 10],
    ["roles[0].kpis[1].curve.tiers[1].rate", 0, 1_000],
    ["roles[0].kpis[2].curve.steps[2].payout", 0, 100],
    ["roles[0].kpis[3].curve.levels[0].from", 0, 100, { "roles[0].kpis[3].curve.levels": [{ name: "", from: 1, payout: 1 }] }],
    [`${GATE}.minimum`, 0, 100],
    [`${GATE}.by`, 0, 1, { [`${GATE}.otherwise`]: "reduced" }],
    ["cost.burdenOnBase", 0, 10],
    ["cost.burdenOnVariable", 0, 10],
    ["cost.fixedPerHead", 0, 1e12],
    ["cost.budget", 0, 1e15],
    ["cost.contributionMargin", 0, 1],
    ["cost.bookedRevenue", 0, 1e15],
    ["outlook.marketCorrelation", 0, 1, { "outlook.sellerCorrelation": 0 }],
    ["outlook.sellerCorrelation", 0, 1, { "outlook.marketCorrelation": 0 }],
    ["outlook.trials", 1, 1_000_000],
    ["outlook.seed", 0, 4_294_967_295],
    ["outlook.periodSpread", 0, 10],
  ])("%s: %d to %d", (place, least, most, others = {}) => {
    for (const allowed of [least, most]) expect(problemsOf(fixtureWith({ ...others, [place]: allowed }))).toEqual([]);
    for (const refused of [least - 0.001, most * 1.001]) {
      const [problem, ...more] = problemsOf(fixtureWith({ ...others, [place]: refused }));
      expect(problem?.path).toBe(place);
      expect(problem?.message).toContain(`This is ${refused}; allowed is `);
      expect(more).toEqual([]);
    }
  });

  it("as a share in the form the file has it, with its percentage", () => {
    expect(problemsOf(fixtureWith({ "roles[0].kpis[0].weight": 40 }))).toEqual([
      { path: "roles[0].kpis[0].weight", message: "This is 40; allowed is 0 to 1 (0% to 100%)." },
    ]);
  });

  it("and -0 is 0", () => {
    expect(scenarioOf(fixtureWith({}).replace('"fixedPerHead":0', '"fixedPerHead":-0')).cost.fixedPerHead).toBe(0);
  });
});

describe("every list is read up to its length and refused beyond it", () => {
  const role = fixtureAt("roles[0]") as { readonly kpis: readonly object[] };
  const measuredOnly = fixtureAt("roles[0].kpis[4]") as object;
  const numbered = (item: object, count: number) => Array.from({ length: count }, (_, index) => ({ ...item, id: `id ${index}` }));
  const points = (count: number) => Array.from({ length: count }, (_, index) => ({ attainment: index / 100, payout: 1 }));

  it.each<[what: string, place: string, listOf: (count: number) => readonly unknown[], most: number]>([
    ["roles", "roles", (count) => numbered(role, count), LIMITS.roles],
    ["KPIs of a role", "roles[0].kpis", (count) => [...role.kpis, ...numbered(measuredOnly, count - role.kpis.length)], LIMITS.kpis],
    ["points of a curve", "roles[0].kpis[0].curve.points", points, LIMITS.breakpoints],
    ["goals", "goals", (count) => numbered({ text: "" }, count), LIMITS.goals],
    ["rules of engagement", "rulesOfEngagement", (count) => Array.from({ length: count }, () => ""), LIMITS.list],
    ["past attainments", "roles[0].kpis[0].outlook", (count) => Array.from({ length: count }, () => 1), LIMITS.attainments],
  ])("%s", (what, place, listOf, most) => {
    const file = (count: number) => fixtureWith({ [place]: what === "past attainments" ? { shape: "empirical", attainments: listOf(count) } : listOf(count) });
    expect(problemsOf(file(most))).toEqual([]);
    expect(problemsOf(file(most + 1)).map((problem) => problem.message).join()).toContain(`has ${most + 1}`);
  });

  it("and a text", () => {
    expect(problemsOf(fixtureWith({ notes: "x".repeat(LIMITS.text) }))).toEqual([]);
    expect(problemsOf(fixtureWith({ notes: "x".repeat(LIMITS.text + 1) }))).toEqual([{ path: "notes", message: "This text has 10001 characters; at most 10000 are allowed." }]);
  });
});

describe("what a plan may look like", () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["no roles", { roles: [] }],
    ["a role without KPIs", { "roles[0].kpis": [], "roles[0].links": [] }],
    ["empty texts", { name: "", notes: "", engine: "", "roles[0].title": "", "roles[0].drives": "", "roles[0].kpis[0].name": "" }],
    ["no budget", { "cost.budget": null }],
    ["two points at one attainment: a jump", { "roles[0].kpis[0].curve.points": [0, 1, 1, 2].map((attainment) => ({ attainment, payout: 1 })) }],
    ["weights a float away from whole basis points", { "roles[0].kpis[0].weight": 0.1 + 0.2, "roles[0].kpis[1].weight": 0.4 }],
    ["four quarters", { payments: { frequency: "quarterly", basis: "cumulative", seasonality: [0.1, 0.2, 0.3, 0.4] } }],
    ["thirds of a year to the last bit", { payments: { frequency: "quarterly", basis: "discrete", seasonality: [1 / 3, 1 / 3, 1 / 3, 0] } }],
    ["correlations of exactly 1", { "outlook.marketCorrelation": 0.7, "outlook.sellerCorrelation": 0.3 }],
    ["a goal that a KPI supports", { goals: [{ id: "growth", text: "Grow" }], "roles[0].kpis[0].supports": ["growth"] }],
    ["ids that objects have by nature", { "roles[0].id": "__proto__", "roles[0].kpis[0].id": "constructor", "roles[0].links": [] }],
    ["advice dismissed for the scenario and for a role", { dismissedAdvice: [{ id: "a", roleId: null, reason: "" }, { id: "a", roleId: "cam", reason: "" }] }],
    ["a last result", { lastResult: { engine: "1.0.0", costAtTarget: 1, expectedCost: null, p90: 2 } }],
  ])("%s", (_, changes) => {
    expect(problemsOf(fixtureWith(changes))).toEqual([]);
  });
});
