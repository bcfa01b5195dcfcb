/** What moves the cost of the document on screen. Asked while the Cost place is shown and nothing is being moved; the last answer stays until the next is there. */
import { createStore } from "zustand/vanilla";
import type { Scenario } from "#shared/model/scenario.ts";
import type { CostGoal, SensitivityAnswer, SensitivityQuestion } from "../worker/sensitivity-service.ts";
import { startWorker } from "../worker/start-worker.ts";
import { documentStore } from "./document-store.ts";
import { sessionStore, type Session } from "./session-store.ts";

export type SensitivityState = {
  /** null before the first answer, and where another document is shown since. */
  readonly answer: SensitivityAnswer | null;
  /** The answer has been waited for longer than half a second. */
  readonly isUpdating: boolean;
};

const NOTHING: SensitivityState = { answer: null, isUpdating: false };

/** From then on a wait is said. */
const LONG = 500;

export const sensitivityStore = createStore<SensitivityState>(() => NOTHING);

type Asked = { readonly handle: string; readonly scenario: Scenario; readonly goal: CostGoal; readonly ranges: Session["ranges"] };

/** What is to be asked now; null while nothing is. */
function wanted(): Asked | null {
  const { open } = documentStore.getState();
  const { place, tornadoGoal, ranges } = sessionStore.getState();
  if (open === null || open.gesture !== null || place !== "cost") return null;
  return { handle: open.info.handle, scenario: open.scenario, goal: tornadoGoal, ranges };
}

/** Follows the document on screen for as long as the window lives. */
export function startSensitivities(): void {
  const worker = startWorker("sensitivity");
  let asked: Asked | null = null;
  let id = 0;
  let wait: ReturnType<typeof setTimeout> | undefined;

  function ask(): void {
    const next = wanted();
    if (next === null || (asked !== null && next.scenario === asked.scenario && next.goal === asked.goal && next.ranges === asked.ranges)) return;
    if (asked !== null && asked.handle !== next.handle) sensitivityStore.setState(NOTHING);
    asked = next;
    id += 1;
    clearTimeout(wait);
    wait = setTimeout(() => sensitivityStore.setState({ isUpdating: true }), LONG);
    worker.postMessage({ id, scenario: next.scenario, goal: next.goal, ranges: next.ranges } satisfies SensitivityQuestion);
  }

  worker.addEventListener("message", ({ data }: MessageEvent<SensitivityAnswer>) => {
    if (data.id !== id) return;
    if (data.isCoarse) return sensitivityStore.setState({ answer: data });
    clearTimeout(wait);
    sensitivityStore.setState({ answer: data, isUpdating: false });
  });
  documentStore.subscribe(ask);
  sessionStore.subscribe(ask);
  ask();
}
