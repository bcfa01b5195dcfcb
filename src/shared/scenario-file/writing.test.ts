import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { FIXTURE } from "../../../tests/helpers/changed-fixture.ts";
import { scenarioArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import type { Scenario } from "../model/scenario.ts";
import { parseScenario, serializeScenario, validateScenario } from "./index.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function scenarioOf(text: string): Scenario {
  const read = parseScenario(bytes(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

describe("what is written is read back the same", () => {
  it.each(["ordinary", "extreme"] as const)("for any valid document with %s numbers, and by the same rules in memory", (magnitude) => {
    fc.assert(
      fc.property(scenarioArbitrary(magnitude), (scenario) => {
        const text = serializeScenario(scenario, "1.0.0");
        const read = scenarioOf(text);
        expect(read).toEqual(scenario);
        expect(serializeScenario(read, "1.0.0")).toBe(text);
        expect(validateScenario(scenario)).toEqual({ ok: true, scenario });
      }),
      { numRuns: 150, seed: 27 },
    );
  });

  it("for every weight of whole basis points", () => {
    const scenario = scenarioOf(FIXTURE);
    for (let points = 0; points <= 4_000; points += 1) {
      const moved = scenario.roles.map((role) => ({ ...role, kpis: role.kpis.map((kpi, index) => (index < 2 ? { ...kpi, weight: index === 0 ? points : 7_000 - points } : kpi)) }));
      const checked = validateScenario({ ...scenario, roles: moved });
      if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
      expect(scenarioOf(serializeScenario(checked.scenario, "")).roles[0]?.kpis.slice(0, 2).map((kpi) => kpi.weight)).toEqual([points, 7_000 - points]);
    }
  });
});

describe("the text that is written", () => {
  const text = serializeScenario(scenarioOf(FIXTURE), "1.0.0");

  it("has two spaces, LF, one newline at the end and no byte-order mark", () => {
    expect(text).toMatch(/^\{\n {2}"format": "paymix-scenario",\n {2}"version": 1,\n {2}"engine": "1\.0\.0",\n/);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/\r|\t|\uFEFF/);
  });

  it("has the fields of the example in the example's order, with those that may be absent behind them", () => {
    const written: unknown = JSON.parse(text);
    expect(Object.keys(written as object)).toEqual([...Object.keys(JSON.parse(FIXTURE) as object), "goals", "rulesOfEngagement", "presentation", "lastResult"]);
    expect(written).toMatchObject(JSON.parse(FIXTURE) as object);
    expect(placesOf(written).filter((place) => placesOf(JSON.parse(FIXTURE)).includes(place))).toEqual(placesOf(JSON.parse(FIXTURE)));
  });

  it("has the engine that is given, whatever the file was written by", () => {
    expect(serializeScenario(scenarioOf(FIXTURE), "7.5.1")).toContain('"engine": "7.5.1"');
  });

  it("changes in one line where one value changed", () => {
    const scenario = scenarioOf(FIXTURE);
    const changed = serializeScenario({ ...scenario, roles: scenario.roles.map((role) => ({ ...role, headcount: 13 })) }, "1.0.0");
    const before = text.split("\n");
    expect(changed.split("\n").filter((line, index) => line !== before[index])).toEqual(['      "headcount": 13,']);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("never holds %d", (value) => {
    const scenario = scenarioOf(FIXTURE);
    expect(() => serializeScenario({ ...scenario, cost: { ...scenario.cost, budget: value } }, "1.0.0")).toThrow(RangeError);
  });
});

/** Every field with its place, in the order they stand. */
function placesOf(value: unknown, place = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [`${place}/${key}`, ...placesOf(inside, `${place}/${key}`)]);
}
