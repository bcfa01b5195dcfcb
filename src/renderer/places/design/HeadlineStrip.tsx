/** The six figures a meeting looks at. Cell widths never change; values change in place while dragging. */
import type { ReactElement, ReactNode } from "react";
import { headline, upside } from "#shared/engine/index.ts";
import type { Question } from "#shared/engine/index.ts";
import type { Headline } from "#shared/engine/outcome.ts";
import { NO_FIGURE, formatMoney, formatNumber, formatPercent, formatRatio } from "#shared/report/format.ts";
import { Pill } from "../../controls/Pill.tsx";
import { Figure } from "../../explain/Figure.tsx";
import { useScenario } from "../../state/use-stores.ts";
import { initialsAmong } from "./initials.ts";
import { useSelectedRole } from "./use-selected-role.ts";

const HEADLINE = {
  onTargetEarnings: { of: "headline", figure: "onTargetEarnings" },
  targetIncentive: { of: "headline", figure: "targetIncentive" },
  costAtTarget: { of: "headline", figure: "costAtTarget" },
  againstBudget: { of: "headline", figure: "againstBudget" },
  ccos: { of: "headline", figure: "ccos" },
} as const satisfies Readonly<Record<string, Question>>;

export function HeadlineStrip(): ReactElement {
  const scenario = useScenario();
  const role = useSelectedRole();
  const { currency } = scenario;
  const figures = headline(scenario);
  const up = role === null ? null : upside(role, scenario);
  return (
    <section className="strip" aria-label="Headline figures">
      <Cell label="On-target earnings (OTE)" question={HEADLINE.onTargetEarnings} value={formatMoney(figures.onTargetEarnings, currency, "short")} note={`${formatNumber(figures.people)} ${figures.people === 1 ? "person" : "people"}, ${figures.roles} ${figures.roles === 1 ? "role" : "roles"}`} />
      <Cell label="Target incentive (TI)" question={HEADLINE.targetIncentive} value={formatMoney(figures.targetIncentive, currency, "short")} note={shareOfOte(figures)} />
      <Cell label="Cost at target" question={HEADLINE.costAtTarget} value={formatMoney(figures.costAtTarget, currency, "short")} note="with employer burden" />
      <AgainstBudget figures={figures} currency={currency} />
      <Cell
        label="CCOS at target"
        question={figures.ccos === null ? null : HEADLINE.ccos}
        value={figures.ccos === null ? NO_FIGURE : formatPercent(figures.ccos, 1)}
        note={figures.ccos === null ? "no revenue is given or credited" : `pay ÷ ${formatMoney(figures.revenue, currency, "short")} ${figures.revenueBasis === "booked" ? "booked" : "credited, may count a deal twice"}`}
        title="Compensation cost of sales: base and incentive ÷ revenue, without burden"
      />
      <Cell
        className="strip__cell--upside"
        label="Upside at excellence"
        question={role === null || up?.multiple == null ? null : { of: "upside", figure: "multiple", roleId: role.id }}
        value={up?.multiple == null ? NO_FIGURE : `${formatRatio(up.multiple)} TI`}
        note={role === null || up === null ? "" : up.multiple === null ? `${role.title} has no incentive` : (
          <>
            {initialsAmong(role.title, scenario.roles.map(({ title }) => title))} earns <Figure question={{ of: "upside", figure: "pay", roleId: role.id }} about="Pay at excellence">{formatMoney(up.pay, currency, "full")}</Figure>
          </>
        )}
      />
    </section>
  );
}

function AgainstBudget({ figures, currency }: { readonly figures: Headline; readonly currency: string }): ReactElement {
  const { budget, againstBudget, againstBudgetShare } = figures;
  if (budget === null || againstBudget === null) {
    return <Cell label="Against budget" question={null} value={NO_FIGURE} note="no budget set" />;
  }
  const tone = againstBudget > 0 ? "over" : "under";
  const word = againstBudget > 0 ? "over" : againstBudget < 0 ? "under" : "met";
  const share = againstBudgetShare === null || againstBudget === 0 ? "" : `${formatPercent(Math.abs(againstBudgetShare), 1)} `;
  return (
    <Cell
      label="Against budget"
      question={HEADLINE.againstBudget}
      value={formatMoney(againstBudget, currency, "signed-short")}
      tone={`strip__${tone}`}
      pill={<Pill tone={tone}>{`${share}${word}`}</Pill>}
      note={`budget ${formatMoney(budget, currency, "short")}`}
    />
  );
}

type CellProps = {
  readonly label: string;
  /** null where there is no figure to explain. */
  readonly question: Question | null;
  readonly value: string;
  readonly tone?: string;
  readonly note: ReactNode;
  readonly pill?: ReactNode;
  readonly title?: string;
  readonly className?: string;
};

function Cell({ label, question, value, tone = "", note, pill, title, className = "" }: CellProps): ReactElement {
  return (
    <div className={`strip__cell ${className}`} title={title}>
      <span className="strip__label">{label}</span>
      <span className="strip__value">
        {question === null ? value : <Figure question={question} about={label} className={tone}>{value}</Figure>}
        {pill}
      </span>
      <span className="strip__note">{note}</span>
    </div>
  );
}

function shareOfOte(figures: Headline): string {
  return figures.onTargetEarnings === 0 ? "" : `${formatPercent(figures.targetIncentive / figures.onTargetEarnings)} of OTE`;
}
