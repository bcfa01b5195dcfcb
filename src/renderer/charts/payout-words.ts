/** How everything on the payout plot is worded, with the widths the words take. */
import type { CurveHandle } from "#shared/editing/index.ts";
import { formatRatio } from "#shared/report/format.ts";
import type { Wording } from "./series/labels.ts";
import type { PayoutWords } from "./series/payout-labels.ts";
import { cliffAmount, zoneAmount, zoneRange } from "./series/fault-words.ts";
import { percentText } from "./series/percent-text.ts";
import { wording } from "./text-width.ts";

function handleWordings({ kind, name, attainment, payout }: CurveHandle, rate: number): readonly Wording[] {
  if (kind === "tier-rate") return [wording(rateText(rate), "")];
  const value = kind === "cap" ? `${percentText(payout)} from ${percentText(attainment)}` : placeText(attainment, payout);
  return [wording(name, value), wording("", value), wording("", percentText(payout))];
}

function placeText(attainment: number, payout: number): string {
  return `${percentText(attainment)} pays ${percentText(payout)}`;
}

/** "1.5×", "1.25×": rates are set in steps of 0.05. */
function rateText(rate: number): string {
  return formatRatio(rate, Math.round(rate * 100) % 10 === 0 ? 1 : 2);
}

const WORDS: Omit<PayoutWords, "cliff" | "deadZone"> = {
  handle: handleWordings,
  whatIf: ({ name, attainment, payout }) => {
    const value = placeText(attainment, payout);
    return [wording(name, value), wording("What if", value), wording("", value)];
  },
  excellence: ({ attainment, payout }) => [wording("Top tenth", placeText(attainment, payout)), wording("Top tenth", "")],
  slope: ({ slope }) => wording(formatRatio(slope, 1), ""),
  line: (line) => wording(line === "role" ? "Role total" : "Saved", ""),
  linkedLine: (name) => wording(sentenceCase(name), ""),
};

/** @param currency of the money in the labels */
export function payoutWords(currency: string): PayoutWords {
  return {
    ...WORDS,
    cliff: (cliff) => {
      const amount = cliffAmount(cliff, currency);
      return [wording(amount, `at ${percentText(cliff.attainment)}`), wording(amount, "")];
    },
    deadZone: (zone) => {
      if (zone.amount === 0) return [wording("", `${zoneRange(zone)} pays nothing more`), wording("", "Nothing more")];
      const amount = zoneAmount(zone, currency);
      return [wording("", `${zoneRange(zone)} pays nothing more, ${amount}`), wording("", `Nothing more, ${amount}`), wording(amount, "")];
    },
  };
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
