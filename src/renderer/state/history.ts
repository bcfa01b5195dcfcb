/** Undo and redo as lists of whole documents: they share what did not change, so a step costs next to nothing. */

/** One thing a person did. `control` is the id of what they moved, so that undo can bring the focus there. */
export type Step<Value> = {
  /** The value before the step (in `past`) or after it (in `future`). */
  readonly value: Value;
  readonly label: string;
  readonly control: string | null;
};

export type History<Value> = { readonly past: readonly Step<Value>[]; readonly future: readonly Step<Value>[] };

/** Oldest steps go first once there are this many. */
const LIMIT = 200;

export function emptyHistory<Value>(): History<Value> {
  return { past: [], future: [] };
}

/** The history after a step away from `before`; what could be redone is gone. */
export function record<Value>(history: History<Value>, step: Step<Value>): History<Value> {
  return { past: [...history.past.slice(-(LIMIT - 1)), step], future: [] };
}

export type Travel<Value> = { readonly history: History<Value>; readonly value: Value; readonly step: Step<Value> };

/** One step back from `current`, or null when there is none. */
export function stepBack<Value>(history: History<Value>, current: Value): Travel<Value> | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  return {
    value: step.value,
    step,
    history: { past: history.past.slice(0, -1), future: [...history.future, { ...step, value: current }] },
  };
}

/** One step forward again, or null when there is none. */
export function stepForward<Value>(history: History<Value>, current: Value): Travel<Value> | null {
  const step = history.future.at(-1);
  if (step === undefined) return null;
  return {
    value: step.value,
    step,
    history: { past: [...history.past, { ...step, value: current }], future: history.future.slice(0, -1) },
  };
}
