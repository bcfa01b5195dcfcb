/** Who is paid more and who less under another plan, person by person, with the same results. */
import { subtractMoney, sumMoney, type MinorUnits } from "../units/money.ts";
import type { PersonPay } from "./back-test.ts";

export type PayChange = { readonly person: string; readonly roleId: string; readonly from: MinorUnits; readonly to: MinorUnits; readonly difference: MinorUnits };

export type PayChanges = {
  /** Everybody both plans pay, in the order of the results. */
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

/** Who a person is in results: a name, in a role. */
function keyOf({ person, roleId }: PersonPay): string {
  return `${person}\u0000${roleId}`;
}

/**
 * Compares pay person by person (docs/compensation-model.md, "Winners and losers").
 * @param share of pay under the base, 0 or more: changes up to it count as the same
 * @param burdenOnVariable what the employer pays on top of each unit of incentive
 */
export function payChanges(base: readonly PersonPay[], other: readonly PersonPay[], share: number, burdenOnVariable: number): PayChanges {
  const others = new Map(other.map((each) => [keyOf(each), each]));
  const people = base.flatMap((each): readonly PayChange[] => {
    const same = others.get(keyOf(each));
    return same === undefined ? [] : [{ person: each.person, roleId: each.roleId, from: each.pay, to: same.pay, difference: subtractMoney(same.pay, each.pay) }];
  });
  const gain = people.filter((change) => isBeyond(change, share) && change.difference > 0).length;
  const lose = people.filter((change) => isBeyond(change, share) && change.difference < 0).length;
  const toKeepWhole = sumMoney(people.filter(({ difference }) => difference < 0).map(({ from, to }) => subtractMoney(from, to)));
  return { people, gain, lose, same: people.length - gain - lose, toKeepWhole, toKeepWholeWithBurden: toKeepWhole * (1 + burdenOnVariable), payBefore: sumMoney(people.map(({ from }) => from)) };
}

/**
 * What the same people would have cost under several plans (docs/compensation-model.md, "Winners and losers"): those who have a
 * role in all of them, so that a plan that leaves somebody out is not the cheaper for it. A role that does not count in the
 * cost of a plan is in none of its cost.
 * @returns costs in minor units, by plan, and how many people they are of
 */
export function costOfSame(plans: readonly (readonly PersonPay[])[]): { readonly costs: readonly MinorUnits[]; readonly people: number } {
  const keys = plans.map((people) => new Set(people.map(keyOf)));
  const inAll = (each: PersonPay): boolean => keys.every((of) => of.has(keyOf(each)));
  return {
    costs: plans.map((people) => sumMoney(people.filter((each) => each.countsInCost && inAll(each)).map(({ cost }) => cost))),
    people: (plans[0] ?? []).filter(inAll).length,
  };
}

/** Whether a change is more than a share of pay under the base. */
export function isBeyond({ from, difference }: PayChange, share: number): boolean {
  return Math.abs(difference) > share * from;
}
