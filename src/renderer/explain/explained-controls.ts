/** The controls on screen that take part in a figure, and what marks them while it is explained. */
import type { Question, TraceInput, TraceNode, TracePlace } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { placeToControl } from "./place-control.ts";
import { partsOf } from "./trace-words.ts";

/** Where an attainment that was asked about is set: a KPI's what-if, or the control the figure names. */
export type AskedAt = { readonly question: Question; readonly attainmentControl: string | null };

/** Where an input is set, as a place the document or the window has; null for what is fixed. */
export type InputOrigin = { readonly place: TracePlace } | { readonly control: string } | null;

/** @param node its place is null for an attainment that was asked about */
export function originOf(node: TraceInput, asked: AskedAt, scenario: Scenario): InputOrigin {
  if (node.place !== null) return { place: node.place };
  if (!node.name.startsWith("attainment")) return null;
  if (asked.attainmentControl !== null) return { control: asked.attainmentControl };
  const { question } = asked;
  if (!("roleId" in question) || !("at" in question) || question.at.kind !== "each") return null;
  const kpi = scenario.roles.find((role) => role.id === question.roleId)?.kpis.find(({ name }) => node.name === `attainment of ${name === "" ? "untitled KPI" : name}`);
  return kpi === undefined ? null : { place: { roleId: question.roleId, kpiId: kpi.id, field: "attainment" } };
}

/** Ids of every control behind a figure. What a formula only looks at besides is left out. */
export function controlsBehind(root: TraceNode, asked: AskedAt, scenario: Scenario): ReadonlySet<string> {
  const controls = new Set<string>();
  const walk = (node: TraceNode): void => {
    if (node.kind === "input") {
      const origin = originOf(node, asked, scenario);
      const control = origin === null ? null : "control" in origin ? origin.control : placeToControl(origin.place);
      if (control !== null) controls.add(control);
    }
    for (const part of partsOf(node)) walk(part);
  };
  walk(root);
  return controls;
}

/** Marks the controls with these ids, and no other. */
export function markExplained(controls: ReadonlySet<string>): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-control]")) {
    element.toggleAttribute("data-explained", controls.has(element.dataset["control"] ?? ""));
  }
}
