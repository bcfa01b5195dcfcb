/** Simulated years of several scenarios on one axis. Money in minor units. */
import { formatMoney, formatPercent, spokenMoney } from "#shared/report/format.ts";
import { nearly } from "#shared/report/nearly.ts";
import type { MinorUnits } from "#shared/units/money.ts";
import type { ChartTable } from "./chart-table.ts";
import { histogram, histogramScale, shareUpTo, type Histogram, type HistogramScale } from "./histogram.ts";
import type { Spot } from "./geometry.ts";
import { strong, type Sentence } from "./sentence.ts";
import type { SpokenLine } from "./spoken-line.ts";

export type ComparedCosts = {
  readonly id: string;
  readonly name: string;
  readonly slot: number;
  /** Ascending. Keep the identity while nothing changes. */
  readonly costs: Float64Array;
  readonly p10: MinorUnits;
  readonly p50: MinorUnits;
  readonly p90: MinorUnits;
  readonly expected: MinorUnits;
  /** Only the first of the years asked for. */
  readonly isCoarse: boolean;
  /** Whether the expected cost is of those first years too: it has no closed form. */
  readonly isExpectedCoarse: boolean;
};

/** One axis for all: the bins of all years together, as high as the highest bar of any. */
export function comparedScale(series: readonly ComparedCosts[], budget: number | null): HistogramScale {
  const all = new Float64Array(series.reduce((sum, { costs }) => sum + costs.length, 0));
  let at = 0;
  for (const { costs } of series) {
    all.set(costs, at);
    at += costs.length;
  }
  all.sort();
  const scale = histogramScale(all, budget === null ? [] : [budget]);
  const peak = Math.max(0, ...series.flatMap(({ costs }) => histogram(costs, scale).bins.map(({ share }) => share)));
  return { ...scale, top: peak > 0 ? peak * 1.12 : 1 };
}

/** The outline of a histogram as corners: up and down at the edges of its bins. */
export function outlineOf({ bins }: Histogram): readonly { readonly cost: number; readonly share: number }[] {
  const [first, last] = [bins[0], bins.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ cost: first.from, share: 0 }, ...bins.flatMap(({ from, to, share }) => [{ cost: from, share }, { cost: to, share }]), { cost: last.to, share: 0 }];
}

export function outlineSpots(outline: ReturnType<typeof outlineOf>, x: (cost: number) => number, y: (share: number) => number): readonly Spot[] {
  return outline.map(({ cost, share }) => ({ x: x(cost), y: y(share) }));
}

/** "$9.11M", "≈ $9.11M". */
export function expectedOfOne({ expected, isExpectedCoarse }: ComparedCosts, currency: string): string {
  return nearly(formatMoney(expected, currency, "short"), { isCoarse: isExpectedCoarse });
}

export function comparedCostsSentence(series: readonly ComparedCosts[], currency: string): Sentence {
  const [base, ...others] = series;
  if (base === undefined) return ["No year has been simulated yet."];
  const short = (amount: number): string => formatMoney(amount, currency, "short");
  const bad: Sentence = [`One year in ten of ${base.name} costs more than `, strong(nearly(short(base.p90), base))];
  if (others.length === 0) return [...bad, "."];
  return [...bad, ", ", ...others.flatMap((other, index): Sentence => [`${index === 0 ? "" : ", "}of ${other.name} `, strong(nearly(short(other.p90), other))]), "."];
}

export function comparedCostsTable(series: readonly ComparedCosts[], budget: MinorUnits | null, currency: string): ChartTable {
  const short = (amount: number): string => formatMoney(amount, currency, "short");
  const rows: readonly (readonly [string, (each: ComparedCosts) => string])[] = [
    ["Expected cost", (each) => expectedOfOne(each, currency)],
    ["P10", (each) => nearly(short(each.p10), each)],
    ["P50", (each) => nearly(short(each.p50), each)],
    ["P90", (each) => nearly(short(each.p90), each)],
    ...(budget === null ? [] : [["Years over the budget of the base", (each: ComparedCosts) => nearly(formatPercent(1 - shareUpTo(each.costs, budget), 1), each)] as const]),
  ];
  return { caption: `Yearly cost, ${currency}`, columns: [{ title: "Figure", kind: "text" }, ...series.map(({ name }) => ({ title: name, kind: "figure" as const }))], rows: rows.map(([name, of]) => [name, ...series.map(of)]) };
}

export function comparedCostsWalk(series: readonly ComparedCosts[], currency: string): readonly SpokenLine[] {
  return series.map(({ name, p10, p50, p90, expected }) => ({
    name,
    figure: null,
    stops: [["P10", p10] as const, ["P50", p50] as const, ["expected", expected] as const, ["P90", p90] as const]
      .sort((one, other) => one[1] - other[1])
      .map(([word, amount]) => ({ attainment: amount, spoken: `${word} ${spokenMoney(amount, currency)}` })),
  }));
}
