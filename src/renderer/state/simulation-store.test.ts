import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { simulate } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { SimulationAnswer, SimulationQuestion } from "../worker/simulation-service.ts";
import { documentStore, edit, gestureFor, showDocument, undo } from "./document-store.ts";
import { simulationStore, startSimulation } from "./simulation-store.ts";
import { workerForTests } from "./worker-for-tests.ts";

const thread = vi.hoisted((): { worker: unknown } => ({ worker: null }));
vi.mock("../worker/start-worker.ts", () => ({ startWorker: () => thread.worker }));

const FRAME = 16;
const [COARSE, FULL] = [{ ...simulate(plainScenario(), { trials: 2 }), isCoarse: true }, simulate(plainScenario(), { trials: 3 })];
const named = (name: string): Scenario => ({ ...plainScenario(), name });

const { asked, answer, worker } = workerForTests<SimulationQuestion, SimulationAnswer>();
let handles = 0;

function openDocument(name: string): void {
  handles += 1;
  showDocument({ handle: `d${handles}`, fileName: name, folder: null, readOnly: false, heldBy: null, sameAs: null }, named(name), { edited: false });
}

function frame(): void {
  vi.advanceTimersByTime(FRAME);
}

const rename = (name: string): void => edit("name", null, (scenario) => ({ ...scenario, name }));
const nameGesture = () => gestureFor<string>("name", "name", (start, name) => ({ ...start, name }));
const lastId = (): number => asked.at(-1)?.id ?? -1;
const state = () => simulationStore.getState();

beforeAll(() => {
  vi.useFakeTimers();
  thread.worker = worker;
  vi.stubGlobal("requestAnimationFrame", (step: () => void) => setTimeout(step, FRAME));
  startSimulation();
});

beforeEach(() => {
  documentStore.setState({ open: null });
  frame();
  asked.length = 0;
  openDocument("plan");
  frame();
});

describe("simulated years on screen", () => {
  it("ask once a frame, about the latest document", () => {
    for (const name of ["a", "b", "c"]) rename(name);
    expect(asked.map(({ scenario }) => scenario.name)).toEqual(["plan"]);
    frame();
    expect(asked.map(({ scenario }) => scenario.name)).toEqual(["plan", "c"]);
  });

  it("show the first years, then all of them", () => {
    answer({ id: lastId(), outcome: COARSE });
    expect(state().outcome).toBe(COARSE);
    answer({ id: lastId(), outcome: FULL });
    expect(state()).toEqual({ outcome: FULL, isUpdating: false });
  });

  it("never show what was asked about an older document", () => {
    answer({ id: lastId(), outcome: FULL });
    const older = lastId();
    rename("next");
    frame();
    answer({ id: older, outcome: COARSE });
    expect(state().outcome).toBe(FULL);
  });

  it("are not those of a document that was closed for another one, not even before the next frame", () => {
    const before = lastId();
    openDocument("other");
    answer({ id: before, outcome: FULL });
    expect(state().outcome).toBeNull();
    frame();
    answer({ id: before, outcome: FULL });
    expect(state().outcome).toBeNull();
    answer({ id: lastId(), outcome: COARSE });
    expect(state().outcome).toBe(COARSE);
    openDocument("third");
    frame();
    expect(state().outcome).toBeNull();
  });

  it("say that they are waited for after half a second, until all are there", () => {
    vi.advanceTimersByTime(499);
    expect(state().isUpdating).toBe(false);
    answer({ id: lastId(), outcome: COARSE });
    vi.advanceTimersByTime(1);
    expect(state().isUpdating).toBe(true);
    answer({ id: lastId(), outcome: FULL });
    expect(state().isUpdating).toBe(false);
  });

  it("do not say so where all are there in time, and wait anew with each change", () => {
    answer({ id: lastId(), outcome: FULL });
    vi.advanceTimersByTime(2_000);
    expect(state().isUpdating).toBe(false);
    for (const name of ["a", "b", "c"]) {
      rename(name);
      frame();
      vi.advanceTimersByTime(400);
      expect(state().isUpdating).toBe(false);
    }
  });

  it("say nothing while something is being moved, and wait from its end", () => {
    vi.advanceTimersByTime(600);
    expect(state().isUpdating).toBe(true);
    const gesture = nameGesture();
    gesture.begin("pointer");
    gesture.move("moved");
    frame();
    expect(state().isUpdating).toBe(false);
    vi.advanceTimersByTime(3_000);
    expect(state().isUpdating).toBe(false);
    gesture.commit();
    frame();
    expect(asked.at(-1)?.scenario.name).toBe("moved");
    vi.advanceTimersByTime(499);
    expect(state().isUpdating).toBe(false);
    vi.advanceTimersByTime(1);
    expect(state().isUpdating).toBe(true);
  });

  it("ask again about what was undone", () => {
    rename("next");
    frame();
    undo();
    frame();
    expect(asked.map(({ scenario }) => scenario.name)).toEqual(["plan", "next", "plan"]);
  });
});
