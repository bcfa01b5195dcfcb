/** What `check` answers: what is wrong in a file, and what of it no figure uses yet. */
import { notCalculated } from "#shared/engine/index.ts";
import type { NotCalculated } from "#shared/engine/outcome.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { FileProblem, ParseResult } from "#shared/scenario-file/index.ts";
import { printable } from "./text-lines.ts";

export type CheckAnswer = {
  readonly problems: readonly FileProblem[];
  readonly advice: readonly never[];
  readonly notes: readonly NotCalculated[];
};

export function checkAnswer(read: ParseResult): CheckAnswer {
  return read.ok ? { problems: [], advice: [], notes: notCalculated(read.scenario) } : { problems: read.problems, advice: [], notes: [] };
}

export function checkText(scenario: Scenario, file: string): string {
  const count = scenario.roles.length;
  const notes = notCalculated(scenario).map(({ path, label }) => `  ${path}: ${printable(label)} is not in the figures of this version.\n`);
  return `${printable(file)} is a scenario: ${printable(scenario.name)}, ${count} ${count === 1 ? "role" : "roles"}.\n${notes.join("")}`;
}

export function problemText(problems: readonly FileProblem[], file: string): string {
  return `${printable(file)} was not opened.\n${problems.map(({ path, message }) => `  ${path === "" ? "" : `${path}: `}${message}\n`).join("")}`;
}
