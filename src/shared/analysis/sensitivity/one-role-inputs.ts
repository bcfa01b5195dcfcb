/** Inputs of one role: its split, pay, people, largest weight and plan cap, moved as goal seek moves them. */
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import { titleOf } from "../names.ts";
import { leverAt, withLever, type Lever } from "../solve/lever.ts";
import { inOneStep, type Input, type Inputs } from "./input.ts";

/** How far each is moved either way, here and for all roles together. */
export const SHARE = 0.1;
export const EARNINGS_TIMES = 0.1;
export const PLAN_CAP = 0.5;
const HEADS = 2;
const HEADS_TIMES = 0.1;

/** So many people more or fewer. */
export function headsMoved(headcount: number): number {
  return Math.max(HEADS, Math.round(headcount * HEADS_TIMES));
}

/** The inputs of a role, and what it does not have. */
export function oneRoleInputs(scenario: Scenario, role: Role): Inputs {
  const { id } = role;
  const title = titleOf(role);
  const heaviest = heaviestOf(role);
  const weight = heaviest === null ? null : lever(scenario, `roles.${id}.kpis.${heaviest.id}.weight`, `weight/${id}/${heaviest.id}`, "percent", SHARE);
  const planCap = lever(scenario, `roles.${id}.payoutCap`, `planCap/${id}`, "percent", PLAN_CAP);
  const inputs = [
    lever(scenario, `roles.${id}.baseShare`, `split/${id}`, "percent", SHARE),
    lever(scenario, `roles.${id}.onTargetEarnings`, `earnings/${id}`, "money", role.onTargetEarnings * EARNINGS_TIMES),
    lever(scenario, `roles.${id}.headcount`, `headcount/${id}`, "count", headsMoved(role.headcount)),
    weight,
    planCap,
  ];
  return {
    inputs: inputs.filter((each) => each !== null),
    missing: [...(weight === null ? [`No weight of ${title} can move.`] : []), ...(planCap === null ? [`${title} has no plan cap.`] : [])],
  };
}

/** The largest weight that is not locked, the first of equals. */
export function heaviestOf(role: Role): Kpi | null {
  return role.kpis.filter((kpi) => !kpi.locked && kpi.weight > 0).reduce<Kpi | null>((most, kpi) => (most === null || kpi.weight > most.weight ? kpi : most), null);
}

/** null where the document has no such number, or where it cannot move. */
export function movableAt(scenario: Scenario, path: string): Lever | null {
  const answer = leverAt(scenario, path);
  return answer.ok && answer.lever.held === null && !answer.lever.isEmpty ? answer.lever : null;
}

function lever(scenario: Scenario, path: string, id: string, unit: Input["unit"], by: number): Input | null {
  const found = movableAt(scenario, path);
  if (found === null) return null;
  const { label, value, min, max, stepsPerUnit } = found;
  return { id, label, unit, current: value, from: value - by, to: value + by, least: min, most: max, stepsPerUnit, note: null, at: inOneStep((to) => withLever(scenario, path, to)) };
}
