/** Which KPIs a link looks at, and which it acts on: read the same by the engine, the file reader and every change. */
import type { Kpi, Link, Matrix } from "./scenario.ts";

/** Ids of the KPIs whose attainment a link looks at: two for a matrix, one for the others. */
export function measuringIds(link: Link): readonly [string, ...string[]] {
  return link.kind === "matrix" ? link.measuredBy : [link.measuredBy];
}

/** Whether a link acts on a KPI. "all" is every weighted KPI except the measuring ones; a list may name a measuring one. */
export function actsOn(link: Link, kpi: Pick<Kpi, "id" | "weight">): boolean {
  return mayActOn(link, kpi.id) && (link.appliesTo !== "all" || kpi.weight > 0);
}

/** Whether a link acts on a KPI once it has a weight: what must hold whatever the weights are is asked of this. */
export function mayActOn(link: Link, kpiId: string): boolean {
  return link.appliesTo === "all" ? !measuringIds(link).includes(kpiId) : link.appliesTo.includes(kpiId);
}

/** Place of the first matrix that may act on a KPI; -1 where none does. A KPI takes one, since a matrix stands in place of its curve. */
export function matrixFor(links: readonly Link[], kpiId: string): number {
  return links.findIndex((link) => link.kind === "matrix" && mayActOn(link, kpiId));
}

/**
 * The first of some links that is a matrix in the way of another one: both act on one KPI, which `kpiId` names, or both on
 * "all", so that any KPI still to come would have two (`kpiId` null). null where none is in the way.
 */
export function matrixInTheWay(links: readonly Link[], matrix: Matrix, kpis: readonly Pick<Kpi, "id">[]): { readonly index: number; readonly kpiId: string | null } | null {
  const taken = kpis.find((kpi) => mayActOn(matrix, kpi.id) && matrixFor(links, kpi.id) !== -1);
  if (taken !== undefined) return { index: matrixFor(links, taken.id), kpiId: taken.id };
  const index = matrix.appliesTo === "all" ? links.findIndex((link) => link.kind === "matrix" && link.appliesTo === "all") : -1;
  return index === -1 ? null : { index, kpiId: null };
}
