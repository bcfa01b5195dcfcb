/** One piece of advice on a scenario: types only. Advice informs; it never blocks and never changes a value by itself. */
import type { TracePlace } from "../../engine/index.ts";
import type { DismissedAdvice, Scenario } from "../../model/scenario.ts";
import type { Severity, Statement } from "../guardrail.ts";

export type Advice = {
  /** What it is about, the same in every session: "smallest-weight", or "smallest-weight/strategic" where it is about one KPI. */
  readonly id: string;
  /** null where it is about the scenario. */
  readonly roleId: string | null;
  readonly severity: Severity | "met";
  /** One sentence of at most 70 characters. */
  readonly sentence: string;
  /** What a reader needs to weigh it, sources that disagree included; null where the sentence says all. */
  readonly detail: string | null;
  /** Published statements behind it, each with its own value; none where it follows from the plan alone. */
  readonly sources: readonly Statement[];
  /** Where in the document it can be acted on. */
  readonly place: TracePlace | null;
  /** A change that would meet it, as one step that can be undone; null where none is obvious. */
  readonly tryIt: { readonly label: string; readonly apply: (scenario: Scenario) => Scenario } | null;
};

/** What tells one piece of advice from another within a scenario. */
export type AdviceKey = Pick<Advice, "id" | "roleId">;

/** Advice with what a person has set aside. */
export type AdviceReading = {
  /** Not dismissed, in the order it came: advice, information, met. */
  readonly open: readonly Advice[];
  readonly dismissed: readonly { readonly advice: Advice; readonly reason: string }[];
  /** Dismissed earlier and not said of the plan as it is now; kept in the file with their reasons. */
  readonly noLongerApplies: readonly DismissedAdvice[];
};
