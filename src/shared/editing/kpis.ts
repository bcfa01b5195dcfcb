/** Changing which KPIs a role has and what they measure. The weights total 100 % after every change. */
import { ARTICLE_SCORECARD, freeId, kpiFromTemplate, kpiTemplate } from "../library/index.ts";
import { defaultRevenue } from "../model/defaults.ts";
import { measuringIds } from "../model/links.ts";
import type { Kpi, Link, Measure, Role } from "../model/scenario.ts";
import { WHOLE, basisPoints } from "../units/basis-points.ts";
import { MOST_KPIS } from "../model/limits.ts";
import { moved } from "./order.ts";
import { normaliseWeights } from "./weights.ts";

/**
 * Adds a KPI at the end with weight 0, so that the others keep theirs. Where no other can hold weight, it gets all of
 * it, and the catalogue's curve if it has none. Its id is numbered where the role already has it. A full scorecard
 * (50 KPIs) stays as it is.
 */
export function addKpi(role: Role, kpi: Kpi): Role {
  if (role.kpis.length >= MOST_KPIS) return role;
  const isFirst = !role.kpis.some((each) => each.curve !== null);
  const added: Kpi = {
    ...kpi,
    id: freeId(kpi.id, role.kpis.map((each) => each.id)),
    weight: isFirst ? WHOLE : basisPoints(0),
    curve: isFirst ? (kpi.curve ?? kpiTemplate(kpi.measure).curve) : kpi.curve,
  };
  return { ...role, kpis: [...role.kpis, added] };
}

/** A role without a KPI, and what went with it, for the words of the undo offer. */
export type KpiRemoval = {
  readonly role: Role;
  /** Measured-only KPIs that went too, because none is left that pays. */
  readonly removedKpis: readonly Kpi[];
  /** Links measured by a KPI that went, or applying to nothing else. */
  readonly removedLinks: readonly Link[];
  /** Links that named it beside others, as they were before: they now apply to the others only. */
  readonly narrowedLinks: readonly Link[];
};

/**
 * Removes a KPI. The unlocked others take its weight in proportion; where all others are locked, they take it in
 * proportion too, since nobody else can ({@link normaliseWeights}). Links never point to a KPI that is gone. With the
 * last KPI that pays, those that are only measured go too: weights could not total 100 % without one that pays.
 * An unknown id changes nothing.
 */
export function removeKpi(role: Role, kpiId: string): KpiRemoval {
  const others = role.kpis.filter((kpi) => kpi.id !== kpiId);
  if (others.length === role.kpis.length) return { role, removedKpis: [], removedLinks: [], narrowedLinks: [] };
  const left = others.some((kpi) => kpi.curve !== null) ? others : [];
  return { ...withKpis(role, withTotalWeight(left)), removedKpis: left.length === 0 ? others : [] };
}

/**
 * Moves a KPI to a place in the order.
 * @param to index it has afterwards; limited to the list. An unknown id or the same place changes nothing
 */
export function moveKpi(role: Role, kpiId: string, to: number): Role {
  const kpis = moved(role.kpis, kpiId, to);
  return kpis === role.kpis ? role : { ...role, kpis };
}

/**
 * Changes what a KPI measures. Weight, lock, curve, outlook and excellence stay. A name the person has not changed
 * becomes the new measure's; unit, direction and whether it is credited revenue become the new measure's; the target
 * stays where the unit does, otherwise it would be a number of something else. An unknown id changes nothing.
 */
export function changeMeasure(role: Role, kpiId: string, measure: Measure): Role {
  const kpi = role.kpis.find((each) => each.id === kpiId);
  if (kpi === undefined || kpi.measure === measure) return role;
  const template = kpiTemplate(measure);
  const changed: Kpi = {
    ...kpi,
    measure,
    name: kpi.name === kpiTemplate(kpi.measure).name ? template.name : kpi.name,
    unit: template.unit,
    direction: template.direction,
    target: kpi.unit === template.unit ? kpi.target : template.target,
    revenue: defaultRevenue(measure, template.unit),
  };
  return { ...role, kpis: role.kpis.map((each) => (each.id === kpiId ? changed : each)) };
}

/**
 * Replaces the scorecard by the article's 40/30/20/10. A KPI that measures the same thing stays as it is — curve,
 * target, name, lock — and only its weight changes; the first one, where several do. A measured-only one gets the
 * catalogue's curve, since it now pays. Other KPIs go, and with them what links say of them.
 */
export function applyArticleScorecard(role: Role): Role {
  const kpis: Kpi[] = [];
  for (const { measure, weight } of ARTICLE_SCORECARD.weights) {
    const kept = role.kpis.find((kpi) => kpi.measure === measure);
    const template = kpiTemplate(measure);
    if (kept !== undefined) kpis.push({ ...kept, weight, curve: kept.curve ?? template.curve });
    else kpis.push(kpiFromTemplate(template, { kpiIds: [...role.kpis, ...kpis].map((kpi) => kpi.id) }, weight));
  }
  return withKpis(role, kpis).role;
}

function withTotalWeight(kpis: readonly Kpi[]): readonly Kpi[] {
  const weights = new Map(normaliseWeights(kpis).map(({ id, weight }) => [id, weight]));
  return kpis.map((kpi) => {
    const weight = weights.get(kpi.id) ?? kpi.weight;
    return weight === kpi.weight ? kpi : { ...kpi, weight };
  });
}

/** The role with these KPIs, its links cut down to those that are left. */
function withKpis(role: Role, kpis: readonly Kpi[]): Omit<KpiRemoval, "removedKpis"> {
  const ids = new Set(kpis.map((kpi) => kpi.id));
  const removedLinks: Link[] = [];
  const narrowedLinks: Link[] = [];
  const links = role.links.flatMap((link): readonly Link[] => {
    const appliesTo = link.appliesTo === "all" ? "all" : link.appliesTo.filter((id) => ids.has(id));
    if (!measuringIds(link).every((id) => ids.has(id)) || (appliesTo.length === 0 && link.appliesTo.length > 0)) {
      removedLinks.push(link);
      return [];
    }
    if (appliesTo.length === link.appliesTo.length) return [link];
    narrowedLinks.push(link);
    return [{ ...link, appliesTo }];
  });
  const changed = removedLinks.length + narrowedLinks.length > 0;
  return { role: { ...role, kpis, links: changed ? links : role.links }, removedLinks, narrowedLinks };
}
