/** How advice is worded: sentences that fit, figures, sources with what they say. */
import type { Kpi } from "../../model/scenario.ts";
import { formatMoney, formatNumber } from "../../report/format.ts";
import { roundMoney } from "../../units/money.ts";
import { citations, severityOf, type Guardrail, type GuardrailId, type Severity, type Statement } from "../guardrail.ts";
import { guardrailById } from "../register.ts";

/** The most characters of a sentence. */
export const LONGEST_SENTENCE = 70;

/**
 * A sentence with a name in it, the name cut short so that the sentence has at most 70 characters.
 * @param build the sentence around a name; without a name it has fewer than 70 characters
 */
export function naming(name: string, build: (name: string) => string): string {
  const bare = name.replaceAll(/\s+/gu, " ").trim();
  const room = LONGEST_SENTENCE - build("").length;
  return build(bare.length <= room ? bare : `${cut(bare, room - 1).trimEnd()}…`);
}

/** The first characters of a text, no character of two halves cut through. */
function cut(text: string, most: number): string {
  let short = "";
  for (const character of text) {
    if (short.length + character.length > most) break;
    short += character;
  }
  return short;
}

/** A KPI's name as a sentence can begin with it. */
export function nameOf(kpi: Pick<Kpi, "name">): string {
  return kpi.name.trim() === "" ? "A KPI without a name" : kpi.name;
}

/** Beyond these a figure says only that it is beyond, so that a sentence stays short. */
const LARGEST_MULTIPLE = 1_000;
const LARGEST_SHARE = 100;
const LARGEST_AMOUNT = 1e12;

/** A share as it is shown, to a hundredth of a percent. Comparing what is shown keeps a sentence from contradicting itself. */
export function shownShare(ratio: number): number {
  return Math.round(ratio * 10_000) / 10_000;
}

/** A multiple as it is shown, to two decimals. */
export function shownMultiple(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}

/** 0.7 → "70%", 0.7255 → "72.55%" */
export function percentText(ratio: number): string {
  return `${ratio > LARGEST_SHARE ? "over " : ""}${formatNumber(Math.min(ratio, LARGEST_SHARE) * 100)}%`;
}

/** 1.6 → "1.6×" */
export function multipleText(ratio: number): string {
  return `${ratio > LARGEST_MULTIPLE ? "over " : ""}${formatNumber(Math.min(ratio, LARGEST_MULTIPLE))}×`;
}

/**
 * Money without a sign: "$14,400", "$1.20M".
 * @param amount minor units
 */
export function amountText(amount: number, currency: string): string {
  const size = Math.abs(amount);
  const largest = roundMoney(LARGEST_AMOUNT, currency);
  return `${size > largest ? "over " : ""}${formatMoney(Math.min(size, largest), currency, "short")}`;
}

/** The first five of a list in one line: "a; b; c". */
export function listed(items: readonly string[]): string {
  const more = items.length - 5;
  return [...items.slice(0, 5), ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** 1 → "1 KPI", 4 → "4 KPIs" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

export type Evidence = {
  readonly sources: readonly Statement[];
  /** Every source with its own value, each guardrail with what a reader must know to weigh it. */
  readonly text: string;
  /** As loud as the first source may be. */
  readonly severity: Severity;
};

/**
 * What the register holds under these numbers: every statement, in order. The first is the one that advice rests on.
 */
export function evidence(first: GuardrailId, ...more: readonly GuardrailId[]): Evidence {
  const guardrails = [first, ...more].map(guardrailById);
  const texts = guardrails.flatMap((guardrail) => [`${citations(statementsOf(guardrail))}.`, ...(guardrail.caveat === null ? [] : [guardrail.caveat])]);
  return { sources: guardrails.flatMap(statementsOf), text: texts.join(" "), severity: severityOf(guardrailById(first).tag) };
}

/** What each source of a guardrail says, without the guardrail around it. */
export function statementsOf({ publisher, value, tag, source, others }: Guardrail): readonly Statement[] {
  return [{ publisher, value, tag, source }, ...others];
}

/** What the article that the product starts from says in words, without a figure. */
export function articleSays(value: string): Evidence {
  const { publisher, tag, source } = guardrailById("G10");
  const sources = [{ publisher, value, tag, source }];
  return { sources, text: `${citations(sources)}.`, severity: severityOf(tag) };
}
