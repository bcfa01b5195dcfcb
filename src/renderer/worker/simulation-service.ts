/** The simulation off the main thread: the latest document wins, a first answer comes early, older ones are dropped. */
import { createSimulator, type SimulationOutcome } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";

/** Asks for the years of a document. A later question stops the one before. */
export type SimulationQuestion = { readonly id: number; readonly scenario: Scenario };

/** What the years say so far: of the first 1,000, and then of all. */
export type SimulationAnswer = { readonly id: number; readonly outcome: SimulationOutcome };

/** How the service gives way: `later` runs a step once what has arrived meanwhile is taken in. */
export type SimulationPorts = { readonly answer: (answer: SimulationAnswer) => void; readonly later: (step: () => void) => void; readonly now: () => number };

/** Worked at a stretch, in milliseconds: a question waits no longer. */
const STRETCH = 8;

/** @returns what takes a question */
export function simulationService({ answer, later, now }: SimulationPorts): (question: SimulationQuestion) => void {
  const simulator = createSimulator();
  let latest = -1;

  function work(id: number, saidCoarse: boolean): void {
    if (id !== latest) return;
    const start = now();
    let goesOn = true;
    let said = saidCoarse;
    while (goesOn && now() - start < STRETCH) {
      goesOn = simulator.advance();
      if (!said && goesOn) said = sayCoarse(id);
    }
    if (goesOn) later(() => work(id, said));
    else say(id);
  }

  function sayCoarse(id: number): boolean {
    const outcome = simulator.outcome();
    if (outcome === null) return false;
    answer({ id, outcome });
    return true;
  }

  function say(id: number): void {
    const outcome = simulator.outcome();
    if (outcome !== null) answer({ id, outcome });
  }

  return ({ id, scenario }) => {
    latest = id;
    simulator.begin(scenario);
    later(() => work(id, false));
  };
}
