/** The expected cost and where it stands to the budget, said once after a change. */
import { useCallback, type ReactElement } from "react";
import type { SimulationOutcome } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { formatPercent, spokenMoney } from "#shared/report/format.ts";
import { roundMoney } from "#shared/units/money.ts";
import { SpokenAfterQuiet } from "../controls/SpokenAfterQuiet.tsx";
import { useScenario } from "../state/use-stores.ts";
import { expectedOf, gapOf } from "../state/expected.ts";

export function SpokenCost({ outcome }: { readonly outcome: SimulationOutcome | null }): ReactElement {
  const scenario = useScenario();
  const words = useCallback(() => costInWords(scenario, outcome), [scenario, outcome]);
  return <SpokenAfterQuiet words={words} />;
}

function costInWords(scenario: Scenario, outcome: SimulationOutcome | null): string {
  const expected = expectedOf(scenario, outcome);
  const { average } = gapOf(scenario, expected);
  const cost = expected.total?.cost ?? average.cost;
  const said = `${expected.total === null ? "Cost at average attainment" : "Expected cost"} ${expected.total?.isCoarse === true ? "about " : ""}${spokenMoney(cost, scenario.currency)}`;
  if (scenario.cost.budget === null) return said;
  const budget = roundMoney(scenario.cost.budget, scenario.currency);
  if (cost === budget) return `${said}, on budget`;
  const share = budget === 0 ? "" : `${formatPercent(Math.abs(cost - budget) / budget, 1)} `;
  return `${said}, ${share}${cost > budget ? "over" : "under"} budget`;
}
