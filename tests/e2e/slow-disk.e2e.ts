/** The window on a disk that takes ten seconds for an answer: a person goes on working, or stops the save. */
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
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

type SlowDisk = { readonly window: DesignPage; readonly answersLate: () => void; readonly onDisk: () => Promise<string> };

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
    await use({ window, answersLate: () => app.answerLate(LATENCY), onDisk: () => readFile(join(folder, "plan.paymix"), "utf8") });
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
