/** Six figures of what the plan will cost. Those of the simulated years are a dash until there are any. */
import { useMemo, type ReactElement } from "react";
import { averageAttainment, type Question, type SimulationOutcome } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { NO_FIGURE, formatMoney, formatPercent } from "#shared/report/format.ts";
import { roundMoney } from "#shared/units/money.ts";
import { HeadlineCell } from "../../explain/HeadlineCell.tsx";
import { NEARLY, NOT_SIMULATED, expectedOf, gapOf } from "../../state/expected.ts";
import { useScenario } from "../../state/use-stores.ts";

const EXPECTED = { cost: { of: "expected", figure: "cost" }, gap: { of: "expected", figure: "gap" } } as const satisfies Readonly<Record<string, Question>>;

export function CostHeadline({ outcome }: { readonly outcome: SimulationOutcome | null }): ReactElement {
  const scenario = useScenario();
  const { currency } = scenario;
  const { average, gap, expected, isExact, isCoarse, at } = useMemo(() => {
    const figures = expectedOf(scenario, outcome);
    return { ...gapOf(scenario, figures), expected: figures.total, isExact: figures.isExact, isCoarse: figures.isCoarse, at: averageAttainment(scenario) };
  }, [scenario, outcome]);
  const short = (amount: number): string => formatMoney(amount, currency, "short");
  const about = outcome?.isCoarse === true ? NEARLY : "";
  const aboutExpected = isCoarse ? NEARLY : "";
  const isCounted = scenario.roles.some((role) => role.countsInCost);
  return (
    <section className="strip strip--cost" aria-label="Headline figures">
      <HeadlineCell label="Cost at average" question={{ of: "total", figure: "cost", at }} value={short(average.cost)} note={againstBudget(average.cost, scenario)} />
      <HeadlineCell label="Expected cost" question={isExact && isCounted ? EXPECTED.cost : null} value={expected === null ? NO_FIGURE : `${aboutExpected}${short(expected.cost)}`} note={expected === null ? NOT_SIMULATED : againstBudget(expected.cost, scenario)} />
      <HeadlineCell label="The gap" question={isExact && isCounted ? EXPECTED.gap : null} value={gap === null ? NO_FIGURE : `${aboutExpected}${formatMoney(gap, currency, "signed-short")}`} note={gap === 0 ? "spread of attainment adds nothing" : gap === null || gap > 0 ? "added by spread of attainment" : "saved by spread of attainment"} />
      <HeadlineCell label="P10 to P90" value={outcome === null ? NO_FIGURE : `${about}${short(outcome.p10)} to ${short(outcome.p90)}`} note={outcome === null ? NOT_SIMULATED : "8 years in 10"} />
      <HeadlineCell
        label="Chance over budget"
        value={outcome === null || outcome.overBudget === null ? NO_FIGURE : `${about}${formatPercent(outcome.overBudget)}`}
        note={outcome === null ? NOT_SIMULATED : `${outcome.overBudget === null ? "no budget set, " : ""}median year ${short(outcome.p50)}`}
      />
      <HeadlineCell
        label="CCOS at average"
        question={average.ccos === null || !isCounted ? null : { of: "total", figure: "ccos", at }}
        value={average.ccos === null ? NO_FIGURE : formatPercent(average.ccos, 1)}
        note={average.ccos === null ? "no revenue is given or credited" : average.revenueBasis === "booked" ? "pay ÷ booked revenue, no burden" : "pay ÷ credited revenue, no burden"}
        title="Compensation cost of sales: base and incentive ÷ revenue, without burden, with every KPI at its average attainment"
      />
    </section>
  );
}

function againstBudget(cost: number, { cost: { budget }, currency }: Scenario): string {
  if (budget === null) return "no budget set";
  const difference = cost - roundMoney(budget, currency);
  // The word says which way; the sign would say it twice.
  const size = formatMoney(Math.abs(difference), currency, "signed-short").replace("+", "");
  return difference === 0 ? "on budget" : `${size} ${difference > 0 ? "over" : "under"} budget`;
}
