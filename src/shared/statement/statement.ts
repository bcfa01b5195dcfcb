/** What a plan statement is: sections of sentences, for the person who is paid by the plan. Types only. */

/** What a sentence says about the slope of a curve, so that the words can be held against the engine. */
export type StatementFact = {
  readonly kpiId: string;
  /** Attainments, ratios: between them the curve is one straight line. `to` is null where it goes on without end. */
  readonly from: number;
  readonly to: number | null;
  /** What one more point of attainment (0.01) pays there: minor units, unrounded; below 0 where pay falls. */
  readonly perPoint: number;
};

export type StatementSentence = {
  readonly text: string;
  /** The KPI it is about; for a link, the one that is measured. Null where it is about the whole plan. */
  readonly kpiId: string | null;
  readonly facts: readonly StatementFact[];
  /** Stands in the short form too. */
  readonly isKey: boolean;
  readonly startsParagraph: boolean;
};

export type StatementSection = {
  /** "role", "pay", "kpi/…" with the KPI's id, "links", "limit", "when", "start", "examples", "rules". */
  readonly id: string;
  readonly title: string;
  /** Its sentences stand alone, each a line of a list. */
  readonly isList: boolean;
  readonly sentences: readonly StatementSentence[];
};

export type PlanStatement = {
  readonly roleId: string;
  readonly title: string;
  readonly sections: readonly StatementSection[];
  /** The incentive of a year is never more than this: minor units, unrounded; null where there is no limit. */
  readonly mostIncentive: number | null;
};

type About = { readonly kpiId?: string; readonly facts?: readonly StatementFact[]; readonly key?: boolean; readonly opens?: boolean };

/** One sentence of a statement. */
export function say(text: string, { kpiId, facts = [], key = false, opens = false }: About = {}): StatementSentence {
  return { text, kpiId: kpiId ?? null, facts, isKey: key, startsParagraph: opens };
}

/** The texts of a section as they stand on a page: paragraphs, or the lines of a list. */
export function paragraphsOf({ isList, sentences }: StatementSection): readonly string[] {
  const found: string[] = [];
  for (const { text, startsParagraph } of sentences) {
    const last = found.at(-1);
    if (last === undefined || isList || startsParagraph) found.push(text);
    else found[found.length - 1] = `${last} ${text}`;
  }
  return found;
}
