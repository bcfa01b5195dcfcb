/** The window on a disk that takes ten seconds for an answer: a person goes on working, or stops the save. */
import { copyFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, expect, test as base } from "@playwright/test";
import { build } from "esbuild";
import type * as LateDisk from "../helpers/late-disk-app.ts";
import { CostPage } from "./pages/cost-page.ts";
import { DesignPage, FileDialog } from "./pages/design-page.ts";

const OUT = join(import.meta.dirname, "..", "..", "out");
const LATENCY = 10_000;
/** As long as any test runs. */
const NEVER = 600_000;

type SlowDisk = { readonly window: DesignPage; readonly folder: string; readonly newWindow: () => Promise<DesignPage>; readonly answersLate: (milliseconds?: number) => void; readonly answersNow: () => void; readonly onDisk: () => Promise<string> };

const test = base.extend<{ slow: SlowDisk }>({
  slow: async ({}, use) => {
    const root = await mkdtemp(join(tmpdir(), "paymix-late-"));
    const [folder, dataFolder, outfile] = [join(root, "files"), join(root, "data"), join(root, "app.mjs")];
    await Promise.all([mkdir(folder), mkdir(dataFolder)]);
    await build({ entryPoints: [join(import.meta.dirname, "..", "helpers", "late-disk-app.ts")], outfile, bundle: true, platform: "node", format: "esm", logLevel: "error" });
    const { startOnLateDisk } = (await import(pathToFileURL(outfile).href)) as typeof LateDisk;
    const app = await startOnLateDisk(OUT, folder, dataFolder);
    const executablePath = process.env["PAYMIX_CHROMIUM"] ?? "/usr/bin/chromium";
    const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" })).newPage();
    await page.goto(await app.newWindow());
    const window = await new DesignPage(page).startFromSample();
    await window.save.click();
    await new FileDialog(page).saveAs("plan");
    await expect(page.getByRole("heading", { name: "plan.paymix" })).toBeVisible();
    const newWindow = async (): Promise<DesignPage> => {
      const next = await page.context().newPage();
      await next.goto(await app.newWindow());
      return new DesignPage(next);
    };
    await use({ window, folder, newWindow, answersLate: (milliseconds = LATENCY) => app.answerLate(milliseconds), answersNow: app.answerNow, onDisk: () => readFile(join(folder, "plan.paymix"), "utf8") });
    await browser.close();
    await app.stop();
    await rm(root, { recursive: true, force: true });
  },
});

test("while a save takes ten seconds the window says so, and can be worked in", async ({ slow: { window, answersLate, onDisk } }) => {
  const { page } = window;
  await window.dragTo(window.split, 0.7);
  answersLate();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saving…", { exact: true })).toBeVisible();
  await expect(page.getByText(/Saving takes longer than usual/)).toBeVisible();
  await window.dragTo(window.split, 0.83);
  await expect(window.split).toHaveValue("0.83");
  await new CostPage(window).open();
  await expect(page.getByText("Saving…", { exact: true })).toBeVisible();
  await expect(page.getByText("Saved plan").first()).toBeVisible({ timeout: LATENCY + 5_000 });
  await expect(page.getByText(/Saving takes longer/)).toBeHidden();
  // What was changed meanwhile is not in the file, and the window says so.
  await expect(window.edited).toBeVisible();
  expect(await onDisk()).toContain('"baseShare": 0.7');
});

test("a save that takes long can be stopped; the file is unchanged and nothing is lost", async ({ slow: { window, answersLate, onDisk } }) => {
  const { page } = window;
  const before = await onDisk();
  await window.dragTo(window.split, 0.83);
  answersLate();
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: "Stop saving" }).click();
  await expect(page.getByText("Saving was stopped. The file is unchanged.").first()).toBeVisible();
  await expect(page.getByText("Saving…", { exact: true })).toBeHidden();
  await expect(window.edited).toBeVisible();
  await expect(window.split).toHaveValue("0.83");
  await page.waitForTimeout(LATENCY);
  expect(await onDisk()).toBe(before);
  await window.save.click();
  await expect(window.edited).toBeHidden();
  expect(await onDisk()).toContain('"baseShare": 0.83');
});

for (const [width, height, colorScheme] of [[1100, 700, "light"], [1440, 900, "dark"], [2560, 1440, "light"]] as const) {
  test(`a file whose disk does not answer is said, can be stopped, and does not come later: ${width} × ${height}, ${colorScheme}`, async ({ slow: { window, folder, newWindow, answersLate, answersNow } }) => {
    // Three windows, each of which loads anew.
    test.slow();
    await copyFile(join(folder, "plan.paymix"), join(folder, "other.paymix"));
    const empty = await newWindow();
    for (const { page } of [window, empty]) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
    }
    answersLate(NEVER);
    const pages = window.page.context().pages().length;
    for (const { page } of [window, empty]) {
      await page.keyboard.press("Control+o");
      await new FileDialog(page).open("other");
      await expect(page.getByText(/^Reading “other” takes longer than usual: the disk or the network is slow\./)).toBeVisible();
      await page.screenshot({ path: join("out", "screenshots", `slow-file-${page === empty.page ? "empty" : "open"}-${width}x${height}.png`) });
    }
    await window.dragTo(window.split, 0.83);
    await expect(window.split).toHaveValue("0.83");
    for (const { page } of [window, empty]) {
      await page.getByRole("button", { name: "Stop waiting" }).click();
      await expect(page.getByText(/takes longer than usual/)).toBeHidden();
    }
    answersNow();
    await window.page.waitForTimeout(1_000);
    expect(window.page.context().pages()).toHaveLength(pages);
    await expect(window.page.getByRole("heading", { name: "plan.paymix" })).toBeVisible();
    await expect(empty.page.getByRole("button", { name: "Start empty" })).toBeVisible();
    await empty.page.keyboard.press("Control+o");
    await new FileDialog(empty.page).open("other");
    await expect(empty.page.getByRole("heading", { name: "other.paymix" })).toBeVisible();
  });
}

test("a window opens at once while the disk of the recent files does not answer", async ({ slow: { newWindow, answersLate } }) => {
  answersLate(NEVER);
  const empty = await newWindow();
  await expect(empty.page.getByRole("button", { name: /^plan/ })).toBeVisible();
});
