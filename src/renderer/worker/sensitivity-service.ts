/** What moves the cost, off the main thread: the latest question wins; where years are simulated, the first 1,000 answer first. */
import { costReader, sensitivitySteps, type CostGoal, type MovedInput, type RoleScope, type SensitivityRanges } from "#shared/analysis/index.ts";
import { notExact } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { MinorUnits } from "#shared/units/money.ts";

/** A later question stops the one before; null stops it and asks nothing. */
export type SensitivityQuestion = { readonly id: number; readonly scenario: Scenario; readonly goal: CostGoal; readonly roles: RoleScope; readonly ranges: SensitivityRanges };

export type SensitivityAnswer = {
  readonly id: number;
  readonly goal: CostGoal;
  /** The present cost, on the same years as those of the inputs. */
  readonly cost: MinorUnits;
  readonly sensitivities: readonly MovedInput[];
  /** One sentence for each input that the document does not have. */
  readonly missing: readonly string[];
  /** Of the first years only: a full answer follows. */
  readonly isCoarse: boolean;
};

/** How the service gives way: `later` runs a step once what has arrived meanwhile is taken in. */
export type SensitivityPorts = { readonly answer: (answer: SensitivityAnswer) => void; readonly later: (step: () => void) => void; readonly now: () => number };

/** Worked at a stretch, in milliseconds: a question waits no longer. */
const STRETCH = 8;
const FIRST_YEARS = 1_000;

/** @returns what takes a question */
export function sensitivityService({ answer, later, now }: SensitivityPorts): (question: SensitivityQuestion | null) => void {
  let latest: SensitivityQuestion | null = null;

  function work(question: SensitivityQuestion, steps: Iterator<void, void>): void {
    if (question !== latest) return;
    const start = now();
    while (now() - start < STRETCH) if (steps.next().done === true) return;
    later(() => work(question, steps));
  }

  return (question) => {
    latest = question;
    if (question !== null) later(() => work(question, answersTo(question, answer)));
  };
}

function* answersTo(question: SensitivityQuestion, answer: SensitivityPorts["answer"]): Generator<void, void> {
  const { scenario, goal } = question;
  const isSimulated = goal === "p90" || scenario.roles.some((role) => role.countsInCost && notExact(role, scenario) !== null);
  if (isSimulated && scenario.outlook.trials > FIRST_YEARS) {
    yield* answerOf(question, { ...scenario, outlook: { ...scenario.outlook, trials: FIRST_YEARS } }, answer, true);
  }
  yield* answerOf(question, scenario, answer, false);
}

function* answerOf({ id, goal, roles, ranges }: SensitivityQuestion, scenario: Scenario, answer: SensitivityPorts["answer"], isCoarse: boolean): Generator<void, void> {
  const read = costReader(goal);
  const cost = yield* read(scenario);
  if (cost === null) return;
  const { inputs, missing } = yield* sensitivitySteps(scenario, read, { roles, ranges });
  answer({ id, goal, cost, sensitivities: inputs, missing, isCoarse });
}
