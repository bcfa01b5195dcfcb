import { describe, expect, it } from "vitest";
import { FIXTURE, fixtureAt, fixtureWith } from "../../../tests/helpers/changed-fixture.ts";
import { MAX_FILE_BYTES, parseScenario, validateScenario, type FileProblem } from "./index.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function problemsOf(file: Uint8Array | string): readonly FileProblem[] {
  const read = parseScenario(typeof file === "string" ? bytes(file) : file);
  return read.ok ? [] : read.problems;
}

describe("what is no scenario at all is refused with one sentence", () => {
  it.each<[string, Uint8Array | string, RegExp]>([
    ["an empty file", "", /is empty/],
    ["blanks", " \r\n\t", /only blanks/],
    ["only zeros", new Uint8Array(64), /only zeros/],
    ["random bytes", new Uint8Array([0x80, 0x81, 0xff, 0x00, 0xc3]), /not UTF-8/],
    ["Latin-1", new Uint8Array([...bytes('{"name":"'), 0xe9, ...bytes('"}')]), /not UTF-8/],
    ["UTF-8 cut inside a character", bytes(FIXTURE.replace("baseline", "é")).slice(0, FIXTURE.indexOf("baseline") + 1), /not UTF-8/],
    ["UTF-16, little end first", new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), /UTF-16/],
    ["UTF-16, big end first", new Uint8Array([0xfe, 0xff, 0x00, 0x7b]), /UTF-16/],
    ["a web page", "<!DOCTYPE html><html></html>", /web page/],
    ["a web page behind blanks", "\n\n  <html>", /web page/],
    ["an Office document", new Uint8Array([0x50, 0x4b, 3, 4]), /Office/],
    ["200 MB", new Uint8Array(200 * 1024 * 1024), /larger than 20 MB/],
    ["one byte too many", FIXTURE + " ".repeat(MAX_FILE_BYTES - bytes(FIXTURE).length + 1), /larger than 20 MB/],
    ["plain text", "hello", /does not begin with “{”/],
    ["a list", "[]", /holds a list instead of an object/],
    ["null", "null", /holds null/],
    ["a table", "role,ote\ncam,180000\n", /does not begin/],
  ])("%s", (_, file, message) => {
    expect(problemsOf(file)).toEqual([{ path: "", message: expect.stringMatching(message) as string }]);
  });

  it.each<[string, string, string, RegExp]>([
    ["another kind of file", '{"format":"other"}', "format", /not a Paymix scenario/],
    ["no kind", "{}", "format", /not a Paymix scenario/],
    ["a newer version", fixtureWith({ version: 2, roles: "of a form that is not known yet" }), "version", /^Made by a newer version \(2\); this one reads up to 1\. Not opened\.$/],
    ["version 0", fixtureWith({ version: 0 }), "version", /is 0; this one reads 1/],
    ["a version between", fixtureWith({ version: 1.5 }), "version", /is 1.5; this one reads 1/],
    ["version as text", fixtureWith({ version: "1" }), "version", /is the text “1”/],
    ["no version", fixtureWith({ version: undefined }), "version", /missing/],
  ])("%s", (_, file, path, message) => {
    expect(problemsOf(file)).toEqual([{ path, message: expect.stringMatching(message) as string }]);
  });
});

describe("nesting is refused from level 41 on, without recursion", () => {
  const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  it.each<[string, string, string]>([
    ["41 objects", objects(41), `a${".a".repeat(39)}`],
    ["100,000 objects", objects(100_000), `a${".a".repeat(39)}`],
    ["100,000 lists that never end", "[".repeat(100_000), "[0]".repeat(40)],
    ["100,000 levels in a field", fixtureWith({}).replace('"notes":""', `"notes":${"[".repeat(100_000)}${"]".repeat(100_000)}`), `notes${"[0]".repeat(39)}`],
  ])("%s", (_, file, path) => {
    expect(problemsOf(file)).toEqual([{ path, message: "Nested more than 40 levels deep." }]);
  });

  it("not 40 levels, nor brackets in a text", () => {
    expect(problemsOf(objects(40))[0]?.path).toBe("format");
    expect(problemsOf(fixtureWith({ notes: '[{"'.repeat(1_000) }))).toEqual([]);
  });
});

describe("text that is not JSON is refused with the line and column where it stops being JSON", () => {
  it.each<[string, string, RegExp]>([
    ["a word", '{\n  "format": paymix }', /line 2, column 13: from “paymix }” on/],
    ["NaN", '{ "headcount": NaN }', /line 1, column 16: from “NaN }”/],
    ["Infinity", '{ "headcount": -Infinity }', /line 1, column 16/],
    ["a comment", '{\n// target\n"format": 1 }', /line 2, column 1: from “\/\/ target”/],
    ["a comma too many", '{ "a": [1,\n] }', /line 2, column 1/],
    ["a comma too few", '{ "a": 1\r\n  "b": 2 }', /line 2, column 3: from “"b": 2 }”/],
    ["single quotes", "{ 'a': 1 }", /line 1, column 3/],
    ["a line break in a text", '{ "a": "one\ntwo" }', /line 1, column 8/],
    ["a leading zero", '{ "a": 01 }', /line 1, column 9|line 1, column 8/],
    ["the wrong bracket", '{ "a": [1} }', /line 1, column 10/],
    ["two documents", "{} {}", /line 1, column 4/],
    ["a merge conflict", `${FIXTURE.slice(0, 60)}\n<<<<<<< HEAD\n`, /line \d+, column/],
    ["a terminal code", '{ "a": \u001b[2J }', /from “\uFFFD\[2J }” on/],
  ])("%s", (_, file, message) => {
    expect(problemsOf(file)).toEqual([{ path: "", message: expect.stringMatching(message) as string }]);
  });

  it("a file that is cut off anywhere ends too early", () => {
    const cut = Array.from({ length: FIXTURE.trimEnd().length - 1 }, (_, index) => FIXTURE.slice(0, index + 1));
    expect(cut.filter((text) => !/ends too early/.test(problemsOf(text)[0]?.message ?? ""))).toEqual([]);
  });
});

const KPI = "roles[0].kpis[0]";
const withText = (from: string, to: string): string => {
  if (!FIXTURE.includes(from)) throw new Error(`The fixture does not hold ${from}`);
  return FIXTURE.replace(from, to);
};

describe("a scenario that is wrong somewhere is refused with the place and what is allowed there", () => {
  it.each<[string, string, string, RegExp]>([
    ["an unknown field", fixtureWith({ "roles[0].bonus": 1 }), "roles[0].bonus", /not known/],
    ["an unknown field with a strange name", withText('"notes": ""', '"notes": "", "the \\u001b[31m": 1'), "[“the \uFFFD[31m”]", /not known/],
    ["__proto__", withText('"notes": ""', '"notes": "", "__proto__": { "polluted": true }'), "__proto__", /not known/],
    ["__proto__ deeper", withText('"headcount": 12', '"headcount": 12, "__proto__": { "polluted": true }'), "roles[0].__proto__", /not known/],
    ["constructor", withText('"notes": ""', '"notes": "", "constructor": { "prototype": { "polluted": true } }'), "constructor", /not known/],
    ["a field twice", withText('"headcount": 12', '"headcount": 12, "headcount": 13'), "roles[0].headcount", /twice/],
    ["a field twice, once spelt with codes", withText('"headcount": 12', '"headcount": 12, "h\\u0065adcount": 12'), "roles[0].headcount", /twice/],
    ["a missing field", fixtureWith({ "roles[0].headcount": undefined }), "roles[0].headcount", /missing/],
    ["a missing list", fixtureWith({ roles: undefined }), "roles", /missing/],
    ["text for a number", fixtureWith({ "roles[0].headcount": "12" }), "roles[0].headcount", /^This must be a number, not the text “12”\.$/],
    ["null for a number", fixtureWith({ "roles[0].headcount": null }), "roles[0].headcount", /a number, not null/],
    ["a number for text", fixtureWith({ name: 7 }), "name", /must be text, not 7/],
    ["text for true or false", fixtureWith({ "roles[0].quotaCarrying": "yes" }), "roles[0].quotaCarrying", /true or false, not the text “yes”/],
    ["an object for a list", fixtureWith({ roles: {} }), "roles", /a list, not an object/],
    ["a list for an object", fixtureWith({ cost: [] }), "cost", /an object, not a list/],
    ["a long text for a number", fixtureWith({ "cost.budget": "x".repeat(5_000) }), "cost.budget", /^.{60,140}$/],
    ["1e999", withText("180000", "1e999"), "roles[0].onTargetEarnings", /^This is a number too large to read; allowed is 0 to 1 trillion\.$/],
    ["-1e999", withText('"budget": 4500000', '"budget": -1e999'), "cost.budget", /too large to read/],
    ["1e308", withText("180000", "1e308"), "roles[0].onTargetEarnings", /allowed is 0 to 1 trillion/],
    ["negative headcount", fixtureWith({ "roles[0].headcount": -1 }), "roles[0].headcount", /^This is -1; allowed is a whole number from 0 to 100,000\.$/],
    ["half a head", fixtureWith({ "roles[0].headcount": 1.5 }), "roles[0].headcount", /1\.5; allowed is a whole number/],
    ["weights of 90%", fixtureWith({ [`${KPI}.weight`]: 0.3 }), "roles[0].kpis", /^The weights total 90%; they must total 100%\.$/],
    ["weights of 100.01%", fixtureWith({ [`${KPI}.weight`]: 0.4001 }), "roles[0].kpis", /total 100.01%/],
    ["weights of nothing", fixtureWith(Object.fromEntries([0, 1, 2, 3].map((index) => [`roles[0].kpis[${index}].weight`, 0]))), "roles[0].kpis", /total 0%/],
    ["a weight of five decimals", fixtureWith({ [`${KPI}.weight`]: 0.40001 }), `${KPI}.weight`, /0\.40001; a weight has at most four decimals/],
    ["a weight 2e-9 off a basis point", fixtureWith({ [`${KPI}.weight`]: 0.400000002 }), `${KPI}.weight`, /four decimals/],
    ["a negative weight", fixtureWith({ [`${KPI}.weight`]: -0.4 }), `${KPI}.weight`, /-0\.4; allowed is 0 to 1 \(0% to 100%\)/],
    ["the same role twice", fixtureWith({ roles: [fixtureAt("roles[0]"), fixtureAt("roles[0]")] }), "roles[1].id", /“cam” is used twice/],
    ["the same KPI twice", fixtureWith({ "roles[0].kpis[1].id": "sourced" }), "roles[0].kpis[1].id", /used twice/],
    ["the same goal twice", fixtureWith({ goals: [{ id: "g", text: "" }, { id: "g", text: "" }] }), "goals[1].id", /used twice/],
    ["an empty id", fixtureWith({ "roles[0].id": "" }), "roles[0].id", /must not be empty/],
    ["an id of 201 characters", fixtureWith({ id: "x".repeat(201) }), "id", /201 characters; at most 200/],
    ["a gate on no KPI", fixtureWith({ "roles[0].links[0].measuredBy": "gone" }), "roles[0].links[0].measuredBy", /no KPI “gone”/],
    ["a link to no KPI", fixtureWith({ "roles[0].links[0].appliesTo[0]": "gone" }), "roles[0].links[0].appliesTo[0]", /no KPI “gone”/],
    ["a link to a word", fixtureWith({ "roles[0].links[0].appliesTo": "some" }), "roles[0].links[0].appliesTo", /allowed is “all” or a list of KPI ids/],
    ["a goal that is not there", fixtureWith({ [`${KPI}.supports`]: ["growth"] }), `${KPI}.supports[0]`, /no goal “growth”/],
    ["advice on a role that is not there", fixtureWith({ dismissedAdvice: [{ id: "a", roleId: "gone", reason: "" }] }), "dismissedAdvice[0].roleId", /no role “gone”/],
    ["points out of order", fixtureWith({ [`${KPI}.curve.points[1].attainment`]: 0.4 }), `${KPI}.curve.points[1].attainment`, /^Not in order: 0\.4 comes after 0\.5\.$/],
    ["three points at one attainment", fixtureWith({ [`${KPI}.curve.points`]: [1, 1, 1].map((attainment) => ({ attainment, payout: 1 })) }), `${KPI}.curve.points[2].attainment`, /Three points/],
    ["a tier twice", fixtureWith({ "roles[0].kpis[1].curve.tiers[1].from": 0 }), "roles[0].kpis[1].curve.tiers[1].from", /0 stands twice/],
    ["steps out of order", fixtureWith({ "roles[0].kpis[2].curve.steps[0].from": 0.9 }), "roles[0].kpis[2].curve.steps[1].from", /Not in order/],
    ["a level twice", fixtureWith({ "roles[0].kpis[3].curve.levels[1].from": 0.5 }), "roles[0].kpis[3].curve.levels[1].from", /stands twice/],
    ["a modifier out of order", fixtureWith({ "roles[0].links[1].curve.steps[1].from": 2 }), "roles[0].links[1].curve.steps[2].from", /Not in order/],
    ["no points", fixtureWith({ [`${KPI}.curve.points`]: [] }), `${KPI}.curve.points`, /has no points; at least 1/],
    ["an unknown kind of curve", fixtureWith({ [`${KPI}.curve.kind`]: "spline" }), `${KPI}.curve.kind`, /^This is the text “spline”; allowed is “points”, “tiers”, “steps” or “levels”\.$/],
    ["a curve without a kind", fixtureWith({ [`${KPI}.curve.kind`]: undefined }), `${KPI}.curve.kind`, /missing/],
    ["a field of another kind of curve", fixtureWith({ [`${KPI}.curve.basis`]: "whole" }), `${KPI}.curve.basis`, /not known/],
    ["a weight without a curve", fixtureWith({ [`${KPI}.curve`]: null }), `${KPI}.curve`, /needs a payout curve/],
    ["an unknown link", fixtureWith({ "roles[0].links[0].kind": "bonus" }), "roles[0].links[0].kind", /allowed is “gate”, “modifier” or “matrix”/],
    ["reduced without by", fixtureWith({ "roles[0].links[0].otherwise": "reduced" }), "roles[0].links[0].by", /missing/],
    ["by without reduced", fixtureWith({ "roles[0].links[0].by": 0.5 }), "roles[0].links[0].by", /not known/],
    ["an unknown focus", fixtureWith({ "roles[0].focus": "growth" }), "roles[0].focus", /allowed is “pipeline”, “revenue”/],
    ["a currency in small letters", fixtureWith({ currency: "usd" }), "currency", /“usd”; allowed is a currency code of three capital letters/],
    ["no outlook of a KPI", fixtureWith({ [`${KPI}.outlook`]: { shape: "empirical", attainments: [] } }), `${KPI}.outlook.attainments`, /has no attainments/],
    ["correlations over 1", fixtureWith({ "outlook.sellerCorrelation": 0.9 }), "outlook", /more than 1/],
    ["two shares for four quarters", fixtureWith({ payments: { frequency: "quarterly", basis: "discrete", seasonality: [0.5, 0.5] } }), "payments.seasonality", /has 2 shares; the year has 4 periods/],
    ["shares of 90%", fixtureWith({ payments: { frequency: "half-yearly", basis: "discrete", seasonality: [0.5, 0.4] } }), "payments.seasonality", /total 0\.9; they must total 1/],
    ["a season in words", fixtureWith({ "payments.seasonality": "summer" }), "payments.seasonality", /“equal” or a list of shares/],
    ["credited points", fixtureWith({ "roles[0].kpis[2].revenue": "credited" }), "roles[0].kpis[2].revenue", /in money/],
    ["crediting, whose place is kept", fixtureWith({ crediting: { policy: "dual" } }), "crediting.policy", /not known/],
    ["a presentation, whose place is kept", fixtureWith({ presentation: [{}] }), "presentation", /at most 0/],
  ])("%s", (_, file, path, message) => {
    expect(problemsOf(file)).toEqual([{ path, message: expect.stringMatching(message) as string }]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("the list of problems", () => {
  it("holds all of them at once: of fields, totals, ids and order, in one file", () => {
    const file = fixtureWith({
      name: undefined, "roles[0].headcount": -1, "roles[0].extra": 1, [`${KPI}.weight`]: 0.3, [`${KPI}.name`]: 7,
      "roles[0].kpis[1].curve.tiers[1].from": 0, "roles[0].links[0].measuredBy": "gone", "outlook.sellerCorrelation": 0.9,
    }).replace('"notes":""', '"notes":"","notes":""');
    expect(problemsOf(file).map((problem) => problem.path).sort()).toEqual([
      "name", "notes", "outlook", "roles[0].extra", "roles[0].headcount", "roles[0].kpis", `${KPI}.name`,
      "roles[0].kpis[1].curve.tiers[1].from", "roles[0].links[0].measuredBy",
    ]);
  });

  it("does not blame a total, an order or a period on what could not be read", () => {
    const file = fixtureWith({
      [`${KPI}.weight`]: "40%", [`${KPI}.curve`]: "straight", "roles[0].kpis[1].curve.tiers[0].from": "start", "roles[0].id": 1,
      payments: { frequency: "weekly", basis: "discrete", seasonality: [0.25, 0.25, 0.25, 0.25] },
      "roles[0].kpis[2].revenue": "yes", "roles[0].kpis[4].curve": 0, "outlook.marketCorrelation": "high",
    });
    expect(problemsOf(file).map((problem) => problem.path)).toEqual([
      "payments.frequency", "roles[0].id", `${KPI}.weight`, `${KPI}.curve`, "roles[0].kpis[1].curve.tiers[0].from", "roles[0].kpis[2].revenue", "roles[0].kpis[4].curve", "outlook.marketCorrelation",
    ]);
  });

  it("names 100 and counts the rest", () => {
    const roles = (count: number) => fixtureWith({ roles: Array.from({ length: count }, (_, index) => ({ ...(fixtureAt("roles[0]") as object), id: `r${index}`, headcount: -1 })) });
    expect(problemsOf(roles(100))).toHaveLength(100);
    expect(problemsOf(roles(101)).slice(99)).toEqual([{ path: "roles[99].headcount", message: expect.any(String) as string }, { path: "", message: "And 1 more problem." }]);
    expect(problemsOf(roles(160)).at(-1)?.message).toBe("And 60 more problems.");
  });

  it("ends soon for a file full of nothing but problems", () => {
    const file = fixtureWith({ roles: "MANY", [`notes`]: 1 }).replace('"MANY"', `[${"{},".repeat(900)}{}]`);
    expect(problemsOf(file).at(-1)?.message).toMatch(/^And 1\d{4} more problems\.$/);
    expect(problemsOf(fixtureWith({ roles: "MANY" }).replace('"MANY"', `[${"{},".repeat(3_000_000)}{}]`))[0]).toEqual({
      path: "roles", message: "This list has 3000001 roles; at most 1000 are allowed.",
    });
  });
});

describe("a document from a window is held to the same rules, with weights in basis points", () => {
  const read = parseScenario(bytes(FIXTURE));
  const scenario = read.ok ? read.scenario : undefined;
  const role = scenario?.roles[0];

  it.each<[string, unknown, string, RegExp]>([
    ["nothing", undefined, "", /missing/],
    ["text", "scenario", "", /must be an object, not the text “scenario”/],
    ["a file's envelope", { ...scenario, format: "paymix-scenario" }, "format", /not known/],
    ["NaN", { ...scenario, fiscalYear: Number.NaN }, "fiscalYear", /allowed is a year/],
    ["infinity", { ...scenario, cost: { ...scenario?.cost, budget: Number.POSITIVE_INFINITY } }, "cost.budget", /allowed is/],
    ["a function", { ...scenario, name: () => "x" }, "name", /must be text/],
    ["weights of 90%", { ...scenario, roles: [{ ...role, kpis: role?.kpis.map((kpi, index) => (index === 0 ? { ...kpi, weight: 3_000 } : kpi)) }] }, "roles[0].kpis", /total 90%/],
    ["half a basis point", { ...scenario, roles: [{ ...role, kpis: role?.kpis.map((kpi, index) => (index === 0 ? { ...kpi, weight: 3_999.5 } : kpi)) }] }, "roles[0].kpis[0].weight", /3999\.5; allowed is a whole number of basis points/],
  ])("%s", (_, value, path, message) => {
    const checked = validateScenario(value);
    expect(checked).toEqual({ ok: false, problems: [{ path, message: expect.stringMatching(message) as string }] });
  });
});
