/** What simulated years cost, against the budget: in Cost, and in Design where the window is wide enough. */
import type { ReactElement } from "react";
import { roundMoney } from "#shared/units/money.ts";
import { YearlyCostChart } from "../charts/YearlyCostChart.tsx";
import { expectedOf, gapCause, gapOf } from "../state/expected.ts";
import { useScenario, useSettled, useSimulation } from "../state/use-stores.ts";

const NO_YEARS = new Float64Array();
const NOTHING = roundMoney(0, "USD");

export function YearlyCostCard({ title }: { readonly title: string }): ReactElement {
  const scenario = useScenario();
  const settled = useSettled();
  const { outcome, isUpdating } = useSimulation((state) => state);
  const expected = expectedOf(scenario, outcome);
  const { average, gap } = gapOf(scenario, expected);
  const { cost: { budget }, currency } = scenario;
  return (
    <YearlyCostChart
      title={title}
      costs={outcome?.costs ?? NO_YEARS}
      p10={outcome?.p10 ?? NOTHING}
      p50={outcome?.p50 ?? NOTHING}
      p90={outcome?.p90 ?? NOTHING}
      expected={expected.total?.cost ?? average.cost}
      costAtAverage={average.cost}
      gap={gap ?? 0}
      gapCause={gapCause(scenario)}
      budget={budget === null ? null : roundMoney(budget, currency)}
      overBudget={outcome?.overBudget ?? null}
      currency={currency}
      isCoarse={outcome?.isCoarse ?? true}
      isExpectedCoarse={expected.total?.isCoarse ?? false}
      settled={settled}
      isUpdating={isUpdating}
    />
  );
}
