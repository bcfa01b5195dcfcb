import { readdirSync, readFileSync } from "node:fs";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sampleScenario } from "#shared/library/index.ts";
import { startTestDesktop, type StubWindow, type TestDesktop } from "../../../tests/helpers/test-desktop.ts";

let desktop: TestDesktop;
afterEach(() => desktop.end());

const plan = JSON.stringify({});
const first = (): StubWindow => desktop.windows()[0]!;

/** A window that shows the sample, saved as a file. */
async function onFile(name = "Plan A"): Promise<{ window: StubWindow; handle: string; path: string }> {
  const window = first();
  await desktop.call(window, "start", {});
  const made = await desktop.call(window, "create", { from: "sample", destination: "here" });
  const handle = made.value.kind === "here" ? made.value.document.info.handle : "";
  const path = join(desktop.documents, `${name}.paymix`);
  desktop.electron.dialog.answers.push(path);
  await desktop.call(window, "save", { handle, scenario: sampleScenario(), replaceChanged: false });
  return { window, handle, path };
}
const edit = (window: StubWindow, handle: string): Promise<unknown> =>
  desktop.call(window, "keepRecovery", { handle, scenario: { ...sampleScenario(), name: "Changed" }, pendingWeights: null });

describe("starting", () => {
  it("opens one window on the page, with the sample, and makes the documents folder", async () => {
    desktop = await startTestDesktop();
    expect(first().webContents.mainFrame.url).toBe("app://bundle/index.html");
    const started = await desktop.call(first(), "start", {});
    expect(started.value).toMatchObject({ shell: "desktop", platform: "linux", document: { info: { fileName: null } } });
    expect(await readdir(desktop.documents)).toEqual(["FY27 Partner Sales.paymix"]);
    expect(first().isShown).toBe(false);
    first().emit("ready-to-show");
    expect(first().isShown).toBe(true);
  });

  it("opens the files of the command line, each in a window", async () => {
    desktop = await startTestDesktop({
      argv: (root) => ["--some-switch=x.paymix", join(root, "a.paymix"), "b.paymix", join(root, "notes.txt")],
      windowCount: 2,
    });
    const names = await Promise.all(desktop.windows().map(async (window) => (await desktop.call(window, "start", {})).value.error));
    expect(names.map((error) => (error?.kind === "missing" ? error.fileName : null))).toEqual(["a", "b"]);
  });

  it("opens what macOS asks for before the app is ready", async () => {
    desktop = await startTestDesktop({ platform: "darwin", openFileBeforeReady: (root) => join(root, "early.paymix") });
    expect((await desktop.call(first(), "start", {})).value.error).toMatchObject({ kind: "missing", fileName: "early" });
    const asked = desktop.electron.preventable();
    desktop.electron.app.emit("open-file", asked, join(desktop.root, "later.paymix"));
    expect(asked.defaultPrevented, "the system is told that the file is taken").toBe(true);
    await vi.waitFor(() => expect(desktop.windows()).toHaveLength(2));
  });

  it("takes its folder from --folder", async () => {
    desktop = await startTestDesktop({ prepare: async (stub, root) => void (stub.machine.folderSwitch = join(root, "Team")) });
    expect(await readdir(join(desktop.root, "Team"))).toEqual(["FY27 Partner Sales.paymix"]);
  });

  it("a second time hands its files to the first, and ends", async () => {
    desktop = await startTestDesktop({ isFirstInstance: false });
    expect(desktop.electron.record.quits).toBe(1);
    expect(desktop.windows()).toEqual([]);
    await desktop.end();

    desktop = await startTestDesktop();
    await onFile();
    desktop.electron.app.emit("second-instance", {}, ["electron", "--flag", "other.paymix"], desktop.root);
    await vi.waitFor(() => expect(desktop.windows()).toHaveLength(2));
    expect((await desktop.call(desktop.windows()[1]!, "start", {})).value.error).toMatchObject({ fileName: "other" });
    desktop.electron.app.emit("second-instance", {}, ["electron"], desktop.root);
    await vi.waitFor(() => expect(desktop.windows()).toHaveLength(3));
  });

  it("without its build says so and ends", async () => {
    desktop = await startTestDesktop({ isBroken: true });
    expect(desktop.electron.record).toMatchObject({ exitCode: 1, errorBoxes: [expect.stringContaining("Paymix could not start")] });
    expect(desktop.windows()).toEqual([]);
  });
});

describe("a window's frame", () => {
  it("shows the document's name and whether it is edited", async () => {
    desktop = await startTestDesktop();
    const { window, handle, path } = await onFile();
    expect(window.title).toBe("Plan A – Paymix");
    await edit(window, handle);
    expect(window.title).toBe("• Plan A – Paymix");
    expect(desktop.electron.record.recentDocuments).toEqual([path]);
  });

  it("on macOS has the file's icon and the edited mark of the close button", async () => {
    desktop = await startTestDesktop({ platform: "darwin" });
    const { window, handle, path } = await onFile();
    await edit(window, handle);
    expect([window.title, window.representedFile, window.isEdited]).toEqual(["Plan A", path, true]);
  });

  it("keeps its own title, whatever the page's is", async () => {
    desktop = await startTestDesktop();
    const event = desktop.electron.preventable();
    first().emit("page-title-updated", event);
    expect(event.defaultPrevented).toBe(true);
  });

  it("is where the last one was", async () => {
    desktop = await startTestDesktop();
    first().maximize();
    first().close();
    expect(JSON.parse(await readFile(join(desktop.root, "data", "window-state.json"), "utf8"))).toMatchObject({ width: 1440, height: 900, maximized: true });
  });
});

describe("closing", () => {
  it("asks the window, which knows best what is unsaved, and closes when it agrees", async () => {
    desktop = await startTestDesktop();
    const { window, handle } = await onFile();
    window.close();
    expect(desktop.commands(window)).toEqual(["close"]);
    expect(desktop.windows()).toHaveLength(1);
    await desktop.call(window, "closeWindow", { handle });
    expect(desktop.windows()).toEqual([]);
    await expect.poll(() => desktop.electron.record.quits).toBe(1);
  });

  it("lets go of its files before it is gone", async () => {
    desktop = await startTestDesktop();
    const { window, handle, path } = await onFile();
    expect(await readdir(dirname(path))).toContain(".~lock.Plan A.paymix#");
    desktop.electron.app.quit();
    await desktop.call(window, "closeWindow", { handle });
    await expect.poll(() => desktop.electron.record.quits).toBe(1);
    expect(await readdir(dirname(path))).not.toContain(".~lock.Plan A.paymix#");
  });

  it("does not ask a window that cannot answer", async () => {
    desktop = await startTestDesktop();
    const { window } = await onFile();
    window.emit("unresponsive");
    window.emit("responsive");
    window.close();
    expect(desktop.windows()).toHaveLength(1);
    window.emit("unresponsive");
    window.close();
    expect(desktop.windows()).toEqual([]);
  });

  it("quitting asks every window; one that stays keeps the app, and on macOS closing it later does not quit", async () => {
    desktop = await startTestDesktop({ platform: "darwin" });
    const { window, handle } = await onFile();
    desktop.electron.app.quit();
    expect(desktop.commands(window)).toEqual(["close"]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    window.close();
    await desktop.call(window, "closeWindow", { handle });
    expect(desktop.electron.record.quits).toBe(0);
    desktop.electron.app.emit("activate", {}, false);
    expect(desktop.windows()).toHaveLength(1);
  });

  it("quitting ends the app when the last window agreed", async () => {
    desktop = await startTestDesktop({ platform: "darwin" });
    const { window, handle } = await onFile();
    desktop.electron.app.quit();
    await desktop.call(window, "closeWindow", { handle });
    await expect.poll(() => desktop.electron.record.quits).toBe(1);
  });

  it.each([
    ["session-end", (window: StubWindow) => window.emit("session-end")],
    ["query-session-end", (window: StubWindow) => window.emit("query-session-end")],
    ["the computer's shutdown", () => desktop.electron.powerMonitor.emit("shutdown")],
  ])("%s puts what is unsaved into the recovery store", async (_event, happens) => {
    desktop = await startTestDesktop();
    const { window, handle } = await onFile();
    await edit(window, handle);
    const folder = join(desktop.root, "data", "recovery");
    const onDisk = (): string => readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => readFileSync(join(folder, name), "utf8")).join();
    await expect.poll(onDisk).toContain("Changed");
    const later = { ...sampleScenario(), name: "Changed later" };
    const kept = desktop.call(window, "keepRecovery", { handle, scenario: later, pendingWeights: null });
    await Promise.resolve();
    expect(onDisk()).not.toContain("Changed later");
    happens(window);
    // No system waits for more than the listener itself.
    expect(onDisk()).toContain("Changed later");
    await kept;
    expect(onDisk()).toContain("Changed later");
  });

  it("a page that crashed is loaded again and gets its work back; one that crashes again at once is closed", async () => {
    desktop = await startTestDesktop();
    const { window, handle } = await onFile();
    await edit(window, handle);
    window.webContents.emit("render-process-gone");
    expect(window.webContents.reloads).toBe(1);
    expect((await desktop.call(window, "start", {})).value.document).toMatchObject({ edited: true, scenario: { name: "Changed" } });
    window.webContents.emit("render-process-gone");
    expect(desktop.windows()).toEqual([]);
  });
});

describe("dialogs", () => {
  it("start in the documents folder, for scenarios, and ask before they replace a file", async () => {
    desktop = await startTestDesktop();
    const { window, handle } = await onFile();
    expect(await desktop.call(window, "open", { destination: "here" })).toMatchObject({ value: { kind: "cancelled" } });
    expect(await desktop.call(window, "saveAs", { handle, scenario: sampleScenario() })).toMatchObject({ value: { kind: "cancelled" } });
    const filters = [{ name: "Paymix scenario", extensions: ["paymix"] }];
    expect(desktop.electron.record.dialogs.slice(-2)).toEqual([
      { defaultPath: desktop.documents, filters, properties: ["openFile"] },
      { defaultPath: expect.stringContaining(join(desktop.documents, "Plan A")) as string, filters, properties: ["createDirectory", "showOverwriteConfirmation"] },
    ]);
  });
});

describe("dragging a file in", () => {
  it("opens the file itself, in a window of its own when this one is taken", async () => {
    desktop = await startTestDesktop();
    const { window } = await onFile();
    const path = join(desktop.root, "dragged.paymix");
    await writeFile(path, plan);
    const drop = desktop.electron.ipcMain.handlers.get("paymix:dropped") as unknown as (event: unknown, path: unknown) => Promise<void>;
    const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
    await drop(event, path);
    expect(desktop.windows()).toHaveLength(2);
    expect((await desktop.call(desktop.windows()[1]!, "start", {})).value.error).toMatchObject({ kind: "refused", fileName: "dragged" });
    await drop(event, 5);
    expect(desktop.windows()).toHaveLength(2);
  });
});

describe("the menu", () => {
  type Item = { label?: string; submenu?: Item[]; click?: () => void; enabled?: boolean; checked?: boolean };
  const menu = (): Item[] => desktop.electron.record.menus.at(-1) as Item[];
  const item = (...labels: string[]): Item => {
    let found: Item = { submenu: menu() };
    for (const label of labels) found = found.submenu?.find((each) => each.label === label) ?? {};
    return found;
  };

  it("is there before the first window, and its choices go to the window in front", async () => {
    desktop = await startTestDesktop();
    expect(desktop.electron.record.menus.length).toBeGreaterThan(0);
    const { window } = await onFile();
    await vi.waitFor(() => expect(item("&File", "Save").enabled).toBe(true));
    for (const [top, label] of [["&File", "Save As…"], ["&Edit", "Undo"], ["&Edit", "Redo"], ["&File", "Close"]] as const) item(top, label).click?.();
    expect(desktop.commands(window)).toEqual(["save-as", "undo", "redo", "close"]);
  });

  it("waits for a window that is still loading", async () => {
    desktop = await startTestDesktop();
    item("&File", "New").click?.();
    expect(desktop.commands(first())).toEqual([]);
    await desktop.call(first(), "start", {});
    await vi.waitFor(() => expect(desktop.commands(first())).toEqual(["new"]));
  });

  it("on macOS opens a window for a choice that needs one", async () => {
    desktop = await startTestDesktop({ platform: "darwin" });
    first().close();
    await vi.waitFor(() => expect(item("File", "Close").enabled).toBe(false));
    item("File", "Open…").click?.();
    await vi.waitFor(() => expect(desktop.windows()).toHaveLength(1));
    await desktop.call(first(), "start", {});
    expect(desktop.commands(first())).toEqual(["open"]);
  });

  it("follows the theme, and the window frames with it", async () => {
    desktop = await startTestDesktop();
    await desktop.call(first(), "start", {});
    item("&View", "Theme", "Dark").click?.();
    expect(desktop.commands(first())).toEqual(["theme-dark"]);
    await desktop.call(first(), "setPreferences", { preferences: { theme: "dark" } });
    await vi.waitFor(() => expect(item("&View", "Theme", "Dark").checked).toBe(true));
    expect(desktop.electron.nativeTheme.themeSource).toBe("dark");
  });

  it("lists recent files, opens one, and forgets them", async () => {
    desktop = await startTestDesktop();
    const { window, handle } = await onFile();
    await vi.waitFor(() => expect(item("&File", "Open Recent").submenu?.[0]?.label).toMatch(/^Plan A — /));
    await desktop.call(window, "create", { from: "empty", destination: "here" });
    item("&File", "Open Recent").submenu?.[0]?.click?.();
    await vi.waitFor(() => expect(desktop.windows()).toHaveLength(2));
    expect((await desktop.call(desktop.windows()[1]!, "start", {})).value.document?.info.fileName).toBe("Plan A");
    item("&File", "Open Recent", "Clear Menu").click?.();
    await vi.waitFor(() => expect(item("&File", "Open Recent").enabled).toBe(false));
    expect(desktop.electron.record.recentDocuments).toEqual([]);
    expect(handle).not.toBe("");
  });

  it("opens About in the window in front, and in one made for it where there is none", async () => {
    desktop = await startTestDesktop();
    const [window] = desktop.windows();
    await desktop.call(window!, "start", {});
    item("&Help", "About Paymix").click?.();
    await vi.waitFor(() => expect(desktop.commands(window!)).toEqual(["about"]));
    const about = await desktop.call(window!, "about", {});
    expect(about.value).toMatchObject({ version: "1.2.3", dataFolder: join(desktop.root, "data"), runtimeLicences: null });
    expect(about.value.runtime.map(({ name }) => name)).toEqual(["Electron", "Chromium", "Node"]);
  });

  it("says where the licences of Electron and Chromium lie", async () => {
    desktop = await startTestDesktop({
      prepare: async ({ machine }, root) => {
        machine.folder = join(root, "app.asar");
        await cp(join(root, "out"), join(machine.folder, "out"), { recursive: true });
        await writeFile(join(root, "LICENSES.chromium.html"), "");
      },
    });
    const [window] = desktop.windows();
    await desktop.call(window!, "start", {});
    expect((await desktop.call(window!, "about", {})).value.runtimeLicences).toBe(desktop.root);
  });
});
