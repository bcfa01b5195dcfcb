/** Six figures of what the plan will cost. Those of the simulated years are a dash until there are any. */
import { useMemo, type ReactElement } from "react";
import { averageAttainment, type Question, type SimulationOutcome } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { NO_FIGURE, formatMoney, formatPercent } from "#shared/report/format.ts";
import { nearly } from "#shared/report/nearly.ts";
import { roundMoney } from "#shared/units/money.ts";
import { HeadlineCell } from "../../explain/HeadlineCell.tsx";
import { NOT_SIMULATED, expectedOf, gapCause, gapOf, gapWords } from "../../state/expected.ts";
import { useScenario } from "../../state/use-stores.ts";
import { CcosCell } from "../CcosCell.tsx";

const EXPECTED = { cost: { of: "expected", figure: "cost" }, gap: { of: "expected", figure: "gap" } } as const satisfies Readonly<Record<string, Question>>;

export function CostHeadline({ outcome }: { readonly outcome: SimulationOutcome | null }): ReactElement {
  const scenario = useScenario();
  const { currency } = scenario;
  const { average, gap, expected, at } = useMemo(() => {
    const figures = expectedOf(scenario, outcome);
    return { ...gapOf(scenario, figures), expected: figures, at: averageAttainment(scenario) };
  }, [scenario, outcome]);
  const { total, isExact } = expected;
  const short = (amount: number): string => formatMoney(amount, currency, "short");
  const isCounted = scenario.roles.some((role) => role.countsInCost);
  return (
    <section className="strip strip--cost" aria-label="Headline figures">
      <HeadlineCell label="Cost at average" question={{ of: "total", figure: "cost", at }} value={short(average.cost)} note={againstBudget(average.cost, scenario)} />
      <HeadlineCell label="Expected cost" question={isExact && isCounted ? EXPECTED.cost : null} value={total === null ? NO_FIGURE : nearly(short(total.cost), total)} note={total === null ? NOT_SIMULATED : againstBudget(total.cost, scenario)} />
      <HeadlineCell label="The gap" question={isExact && isCounted && gap !== 0 ? EXPECTED.gap : null} value={gap === null || total === null ? NO_FIGURE : nearly(formatMoney(gap, currency, "signed-short"), total)} note={gapNote(gap, scenario)} />
      <HeadlineCell label="P10 to P90" value={outcome === null ? NO_FIGURE : nearly(`${short(outcome.p10)} to ${short(outcome.p90)}`, outcome)} note={outcome === null ? NOT_SIMULATED : "8 years in 10"} />
      <HeadlineCell
        label="Chance over budget"
        value={outcome === null || outcome.overBudget === null ? NO_FIGURE : nearly(formatPercent(outcome.overBudget), outcome)}
        note={outcome === null ? NOT_SIMULATED : `${outcome.overBudget === null ? "no budget set, " : ""}median year ${short(outcome.p50)}`}
      />
      <CcosCell scenario={scenario} expected={expected} />
    </section>
  );
}

function gapNote(gap: number | null, scenario: Scenario): string {
  const words = gapWords(scenario);
  if (gap === 0) return `${words} ${gapCause(scenario) === "spread" ? "adds" : "add"} nothing`;
  return `${gap === null || gap > 0 ? "added" : "saved"} by ${words}`;
}

function againstBudget(cost: number, { cost: { budget }, currency }: Scenario): string {
  if (budget === null) return "no budget set";
  const difference = cost - roundMoney(budget, currency);
  // The word says which way; the sign would say it twice.
  const size = formatMoney(Math.abs(difference), currency, "signed-short").replace("+", "");
  return difference === 0 ? "on budget" : `${size} ${difference > 0 ? "over" : "under"} budget`;
}
