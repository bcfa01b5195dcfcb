/** The six figures a meeting looks at. Cell widths never change; values change in place while dragging. */
import { useMemo, type ReactElement } from "react";
import { headline, upside, type Question } from "#shared/engine/index.ts";
import type { Headline } from "#shared/engine/outcome.ts";
import { NO_FIGURE, formatMoney, formatPercent, formatRatio } from "#shared/report/format.ts";
import { Pill } from "../../controls/Pill.tsx";
import { Figure } from "../../explain/Figure.tsx";
import { HeadlineCell } from "../../explain/HeadlineCell.tsx";
import { NOT_SIMULATED, expectedOf, type Expected } from "../../state/expected.ts";
import { useScenario, useSimulation } from "../../state/use-stores.ts";
import { initialsAmong } from "#shared/report/initials.ts";
import { nearly } from "#shared/report/nearly.ts";
import { peopleWords } from "#shared/report/people-words.ts";
import { CcosCell } from "../CcosCell.tsx";
import { useSelectedRole } from "./use-selected-role.ts";

const HEADLINE = {
  onTargetEarnings: { of: "headline", figure: "onTargetEarnings" },
  targetIncentive: { of: "headline", figure: "targetIncentive" },
  expectedCost: { of: "expected", figure: "cost" },
  againstBudget: { of: "expected", figure: "againstBudget" },
} as const satisfies Readonly<Record<string, Question>>;

export function HeadlineStrip(): ReactElement {
  const scenario = useScenario();
  const outcome = useSimulation((state) => state.outcome);
  const isUpdating = useSimulation((state) => state.isUpdating);
  const { currency } = scenario;
  const figures = headline(scenario);
  const expected = useMemo(() => expectedOf(scenario, outcome), [scenario, outcome]);
  const short = (amount: number): string => formatMoney(amount, currency, "short");
  return (
    <section className="strip" aria-label="Headline figures">
      <HeadlineCell label="On-target earnings (OTE)" question={HEADLINE.onTargetEarnings} value={short(figures.onTargetEarnings)} note={<OteNote figures={figures} currency={currency} />} />
      <HeadlineCell
        label="Expected cost"
        question={expected.isExact && figures.roles > 0 ? HEADLINE.expectedCost : null}
        value={expected.total === null ? NO_FIGURE : nearly(short(expected.total.cost), expected.total)}
        note={expected.total === null ? NOT_SIMULATED : "with employer burden"}
        title="What a year costs on average, with attainment spread as people land"
      />
      <HeadlineCell
        label="P90 cost"
        value={outcome === null ? NO_FIGURE : nearly(short(outcome.p90), outcome)}
        note={outcome === null ? NOT_SIMULATED : isUpdating ? "updating" : "1 year in 10 costs more"}
      />
      <AgainstBudget expected={expected} budget={figures.budget} currency={currency} />
      <CcosCell scenario={scenario} expected={expected} />
      <Upside />
    </section>
  );
}

function OteNote({ figures: { people, roles, targetIncentive }, currency }: { readonly figures: Headline; readonly currency: string }): ReactElement {
  return (
    <>
      {peopleWords(people)}
      <span className="wide-only">, {roles} {roles === 1 ? "role" : "roles"}</span>, TI{" "}
      <Figure question={HEADLINE.targetIncentive} about="Target incentive (TI)">{formatMoney(targetIncentive, currency, "short")}</Figure>
    </>
  );
}

type AgainstBudgetProps = { readonly expected: Expected; readonly budget: Headline["budget"]; readonly currency: string };

function AgainstBudget({ expected: { total, isExact }, budget, currency }: AgainstBudgetProps): ReactElement {
  const label = "Against budget";
  if (budget === null) return <HeadlineCell label={label} value={NO_FIGURE} note="no budget set" />;
  const note = `budget ${formatMoney(budget, currency, "short")}`;
  if (total === null) return <HeadlineCell label={label} value={NO_FIGURE} note={note} />;
  const against = total.cost - budget;
  const tone = against > 0 ? "over" : "under";
  const word = against === 0 ? "met" : tone;
  const share = budget === 0 || against === 0 ? "" : `${formatPercent(Math.abs(against / budget), 1)} `;
  return (
    <HeadlineCell
      label={label}
      question={isExact ? HEADLINE.againstBudget : null}
      value={nearly(formatMoney(against, currency, "signed-short"), total)}
      tone={tone}
      pill={<Pill tone={tone}>{`${share}${word}`}</Pill>}
      note={note}
      title="Expected cost less the budget"
    />
  );
}

function Upside(): ReactElement {
  const scenario = useScenario();
  const role = useSelectedRole();
  const up = role === null ? null : upside(role, scenario);
  const cell = { className: "strip__cell--upside", label: "Upside at excellence" };
  if (role === null || up === null) return <HeadlineCell {...cell} value={NO_FIGURE} note="" />;
  if (up.multiple === null) return <HeadlineCell {...cell} value={NO_FIGURE} note={`${role.title} has no incentive`} />;
  return (
    <HeadlineCell
      {...cell}
      question={{ of: "upside", figure: "multiple", roleId: role.id }}
      value={`${formatRatio(up.multiple)} TI`}
      note={
        <>
          {initialsAmong(role.title, scenario.roles.map(({ title }) => title))} earns <Figure question={{ of: "upside", figure: "pay", roleId: role.id }} about="Pay at excellence">{formatMoney(up.pay, scenario.currency, "full")}</Figure>
        </>
      }
    />
  );
}
