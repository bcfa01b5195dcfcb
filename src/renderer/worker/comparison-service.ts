/** What other scenarios cost, and why, off the main thread: the latest question wins, years first of 1,000 and then of all. */
import { backTest, joined, type BackTest, type PersonActuals } from "#shared/actuals/index.ts";
import { bridgeSteps, matchRoles, resultsMatching, type Bridge, type BridgeBasis, type MatchChoices } from "#shared/comparison/index.ts";
import { createSimulator, drawnSellers, type SimulationOutcome } from "#shared/engine/index.ts";
import { initialsAmong } from "#shared/report/initials.ts";
import type { Scenario } from "#shared/model/scenario.ts";

/** What is asked of one scenario: its simulated years. */
export type YearsTask = { readonly key: string; readonly scenario: Scenario };
/** What is asked of two: the bridge between them. */
export type BridgeTask = { readonly key: string; readonly basis: BridgeBasis; readonly base: Scenario; readonly other: Scenario; readonly choices: MatchChoices };

/** Whose pay is asked about: people of a file, read with a scenario, or the sellers of one simulated year of it. */
export type PeopleSource = { readonly id: number; readonly scenario: Scenario; readonly results: { readonly people: readonly PersonActuals[]; readonly periods: number } | null };
/** What everybody would be paid under a scenario. Roles of the people are those of the base, which roles of the scenario may be matched to by hand. */
export type PayTask = { readonly key: string; readonly scenario: Scenario; readonly base: Scenario; readonly choices: MatchChoices };

/** A later question stops the one before; what that had not answered is in the later one again. */
export type ComparisonQuestion = { readonly id: number; readonly years: readonly YearsTask[]; readonly bridges: readonly BridgeTask[]; /** Of the people of the last source. */ readonly pay: readonly PayTask[] };
export type ComparisonMessage = { readonly of: "people"; readonly source: PeopleSource } | { readonly of: "question"; readonly question: ComparisonQuestion };

export type ComparisonAnswer =
  | { readonly id: number; readonly of: "years"; readonly key: string; readonly outcome: SimulationOutcome }
  | { readonly id: number; readonly of: "bridge"; readonly key: string; readonly basis: BridgeBasis; readonly bridge: Bridge }
  /** All that was asked about people at once: no plan is shown beside one with other people. */
  | { readonly id: number; readonly of: "pay"; readonly sourceId: number; readonly backTests: Readonly<Record<string, BackTest>> }
  | { readonly id: number; readonly of: "done" };

export type ComparisonPorts = { readonly answer: (answer: ComparisonAnswer) => void; readonly later: (step: () => void) => void; readonly now: () => number };

/** Worked at a stretch, in milliseconds; one cost is always finished. */
const STRETCH = 8;

/** @returns what takes a question */
export function comparisonService({ answer, later, now }: ComparisonPorts): (message: ComparisonMessage) => void {
  let source: PeopleSource | null = null;
  let latest: ComparisonQuestion | null = null;

  function work(question: ComparisonQuestion, steps: Iterator<void, void>): void {
    if (question !== latest) return;
    const start = now();
    while (now() - start < STRETCH) {
      if (steps.next().done === true) return answer({ id: question.id, of: "done" });
    }
    later(() => work(question, steps));
  }

  return (message) => {
    if (message.of === "people") {
      source = message.source;
      return;
    }
    const { question } = message;
    latest = question;
    later(() => work(question, answersTo(question, source, answer)));
  };
}

/** Bridges first: where they have a closed form they take a few milliseconds. */
function* answersTo({ id, years, bridges, pay }: ComparisonQuestion, source: PeopleSource | null, answer: ComparisonPorts["answer"]): Generator<void, void> {
  for (const { key, basis, base, other, choices } of bridges) {
    answer({ id, of: "bridge", key, basis, bridge: yield* bridgeSteps(base, other, matchRoles(base, other, choices), basis) });
  }
  if (source !== null && pay.length > 0) {
    const { people, periods } = source.results ?? (yield* simulatedPeople(source.scenario));
    const backTests: [string, BackTest][] = [];
    for (const task of pay) backTests.push([task.key, yield* payUnder(task, source.scenario, people, periods)]);
    answer({ id, of: "pay", sourceId: source.id, backTests: Object.fromEntries(backTests) });
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

/** People worked through at once: some milliseconds. */
const SLICE = 100;

function* payUnder({ scenario, base, choices }: PayTask, from: Scenario, people: readonly PersonActuals[], periods: number): Generator<void, BackTest> {
  const matching = resultsMatching(from, base, scenario, choices);
  const slices: BackTest[] = [];
  for (let at = 0; at < people.length; at += SLICE) {
    slices.push(backTest(scenario, people.slice(at, at + SLICE), periods, matching));
    yield;
  }
  return joined(slices);
}

/** The sellers of the first simulated year, called by their role and number; two roles of one short name count on. */
function* simulatedPeople(scenario: Scenario): Generator<void, { readonly people: readonly PersonActuals[]; readonly periods: number }> {
  const titles = scenario.roles.map(({ title }) => title);
  const names = new Map(scenario.roles.map(({ id, title }) => [id, initialsAmong(title, titles)]));
  const people: PersonActuals[] = [];
  const counts = new Map<string, number>();
  let periods = 1;
  for (const { roleId, attained } of drawnSellers(scenario, 0)) {
    const name = names.get(roleId) ?? "";
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    people.push({ person: `${name} ${count}`, roleId, attained });
    periods = Math.max(periods, ...Object.values(attained).map((list) => list.length));
    if (people.length % SLICE === 0) yield;
  }
  return { people, periods };
}
