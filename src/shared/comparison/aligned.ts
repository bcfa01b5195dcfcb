/** Two scenarios as one list of roles and KPIs, so that any part of one can be put in the place of the same part of the other. */
import type { BasisPoints } from "../units/basis-points.ts";
import type { Kpi, Link, Role, Scenario } from "../model/scenario.ts";
import { freeId } from "../model/free-id.ts";
import type { KpiPair, RolePair } from "./match-roles.ts";

export type AlignedScenarios = { readonly from: Scenario; readonly to: Scenario };

/**
 * Both scenarios with every role and KPI that either has, in the same order and with the base's ids
 * (docs/compensation-model.md, "Bridge"): a role that one has not is there without people, a KPI with weight 0. A KPI
 * without a curve, which pays nothing, has the other's, so that the curve is no change beside its weight. A role that only
 * the other has, under an id that the base has too, has a free one: roles matched by hand may leave such a role.
 */
export function alignScenarios(base: Scenario, other: Scenario, pairs: readonly RolePair[]): AlignedScenarios {
  const taken = base.roles.map(({ id }) => id);
  const sides = pairs.flatMap((pair) => {
    if (pair.base !== null || pair.other === null) return alignRole(pair);
    const id = freeId(pair.other.id, taken);
    taken.push(id);
    return alignRole({ ...pair, other: { ...pair.other, id } });
  });
  return { from: { ...base, roles: sides.map(({ from }) => from) }, to: { ...other, roles: sides.map(({ to }) => to) } };
}

function alignRole({ base, other, kpis }: RolePair): readonly { readonly from: Role; readonly to: Role }[] {
  if (base === null) return other === null ? [] : [{ from: absent(other), to: other }];
  if (other === null) return [{ from: base, to: absent(base) }];
  const sides = kpis.flatMap(alignKpi);
  const renamed = new Map(kpis.flatMap((pair) => (pair.base === null || pair.other === null ? [] : [[pair.other.id, pair.base.id]])));
  const idOf = (id: string): string => renamed.get(id) ?? id;
  return [{
    from: { ...base, kpis: sides.map(({ from }) => from) },
    to: { ...other, id: base.id, kpis: sides.map(({ to }) => to), links: other.links.map((link) => renamedLink(link, idOf)) },
  }];
}

/** Nobody is in it; everything else as it is where somebody is. */
function absent(role: Role): Role {
  return { ...role, headcount: 0, newHires: [] };
}

const NOTHING = 0 as BasisPoints;

function alignKpi({ base, other }: KpiPair): readonly { readonly from: Kpi; readonly to: Kpi }[] {
  if (base === null) return other === null ? [] : [{ from: { ...other, weight: NOTHING }, to: other }];
  if (other === null) return [{ from: base, to: { ...base, weight: NOTHING } }];
  return [{ from: { ...base, curve: base.curve ?? other.curve }, to: { ...other, id: base.id, curve: other.curve ?? base.curve } }];
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
