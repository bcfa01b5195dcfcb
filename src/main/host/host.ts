/** The host of all windows: answers their calls, keeps their documents safe. Knows nothing of Electron or HTTP. */
import { join } from "node:path";
import type { HostResult, Preferences, RecentFile } from "#shared/host-api/contract.ts";
import { checkCall } from "#shared/host-api/schemas.ts";
import { answerCall } from "./answer-call.ts";
import { ageDamagedFiles } from "./damaged-files.ts";
import { badCall, tellRecent, type HostContext } from "./host-context.ts";
import { noteEnded, noteInUse } from "./in-use.ts";
import { checkFile, leave } from "./keeping.ts";
import { createKeptStore } from "./kept-copies.ts";
import { damagedGoes, damagedStore, inOne, unreadableStore } from "./messages.ts";
import { createOpenMarks } from "./open-marks.ts";
import { createOpenWindows } from "./open-windows.ts";
import { openFromOutside } from "./opening.ts";
import type { HostPorts } from "./ports.ts";
import { createPreferences } from "./preferences.ts";
import { SLOW } from "./reading.ts";
import { createRecentFiles } from "./recent-files.ts";
import { tellRecovered } from "./recovered-changes.ts";
import { createRecovery } from "./recovery.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { sweepTemporaryFiles } from "./temporary-files.ts";
import { createVersions } from "./versions.ts";
import { QUICK, within } from "./within.ts";

/** A file from outside is waited for these milliseconds; by then a window is there that says what it waits for. */
const LONGEST_OPENING = 2 * SLOW;

export type Host = {
  /** One call of a window. Arguments are checked here; every failure is a value, it never throws. */
  readonly call: (windowId: string, verb: string, args: unknown) => Promise<HostResult<unknown>>;
  /**
   * A new window registers itself, before its first call. Nothing changes for a window that is known already (one the
   * host asked for with `windows.open`, or a page that was reloaded: it gets its document back from `start`).
   */
  readonly addWindow: (windowId: string) => void;
  /** The window is gone for good, agreed or not; a reload is not that. Unsaved work stays recoverable. */
  readonly removeWindow: (windowId: string) => void;
  /**
   * The operating system or the command line asks for a file: opens in an untouched window or a new one. A new window
   * made for the file is named, and none other takes it. Resolves when a window shows the file, or that it waits for it.
   */
  readonly openFile: (path: string, windowId?: string) => Promise<void>;
  /** The window came to the front: it is told when its file has changed outside since it was read. */
  readonly windowFocused: (windowId: string) => Promise<void>;
  /** Whether the window shows unsaved work, as far as the window has told. */
  readonly isEdited: (windowId: string) => boolean;
  /** What a native menu shows and does without a window. */
  readonly preferences: () => Preferences;
  readonly recentFiles: () => readonly RecentFile[];
  readonly openRecentFile: (id: string) => Promise<void>;
  readonly clearRecentFiles: () => Promise<void>;
  /** What is unsaved is in the recovery store when this resolves. */
  readonly flush: () => Promise<void>;
  /** The program ends: as flush, and no file is marked as open here any more. */
  readonly end: () => Promise<void>;
  /** The system ends the session: what is unsaved is in the recovery store when this returns, as no system waits for more. */
  readonly sessionEnds: () => void;
};

export async function createHost(ports: HostPorts): Promise<Host> {
  const context = await createContext(ports);
  const { windows, recovery, background } = context;
  const saved = context.looks.add(() => recovery.forgetSaved());
  // A window that started before the disk answered was offered what is in its file by then.
  void saved.then((isNews) => (isNews ? tellRecovered(context) : null));
  await within(QUICK, saved, false);

  async function flush(): Promise<void> {
    await recovery.flush();
    await Promise.all(background);
  }

  function removeWindow(windowId: string): void {
    const document = windows.get(windowId)?.document ?? null;
    windows.remove(windowId);
    if (document !== null) leave(context, document);
  }

  return {
    call: async (windowId, verb, args) => {
      const window = windows.get(windowId);
      if (window === null) return badCall("This window is not known.");
      const checked = checkCall(verb, args);
      if (!checked.ok) return badCall(checked.message);
      try {
        return await answerCall(context, window, checked.call);
      } catch {
        return badCall("Paymix could not do that because of a fault of its own. Your work is still in this window.");
      }
    },
    addWindow: (windowId) => {
      windows.add(windowId);
    },
    removeWindow,
    openFile: (path, windowId) => within(LONGEST_OPENING, openFromOutside(context, path, windowId), undefined),
    windowFocused: async (windowId) => {
      const window = windows.get(windowId);
      if (window?.document != null) await checkFile(context, window, window.document);
    },
    isEdited: (windowId) => windows.get(windowId)?.document?.edited ?? false,
    preferences: () => context.preferences.current(),
    recentFiles: () => context.recent.list(),
    openRecentFile: async (id) => {
      const path = context.recent.pathOf(id);
      if (path !== null) await openFromOutside(context, path);
    },
    clearRecentFiles: async () => {
      await context.recent.clear();
      tellRecent(context);
    },
    flush,
    end: async () => {
      for (const { id } of windows.all()) removeWindow(id);
      await flush();
      await noteEnded(ports, ports.dataFolder);
    },
    sessionEnds: () => {
      recovery.flushAtOnce();
      void flush();
    },
  };
}

async function createContext(ports: HostPorts): Promise<HostContext & { readonly background: ReadonlySet<Promise<unknown>> }> {
  const { files, clock, dataFolder, documentsFolder } = ports;
  const recoveryFolder = join(dataFolder, "recovery");
  const versionsFolder = join(dataFolder, "versions");
  // Where one cannot be made, what is kept there is not; everything else works.
  for (const folder of [dataFolder, recoveryFolder, versionsFolder]) await files.makePrivateFolder(folder).catch(() => undefined);
  const [recovery, recent, preferences] = await Promise.all([
    createRecovery(ports, recoveryFolder),
    createRecentFiles(ports, join(dataFolder, "recent.json")),
    createPreferences(ports, join(dataFolder, "preferences.json")),
    noteInUse(ports, dataFolder),
  ]);
  const versions = createVersions(ports, versionsFolder);

  const background = new Set<Promise<unknown>>();
  const inBackground = (work: Promise<unknown>): void => {
    const quiet = work.catch(() => undefined);
    background.add(quiet);
    void quiet.then(() => background.delete(quiet));
  };
  inBackground(versions.prune());
  const sweeps = createSerialQueue();
  const sweep = (folder: string): void => inBackground(sweeps.add(() => sweepTemporaryFiles(files, clock, folder)));
  for (const folder of [dataFolder, recoveryFolder, documentsFolder, ...recent.folders()]) sweep(folder);

  const movedAside = [recent.found, preferences.found].flatMap((found) => (found.kind === "damaged" ? [found.at] : []));
  const pastTheirTime = await ageDamagedFiles(files, clock, [dataFolder, recoveryFolder]);
  let notice = inOne([damagedStore([...movedAside, ...recovery.damaged]), unreadableStore(recovery.unreadable), damagedGoes(pastTheirTime)]);
  let isFirstStart = true;
  return {
    ports,
    windows: createOpenWindows(),
    recovery,
    versions,
    kept: createKeptStore({ files, homeFolder: ports.homeFolder, dataFolder, versions, recovery }),
    marks: createOpenMarks(ports),
    recent,
    preferences,
    newNames: createSerialQueue(),
    background,
    inBackground,
    sweep,
    looks: createSerialQueue(),
    takeFirstStart: () => {
      const isFirst = isFirstStart;
      isFirstStart = false;
      return isFirst;
    },
    takeNotice: () => {
      const told = notice;
      notice = null;
      return told;
    },
  };
}
