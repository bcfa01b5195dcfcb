import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { roundMinor } from "#shared/units/money.ts";
import type { SensitivityAnswer, SensitivityQuestion } from "../worker/sensitivity-service.ts";
import { documentStore, edit, gestureFor, showDocument } from "./document-store.ts";
import { sensitivityStore, startSensitivities } from "./sensitivity-store.ts";
import { resetSession, sessionStore, showPlace } from "./session-store.ts";
import { workerForTests } from "./worker-for-tests.ts";

const thread = vi.hoisted((): { worker: unknown } => ({ worker: null }));
vi.mock("../worker/start-worker.ts", () => ({ startWorker: () => thread.worker }));

const { asked, answer, worker } = workerForTests<SensitivityQuestion | null, SensitivityAnswer>();
let handles = 0;

function openDocument(name: string): void {
  handles += 1;
  showDocument({ handle: `d${handles}`, fileName: name, folder: null, readOnly: false, heldBy: null, sameAs: null }, { ...plainScenario(), name }, { edited: false });
}

const answerTo = (id: number, cost: number, isCoarse = false): SensitivityAnswer => ({ id, goal: "expectedCost", cost: roundMinor(cost), sensitivities: [], missing: [], isCoarse });
const rename = (name: string): void => edit("name", null, (scenario) => ({ ...scenario, name }));
const nameGesture = () => gestureFor<string>("name", "name", (start, name) => ({ ...start, name }));
const names = () => asked.map((question) => question?.scenario.name ?? null);
const lastId = (): number => asked.at(-1)?.id ?? -1;
const state = () => sensitivityStore.getState();

beforeAll(() => {
  vi.useFakeTimers();
  thread.worker = worker;
  startSensitivities();
});

beforeEach(() => {
  documentStore.setState({ open: null });
  resetSession(null);
  asked.length = 0;
  showPlace("cost");
  openDocument("plan");
});

describe("what moves the cost on screen", () => {
  it("is asked while the Cost place is shown, and stopped when it is left", () => {
    expect(names()).toEqual(["plan"]);
    showPlace("design");
    rename("next");
    expect(names()).toEqual(["plan", null]);
    showPlace("cost");
    expect(names()).toEqual(["plan", null, "next"]);
  });

  it("is shown of the first years, then of all", () => {
    answer(answerTo(lastId(), 1, true));
    expect(state().answer).toMatchObject({ cost: 1, isCoarse: true });
    answer(answerTo(lastId(), 2));
    expect(state()).toMatchObject({ answer: { cost: 2, isCoarse: false }, isUpdating: false });
  });

  it("is never that of an older document", () => {
    const older = lastId();
    rename("next");
    answer(answerTo(older, 1));
    expect(state().answer).toBeNull();
    answer(answerTo(lastId(), 2));
    openDocument("other");
    expect(state().answer).toBeNull();
    answer(answerTo(lastId() - 1, 2));
    expect(state().answer).toBeNull();
  });

  it("stops with the first move, and is asked again at its end", () => {
    const older = lastId();
    const gesture = nameGesture();
    gesture.begin("pointer");
    for (const name of ["a", "b"]) gesture.move(name);
    expect(names()).toEqual(["plan", null]);
    answer(answerTo(older, 1));
    expect(state().answer).toBeNull();
    gesture.commit();
    expect(names()).toEqual(["plan", null, "b"]);
  });

  it("is asked again where a move was taken back, but not where it was answered", () => {
    const gesture = nameGesture();
    const takenBack = (): void => {
      gesture.begin("pointer");
      gesture.move("a");
      gesture.cancel();
    };
    takenBack();
    expect(names()).toEqual(["plan", null, "plan"]);
    answer(answerTo(lastId(), 1));
    takenBack();
    expect(names()).toEqual(["plan", null, "plan"]);
    expect(state().answer).toMatchObject({ cost: 1 });
  });

  it("says that it is waited for after half a second, not while something is being moved", () => {
    vi.advanceTimersByTime(499);
    expect(state().isUpdating).toBe(false);
    answer(answerTo(lastId(), 1, true));
    vi.advanceTimersByTime(1);
    expect(state().isUpdating).toBe(true);
    const gesture = nameGesture();
    gesture.begin("pointer");
    gesture.move("a");
    expect(state().isUpdating).toBe(false);
    vi.advanceTimersByTime(3_000);
    expect(state().isUpdating).toBe(false);
    gesture.commit();
    vi.advanceTimersByTime(500);
    expect(state().isUpdating).toBe(true);
    answer(answerTo(lastId(), 2));
    expect(state().isUpdating).toBe(false);
  });

  it("says nothing where it is there in time", () => {
    answer(answerTo(lastId(), 1));
    vi.advanceTimersByTime(2_000);
    expect(state().isUpdating).toBe(false);
  });

  it("is asked again for another cost, other roles, other ranges; the newer question takes the place of the older", () => {
    sessionStore.setState({ tornadoGoal: "p90" });
    sessionStore.setState({ tornadoRoles: { of: "all" } });
    sessionStore.setState({ ranges: { average: { from: 0.8, to: 1 } } });
    expect(asked.slice(1)).toMatchObject([{ goal: "p90" }, { roles: { of: "all" } }, { goal: "p90", roles: { of: "all" }, ranges: { average: { from: 0.8, to: 1 } } }]);
    expect(new Set(asked.map((question) => question?.id)).size).toBe(4);
  });
});
