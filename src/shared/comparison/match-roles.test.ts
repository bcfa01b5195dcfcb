import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { simulate } from "../engine/index.ts";
import type { Scenario } from "../model/scenario.ts";
import { validateScenario } from "../scenario-file/index.ts";
import { basisPoints } from "../units/basis-points.ts";
import { alignScenarios, withIdsOf } from "./aligned.ts";
import { costBridge } from "./bridge.ts";
import { inputDifferences } from "./input-differences.ts";
import { matchRoles, turned } from "./match-roles.ts";

const base = plainScenario({
  goals: [{ id: "grow", text: "Grow" }],
  roles: [
    plainRole({
      id: "cam", title: "Channel Account Manager", headcount: 3, payoutCap: 1.5,
      kpis: [plainKpi({ id: "a", name: "Sourced", weight: basisPoints(6_000), supports: ["grow"] }), plainKpi({ id: "b", name: "Influenced", weight: basisPoints(4_000) }), plainKpi({ id: "c", name: "Satisfaction", weight: basisPoints(0), curve: null })],
      links: [{ kind: "gate", measuredBy: "c", minimum: 0.9, appliesTo: ["a"], otherwise: "no-payout" }],
    }),
    plainRole({ id: "psm", title: "Partner Sales Manager", headcount: 2 }),
  ],
  dismissedAdvice: [{ id: "cap", roleId: "cam", reason: "agreed" }],
});

/** The same plan with other ids for everything, wherever they are referred to. */
function renamed(scenario: Scenario): Scenario {
  const text = JSON.stringify(scenario).replaceAll('"cam"', '"role-1"').replaceAll('"psm"', '"role-2"').replaceAll('"a"', '"kpi-1"').replaceAll('"b"', '"kpi-2"').replaceAll('"c"', '"kpi-3"').replaceAll('"grow"', '"goal-1"');
  return JSON.parse(text) as Scenario;
}

function isValid(scenario: Scenario): boolean {
  return validateScenario(JSON.parse(JSON.stringify(scenario))).ok;
}

describe("a scenario in which only ids are others", () => {
  const other = renamed(base);
  const pairs = matchRoles(base, other);

  it("is the base under the base's ids", () => {
    expect(isValid(other)).toBe(true);
    expect(withIdsOf(base, other, pairs)).toEqual(base);
    expect(withIdsOf(base, base, matchRoles(base, base))).toBe(base);
  });

  it("costs the same in every simulated year, and has no part in a bridge and no entry in the list", () => {
    expect(simulate(withIdsOf(base, other, pairs)).costs).toEqual(simulate(base).costs);
    // By ids of its own it is drawn otherwise.
    expect(simulate(other).costs).not.toEqual(simulate(base).costs);
    for (const basis of ["target", "expected"] as const) expect(costBridge(base, other, pairs, basis)).toMatchObject({ parts: [], without: [] });
    expect(inputDifferences(base, other, pairs)).toEqual([]);
  });
});

describe("KPIs matched by hand", () => {
  const [cam, psm] = base.roles;
  if (cam === undefined || psm === undefined) throw new Error("There are two roles.");
  const other: Scenario = { ...base, roles: [{ ...cam, kpis: cam.kpis.map((kpi) => (kpi.id === "b" ? { ...kpi, id: "x", name: "Assisted" } : kpi)) }, psm] };
  const idsOf = (choices: Readonly<Record<string, string | null>>): readonly unknown[] =>
    matchRoles(base, other, { roles: {}, kpis: { cam: choices } })[0]?.kpis.map((pair) => [pair.base?.id ?? null, pair.other?.id ?? null]) ?? [];

  it("go before ids and names, within roles that are the same", () => {
    expect(idsOf({})).toEqual([["a", "a"], ["b", null], ["c", "c"], [null, "x"]]);
    expect(idsOf({ x: "b" })).toEqual([["a", "a"], ["b", "x"], ["c", "c"]]);
    expect(idsOf({ x: "a" })).toEqual([["a", "x"], ["b", null], ["c", "c"], [null, "a"]]);
    expect(idsOf({ a: null })).toEqual([["a", null], ["b", null], ["c", "c"], [null, "a"], [null, "x"]]);
  });

  it("that cannot be kept leave their KPI to its id and name", () => {
    // One that is not there, and one that another has by choice already.
    expect(idsOf({ a: "nothing", x: "nothing" })).toEqual(idsOf({}));
    expect(idsOf({ a: "c", c: "c", x: "b" })).toEqual([["a", null], ["b", "x"], ["c", "a"], [null, "c"]]);
    expect(idsOf({ a: "b", c: "b" })).toEqual([["a", null], ["b", "a"], ["c", "c"], [null, "x"]]);
    const byName = { ...other, roles: other.roles.map((role) => (role.id === "cam" ? { ...role, kpis: role.kpis.map((kpi) => (kpi.id === "x" ? { ...kpi, name: " influenced" } : kpi)) } : role)) };
    expect(matchRoles(base, byName, { roles: {}, kpis: { cam: { x: "gone" } } })[0]?.kpis.map((pair) => pair.other?.id)).toEqual(["a", "x", "c"]);
  });

  it("have the base's draws, links and place in the list; a KPI of the base's id that is another has a free one", () => {
    const matched = matchRoles(base, other, { roles: {}, kpis: { cam: { x: "b" } } });
    expect(inputDifferences(base, other, matched).map(({ path }) => path)).toEqual(["roles.cam.kpis.b.name"]);
    expect(simulate(withIdsOf(base, other, matched)).costs).toEqual(simulate(base).costs);
    const crossed = matchRoles(base, other, { roles: {}, kpis: { cam: { x: "a" } } });
    const alike = withIdsOf(base, other, crossed);
    expect(isValid(alike)).toBe(true);
    expect(alike.roles[0]?.kpis.map(({ id }) => id)).toEqual(["a-2", "a", "c"]);
    expect(alike.roles[0]?.links).toMatchObject([{ measuredBy: "c", appliesTo: ["a-2"] }]);
    const { from, to } = alignScenarios(base, other, crossed);
    expect([from, to].map(({ roles }) => roles[0]?.kpis.map(({ id }) => id))).toEqual([["a", "b", "c", "a-2"], ["a", "b", "c", "a-2"]]);
  });

  it("are the same from either side", () => {
    const pairs = matchRoles(base, other, { roles: {}, kpis: { cam: { x: "b" } } });
    expect(withIdsOf(other, base, turned(pairs))).toEqual({ ...base, roles: [{ ...cam, kpis: cam.kpis.map((kpi) => (kpi.id === "b" ? { ...kpi, id: "x" } : kpi)) }, psm] });
  });
});

describe("roles matched by hand", () => {
  const idsOf = (other: Scenario, choices: Readonly<Record<string, string | null>>): readonly unknown[] =>
    matchRoles(base, other, { roles: choices, kpis: {} }).map((pair) => [pair.base?.id ?? null, pair.other?.id ?? null]);

  it("that cannot be kept leave their role to its id and title", () => {
    const other = { ...base, roles: base.roles.map((role) => (role.id === "psm" ? { ...role, id: "seller" } : role)) };
    // The base's role was deleted after it was chosen.
    expect(idsOf(other, { cam: "gone", seller: "gone" })).toEqual([["cam", "cam"], ["psm", "seller"]]);
    // Both were said to be one: the first is, the other goes by its title.
    expect(idsOf(other, { cam: "cam", seller: "cam" })).toEqual([["cam", "cam"], ["psm", "seller"]]);
    expect(idsOf(other, { cam: "psm", seller: "psm" })).toEqual([["cam", null], ["psm", "cam"], [null, "seller"]]);
  });
});
