/** What the compared scenarios cost and why, as the thread answers. Asked while Compare is shown and nothing is being moved. */
import { createStore } from "zustand/vanilla";
import type { BackTest } from "#shared/actuals/index.ts";
import type { Bridge, BridgeBasis, MatchChoices } from "#shared/comparison/index.ts";
import type { SimulationOutcome } from "#shared/engine/index.ts";
import { own } from "#shared/model/own.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { BridgeTask, ComparisonAnswer, ComparisonMessage, ComparisonQuestion, PayTask, PeopleSource } from "../worker/comparison-service.ts";
import { startWorker } from "../worker/start-worker.ts";
import { DOCUMENT, comparisonOf, comparisonStore, type ComparedSide } from "./comparison-store.ts";
import { documentStore } from "./document-store.ts";
import { peopleStore } from "./people-store.ts";
import { sessionStore } from "./session-store.ts";

type KnownBridge = { readonly base: Scenario; readonly other: Scenario; readonly choices: MatchChoices; readonly bridge: Bridge };
type KnownPay = { readonly scenario: Scenario; readonly base: Scenario; readonly choices: MatchChoices; readonly source: PayingSource; readonly backTest: BackTest };
/** The people, with the file they are of; null for simulated sellers. */
export type PayingSource = PeopleSource & { readonly fileName: string | null };
type KnownYears = { readonly scenario: Scenario; readonly outcome: SimulationOutcome };

export type ComparisonAnswers = {
  /** By key of a scenario, in the money of the base. The document's own are those of the whole window. */
  readonly years: Readonly<Record<string, KnownYears>>;
  /** By basis and key of the other scenario. An older answer stays until the next is there. */
  readonly bridges: Readonly<Record<string, KnownBridge>>;
  /** What everybody would be paid, by key of a scenario; of the people of one source. Those of the last stay until all of the next are there. */
  readonly pay: Readonly<Record<string, KnownPay>>;
  /** An answer has been waited for longer than half a second. */
  readonly isUpdating: boolean;
  /** Pay is among what is waited for. */
  readonly isPayAsked: boolean;
};

const BASES: readonly BridgeBasis[] = ["target", "expected"];

/** From then on a wait is said. */
const LONG = 500;

export const comparisonAnswers = createStore<ComparisonAnswers>(() => ({ years: {}, bridges: {}, pay: {}, isUpdating: false, isPayAsked: false }));

export function bridgeKey(basis: BridgeBasis, key: string): string {
  return `${basis}/${key}`;
}

/** The document in its own money and under its own ids has the years that the whole window shows. */
export function hasYearsOfWindow({ key, scenario, alike, converted }: ComparedSide): boolean {
  return key === DOCUMENT && converted === null && alike === scenario;
}

let source: PayingSource | null = null;

/** The people as they are to be compared; another id where they are others. */
function sourceFor(base: Scenario): PayingSource {
  const { results } = peopleStore.getState();
  const scenario = results?.scenario ?? base;
  const isSame = source !== null && source.scenario === scenario && source.results?.people === results?.actuals.people;
  if (source === null || !isSame) source = { id: (source?.id ?? 0) + 1, scenario, fileName: results?.fileName ?? null, results: results === null ? null : { people: results.actuals.people, periods: results.actuals.periods } };
  return source;
}

/** What is not answered yet for the comparison as it stands; null while nothing is to be asked. */
function missing(): Wanted | null {
  const { open } = documentStore.getState();
  if (open === null || open.gesture !== null || sessionStore.getState().place !== "compare") return null;
  const { base, others } = comparisonOf(comparisonStore.getState(), open.scenario);
  const known = comparisonAnswers.getState();
  const years = [base, ...others].filter((side) => {
    const years = known.years[side.key];
    return !hasYearsOfWindow(side) && (years?.scenario !== side.alike || years.outcome.isCoarse);
  });
  // Both, so that the switch between them never waits.
  const bridges = others.flatMap(({ key, scenario: other, choices }) => BASES.flatMap((basis): readonly BridgeTask[] => {
    const bridge = known.bridges[bridgeKey(basis, key)];
    const isKnown = bridge?.base === base.scenario && bridge.other === other && bridge.choices === choices;
    return isKnown ? [] : [{ key, basis, base: base.scenario, other, choices }];
  }));
  const people = sourceFor(base.scenario);
  const pay = others.length === 0 ? [] : [base, ...others].flatMap(({ key, scenario, choices }): readonly PayTask[] => {
    const paid = known.pay[key];
    const isKnown = paid?.scenario === scenario && paid.base === base.scenario && paid.choices === choices && paid.source.id === people.id;
    return isKnown ? [] : [{ key, scenario, base: base.scenario, choices }];
  });
  return { years: years.map(({ key, alike }) => ({ key, scenario: alike })), bridges, pay, source: people };
}

type Wanted = Omit<ComparisonQuestion, "id"> & { readonly source: PayingSource };

/** Follows the comparison for as long as the window lives. */
export function startComparison(): void {
  const worker = startWorker("comparison");
  const send = (message: ComparisonMessage): void => worker.postMessage(message);
  let asked: ComparisonQuestion | null = null;
  let sentPeople = -1;
  let asking: PayingSource | null = null;
  let id = 0;
  let wait: ReturnType<typeof setTimeout> | undefined;

  function ask(): void {
    const next = missing();
    if (next === null || (asked !== null && sentPeople === next.source.id && isSameQuestion(asked, next))) return;
    id += 1;
    const { years, bridges, pay } = next;
    asked = { id, years, bridges, pay };
    clearTimeout(wait);
    if (years.length === 0 && bridges.length === 0 && pay.length === 0) return comparisonAnswers.setState({ isUpdating: false, isPayAsked: false });
    comparisonAnswers.setState({ isPayAsked: pay.length > 0 });
    asking = next.source;
    wait = setTimeout(() => comparisonAnswers.setState({ isUpdating: true }), LONG);
    if (sentPeople !== next.source.id) send({ of: "people", source: { id: next.source.id, scenario: next.source.scenario, results: next.source.results } });
    sentPeople = next.source.id;
    send({ of: "question", question: asked });
  }

  worker.addEventListener("message", ({ data }: MessageEvent<ComparisonAnswer>) => {
    if (asked === null || data.id !== id) return;
    switch (data.of) {
      case "years": {
        const task = asked.years.find(({ key }) => key === data.key);
        if (task !== undefined) comparisonAnswers.setState(({ years }) => ({ years: { ...years, [data.key]: { scenario: task.scenario, outcome: data.outcome } } }));
        return;
      }
      case "bridge": {
        const task = asked.bridges.find(({ key, basis }) => key === data.key && basis === data.basis);
        if (task === undefined) return;
        const { base, other, choices } = task;
        comparisonAnswers.setState(({ bridges }) => ({ bridges: { ...bridges, [bridgeKey(data.basis, data.key)]: { base, other, choices, bridge: data.bridge } } }));
        return;
      }
      case "pay": {
        const people = asking;
        if (people?.id !== data.sourceId) return;
        const found = asked.pay.flatMap(({ key, scenario, base, choices }): readonly (readonly [string, KnownPay])[] => {
          const backTest = own(data.backTests, key);
          return backTest === undefined ? [] : [[key, { scenario, base, choices, source: people, backTest }]];
        });
        comparisonAnswers.setState(({ pay }) => ({ pay: { ...pay, ...Object.fromEntries(found) }, isPayAsked: false }));
        return;
      }
      case "done":
        clearTimeout(wait);
        comparisonAnswers.setState({ isUpdating: false });
    }
  });
  documentStore.subscribe(ask);
  sessionStore.subscribe(ask);
  comparisonStore.subscribe(ask);
  peopleStore.subscribe(ask);
}

/** Whether a question asks for nothing that the one before did not. */
function isSameQuestion(asked: ComparisonQuestion, next: Wanted): boolean {
  return (
    next.pay.every(({ key, scenario, base, choices }) => asked.pay.some((task) => task.key === key && task.scenario === scenario && task.base === base && task.choices === choices)) &&
    next.years.every(({ key, scenario }) => asked.years.some((task) => task.key === key && task.scenario === scenario)) &&
    next.bridges.every(({ key, basis, base, other, choices }) => asked.bridges.some((task) => task.key === key && task.basis === basis && task.base === base && task.other === other && task.choices === choices))
  );
}
