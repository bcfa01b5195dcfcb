/** The desktop shell: the same page and the same host as in the browser, in windows of their own. */
import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";
import { app, dialog, powerMonitor } from "electron";
import { sampleScenario } from "#shared/library/index.ts";
import { readBuiltFiles } from "../host/built-files.ts";
import { nodeFiles, nodeWriteAtOnce } from "../host/file-port.ts";
import { createHost, type Host } from "../host/host.ts";
import { seedDocumentsFolder } from "../host/seed-documents-folder.ts";
import { systemClock } from "../host/system-clock.ts";
import { systemPlatform } from "../host/system-platform.ts";
import { systemSelf } from "../host/system-self.ts";
import { within } from "../host/within.ts";
import { setUpMenu } from "./app-menu.ts";
import { createDialogs } from "./dialogs.ts";
import { hearFilesToOpen, type FilesToOpen } from "./files-to-open.ts";
import { installation } from "./installation.ts";
import { setUpIpc } from "./ipc.ts";
import { registerScheme, serveBuiltFiles } from "./protocol.ts";
import { setUpQuitting } from "./quitting.ts";
import { setUpSecurity } from "./security.ts";
import { createDesktopWindows } from "./windows.ts";

/** As in electron-builder.yml: by it Windows knows which windows, shortcuts and recent files are of this program. */
const APP_ID = "app.paymix.desktop";
/** A network folder that does not answer must not keep the program. */
const LONGEST_END = 3_000;
/** Milliseconds that a start waits for the sample to be put into a new folder of documents. */
const LONGEST_SEEDING = 2_000;

registerScheme();
setUpSecurity();
if (process.platform === "win32") app.setAppUserModelId(APP_ID);
if (app.requestSingleInstanceLock()) {
  const filesToOpen = hearFilesToOpen();
  app
    .whenReady()
    .then(() => start(filesToOpen))
    .catch((error: unknown) => {
      dialog.showErrorBox("Paymix could not start", String(error));
      app.exit(1);
    });
} else {
  // The one that runs is told, and opens what this one was asked to.
  app.quit();
}

async function start(filesToOpen: FilesToOpen): Promise<void> {
  serveBuiltFiles(await readBuiltFiles(join(app.getAppPath(), "out", "renderer")));
  const documentsFolder = await seededDocumentsFolder();
  const quitting = setUpQuitting();
  const windows = createDesktopWindows({
    onOpened: (windowId) => host.addWindow(windowId),
    onFocused: (windowId) => void host.windowFocused(windowId),
    onClosed: (windowId) => host.removeWindow(windowId),
    onAsking: quitting.onAsking,
    onSessionEnd: () => host.sessionEnds(),
    onChanged: () => menu.refresh(),
  });
  const host: Host = await createHost({
    files: nodeFiles,
    writeAtOnce: nodeWriteAtOnce,
    clock: systemClock,
    self: systemSelf(),
    ids: randomUUID,
    dialogs: createDialogs(windows.frameOf),
    windows: windows.port,
    dataFolder: app.getPath("userData"),
    documentsFolder,
    homeFolder: homedir(),
    sample: sampleScenario,
    platform: systemPlatform(),
    shell: "desktop",
    installation: await installation(),
  });
  const menu = setUpMenu(host, windows);
  menu.refresh();
  setUpIpc(host, windows, (verb) => {
    if (verb === "setPreferences") menu.refresh();
  });
  let hasEnded = false;
  app.on("will-quit", (event) => {
    if (hasEnded) return;
    // Files are let go of and copies removed before the process is gone.
    event.preventDefault();
    void Promise.race([host.end(), systemClock.wait(LONGEST_END)]).finally(() => {
      hasEnded = true;
      app.quit();
    });
  });
  powerMonitor.on("shutdown", () => host.sessionEnds());
  app.on("activate", (_event, hasVisibleWindows) => {
    if (!hasVisibleWindows) void windows.openEmpty();
  });

  const early = filesToOpen.passTo((path) => void host.openFile(path), () => void windows.openEmpty());
  for (const path of early) await host.openFile(path);
  if (windows.current() === null) await windows.openEmpty();
}

/** The folder that dialogs start in: the one named with --folder, else the person's own, made on first use. */
async function seededDocumentsFolder(): Promise<string> {
  const named = app.commandLine.getSwitchValue("folder");
  const folder = named === "" ? join(app.getPath("documents"), "Paymix") : named;
  // It may lie on a network that does not answer; the window says so where a file of it is asked for.
  await within(LONGEST_SEEDING, seedDocumentsFolder({ files: nodeFiles, clock: systemClock, ids: randomUUID }, folder, sampleScenario()), null);
  return folder;
}
