/** "Next deal" in words: what a little more pays, and what moving a deal gains. */
import type { Cliff, DealMove, DealTiming, WorstTiming } from "#shared/engine/index.ts";
import type { Kpi } from "#shared/model/scenario.ts";
import { NO_FIGURE, formatMoney } from "#shared/report/format.ts";
import { minorPerUnit } from "#shared/units/currency.ts";
import { formatTarget } from "./kpi-target.ts";
import { percentOf } from "./percent-of.ts";

/** "$660", or "nothing". */
export function pointText(perPoint: number, currency: string): string {
  return perPoint === 0 ? "nothing" : formatMoney(perPoint, currency, "full");
}

/** "$660 each", "$37 per $1,000": of money so much that the answer has two figures. */
export function unitText(kpi: Kpi, perUnit: number | null, currency: string): string {
  if (perUnit === null) return NO_FIGURE;
  if (perUnit === 0) return "nothing";
  switch (kpi.unit) {
    case "currency": {
      const major = Math.abs(perUnit) / minorPerUnit(currency);
      const enough = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000].find((size) => major * size >= 10) ?? 1_000_000_000;
      return `${formatMoney(perUnit * enough, currency, "full")} per ${formatMoney(enough * minorPerUnit(currency), currency, "axis")}`;
    }
    case "count":
      return `${formatMoney(perUnit, currency, "full")} ${kpi.direction === "lower" ? "each less" : "each"}`;
    case "percent":
    case "score":
      return `${formatMoney(perUnit, currency, "full")} ${kpi.direction === "lower" ? "a point less" : "a point"}`;
  }
}

/** "+$4,620 at 70%". */
export function jumpText({ amount, attainment }: Cliff, currency: string): string {
  return `${formatMoney(amount, currency, "signed-full")} at ${percentOf(attainment, 1)}`;
}

export type Moved = {
  readonly kpi: Kpi;
  readonly deal: number;
  /** "the year's end", "the end of Q1". */
  readonly end: string;
  readonly isYearEnd: boolean;
  /** Only the year to date is paid, and the deal stays in the year. */
  readonly isWithinYearToDate: boolean;
  /** Where the person stands. */
  readonly attainment: number;
  /** Next year's attainment, or that of the next period. */
  readonly next: number;
};

/** "$180,000 deal" of money; of anything else the number and what it counts. */
function dealText({ kpi, deal }: Moved, currency: string): string {
  return kpi.unit === "currency" ? `a ${formatTarget(kpi, deal, currency)} deal` : `${formatTarget(kpi, deal, currency)} of ${kpi.name}`;
}

/** A sentence in pieces: words, and gains that can be asked about. */
export type Piece = string | { readonly move: DealMove; readonly amount: string };

/** "gains $3,960", "costs $120", "gains nothing". */
function gainPieces(move: DealMove, gain: number, currency: string): readonly Piece[] {
  if (gain === 0) return ["gains nothing"];
  return [gain > 0 ? "gains " : "costs ", { move, amount: formatMoney(Math.abs(gain), currency, "full") }];
}

/** What holding and pulling the deal gain, in one sentence. */
export function timingSentence(timing: DealTiming, moved: Moved, currency: string): readonly Piece[] {
  const { end, attainment, next, isYearEnd } = moved;
  const deal = dealText(moved, currency);
  if (moved.isWithinYearToDate) return [`Pay follows the year to date: moving ${deal} over ${end} gains nothing.`];
  const where = `at ${percentOf(attainment, 1)} attainment${isYearEnd ? `, next year at ${next === 1 ? "target" : percentOf(next, 1)}` : ""}`;
  const isMore = timing.share > attainment;
  const { gainFromHolding, gainFromPulling } = timing;
  if (isMore && timing.share > next) return [`${sentenceCase(deal)} is more than there is to move ${where}.`];
  if (gainFromHolding === 0 && gainFromPulling === 0) return [`Moving ${deal} over ${end} gains nothing ${where}.`];
  const holding = isMore ? [`There is not ${deal} to hold over ${end} ${where}`] : [`Holding ${deal} over ${end} `, ...gainPieces("hold", gainFromHolding, currency), ` ${where}`];
  const pulling = timing.share > next ? ["there is none to pull in"] : ["pulling it in ", ...gainPieces("pull", gainFromPulling, currency)];
  return [...holding, "; ", ...pulling, "."];
}

/** Where moving it gains most; empty where it gains nowhere. */
export function worstSentence(worst: WorstTiming | null, currency: string): readonly Piece[] {
  if (worst === null) return [];
  const where = `${worst.side === "below" ? "just below" : "at"} ${percentOf(worst.attainment, 1)}`;
  return [`Most ${where}: ${worst.move === "hold" ? "holding" : "pulling"} `, ...gainPieces(worst.move, worst.gain, currency), "."];
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
