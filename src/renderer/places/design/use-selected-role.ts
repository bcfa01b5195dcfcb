import type { Role } from "#shared/model/scenario.ts";
import { useScenario, useSession } from "../../state/use-stores.ts";

/** The role that is being designed: the chosen one, or the first where the chosen one is gone; null without roles. */
export function useSelectedRole(): Role | null {
  const { roles } = useScenario();
  const roleId = useSession((session) => session.roleId);
  return roles.find((role) => role.id === roleId) ?? roles[0] ?? null;
}
