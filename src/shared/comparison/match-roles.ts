/** Which role of one scenario is which of another. */
import type { Kpi, Role, Scenario } from "../model/scenario.ts";
import { own } from "../model/own.ts";

/** A role as each scenario has it; null where it has none. One of the two is there. */
export type RolePair = { readonly base: Role | null; readonly other: Role | null; readonly kpis: readonly KpiPair[] };
export type KpiPair = { readonly base: Kpi | null; readonly other: Kpi | null };

/** By id of one of the other scenario's: the id of the base's that it is, or null where it is one of its own. */
type Choices = Readonly<Record<string, string | null>>;

/** What was matched by hand: roles, and the KPIs of a role by the id that it has in the other scenario. */
export type MatchChoices = { readonly roles: Choices; readonly kpis: Readonly<Record<string, Choices>> };

export const NO_CHOICES: MatchChoices = { roles: {}, kpis: {} };

/**
 * Pairs the roles of two scenarios: as chosen, then by id, then by archetype and title (spelling of upper and lower case
 * aside). The base's roles come first in their order, then those only the other has. KPIs of a pair as chosen, then by id,
 * then by name. A choice of a role or KPI that is not there, or that an earlier one has by choice, is left aside: what it was made
 * for is paired by id and title or name like any other.
 */
export function matchRoles(base: Scenario, other: Scenario, choices: MatchChoices = NO_CHOICES): readonly RolePair[] {
  const isAlike = (mine: Role, theirs: Role): boolean => mine.archetype === theirs.archetype && sameWords(mine.title, theirs.title);
  return paired(base.roles, other.roles, choices.roles, isAlike).map((pair) => ({
    ...pair,
    kpis: paired(pair.base?.kpis ?? [], pair.other?.kpis ?? [], own(choices.kpis, pair.other?.id ?? "") ?? {}, (mine, theirs) => sameWords(mine.name, theirs.name)),
  }));
}

/** The same pairs, seen from the other scenario. */
export function turned(pairs: readonly RolePair[]): readonly RolePair[] {
  return pairs.map(({ base, other, kpis }) => ({ base: other, other: base, kpis: kpis.map((kpi) => ({ base: kpi.other, other: kpi.base })) }));
}

/**
 * Which role and KPI of the other scenario one of the base is, by id: what a back-test of the base's results under the other
 * scenario goes by. null for one the other does not have.
 */
export function matchingOf(pairs: readonly RolePair[]): { readonly roleOf: (roleId: string) => string | null; readonly kpiOf: (roleId: string, kpiId: string) => string | null } {
  const pairOf = new Map(pairs.flatMap((pair) => (pair.base === null ? [] : [[pair.base.id, pair] as const])));
  return {
    roleOf: (roleId) => pairOf.get(roleId)?.other?.id ?? null,
    kpiOf: (roleId, kpiId) => pairOf.get(roleId)?.kpis.find(({ base }) => base?.id === kpiId)?.other?.id ?? null,
  };
}

type Pair<Item> = { readonly base: Item | null; readonly other: Item | null };

type IsSame<Item> = (mine: Item, theirs: Item) => boolean;
type HasId = { readonly id: string };

function paired<Item extends HasId>(mine: readonly Item[], theirs: readonly Item[], choices: Choices, isAlike: IsSame<Item>): readonly Pair<Item>[] {
  const kept = keptChoices(mine, theirs, choices);
  return pairsBy(mine, theirs, [
    (one, another) => one.id === kept.get(another.id),
    (one, another) => !kept.has(another.id) && one.id === another.id,
    (one, another) => !kept.has(another.id) && isAlike(one, another),
  ]);
}

/** Of the choices those that can be: each of the first list at most once. */
function keptChoices(mine: readonly HasId[], theirs: readonly HasId[], choices: Choices): ReadonlyMap<string, string | null> {
  const free = new Set(mine.map(({ id }) => id));
  const kept = new Map<string, string | null>();
  for (const { id } of theirs) {
    const choice = own(choices, id);
    if (choice === null || (choice !== undefined && free.delete(choice))) kept.set(id, choice);
  }
  return kept;
}

/** Pairs by what makes two the same, the surest first; those of the first list in their order, then what only the second has. */
export function pairsBy<Item>(mine: readonly Item[], theirs: readonly Item[], rounds: readonly IsSame<Item>[]): readonly Pair<Item>[] {
  const found = new Map<Item, Item>();
  const taken = new Set<Item>();
  for (const isSame of rounds) {
    for (const their of theirs) {
      const match = taken.has(their) ? undefined : mine.find((each) => !found.has(each) && isSame(each, their));
      if (match === undefined) continue;
      found.set(match, their);
      taken.add(their);
    }
  }
  return [...mine.map((base) => ({ base, other: found.get(base) ?? null })), ...theirs.filter((other) => !taken.has(other)).map((other) => ({ base: null, other }))];
}

function sameWords(one: string, another: string): boolean {
  return one.trim().toLowerCase() === another.trim().toLowerCase();
}
