/** The base's role and KPI that the curves are of. */
import type { Kpi, Role } from "#shared/model/scenario.ts";
import { useComparison, useComparisonState } from "../../state/use-stores.ts";

/** null in a scenario without roles. */
export function useComparedRole(): Role | null {
  const { base } = useComparison();
  const chosen = useComparisonState((state) => state.roleId);
  return base.scenario.roles.find(({ id }) => id === chosen) ?? base.scenario.roles[0] ?? null;
}

/** The chosen KPI that carries weight; null for the role's total. */
export function useComparedKpi(role: Role | null): Kpi | null {
  const chosen = useComparisonState((state) => state.kpiId);
  const paid = role === null ? [] : role.kpis.filter(({ weight, curve }) => weight > 0 && curve !== null);
  if (chosen === TOTAL) return null;
  return paid.find(({ id }) => id === chosen) ?? paid[0] ?? null;
}

/** In place of a KPI's id: the curve of the whole role. */
export const TOTAL = "";
