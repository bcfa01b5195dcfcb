/** Which windows there are and which document each shows: one document a window, one window a file. */
import { dirname } from "node:path";
import type { DocumentHandle, DocumentInfo, HeldBy, HostError, HostResult, OpenDocument, PendingWeights, SaveOutcome } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { shownFolder, shownName, UNTITLED } from "./file-names.ts";
import type { WindowDescription } from "./ports.ts";
import type { DocumentFile } from "./read-document.ts";
import type { UnsavedWork } from "./recovery.ts";
import type { SaveStop } from "./save-stop.ts";
import { createSerialQueue, type SerialQueue } from "./serial-queue.ts";

/** What a new document starts from. */
export type DocumentStart = {
  readonly recoveryId: string;
  readonly file: DocumentFile | null;
  /** Suggested when an untitled document is saved; null = the scenario's name. */
  readonly givenName: string | null;
  /** Who else has the file open. */
  readonly heldBy?: HeldBy | null;
  /** The file beside it of which it seems to be a copy. */
  readonly sameAs?: string | null;
  readonly scenario: Scenario;
  /** Work that is in no file as it stands. */
  readonly edited: boolean;
  readonly pendingWeights?: PendingWeights | null;
};

export type Document = {
  readonly handle: DocumentHandle;
  readonly recoveryId: string;
  readonly givenName: string | null;
  file: DocumentFile | null;
  /** Who else has the file open. */
  heldBy: HeldBy | null;
  /** The file beside it of which it seems to be a copy. */
  sameAs: string | null;
  /** What the file holds, or an untitled document began as; null when that was never known. */
  saved: Scenario | null;
  /** The newest work the window told of. */
  current: Scenario;
  pendingWeights: PendingWeights | null;
  edited: boolean;
  /** The outside change the window was told of last. */
  toldOf: string | null;
  /** The look at the file that is under way. */
  check: Promise<void> | null;
  /** Saves and reloads, one at a time. */
  readonly queue: SerialQueue;
  /** The save that has not begun yet; a newer request takes its place. */
  waitingSave: { request: SaveRequest; readonly answer: Promise<HostResult<SaveOutcome>> } | null;
  /** Of the saves that run or wait. */
  readonly stops: Set<SaveStop>;
};

export type SaveRequest = { readonly scenario: Scenario; readonly replaceChanged: boolean };

/** A file that a person waits for. */
export type Reading = { readonly fileName: string; isSlow: boolean; readonly stop: () => void };

export type HostWindow = {
  readonly id: string;
  /** It has made its first call and hears events. */
  started: boolean;
  document: Document | null;
  /** Why the file it was opened for could not be opened. */
  error: HostError | null;
  /** What it waits for. */
  readonly readings: Set<Reading>;
};

export type OpenWindows = {
  /** The window with this id, made where it is not known yet. */
  readonly add: (id: string) => HostWindow;
  readonly remove: (id: string) => void;
  readonly get: (id: string) => HostWindow | null;
  readonly all: () => readonly HostWindow[];
  /** The window that shows a file, by where the path or its links lead. */
  readonly showing: (path: string) => HostWindow | null;
};

export function createOpenWindows(): OpenWindows {
  const windows = new Map<string, HostWindow>();
  return {
    add: (id) => {
      const window = windows.get(id) ?? { id, started: false, document: null, error: null, readings: new Set<Reading>() };
      windows.set(id, window);
      return window;
    },
    remove: (id) => {
      windows.delete(id);
    },
    get: (id) => windows.get(id) ?? null,
    all: () => [...windows.values()],
    showing: (path) => {
      for (const window of windows.values()) {
        const file = window.document?.file;
        if (file != null && (file.target === path || file.path === path)) return window;
      }
      return null;
    },
  };
}

export function newDocument(handle: DocumentHandle, start: DocumentStart): Document {
  const { recoveryId, file, givenName, heldBy = null, sameAs = null, scenario, edited, pendingWeights = null } = start;
  return {
    handle,
    recoveryId,
    givenName,
    file,
    heldBy,
    sameAs,
    saved: edited ? null : scenario,
    current: scenario,
    pendingWeights,
    edited,
    toldOf: null,
    check: null,
    queue: createSerialQueue(),
    waitingSave: null,
    stops: new Set(),
  };
}

/** What the window shows now, or would show after a reload. */
export function openDocument(document: Document, homeFolder: string): OpenDocument {
  return { info: documentInfo(document, homeFolder), scenario: document.current, edited: document.edited, pendingWeights: document.pendingWeights };
}

export function documentInfo({ handle, file, heldBy, sameAs }: Document, homeFolder: string): DocumentInfo {
  return {
    handle,
    fileName: file === null ? null : shownName(file.path),
    folder: file === null ? null : shownFolder(dirname(file.path), homeFolder),
    readOnly: file?.readOnly ?? false,
    heldBy,
    sameAs,
  };
}

export function describeWindow({ document }: HostWindow): WindowDescription {
  if (document === null) return { title: null, edited: false, path: null };
  return { title: documentName(document), edited: document.edited, path: document.file?.path ?? null };
}

export function documentName({ file }: Document): string {
  return file === null ? UNTITLED : shownName(file.path);
}

/** What the recovery store keeps for a document. */
export function unsavedWork({ file, current, pendingWeights }: Document): UnsavedWork {
  return {
    fileName: file === null ? null : shownName(file.path),
    path: file?.path ?? null,
    baseHash: file?.hash ?? null,
    scenario: current,
    pendingWeights,
  };
}
