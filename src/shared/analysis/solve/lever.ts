/** Levers: every number of a plan that can be moved to reach a goal, found by its path. */
import type { ParameterSpec } from "../../model/parameters.ts";
import type { Scenario } from "../../model/scenario.ts";
import { minorPerUnit } from "../../units/currency.ts";
import { isLocked, lockAmong, type LeverEntry } from "./lever-entry.ts";
import { nearestPath } from "./nearest-path.ts";
import { roleLevers } from "./role-levers.ts";
import { scenarioLevers } from "./scenario-levers.ts";

/** One number of a plan, with the range it may move in while everything else stays. */
export type Lever = {
  /** `roles.cam.baseShare`: roles and KPIs by id, everything else as in a file. */
  readonly path: string;
  readonly label: string;
  readonly unit: ParameterSpec["unit"];
  /**
   * As a file holds it: currency units, ratios, shares of one (weights too), counts, a KPI's own unit. Of an empty limit the value
   * from which down it would bind; of a figure that the plan does not have the least there is.
   */
  readonly value: number;
  /** The document leaves it empty, or the plan has no such figure. */
  readonly isEmpty: boolean;
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  /** How many steps make 1: 100 for dollars (a cent), 10,000 for shares and ratios (0.01 %), 1 for whole numbers. */
  readonly stepsPerUnit: number;
  /** The role it is of; null for the scenario. */
  readonly roleId: string | null;
  /** Why it cannot move at all; null where it can. */
  readonly held: string | null;
  /** What moves with it and what does not, in a sentence; null where it is one number alone. */
  readonly note: string | null;
};

export type LeverAnswer =
  | { readonly ok: true; readonly lever: Lever }
  | { readonly ok: false; readonly message: string; readonly nearest: string | null };

/** Steps of a share or ratio: hundredths of a percent. */
const RATIO_STEPS = 10_000;
/** Steps of a number in a unit of its own. */
const OWN_STEPS = 100;

/** A lever and the scenario with another value in it; null where there is none. */
export type MovableLever = { readonly lever: Lever; readonly moved: (value: number) => Scenario };

/**
 * The lever at a path; where there is none, why not, and the existing path that is most like it.
 * @param locks paths that must stay, each with everything below it. Locked weights give and take nothing
 */
export function leverAt(scenario: Scenario, path: string, locks: readonly string[] = []): LeverAnswer {
  const found = movableLever(scenario, path, locks);
  return found === null ? noLever(scenario, path) : { ok: true, lever: found.lever };
}

/** Why there is no lever at a path, and what may have been meant. */
export function noLever(scenario: Scenario, path: string): Extract<LeverAnswer, { ok: false }> {
  const paths = leverPaths(scenario);
  return paths.includes(path)
    ? { ok: false, message: `“${path}” is empty; give it a value first.`, nearest: null }
    : { ok: false, message: `There is no input “${path}”.`, nearest: nearestPath(path, paths) };
}

/**
 * The scenario with another value in a lever, everything else as it was; the other weights of a role give and take
 * (editing/weights.ts). A value outside the lever's bounds becomes the nearest bound, a whole one is rounded.
 * @returns the same scenario where there is no such lever or it is held
 */
export function withLever(scenario: Scenario, path: string, value: number, locks: readonly string[] = []): Scenario {
  return movableLever(scenario, path, locks)?.moved(value) ?? scenario;
}

/** {@link leverAt} and {@link withLever} in one, for many values of one lever. */
export function movableLever(scenario: Scenario, path: string, locks: readonly string[]): MovableLever | null {
  const entry = entryAt(scenario, path, locks);
  const lever = entry === null ? null : leverOf(entry, scenario, locks);
  if (entry === null || lever === null) return null;
  const { min, max, whole, held } = lever;
  const moved = (value: number): Scenario => {
    if (held !== null) return scenario;
    const bounded = Math.min(max, Math.max(min, value));
    return entry.write(whole ? Math.round(bounded) : bounded);
  };
  return { lever, moved };
}

/** The paths of every lever of a plan, in the order of the document; empty fields included. */
export function leverPaths(scenario: Scenario): readonly string[] {
  return leverEntries(scenario, []).map((entry) => entry.path);
}

/** Every lever that has a value or would limit something, in the order of the document. */
export function leversOf(scenario: Scenario, locks: readonly string[] = []): readonly Lever[] {
  return leverEntries(scenario, locks).flatMap((entry) => leverOf(entry, scenario, locks) ?? []);
}

function leverEntries(scenario: Scenario, locks: readonly string[]): readonly LeverEntry[] {
  return [...scenarioLevers(scenario), ...scenario.roles.flatMap((role) => [...roleLevers(scenario, role, locks)])];
}

function entryAt(scenario: Scenario, path: string, locks: readonly string[]): LeverEntry | null {
  const own = scenarioLevers(scenario, path).find((entry) => entry.path === path);
  if (own !== undefined) return own;
  for (const role of scenario.roles) {
    if (!path.startsWith(`roles.${role.id}.`)) continue;
    const entry = roleLevers(scenario, role, locks, path).find((each) => each.path === path);
    if (entry !== undefined) return entry;
  }
  return null;
}

/** null where the document has nothing there. */
function leverOf(entry: LeverEntry, scenario: Scenario, locks: readonly string[]): Lever | null {
  const value = entry.value ?? entry.bindsFrom ?? (entry.held === undefined || entry.held === null ? null : entry.spec.min);
  if (value === null) return null;
  const { path, label, spec, roleId } = entry;
  const min = Math.max(spec.min, entry.least ?? spec.min);
  const max = Math.max(min, Math.min(spec.max, entry.most ?? spec.max));
  const whole = spec.whole === true;
  const lockBelow = lockAmong(entry.changes ?? [], locks);
  const held = isLocked(path, locks) ? `${label} is locked.` : lockBelow === null ? (entry.held ?? null) : `${label} would change “${lockBelow}”, which is locked.`;
  const isMoney = spec.unit === "currency" || entry.isMoney === true;
  const stepsPerUnit = whole ? 1 : isMoney ? minorPerUnit(scenario.currency) : spec.unit === "own" || spec.unit === "count" ? OWN_STEPS : RATIO_STEPS;
  return { path, label, unit: isMoney ? "currency" : spec.unit, value, isEmpty: entry.value === null, min, max, whole, stepsPerUnit, roleId, held, note: entry.note ?? null };
}
