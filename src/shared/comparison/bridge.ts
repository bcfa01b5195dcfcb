/** Why two scenarios cost differently, cause by cause: parts that add up to the difference, whatever order causes are taken in. */
import { createSimulator, evaluateScenario, expectedCost } from "../engine/index.ts";
import type { Scenario } from "../model/scenario.ts";
import { divideToTotal, sumMoney, type MinorUnits } from "../units/money.ts";
import { alignScenarios } from "./aligned.ts";
import { BRIDGE_GROUPS, GROUPS, changedGroups, withGroups, type BridgeGroup } from "./groups.ts";
import type { RolePair } from "./match-roles.ts";

/** Which cost is told: every KPI at target, or on average over where people land. */
export type BridgeBasis = "target" | "expected";

export type BridgePart = {
  /** More than one where there are too many causes to tell apart: neighbours are joined. Never 0 in amount. */
  readonly groups: readonly BridgeGroup[];
  /** "Headcount", "Targets and links" */
  readonly name: string;
  readonly amount: MinorUnits;
};

export type Bridge = {
  readonly basis: BridgeBasis;
  /** Cost of the base and of the other, minor units. */
  readonly from: MinorUnits;
  readonly to: MinorUnits;
  readonly parts: readonly BridgePart[];
  /** Groups in which the scenarios differ without a part in the cost. */
  readonly without: readonly BridgeGroup[];
  /** Years that an end or a step between is the mean of; null where all of them have a closed form. */
  readonly simulatedYears: number | null;
  /** What is of these years while the scenario asks for others: an end; the parts where any step is, since each is of all steps. */
  readonly isCoarse: { readonly from: boolean; readonly to: boolean; readonly parts: boolean };
};

/** With more causes the number of combinations doubles with each. */
const MOST_CAUSES = 8;
const YEARS = 1_000;

/**
 * The bridge from one scenario to another (docs/compensation-model.md, "Bridge"): for each group of inputs that differs its
 * Shapley value, the average of what it adds over all orders in which the groups could be changed. Rounded to the
 * difference by largest remainder. A group whose part is exactly nothing is named beside the parts. Both in one currency.
 * @param pairs which role is which, from `matchRoles`
 */
export function costBridge(base: Scenario, other: Scenario, pairs: readonly RolePair[], basis: BridgeBasis): Bridge {
  const steps = bridgeSteps(base, other, pairs, basis);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** {@link costBridge} with a stop after every cost, for a thread that must be able to give way. */
export function* bridgeSteps(base: Scenario, other: Scenario, pairs: readonly RolePair[], basis: BridgeBasis): Generator<void, Bridge> {
  const aligned = alignScenarios(base, other, pairs);
  const reader = costReader(basis);
  const known = new Map<string, ReadCost>();
  const read = (groups: readonly BridgeGroup[]): ReadCost => {
    const key = groups.join();
    const value = known.get(key) ?? reader.read(withGroups(aligned, groups));
    known.set(key, value);
    return value;
  };
  const cost = (groups: readonly BridgeGroup[]): MinorUnits => read(groups).cost;
  const from = cost([]);
  const changed = changedGroups(aligned);
  const all = cost(changed);
  const without = (cause: readonly BridgeGroup[]): readonly BridgeGroup[] => changed.filter((group) => !cause.includes(group));
  // As the first change and as the last one.
  const causes = yield* joined(changed.map((group) => [group]), (cause) => Math.abs(cost(cause) - from) + Math.abs(all - cost(without(cause))));

  // What each set of causes costs: bit i of the index is cause i.
  const steps: ReadCost[] = [];
  for (let set = 0; set < 1 << causes.length; set += 1) {
    steps.push(read(ordered(causes.filter((_, index) => ((set >> index) & 1) === 1).flat())));
    yield;
  }
  const costs = steps.map((step) => step.cost);
  const to = costs.at(-1) ?? from;
  const whole = costs.map(BigInt);
  const amounts = divideToTotal(causes.map((_, index) => addedInAllOrders(whole, causes.length, index)), factorial(causes.length));
  const parts = causes.map((groups, index) => ({ groups, name: nameOf(groups), amount: amounts[index] ?? from }));
  const isCoarse = { from: steps[0]?.isCoarse === true, to: steps.at(-1)?.isCoarse === true, parts: steps.some((step) => step.isCoarse) };
  return { basis, from, to, isCoarse, simulatedYears: reader.years(), parts: parts.filter(({ amount }) => amount !== 0), without: parts.flatMap(({ groups, amount }) => (amount === 0 ? groups : [])) };
}

/** Groups in one order, so that a set has one cost. */
function ordered(groups: readonly BridgeGroup[]): readonly BridgeGroup[] {
  return GROUPS.filter((group) => groups.includes(group));
}

/** Of more causes than can be told apart, the two neighbours that change least together become one; of equals the fewest. */
function* joined(causes: readonly (readonly BridgeGroup[])[], effect: (cause: readonly BridgeGroup[]) => number): Generator<void, readonly (readonly BridgeGroup[])[]> {
  let left = causes;
  while (left.length > MOST_CAUSES) {
    const pairs = left.slice(1).map((cause, index) => [...(left[index] ?? []), ...cause]);
    const sizes: number[] = [];
    for (const pair of pairs) {
      sizes.push(effect(pair));
      yield;
    }
    const least = Math.min(...sizes);
    const candidates = pairs.filter((_, index) => sizes[index] === least);
    const at = pairs.indexOf(candidates.reduce((one, another) => (another.length < one.length ? another : one)));
    left = [...left.slice(0, at), pairs[at] ?? [], ...left.slice(at + 2)];
  }
  return left;
}

/**
 * What a cause adds, summed over all orders: Σ over sets without it of |S|! (n − |S| − 1)! × what it adds to the set (Shapley
 * 1953), n! times its value. In whole numbers, so that equal remainders of the parts are equal.
 */
function addedInAllOrders(costs: readonly bigint[], count: number, cause: number): bigint {
  const bit = 1 << cause;
  let added = 0n;
  for (let set = 0; set < costs.length; set += 1) {
    if ((set & bit) !== 0) continue;
    const before = bitsIn(set);
    added += factorial(before) * factorial(count - before - 1) * ((costs[set | bit] ?? 0n) - (costs[set] ?? 0n));
  }
  return added;
}

function factorial(count: number): bigint {
  return count <= 1 ? 1n : BigInt(count) * factorial(count - 1);
}

function bitsIn(set: number): number {
  return set === 0 ? 0 : (set & 1) + bitsIn(set >> 1);
}

function nameOf(groups: readonly BridgeGroup[]): string {
  const names = groups.map((group, index) => (index === 0 || BRIDGE_GROUPS[group] === "OTE" ? BRIDGE_GROUPS[group] : BRIDGE_GROUPS[group].toLowerCase()));
  return names.length <= 2 ? names.join(" and ") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

type ReadCost = { readonly cost: MinorUnits; /** Of other years than the scenario asks for. */ readonly isCoarse: boolean };
type CostReader = { readonly read: (scenario: Scenario) => ReadCost; /** Of any cost that was read; null where all were exact. */ readonly years: () => number | null };

/** Reads the cost of scenarios between two ends, all of them in the same way. */
function costReader(basis: BridgeBasis): CostReader {
  if (basis === "target") return { read: (scenario) => ({ cost: evaluateScenario(scenario, { kind: "uniform", attainment: 1 }).total.cost, isCoarse: false }), years: () => null };
  // Draws are kept from one scenario to the next.
  const simulator = createSimulator();
  let isSimulated = false;
  const read = (scenario: Scenario): ReadCost => {
    const { roles } = expectedCost(scenario);
    const counting = scenario.roles.map((role, index) => ({ role, exact: roles[index] ?? null })).filter(({ role }) => role.countsInCost && role.headcount > 0);
    const exact = sumMoney(counting.flatMap(({ exact: parts }) => (parts === null ? [] : [parts.cost])));
    const simulated = counting.filter((each) => each.exact === null).map(({ role }) => role);
    if (simulated.length === 0) return { cost: exact, isCoarse: false };
    isSimulated = true;
    simulator.begin({ ...scenario, roles: simulated }, YEARS);
    while (simulator.advance());
    return { cost: sumMoney([exact, simulator.outcome()?.expected.cost ?? exact]), isCoarse: scenario.outlook.trials !== YEARS };
  };
  return { read, years: () => (isSimulated ? YEARS : null) };
}
