/** Puts `window.paymix` into the page: the contract and nothing of Electron. Runs sandboxed, beside the page, not in it. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from "electron";
import type { HostBridge, HostEvent } from "#shared/host-api/contract.ts";
import { isHostVerb } from "#shared/host-api/verbs.ts";
import { CALL, DROPPED, EVENT } from "./channels.ts";

/** The host answers each verb with what the contract says; IPC itself knows no types. */
const invoke: <Value>(channel: string, ...args: readonly unknown[]) => Promise<Value> = ipcRenderer.invoke.bind(ipcRenderer);

const bridge: HostBridge = {
  call: (verb, args) => (isHostVerb(verb) ? invoke(CALL, verb, args) : Promise.reject(new TypeError("There is no such verb."))),
  listen: (listener) => {
    const hear = (_event: IpcRendererEvent, told: HostEvent): void => listener(told);
    ipcRenderer.on(EVENT, hear);
    return () => void ipcRenderer.off(EVENT, hear);
  },
};
contextBridge.exposeInMainWorld("paymix", bridge);

/** What this needs of a drop. */
type Drop = {
  readonly isTrusted: boolean;
  readonly dataTransfer: { readonly files: ArrayLike<File> } | null;
  readonly preventDefault: () => void;
  readonly stopImmediatePropagation: () => void;
};
declare const window: { readonly addEventListener: (type: "drop", listener: (drop: Drop) => void, capture: true) => void };

// A file that a person drags in opens as itself. Its path goes to the host from here, and the page never learns it; a file
// that the page made up has none, and stays the page's to read as a text.
window.addEventListener(
  "drop",
  (drop) => {
    const file = drop.isTrusted ? drop.dataTransfer?.files[0] : undefined;
    const path = file === undefined ? "" : webUtils.getPathForFile(file);
    if (path === "") return;
    drop.preventDefault();
    drop.stopImmediatePropagation();
    void invoke(DROPPED, path);
  },
  true,
);
