/**
 * The app as a test meets it, whichever shell carries it: a window on real files in a folder of the test's own. Tests use
 * nothing else of Playwright's set-up, so the same ones run in the browser shell and, where its runtime is, the desktop one.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test as base, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { startLoopbackApp } from "../helpers/loopback-app.ts";
import { startDesktopApp } from "../helpers/desktop-app.ts";
import { startWatchingProxy, type WatchingProxy } from "../helpers/watching-proxy.ts";
import { DesignPage } from "./pages/design-page.ts";

export { expect };

export type WindowOptions = {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
};

export type App = {
  /** Folder that the app opens and saves in. */
  readonly folder: string;
  /** Folder of what the app keeps for itself. */
  readonly dataFolder: string;
  /** A window, empty or on a file of the folder. */
  readonly openWindow: (options?: WindowOptions & { readonly file?: string }) => Promise<DesignPage>;
  readonly write: (name: string, content: string | Uint8Array) => Promise<void>;
  readonly read: (name: string) => Promise<string>;
  /** A window of another Paymix on the same folder, with everything of its own apart: another person's, or another computer's. */
  readonly openElsewhere: (file: string, options?: WindowOptions) => Promise<DesignPage>;
  /** Ends the app as a crash would and starts it again on the same folders. */
  readonly crashAndRestart: () => Promise<void>;
};

type Shell = {
  readonly openWindow: (options: WindowOptions & { readonly file?: string }) => Promise<Page>;
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

async function browserShell(folder: string, dataFolder: string, browser: Browser): Promise<Shell> {
  const server = await startLoopbackApp({ folder, dataFolder });
  const contexts: BrowserContext[] = [];
  return {
    openWindow: async ({ file, width = 1440, height = 900, colorScheme = "light", forcedColors = "none" }) => {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, forcedColors, reducedMotion: "reduce" });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(await server.newWindowUrl(file === undefined ? {} : { file: join(folder, file) }));
      return page;
    },
    crash: async () => {
      // Before the pages go: a page that goes tells of what it has not told yet.
      const killed = server.kill();
      for (const context of contexts.splice(0)) await context.close();
      await killed;
    },
    stop: async () => {
      for (const context of contexts.splice(0)) await context.close();
      await server.stop();
    },
  };
}

/** The app's own address, or what is in the page already. */
function isOfTheApp(url: string, origin: string): boolean {
  return /^(data|blob|about):/.test(url) || url.startsWith(`${origin}/`) || url.startsWith(`${origin.replace(/^http/, "ws")}/`);
}

export const test = base.extend<{ app: App }, { network: WatchingProxy; browserOfShell: Browser | null }>({
  network: [
    async ({}, use) => {
      const proxy = await startWatchingProxy();
      await use(proxy);
      proxy.stop();
    },
    { scope: "worker" },
  ],
  browserOfShell: [
    async ({ network }, use, workerInfo) => {
      if (workerInfo.project.metadata["shell"] === "desktop") return use(null);
      const executablePath = process.env["PAYMIX_CHROMIUM"] ?? "/usr/bin/chromium";
      const browser = await chromium.launch({
        executablePath,
        // What is not on this computer goes through the proxy, which fails the test.
        proxy: { server: network.address, bypass: "127.0.0.1,localhost" },
        args: ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  app: async ({ browserOfShell, network }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "paymix-files-"));
    const dataFolder = await mkdtemp(join(tmpdir(), "paymix-data-"));
    const startOn = (data: string): Promise<Shell> => (browserOfShell === null ? startDesktopApp({ folder, dataFolder: data }) : browserShell(folder, data, browserOfShell));
    let shell = await startOn(dataFolder);
    const elsewhere: { readonly shell: Shell; readonly dataFolder: string }[] = [];
    const errors: string[] = [];
    let crashing = false;
    network.taken();
    const openIn = async (of: Shell, options: WindowOptions & { readonly file?: string }): Promise<DesignPage> => {
      const page = await of.openWindow(options);
      const { origin } = new URL(page.url());
      // A window of its own has the same origin; workers and sockets are requests too.
      page.context().on("request", (request) => {
        if (!isOfTheApp(request.url(), origin)) errors.push(`a request to ${request.url()}`);
      });
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        // A page whose file service is killed reports the broken connection.
        if (!crashing && (message.type() === "error" || message.type() === "warning")) errors.push(message.text());
      });
      return new DesignPage(page);
    };
    await use({
      folder,
      dataFolder,
      openWindow: (options = {}) => openIn(shell, options),
      openElsewhere: async (file, options = {}) => {
        const otherData = await mkdtemp(join(tmpdir(), "paymix-data-"));
        const other = await startOn(otherData);
        elsewhere.push({ dataFolder: otherData, shell: other });
        return openIn(other, { ...options, file });
      },
      write: (name, content) => writeFile(join(folder, name), content),
      read: (name) => readFile(join(folder, name), "utf8"),
      crashAndRestart: async () => {
        crashing = true;
        await shell.crash();
        crashing = false;
        shell = await startOn(dataFolder);
      },
    });
    await shell.stop();
    for (const other of elsewhere) {
      await other.shell.stop();
      await rm(other.dataFolder, { recursive: true, force: true });
    }
    await rm(folder, { recursive: true, force: true });
    await rm(dataFolder, { recursive: true, force: true });
    expect(network.taken(), "nothing was asked of any network").toEqual([]);
    expect(errors, "the window reported no error and no warning").toEqual([]);
  },
});
