/** What other scenarios cost, and why, off the main thread: the latest question wins, years first of 1,000 and then of all. */
import { bridgeSteps, matchRoles, type Bridge, type BridgeBasis, type RoleChoices } from "#shared/comparison/index.ts";
import { createSimulator, type SimulationOutcome } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";

/** What is asked of one scenario: its simulated years. */
export type YearsTask = { readonly key: string; readonly scenario: Scenario };
/** What is asked of two: the bridge between them. */
export type BridgeTask = { readonly key: string; readonly basis: BridgeBasis; readonly base: Scenario; readonly other: Scenario; readonly choices: RoleChoices };

/** A later question stops the one before; what that had not answered is in the later one again. */
export type ComparisonQuestion = { readonly id: number; readonly years: readonly YearsTask[]; readonly bridges: readonly BridgeTask[] };

export type ComparisonAnswer =
  | { readonly id: number; readonly of: "years"; readonly key: string; readonly outcome: SimulationOutcome }
  | { readonly id: number; readonly of: "bridge"; readonly key: string; readonly basis: BridgeBasis; readonly bridge: Bridge }
  | { readonly id: number; readonly of: "done" };

export type ComparisonPorts = { readonly answer: (answer: ComparisonAnswer) => void; readonly later: (step: () => void) => void; readonly now: () => number };

/** Worked at a stretch, in milliseconds; one cost is always finished. */
const STRETCH = 8;

/** @returns what takes a question */
export function comparisonService({ answer, later, now }: ComparisonPorts): (question: ComparisonQuestion) => void {
  let latest: ComparisonQuestion | null = null;

  function work(question: ComparisonQuestion, steps: Iterator<void, void>): void {
    if (question !== latest) return;
    const start = now();
    while (now() - start < STRETCH) {
      if (steps.next().done === true) return answer({ id: question.id, of: "done" });
    }
    later(() => work(question, steps));
  }

  return (question) => {
    latest = question;
    later(() => work(question, answersTo(question, answer)));
  };
}

/** Bridges first: where they have a closed form they take a few milliseconds. */
function* answersTo({ id, years, bridges }: ComparisonQuestion, answer: ComparisonPorts["answer"]): Generator<void, void> {
  for (const { key, basis, base, other, choices } of bridges) {
    answer({ id, of: "bridge", key, basis, bridge: yield* bridgeSteps(base, other, matchRoles(base, other, choices), basis) });
  }
  const simulators = years.map(({ key, scenario }) => {
    const simulator = createSimulator();
    simulator.begin(scenario);
    return { key, simulator };
  });
  // The first 1,000 years of every scenario, then the rest of each.
  const unfinished: typeof simulators = [];
  for (const each of simulators) {
    let goesOn = true;
    let outcome: SimulationOutcome | null = null;
    while (goesOn && outcome === null) {
      goesOn = each.simulator.advance();
      outcome = each.simulator.outcome();
      yield;
    }
    if (outcome !== null) answer({ id, of: "years", key: each.key, outcome });
    if (goesOn) unfinished.push(each);
  }
  for (const { key, simulator } of unfinished) {
    while (simulator.advance()) yield;
    const outcome = simulator.outcome();
    if (outcome !== null) answer({ id, of: "years", key, outcome });
  }
}
