import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import { examplesOf } from "../../../tests/helpers/property-seed.ts";
import { scenarioPairArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { evaluateScenario, expectedCost, simulate } from "../engine/index.ts";
import type { Scenario } from "../model/scenario.ts";
import { validateScenario } from "../scenario-file/index.ts";
import { basisPoints } from "../units/basis-points.ts";
import { alignScenarios } from "./aligned.ts";
import { costBridge, type Bridge, type BridgeBasis } from "./bridge.ts";
import { changedGroups, withGroups } from "./groups.ts";
import { inputDifferences } from "./input-differences.ts";
import { matchRoles } from "./match-roles.ts";

function bridgeOf(base: Scenario, other: Scenario, basis: BridgeBasis = "target"): Bridge {
  return costBridge(base, other, matchRoles(base, other), basis);
}

/** Two scenarios that share a part of their roles, in one currency; some of them cost and payments too. */
function pairArbitrary(): fc.Arbitrary<readonly [Scenario, Scenario]> {
  return fc.tuple(scenarioPairArbitrary(), fc.boolean()).map(([[one, another], keepsRest]) => [one, { ...another, ...(keepsRest ? { cost: one.cost, payments: one.payments } : {}) }] as const);
}

/**
 * Plans as full as a file may have them: links, caps, draws, new hires, periods that swing, seasons. Few people, so that
 * their years are quickly drawn.
 */
function fullPairArbitrary(): fc.Arbitrary<readonly [Scenario, Scenario]> {
  const few = (scenario: Scenario): Scenario => ({ ...scenario, roles: scenario.roles.slice(0, 2).map((role) => ({ ...role, headcount: Math.min(role.headcount, 2), newHires: role.newHires.slice(0, 1).map((hires) => ({ ...hires, count: 1 })) })) });
  return pairArbitrary().map(([one, another]) => [few(one), few(another)] as const);
}

/** The expected cost of a scenario, asked of the engine: in closed form, and where a role has none by its years alone. */
function expectedByEngine(scenario: Scenario): number {
  const { total } = expectedCost(scenario);
  return total?.cost ?? simulate(scenario, { trials: 1_000 }).expected.cost;
}

/** Without anything that takes simulated years. */
function exactly(scenario: Scenario): Scenario {
  return { ...scenario, payments: { ...scenario.payments, basis: "cumulative" }, roles: scenario.roles.map((role) => ({ ...role, links: [], payoutCap: null, draw: null })) };
}

const total = ({ parts }: Bridge): number => parts.reduce((sum, { amount }) => sum + amount, 0);

/** 500 pairs, in batches that each take a few seconds. */
const BATCHES = [1, 2, 3, 4, 5] as const;
const OF_BATCH = 100;

describe("the bridge of random pairs", () => {
  it.each(BATCHES)("adds up to the difference at target, to the smallest unit: batch %i", (batch) => {
    fc.assert(fc.property(pairArbitrary(), ([base, other]) => {
      const bridge = bridgeOf(base, other);
      const at = { kind: "uniform", attainment: 1 } as const;
      expect(bridge.from).toBe(evaluateScenario(base, at).total.cost);
      expect(bridge.to).toBe(evaluateScenario(other, at).total.cost);
      expect(total(bridge)).toBe(bridge.to - bridge.from);
    }), { numRuns: OF_BATCH, ...examplesOf(batch) });
  });

  it.each(BATCHES)("adds up to the difference of the expected costs, to the smallest unit: batch %i", (batch) => {
    fc.assert(fc.property(pairArbitrary(), ([one, another]) => {
      const [base, other] = [exactly(one), exactly(another)];
      const bridge = bridgeOf(base, other, "expected");
      expect(bridge.from).toBe(expectedCost(base).total?.cost);
      expect(bridge.to).toBe(expectedCost(other).total?.cost);
      expect(bridge.simulatedYears).toBeNull();
      expect(total(bridge)).toBe(bridge.to - bridge.from);
    }), { numRuns: OF_BATCH, ...examplesOf(batch) });
  });

  it("ends at what the engine expects each scenario to cost, with everything a plan may have", () => {
    // Of what differs a few inputs, so that a bridge is few costs and each kind of input is alone now and then.
    const ends = fc.tuple(fullPairArbitrary(), fc.array(fc.nat(), { minLength: 1, maxLength: 3 })).map(([[base, another], picks]): readonly [Scenario, Scenario] => {
      const found = inputDifferences(base, another, matchRoles(base, another)).filter(({ group }) => group !== null);
      const other = picks.reduce((scenario, pick) => {
        const next = found[pick % Math.max(1, found.length)]?.take?.(scenario) ?? scenario;
        return validateScenario(JSON.parse(JSON.stringify(next))).ok ? next : scenario;
      }, base);
      return [base, other];
    });
    let simulated = 0;
    fc.assert(fc.property(ends, ([base, other]) => {
      const bridge = bridgeOf(base, other, "expected");
      if (bridge.simulatedYears !== null) simulated += 1;
      expect([bridge.from, bridge.to]).toEqual([expectedByEngine(base), expectedByEngine(other)]);
      expect(total(bridge)).toBe(bridge.to - bridge.from);
    }), { numRuns: 80 });
    expect(simulated).toBeGreaterThan(20);
  });

  it("has the whole other scenario once every group is changed, with everything a plan may have", () => {
    fc.assert(fc.property(fullPairArbitrary(), ([base, other]) => {
      const aligned = alignScenarios(base, other, matchRoles(base, other));
      expect(expectedByEngine(withGroups(aligned, []))).toBe(expectedByEngine(base));
      expect(expectedByEngine(withGroups(aligned, changedGroups(aligned)))).toBe(expectedByEngine(other));
    }), { numRuns: 60 });
  });

  it("adds up on 1,000 simulated years where there is no closed form, and says so", () => {
    const linked: Scenario = plainScenario({ roles: [plainRole({ headcount: 3, payoutCap: 1.5 })] });
    const dearer = { ...linked, roles: linked.roles.map((role) => ({ ...role, onTargetEarnings: 180_000, payoutCap: 2, baseShare: 0.6 })) };
    const bridge = bridgeOf(linked, dearer, "expected");
    expect(bridge.simulatedYears).toBe(1_000);
    expect(bridge.parts.map(({ name }) => name)).toEqual(["OTE", "Pay mix", "Payout curves"]);
    expect(total(bridge)).toBe(bridge.to - bridge.from);
  });

  it("says so where a step between alone has no closed form", () => {
    const linked = plainScenario({ roles: [plainRole({ headcount: 0, payoutCap: 1.5 })], outlook: { ...plainScenario().outlook, trials: 10_000 } });
    const peopled = { ...linked, roles: linked.roles.map((role) => ({ ...role, headcount: 3, payoutCap: null })) };
    const bridge = bridgeOf(linked, peopled, "expected");
    expect([bridge.from, bridge.to]).toEqual([expectedCost(linked).total?.cost ?? 0, expectedCost(peopled).total?.cost]);
    expect(bridge.simulatedYears).toBe(1_000);
    expect(bridge.isCoarse).toEqual({ from: false, to: false, parts: true });
  });

  it("is nearly so at the end that is of only some of its years, and in the parts; nowhere where it is of all of them", () => {
    const ofYears = (trials: number): Scenario => plainScenario({ roles: [plainRole({ headcount: 3 })], outlook: { ...plainScenario().outlook, trials } });
    const capped = (scenario: Scenario): Scenario => ({ ...scenario, roles: scenario.roles.map((role) => ({ ...role, payoutCap: 1.5 })) });
    const isCoarse = (one: Scenario, other: Scenario, basis: BridgeBasis = "expected"): Bridge["isCoarse"] => bridgeOf(one, other, basis).isCoarse;
    expect(isCoarse(ofYears(10_000), capped(ofYears(10_000)))).toEqual({ from: false, to: true, parts: true });
    expect(isCoarse(capped(ofYears(10_000)), ofYears(10_000))).toEqual({ from: true, to: false, parts: true });
    expect(isCoarse(capped(ofYears(1_000)), ofYears(1_000))).toEqual({ from: false, to: false, parts: false });
    expect(isCoarse(capped(ofYears(10_000)), ofYears(10_000), "target")).toEqual({ from: false, to: false, parts: false });
  });

  it("is the same backwards with the other sign, but for the last unit", () => {
    fc.assert(fc.property(pairArbitrary(), ([base, other]) => {
      const there = new Map(bridgeOf(base, other).parts.map(({ groups, amount }) => [groups.join(), amount]));
      for (const { groups, amount } of bridgeOf(other, base).parts) {
        const forth = there.get(groups.join());
        if (forth !== undefined && groups.length === 1 && there.size <= 7) expect(Math.abs(forth + amount)).toBeLessThanOrEqual(1);
      }
    }), { numRuns: 30 });
  });
});

describe("the bridge", () => {
  const base = plainScenario({ roles: [plainRole({ id: "cam", title: "Channel Account Manager", headcount: 4, kpis: [plainKpi({ id: "a", weight: basisPoints(6_000) }), plainKpi({ id: "b", weight: basisPoints(4_000) })] })] });
  const change = (of: Partial<Scenario["roles"][number]>): Scenario => ({ ...base, roles: base.roles.map((role) => ({ ...role, ...of })) });

  it("is empty between two scenarios that are the same, whatever they are called", () => {
    expect(bridgeOf(base, { ...base, id: "other", name: "Another name", notes: "x" })).toMatchObject({ parts: [] });
  });

  it("gives nothing to a change that changes no cost", () => {
    const other = { ...change({ headcount: 6 }), roles: change({ headcount: 6 }).roles.map((role) => ({ ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, target: kpi.target * 2 })) })) };
    const bridge = bridgeOf(base, other);
    expect(bridge.without).toEqual(["targets"]);
    expect(bridge.parts).toEqual([
      { groups: ["headcount"], name: "Headcount", amount: evaluateScenario(other, { kind: "uniform", attainment: 1 }).total.cost - evaluateScenario(base, { kind: "uniform", attainment: 1 }).total.cost },
    ]);
  });

  it("gives nothing to a change that changes no expected cost, in closed form and simulated", () => {
    const targets = (scenario: Scenario): Scenario => ({ ...scenario, roles: scenario.roles.map((role) => ({ ...role, headcount: role.headcount + 1, kpis: role.kpis.map((kpi) => ({ ...kpi, target: kpi.target * 2 })) })) });
    for (const [plan, years] of [[base, null], [change({ payoutCap: 1.5 }), 1_000]] as const) {
      const bridge = bridgeOf(plan, targets(plan), "expected");
      expect(bridge).toMatchObject({ simulatedYears: years, without: ["targets"], parts: [{ groups: ["headcount"], amount: expectedByEngine(targets(plan)) - expectedByEngine(plan) }] });
      expect(bridgeOf(plan, { ...plan, roles: targets(plan).roles.map((role) => ({ ...role, headcount: 4 })) }, "expected")).toMatchObject({ parts: [], without: ["targets"] });
    }
  });

  it("puts a role that only one has under headcount, a KPI under weights", () => {
    const more = { ...base, roles: [...base.roles, plainRole({ id: "psm", title: "Partner Sales Manager", headcount: 2, baseShare: 0.7 })] };
    expect(bridgeOf(base, more).parts.map(({ groups }) => groups)).toEqual([["headcount"]]);
    const fewer = change({ kpis: [plainKpi({ id: "a", weight: basisPoints(10_000) })] });
    // At target the other KPIs pay what the gone one did.
    expect(bridgeOf(base, fewer)).toMatchObject({ parts: [], without: ["weights"] });
  });

  it("joins neighbours that change least where there are more than eight causes, and names both", () => {
    const [role] = base.roles;
    if (role === undefined) throw new Error("The base has a role.");
    const other: Scenario = {
      ...base,
      payments: { ...base.payments, frequency: "quarterly" },
      cost: { ...base.cost, burdenOnBase: 0.3 },
      outlook: { ...base.outlook, seed: 7 },
      roles: [{
        ...role, headcount: 5, onTargetEarnings: 190_000, baseShare: 0.6,
        kpis: role.kpis.map((kpi, index) => ({ ...kpi, weight: basisPoints(index === 0 ? 7_000 : 3_000), target: 7, curve: points([[0.4, 0], [1, 1.1], [2, 4]]) })),
        links: [{ kind: "gate", measuredBy: "b", minimum: 1.5, appliesTo: ["a"], otherwise: "reduced", by: 0.5 }],
      }],
    };
    const bridge = bridgeOf(base, other);
    // At target neither how often is paid nor the seed changes the cost.
    expect(bridge.without).toEqual(["payments", "outlook"]);
    expect(bridge.parts.flatMap(({ groups }) => groups)).toEqual(["headcount", "ote", "split", "weights", "targets", "curves", "links", "burden"]);
    expect(bridge.parts.map(({ name }) => name)).toEqual(["Headcount", "OTE", "Pay mix", "Weights and targets", "Payout curves", "Links", "Burden"]);
    expect(total(bridge)).toBe(bridge.to - bridge.from);
  });
});
