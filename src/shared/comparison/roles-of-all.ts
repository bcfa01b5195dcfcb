/** The roles and KPIs of all compared scenarios together: what results of people may name, and which of a scenario each is. */
import type { Kpi, Role, Scenario } from "../model/scenario.ts";
import { freeId } from "../model/free-id.ts";
import { basisPoints } from "../units/basis-points.ts";
import { NO_CHOICES, matchRoles, matchingOf, type MatchChoices } from "./match-roles.ts";

type KpiOfAll = Kpi & { readonly alsoCalled: readonly string[] };
type RoleOfAll = Omit<Role, "kpis"> & { readonly alsoCalled: readonly string[]; readonly kpis: readonly KpiOfAll[] };
/** The base with what only others have. `alsoCalled`: ids and titles of a role, ids and names of a KPI, in the others. */
export type ScenarioOfAll = Omit<Scenario, "roles"> & { readonly roles: readonly RoleOfAll[] };

type MayBeCalled = { readonly alsoCalled?: readonly string[] };
/** A scenario, or the list of several. */
type Listed = Omit<Scenario, "roles"> & { readonly roles: readonly (Omit<Role, "kpis"> & MayBeCalled & { readonly kpis: readonly (Kpi & MayBeCalled)[] })[] };

/**
 * The base with the roles that only another scenario has, and in roles of both with the KPIs that only the other has; those
 * without weight, for the base does not pay by them. Roles are matched as everywhere, {@link matchRoles}; a role that has the
 * id of one it is not matched with gets another id.
 * @param others in the order in which they are asked for a role
 */
export function rolesOfAll(base: Listed, others: readonly { readonly scenario: Listed; readonly choices: MatchChoices }[]): ScenarioOfAll {
  let all: ScenarioOfAll = { ...base, roles: base.roles.map(ownRole) };
  for (const { scenario, choices } of others) {
    const known = new Map(all.roles.map((role) => [role.id, role]));
    const theirs = new Map(scenario.roles.map((role) => [role.id, ownRole(role)]));
    const newId = freeIds([...known.keys()], scenario.roles);
    const roles = matchRoles(all, scenario, choices).flatMap(({ base: mine, other: their, kpis }): readonly RoleOfAll[] => {
      const [role, other] = [known.get(mine?.id ?? ""), theirs.get(their?.id ?? "")];
      if (other === undefined) return role === undefined ? [] : [role];
      if (role === undefined) return [{ ...other, id: newId(other.id) }];
      const newKpiId = freeIds(role.kpis.map(({ id }) => id), other.kpis);
      return [{
        ...role,
        alsoCalled: [...role.alsoCalled, other.id, other.title, ...other.alsoCalled],
        kpis: kpis.flatMap((pair): readonly KpiOfAll[] => {
          const [kpi, same] = [role.kpis.find(({ id }) => id === pair.base?.id), other.kpis.find(({ id }) => id === pair.other?.id)];
          if (kpi !== undefined) return [same === undefined ? kpi : { ...kpi, alsoCalled: [...kpi.alsoCalled, same.id, same.name, ...same.alsoCalled] }];
          return same === undefined ? [] : [{ ...same, id: newKpiId(same.id), weight: basisPoints(0) }];
        }),
      }];
    });
    all = { ...all, roles };
  }
  return all;
}

function ownRole(role: Listed["roles"][number]): RoleOfAll {
  return { ...role, alsoCalled: role.alsoCalled ?? [], kpis: role.kpis.map((kpi) => ({ ...kpi, alsoCalled: kpi.alsoCalled ?? [] })) };
}

/**
 * The list that results were read with, and behind it what is in a newer one alone: roles, KPIs, and what they are called there.
 * Ids of the first stay.
 * @returns the first list itself where the newer one has nothing beside it
 */
export function withNewRoles(list: ScenarioOfAll, newer: ScenarioOfAll): ScenarioOfAll {
  const both = rolesOfAll(list, [{ scenario: newer, choices: NO_CHOICES }]);
  return hasSameNames(both, list) ? list : both;
}

/** Whether two lists have the same roles and KPIs by all the names they go by: results are read alike with either. */
export function hasSameNames(one: ScenarioOfAll, another: ScenarioOfAll): boolean {
  return namesIn(one) === namesIn(another);
}

function namesIn({ roles }: ScenarioOfAll): string {
  const names = (called: readonly string[]): readonly string[] => [...new Set(called)].sort();
  return JSON.stringify(roles.map(({ id, title, alsoCalled, kpis }) => [names([id, title, ...alsoCalled]), kpis.map((kpi) => names([kpi.id, kpi.name, ...kpi.alsoCalled]))]));
}

/** Ids for what only another scenario has: its own where it is free, else one that nothing here or there has. */
function freeIds(taken: readonly string[], theirs: readonly { readonly id: string }[]): (id: string) => string {
  const all = [...taken, ...theirs.map(({ id }) => id)];
  return (id) => {
    if (!taken.includes(id)) return id;
    const free = freeId(id, all);
    all.push(free);
    return free;
  };
}

/** Without what is one of the other scenario's own: of no other, but in the list of all it is itself. */
function chosenPairs({ roles, kpis }: MatchChoices): MatchChoices {
  const pairs = (choices: MatchChoices["roles"]): MatchChoices["roles"] => Object.fromEntries(Object.entries(choices).filter(([, base]) => base !== null));
  return { roles: pairs(roles), kpis: Object.fromEntries(Object.entries(kpis).map(([role, choices]) => [role, pairs(choices)])) };
}

/**
 * Which role and KPI of a scenario those of results are: through the base, and where the base lacks them directly.
 * @param from the scenario the results were read with
 * @param base may have been edited, or be another, since then
 * @param choices roles of the scenario matched by hand to those of the base
 */
export function resultsMatching(from: Scenario, base: Scenario, scenario: Scenario, choices: MatchChoices = NO_CHOICES): ReturnType<typeof matchingOf> {
  const byHand = scenario === base ? NO_CHOICES : choices;
  const [toBase, onward, direct] = [matchingOf(matchRoles(from, base)), matchingOf(matchRoles(base, scenario, byHand)), matchingOf(matchRoles(from, scenario, chosenPairs(byHand)))];
  const roleOf = (roleId: string): string | null => {
    const inBase = toBase.roleOf(roleId);
    return inBase === null ? direct.roleOf(roleId) : onward.roleOf(inBase);
  };
  return {
    roleOf,
    kpiOf: (roleId, kpiId) => {
      const [role, kpi] = [toBase.roleOf(roleId), toBase.kpiOf(roleId, kpiId)];
      if (role !== null && kpi !== null) return onward.kpiOf(role, kpi);
      return roleOf(roleId) === direct.roleOf(roleId) ? direct.kpiOf(roleId, kpiId) : null;
    },
  };
}
