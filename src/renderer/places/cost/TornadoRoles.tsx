/** Whose split, OTE, headcount, weight and plan cap are moved: the costliest role, another one, or all together. */
import { useMemo, type ReactElement } from "react";
import { rolesByCost, type RoleScope } from "#shared/analysis/index.ts";
import type { Role } from "#shared/model/scenario.ts";
import { Select, type SelectOption } from "../../controls/Select.tsx";
import { sessionStore } from "../../state/session-store.ts";
import { useScenario, useSession, useSettled } from "../../state/use-stores.ts";
import { useAtRest } from "../../charts/use-at-rest.ts";

type Choice = RoleScope["of"] | `role/${string}`;

export function TornadoRoles(): ReactElement | null {
  const scenario = useScenario();
  // While something moves, nothing is asked and the order stays.
  const atRest = useAtRest(scenario, useSettled(), Object.is);
  const roles = useMemo(() => rolesByCost(atRest), [atRest]);
  const scope = useSession((session) => session.tornadoRoles);
  if (roles.length < 2) return null;
  return <Select label="Roles that are moved" value={choiceOf(scope, roles)} options={optionsOf(roles)} align="end" onChange={(choice) => sessionStore.setState({ tornadoRoles: scopeOf(choice) })} />;
}

function choiceOf(scope: RoleScope, [costliest, ...others]: readonly Role[]): Choice {
  if (scope.of !== "role") return scope.of;
  return scope.id !== costliest?.id && others.some(({ id }) => id === scope.id) ? `role/${scope.id}` : "costliest";
}

function optionsOf(roles: readonly Role[]): readonly SelectOption<Choice>[] {
  return [
    ...roles.map(({ id, title }, index): SelectOption<Choice> => {
      const label = title.trim() === "" ? "Untitled role" : title;
      return index === 0 ? { value: "costliest", label, hint: "Costs most at target" } : { value: `role/${id}`, label };
    }),
    { value: "all", label: "All roles" },
  ];
}

function scopeOf(choice: Choice): RoleScope {
  if (choice === "costliest" || choice === "all") return { of: choice };
  return { of: "role", id: choice.slice("role/".length) };
}
