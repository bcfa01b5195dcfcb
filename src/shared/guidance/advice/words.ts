/** How advice is worded: sentences that fit, figures, sources with what they say. */
import type { Kpi } from "../../model/scenario.ts";
import { formatNumber } from "../../report/format.ts";
import { citations, severityOf, type GuardrailId, type Severity, type Statement } from "../guardrail.ts";
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

/** 0.7 → "70%", 0.725 → "72.5%" */
export function percentText(ratio: number): string {
  return `${formatNumber(ratio * 100, 1)}%`;
}

/** 1 → "1 KPI", 4 → "4 KPIs" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

export type Evidence = {
  readonly sources: readonly Statement[];
  /** Every source with its own value, then what a reader must know to weigh them. */
  readonly text: string;
  /** As loud as the first source may be. */
  readonly severity: Severity;
};

/**
 * What the register holds under these numbers: every statement, in order. The first is the one that advice rests on.
 */
export function evidence(first: GuardrailId, ...more: readonly GuardrailId[]): Evidence {
  const guardrails = [first, ...more].map(guardrailById);
  const sources = guardrails.flatMap(({ publisher, value, tag, source, others }): readonly Statement[] => [{ publisher, value, tag, source }, ...others]);
  const caveats = [...new Set(guardrails.flatMap(({ caveat }) => (caveat === null ? [] : [caveat])))];
  return { sources, text: [`${citations(sources)}.`, ...caveats].join(" "), severity: severityOf(guardrailById(first).tag) };
}
