/** The packed app, started under the stub of Electron: its own main module, its own page, its own preload script. */
import { existsSync } from "node:fs";
import { readFile, readdir, writeFile } from "node:fs/promises";
import Module, { createRequire } from "node:module";
import { join } from "node:path";
import { afterEach, describe, expect, inject, it } from "vitest";
import { textOf } from "../../src/main/host/testing/test-documents.ts";
import { CONTENT_SECURITY_POLICY } from "../../src/shared/host-api/content-security-policy.ts";
import { sampleScenario } from "../../src/shared/library/index.ts";
import { startTestDesktop, type Stub, type TestDesktop } from "../helpers/test-desktop.ts";

const { content } = inject("packed");
const nodeRequire = createRequire(import.meta.url);
type Loader = { _load: (request: string, ...rest: unknown[]) => unknown };

/** Loads the main module that package.json names, with the stub for Electron. */
function load(electron: Stub): void {
  const { main } = nodeRequire(join(content, "package.json")) as { main: string };
  const path = join(content, main);
  const loader = Module as unknown as Loader;
  const original = loader._load;
  loader._load = (request, ...rest) => (request === "electron" ? electron : original.call(loader, request, ...rest));
  try {
    delete nodeRequire.cache[nodeRequire.resolve(path)];
    nodeRequire(path);
  } finally {
    loader._load = original;
  }
}

let desktop: TestDesktop;
afterEach(() => desktop.end());
const built = { folder: content, load };

function answerOf(path: string): Promise<Response> {
  const handler = desktop.electron.protocol.handlers.get("app");
  return Promise.resolve(handler?.(new Request(`app://bundle${path}`)) ?? new Response(null, { status: 500 }));
}

describe("the packed app", () => {
  it.each(["linux", "win32", "darwin"] as const)("starts on %s; every path it hands to the runtime is in the archive", async (platform) => {
    desktop = await startTestDesktop({ built, platform });
    const [window] = desktop.windows();
    expect(window?.webContents.mainFrame.url).toBe("app://bundle/index.html");
    expect(desktop.electron.record.isSandboxed).toBe(true);
    const { icon, webPreferences } = window?.options ?? {};
    expect(webPreferences?.preload?.startsWith(content)).toBe(true);
    for (const path of [webPreferences?.preload, ...(platform === "linux" ? [icon] : [])]) {
      expect(path).toEqual(expect.any(String));
      expect(typeof path === "string" && existsSync(path)).toBe(true);
    }
  });

  it("serves the page and everything it refers to, each with its type and the content security policy, and has nothing that nobody refers to", async () => {
    desktop = await startTestDesktop({ built });
    const waiting = ["/index.html"];
    const met = new Map<string, string>();
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (met.has(path)) continue;
      const response = await answerOf(path);
      const text = await response.text();
      met.set(path, response.headers.get("Content-Type") ?? "");
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get("Content-Security-Policy")).toBe(CONTENT_SECURITY_POLICY.desktop);
      waiting.push(...referred(path, text));
    }
    const types = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", svg: "image/svg+xml", woff2: "font/woff2" };
    for (const [path, type] of met) expect([path, type]).toEqual([path, types[path.split(".").at(-1) as keyof typeof types]]);
    const there = (await readdir(join(content, "out", "renderer"), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(met.size).toBe(there.length);
    expect([...met.keys()].filter((path) => path.includes(".worker-"))).toHaveLength(5);
  });

  it("goes by the installer's name on Windows", async () => {
    desktop = await startTestDesktop({ built, platform: "win32" });
    const [, appId] = /^appId: (.+)$/m.exec(await readFile(new URL("../../electron-builder.yml", import.meta.url), "utf8")) ?? [];
    expect(desktop.electron.record.appUserModelId).toBe(appId);
  });

  it("serves nothing beside the page", async () => {
    desktop = await startTestDesktop({ built });
    for (const path of ["/", "/package.json", "/out/electron/main.cjs", "/../electron/main.cjs", "/..%2felectron%2fmain.cjs", "/assets/"]) expect((await answerOf(path)).status, path).toBe(404);
  });

  it("opens the file it was started with, the one a second start names, and the one macOS asks for", async () => {
    const plan = async (path: string): Promise<string> => {
      await writeFile(path, textOf(sampleScenario()));
      return path;
    };
    desktop = await startTestDesktop({ built, argv: (root) => [join(root, "first.paymix")], prepare: async (_stub, root) => void (await plan(join(root, "first.paymix"))) });
    const shown = async (index: number): Promise<string | null | undefined> => {
      const window = desktop.windows()[index];
      return window === undefined ? undefined : (await desktop.call(window, "start", {})).value.document?.info.fileName;
    };
    expect(await shown(0)).toBe("first");
    await plan(join(desktop.root, "second.paymix"));
    desktop.electron.app.emit("second-instance", {}, ["paymix", "second.paymix"], desktop.root);
    await expect.poll(() => desktop.windows().length).toBe(2);
    await expect.poll(() => shown(1)).toBe("second");
    desktop.electron.app.emit("open-file", desktop.electron.preventable(), await plan(join(desktop.root, "third.paymix")));
    await expect.poll(() => shown(2)).toBe("third");
  });

  it("saves a scenario to a file", async () => {
    desktop = await startTestDesktop({ built });
    const window = desktop.windows()[0]!;
    await desktop.call(window, "start", {});
    const made = await desktop.call(window, "create", { from: "sample", destination: "here" });
    const document = made.value.kind === "here" ? made.value.document : null;
    const path = join(desktop.documents, "Packed.paymix");
    desktop.electron.dialog.answers.push(path);
    await desktop.call(window, "saveAs", { handle: document?.info.handle ?? "", scenario: document!.scenario });
    expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ format: "paymix-scenario", name: document!.scenario.name });
  });
});

/** Addresses in a file of the page: of what it loads, imports, starts as a thread, or shows. */
function referred(path: string, text: string): string[] {
  const found = path.endsWith(".css") ? [...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)] : [...text.matchAll(/["'`]((?:\.{0,2}\/|assets\/)[\w./-]+\.(?:js|css|svg|woff2|html))["'`]/g)];
  return found
    .map(([, address = ""]) => address)
    .filter((address) => !address.startsWith("data:") && !address.startsWith("#"))
    .map((address) => (address.startsWith("assets/") ? `/${address}` : new URL(address, `app://bundle${path}`).pathname));
}
