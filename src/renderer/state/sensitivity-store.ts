/** What moves the cost of the document on screen. Asked while the Cost place is shown and nothing is being moved; the last answer stays until the next is there. */
import { createStore } from "zustand/vanilla";
import type { CostGoal, RoleScope } from "#shared/analysis/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { SensitivityAnswer, SensitivityQuestion } from "../worker/sensitivity-service.ts";
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

type Asked = { readonly scenario: Scenario; readonly goal: CostGoal; readonly roles: RoleScope; readonly ranges: Session["ranges"] };

/** What is to be asked now; null while nothing is. */
function wanted(): Asked | null {
  const { open } = documentStore.getState();
  const { place, tornadoGoal, tornadoRoles, ranges } = sessionStore.getState();
  if (open === null || open.gesture !== null || place !== "cost") return null;
  return { scenario: open.scenario, goal: tornadoGoal, roles: tornadoRoles, ranges };
}

/** Follows the document on screen for as long as the window lives. */
export function startSensitivities(): void {
  const worker = startWorker("sensitivity");
  const post = (question: SensitivityQuestion | null): void => worker.postMessage(question);
  /** What the answer on screen, or the one on its way, is about. */
  let asked: Asked | null = null;
  let askedOf: string | null = null;
  let id = 0;
  let isRunning = false;
  let wait: ReturnType<typeof setTimeout> | undefined;

  function follow(): void {
    const handle = documentStore.getState().open?.info.handle ?? null;
    if (handle !== askedOf) {
      stop();
      asked = null;
      askedOf = handle;
      sensitivityStore.setState(NOTHING);
    }
    const next = wanted();
    if (next === null) stop();
    else if (asked === null || next.scenario !== asked.scenario || next.goal !== asked.goal || next.roles !== asked.roles || next.ranges !== asked.ranges) ask(next);
  }

  /** A run that is on its way is of no use any more: what it was asked is asked again once nothing moves. */
  function stop(): void {
    if (!isRunning) return;
    post(null);
    asked = null;
    ended();
  }

  function ask(next: Asked): void {
    asked = next;
    id += 1;
    isRunning = true;
    clearTimeout(wait);
    wait = setTimeout(() => sensitivityStore.setState({ isUpdating: true }), LONG);
    post({ id, ...next });
  }

  function ended(): void {
    isRunning = false;
    clearTimeout(wait);
    if (sensitivityStore.getState().isUpdating) sensitivityStore.setState({ isUpdating: false });
  }

  worker.addEventListener("message", ({ data }: MessageEvent<SensitivityAnswer>) => {
    if (data.id !== id || !isRunning) return;
    sensitivityStore.setState({ answer: data });
    if (!data.isCoarse) ended();
  });
  documentStore.subscribe(follow);
  sessionStore.subscribe(follow);
  follow();
}
