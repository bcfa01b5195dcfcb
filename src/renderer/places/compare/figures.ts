/** The figures scenarios are compared by, and how far each is from the base's. */
import { headline, upside, type Revenue, type SimulationOutcome } from "#shared/engine/index.ts";
import { NO_REVENUE, ccosDefinition } from "#shared/report/ccos-words.ts";
import { NO_FIGURE, formatMoney, formatPercent, formatPercentChange, formatRatio } from "#shared/report/format.ts";
import { nearly } from "#shared/report/nearly.ts";
import { ccosOf, expectedOf } from "../../state/expected.ts";
import type { ComparedSide } from "../../state/comparison-store.ts";

export type FigureId = "onTargetEarnings" | "costAtTarget" | "expectedCost" | "p90" | "budget" | "againstBudget" | "ccos" | "upside";

export const FIGURE_NAMES: Readonly<Record<FigureId, string>> = {
  onTargetEarnings: "On-target earnings (OTE)",
  costAtTarget: "Cost at target",
  expectedCost: "Expected cost",
  p90: "P90 cost",
  budget: "Budget",
  againstBudget: "Against budget",
  ccos: "CCOS",
  upside: "Upside at excellence",
};

/** null where a scenario has no such figure, or not yet. */
export type Figures = Readonly<Record<FigureId, number | null>> & {
  /** Those that are of the first simulated years only. */
  readonly coarse: readonly FigureId[];
  /** Of CCOS; null where it is not there. */
  readonly revenueBasis: Revenue["revenueBasis"] | null;
};

const EXPECTED: readonly FigureId[] = ["expectedCost", "againstBudget", "ccos"];

/**
 * The figures of one scenario.
 * @param roleId the base's role whose upside is meant
 */
export function figuresOf(side: ComparedSide, outcome: SimulationOutcome | null, roleId: string | null): Figures {
  const { alike: scenario } = side;
  const { onTargetEarnings, costAtTarget, budget } = headline(scenario);
  const shown = expectedOf(scenario, outcome);
  const expected = shown.total?.cost ?? null;
  const revenue = ccosOf(scenario, shown);
  const ccos = revenue?.ccos ?? null;
  const role = scenario.roles.find(({ id }) => id === roleId);
  return {
    onTargetEarnings, costAtTarget, budget, ccos,
    expectedCost: expected,
    p90: outcome?.p90 ?? null,
    againstBudget: expected === null || budget === null ? null : expected - budget,
    upside: role === undefined ? null : upside(role, scenario).multiple,
    coarse: [...(outcome?.isCoarse === true ? ["p90" as const] : []), ...(shown.total?.isCoarse === true ? EXPECTED : [])],
    revenueBasis: ccos === null ? null : (revenue?.revenueBasis ?? null),
  };
}

/** A figure of a scenario, with "≈" while it is of the first simulated years only. */
export function shownFigure(id: FigureId, figures: Figures, currency: string): string {
  return nearly(figureText(id, figures[id], currency), { isCoarse: figures[id] !== null && figures.coarse.includes(id) });
}

/** How far a figure is from the base's; "≈" where either is of the first simulated years only. */
export function shownDifference(id: FigureId, figures: Figures, base: Figures, currency: string, as: "amount" | "percent"): string {
  const [value, from] = [figures[id], base[id]];
  return nearly(differenceText(id, value, from, currency, as), { isCoarse: value !== null && from !== null && (figures.coarse.includes(id) || base.coarse.includes(id)) });
}

/** What CCOS is of, in all the scenarios that have one; null where none has. */
export function definitionOf(all: readonly Figures[]): ReturnType<typeof ccosDefinition> | null {
  const bases = all.flatMap(({ revenueBasis }) => (revenueBasis === null ? [] : [revenueBasis]));
  return bases.length === 0 ? null : ccosDefinition(bases);
}

/** "pay ÷ booked revenue, without burden" */
export function definitionText(all: readonly Figures[]): string {
  const definition = definitionOf(all);
  return definition === null ? NO_REVENUE : `${definition.measure}, ${definition.caution}`;
}

export function figureText(id: FigureId, value: number | null, currency: string): string {
  if (value === null) return NO_FIGURE;
  switch (id) {
    case "ccos":
      return formatPercent(value, 1);
    case "upside":
      return formatRatio(value);
    case "againstBudget":
      return formatMoney(value, currency, "signed-short");
    default:
      return formatMoney(value, currency, "short");
  }
}

/** "+$0.34M", "+3.7%", "+0.2 pts": how far a figure is from the base's. Ratios are told in points or multiples either way. */
export function differenceText(id: FigureId, value: number | null, base: number | null, currency: string, as: "amount" | "percent"): string {
  if (value === null || base === null) return NO_FIGURE;
  const difference = value - base;
  if (id === "ccos") return formatPercentChange(difference).replace("%", " pts");
  if (id === "upside") return `${difference > 0 ? "+" : ""}${formatRatio(difference)}`;
  // What is over or under a budget is no share of what another scenario is.
  if (as === "amount" || id === "againstBudget" || base === 0) return formatMoney(difference, currency, "signed-short");
  return formatPercentChange(difference / base);
}
