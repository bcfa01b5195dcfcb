/** What the company pays with everyone at the same attainment, from 50 to 150 %. */
import { useMemo, type ReactElement } from "react";
import { budgetCrossing, costLine, evaluateScenario, type AttainmentInput } from "#shared/engine/index.ts";
import { formatMoney, formatPercent } from "#shared/report/format.ts";
import { roundMoney } from "#shared/units/money.ts";
import { CostChart } from "../../charts/CostChart.tsx";
import { Figure } from "../../explain/Figure.tsx";
import { useAskPoint } from "../../explain/use-ask-point.ts";
import { useScenario, useSettled } from "../../state/use-stores.ts";

const RANGE = { roleId: null, from: 0.5, to: 1.5 };
/** Where the sentence reads the line off: a year that everybody would call very good. */
const HIGH: AttainmentInput = { kind: "uniform", attainment: 1.3 };

export function CostAcrossCard(): ReactElement {
  const scenario = useScenario();
  const settled = useSettled();
  const { currency } = scenario;
  const points = useMemo(() => costLine(scenario, RANGE), [scenario]);
  const budget = scenario.cost.budget === null ? null : roundMoney(scenario.cost.budget, currency);
  const crossing = useMemo(() => (budget === null ? null : budgetCrossing(points, budget)), [points, budget]);
  const high = evaluateScenario(scenario, HIGH).total.cost;
  const explainPoint = useAskPoint("", ({ figure, attainment }) => (figure === "curve" || figure === "role-curve" ? null : { of: "total", figure, at: { kind: "uniform", attainment } }));
  return (
    <CostChart
      title="Cost across attainment"
      points={points}
      budget={budget}
      crossing={crossing}
      currency={currency}
      settled={settled}
      onExplain={explainPoint}
      summary={
        <>
          Everyone at the same attainment. {holds(budget, crossing, points[0])}130% costs <strong><Figure question={{ of: "total", figure: "cost", at: HIGH }} about="Cost to company with everyone at 130%">{formatMoney(high, currency, "short")}</Figure></strong>.
        </>
      }
    />
  );
}

function holds(budget: number | null, crossing: ReturnType<typeof budgetCrossing>, first: ReturnType<typeof costLine>[number] | undefined): ReactElement | string {
  if (budget === null || first === undefined) return "No budget is set; ";
  if (crossing === null) return first.base + first.burden + first.incentive > budget ? "The budget is passed from 50% on; " : "The budget holds up to 150%; ";
  const place = <strong>{formatPercent(crossing.attainment)}</strong>;
  return crossing.direction === "over" ? <>Budget holds until {place}; </> : <>Over budget until {place}; </>;
}
