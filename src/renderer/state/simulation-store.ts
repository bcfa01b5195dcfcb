/** The simulated years of the document on screen. The latest document is asked about; until the answer is there the last one stays. */
import { createStore } from "zustand/vanilla";
import type { SimulationOutcome } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { SimulationAnswer, SimulationQuestion } from "../worker/simulation-service.ts";
import { startWorker } from "../worker/start-worker.ts";
import { documentStore } from "./document-store.ts";

export type SimulationState = {
  /** null before the first answer, and while no document is open. */
  readonly outcome: SimulationOutcome | null;
  /** The answer has been waited for longer than half a second. */
  readonly isUpdating: boolean;
};

const NOTHING: SimulationState = { outcome: null, isUpdating: false };

/** From then on a wait is said. */
const LONG = 500;

export const simulationStore = createStore<SimulationState>(() => NOTHING);

/** Follows the document on screen for as long as the window lives. */
export function startSimulation(): void {
  const worker = startWorker("simulation");
  let asked: Scenario | null = null;
  let askedOf: string | null = null;
  let id = 0;
  let frame: number | null = null;
  let wait: ReturnType<typeof setTimeout> | undefined;

  function ask(): void {
    frame = null;
    const { open } = documentStore.getState();
    const scenario = open?.scenario ?? null;
    if (scenario === asked) return;
    asked = scenario;
    id += 1;
    clearTimeout(wait);
    // Years of another document are no stand-in for those of this one.
    const handle = open?.info.handle ?? null;
    if (handle !== askedOf) simulationStore.setState(NOTHING);
    askedOf = handle;
    if (scenario === null) return;
    wait = setTimeout(() => simulationStore.setState({ isUpdating: true }), LONG);
    worker.postMessage({ id, scenario } satisfies SimulationQuestion);
  }

  worker.addEventListener("message", ({ data }: MessageEvent<SimulationAnswer>) => {
    if (data.id !== id || asked === null) return;
    if (data.outcome.isCoarse) return simulationStore.setState({ outcome: data.outcome });
    clearTimeout(wait);
    simulationStore.setState({ outcome: data.outcome, isUpdating: false });
  });
  documentStore.subscribe(() => {
    frame ??= requestAnimationFrame(ask);
  });
  ask();
}
