/** Ids that every object has by nature: a file may hold them, no figure changes, and nothing else does. */
import { afterEach, describe, expect, it } from "vitest";
import { costBridge, inputDifferences, matchRoles } from "../comparison/index.ts";
import { sampleScenario } from "../library/index.ts";
import type { Scenario } from "../model/scenario.ts";
import { createSimulator, evaluateScenario, expectedCost, headline, drawnSellers } from "./index.ts";

const HOSTILE = ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "__defineGetter__", "length", "name", "0"];

/** The sample with every id another. */
function renamed(id: (index: number) => string): Scenario {
  const sample = sampleScenario();
  return {
    ...sample,
    roles: sample.roles.map((role, index) => {
      const kpiId = (old: string): string => id(role.kpis.findIndex((kpi) => kpi.id === old));
      return { ...role, id: id(index), kpis: role.kpis.map((kpi) => ({ ...kpi, id: kpiId(kpi.id) })), links: [] };
    }),
  };
}
const plain = renamed((index) => `id ${index}`);
const hostile = renamed((index) => HOSTILE[index] ?? `id ${index}`);

const keysOfObjects = (): unknown => [Reflect.ownKeys(Object.prototype), Reflect.ownKeys(Object), Reflect.ownKeys(Function.prototype), Reflect.ownKeys(Array.prototype)];
const before = keysOfObjects();
afterEach(() => expect(keysOfObjects(), "nothing of every object is another").toEqual(before));

describe("hostile ids", () => {
  it("change no figure", () => {
    expect(headline(hostile)).toEqual(headline(plain));
    expect(expectedCost(hostile).total).toEqual(expectedCost(plain).total);
    const at = (scenario: Scenario) => Object.fromEntries(scenario.roles.map((role) => [role.id, Object.fromEntries(role.kpis.map((kpi, index) => [kpi.id, 0.8 + index / 10]))]));
    expect(evaluateScenario(hostile, { kind: "each", byRole: at(hostile) }).total).toEqual(evaluateScenario(plain, { kind: "each", byRole: at(plain) }).total);
    expect(evaluateScenario(hostile, { kind: "each", byRole: {} }).total).toEqual(evaluateScenario(plain, { kind: "each", byRole: {} }).total);
  });

  it("are simulated like any", () => {
    const simulator = createSimulator();
    simulator.begin({ ...hostile, outlook: { ...hostile.outlook, trials: 1_000 } });
    while (simulator.advance()) continue;
    expect(simulator.outcome()?.costs.every((cost) => Number.isFinite(cost) && cost > 0)).toBe(true);
    for (const { roleId, attained } of [...drawnSellers(hostile, 3)]) {
      const paid = hostile.roles.find(({ id }) => id === roleId)?.kpis.filter(({ weight }) => weight > 0).map(({ id }) => id);
      expect(Object.keys(attained).sort()).toEqual(paid?.sort());
      expect(Object.values(attained).flat().every(Number.isFinite)).toBe(true);
    }
  });

  it("are compared like any", () => {
    const dearer: Scenario = { ...hostile, roles: hostile.roles.map((role) => ({ ...role, headcount: role.headcount + 1 })) };
    expect(inputDifferences(hostile, dearer, matchRoles(hostile, dearer)).length).toBe(hostile.roles.length);
    expect(costBridge(hostile, dearer, matchRoles(hostile, dearer), "target").parts.map(({ name }) => name)).toEqual(["Headcount"]);
  });
});
