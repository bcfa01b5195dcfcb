/** The host's windows as windows of the desktop. Each has the host's id; what is said to one that has not started yet waits. */
import { randomUUID } from "node:crypto";
import { app, type BrowserWindow, type WebContents } from "electron";
import type { HostEvent, WindowCommand } from "#shared/host-api/contract.ts";
import type { WindowDescription, Windows } from "../host/ports.ts";
import { EVENT } from "./channels.ts";
import { createWindow } from "./window.ts";

export type DesktopWindows = {
  readonly port: Windows;
  /** A window that shows the empty page, or what the host chooses to start with. */
  readonly openEmpty: () => Promise<void>;
  readonly idOf: (contents: WebContents) => string | null;
  readonly frameOf: (windowId: string) => BrowserWindow | null;
  /** The window in front, or the one that was last. */
  readonly current: () => string | null;
  readonly hasDocument: (windowId: string) => boolean;
  /** Whether a file is behind the document that it shows. */
  readonly hasFile: (windowId: string) => boolean;
  /** The window listens now. */
  readonly started: (windowId: string) => void;
  /** A choice from the menu. Without a window, one is opened for it. */
  readonly command: (command: WindowCommand) => Promise<void>;
};

type Entry = {
  readonly frame: BrowserWindow;
  isStarted: boolean;
  isResponsive: boolean;
  /** The person agreed that it closes. */
  isAgreed: boolean;
  waiting: HostEvent[];
  shown: WindowDescription;
  crashedAt: number;
};

type Options = {
  readonly onOpened: (windowId: string) => void;
  readonly onFocused: (windowId: string) => void;
  readonly onClosed: (windowId: string) => void;
  /** A window was asked to close and asks the person first. */
  readonly onAsking: () => void;
  /** The system ends the session. */
  readonly onSessionEnd: () => void;
  /** What the menu depends on is different now. */
  readonly onChanged: () => void;
};

const NOTHING: WindowDescription = { title: null, edited: false, path: null };
/** A page that crashes twice within this time is not loaded again. */
const CRASH_LOOP = 10_000;

export function createDesktopWindows(options: Options): DesktopWindows {
  const entries = new Map<string, Entry>();
  let last: string | null = null;

  function open(windowId: string): Promise<void> {
    const frame = createWindow();
    const entry: Entry = { frame, isStarted: false, isResponsive: true, isAgreed: false, waiting: [], shown: NOTHING, crashedAt: -CRASH_LOOP };
    entries.set(windowId, entry);
    last = windowId;
    frame.on("focus", () => {
      last = windowId;
      options.onFocused(windowId);
      options.onChanged();
    });
    frame.on("close", (event) => {
      // The window knows of changes that the host has not heard of yet: it is always asked, as long as it can answer.
      if (entry.isAgreed || !entry.isStarted || !entry.isResponsive) return;
      event.preventDefault();
      options.onAsking();
      tell(entry, { kind: "command", command: "close" });
    });
    frame.on("closed", () => {
      entries.delete(windowId);
      if (last === windowId) last = [...entries.keys()].at(-1) ?? null;
      options.onClosed(windowId);
      options.onChanged();
    });
    frame.on("unresponsive", () => (entry.isResponsive = false));
    frame.on("responsive", () => (entry.isResponsive = true));
    frame.on("query-session-end", options.onSessionEnd);
    frame.on("session-end", options.onSessionEnd);
    frame.webContents.on("render-process-gone", () => reviveOrClose(entry));
    options.onOpened(windowId);
    return Promise.resolve();
  }

  /** The host still has the document, and the recovery copy what was unsaved: loaded again, the page shows it. */
  function reviveOrClose(entry: Entry): void {
    entry.isStarted = false;
    const isLoop = performance.now() - entry.crashedAt < CRASH_LOOP;
    entry.crashedAt = performance.now();
    if (isLoop) entry.frame.destroy();
    else entry.frame.webContents.reload();
  }

  function tell(entry: Entry, event: HostEvent): void {
    if (entry.isStarted) entry.frame.webContents.send(EVENT, event);
    else entry.waiting.push(event);
  }

  function describe({ frame, shown }: Entry, next: WindowDescription): void {
    const title = next.title === null ? "Paymix" : `${next.title} – Paymix`;
    if (process.platform === "darwin") {
      frame.setTitle(next.title ?? "Paymix");
      frame.setDocumentEdited(next.edited);
      frame.setRepresentedFilename(next.path ?? "");
    } else {
      frame.setTitle(next.edited ? `• ${title}` : title);
    }
    if (next.path !== null && next.path !== shown.path) app.addRecentDocument(next.path);
  }

  async function openEmpty(): Promise<void> {
    await open(randomUUID());
  }

  return {
    openEmpty,
    port: {
      open,
      focus: (windowId) => {
        const frame = entries.get(windowId)?.frame;
        if (frame?.isMinimized() === true) frame.restore();
        frame?.focus();
      },
      close: (windowId) => {
        const entry = entries.get(windowId);
        if (entry === undefined) return;
        entry.isAgreed = true;
        entry.frame.close();
      },
      send: (windowId, event) => {
        const entry = entries.get(windowId);
        if (entry !== undefined) tell(entry, event);
        if (event.kind === "recent") options.onChanged();
      },
      describe: (windowId, next) => {
        const entry = entries.get(windowId);
        if (entry === undefined) return;
        const isOther = next.title !== entry.shown.title || next.path !== entry.shown.path;
        describe(entry, next);
        entry.shown = next;
        if (isOther) options.onChanged();
      },
    },
    idOf: (contents) => [...entries].find(([, { frame }]) => frame.webContents === contents)?.[0] ?? null,
    frameOf: (windowId) => entries.get(windowId)?.frame ?? null,
    current: () => last,
    hasDocument: (windowId) => entries.get(windowId)?.shown.title != null,
    hasFile: (windowId) => entries.get(windowId)?.shown.path != null,
    started: (windowId) => {
      const entry = entries.get(windowId);
      if (entry === undefined) return;
      entry.isStarted = true;
      for (const event of entry.waiting.splice(0)) tell(entry, event);
    },
    command: async (command) => {
      if (last === null) await openEmpty();
      const entry = last === null ? undefined : entries.get(last);
      if (entry !== undefined) tell(entry, { kind: "command", command });
    },
  };
}
