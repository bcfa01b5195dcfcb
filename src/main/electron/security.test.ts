// The rows of Electron's security checklist that can be proven without Electron's runtime; docs/security.md names the others.
import { build } from "esbuild";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDesktop, type StubWindow, type TestDesktop } from "../../../tests/helpers/test-desktop.ts";

let desktop: TestDesktop;
beforeAll(async () => {
  desktop = await startTestDesktop();
});
afterAll(() => desktop.end());
const window = (): StubWindow => desktop.windows()[0]!;

describe("a window", () => {
  it("1 loads the page of the bundle and nothing else", () => {
    expect(window().webContents.mainFrame.url).toBe("app://bundle/index.html");
  });

  it("2, 3, 4, 6, 8, 9, 10, 11 has exactly these preferences", () => {
    expect(window().options.webPreferences).toEqual({
      preload: join(desktop.root, "out", "electron", "preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
    });
  });

  it("4 runs in the sandbox, as every process of a page does", () => {
    expect(desktop.electron.record.isSandboxed).toBe(true);
  });

  it.each(["will-navigate", "will-redirect", "will-frame-navigate"])("13 goes nowhere: %s", (event) => {
    for (const url of ["https://evil.test", "file:///etc/passwd", "app://bundle/other.html", "app://bundle/index.html", "javascript:alert(1)"]) {
      const navigation = { ...desktop.electron.preventable(), url };
      let isPrevented = false;
      window().webContents.emit(event, { ...navigation, preventDefault: () => (isPrevented = true) }, url);
      expect(isPrevented, url).toBe(true);
    }
  });

  it("12 attaches no web view", () => {
    const event = desktop.electron.preventable();
    window().webContents.emit("will-attach-webview", event);
    expect(event.defaultPrevented).toBe(true);
  });

  it("14 opens no window", () => {
    for (const url of ["https://evil.test", "about:blank", "app://bundle/index.html"]) expect(window().webContents.openHandler?.({ url })).toEqual({ action: "deny" });
  });
});

describe("every session", () => {
  const PERMISSIONS = [
    "clipboard-read", "display-capture", "fullscreen", "geolocation", "hid", "idle-detection", "media", "mediaKeySystem", "midi", "midiSysex",
    "notifications", "openExternal", "pointerLock", "keyboardLock", "serial", "speaker-selection", "storage-access", "top-level-storage-access",
    "unknown", "usb", "window-management", "fileSystem", "deprecated-sync-clipboard-read",
  ] as const;

  /** The default one, and one that comes into being later. */
  function sessions(): InstanceType<TestDesktop["electron"]["StubSession"]>[] {
    const later = new desktop.electron.StubSession();
    desktop.electron.app.emit("session-created", later);
    return [desktop.electron.session.defaultSession, later];
  }

  it("5 grants no permission but putting text on the clipboard, by request and by check", () => {
    for (const session of sessions()) {
      for (const permission of [...PERMISSIONS, "clipboard-sanitized-write"] as const) {
        let granted: boolean | null = null;
        session.permissionRequest?.(window().webContents as never, permission, (answer) => (granted = answer), {} as never);
        const checked = session.permissionCheck?.(window().webContents as never, permission, "app://bundle", {} as never);
        expect([permission, granted, checked]).toEqual([permission, permission === "clipboard-sanitized-write", permission === "clipboard-sanitized-write"]);
      }
      expect(session.devicePermission?.({} as never)).toBe(false);
    }
  });

  it.each([
    ["app://bundle/index.html", true],
    ["app://bundle/assets/app.js", true],
    ["devtools://devtools/bundled/x.js", true],
    ["app://bundle.evil/x", false],
    ["app://evil/bundle/", false],
    ["app://user@bundle/", false],
    ["app://bundle:80/", false],
    ["blob:app://bundle/1-2-3", false],
    ["blob:https://evil.test/1", false],
    ["data:image/png;base64,AA==", false],
    ["https://evil.test/", false],
    ["http://127.0.0.1/", false],
    ["ws://127.0.0.1/", false],
    ["file:///etc/passwd", false],
    ["ftp://evil.test/", false],
    ["chrome-extension://x/y.js", false],
    ["", false],
  ])("requests %s: %s", (url, isAllowed) => {
    for (const session of sessions()) {
      let isCancelled: boolean | undefined;
      session.beforeRequest?.({ url }, (response) => (isCancelled = response.cancel));
      expect(isCancelled).toBe(!isAllowed);
    }
  });

  it("shows no developer tools' files in a packaged app", () => {
    Object.assign(desktop.electron.app, { isPackaged: true });
    let isCancelled: boolean | undefined;
    desktop.electron.session.defaultSession.beforeRequest?.({ url: "devtools://devtools/x.js" }, (response) => (isCancelled = response.cancel));
    expect(isCancelled).toBe(true);
    Object.assign(desktop.electron.app, { isPackaged: false });
  });

  it("downloads nothing: no files, no dictionaries", () => {
    for (const session of sessions()) {
      const event = desktop.electron.preventable();
      session.emit("will-download", event);
      expect(event.defaultPrevented).toBe(true);
      expect(session.isSpellCheckerOn).toBe(false);
    }
  });

  it("finds no host, and asks no network for a proxy", () => {
    expect(desktop.electron.record.switches.get("host-resolver-rules")).toBe("MAP * ~NOTFOUND");
    expect(desktop.electron.record.switches.has("no-proxy-server")).toBe(true);
  });
});

describe("the command line", () => {
  it.each([
    [true, []],
    [false, ["remote-debugging-port", "remote-debugging-pipe"]],
  ])("packaged: %s, leaves %j of what opens windows to other programs", async (isPackaged, left) => {
    const started = await startTestDesktop({
      prepare: async ({ app, record }) => {
        Object.assign(app, { isPackaged });
        record.switches.set("remote-debugging-port", "9222").set("remote-debugging-pipe", "");
      },
    });
    expect([...started.electron.record.switches.keys()].filter((name) => name.startsWith("remote-"))).toEqual(left);
    await started.end();
  });
});

describe("18 the scheme", () => {
  it("is standard and secure, and no more", () => {
    expect(desktop.electron.record.schemes).toEqual([{ scheme: "app", privileges: { standard: true, secure: true } }]);
  });
});

describe("the sources", () => {
  const folder = import.meta.dirname;
  const sources = async (): Promise<[string, string][]> => {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
    return Promise.all(names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), "utf8")]));
  };

  it("6, 8, 9, 10, 15 never name what would open a hole", async () => {
    const holes = /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|openExternal|allowpopups|bypassCSP|executeJavaScript|https?:\/\/|file:\/\/|crashReporter|autoUpdater|shell\b.*from "electron"/;
    for (const [name, source] of await sources()) expect(holes.exec(source)?.[0], name).toBeUndefined();
  });

  it.each([
    [/new BrowserWindow\(/, "window.ts"],
    [/ipcMain\.(handle|on)/, "ipc.ts"],
    [/onBeforeRequest/, "security.ts"],
    [/protocol\.handle/, "protocol.ts"],
    [/exposeInMainWorld/, "preload.ts"],
  ])("have %s in one place", async (pattern, place) => {
    expect((await sources()).filter(([, source]) => pattern.test(source)).map(([name]) => name)).toEqual([place]);
  });

  it("reach no network: no such module is in the bundle, and nothing of the browser shell", async () => {
    const { metafile, outputFiles } = await build({
      entryPoints: [join(folder, "main.ts")],
      bundle: true,
      platform: "node",
      format: "cjs",
      external: ["electron"],
      write: false,
      metafile: true,
      logLevel: "error",
    });
    const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external).map(({ path }) => path.replace(/^node:/, "")));
    const reaching = /^(net|tls|dns|dgram|https?|http2|inspector|child_process|cluster|undici)(\/|$)/;
    expect(imported).toContain("electron");
    expect(imported.filter((path) => reaching.test(path))).toEqual([]);
    expect(/\b(fetch|WebSocket|EventSource|XMLHttpRequest)\(/.exec(outputFiles[0]?.text ?? "")?.[0]).toBeUndefined();
    expect(Object.keys(metafile.inputs).filter((path) => path.includes("loopback"))).toEqual([]);
  });
});
