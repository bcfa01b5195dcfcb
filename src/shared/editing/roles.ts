/** Changing which roles a scenario has and in which order. Value in, new value out; what did not change is shared. */
import { freeId } from "../library/index.ts";
import type { Role, Scenario } from "../model/scenario.ts";
import { MOST_ROLES } from "../model/limits.ts";
import { moved } from "./order.ts";

/**
 * Adds a role at the end. Its id is numbered where the scenario already has it. A full scenario (1,000 roles) stays as
 * it is.
 */
export function addRole(scenario: Scenario, role: Role): Scenario {
  if (scenario.roles.length >= MOST_ROLES) return scenario;
  const id = freeId(role.id, scenario.roles.map((each) => each.id));
  return { ...scenario, roles: [...scenario.roles, id === role.id ? role : { ...role, id }] };
}

/**
 * Puts a copy right after a role: "… copy", then "… copy 2", with a fresh id and everything else the same. Reasons for
 * dismissed advice stay with the original. An unknown id or a full scenario changes nothing.
 */
export function duplicateRole(scenario: Scenario, roleId: string): Scenario {
  const index = scenario.roles.findIndex((role) => role.id === roleId);
  const original = scenario.roles[index];
  if (original === undefined || scenario.roles.length >= MOST_ROLES) return scenario;
  const copy: Role = {
    ...original,
    id: freeId(original.id.replace(/-\d+$/u, ""), scenario.roles.map((role) => role.id)),
    title: copyTitle(original.title, scenario.roles.map((role) => role.title)),
  };
  return { ...scenario, roles: scenario.roles.toSpliced(index + 1, 0, copy) };
}

/**
 * Moves a role to a place in the order.
 * @param to index it has afterwards; limited to the list. An unknown id or the same place changes nothing
 */
export function moveRole(scenario: Scenario, roleId: string, to: number): Scenario {
  const roles = moved(scenario.roles, roleId, to);
  return roles === scenario.roles ? scenario : { ...scenario, roles };
}

/**
 * Removes a role and the reasons for advice dismissed on it, which would point nowhere. An unknown id changes nothing.
 */
export function removeRole(scenario: Scenario, roleId: string): Scenario {
  const roles = scenario.roles.filter((role) => role.id !== roleId);
  if (roles.length === scenario.roles.length) return scenario;
  const dismissedAdvice = scenario.dismissedAdvice.filter((advice) => advice.roleId !== roleId);
  return { ...scenario, roles, dismissedAdvice: dismissedAdvice.length === scenario.dismissedAdvice.length ? scenario.dismissedAdvice : dismissedAdvice };
}

function copyTitle(title: string, taken: readonly string[]): string {
  const stem = `${title.replace(/ copy( \d+)?$/u, "")} copy`.trimStart();
  if (!taken.includes(stem)) return stem;
  let number = 2;
  while (taken.includes(`${stem} ${number}`)) number += 1;
  return `${stem} ${number}`;
}
