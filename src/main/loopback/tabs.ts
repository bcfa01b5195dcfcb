/** The host's windows as browser tabs. What is said to a tab that is not there waits for it. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { TabMessage } from "#shared/host-api/browser-shell.ts";
import type { Windows } from "../host/ports.ts";
import type { TextStream } from "./web-socket.ts";

export type Tabs = {
  readonly windows: Windows;
  readonly send: (windowId: string, message: TabMessage) => void;
  readonly sendToAll: (message: TabMessage) => void;
  /** A tab shows the window and listens. */
  readonly connect: (windowId: string, stream: TextStream) => void;
  /** Runs a window's call, so that a tab it leads to is opened by the tab that asked. */
  readonly asking: <Value>(windowId: string, call: () => Promise<Value>) => Promise<Value>;
  readonly stop: () => void;
};

type Tab = { stream: TextStream | null; waiting: TabMessage[]; title: string; leaving: NodeJS.Timeout | null };

type Options = {
  readonly addressOf: (windowId: string, goes: "outside" | "to-a-tab") => string;
  /** No tab asked for this window, or none that can open another: the address is for the person. */
  readonly announce: (address: string) => void;
  readonly onConnected: (windowId: string) => void;
  readonly onDisconnected: (windowId: string) => void;
  /** The tab was closed, not just loaded again. */
  readonly onGone: (windowId: string) => void;
  /** Milliseconds that a tab has to come back, as it does when it is loaded again. */
  readonly patience: number;
};

export function createTabs({ addressOf, announce, onConnected, onDisconnected, onGone, patience }: Options): Tabs {
  const tabs = new Map<string, Tab>();
  const gone = new Set<string>();
  const asker = new AsyncLocalStorage<string>();

  function tabOf(windowId: string): Tab {
    const tab = tabs.get(windowId) ?? { stream: null, waiting: [], title: "Paymix", leaving: null };
    tabs.set(windowId, tab);
    return tab;
  }

  function send(windowId: string, message: TabMessage): void {
    const tab = tabOf(windowId);
    if (tab.stream === null) tab.waiting.push(message);
    else tab.stream.send(JSON.stringify(message));
  }

  function open(windowId: string): void {
    const from = asker.getStore();
    if (from !== undefined && tabs.get(from)?.stream != null) send(from, { kind: "open-window", address: addressOf(windowId, "to-a-tab") });
    else announce(addressOf(windowId, "outside"));
  }

  function leave(windowId: string, tab: Tab): void {
    tab.stream = null;
    onDisconnected(windowId);
    tab.leaving = setTimeout(() => {
      tabs.delete(windowId);
      gone.add(windowId);
      onGone(windowId);
    }, patience);
  }

  return {
    send,
    sendToAll: (message) => {
      for (const { stream } of tabs.values()) stream?.send(JSON.stringify(message));
    },
    windows: {
      open: (windowId) => {
        tabOf(windowId);
        open(windowId);
        return Promise.resolve();
      },
      focus: (windowId) => {
        const from = asker.getStore();
        // A page cannot bring another tab to the front; a tab that was closed, or never came, is opened again.
        if (tabs.get(windowId)?.stream == null) open(windowId);
        else if (from !== undefined && from !== windowId) send(from, { kind: "shown-elsewhere" });
      },
      // A page cannot close a tab that the person opened: the tab stays, with the empty page.
      close: () => undefined,
      send: (windowId, event) => send(windowId, { kind: "event", event }),
      describe: (windowId, { title, edited }) => {
        const tab = tabOf(windowId);
        tab.title = title === null ? "Paymix" : `${edited ? "• " : ""}${title} – Paymix`;
        tab.stream?.send(JSON.stringify({ kind: "title", title: tab.title } satisfies TabMessage));
      },
    },
    connect: (windowId, stream) => {
      const tab = tabOf(windowId);
      if (tab.leaving !== null) clearTimeout(tab.leaving);
      tab.leaving = null;
      const before = tab.stream;
      tab.stream = stream;
      before?.send(JSON.stringify({ kind: "taken-over" } satisfies TabMessage));
      before?.end();
      onConnected(windowId);
      stream.onceClosed(() => {
        if (tab.stream === stream) leave(windowId, tab);
      });
      send(windowId, { kind: "title", title: tab.title });
      for (const message of tab.waiting.splice(0)) send(windowId, message);
      // It was away too long: the host has let go of the document that the tab may still show.
      if (gone.delete(windowId)) send(windowId, { kind: "reload" });
    },
    asking: (windowId, call) => asker.run(windowId, call),
    stop: () => {
      for (const { stream, leaving } of tabs.values()) {
        if (leaving !== null) clearTimeout(leaving);
        stream?.end();
      }
      tabs.clear();
    },
  };
}
