/** The bridge against its definition, written a second time: every count of changed groups, at target and in expected cost. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REFERENCE_GROUPS, differing, mixed, referenceBridge, type ReferenceGroup } from "../../../tests/helpers/bridge-reference.ts";
import { roleArbitrary, scenarioArbitrary, withKpiIds, withKpiIdsOf } from "../../../tests/helpers/scenario-arbitrary.ts";
import type { Payments, Role, Scenario } from "../model/scenario.ts";
import { costBridge, type BridgeBasis } from "./bridge.ts";
import { matchRoles } from "./match-roles.ts";

type Ends = { readonly base: Scenario; readonly other: Scenario };
type Pair = Ends & { readonly changed: readonly ReferenceGroup[]; readonly isRenamed: boolean };

/** A role as full as a file may have it, with one person, so that its years are quickly drawn. */
function seatArbitrary(): fc.Arbitrary<Role> {
  return roleArbitrary().filter(({ kpis }) => kpis.length > 1).map((role) => ({
    ...role, title: `Role ${role.id}`, archetype: "custom", headcount: 1, newHires: role.newHires.slice(0, 1).map((hires) => ({ ...hires, count: 1 })),
    kpis: role.kpis.map((kpi) => ({ ...kpi, name: `KPI ${kpi.id}` })),
  }));
}

/** Twelve periods only make drawing slower than four. */
function upToFour(payments: Payments): Payments {
  return payments.frequency === "monthly" ? { ...payments, frequency: "quarterly", seasonality: "equal" } : payments;
}

/** Everything may differ between the two: a role that both have, with KPIs that both or only one has, and one that one has. */
function endsArbitrary(): fc.Arbitrary<Ends> {
  const roles = fc.uniqueArray(seatArbitrary(), { minLength: 3, maxLength: 3, selector: ({ id }) => id });
  const keep = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
  return fc.tuple(scenarioArbitrary(), scenarioArbitrary(), roles, keep, fc.constantFrom("neither", "neither", "base", "other")).map(([one, another, [mine, theirs, only], keeps, has]): Ends => {
    if (mine === undefined || theirs === undefined || only === undefined) throw new Error("There are three roles.");
    const same: Role = { ...withKpiIdsOf(mine, theirs, [true, ...keeps]), id: mine.id, title: mine.title, headcount: 2 };
    return {
      base: { ...one, payments: upToFour(one.payments), roles: [mine, ...(has === "base" ? [only] : [])] },
      other: { ...another, currency: one.currency, payments: upToFour(another.payments), roles: [...(has === "other" ? [only] : []), same] },
    };
  });
}

/** The two with this many groups changed, any of them. */
function pairArbitrary(count: number): fc.Arbitrary<Pair> {
  return fc.tuple(endsArbitrary(), fc.shuffledSubarray([...REFERENCE_GROUPS], { minLength: REFERENCE_GROUPS.length }), fc.boolean())
    .map(([{ base, other }, order, isRenamed]): Pair => {
      const can = differing(base, other);
      const chosen = order.filter((group) => can.includes(group)).slice(0, count);
      return { base, other: mixed(base, other, chosen), changed: REFERENCE_GROUPS.filter((group) => chosen.includes(group)), isRenamed };
    })
    .filter(({ base, other, changed }) => changed.length === count && differing(base, other).length === count);
}

/** The role and KPIs that both have, under ids of their own: what they are called says that they are the same. */
function renamed(base: Scenario, other: Scenario): Scenario {
  const roles = other.roles.map((role) => {
    const mine = base.roles.find(({ id }) => id === role.id);
    return mine === undefined ? role : { ...withKpiIds(role, (id) => (mine.kpis.some((kpi) => kpi.id === id) ? `${id}~` : id)), id: `${role.id}~` };
  });
  return { ...other, roles };
}

let simulated = 0;

function check({ base, other, changed, isRenamed }: Pair, basis: BridgeBasis): void {
  const compared = isRenamed ? renamed(base, other) : other;
  const bridge = costBridge(base, compared, matchRoles(base, compared), basis);
  const { causes, ...reference } = referenceBridge(base, other, basis);
  simulated += reference.isSimulated ? 1 : 0;
  expect(causes.flatMap(({ groups }) => groups)).toEqual(changed);
  expect(causes.length).toBe(Math.min(8, changed.length));
  expect({ from: bridge.from, to: bridge.to, isSimulated: bridge.simulatedYears === 1_000 }).toEqual(reference);
  expect(bridge.parts.map(({ groups, amount }) => ({ groups, amount }))).toEqual(causes.filter(({ amount }) => amount !== 0));
  expect(bridge.without).toEqual(causes.flatMap(({ groups, amount }) => (amount === 0 ? groups : [])));
  expect(bridge.parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(bridge.to - bridge.from);
  for (const { groups, name } of bridge.parts) expect(name.split(/, | and /)).toHaveLength(groups.length);
}

describe("the bridge is its definition", () => {
  // Few pairs where a pair is hundreds of costs: of each count as many as take about a second.
  it.each([[2, 15], [3, 15], [4, 15], [5, 15], [6, 12], [7, 10], [8, 10], [9, 6], [10, 6]])("at target, with %i changed groups", (count, numRuns) => {
    fc.assert(fc.property(pairArbitrary(count), (pair) => { check(pair, "target"); }), { numRuns });
  });

  it.each([[2, 10], [3, 10], [4, 8], [5, 6], [6, 4], [7, 3], [8, 3], [9, 2], [10, 2]])("in expected cost, with %i changed groups", (count, numRuns) => {
    simulated = 0;
    fc.assert(fc.property(pairArbitrary(count), (pair) => { check(pair, "expected"); }), { numRuns });
    expect(simulated).toBeGreaterThan(0);
  });
});
