/** Yearly cost in words: its sentence, its table, and what is said bin by bin. */
import { formatMoney, formatNumber, formatPercent, spokenMoney, spokenPercent } from "#shared/report/format.ts";
import { nearly } from "#shared/report/nearly.ts";
import { minorPerUnit } from "#shared/units/currency.ts";
import type { MinorUnits } from "#shared/units/money.ts";
import type { ChartTable } from "./chart-table.ts";
import { histogram, shareUpTo, type Bin, type HistogramScale } from "./histogram.ts";
import { strong, type Sentence } from "./sentence.ts";
import type { SpokenLine } from "./spoken-line.ts";
import { yearsInWords } from "./year-words.ts";

/** What simulated years cost. Money in minor units. */
export type YearlyCost = {
  /** Ascending, one for each year. Keep the identity while nothing changes. */
  readonly costs: Float64Array;
  readonly p10: MinorUnits;
  readonly p50: MinorUnits;
  readonly p90: MinorUnits;
  readonly expected: MinorUnits;
  readonly costAtAverage: MinorUnits;
  /** expected − costAtAverage; 0 where they differ by rounding alone. */
  readonly gap: number;
  readonly gapCause: "spread" | "spread and draws";
  /** null where there is none. */
  readonly budget: MinorUnits | null;
  /** Share of years that cost more than the budget; null without one. */
  readonly overBudget: number | null;
  readonly currency: string;
  /** Only the first of the years asked for: percentiles and shares carry "≈". */
  readonly isCoarse: boolean;
  /** Whether the expected cost, and the gap with it, is of those first years too: it has no closed form. */
  readonly isExpectedCoarse: boolean;
};

/** "$9.98M", "≈ $9.98M". */
export function percentileText(amount: MinorUnits, { currency, isCoarse }: YearlyCost): string {
  return nearly(formatMoney(amount, currency, "short"), { isCoarse });
}

/** The same of the expected cost. */
export function expectedText({ expected, currency, isExpectedCoarse }: YearlyCost): string {
  return nearly(formatMoney(expected, currency, "short"), { isCoarse: isExpectedCoarse });
}

/** Whole points; less than one, or nearly all, has a decimal. 0.996 is no "100%". */
export function shareText(share: number): string {
  const isExtreme = share > 0 && share < 1 && (share < 0.01 || share > 0.99);
  return formatPercent(isExtreme ? Math.min(0.999, Math.max(0.001, share)) : share, isExtreme ? 1 : 0);
}

/** "60%", "≈ 60%". */
export function overShareText(share: number, isCoarse: boolean): string {
  return nearly(shareText(share), { isCoarse });
}

/** Without a budget the median takes its place. */
export function yearlyCostSentence(model: YearlyCost): Sentence {
  const { costs, overBudget, p10, p50, p90 } = model;
  if (costs.length === 0) return ["No year has been simulated yet."];
  if (p10 === p90) return ["Nearly all years cost ", strong(percentileText(p50, model)), overBudget !== null && overBudget > 0.5 ? ", over budget." : "."];
  const dear = ["One year in ten costs more than ", strong(percentileText(p90, model)), "."];
  if (overBudget === null) return ["Half of all years cost more than ", strong(percentileText(p50, model)), ". ", ...dear];
  const { years, isOne } = yearsInWords(overBudget);
  return [`${years} ${isOne ? "ends" : "end"} over budget. `, ...dear];
}

type NamedCost = { readonly name: string; readonly amount: MinorUnits; readonly isCoarse: boolean };

/** What stands on the axis besides the years, from low to high. */
function namedCosts({ p10, p50, p90, expected, costAtAverage, budget, isCoarse, isExpectedCoarse }: YearlyCost): readonly NamedCost[] {
  const named = [
    { name: "P10", amount: p10, isCoarse },
    { name: "P50", amount: p50, isCoarse },
    { name: "P90", amount: p90, isCoarse },
    { name: "At average attainment", amount: costAtAverage, isCoarse: false },
    { name: "Expected", amount: expected, isCoarse: isExpectedCoarse },
    ...(budget === null ? [] : [{ name: "Budget", amount: budget, isCoarse: false }]),
  ];
  return named.sort((a, b) => a.amount - b.amount);
}

/** The named costs, then every bin with its years; years beyond the axis have a row of their own. */
export function yearlyCostTable(model: YearlyCost, scale: HistogramScale): ChartTable {
  const { costs, currency } = model;
  const thousand = 1_000 * minorPerUnit(currency);
  const inThousands = scale.width % thousand === 0;
  const money = (amount: number): string => formatMoney(amount, currency, inThousands ? "thousands" : "full");
  const { years, bins, below, above } = histogram(costs, scale);
  const share = (count: number): string => formatPercent(years === 0 ? 0 : count / years, 1);
  const named = namedCosts(model).map(({ name, amount, isCoarse }) => [
    name, nearly(money(amount), { isCoarse }), "", "", formatPercent(shareUpTo(costs, amount), 1),
  ]);
  let sofar = below;
  const ranges = bins.map((bin) => {
    sofar += bin.years;
    return [`${money(bin.from)} to ${money(bin.to)}`, money(bin.to), formatNumber(bin.years), share(bin.years), share(sofar)];
  });
  return {
    caption: `Yearly cost${inThousands ? ` in thousands of ${currency}` : ` in ${currency}`}, ${formatNumber(years)} simulated years`,
    columns: [
      { title: "Cost of a year", kind: "text" },
      ...["Up to", "Years", "Share", "Running share"].map((title) => ({ title, kind: "figure" as const })),
    ],
    rows: [
      ...named,
      ...(below === 0 ? [] : [[`Less than ${money(scale.from)}`, money(scale.from), formatNumber(below), share(below), share(below)]]),
      ...ranges,
      ...(above === 0 ? [] : [[`${money(scale.to)} or more`, money(costs.at(-1) ?? scale.to), formatNumber(above), share(above), share(years)]]),
    ],
  };
}

/** What a bin says: "$9.40M to $9.45M", "4.1% of years". */
export function binReading({ from, to, share }: Bin, currency: string): { readonly name: string; readonly value: string } {
  return { name: `${edgeText(from, currency)} to ${edgeText(to, currency)}`, value: `${formatPercent(share, 1)} of years` };
}

function edgeText(amount: number, currency: string): string {
  return formatMoney(amount, currency, "axis");
}

/** The years bin by bin, then the named costs. The middle of a bin is its place. */
export function yearlyCostWalk(model: YearlyCost, bins: readonly Bin[]): readonly SpokenLine[] {
  const { costs, currency } = model;
  return [
    {
      name: "Years",
      figure: null,
      stops: bins.map(({ from, to, share }) => ({
        attainment: (from + to) / 2,
        spoken: `${spokenMoney(from, currency)} to ${spokenMoney(to, currency)}, ${spokenPercent(share)} of years, ${spokenPercent(shareUpTo(costs, to))} cost no more`,
      })),
    },
    {
      name: "Marks",
      figure: null,
      stops: namedCosts(model).map(({ name, amount, isCoarse }) => ({
        attainment: amount,
        spoken: `${name}, ${isCoarse ? "about " : ""}${spokenMoney(amount, currency)}`,
      })),
    },
  ];
}

/** What a stop of the second line of the walk says. */
export function markReading(model: YearlyCost, stop: number): { readonly name: string; readonly value: string } | null {
  const named = namedCosts(model)[stop];
  if (named === undefined) return null;
  return { name: named.name, value: nearly(formatMoney(named.amount, model.currency, "short"), named) };
}

/** Why expected cost and cost at average differ: "+$0.22M", "because the curve bends up"; empty where they do not. */
export function gapText({ gap, gapCause, currency, isExpectedCoarse }: YearlyCost): { readonly amount: string; readonly reason: string } {
  if (gap === 0) return { amount: "", reason: "" };
  const bend = gap > 0 ? "because the curve bends up" : "because the curve bends down";
  return { amount: nearly(formatMoney(gap, currency, "signed-short"), { isCoarse: isExpectedCoarse }), reason: gapCause === "spread" ? bend : `by ${gapCause}` };
}
