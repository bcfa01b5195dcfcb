/** Gestures on what this window looks at. */
import { useRef } from "react";
import type { Gesture } from "./gesture.ts";

/** A gesture on something that is looked at, not saved: it leaves no undo step, but Esc still goes back. */
export function useViewGesture<Value>(current: Value, set: (value: Value) => void): Gesture<Value> {
  const start = useRef(current);
  return {
    begin: () => {
      start.current = current;
    },
    move: set,
    commit: () => undefined,
    cancel: () => set(start.current),
  };
}
