/** One pointer drag, passed on at most once per animation frame; the last value always arrives before the commit. */
import type { Gesture } from "./gesture.ts";

export type Drag<Value> = {
  readonly isActive: () => boolean;
  /** @param from the value at the start; moves that do not leave it are not passed on */
  readonly begin: (gesture: Gesture<Value>, from: Value) => void;
  /** The gesture is passed each time, so that a value goes to the newest one. Without a drag nothing happens. */
  readonly move: (gesture: Gesture<Value>, value: Value) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
};

/** @param isSame whether two values are the same to the one who receives them */
export function createDrag<Value>(isSame: (a: Value, b: Value) => boolean = Object.is): Drag<Value> {
  let active: Gesture<Value> | null = null;
  let waiting: { readonly value: Value } | null = null;
  let asked: { readonly value: Value } | null = null;
  let frame = 0;

  function deliver(): void {
    frame = 0;
    const next = waiting;
    waiting = null;
    if (next !== null) active?.move(next.value);
  }

  function end(): Gesture<Value> | null {
    const ended = active;
    cancelAnimationFrame(frame);
    frame = 0;
    active = null;
    waiting = null;
    asked = null;
    return ended;
  }

  return {
    isActive: () => active !== null,
    begin: (gesture, from) => {
      active = gesture;
      asked = { value: from };
      gesture.begin("pointer");
    },
    move: (gesture, value) => {
      if (active === null) return;
      active = gesture;
      if (asked !== null && isSame(asked.value, value)) return;
      asked = { value };
      waiting = { value };
      if (frame === 0) frame = requestAnimationFrame(deliver);
    },
    commit: () => {
      if (active === null) return;
      deliver();
      end()?.commit();
    },
    cancel: () => end()?.cancel(),
  };
}
