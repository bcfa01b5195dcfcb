/** The built app in the desktop shell, driven by Playwright where Electron's runtime is there, on folders of the test. */
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

type WindowOptions = {
  readonly file?: string;
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
};

export type DesktopApp = {
  readonly openWindow: (options: WindowOptions) => Promise<Page>;
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Electron starts with the first window, so that the file of that window is what it is started with. */
export async function startDesktopApp({ folder, dataFolder }: { readonly folder: string; readonly dataFolder: string }): Promise<DesktopApp> {
  let running: ElectronApplication | null = null;

  async function launch(file: readonly string[]): Promise<Page> {
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    running = await _electron.launch({ cwd: ROOT, args: [ROOT, `--user-data-dir=${dataFolder}`, `--folder=${folder}`, ...asRoot, ...file] });
    return running.firstWindow();
  }

  async function openAnother(app: ElectronApplication, file: readonly string[]): Promise<Page> {
    const opened = app.waitForEvent("window");
    // As a second start of the app asks for it.
    await app.evaluate(({ app: electronApp }, argv) => electronApp.emit("second-instance", {}, ["paymix", ...argv], "/"), file);
    return opened;
  }

  return {
    openWindow: async ({ file, width = 1440, height = 900, colorScheme = "light", forcedColors = "none" }) => {
      const named = file === undefined ? [] : [`${folder}/${file}`];
      const page = running === null ? await launch(named) : await openAnother(running, named);
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: "reduce" });
      return page;
    },
    crash: async () => {
      const child = running?.process();
      running = null;
      if (child === undefined || child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
    stop: async () => {
      const app = running;
      running = null;
      if (app === null) return;
      const closed = app.waitForEvent("close");
      await app.evaluate(({ app: electronApp }) => electronApp.exit(0)).catch(() => undefined);
      await closed;
    },
  };
}
