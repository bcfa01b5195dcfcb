/**
 * What a control says while a person moves it. One gesture is one undo step: `begin` marks, every `move` replaces,
 * `commit` keeps, `cancel` (Esc) returns to the value at `begin`.
 */
export type Gesture<Value> = {
  /** Key presses on one control within a second are one step; a pointer drag or a typed value is a step of its own. */
  readonly begin: (source: "pointer" | "keys" | "typing") => void;
  readonly move: (value: Value) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
};
