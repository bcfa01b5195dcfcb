/** Which role of one scenario is which of another. */
import type { Kpi, Role, Scenario } from "../model/scenario.ts";
import { own } from "../model/own.ts";

/** A role as each scenario has it; null where it has none. One of the two is there. */
export type RolePair = { readonly base: Role | null; readonly other: Role | null; readonly kpis: readonly KpiPair[] };
export type KpiPair = { readonly base: Kpi | null; readonly other: Kpi | null };

/** By id of a role of the other scenario: the id of the base's role it is, or null where it is a role of its own. */
export type RoleChoices = Readonly<Record<string, string | null>>;

/**
 * Pairs the roles of two scenarios: as chosen, then by id, then by archetype and title (spelling of upper and lower case
 * aside). The base's roles come first in their order, then those only the other has. KPIs of a pair by id, then by name.
 * A choice of a role that is not there, or that is taken already, is left aside.
 * @param choices roles matched by hand
 */
export function matchRoles(base: Scenario, other: Scenario, choices: RoleChoices = {}): readonly RolePair[] {
  const found = new Map<Role, Role>();
  const taken = new Set<Role>();
  const take = (mine: Role | undefined, theirs: Role): void => {
    if (mine === undefined || found.has(mine) || taken.has(theirs)) return;
    found.set(mine, theirs);
    taken.add(theirs);
  };
  const free = (theirs: Role): boolean => !taken.has(theirs) && !Object.hasOwn(choices, theirs.id);
  for (const theirs of other.roles) {
    const chosen = own(choices, theirs.id);
    if (chosen !== undefined && chosen !== null) take(base.roles.find(({ id }) => id === chosen), theirs);
  }
  for (const theirs of other.roles.filter(free)) take(base.roles.find(({ id }) => id === theirs.id), theirs);
  for (const theirs of other.roles.filter(free)) {
    take(base.roles.find((mine) => !found.has(mine) && mine.archetype === theirs.archetype && sameWords(mine.title, theirs.title)), theirs);
  }
  return [
    ...base.roles.map((mine): RolePair => {
      const theirs = found.get(mine) ?? null;
      return { base: mine, other: theirs, kpis: matchKpis(mine.kpis, theirs === null ? [] : theirs.kpis) };
    }),
    ...other.roles.filter((theirs) => !taken.has(theirs)).map((theirs): RolePair => ({ base: null, other: theirs, kpis: matchKpis([], theirs.kpis) })),
  ];
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

function matchKpis(mine: readonly Kpi[], theirs: readonly Kpi[]): readonly KpiPair[] {
  const found = new Map<Kpi, Kpi>();
  const taken = new Set<Kpi>();
  const take = (isSame: (one: Kpi, another: Kpi) => boolean): void => {
    for (const kpi of mine) {
      if (found.has(kpi)) continue;
      const match = theirs.find((each) => !taken.has(each) && isSame(kpi, each));
      if (match === undefined) continue;
      found.set(kpi, match);
      taken.add(match);
    }
  };
  take((one, another) => one.id === another.id);
  take((one, another) => sameWords(one.name, another.name));
  return [...mine.map((kpi) => ({ base: kpi, other: found.get(kpi) ?? null })), ...theirs.filter((kpi) => !taken.has(kpi)).map((kpi) => ({ base: null, other: kpi }))];
}

function sameWords(one: string, another: string): boolean {
  return one.trim().toLowerCase() === another.trim().toLowerCase();
}
