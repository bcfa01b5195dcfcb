/** Two scenarios as one list of roles and KPIs, so that any part of one can be put in the place of the same part of the other. */
import type { BasisPoints } from "../units/basis-points.ts";
import type { Kpi, Link, Role, Scenario } from "../model/scenario.ts";
import { freeId } from "../model/free-id.ts";
import { pairsBy, type KpiPair, type RolePair } from "./match-roles.ts";

export type AlignedScenarios = { readonly from: Scenario; readonly to: Scenario };

/**
 * Both scenarios with every role and KPI that either has, in the same order and with the base's ids
 * (docs/compensation-model.md, "Bridge"): a role that one has not is there without people, a KPI with weight 0. A KPI
 * without a curve, which pays nothing, has the other's, so that the curve is no change beside its weight.
 */
export function alignScenarios(base: Scenario, other: Scenario, pairs: readonly RolePair[]): AlignedScenarios {
  const alike = withIdsOf(base, other, pairs);
  const sides = pairs.flatMap((pair) => alignRole(pair, pair.other === null ? null : (alike.roles[other.roles.indexOf(pair.other)] ?? pair.other)));
  return { from: { ...base, roles: sides.map(({ from }) => from) }, to: { ...alike, roles: sides.map(({ to }) => to) } };
}

/**
 * The other scenario with the base's ids for roles, KPIs and goals that are the same: simulated years are drawn by id, so
 * years of both are drawn alike. What only the other has, under an id that the base has too, has a free one. The same object
 * where nothing is called otherwise.
 */
export function withIdsOf(base: Scenario, other: Scenario, pairs: readonly RolePair[]): Scenario {
  const roleIds = idsOf(base.roles, pairs);
  // Goals that say the same are the same, and of the others those of one id.
  const goalIds = idsOf(base.goals, pairsBy(base.goals, other.goals, [(one, another) => one.text === another.text, (one, another) => one.id === another.id]));
  const roles = other.roles.map((role) => {
    const pair = pairs.find((each) => each.other === role);
    const kpiIds = idsOf(pair?.base?.kpis ?? [], pair?.kpis ?? []);
    const id = roleIds.get(role.id) ?? role.id;
    return id === role.id && isUnchanged(kpiIds) && isUnchanged(goalIds) ? role : renamedRole(role, id, kpiIds, goalIds);
  });
  if (isUnchanged(goalIds) && roles.every((role, index) => role === other.roles[index])) return other;
  return {
    ...other,
    roles,
    goals: other.goals.map((goal) => ({ ...goal, id: goalIds.get(goal.id) ?? goal.id })),
    dismissedAdvice: other.dismissedAdvice.map((advice) => ({ ...advice, roleId: advice.roleId === null ? null : (roleIds.get(advice.roleId) ?? advice.roleId) })),
  };
}

/** New ids by old ones. */
type Ids = ReadonlyMap<string, string>;
type HasId = { readonly id: string };

function idsOf(mine: readonly HasId[], pairs: readonly { readonly base: HasId | null; readonly other: HasId | null }[]): Ids {
  const taken = mine.map(({ id }) => id);
  const ids = new Map<string, string>();
  for (const { base, other } of pairs) {
    if (other === null) continue;
    const id = base?.id ?? freeId(other.id, taken);
    if (base === null) taken.push(id);
    ids.set(other.id, id);
  }
  return ids;
}

function isUnchanged(ids: Ids): boolean {
  return [...ids].every(([old, id]) => old === id);
}

function renamedRole(role: Role, id: string, kpiIds: Ids, goalIds: Ids): Role {
  const idOf = (old: string): string => kpiIds.get(old) ?? old;
  return {
    ...role,
    id,
    kpis: role.kpis.map((kpi) => ({ ...kpi, id: idOf(kpi.id), supports: kpi.supports.map((goal) => goalIds.get(goal) ?? goal) })),
    links: role.links.map((link) => renamedLink(link, idOf)),
  };
}

function renamedLink(link: Link, idOf: (id: string) => string): Link {
  const appliesTo = link.appliesTo === "all" ? link.appliesTo : link.appliesTo.map(idOf);
  switch (link.kind) {
    case "gate":
    case "modifier":
      return { ...link, measuredBy: idOf(link.measuredBy), appliesTo };
    case "matrix":
      return { ...link, measuredBy: [idOf(link.measuredBy[0]), idOf(link.measuredBy[1])], appliesTo };
  }
}

/** @param theirs the other's role with the base's ids */
function alignRole({ base, other, kpis }: RolePair, theirs: Role | null): readonly { readonly from: Role; readonly to: Role }[] {
  if (base === null) return theirs === null ? [] : [{ from: absent(theirs), to: theirs }];
  if (theirs === null || other === null) return [{ from: base, to: absent(base) }];
  const sides = kpis.flatMap((pair) => alignKpi(pair.base, pair.other === null ? null : (theirs.kpis[other.kpis.indexOf(pair.other)] ?? pair.other)));
  return [{ from: { ...base, kpis: sides.map(({ from }) => from) }, to: { ...theirs, kpis: sides.map(({ to }) => to) } }];
}

/** Nobody is in it; everything else as it is where somebody is. */
function absent(role: Role): Role {
  return { ...role, headcount: 0, newHires: [] };
}

const NOTHING = 0 as BasisPoints;

function alignKpi(base: KpiPair["base"], other: KpiPair["other"]): readonly { readonly from: Kpi; readonly to: Kpi }[] {
  if (base === null) return other === null ? [] : [{ from: { ...other, weight: NOTHING }, to: other }];
  if (other === null) return [{ from: base, to: { ...base, weight: NOTHING } }];
  return [{ from: { ...base, curve: base.curve ?? other.curve }, to: { ...other, curve: other.curve ?? base.curve } }];
}
