/** Five figures of every scenario: the base's first and large, the others' beside it in their colours. */
import type { ReactElement } from "react";
import { HeadlineCell } from "../../explain/HeadlineCell.tsx";
import { slotLook } from "../../charts/series/slots.ts";
import { initialsAmong } from "#shared/report/initials.ts";
import { formatMoney } from "#shared/report/format.ts";
import { NEARLY } from "../../state/expected.ts";
import { useComparison } from "../../state/use-stores.ts";
import { figureText, figuresOf, type FigureId } from "./figures.ts";
import { useComparedRole } from "./use-compared-role.ts";
import { useOther, useYears } from "./use-compared.ts";

const MOST_BESIDE = 2;

export function CompareHeadline(): ReactElement {
  const { base, others } = useComparison();
  const years = useYears();
  const other = useOther();
  const role = useComparedRole();
  const { currency, cost, roles } = base.scenario;
  const all = [base, ...others].map((side) => ({ side, figures: figuresOf(side, base, years(side), role?.id ?? null) }));
  // A cell has room for two beside the base; of more it has the one the other cards are about.
  const shown = others.length <= MOST_BESIDE ? all : all.filter(({ side }) => side.key === base.key || side.key === other?.key);
  const names = shown.map(({ side }) => side.name).join(", ");
  const cell = (id: FigureId, label: string, note: string): ReactElement => {
    const [mine, ...rest] = shown.map(({ side, figures }) => ({ side, text: `${id === "p90" && figures.isCoarse ? NEARLY : ""}${figureText(id, figures[id], currency)}` }));
    return (
      <HeadlineCell
        label={label}
        value={mine?.text ?? ""}
        note={note}
        title={all.map(({ side, figures }) => `${side.name}: ${figureText(id, figures[id], currency)}`).join("\n")}
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
      {cell("againstBudget", "Against budget", cost.budget === null ? "the base has no budget" : `base ${formatMoney(figuresOf(base, base, null, null).budget ?? 0, currency, "short")}`)}
      {cell("ccos", "CCOS at target", "pay ÷ revenue, no burden")}
      {cell("upside", role === null ? "Upside at excellence" : `${initialsAmong(role.title, roles.map(({ title }) => title))} upside at excellence`, "multiple of target incentive")}
    </section>
  );
}
