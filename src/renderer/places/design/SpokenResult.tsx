/** The cost at target and where it stands to the budget, said once after a change. */
import { useCallback, type ReactElement } from "react";
import { headline } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { formatPercent, spokenMoney } from "#shared/report/format.ts";
import { SpokenAfterQuiet } from "../../controls/SpokenAfterQuiet.tsx";
import { useScenario } from "../../state/use-stores.ts";

export function SpokenResult(): ReactElement {
  const scenario = useScenario();
  const words = useCallback(() => resultInWords(scenario), [scenario]);
  return <SpokenAfterQuiet words={words} />;
}

function resultInWords(scenario: Scenario): string {
  const { costAtTarget, againstBudget, againstBudgetShare } = headline(scenario);
  const cost = `Cost at target ${spokenMoney(costAtTarget, scenario.currency)}`;
  if (againstBudget === null) return cost;
  if (againstBudget === 0) return `${cost}, on budget`;
  const share = againstBudgetShare === null ? "" : `${formatPercent(Math.abs(againstBudgetShare), 1)} `;
  return `${cost}, ${share}${againstBudget > 0 ? "over" : "under"} budget`;
}
