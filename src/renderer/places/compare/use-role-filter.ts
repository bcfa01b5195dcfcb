/** The role that people, and inputs that differ, are shown of. */
import { matchRoles } from "#shared/comparison/index.ts";
import { useComparison, usePeople } from "../../state/use-stores.ts";

/** The role that is shown alone; null for all, also where the people are of a scenario without that role. */
export function useRoleFilter(): string | null {
  const { base } = useComparison();
  const { results, roleId } = usePeople((state) => state);
  return (results?.scenario ?? base.scenario).roles.some(({ id }) => id === roleId) ? roleId : null;
}

/** The same role as the base has it: results may have been read with another scenario. null for all. */
export function useRoleFilterInBase(): string | null {
  const { base } = useComparison();
  const results = usePeople((state) => state.results);
  const roleId = useRoleFilter();
  if (results === null || roleId === null) return roleId;
  return matchRoles(results.scenario, base.scenario).find((pair) => pair.base?.id === roleId)?.other?.id ?? null;
}
