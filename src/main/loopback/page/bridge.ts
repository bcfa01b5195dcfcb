/** Puts `window.paymix` into a page of the browser shell, before the app starts. */
import type { TabMessage } from "#shared/host-api/browser-shell.ts";
import type { HostBridge, HostEvent } from "#shared/host-api/contract.ts";
import { connect, type Connection } from "./connection.ts";
import { chooseFile } from "./file-picker.ts";
import { showDeadEnd, showNotice } from "./notices.ts";
import { takeSecret } from "./session.ts";

declare global {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- Window can only be extended as an interface
  interface Window {
    paymix?: HostBridge;
  }
}

const secret = takeSecret();
if (secret === null) {
  showDeadEnd("This tab has no window of Paymix", "Start Paymix again, or press Enter in the terminal it runs in, to get another window.");
} else {
  startBridge(connect(secret));
}

function startBridge(connection: Connection): void {
  const listeners = new Set<(event: HostEvent) => void>();
  // What comes before the app listens waits for it.
  const early: HostEvent[] = [];
  window.paymix = {
    call: connection.call,
    listen: (listener) => {
      listeners.add(listener);
      for (const event of early.splice(0)) listener(event);
      return () => listeners.delete(listener);
    },
  };
  connection.hear(receive, (isLost) => tell({ kind: "connection", isLost }));
  window.addEventListener("focus", connection.focused);

  function tell(event: HostEvent): void {
    if (listeners.size === 0) early.push(event);
    for (const listener of listeners) listener(event);
  }

  function receive(message: TabMessage): void {
    switch (message.kind) {
      case "event":
        tell(message.event);
        return;
      case "choose-file":
        chooseFile(message.request, connection);
        return;
      case "open-window":
        openTab(message.address);
        return;
      case "shown-elsewhere":
        showNotice("This file is open in another tab", "Its tab holds the newest version; go there to work on it.", [{ text: "OK", press: () => undefined }]);
        return;
      case "title":
        document.title = message.title;
        return;
      case "taken-over":
        connection.stop();
        showDeadEnd("This window is open in another tab", "It was opened a second time, and the other tab goes on with it. This one can be closed.");
        return;
      case "reload":
        location.reload();
        return;
    }
  }
}

function openTab(address: string): void {
  const tab = window.open(address, "_blank");
  if (tab !== null) tab.opener = null;
  else showNotice("The browser held back a new tab", "The scenario is ready to be shown in a tab of its own.", [{ text: "Not now", press: () => undefined }, { text: "Open the tab", press: () => openTab(address) }]);
}
