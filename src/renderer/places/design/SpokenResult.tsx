/** Says the result once after a change has settled, for people who do not see it. */
import { useEffect, useState, type ReactElement } from "react";
import { headline } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { formatPercent, spokenMoney } from "#shared/report/format.ts";
import { useScenario } from "../../state/use-stores.ts";

const QUIET = 600;

export function SpokenResult(): ReactElement {
  const scenario = useScenario();
  const [text, setText] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setText(resultInWords(scenario)), QUIET);
    return () => clearTimeout(timer);
  }, [scenario]);
  return (
    <div className="spoken-only" role="status" aria-live="polite">
      {text}
    </div>
  );
}

function resultInWords(scenario: Scenario): string {
  const { costAtTarget, againstBudget, againstBudgetShare } = headline(scenario);
  const cost = `Cost at target ${spokenMoney(costAtTarget, scenario.currency)}`;
  if (againstBudget === null) return cost;
  if (againstBudget === 0) return `${cost}, on budget`;
  const share = againstBudgetShare === null ? "" : `${formatPercent(Math.abs(againstBudgetShare), 1)} `;
  return `${cost}, ${share}${againstBudget > 0 ? "over" : "under"} budget`;
}
