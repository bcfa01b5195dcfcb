import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary, scenarioPairArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import type { Scenario } from "../model/scenario.ts";
import { validateScenario } from "../scenario-file/index.ts";
import { basisPoints } from "../units/basis-points.ts";
import { differenceWords, inputDifferences, type InputDifference } from "./input-differences.ts";
import { matchRoles } from "./match-roles.ts";

const differ = (base: Scenario, other: Scenario) => inputDifferences(base, other, matchRoles(base, other));
const taken = (scenario: Scenario, change: InputDifference | undefined): Scenario => change?.take?.(scenario) ?? scenario;
const words = (base: Scenario, other: Scenario): readonly string[] => differ(base, other).map(differenceWords);

const base = plainScenario({
  roles: [
    plainRole({ id: "cam", title: "Channel Account Manager", onTargetEarnings: 165_000, kpis: [plainKpi({ id: "sourced", name: "Sourced revenue", weight: basisPoints(6_000), curve: points([[0.7, 0.4], [1, 1], [1.3, 2.5]], { cap: 3 }) }), plainKpi({ id: "nps", name: "Satisfaction", unit: "score", weight: basisPoints(4_000), target: 8 })] }),
    plainRole({ id: "psm", title: "Partner Sales Manager" }),
  ],
});
const inCam = (change: Partial<Scenario["roles"][number]>): Scenario => ({ ...base, roles: base.roles.map((role) => (role.id === "cam" ? { ...role, ...change } : role)) });
const [cam] = base.roles;
if (cam === undefined) throw new Error("There is a first role.");

describe("inputDifferences", () => {
  it("is empty for the same document, whatever it is called", () => {
    expect(words(base, { ...base, id: "copy", name: "Copy", dismissedAdvice: [{ id: "x", roleId: null, reason: "y" }] })).toEqual([]);
    fc.assert(fc.property(scenarioArbitrary(), (scenario) => void expect(differ(scenario, structuredClone(scenario))).toEqual([])), { numRuns: 60 });
  });

  it("says each change as a person would", () => {
    expect(words(base, inCam({ baseShare: 0.6, headcount: 12, vacancy: 0.05, payoutCap: 2.5 }))).toEqual(["CAM: headcount 1 → 12", "CAM: vacancy 0% → 5%", "CAM: split 50/50 → 60/40", "CAM: plan cap none → 250%"]);
    expect(words(base, { ...base, fiscalYear: 2028, cost: { ...base.cost, budget: 9_300_000, burdenOnBase: 0.22 } })).toEqual(["Fiscal year 2027 → 2028", "Budget none → $9,300,000", "Burden on base 0% → 22%"]);
  });

  it("tells of a curve only what is another", () => {
    const other = inCam({ kpis: cam.kpis.map((kpi) => (kpi.id === "sourced" ? { ...kpi, curve: points([[0.6, 0], [1, 1], [1.3, 2.8]], { cap: 3.3 }) } : kpi)) });
    expect(words(base, other)).toEqual(["CAM: payout curve of Sourced revenue 70% pays 40%, 130% pays 250%, cap 300% → 60% pays 0%, 130% pays 280%, cap 330%"]);
  });

  it("takes all weights of a role as one input, with the KPIs that come or go", () => {
    const moved = cam.kpis.map((kpi, index) => ({ ...kpi, weight: basisPoints(index === 0 ? 7_000 : 3_000) }));
    expect(words(base, inCam({ kpis: moved }))).toEqual(["CAM: weights 60/40 → 70/30"]);
    const [sourced] = cam.kpis;
    if (sourced === undefined) throw new Error("There is a first KPI.");
    const other = inCam({ kpis: [{ ...sourced, weight: basisPoints(9_000) }, plainKpi({ id: "new", name: "Renewals", weight: basisPoints(1_000) })] });
    expect(words(base, other)).toEqual([
      "CAM: weights Sourced revenue 60, Satisfaction 40 → Sourced revenue 90, Renewals 10",
      "CAM: KPI Satisfaction weight 40%, bookings, target 8 (score), higher is better, 0% pays 0%, 100% pays 100%, goes on at the last slope, no cap, average 100%, spread 25 pts, excellence 130% → none",
      "CAM: KPI Renewals none → weight 10%, bookings, target $1,000,000, higher is better, 0% pays 0%, 100% pays 100%, goes on at the last slope, no cap, average 100%, spread 25 pts, excellence 130%",
    ]);
    expect(taken(base, differ(base, other)[0]).roles[0]?.kpis.map(({ id, weight }) => [id, weight])).toEqual([["sourced", 9_000], ["new", 1_000]]);
  });

  it("has roles that only one scenario has, under headcount", () => {
    const other = { ...base, roles: base.roles.slice(0, 1) };
    expect(differ(base, other).map((each) => [differenceWords(each), each.group])).toEqual([["PSM: role 1 person, OTE $100,000, costs $100,000 at target → none", "headcount"]]);
    expect(words(other, base)).toEqual(["PSM: role none → 1 person, OTE $100,000, costs $100,000 at target"]);
    // With the burden of the scenario that has it, of filled seats; a role that does not count is said to.
    const dearer = { ...base, cost: { ...base.cost, burdenOnBase: 0.2, fixedPerHead: 1_000 }, roles: base.roles.map((role) => (role.id === "psm" ? { ...role, headcount: 10, vacancy: 0.1 } : role)) };
    expect(words(other, dearer)).toContain("PSM: role none → 10 people, OTE $100,000, costs $999,000 at target");
    expect(words(other, { ...base, roles: base.roles.map((role) => ({ ...role, countsInCost: role.id !== "psm" })) })).toEqual(["PSM: role none → 1 person, OTE $100,000, in no cost"]);
  });

  it("finds a role and its KPIs again under other ids, and keeps the base's", () => {
    const renamed = inCam({ id: "manager", kpis: cam.kpis.map((kpi) => ({ ...kpi, id: `${kpi.id}-2` })), onTargetEarnings: 170_000 });
    const [change] = differ(base, renamed);
    expect(change).toMatchObject({ path: "roles.cam.onTargetEarnings", from: "$165,000", to: "$170,000", group: "ote" });
    expect(differ(base, renamed)).toHaveLength(1);
    expect(taken(base, change).roles[0]).toEqual({ ...cam, onTargetEarnings: 170_000 });
  });

  it("leaves a choice made by hand before everything else", () => {
    const other = { ...base, roles: [plainRole({ id: "x", title: "Hunter", onTargetEarnings: 1 })] };
    expect(matchRoles(base, other, { roles: { x: "cam" }, kpis: {} })[0]).toMatchObject({ base: { id: "cam" }, other: { id: "x" } });
    expect(matchRoles(base, base, { roles: { cam: null }, kpis: {} }).map((pair) => [pair.base?.id ?? null, pair.other?.id ?? null])).toEqual([["cam", null], ["psm", "psm"], [null, "cam"]]);
  });
});

describe("a role made one of its own by hand, under an id that the base has", () => {
  const found = inputDifferences(base, base, matchRoles(base, base, { roles: { cam: null }, kpis: {} }));

  it("is another input than the role of that id which is gone", () => {
    expect(found.map((each) => [each.path, differenceWords(each)])).toEqual([
      ["roles.cam", "CAM: role 1 person, OTE $165,000, costs $165,000 at target → none"],
      ["roles.cam-2", "CAM: role none → 1 person, OTE $165,000, costs $165,000 at target"],
    ]);
  });

  it("comes with a free id when it is taken over, as often as it is", () => {
    const twice = found.slice(1).reduce((scenario, change) => taken(taken(scenario, change), change), base);
    expect(twice.roles.map(({ id }) => id)).toEqual(["cam", "psm", "cam-2", "cam-2-2"]);
    const checked = validateScenario(JSON.parse(JSON.stringify(twice)) as unknown);
    expect(checked.ok ? [] : checked.problems).toEqual([]);
  });
});

describe("taking changes over", () => {
  it("makes the other scenario of the base when all are taken", () => {
    fc.assert(fc.property(scenarioPairArbitrary(), ([one, another]) => {
      const all = differ(one, another).reduce(taken, one);
      expect(words(all, another)).toEqual([]);
      const checked = validateScenario(JSON.parse(JSON.stringify(all)) as unknown);
      expect(checked.ok ? [] : checked.problems).toEqual([]);
    }), { numRuns: 100 });
  });
});
