/** Five figures of every scenario: the base's first and large, the others' beside it in their colours. */
import type { ReactElement } from "react";
import { HeadlineCell } from "../../explain/HeadlineCell.tsx";
import { slotLook } from "../../charts/series/slots.ts";
import { initialsAmong } from "#shared/report/initials.ts";
import { NO_REVENUE } from "#shared/report/ccos-words.ts";
import { formatMoney } from "#shared/report/format.ts";
import { useComparison } from "../../state/use-stores.ts";
import { FIGURE_NAMES, definitionOf, definitionText, figuresOf, shownFigure, type FigureId } from "./figures.ts";
import { useComparedRole } from "./use-compared-role.ts";
import { useOther, useYears } from "./use-compared.ts";

const MOST_BESIDE = 2;

export function CompareHeadline(): ReactElement {
  const { base, others } = useComparison();
  const years = useYears();
  const other = useOther();
  const role = useComparedRole();
  const { currency, cost, roles } = base.scenario;
  const all = [base, ...others].map((side) => ({ side, figures: figuresOf(side, years(side), role?.id ?? null) }));
  // A cell has room for two beside the base; of more it has the one the other cards are about.
  const shown = others.length <= MOST_BESIDE ? all : all.filter(({ side }) => side.key === base.key || side.key === other?.key);
  const names = shown.map(({ side }) => side.name).join(", ");
  const definition = definitionOf(shown.map(({ figures }) => figures));
  const cell = (id: FigureId, label: string, note: string, beside?: string): ReactElement => {
    const [mine, ...rest] = shown.map(({ side, figures }) => ({ side, text: shownFigure(id, figures, currency) }));
    return (
      <HeadlineCell
        label={label}
        {...(beside === undefined ? {} : { beside })}
        value={mine?.text ?? ""}
        note={note}
        title={all.map(({ side, figures }) => `${side.name}: ${shownFigure(id, figures, currency)}${id === "ccos" ? `, ${definitionText([figures])}` : ""}`).join("\n")}
        pill={rest.map(({ side, text }) => (
          <span key={side.key} className="strip__other" style={{ color: slotLook(side.slot).text }}>{text}</span>
        ))}
      />
    );
  };
  return (
    <section className="strip strip--compare" aria-label="Headline figures">
      {cell("expectedCost", "Expected cost", names)}
      {cell("p90", "P90 cost", "1 year in 10 costs more")}
      {cell("againstBudget", "Against budget", cost.budget === null ? "the base has no budget" : `base ${formatMoney(figuresOf(base, null, null).budget ?? 0, currency, "short")}`)}
      {cell("ccos", FIGURE_NAMES.ccos, definition?.caution ?? NO_REVENUE, definition?.measure)}
      {cell("upside", role === null ? "Upside at excellence" : `${initialsAmong(role.title, roles.map(({ title }) => title))} upside at excellence`, "multiple of target incentive")}
    </section>
  );
}
