/**
 * The bridge by its definition alone (docs/compensation-model.md, "Bridge"), in another way than the product: what is changed
 * is put together input by input without aligned scenarios, parts are averages over all orders in exact fractions, and what
 * is rounded is rounded in whole numbers. Only what a scenario costs is asked of the engine.
 */
import { createSimulator, evaluateScenario, expectedCost } from "#shared/engine/index.ts";
import type { Kpi, Role, Scenario } from "#shared/model/scenario.ts";
import { measuringIds } from "#shared/model/links.ts";
import { basisPoints } from "#shared/units/basis-points.ts";

/** In the order of the document. */
export const REFERENCE_GROUPS = ["headcount", "ote", "split", "weights", "targets", "curves", "links", "payments", "outlook", "burden"] as const;
export type ReferenceGroup = (typeof REFERENCE_GROUPS)[number];
export type ReferencePart = { readonly groups: readonly ReferenceGroup[]; readonly amount: number };
export type ReferenceBridge = { readonly from: number; readonly to: number; readonly causes: readonly ReferencePart[]; readonly isSimulated: boolean };

/** The base with the inputs of some groups as the other has them. Roles and KPIs of one id are the same. */
export function mixed(base: Scenario, other: Scenario, groups: readonly ReferenceGroup[]): Scenario {
  const from = (group: ReferenceGroup): Scenario => (groups.includes(group) ? other : base);
  const ids = [...new Set([...base.roles, ...other.roles].map(({ id }) => id))];
  const roles = ids.flatMap((id): readonly Role[] => {
    const [mine, theirs] = [base.roles.find((role) => role.id === id), other.roles.find((role) => role.id === id)];
    if (mine === undefined || theirs === undefined) {
      const only = from("headcount").roles.find((role) => role.id === id);
      return only === undefined || only.headcount === 0 ? [] : [only];
    }
    return [mixedRole(mine, theirs, groups)];
  });
  const { burdenOnBase, burdenOnVariable, fixedPerHead } = from("burden").cost;
  return { ...base, payments: from("payments").payments, outlook: from("outlook").outlook, cost: { ...base.cost, burdenOnBase, burdenOnVariable, fixedPerHead }, roles };
}

function mixedRole(mine: Role, theirs: Role, groups: readonly ReferenceGroup[]): Role {
  const from = (group: ReferenceGroup): Role => (groups.includes(group) ? theirs : mine);
  const { headcount, vacancy, newHires, countsInCost } = from("headcount");
  const { links } = from("links");
  const ids = [...new Set([...mine.kpis, ...theirs.kpis].map(({ id }) => id))];
  const all = ids.map((id) => mixedKpi(mine.kpis.find((kpi) => kpi.id === id), theirs.kpis.find((kpi) => kpi.id === id), groups));
  const pays = all.some(({ weight }) => weight > 0);
  const named = new Set(links.flatMap((link) => [...measuringIds(link), ...(link.appliesTo === "all" ? [] : link.appliesTo)]));
  return {
    ...mine, headcount, vacancy, newHires, countsInCost,
    onTargetEarnings: from("ote").onTargetEarnings,
    baseShare: from("split").baseShare,
    payoutCap: from("curves").payoutCap,
    draw: from("payments").draw,
    links: pays ? links : [],
    kpis: pays ? all.filter(({ id, weight }) => weight > 0 || named.has(id)) : [],
  };
}

function mixedKpi(mine: Kpi | undefined, theirs: Kpi | undefined, groups: readonly ReferenceGroup[]): Kpi {
  const [one, another] = [mine ?? theirs, theirs ?? mine];
  if (one === undefined || another === undefined) throw new Error("One of the two has the KPI.");
  const from = (group: ReferenceGroup): Kpi => (groups.includes(group) ? another : one);
  const { target, unit, direction, revenue, measure } = from("targets");
  const weight = (groups.includes("weights") ? theirs : mine)?.weight ?? basisPoints(0);
  return { ...one, weight, target, unit, direction, revenue, measure, curve: from("curves").curve ?? one.curve ?? another.curve, outlook: from("outlook").outlook };
}

/** What scenarios cost, and whether any of them took simulated years. */
export function costOf(basis: "target" | "expected"): { readonly cost: (scenario: Scenario) => number; readonly isSimulated: () => boolean } {
  const simulator = createSimulator();
  let isSimulated = false;
  const cost = (scenario: Scenario): number => {
    if (basis === "target") return evaluateScenario(scenario, { kind: "uniform", attainment: 1 }).total.cost;
    const peopled = { ...scenario, roles: scenario.roles.filter(({ headcount }) => headcount > 0) };
    const { total } = expectedCost(peopled);
    if (total !== null) return total.cost;
    isSimulated = true;
    simulator.begin(peopled, 1_000);
    while (simulator.advance());
    return simulator.outcome()?.expected.cost ?? Number.NaN;
  };
  return { cost, isSimulated: () => isSimulated };
}

/** The groups in which the two differ. */
export function differing(base: Scenario, other: Scenario): readonly ReferenceGroup[] {
  const none = JSON.stringify(mixed(base, other, []));
  return REFERENCE_GROUPS.filter((group) => JSON.stringify(mixed(base, other, [group])) !== none);
}

export function referenceBridge(base: Scenario, other: Scenario, basis: "target" | "expected", changed: readonly ReferenceGroup[] = differing(base, other)): ReferenceBridge {
  const { cost, isSimulated } = costOf(basis);
  const costs = new Map<string, number>();
  const costWith = (groups: readonly ReferenceGroup[]): number => {
    const key = [...groups].sort().join();
    const known = costs.get(key) ?? cost(mixed(base, other, groups));
    costs.set(key, known);
    return known;
  };
  const causes = joinedCauses(changed, costWith);
  const amounts = averageOverOrders(causes.length, (taken) => BigInt(costWith(taken.flatMap((index) => causes[index] ?? []))));
  return { from: costWith([]), to: costWith(changed), causes: causes.map((groups, index) => ({ groups, amount: amounts[index] ?? 0 })), isSimulated: isSimulated() };
}

/** Of more than eight, two neighbours at a time become one: those that change least, first and last in order taken together. */
function joinedCauses(changed: readonly ReferenceGroup[], cost: (groups: readonly ReferenceGroup[]) => number): readonly (readonly ReferenceGroup[])[] {
  const causes = changed.map((group): readonly ReferenceGroup[] => [group]);
  while (causes.length > 8) {
    let best = { at: 0, effect: Infinity, size: 0 };
    for (let at = 0; at + 1 < causes.length; at += 1) {
      const both = [...(causes[at] ?? []), ...(causes[at + 1] ?? [])];
      const rest = changed.filter((group) => !both.includes(group));
      const effect = Math.abs(cost(both) - cost([])) + Math.abs(cost(changed) - cost(rest));
      if (effect < best.effect || (effect === best.effect && both.length < best.size)) best = { at, effect, size: both.length };
    }
    causes.splice(best.at, 2, [...(causes[best.at] ?? []), ...(causes[best.at + 1] ?? [])]);
  }
  return causes;
}

/** What each cause adds on average over all orders, in whole units: down, then one each to the largest remainders, the first of equals. */
function averageOverOrders(count: number, cost: (taken: readonly number[]) => bigint): readonly number[] {
  const sums = Array.from({ length: count }, () => 0n);
  let orders = 0n;
  const indices = Array.from({ length: count }, (_, index) => index);
  const costs = Array.from({ length: 2 ** count }, (_, set) => cost(indices.filter((index) => ((set >> index) & 1) === 1)));
  const order: number[] = [];
  const take = (set: number): void => {
    if (order.length < count) {
      for (const index of indices.filter((each) => ((set >> each) & 1) === 0)) {
        order.push(index);
        take(set | (1 << index));
        order.pop();
      }
      return;
    }
    orders += 1n;
    let before = 0;
    for (const index of order) {
      const after = before | (1 << index);
      sums[index] = (sums[index] ?? 0n) + (costs[after] ?? 0n) - (costs[before] ?? 0n);
      before = after;
    }
  };
  take(0);
  const floors = sums.map((sum) => (sum - (((sum % orders) + orders) % orders)) / orders);
  const remainders = sums.map((sum, index) => sum - (floors[index] ?? 0n) * orders);
  let left = Number(sums.reduce((total, sum) => total + sum, 0n) / orders - floors.reduce((total, part) => total + part, 0n));
  while (left > 0) {
    const most = remainders.reduce((one, another) => (another > one ? another : one));
    const index = remainders.indexOf(most);
    remainders[index] = -1n;
    floors[index] = (floors[index] ?? 0n) + 1n;
    left -= 1;
  }
  return floors.map(Number);
}
