/** Advice on one role and on the whole plan, and what of it was dismissed. */
import { useMemo } from "react";
import { adviceOn, withDismissals, type AdviceReading } from "#shared/guidance/index.ts";
import type { Role, Scenario } from "#shared/model/scenario.ts";
import { useScenario } from "../../state/use-stores.ts";

export function useAdvice(role: Role): AdviceReading {
  const scenario = useScenario();
  return useMemo(() => adviceBeside(role, scenario), [role, scenario]);
}

/** What is said beside a role: its own advice and, within each kind after it, that on the whole plan. */
export function adviceBeside(role: Role, scenario: Scenario): AdviceReading {
  const isBeside = ({ roleId }: { readonly roleId: string | null }): boolean => roleId === null || roleId === role.id;
  return withDismissals(adviceOn(scenario).filter(isBeside), { dismissedAdvice: scenario.dismissedAdvice.filter(isBeside) });
}

/** How much is neither met nor dismissed. */
export function countOpen({ open }: AdviceReading): number {
  return open.filter((advice) => advice.severity !== "met").length;
}
