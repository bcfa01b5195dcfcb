import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { evaluateScenario } from "#shared/engine/index.ts";
import { parseScenario, serializeScenario, validateScenario } from "./index.ts";

const fixture = readFileSync(new URL("./fixtures/v1/fy27-baseline.paymix", import.meta.url));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const problems = (input: Uint8Array | string) => {
  const read = parseScenario(typeof input === "string" ? bytes(input) : input);
  return read.ok ? [] : read.problems;
};

type Json = Record<string, never>;
/** The fixture with one change made to it. */
function changed(change: (file: ReturnType<typeof fileValue>) => void): string {
  const file = fileValue();
  change(file);
  return JSON.stringify(file);
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a file under test may hold anything
function fileValue(): any {
  return JSON.parse(fixture.toString("utf8"));
}

describe("a file that is understood", () => {
  it("is the example of the format page, as it stands", () => {
    const read = parseScenario(fixture);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.scenario.roles[0]?.kpis.map(({ id, weight, revenue, excellence }) => ({ id, weight, revenue, excellence }))).toEqual([
      { id: "sourced", weight: 4_000, revenue: "credited", excellence: 1.3 },
      { id: "influenced", weight: 3_000, revenue: "none", excellence: 1.3 },
      { id: "enablement", weight: 2_000, revenue: "none", excellence: 1.3 },
      { id: "strategic", weight: 1_000, revenue: "none", excellence: 1.3 },
      { id: "satisfaction", weight: 0, revenue: "none", excellence: 1.3 },
    ]);
    expect(evaluateScenario(read.scenario, { kind: "uniform", attainment: 1 }).roles[0]?.incentive).toBe(9_000_000);
  });

  it.each([
    ["a byte-order mark", `\uFEFF${fixture.toString("utf8")}`],
    ["CRLF", fixture.toString("utf8").replaceAll("\n", "\r\n")],
  ])("may have %s", (_, text) => {
    expect(parseScenario(bytes(text))).toEqual(parseScenario(fixture));
  });

  it("is the same after it is written and read again, byte for byte the second time", () => {
    const read = parseScenario(fixture);
    if (!read.ok) throw new Error("refused");
    const text = serializeScenario(read.scenario, "1.0.0");
    expect(parseScenario(bytes(text))).toEqual(read);
    expect(validateScenario(read.scenario)).toEqual(read);
    expect(text.endsWith("}\n")).toBe(true);
    expect(text).not.toContain("\r");
  });
});

describe("a file that is refused names the place and the fault", () => {
  it.each<[string, Uint8Array | string, string, RegExp]>([
    ["empty", "", "", /empty/],
    ["only zeros", new Uint8Array(64), "", /zeros/],
    ["random bytes", new Uint8Array([0x80, 0x81, 0xff, 0x00, 0xc3]), "", /not UTF-8/],
    ["Latin-1", new Uint8Array([...bytes('{"name":"'), 0xe9, ...bytes('"}')]), "", /not UTF-8/],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), "", /UTF-16/],
    ["a web page", "<!DOCTYPE html><html></html>", "", /web page/],
    ["an Office document", new Uint8Array([0x50, 0x4b, 3, 4]), "", /Office/],
    ["200 MB", new Uint8Array(200 * 1024 * 1024), "", /200 MB/],
    ["not JSON", "hello", "", /does not begin/],
    ["a list", "[]", "", /holds no object/],
    ["broken in the middle", '{\n  "format": paymix }', "", /line 2, column 13:/],
    ["cut off", fixture.toString("utf8").slice(0, 900), "", /ends too early|damaged/],
    ["100,000 levels deep", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, `a${".a".repeat(39)}`, /40 levels/],
    ["100,000 lists deep and cut off", "[".repeat(100_000), "[0]".repeat(40), /40 levels/],
    ["another kind of file", '{"format":"other"}', "format", /not a Paymix scenario/],
    ["a newer version", changed((file) => (file.version = 2)), "version", /newer version \(2\).*up to 1/],
    ["version as text", changed((file) => (file.version = "1")), "version", /must be 1/],
    ["an unknown field", changed((file) => (file.roles[0].bonus = 1)), "roles[0].bonus", /not known/],
    ["__proto__", fixture.toString("utf8").replace('"notes": ""', '"notes": "", "__proto__": { "polluted": true }'), "__proto__", /not known/],
    ["constructor", fixture.toString("utf8").replace('"notes": ""', '"notes": "", "constructor": {}'), "constructor", /not known/],
    ["a field twice", fixture.toString("utf8").replace('"headcount": 12', '"headcount": 12, "headcount": 13'), "roles[0].headcount", /twice/],
    ["a missing field", changed((file) => delete file.roles[0].headcount), "roles[0].headcount", /missing/],
    ["text for a number", changed((file) => (file.roles[0].headcount = "12")), "roles[0].headcount", /a number, not "12"/],
    ["null for a number", changed((file) => (file.roles[0].headcount = null)), "roles[0].headcount", /a number, not null/],
    ["NaN", fixture.toString("utf8").replace('"headcount": 12', '"headcount": NaN'), "", /damaged at line/],
    ["1e999", fixture.toString("utf8").replace("180000", "1e999"), "roles[0].onTargetEarnings", /too large a number/],
    ["1e308", fixture.toString("utf8").replace("180000", "1e308"), "roles[0].onTargetEarnings", /allowed is 0 to 1 trillion/],
    ["negative headcount", changed((file) => (file.roles[0].headcount = -1)), "roles[0].headcount", /-1; allowed is a whole number from 0/],
    ["half a head", changed((file) => (file.roles[0].headcount = 1.5)), "roles[0].headcount", /whole number/],
    ["weights of 90%", changed((file) => (file.roles[0].kpis[0].weight = 0.3)), "roles[0].kpis", /total 90%/],
    ["a weight of five decimals", changed((file) => (file.roles[0].kpis[0].weight = 0.40001)), "roles[0].kpis[0].weight", /four decimals/],
    ["the same role twice", changed((file) => file.roles.push(file.roles[0])), "roles[1].id", /“cam” is used twice/],
    ["the same KPI twice", changed((file) => (file.roles[0].kpis[1].id = "sourced")), "roles[0].kpis[1].id", /used twice/],
    ["a link to no KPI", changed((file) => (file.roles[0].links[0].measuredBy = "gone")), "roles[0].links[0].measuredBy", /no KPI “gone”/],
    ["a goal that is not there", changed((file) => (file.roles[0].kpis[0].supports = ["growth"])), "roles[0].kpis[0].supports[0]", /no goal/],
    ["points out of order", changed((file) => file.roles[0].kpis[0].curve.points.reverse()), "roles[0].kpis[0].curve.points[1].attainment", /Not in order/],
    ["three points at one attainment", changed((file) => (file.roles[0].kpis[0].curve.points = [1, 1, 1].map((attainment) => ({ attainment, payout: 1 })))), "roles[0].kpis[0].curve.points[2].attainment", /Three points/],
    ["a tier twice", changed((file) => (file.roles[0].kpis[1].curve.tiers[1].from = 0)), "roles[0].kpis[1].curve.tiers[1].from", /stands twice/],
    ["no points", changed((file) => (file.roles[0].kpis[0].curve.points = [])), "roles[0].kpis[0].curve.points", /At least one/],
    ["an unknown kind of curve", changed((file) => (file.roles[0].kpis[0].curve.kind = "spline")), "roles[0].kpis[0].curve.kind", /"points" or "tiers"/],
    ["a weight without a curve", changed((file) => (file.roles[0].kpis[0].curve = null)), "roles[0].kpis[0].curve", /needs a payout curve/],
    ["an unknown link", changed((file) => (file.roles[0].links[0].kind = "matrix")), "roles[0].links[0].kind", /allowed is/],
    ["reduced without by", changed((file) => (file.roles[0].links[0].otherwise = "reduced")), "roles[0].links[0].by", /missing/],
    ["a currency that is none", changed((file) => (file.currency = "usd")), "currency", /three capital letters/],
    ["correlations over 1", changed((file) => (file.outlook.sellerCorrelation = 0.9)), "outlook", /more than 1/],
    ["a season short", changed((file) => (file.payments = { frequency: "quarterly", basis: "discrete", seasonality: [0.5, 0.5] })), "payments.seasonality", /4 periods; 2 are given/],
    ["credited points", changed((file) => (file.roles[0].kpis[2].revenue = "credited")), "roles[0].kpis[2].revenue", /in money/],
    ["reserved crediting", changed((file) => (file.crediting = { policy: "dual" })), "crediting.policy", /not known/],
  ])("%s", (_, input, path, message) => {
    const found = problems(input);
    expect(found.map((problem) => problem.path)).toContain(path);
    expect(found.find((problem) => problem.path === path)?.message).toMatch(message);
    expect(({} as Json)["polluted"]).toBeUndefined();
  });

  it("lists every problem at once, at most 100 and a count of the rest", () => {
    const found = problems(changed((file) => {
      file.roles = Array.from({ length: 60 }, () => ({ ...file.roles[0], id: 7, headcount: -1 }));
    }));
    expect(found).toHaveLength(101);
    expect(found.at(-1)?.message).toBe("And 20 more problems.");
  });

  it("whatever is cut, doubled or turned over in it, without a crash", () => {
    const text = fixture.toString("utf8");
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(400), fc.string({ maxLength: 4 }), fc.nat(text.length), (at, length, put, other) => {
        const mutated = text.slice(0, at) + put + text.slice(other, other + length) + text.slice(at + length);
        const read = parseScenario(bytes(mutated));
        if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
        else expect(Number.isFinite(evaluateScenario(read.scenario, { kind: "uniform", attainment: 1.1 }).total.cost)).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});

it("a number that is not finite never reaches a file", () => {
  const read = parseScenario(fixture);
  if (!read.ok) throw new Error("refused");
  expect(() => serializeScenario({ ...read.scenario, fiscalYear: Number.NaN }, "1.0.0")).toThrow(RangeError);
});
