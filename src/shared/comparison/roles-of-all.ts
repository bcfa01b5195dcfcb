/** The roles and KPIs of all compared scenarios together: what results of people may name, and which of a scenario each is. */
import type { Kpi, Role, Scenario } from "../model/scenario.ts";
import { freeId } from "../model/free-id.ts";
import { basisPoints } from "../units/basis-points.ts";
import { NO_CHOICES, matchRoles, matchingOf, type MatchChoices } from "./match-roles.ts";

type KpiOfAll = Kpi & { readonly alsoCalled: readonly string[] };
type RoleOfAll = Omit<Role, "kpis"> & { readonly alsoCalled: readonly string[]; readonly kpis: readonly KpiOfAll[] };
/** The base with what only others have. `alsoCalled`: ids and titles of a role, ids and names of a KPI, in the others. */
export type ScenarioOfAll = Omit<Scenario, "roles"> & { readonly roles: readonly RoleOfAll[] };

/**
 * The base with the roles that only another scenario has, and in roles of both with the KPIs that only the other has; those
 * without weight, for the base does not pay by them. Roles are matched as everywhere, {@link matchRoles}; a role that has the
 * id of one it is not matched with gets another id.
 * @param others in the order in which they are asked for a role
 */
export function rolesOfAll(base: Scenario, others: readonly { readonly scenario: Scenario; readonly choices: MatchChoices }[]): ScenarioOfAll {
  let all: ScenarioOfAll = { ...base, roles: base.roles.map(ownRole) };
  for (const { scenario, choices } of others) {
    const known = new Map(all.roles.map((role) => [role.id, role]));
    const newId = freeIds([...known.keys()], scenario.roles);
    const roles = matchRoles(all, scenario, choices).flatMap(({ base: mine, other, kpis }): readonly RoleOfAll[] => {
      const role = mine === null ? undefined : known.get(mine.id);
      if (other === null) return role === undefined ? [] : [role];
      if (role === undefined) return [{ ...ownRole(other), id: newId(other.id) }];
      const newKpiId = freeIds(role.kpis.map(({ id }) => id), other.kpis);
      return [{
        ...role,
        alsoCalled: [...role.alsoCalled, other.id, other.title],
        kpis: kpis.flatMap((pair): readonly KpiOfAll[] => {
          const kpi = role.kpis.find(({ id }) => id === pair.base?.id);
          if (kpi !== undefined) return [pair.other === null ? kpi : { ...kpi, alsoCalled: [...kpi.alsoCalled, pair.other.id, pair.other.name] }];
          return pair.other === null ? [] : [{ ...pair.other, id: newKpiId(pair.other.id), weight: basisPoints(0), alsoCalled: [] }];
        }),
      }];
    });
    all = { ...all, roles };
  }
  return all;
}

function ownRole(role: Role): RoleOfAll {
  return { ...role, alsoCalled: [], kpis: role.kpis.map((kpi) => ({ ...kpi, alsoCalled: [] })) };
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
