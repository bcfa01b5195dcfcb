/** What the parts of the host share. */
import type { HostError, HostResult, RecentFile } from "#shared/host-api/contract.ts";
import type { KeptStore } from "./kept-copies.ts";
import type { OpenMarks } from "./open-marks.ts";
import { describeWindow, type HostWindow, type OpenWindows } from "./open-windows.ts";
import type { HostPorts } from "./ports.ts";
import type { PreferencesStore } from "./preferences.ts";
import type { RecentFiles } from "./recent-files.ts";
import type { Recovery } from "./recovery.ts";
import type { SerialQueue } from "./serial-queue.ts";
import type { Versions } from "./versions.ts";
import { QUICK, within } from "./within.ts";

export type HostContext = {
  readonly ports: HostPorts;
  readonly windows: OpenWindows;
  readonly recovery: Recovery;
  readonly versions: Versions;
  readonly kept: KeptStore;
  readonly marks: OpenMarks;
  readonly recent: RecentFiles;
  readonly preferences: PreferencesStore;
  /** Saves under a new name, one at a time over all windows, so that two cannot take the same file. */
  readonly newNames: SerialQueue;
  /** Work nobody waits for; the end of the session does. */
  readonly inBackground: (work: Promise<unknown>) => void;
  /** Removes temporary files that were left in a folder: in the background, one folder after the other. */
  readonly sweep: (folder: string) => void;
  /** Looks at files that nobody asked for, one at a time: a disk that does not answer holds up no more than that. */
  readonly looks: SerialQueue;
  /** True once: for the first window of this run. */
  readonly takeFirstStart: () => boolean;
  /** What was found damaged at start, said once. */
  readonly takeNotice: () => HostError | null;
};

export function succeed<Value>(value: Value): HostResult<Value> {
  return { ok: true, value };
}

export function fail(error: HostError): HostResult<never> {
  return { ok: false, error };
}

export function badCall(message: string): HostResult<never> {
  return { ok: false, error: { kind: "bad-call", message } };
}

/** Brings the window's frame up to date. */
export function describe({ ports }: HostContext, window: HostWindow): void {
  ports.windows.describe(window.id, describeWindow(window));
}

/** Puts a file at the top of the recent files and tells all windows. */
export async function noteRecent(context: HostContext, path: string): Promise<void> {
  await context.recent.note(path);
  tellRecent(context);
  void lookAtRecent(context);
}

/** The recent files, with those marked that are gone; where a disk does not say so at once, the windows are told when it does. */
export async function recentFiles(context: HostContext): Promise<readonly RecentFile[]> {
  await within(QUICK, lookAtRecent(context), undefined);
  return context.recent.list();
}

async function lookAtRecent(context: HostContext): Promise<void> {
  if (await context.recent.look()) tellRecent(context);
}

export function tellRecent({ ports, windows, recent }: HostContext): void {
  const list = recent.list();
  for (const { id, started } of windows.all()) if (started) ports.windows.send(id, { kind: "recent", recent: list });
}
