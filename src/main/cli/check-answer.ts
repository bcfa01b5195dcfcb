/** What `check` answers: what is wrong in a file, what the register has to say on the plan, and what no figure uses yet. */
import { notCalculated } from "#shared/engine/index.ts";
import type { NotCalculated } from "#shared/engine/outcome.ts";
import { adviceOn, withDismissals, type Advice } from "#shared/guidance/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { FileProblem, ParseResult } from "#shared/scenario-file/index.ts";
import { printable } from "./text-lines.ts";

export type CheckAnswer = {
  readonly problems: readonly FileProblem[];
  readonly advice: readonly AdviceAnswer[];
  readonly notes: readonly NotCalculated[];
};

export type AdviceAnswer = {
  readonly id: string;
  /** Id of the role it is about; null for the scenario. */
  readonly role: string | null;
  readonly severity: Advice["severity"];
  readonly message: string;
  readonly sources: readonly { readonly publisher: string; readonly value: string; readonly title: string; readonly url: string; readonly tag: string }[];
  /** The reason it was dismissed with, null where it is open. */
  readonly dismissed: string | null;
};

export function checkAnswer(read: ParseResult): CheckAnswer {
  if (!read.ok) return { problems: read.problems, advice: [], notes: [] };
  const { scenario } = read;
  return { problems: [], advice: withReasons(scenario).map(adviceAnswer), notes: notCalculated(scenario) };
}

/** The verdict, what is not in the figures, then the advice of each role and of the scenario, one line each. */
export function checkText(scenario: Scenario, file: string): string {
  const count = scenario.roles.length;
  const notes = notCalculated(scenario).map(({ path, label }) => `  ${path}: ${printable(label)} is in simulated years only.\n`);
  const said = withReasons(scenario);
  const groups = [...scenario.roles.map((role) => ({ id: role.id, title: role.title })), { id: null, title: "The scenario" }];
  const advice = groups.flatMap(({ id, title }) => {
    const lines = said.filter(({ advice }) => advice.roleId === id).map(adviceLine);
    return lines.length === 0 ? [] : [`\n${printable(title)}\n${lines.join("")}`];
  });
  const { noLongerApplies } = withDismissals(adviceOn(scenario), scenario);
  const gone = noLongerApplies.map(({ id, roleId, reason }) => `  ${printable(roleId === null ? id : `${roleId}: ${id}`)}${reason === "" ? "" : ` (${printable(reason)})`}\n`);
  const forgotten = gone.length === 0 ? "" : `\nDismissed, and no longer applies\n${gone.join("")}`;
  return `${printable(file)} is a scenario: ${printable(scenario.name)}, ${count} ${count === 1 ? "role" : "roles"}.\n${notes.join("")}${advice.join("")}${forgotten}`;
}

export function problemText(problems: readonly FileProblem[], file: string): string {
  return `${printable(file)} was not opened.\n${problems.map(({ path, message }) => `  ${path === "" ? "" : `${path}: `}${message}\n`).join("")}`;
}

type WithReason = { readonly advice: Advice; readonly reason: string | null };

/** All advice in its order, each with the reason it was dismissed with. */
function withReasons(scenario: Scenario): readonly WithReason[] {
  const all = adviceOn(scenario);
  const reasons = new Map(withDismissals(all, scenario).dismissed.map(({ advice, reason }) => [advice, reason]));
  return all.map((advice) => ({ advice, reason: reasons.get(advice) ?? null }));
}

function adviceAnswer({ advice, reason }: WithReason): AdviceAnswer {
  const { id, roleId, severity, sentence, sources } = advice;
  return {
    id,
    role: roleId,
    severity,
    message: sentence,
    sources: sources.map(({ publisher, value, tag, source: { title, url } }) => ({ publisher, value, title, url, tag })),
    dismissed: reason,
  };
}

function adviceLine({ advice: { severity, sentence, sources }, reason }: WithReason): string {
  const publishers = [...new Set(sources.map((source) => source.publisher))];
  const from = publishers.length === 0 ? "" : ` (${publishers.join(", ")})`;
  const word = reason === null ? severity : "dismissed";
  const why = reason === null || reason === "" ? "" : ` Reason: ${printable(reason)}`;
  return `  ${word.padEnd("information".length)}  ${printable(sentence)}${from}${why}\n`;
}
