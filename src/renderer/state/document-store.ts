/**
 * The open document: what is shown, what is saved, and how to get back. A gesture (a drag, a run of arrow keys, a typed
 * value) replaces the document as it goes and becomes one undo step when it ends.
 */
import { createStore } from "zustand/vanilla";
import type { DocumentInfo } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { Gesture } from "../controls/gesture.ts";
import { emptyHistory, record, stepBack, stepForward, type History } from "./history.ts";

type RunningGesture = {
  readonly control: string;
  readonly label: string;
  readonly source: "pointer" | "keys" | "typing";
  readonly start: Scenario;
};

export type OpenedDocument = {
  readonly info: DocumentInfo;
  /** What is shown, a running drag included. */
  readonly scenario: Scenario;
  /** What the file holds; null for work that is in no file as it stands (recovered, dragged in). */
  readonly saved: Scenario | null;
  readonly history: History<Scenario>;
  readonly gesture: RunningGesture | null;
};

/** null while the window shows the empty page. */
export type DocumentState = { readonly open: OpenedDocument | null };

/** Key presses on one control this close together are one undo step. */
const KEY_PRESS_WINDOW = 1_000;

export const documentStore = createStore<DocumentState>(() => ({ open: null }));

let lastKeyStep: { readonly control: string; readonly at: number } | null = null;

function change(update: (open: OpenedDocument) => OpenedDocument): void {
  const { open } = documentStore.getState();
  if (open !== null) documentStore.setState({ open: update(open) });
}

/** Shows a document; its history starts here. */
export function showDocument(info: DocumentInfo, scenario: Scenario, options: { readonly edited: boolean }): void {
  lastKeyStep = null;
  documentStore.setState({
    open: { info, scenario, saved: options.edited ? null : scenario, history: emptyHistory(), gesture: null },
  });
}

/** The file now holds `scenario`; later edits stay edited, and undo still reaches behind the save. */
export function markSaved(info: DocumentInfo, scenario: Scenario): void {
  change((open) => ({ ...open, info, saved: scenario }));
}

/** What is known of the document's file is different now. */
export function showInfo(info: DocumentInfo): void {
  change((open) => (open.info.handle === info.handle ? { ...open, info } : open));
}

/** Whether the document differs from its file. Undoing back to the saved state clears it. */
export function isEdited(open: OpenedDocument): boolean {
  return open.scenario !== open.saved;
}

/** One finished change: one undo step. A change that changes nothing leaves no trace. */
export function edit(label: string, control: string | null, update: (scenario: Scenario) => Scenario): void {
  finishGesture();
  change((open) => {
    const scenario = update(open.scenario);
    if (scenario === open.scenario) return open;
    lastKeyStep = null;
    return { ...open, scenario, history: record(open.history, { value: open.scenario, label, control }) };
  });
}

/**
 * The gesture of one control. `apply` always works from the document at the start of the gesture, so that dragging out
 * and back returns exactly.
 */
export function gestureFor<Value>(
  control: string,
  label: string,
  apply: (start: Scenario, value: Value) => Scenario,
): Gesture<Value> {
  const isMine = (open: OpenedDocument): boolean => open.gesture?.control === control;
  return {
    begin: (source) => {
      finishGesture();
      change((open) => ({ ...open, gesture: { control, label, source, start: open.scenario } }));
    },
    move: (value) => {
      change((open) => (open.gesture !== null && isMine(open) ? { ...open, scenario: apply(open.gesture.start, value) } : open));
    },
    commit: () => {
      const { open } = documentStore.getState();
      if (open !== null && isMine(open)) finishGesture();
    },
    cancel: () => {
      change((open) => (open.gesture !== null && isMine(open) ? { ...open, scenario: open.gesture.start, gesture: null } : open));
    },
  };
}

/** Ends a gesture that is still running, as its own step. */
function finishGesture(): void {
  change((open) => {
    if (open.gesture === null) return open;
    const { control, label, source, start } = open.gesture;
    if (open.scenario === start) return { ...open, gesture: null };
    const now = performance.now();
    const joins = source === "keys" && lastKeyStep?.control === control && now - lastKeyStep.at < KEY_PRESS_WINDOW;
    lastKeyStep = source === "keys" ? { control, at: now } : null;
    return {
      ...open,
      gesture: null,
      history: joins ? { ...open.history, future: [] } : record(open.history, { value: start, label, control }),
    };
  });
}

/** Undoes one step; answers the id of the control it changed. */
export function undo(): string | null {
  return travel(stepBack);
}

/** Redoes one step; answers the id of the control it changed. */
export function redo(): string | null {
  return travel(stepForward);
}

function travel(step: typeof stepBack<Scenario>): string | null {
  finishGesture();
  lastKeyStep = null;
  let control: string | null = null;
  change((open) => {
    const reached = step(open.history, open.scenario);
    if (reached === null) return open;
    control = reached.step.control;
    return { ...open, scenario: reached.value, history: reached.history };
  });
  return control;
}
