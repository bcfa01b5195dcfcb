/** What a year costs, over all simulated years; on windows wide enough for a third chart. */
import { useMemo, type ReactElement } from "react";
import { costAtAverage } from "#shared/engine/index.ts";
import { NO_MONEY, roundMoney } from "#shared/units/money.ts";
import { YearlyCostChart } from "../../charts/YearlyCostChart.tsx";
import { useScenario, useSettled, useSimulation } from "../../state/use-stores.ts";

const NO_YEARS = { costs: new Float64Array(0), p10: NO_MONEY, p50: NO_MONEY, p90: NO_MONEY, expected: { cost: NO_MONEY }, overBudget: null, isCoarse: false };

export function YearlyCard(): ReactElement {
  const scenario = useScenario();
  const settled = useSettled();
  const outcome = useSimulation((state) => state.outcome);
  const isUpdating = useSimulation((state) => state.isUpdating);
  const average = useMemo(() => costAtAverage(scenario).cost, [scenario]);
  const { costs, p10, p50, p90, expected, overBudget, isCoarse } = outcome ?? NO_YEARS;
  const { currency, cost: { budget } } = scenario;
  return (
    <YearlyCostChart
      title="Yearly outcomes"
      costs={costs}
      p10={p10}
      p50={p50}
      p90={p90}
      expected={expected.cost}
      costAtAverage={average}
      budget={budget === null ? null : roundMoney(budget, currency)}
      overBudget={overBudget}
      currency={currency}
      isCoarse={isCoarse}
      settled={settled}
      isUpdating={isUpdating}
    />
  );
}
