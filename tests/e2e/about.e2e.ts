/** About: what runs, what it promises, and the licences of what ships, from the menu and by keyboard. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { expect, test } from "./app.ts";
import type { DesignPage } from "./pages/design-page.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const SIZES = [
  { width: 1100, height: 700 },
  { width: 1440, height: 900 },
];

async function openAbout(window: DesignPage): Promise<Locator> {
  await window.file("About Paymix");
  const dialog = window.page.getByRole("dialog", { name: "About Paymix" });
  await expect(dialog.getByRole("button", { name: "Done" })).toBeFocused();
  return dialog;
}

async function json(...path: string[]): Promise<{ version: string; packages: { name: string; version: string; licence: string; files: { text: string }[] }[] }> {
  return JSON.parse(await readFile(join(ROOT, ...path), "utf8"));
}

test("says the version of package.json, what it promises and where its own files are", async ({ app }) => {
  const dialog = await openAbout(await (await app.openWindow()).startFromSample());
  const { version } = await json("package.json");
  await expect(dialog).toContainText(`Paymix ${version}`);
  await expect(dialog).toContainText("Paymix makes no network connections");
  await expect(dialog).toContainText("scenario files of version 1");
  await expect(dialog).toContainText(/Recovery copies and previous versions are kept in \S*paymix-data-\w+\./);
});

test("lists every package that ships; each unfolds to its own text", async ({ app }) => {
  const dialog = await openAbout(await (await app.openWindow()).startFromSample());
  const { packages } = await json("assets", "licences.json");
  await expect(dialog.getByRole("listitem")).toHaveCount(packages.length);
  const inter = packages.find(({ name }) => name === "@fontsource-variable/inter")!;
  const entry = dialog.getByRole("listitem").filter({ hasText: inter.name });
  await expect(entry).toContainText(`${inter.version}${inter.licence}`);
  await expect(entry.getByText("SIL OPEN FONT LICENSE")).toBeHidden();
  await entry.locator("summary").click();
  expect(await entry.locator("pre").textContent()).toBe(inter.files[0]!.text);
  await expect(entry.getByText("SIL OPEN FONT LICENSE")).toBeVisible();
});

test("is reached, read and left by keyboard; the focus goes back", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  const file = page.getByRole("button", { name: "File", exact: true });
  await file.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: "About Paymix" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "About Paymix" });
  await expect(dialog.getByRole("button", { name: "Done" })).toBeFocused();
  const first = dialog.locator("summary").first();
  for (let step = 0; step < 60 && !(await first.evaluate((summary) => summary === document.activeElement)); step += 1) await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.locator("pre").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(file).toBeFocused();
});

test("the texts of licences are in a file of their own, which the first screen does not load", async () => {
  const built = join(ROOT, "out", "renderer");
  const scripts = (await readdir(join(built, "assets"))).filter((name) => name.endsWith(".js"));
  const withTexts: string[] = [];
  for (const name of scripts) if ((await readFile(join(built, "assets", name), "utf8")).includes("SIL OPEN FONT LICENSE")) withTexts.push(name);
  expect(withTexts).toEqual([expect.stringMatching(/^licences-/)]);
  expect(await readFile(join(built, "index.html"), "utf8")).not.toContain(withTexts[0]);
});

test("copies the versions, without a path or a name of a document", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  const dialog = await openAbout(window);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: (text: string) => ((document.title = text), Promise.resolve()) } }));
  await dialog.getByRole("button", { name: "Copy version information" }).click();
  await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  const { version } = await json("package.json");
  const copied = await page.title();
  expect(copied).toContain(`Paymix ${version}`);
  expect(copied).toContain("System: ");
  expect(copied).not.toContain(app.folder);
  expect(copied).not.toMatch(/paymix-data-|FY27/);
});

test("opens over the empty page too", async ({ app }) => {
  await (await app.openWindow()).startFromSample();
  const window = await app.openWindow();
  await expect(window.page.getByRole("button", { name: "Start from the sample" })).toBeVisible();
  await openAbout(window);
});

for (const { width, height } of SIZES) {
  for (const look of ["light", "dark", "forced"] as const) {
    test(`at ${width} × ${height}, ${look}: stays in the window, and nothing is cut off`, async ({ app }) => {
      const window = await (await app.openWindow({ width, height, colorScheme: look === "dark" ? "dark" : "light", forcedColors: look === "forced" ? "active" : "none" })).startFromSample();
      const { page } = window;
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const dialog = await openAbout(window);
      await page.screenshot({ path: join("out", "screenshots", `about-${width}x${height}-${look}.png`) });
      await dialog.getByText(/^The browser and Node|^The licences of Electron/).scrollIntoViewIfNeeded();
      await page.screenshot({ path: join("out", "screenshots", `about-end-${width}x${height}-${look}.png`) });
      await dialog.locator("summary").nth(1).click();
      await page.screenshot({ path: join("out", "screenshots", `about-licence-${width}x${height}-${look}.png`) });
      const faults = await dialog.evaluate((element) => {
        const box = element.getBoundingClientRect();
        const found = box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight ? ["the dialog leaves the window"] : [];
        for (const part of element.querySelectorAll<HTMLElement>("*")) {
          if (part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1 && !part.matches(".spoken-only")) found.push(`cut off: ${part.className} ${part.textContent?.slice(0, 40)}`);
        }
        return found;
      });
      expect(faults).toEqual([]);
    });
  }
}
