/** Simulated years of the document on screen. The latest document is asked about; until the answer is there the last one stays. */
import { createStore } from "zustand/vanilla";
import type { SimulationOutcome } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { SimulationAnswer, SimulationQuestion } from "../worker/simulation-service.ts";
import { startWorker } from "../worker/start-worker.ts";
import { documentStore } from "./document-store.ts";

export type SimulationState = {
  /** null before the first answer, and while no document is open. */
  readonly outcome: SimulationOutcome | null;
  /** Nothing moves, and the answer has been waited for longer than half a second. */
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
  let isRunning = false;
  let frame: number | null = null;
  let wait: ReturnType<typeof setTimeout> | null = null;

  function follow(): void {
    frame = null;
    const { open } = documentStore.getState();
    const scenario = open?.scenario ?? null;
    if (scenario !== asked) ask(scenario, open?.info.handle ?? null);
    if (!isRunning || open?.gesture !== null) waited();
    else wait ??= setTimeout(() => simulationStore.setState({ isUpdating: true }), LONG);
  }

  function ask(scenario: Scenario | null, handle: string | null): void {
    asked = scenario;
    id += 1;
    waited();
    // Years of another document are no stand-in for those of this one.
    if (handle !== askedOf) simulationStore.setState(NOTHING);
    askedOf = handle;
    isRunning = scenario !== null;
    if (scenario !== null) worker.postMessage({ id, scenario } satisfies SimulationQuestion);
  }

  /** No wait is said, or begins. */
  function waited(): void {
    if (wait !== null) clearTimeout(wait);
    wait = null;
    if (simulationStore.getState().isUpdating) simulationStore.setState({ isUpdating: false });
  }

  worker.addEventListener("message", ({ data }: MessageEvent<SimulationAnswer>) => {
    // The document may be another one since, and not be asked about before the next frame.
    if (data.id !== id || documentStore.getState().open?.info.handle !== askedOf) return;
    simulationStore.setState({ outcome: data.outcome });
    if (data.outcome.isCoarse) return;
    isRunning = false;
    waited();
  });
  documentStore.subscribe(() => {
    frame ??= requestAnimationFrame(follow);
  });
  follow();
}
