/** Levers that are no number of the document: a figure that many curves have, moved in all of them. */
import type { Role, Scenario } from "../../model/scenario.ts";
import { CURVE_FIGURES, figureSteps, isCounting, isCurveFigureName, weighedSteps, type CurveFigureName, type WeighedKpi } from "../curves/figures-in-scope.ts";
import { nameOf, titleOf } from "../names.ts";
import { finished } from "../stoppable.ts";
import type { LeverEntry } from "./lever-entry.ts";

/**
 * Threshold, accelerator, what excellence pays and cap of every KPI of a role, or of every role that counts in cost: the mean,
 * moved by the same points in every curve that has the figure, each no further than it can. Held where no curve has it.
 * @param role null for the company
 * @param only the one path that is asked for, where it is one
 */
export function curveFigureLevers(scenario: Scenario, role: Role | null, only?: string): readonly LeverEntry[] {
  const path = (name: CurveFigureName): string => (role === null ? `curves.${name}` : `roles.${role.id}.curves.${name}`);
  const names = Object.keys(CURVE_FIGURES).filter(isCurveFigureName).filter((name) => only === undefined || only === path(name));
  if (names.length === 0) return [];
  const weighed = finished(weighedSteps(role === null ? scenario.roles.filter(isCounting) : [role], scenario));
  return names.map((name) => curveFigureLever(scenario, weighed, { role, name, path: path(name) }));
}

type Asked = { readonly role: Role | null; readonly name: CurveFigureName; readonly path: string };

function curveFigureLever(scenario: Scenario, weighed: readonly WeighedKpi[], { role, name, path }: Asked): LeverEntry {
  const { label, words, spec } = CURVE_FIGURES[name];
  const title = role === null ? null : titleOf(role);
  const own = { path, label: title === null ? `${label}, every role` : `${label}, every KPI, ${title}`, spec, roleId: role === null ? null : role.id };
  const found = finished(figureSteps(scenario, weighed, name));
  if (found === null) return { ...own, value: null, held: `No curve of ${title ?? "a role that counts in cost"} has ${words}.`, write: () => scenario };
  const { current, least, most, moving, others, at } = found;
  return {
    ...own, value: current, least, most,
    note: noteOf(moving.length, others.map(({ kpi }) => nameOf(kpi)), words, role !== null),
    changes: moving.map(({ role: { id }, kpi }) => `roles.${id}.kpis.${kpi.id}.curve`),
    write: (value) => finished(at(value)),
  };
}

function noteOf(moving: number, others: readonly string[], words: string, isNamed: boolean): string {
  const all = moving + others.length;
  if (others.length === 0) return all === 1 ? "There is one curve." : `Moves all ${all} curves by the same points, each no further than it can.`;
  const rest = isNamed ? `without ${words}: ${others.join(", ")}.` : `the others are without ${words}.`;
  return `Moves ${moving} of ${all} curves${moving === 1 ? "" : " by the same points, each no further than it can"}; ${rest}`;
}
