/** Which control of the window sets a value of the document: the way from an explanation, or a piece of advice, to the field. */
import type { TracePlace } from "#shared/engine/index.ts";

/** Fields of a role by the name they have in the file; null for what has no field of its own yet. */
const ROLE_CONTROLS: Readonly<Record<string, string>> = {
  onTargetEarnings: "ote",
  headcount: "headcount",
  baseShare: "base-share",
  vacancy: "vacancy",
  countsInCost: "counts-in-cost",
  salesCycleMonths: "sales-cycle",
  title: "title",
  newHires: "hires-and-draw",
  draw: "hires-and-draw",
  links: "links",
};

const KPI_CONTROLS: Readonly<Record<string, string>> = {
  weight: "weight-field",
  target: "target",
  curve: "curve-plot",
  attainment: "what-if-field",
  excellence: "excellence",
};

const COST_FIELDS: readonly string[] = ["budget", "burdenOnBase", "burdenOnVariable", "fixedPerHead", "bookedRevenue", "contributionMargin"];

/**
 * The id of the control (`data-control`) that sets a value of the document, whether or not it is on screen now.
 * null for a value that no control of the window sets. Fields inside a field ("payments.frequency", "links[0].minimum")
 * lead to the control of the outer one.
 */
export function placeToControl({ roleId, kpiId, field }: TracePlace): string | null {
  const name = field.split(/[.[]/)[0] ?? field;
  if (roleId === null) {
    const inner = field.replace(/^cost\./, "");
    if (COST_FIELDS.includes(inner)) return `cost/${inner}`;
    return name === "payments" || name === "goals" ? name : name === "seasonality" || name === "frequency" || name === "basis" ? "payments" : null;
  }
  if (kpiId !== null) return `${roleId}/${kpiId}/${KPI_CONTROLS[name] ?? "details"}`;
  const control = ROLE_CONTROLS[name];
  return control === undefined ? null : `${roleId}/${control}`;
}

/**
 * The control that brings another one on screen: the button of the panel it stands in, or the nearest one that is always
 * there. null where there is nothing before it.
 */
export function openerOf(control: string): string | null {
  const parts = control.split("/");
  const own = parts.at(-1) ?? control;
  if (parts[0] === "cost") return own === "assumptions" ? null : "cost/assumptions";
  if (parts.length === 3 && parts[0] !== undefined && parts[1] !== undefined) return own === "details" ? null : `${parts[0]}/${parts[1]}/details`;
  if (parts.length === 2 && parts[0] !== undefined && IN_ROLE_DETAILS.includes(own)) return `${parts[0]}/drives`;
  return null;
}

const IN_ROLE_DETAILS: readonly string[] = ["vacancy", "counts-in-cost", "sales-cycle"];
