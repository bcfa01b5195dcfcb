/** The bars of a bridge: each cause begins where the one before it ended. Amounts in minor units. */
import type { MinorUnits } from "#shared/units/money.ts";
import { formatMoney, isExactOnAxis, spokenMoney } from "#shared/report/format.ts";
import { nearly, type Coarse } from "#shared/report/nearly.ts";
import type { ChartTable } from "./chart-table.ts";
import { reachTo } from "./reach.ts";
import { strong, type Sentence } from "./sentence.ts";
import type { SpokenLine } from "./spoken-line.ts";
import { AMOUNT_STEPS, roundTicks } from "./ticks.ts";

export type BridgeEnd = { readonly name: string; readonly slot: number; readonly cost: MinorUnits } & Coarse;
export type BridgeCause = { readonly id: string; readonly label: string; /** What changed, in few words. */ readonly note: string; readonly amount: MinorUnits } & Coarse;

export type BridgeData = {
  readonly from: BridgeEnd;
  readonly to: BridgeEnd;
  readonly parts: readonly BridgeCause[];
  readonly budget: MinorUnits | null;
  readonly currency: string;
  /** What figures with "≈" are the means of; null where none is. */
  readonly note: string | null;
  /** What differs without changing the cost, in a sentence; null where nothing does. */
  readonly idle: string | null;
};

export type BridgeBar = BridgeCause & { readonly start: number; readonly end: number };

/** One bar for each cause, in order. The last ends at the other cost. */
export function bridgeBars({ from, parts }: Pick<BridgeData, "from" | "parts">): readonly BridgeBar[] {
  let reached: number = from.cost;
  return parts.map((part) => {
    const start = reached;
    reached += part.amount;
    return { ...part, start, end: reached };
  });
}

export type BridgeScale = { readonly bottom: number; readonly top: number; readonly ticks: readonly number[] };

/** Room for labels above and below the bars, as a share of what they span. */
const AIR = 0.16;
/** Half of the range shown where both cost the same and nothing lies between. */
const AROUND_ONE = 0.02;

/** An axis that shows the changes: it begins above zero where the totals are much larger than they, and at a round amount. */
export function bridgeScale(data: BridgeData, most: number): BridgeScale {
  const levels = [data.from.cost, data.to.cost, ...bridgeBars(data).map(({ end }) => end)];
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const around = high > low ? (high - low) * AIR : Math.max(Math.abs(high) * AROUND_ONE, 1_000);
  const range = reachTo({ from: low - around, to: high + around }, data.budget === null ? [] : [data.budget]);
  const from = low >= 0 ? Math.max(0, range.from) : range.from;
  const ticks = roundTicks(from, range.to, most, AMOUNT_STEPS);
  const step = ticks.length > 1 ? (ticks[1] ?? 0) - (ticks[0] ?? 0) : 0;
  const first = ticks[0] ?? from;
  const bottom = step > 0 && first - step >= Math.min(0, low) ? first - step : Math.min(first, from);
  // The axis begins at a tick, so that what it begins with can be read.
  return { bottom, top: range.to, ticks: bottom < first && step > 0 ? [bottom, ...ticks] : ticks };
}

/** "Headcount explains +$180k of +$344k." */
export function bridgeSentence(data: BridgeData, bottom: number): Sentence {
  const { from, to, parts, currency, note, idle } = data;
  const difference = to.cost - from.cost;
  const isCoarse = from.isCoarse || to.isCoarse;
  const signed = (amount: number, of: Coarse): string => nearly(formatMoney(amount, currency, "signed-short"), of);
  const years = [...(note === null ? [] : [` ≈ ${note}.`]), ...(idle === null ? [] : [` ${idle}`])];
  const largest = parts.reduce<BridgeCause | null>((best, part) => (best === null || Math.abs(part.amount) > Math.abs(best.amount) ? part : best), null);
  if (largest === null || largest.amount === 0) return [difference === 0 ? idle === null ? "Both cost the same; no input that changes the cost differs." : "Both cost the same." : `${to.name} costs ${signed(difference, { isCoarse })}.`, ...years];
  const scale = bottom > 0 ? [{ spare: ` Bars are changes; the scale starts at ${formatMoney(bottom, currency, isExactOnAxis(bottom, currency) ? "axis" : "full")}.` }] : [];
  // "Payout curves", "Targets and links"
  const s = /s$| and /u.test(largest.label) ? "" : "s";
  return [`${largest.label} ${Math.sign(largest.amount) === Math.sign(difference) ? `explain${s}` : `change${s} it by`} `, strong(signed(largest.amount, largest)), ` of ${difference === 0 ? "no difference" : signed(difference, { isCoarse })}.`, ...years, ...scale];
}

export function bridgeTable(data: BridgeData): ChartTable {
  const { from, to, parts, currency, note, idle } = data;
  const exact = (amount: number): string => formatMoney(amount, currency, "exact");
  const isCoarse = from.isCoarse || to.isCoarse;
  const signed = (amount: number, of: Coarse): string => nearly(`${amount > 0 ? "+" : ""}${exact(amount)}`, of);
  return {
    caption: `Why the cost changes, ${currency}`,
    columns: [{ title: "Cause", kind: "text" }, { title: "What changed", kind: "text" }, { title: "Amount", kind: "figure" }],
    rows: [[from.name, "", nearly(exact(from.cost), from)], ...parts.map((part) => [part.label, part.note, signed(part.amount, part)]), [to.name, `in all ${signed(to.cost - from.cost, { isCoarse })}`, nearly(exact(to.cost), to)]],
    notes: [...(note === null ? [] : [`Figures with ≈ are means ${note}.`]), ...(idle === null ? [] : [idle]), "Parts do not depend on the order of the causes and add up exactly."],
  };
}

/** End, causes, end: a place each, from left to right. */
export function bridgeWalk(data: BridgeData): readonly SpokenLine[] {
  const { from, to, parts, currency } = data;
  const about = ({ isCoarse }: Coarse): string => (isCoarse ? "about " : "");
  const stops = [
    `${from.name}, ${about(from)}${spokenMoney(from.cost, currency)}`,
    ...parts.map((part) => `${part.label}, ${about(part)}${part.amount > 0 ? "plus " : ""}${spokenMoney(part.amount, currency)}, ${part.note}`),
    `${to.name}, ${about(to)}${spokenMoney(to.cost, currency)}`,
  ];
  return [{ name: "Bridge", figure: null, stops: stops.map((spoken, index) => ({ attainment: index + 0.5, spoken })) }];
}
