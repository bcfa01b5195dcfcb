/** The desktop shell on a stub of Electron and on folders of the test: the real main module, the real host, real files. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, vi } from "vitest";
import type { HostEvent, HostVerb, HostVerbs, WindowCommand } from "#shared/host-api/contract.ts";
import { CALL, EVENT } from "../../src/main/electron/channels.ts";
import type * as Electron from "./electron-stub.ts";

export type Stub = typeof Electron;
export type StubWindow = InstanceType<Stub["BrowserWindow"]>;

export type TestDesktop = {
  readonly electron: Stub;
  readonly root: string;
  readonly documents: string;
  readonly windows: () => StubWindow[];
  /** A call of the window's page. */
  readonly call: <Verb extends HostVerb>(window: StubWindow, verb: Verb, args: HostVerbs[Verb]["args"]) => Promise<{ ok: boolean; value: HostVerbs[Verb]["result"] }>;
  readonly commands: (window: StubWindow) => WindowCommand[];
  readonly events: (window: StubWindow) => HostEvent[];
  readonly end: () => Promise<void>;
};

type Options = {
  readonly argv?: (root: string) => readonly string[];
  readonly platform?: NodeJS.Platform;
  readonly isFirstInstance?: boolean;
  readonly prepare?: (stub: Stub, root: string) => Promise<void>;
  readonly openFileBeforeReady?: (root: string) => string;
  readonly windowCount?: number;
  /** It is not built. */
  readonly isBroken?: boolean;
  /** A built app that is started in place of the sources: its folder, and how its main module is loaded. */
  readonly built?: { readonly folder: string; readonly load: (electron: Stub) => void };
};

export async function startTestDesktop(options: Options = {}): Promise<TestDesktop> {
  const { argv = () => [], platform = "linux", isFirstInstance = true, prepare, openFileBeforeReady, windowCount = 1, isBroken = false, built = null } = options;
  const root = await realpath(await mkdtemp(join(tmpdir(), "paymix-desktop-")));
  if (!isBroken && built === null) {
    await mkdir(join(root, "out", "renderer"), { recursive: true });
    await writeFile(join(root, "out", "renderer", "index.html"), "<!doctype html>");
  }
  vi.resetModules();
  const before = { argv: process.argv, platform: process.platform };
  process.argv = ["electron", root, ...argv(root)];
  Object.defineProperty(process, "platform", { value: platform });
  const electron = await import("./electron-stub.ts");
  Object.assign(electron.machine, { folder: built?.folder ?? root, documents: join(root, "Documents"), userData: join(root, "data"), isFirstInstance });
  await prepare?.(electron, root);
  if (built === null) await import("../../src/main/electron/main.ts");
  else built.load(electron);
  if (openFileBeforeReady !== undefined) electron.app.emit("open-file", electron.preventable(), openFileBeforeReady(root));
  const windows = (): StubWindow[] => electron.BrowserWindow.getAllWindows();
  if (isBroken) {
    await vi.waitFor(() => expect(electron.record.exitCode).not.toBeNull());
  } else if (isFirstInstance) {
    await vi.waitFor(() => {
      expect(electron.record.errorBoxes).toEqual([]);
      expect(windows()).toHaveLength(windowCount);
    });
  }
  const events = (window: StubWindow): HostEvent[] => window.webContents.sent.filter(({ channel }) => channel === EVENT).map(({ message }) => message as HostEvent);
  return {
    electron,
    root,
    documents: join(root, "Documents", "Paymix"),
    windows,
    call: async (window, verb, args) => {
      const handler = electron.ipcMain.handlers.get(CALL) as ((event: unknown, verb: string, args: unknown) => Promise<never>) | undefined;
      const { webContents } = window;
      return handler?.({ sender: webContents, senderFrame: webContents.mainFrame }, verb, args) ?? Promise.reject(new Error("Nobody listens."));
    },
    events,
    commands: (window) => events(window).flatMap((event) => (event.kind === "command" ? [event.command] : [])),
    end: async () => {
      process.argv = before.argv;
      Object.defineProperty(process, "platform", { value: before.platform });
      await vi.waitFor(() => rm(root, { recursive: true, force: true }));
    },
  };
}
