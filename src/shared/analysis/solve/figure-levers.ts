/** Levers that are no number of the document: a figure that many curves have, moved in all of them. */
import type { Role, Scenario } from "../../model/scenario.ts";
import { CURVE_FIGURES, figureInScope, isCurveFigureName, type CurveFigureName } from "../curves/figures-in-scope.ts";
import { titleOf } from "../names.ts";
import type { LeverEntry } from "./lever-entry.ts";

/**
 * Threshold, accelerator, what excellence pays and cap of every KPI of a role, or of every role that counts in cost: the mean,
 * moved by the same points in every curve that has the figure, as far as all of them can go. Held where no curve has it.
 * @param role null for the company
 * @param only the one path that is asked for, where it is one
 */
export function curveFigureLevers(scenario: Scenario, role: Role | null, only?: string): readonly LeverEntry[] {
  const path = (name: CurveFigureName): string => (role === null ? `curves.${name}` : `roles.${role.id}.curves.${name}`);
  return Object.keys(CURVE_FIGURES).filter(isCurveFigureName).filter((name) => only === undefined || only === path(name)).map((name) => curveFigureLever(scenario, role, name, path(name)));
}

function curveFigureLever(scenario: Scenario, role: Role | null, name: CurveFigureName, path: string): LeverEntry {
  const { label, words, spec } = CURVE_FIGURES[name];
  const title = role === null ? null : titleOf(role);
  const own = { path, label: title === null ? `${label}, every role` : `${label}, every KPI, ${title}`, spec, roleId: role === null ? null : role.id };
  const found = figureInScope(scenario, own.roleId, name);
  if (found === null) return { ...own, value: null, held: `No curve of ${title ?? "a role that counts in cost"} has ${words}.`, write: () => scenario };
  const { current, least, most, moving, others, at } = found;
  return { ...own, value: current, least, most, note: noteOf(moving.length, others, words, role !== null), changes: moving, write: at };
}

function noteOf(moving: number, others: readonly string[], words: string, isNamed: boolean): string {
  const all = moving + others.length;
  if (others.length === 0) return all === 1 ? "There is one curve." : `Moves all ${all} curves by the same points.`;
  const rest = isNamed ? `without ${words}: ${others.join(", ")}.` : `the others are without ${words}.`;
  return `Moves ${moving} of ${all} curves${moving === 1 ? "" : " by the same points"}; ${rest}`;
}
