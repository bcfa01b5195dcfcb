/** Split, pay, people, weight and plan cap: of which role, or of all of them. */
import { evaluateScenario } from "../../engine/index.ts";
import type { Role, Scenario } from "../../model/scenario.ts";
import { allRolesInputs } from "./all-roles-inputs.ts";
import { isCounting } from "../curves/figures-in-scope.ts";
import type { Inputs } from "./input.ts";
import { oneRoleInputs } from "./one-role-inputs.ts";

/** Whose split, pay, people, weight and plan cap are moved. */
export type RoleScope = { readonly of: "costliest" } | { readonly of: "all" } | { readonly of: "role"; readonly id: string };

/** The inputs of a role; of the costliest where the one asked for is not in the cost. None where no role is. */
export function roleInputs(scenario: Scenario, scope: RoleScope): Inputs {
  const counting = scenario.roles.filter(isCounting);
  if (scope.of === "all" && counting.length > 0) return allRolesInputs(scenario, counting);
  const role = (scope.of === "role" ? counting.find(({ id }) => id === scope.id) : undefined) ?? rolesByCost(scenario)[0];
  return role === undefined ? { inputs: [], missing: [] } : oneRoleInputs(scenario, role);
}

/** The roles that count in cost and have people, the largest cost at target first, equal ones in the order of the document. */
export function rolesByCost(scenario: Scenario): readonly Role[] {
  const { roles } = evaluateScenario(scenario, { kind: "uniform", attainment: 1 });
  return scenario.roles
    .map((role, index) => ({ role, cost: roles[index]?.cost.cost ?? 0 }))
    .filter(({ role }) => isCounting(role))
    .sort((a, b) => b.cost - a.cost)
    .map(({ role }) => role);
}
