/** Which KPIs a link looks at, and which it acts on: read the same by the engine, the file reader and every change. */
import type { Kpi, Link } from "./scenario.ts";

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
