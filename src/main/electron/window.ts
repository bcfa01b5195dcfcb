/** The only place that makes windows. */
import { join } from "node:path";
import { app, BrowserWindow, nativeTheme, screen } from "electron";
import { PAGE } from "./app-origin.ts";
import { keepWindowState, placeWindow, readWindowState, SMALLEST, type Area } from "./window-state.ts";

/** The tokens' `--bg`, so that a window does not flash before its page is drawn. */
const GROUND = { light: "#F4F5F7", dark: "#0D1014" } as const;

/** A window on the page, shown once the page is drawn. */
export function createWindow(): BrowserWindow {
  const statePath = join(app.getPath("userData"), "window-state.json");
  const { maximized, ...place } = placeWindow(readWindowState(statePath), workAreas(), BrowserWindow.getAllWindows().length);
  const window = new BrowserWindow({
    ...place,
    minWidth: Math.min(SMALLEST.width, place.width),
    minHeight: Math.min(SMALLEST.height, place.height),
    title: "Paymix",
    // Elsewhere the picture is in the program itself.
    ...(process.platform === "linux" ? { icon: join(app.getAppPath(), "assets", "icons", "app", "256x256.png") } : {}),
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload: join(app.getAppPath(), "out", "electron", "preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  // The title is the document's; the page's own says less.
  window.on("page-title-updated", (event) => event.preventDefault());
  window.on("close", () => keepWindowState(statePath, { ...window.getNormalBounds(), maximized: window.isMaximized() }));
  void window.loadURL(PAGE);
  return window;
}

function workAreas(): readonly Area[] {
  const main = screen.getPrimaryDisplay();
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea);
}
