/** Who is paid more and who less under another plan, person by person, with the same results. */
import { addMoney, subtractMoney, sumMoney, NO_MONEY, type MinorUnits } from "../units/money.ts";
import type { BackTest } from "./back-test.ts";

/** What people earn under a plan, and who has a role that the plan does not have. */
export type PaidPeople = Pick<BackTest, "people" | "withoutRole">;

/** A person with all they earn under either plan; `roleIds`: their roles in the results, one or more. */
export type PayChange = { readonly person: string; readonly roleIds: readonly string[]; readonly from: MinorUnits; readonly to: MinorUnits; readonly difference: MinorUnits };

export type PayChanges = {
  /** Everybody of whom both plans have every role, in the order of the results. */
  readonly people: readonly PayChange[];
  /** How many gain, lose, or neither: by more than the share of their pay under the base. */
  readonly gain: number;
  readonly lose: number;
  readonly same: number;
  /** What it costs to pay everybody who loses, however little, as much as before; without and with the burden on it. */
  readonly toKeepWhole: MinorUnits;
  readonly toKeepWholeWithBurden: number;
  /** Pay of all of them under the base. */
  readonly payBefore: MinorUnits;
};

/** Changes up to this share of pay under the base count as none, where nobody says another. */
export const COUNTED_ABOVE = 0.01;

/** How many people a list is of: somebody with several roles stands in it once for each, and is one. */
export function countPeople(list: readonly { readonly person: string }[]): number {
  return new Set(list.map(({ person }) => person)).size;
}

/**
 * What is earned in one role of the results alone: of somebody with several the part of their pay in this one.
 * @param roleId null for all roles
 */
export function inRole({ people, withoutRole }: PaidPeople, roleId: string | null): PaidPeople {
  const isShown = (each: { readonly roleId: string }): boolean => roleId === null || each.roleId === roleId;
  return { people: people.filter(isShown), withoutRole: withoutRole.filter(isShown) };
}

/**
 * Compares pay person by person (docs/compensation-model.md, "Winners and losers"): all that one earns over all their roles.
 * Somebody of whom either plan lacks a role is not compared.
 * @param share of pay under the base, 0 or more: changes up to it count as the same
 * @param burdenOnVariable what the employer pays on top of each unit of incentive
 */
export function payChanges(base: PaidPeople, other: PaidPeople, share: number, burdenOnVariable: number): PayChanges {
  const [before, after] = earnings([base, other]);
  const people = [...(before ?? [])].map(([person, { roleIds, pay: from }]): PayChange => {
    const to = after?.get(person)?.pay ?? NO_MONEY;
    return { person, roleIds, from, to, difference: subtractMoney(to, from) };
  });
  const gain = people.filter((change) => isBeyond(change, share) && change.difference > 0).length;
  const lose = people.filter((change) => isBeyond(change, share) && change.difference < 0).length;
  const toKeepWhole = sumMoney(people.filter(({ difference }) => difference < 0).map(({ from, to }) => subtractMoney(from, to)));
  return { people, gain, lose, same: people.length - gain - lose, toKeepWhole, toKeepWholeWithBurden: toKeepWhole * (1 + burdenOnVariable), payBefore: sumMoney(people.map(({ from }) => from)) };
}

/**
 * What the same people would have cost under several plans (docs/compensation-model.md, "Winners and losers"): those of whom all
 * plans have every role, so that a plan that leaves somebody out is not the cheaper for it. A role that does not count in the
 * cost of a plan is in none of its cost.
 * @returns costs in minor units, by plan, and how many people they are of
 */
export function costOfSame(plans: readonly PaidPeople[]): { readonly costs: readonly MinorUnits[]; readonly people: number } {
  const earned = earnings(plans);
  return { costs: earned.map((plan) => sumMoney([...plan.values()].map(({ cost }) => cost))), people: earned[0]?.size ?? 0 };
}

/** Whether a change is more than a share of pay under the base. */
export function isBeyond({ from, difference }: PayChange, share: number): boolean {
  return Math.abs(difference) > share * from;
}

type Earnings = { readonly roleIds: readonly string[]; readonly pay: MinorUnits; /** Of the roles that count. */ readonly cost: MinorUnits };

/** By plan and person what they earn in all their roles; of those who can be paid in all of them under every plan. */
function earnings(plans: readonly PaidPeople[]): readonly ReadonlyMap<string, Earnings>[] {
  const leftOut = new Set(plans.flatMap(({ withoutRole }) => withoutRole.map(({ person }) => person)));
  return plans.map(({ people }) => {
    const sums = new Map<string, Earnings>();
    for (const { person, roleId, pay, cost, countsInCost } of people) {
      if (leftOut.has(person)) continue;
      const sum = sums.get(person) ?? { roleIds: [], pay: NO_MONEY, cost: NO_MONEY };
      sums.set(person, { roleIds: [...sum.roleIds, roleId], pay: addMoney(sum.pay, pay), cost: countsInCost ? addMoney(sum.cost, cost) : sum.cost });
    }
    return sums;
  });
}
