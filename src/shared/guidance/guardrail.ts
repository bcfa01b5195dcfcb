/**
 * What a published source says about pay plans, with its value as it published it. Nothing here is the product's own
 * opinion; where sources disagree, both stand.
 */

/**
 * How far a source carries: A primary document, standards body, peer-reviewed or named consultancy; B vendor or
 * practitioner page with a named author or company; C aggregator, second-hand or undated, never shown without its tag.
 */
export type SourceTag = "A" | "B" | "C";

export type Source = { readonly title: string; readonly url: string };

/** One source's own statement. */
export type Statement = {
  /** Short name of who says it. */
  readonly publisher: string;
  /** The value as published. */
  readonly value: string;
  readonly tag: SourceTag;
  readonly source: Source;
};

export type GuardrailId = `G${number}`;

export type Guardrail = Statement & {
  readonly id: GuardrailId;
  /** What it is about. */
  readonly title: string;
  /** Further sources on the same question, each with its own value; they may disagree. */
  readonly others: readonly Statement[];
  /** What a reader must know to weigh it; null where there is nothing to add. */
  readonly caveat: string | null;
};

/** How loud a guardrail may be. None ever blocks. */
export type Severity = "advice" | "information";

/**
 * Severity of a statement: a source of the lowest reliability informs, the others advise.
 */
export function severityOf(tag: SourceTag): Severity {
  return tag === "C" ? "information" : "advice";
}

/** One statement, written on one line: who, how reliable, what, where. */
export function says(publisher: string, tag: SourceTag, value: string, title: string, url: string): Statement {
  return { publisher, tag, value, source: { title, url } };
}

/** A guardrail from its first statement, further ones and what a reader must know. */
export function guardrail(id: GuardrailId, title: string, first: Statement, more: { readonly others?: readonly Statement[]; readonly caveat?: string } = {}): Guardrail {
  return { id, title, ...first, others: more.others ?? [], caveat: more.caveat ?? null };
}

/** Statements in one line, each with who says it and its own value: "ecSELL says ≤ 3; WorldatWork says …". */
export function citations(statements: readonly Statement[]): string {
  return statements.map((statement) => `${statement.publisher} says ${statement.value}`).join("; ");
}
