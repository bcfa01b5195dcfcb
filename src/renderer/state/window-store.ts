/** The window around the document: what the host told it, and what it has to say or ask. */
import { createStore } from "zustand/vanilla";
import type { HostError, Preferences, Recovered, RecentFile, StartState } from "#shared/host-api/contract.ts";

export type WindowState = {
  readonly started: boolean;
  readonly shell: StartState["shell"];
  readonly platform: StartState["platform"];
  readonly computer: string;
  readonly recent: readonly RecentFile[];
  readonly recovered: readonly Recovered[];
  readonly preferences: Preferences;
  /** What went wrong last and is not solved yet. It stays until it is. */
  readonly problem: HostError | null;
  /** The host does not answer: nothing can be saved or kept. */
  readonly lost: boolean;
  /** Why unsaved work is not kept for after a crash; null while it is. */
  readonly recoveryProblem: HostError | null;
  /** The file says another cost than this version calculates: the first that differs, both in minor units. */
  readonly differentResult: { readonly figure: "Cost at target" | "Expected cost"; readonly saved: number; readonly now: number; readonly engine: string } | null;
  /** "Save changes?" is being asked. */
  readonly askingToClose: boolean;
  /** The goal seek dialog is open. */
  readonly seekingGoal: boolean;
  /** The dialog of the File menu that is open. */
  readonly fileDialog: "describe" | "versions" | "kept" | null;
  /** About is open, or being read for. */
  readonly showingAbout: boolean;
  /** `waiting`: another program holds the file. `slow`: it takes long and can be stopped, which the person has done when `stopping`. */
  readonly saving: "idle" | "saving" | "waiting" | "slow" | "stopping";
  /** The file that is waited for longer than usual. */
  readonly reading: string | null;
  /** One short piece of good news. */
  readonly toast: { readonly id: number; readonly text: string } | null;
};

export const windowStore = createStore<WindowState>(() => ({
  started: false,
  shell: "browser",
  platform: "linux",
  computer: "",
  recent: [],
  recovered: [],
  preferences: { theme: "system" },
  problem: null,
  lost: false,
  recoveryProblem: null,
  differentResult: null,
  askingToClose: false,
  seekingGoal: false,
  fileDialog: null,
  showingAbout: false,
  saving: "idle",
  reading: null,
  toast: null,
}));

export function showToast(text: string): void {
  windowStore.setState((state) => ({ toast: { id: (state.toast?.id ?? 0) + 1, text } }));
}

export function dismissToast(): void {
  windowStore.setState({ toast: null });
}

/** A host that does not answer is said once, whatever was asked of it. */
export function showProblem(problem: HostError | null): void {
  windowStore.setState(problem?.kind === "disconnected" ? { lost: true } : { problem });
}

/** Whether the host answered. */
export function noteAnswer(isLost: boolean): void {
  if (windowStore.getState().lost !== isLost) windowStore.setState({ lost: isLost });
}
