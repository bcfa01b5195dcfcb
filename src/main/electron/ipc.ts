/** The only place that hears from windows. Each call is from the main frame of a window of ours, or it is refused. */
import { ipcMain, type IpcMainInvokeEvent } from "electron";
import type { Host } from "../host/host.ts";
import { isOwnAddress } from "./app-origin.ts";
import { CALL, DROPPED } from "./channels.ts";
import type { DesktopWindows } from "./windows.ts";

export function setUpIpc(host: Host, windows: DesktopWindows, onAnswered: (verb: string) => void): void {
  handle(CALL, windows, async (windowId, verb, args) => {
    const answer = await host.call(windowId, String(verb), args);
    if (verb === "start") windows.started(windowId);
    onAnswered(String(verb));
    return answer;
  });
  handle(DROPPED, windows, async (_windowId, path) => {
    if (typeof path === "string") await host.openFile(path);
  });
}

function handle(channel: string, windows: DesktopWindows, act: (windowId: string, ...args: readonly unknown[]) => Promise<unknown>): void {
  ipcMain.handle(channel, (event, ...args: readonly unknown[]) => {
    const windowId = isOwnMainFrame(event) ? windows.idOf(event.sender) : null;
    if (windowId === null) throw new Error("Calls come from Paymix's own windows only.");
    return act(windowId, ...args);
  });
}

/** A frame that is gone, a frame within the page, and a page from anywhere else are not. */
function isOwnMainFrame({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url);
}
