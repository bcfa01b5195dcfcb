import { beforeEach, describe, expect, it, vi } from "vitest";
import fc from "fast-check";
import type { Scenario } from "#shared/model/scenario.ts";
import { documentStore, edit, gestureFor, isEdited, markSaved, redo, showDocument, undo } from "./document-store.ts";

const info = { handle: "d1", fileName: "plan", folder: "~/plans", readOnly: false, heldBy: null, sameAs: null };
const start = { name: "start", notes: "" } as unknown as Scenario;
const named = (name: string) => (scenario: Scenario): Scenario => (scenario.name === name ? scenario : { ...scenario, name });

function open() {
  const current = documentStore.getState().open;
  if (current === null) throw new Error("no document");
  return current;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  showDocument(info, start, { edited: false });
});

describe("a gesture", () => {
  const nameGesture = () => gestureFor<string>("name", "Rename", (scenario, name) => named(name)(scenario));

  it("shows every move and leaves one step", () => {
    const gesture = nameGesture();
    gesture.begin("pointer");
    for (const name of ["a", "b", "c"]) gesture.move(name);
    expect(open().scenario.name).toBe("c");
    gesture.commit();
    expect(open().history.past).toHaveLength(1);
    expect(undo()).toBe("name");
    expect(open().scenario).toBe(start);
  });

  it("goes back to its start on Esc and leaves no step", () => {
    const gesture = nameGesture();
    gesture.begin("pointer");
    gesture.move("a");
    gesture.cancel();
    expect(open()).toEqual({ info, scenario: start, saved: start, history: { past: [], future: [] }, gesture: null });
  });

  it("dragged out and back leaves no step and no edited mark", () => {
    const gesture = nameGesture();
    gesture.begin("pointer");
    gesture.move("a");
    gesture.move("start");
    gesture.commit();
    expect(isEdited(open())).toBe(false);
    expect(open().history.past).toEqual([]);
  });

  it("joins key presses on one control within a second, not those of another control or later", () => {
    const other = gestureFor<string>("other", "Other", (scenario, name) => named(name)(scenario));
    const press = (gesture: ReturnType<typeof nameGesture>, name: string) => {
      gesture.begin("keys");
      gesture.move(name);
      gesture.commit();
    };
    press(nameGesture(), "a");
    vi.advanceTimersByTime(400);
    press(nameGesture(), "b");
    expect(open().history.past).toHaveLength(1);
    press(other, "c");
    expect(open().history.past).toHaveLength(2);
    vi.advanceTimersByTime(1_500);
    press(other, "d");
    expect(open().history.past).toHaveLength(3);
  });

  it("that another gesture interrupts keeps what it had reached", () => {
    const first = nameGesture();
    first.begin("pointer");
    first.move("a");
    gestureFor<string>("other", "Other", (scenario) => named("x")(scenario)).begin("pointer");
    first.move("ignored");
    expect(open().scenario.name).toBe("a");
    expect(open().history.past).toHaveLength(1);
  });
});

describe("the edited mark", () => {
  it("goes when undo returns to the saved state, also when that state was reached after a save", () => {
    edit("Rename", null, named("a"));
    markSaved(info, open().scenario);
    edit("Rename", null, named("b"));
    expect(isEdited(open())).toBe(true);
    undo();
    expect(isEdited(open())).toBe(false);
    undo();
    expect(isEdited(open())).toBe(true);
    redo();
    expect(isEdited(open())).toBe(false);
  });

  it("stays on work that is in no file", () => {
    showDocument(info, start, { edited: true });
    expect(isEdited(open())).toBe(true);
  });
});

it("undo then redo is the identity for any run of edits", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 30 }), fc.nat(30), (names, back) => {
      showDocument(info, start, { edited: false });
      for (const name of names) edit("Rename", null, named(name));
      const before = open();
      const steps = Math.min(back, before.history.past.length);
      for (let i = 0; i < steps; i += 1) undo();
      for (let i = 0; i < steps; i += 1) redo();
      expect(open().scenario).toBe(before.scenario);
      expect(open().history.past.map((step) => step.value)).toEqual(before.history.past.map((step) => step.value));
    }),
  );
});
