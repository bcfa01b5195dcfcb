/** What no window may do, whatever its page is made to try. docs/security.md lists it row by row. */
import { app, session, type Session, type WebContents } from "electron";
import { isOwnAddress } from "./app-origin.ts";

/** The one permission the page uses: putting a chart's table on the clipboard. */
const ALLOWED_PERMISSION = "clipboard-sanitized-write";
/** By which Chromium lets another program look into windows and steer them. */
const DEBUGGING_SWITCHES = ["remote-debugging-port", "remote-debugging-pipe"];

/** Before the app is ready. */
export function setUpSecurity(): void {
  app.enableSandbox();
  // Paymix looks up no names. What tried all the same would find none.
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  // Else the system's settings make Chromium ask the network which proxy to use, though it has nothing to send.
  app.commandLine.appendSwitch("no-proxy-server");
  if (app.isPackaged) for (const name of DEBUGGING_SWITCHES) app.commandLine.removeSwitch(name);
  app.on("session-created", closeSession);
  app.on("web-contents-created", (_event, contents) => closeContents(contents));
  void app.whenReady().then(() => closeSession(session.defaultSession));
}

/** No permissions, no network, no downloads, no dictionaries. */
function closeSession(opened: Session): void {
  opened.setPermissionRequestHandler((_contents, permission, callback) => callback(permission === ALLOWED_PERMISSION));
  opened.setPermissionCheckHandler((_contents, permission) => permission === ALLOWED_PERMISSION);
  opened.setDevicePermissionHandler(() => false);
  opened.setSpellCheckerEnabled(false);
  opened.on("will-download", (event) => event.preventDefault());
  // Only the last listener of a session counts, so this is the only place that sets one.
  opened.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !mayBeRequested(url) }));
}

function mayBeRequested(url: string): boolean {
  return isOwnAddress(url) || (!app.isPackaged && url.startsWith("devtools:"));
}

/** A window stays on the page it was made for. */
function closeContents(contents: WebContents): void {
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  // Calls between browsers are no requests: neither the content security policy nor the session hears of their packets.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}
