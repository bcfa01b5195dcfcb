/** CCOS in the headlines of Design and Cost, with the definition that was chosen beside it. */
import type { ReactElement } from "react";
import type { Question } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { NO_REVENUE, ccosDefinition, revenueInWords } from "#shared/report/ccos-words.ts";
import { NO_FIGURE, formatMoney, formatPercent } from "#shared/report/format.ts";
import { nearly } from "#shared/report/nearly.ts";
import { HeadlineCell } from "../explain/HeadlineCell.tsx";
import { NOT_SIMULATED, ccosOf, type Expected } from "../state/expected.ts";

const CCOS: Question = { of: "expected", figure: "ccos" };
const LABEL = "CCOS";

export function CcosCell({ scenario, expected }: { readonly scenario: Scenario; readonly expected: Expected }): ReactElement {
  const figures = ccosOf(scenario, expected);
  if (figures === null) return <HeadlineCell label={LABEL} value={NO_FIGURE} note={NOT_SIMULATED} />;
  const { ccos, revenue, revenueBasis } = figures;
  if (ccos === null) return <HeadlineCell label={LABEL} value={NO_FIGURE} note={NO_REVENUE} />;
  const { measure, caution } = ccosDefinition([revenueBasis]);
  return (
    <HeadlineCell
      label={LABEL}
      question={expected.isExact ? CCOS : null}
      value={nearly(formatPercent(ccos, 1), figures)}
      beside={measure}
      note={caution}
      title={`Compensation cost of sales: expected base and incentive ÷ ${formatMoney(revenue, scenario.currency, "short")} ${revenueInWords(revenueBasis)}, without burden`}
    />
  );
}
