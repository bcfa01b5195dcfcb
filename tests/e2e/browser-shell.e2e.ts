// What only the browser shell does: its tabs, its file picker, its notices, and what its page is kept from.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test as base, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { startLoopbackApp, type LoopbackApp } from "../helpers/loopback-app.ts";

type Shell = { readonly app: LoopbackApp; readonly folder: string; readonly context: BrowserContext; readonly open: (file?: string) => Promise<Page> };

const test = base.extend<{ shell: Shell; reported: string[] }>({
  reported: async ({}, use) => {
    const reported: string[] = [];
    await use(reported);
    expect(reported, "pages reported no error").toEqual([]);
  },
  shell: async ({ reported }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "paymix-files-"));
    const dataFolder = await mkdtemp(join(tmpdir(), "paymix-data-"));
    const app = await startLoopbackApp({ folder, dataFolder });
    const executablePath = process.env["PAYMIX_CHROMIUM"] ?? "/usr/bin/chromium";
    const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.on("weberror", (error) => reported.push(error.error().message));
    context.on("console", (message) => void (message.type() === "error" ? reported.push(message.text()) : null));
    await use({
      app,
      folder,
      context,
      open: async (file) => {
        const page = await context.newPage();
        await page.goto(await app.newWindowUrl(file === undefined ? {} : { file: join(folder, file) }));
        return page;
      },
    });
    await browser.close();
    await app.stop();
    for (const each of [folder, dataFolder]) await rm(each, { recursive: true, force: true });
  },
});

const scorecard = (page: Page): Locator => page.getByRole("heading", { name: "KPI scorecard" });
const picker = (page: Page): Locator => page.getByRole("dialog");

async function onSample(page: Page): Promise<Page> {
  await expect(scorecard(page).or(page.getByRole("button", { name: "Start from the sample" })).first()).toBeVisible();
  if (!(await scorecard(page).isVisible())) await page.getByRole("button", { name: "Start from the sample" }).click();
  await expect(scorecard(page)).toBeVisible();
  return page;
}

async function saveAs(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+Shift+s");
  await picker(page).getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `${name}.paymix` })).toBeVisible();
}

test("the address is gone from the bar, works once, and a tab without a window says what to do", async ({ shell, reported }) => {
  const page = await shell.context.newPage();
  await page.goto(shell.app.url);
  await onSample(page);
  expect(new URL(page.url()).href).toBe(`${new URL(page.url()).origin}/`);

  const again = await shell.context.newPage();
  await again.goto(shell.app.url);
  await expect(again.getByText("This address works once, for a minute.")).toBeVisible();
  const bare = await shell.context.newPage();
  await bare.goto(page.url());
  await expect(bare.getByRole("heading", { name: "This tab has no window of Paymix" })).toBeVisible();
  // The refused address, and the app that cannot start without its host.
  reported.splice(0);
});

test("loading the tab again keeps the document with its unsaved work", async ({ shell }) => {
  const page = await onSample(await shell.open());
  await saveAs(page, "plan");
  const split = page.getByRole("slider", { name: "Split of base to incentive" });
  const before = await split.inputValue();
  await split.press("ArrowRight");
  await expect(page.getByText("Edited", { exact: true })).toBeVisible();
  const after = await split.inputValue();
  expect(after).not.toBe(before);
  await page.waitForTimeout(1_500);
  await page.reload();
  await expect(page.getByRole("heading", { name: "plan.paymix" })).toBeVisible();
  await expect(split).toHaveValue(after);
  await expect(page.getByText("Edited", { exact: true })).toBeVisible();
  await expect(page).toHaveTitle("• plan – Paymix");
});

test("ten tabs all work: none waits for a connection that another one holds", async ({ shell }) => {
  // Ten pages load and draw beside each other; how long that takes is the machine's affair.
  test.setTimeout(120_000);
  const pages: Page[] = [];
  for (let count = 0; count < 10; count += 1) pages.push(await onSample(await shell.open()));
  await saveAs(pages[9] ?? pages[0]!, "last");
  await saveAs(pages[0]!, "first");
});

test("a further window opens as a tab of its own", async ({ shell }) => {
  const page = await onSample(await shell.open());
  await saveAs(page, "plan");
  const opening = shell.context.waitForEvent("page");
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "New scenario" }).click();
  const other = await opening;
  await expect(other.getByRole("banner").getByText("(not saved yet)")).toBeVisible();
  expect(await other.evaluate(() => window.opener as unknown)).toBeNull();
  await expect(page.getByRole("heading", { name: "plan.paymix" })).toBeVisible();

  // The file that one tab shows is not opened in the other.
  await other.keyboard.press("Control+o");
  await picker(other).getByRole("option", { name: "plan" }).dblclick();
  await expect(other.getByRole("dialog", { name: "This file is open in another tab" })).toBeVisible();
  await other.keyboard.press("Enter");
  await expect(other.getByRole("dialog")).toBeHidden();
});

test("a tab that the browser holds back is offered", async ({ shell }) => {
  const page = await onSample(await shell.open());
  await saveAs(page, "plan");
  await page.evaluate(() => {
    const open = window.open.bind(window);
    let isFirst = true;
    window.open = (...args) => {
      if (!isFirst) return open(...args);
      isFirst = false;
      return null;
    };
  });
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "New scenario" }).click();
  const notice = page.getByRole("dialog", { name: "The browser held back a new tab" });
  const opening = shell.context.waitForEvent("page");
  await notice.getByRole("button", { name: "Open the tab" }).click();
  await expect((await opening).getByRole("banner").getByText("(not saved yet)")).toBeVisible();
});

test("a tab that was doubled hands its window over", async ({ shell }) => {
  const page = await onSample(await shell.open());
  await saveAs(page, "plan");
  const secret = await page.evaluate(() => sessionStorage.getItem("paymix-window"));
  const twin = await shell.context.newPage();
  // As the browser does when a person duplicates the tab.
  await twin.addInitScript((kept) => sessionStorage.setItem("paymix-window", kept ?? ""), secret);
  await twin.goto(page.url());
  await expect(twin.getByRole("heading", { name: "plan.paymix" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "This window is open in another tab" })).toBeVisible();
});

test("a server that was stopped is said", async ({ shell, reported }) => {
  const page = await onSample(await shell.open());
  await shell.app.stop();
  await expect(page.getByRole("alert").filter({ hasText: "Paymix was stopped in its terminal" })).toBeVisible();
  // It asks for its server again and again.
  await page.close();
  reported.splice(0);
});

for (const [width, height, colorScheme] of [[1440, 900, "light"], [1100, 700, "dark"]] as const) {
  test(`work in a tab whose server was stopped is said once and can be taken out: ${width} × ${height}, ${colorScheme}`, async ({ shell, reported }) => {
    const page = await onSample(await shell.open());
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await shell.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(page.url()).origin });
    await saveAs(page, "plan");
    await shell.app.stop();
    await page.getByRole("slider", { name: "Split of base to incentive" }).press("ArrowRight");
    await page.keyboard.press("Control+s");
    const bar = page.getByRole("alert").filter({ hasText: "Paymix was stopped in its terminal" });
    await expect(bar).toBeVisible();
    // The copy of what is unsaved cannot be kept either, and that is the same message.
    await page.waitForTimeout(2_500);
    await expect(page.getByRole("alert")).toHaveCount(1);
    await expect(page.getByText("Edited", { exact: true })).toBeVisible();
    await page.screenshot({ path: join("out", "screenshots", `server-gone-${width}x${height}-${colorScheme}.png`) });

    const downloading = page.waitForEvent("download");
    await bar.getByRole("button", { name: "Download the scenario" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("plan.paymix");
    const text = await readFile(await download.path(), "utf8");
    const read = parseScenario(Buffer.from(text));
    expect(read.ok && read.scenario.roles[0]?.baseShare).toBeGreaterThan(0.6);
    await bar.getByRole("button", { name: "Copy the file’s text" }).click();
    await expect(bar.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    // It asks for its server again and again.
    await page.close();
    reported.splice(0);
  });
}

test("F9 a file that another program holds for a second is waited for, and then saved", async ({ shell }) => {
  const [folder, dataFolder] = [await mkdtemp(join(tmpdir(), "paymix-files-")), await mkdtemp(join(tmpdir(), "paymix-data-"))];
  const app = await startLoopbackApp({ folder, dataFolder, preload: new URL("../helpers/holds-the-file.mjs", import.meta.url) });
  try {
    const page = await shell.context.newPage();
    await page.setViewportSize({ width: 1100, height: 700 });
    await page.goto(await app.newWindowUrl());
    await onSample(page);
    await page.keyboard.press("Control+s");
    await picker(page).getByRole("textbox", { name: "Name" }).fill("held");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "Waiting for another program that holds the file…" })).toBeVisible();
    await page.screenshot({ path: join("out", "screenshots", "waiting-1100x700-light.png") });
    await expect(page.getByRole("heading", { name: "held.paymix" })).toBeVisible();
    await expect(page.getByText("Waiting for another program")).toBeHidden();
    await expect(page.getByText("Edited", { exact: true })).toBeHidden();
    expect(parseScenario(await readFile(join(folder, "held.paymix"))).ok).toBe(true);
  } finally {
    await app.stop();
    for (const each of [folder, dataFolder]) await rm(each, { recursive: true, force: true });
  }
});

test("files are chosen by keyboard alone", async ({ shell }) => {
  await mkdir(join(shell.folder, "Old plans", "2025"), { recursive: true });
  const page = await onSample(await shell.open());
  await saveAs(page, "alpha");
  await saveAs(page, "beta");
  await page.keyboard.press("Control+Shift+s");
  await expect(picker(page).getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(picker(page).getByRole("listbox")).toBeFocused();
  await page.keyboard.press("o");
  await expect(picker(page).getByRole("option", { name: "Old plans" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(picker(page).getByRole("navigation", { name: "Folder" })).toContainText("Old plans");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(picker(page).getByText("No scenarios in this folder.")).toBeVisible();
  await page.keyboard.press("Backspace");
  await expect(picker(page).getByRole("option", { name: "2025" })).toBeVisible();
  await picker(page).getByRole("textbox", { name: "Name" }).fill("gamma");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "gamma.paymix" })).toBeVisible();

  // A name that is taken is asked about, and "Keep it" is what Enter means.
  await page.keyboard.press("Control+Shift+s");
  await picker(page).getByRole("textbox", { name: "Name" }).fill("gamma");
  await page.keyboard.press("Enter");
  await expect(picker(page).getByRole("alert")).toHaveText("“gamma” is there already. Replace it?");
  await expect(picker(page).getByRole("button", { name: "Keep it" })).toBeFocused();
  await page.keyboard.press("Enter");
  await picker(page).getByRole("textbox", { name: "Name" }).fill("a/b");
  await page.keyboard.press("Enter");
  await expect(picker(page).getByRole("alert")).toContainText("cannot be a file name");
  await page.keyboard.press("Escape");
  await expect(picker(page)).toBeHidden();

  await page.keyboard.press("Control+o");
  await expect(picker(page).getByRole("listbox")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("b");
  await expect(picker(page).getByRole("option", { name: "beta" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(picker(page)).toBeHidden();
});

test("keys pressed while a folder is being read mean the list to come", async ({ shell }) => {
  const page = await onSample(await shell.open());
  await saveAs(page, "alpha");
  await saveAs(page, "beta");
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/folder", async (route) => {
    await asked;
    await route.continue();
  });
  await page.keyboard.press("Control+o");
  await expect(picker(page).getByRole("listbox")).toBeFocused();
  await page.keyboard.press("b");
  await expect(picker(page).getByRole("option")).toHaveCount(0);
  answer();
  await expect(picker(page).getByRole("option", { name: "beta" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(picker(page)).toBeHidden();
});

test("names of files are text, whatever is in them", async ({ shell }) => {
  const names = ['<img src=x onerror="alert(1)">', "{{7*7}}", "=HYPERLINK()", "&lt;b&gt;", "__proto__", "emoji 👩‍👩‍👧", "x".repeat(200)];
  for (const name of [...names, "turned \u202Exyz"]) await writeFile(join(shell.folder, `${name}.paymix`), "{}");
  const page = await shell.open();
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => void dialogs.push(dialog.message()));
  await onSample(page);
  await page.keyboard.press("Control+o");
  for (const name of names) await expect(picker(page).getByText(name, { exact: true })).toBeVisible();
  await expect(picker(page).getByText("turned \uFFFDxyz", { exact: true })).toBeVisible();
  expect(await picker(page).locator("img").count()).toBe(0);
  expect(dialogs).toEqual([]);
});

test("the page is kept from inline scripts, strings as code or markup, frames, forms and everything elsewhere", async ({ shell, reported }) => {
  const page = await onSample(await shell.open());
  const outcome = await page.evaluate(async () => {
    const violations: string[] = [];
    const pictures: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      violations.push(event.effectiveDirective);
      if (event.effectiveDirective === "img-src") pictures.push(event.blockedURI);
    });
    const fails = async (act: () => unknown): Promise<boolean> => {
      try {
        await act();
        return false;
      } catch {
        return true;
      }
    };
    const script = document.createElement("script");
    // The call itself comes from the developer tools, which may use strings as code until it first waits.
    await new Promise((resolve) => setTimeout(resolve));
    const refused = {
      eval: await fails(() => (0, eval)("1")),
      html: await fails(() => (document.createElement("div").innerHTML = "<b>x</b>")),
      inline: await fails(() => (script.textContent = "window.pwned = true")),
      fetch: await fails(() => fetch("https://example.invalid/")),
      policy: await fails(() => (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes.createPolicy("x", {})),
    };
    const images = ["https://example.invalid/x.png", "data:image/gif;base64,R0lGODlhAQABAAAAACw=", URL.createObjectURL(new Blob(["<svg xmlns='http://www.w3.org/2000/svg'/>"], { type: "image/svg+xml" }))].map((src) => Object.assign(document.createElement("img"), { src }));
    const form = Object.assign(document.createElement("form"), { action: "https://example.invalid/" });
    const frame = document.createElement("iframe");
    frame.src = "https://example.invalid/";
    const style = document.createElement("style");
    style.textContent = "body { color: red }";
    document.body.append(...images, frame, style, form);
    form.submit();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { refused, violations: [...new Set(violations)].sort(), pictures: pictures.map((address) => address.split(":")[0]).sort() };
  });
  expect(outcome.refused).toEqual({ eval: true, html: true, inline: true, fetch: true, policy: true });
  expect(outcome.violations).toEqual(expect.arrayContaining(["connect-src", "form-action", "frame-src", "img-src", "require-trusted-types-for", "style-src-elem", "trusted-types"]));
  expect(outcome.pictures).toEqual(["blob", "data", "https"]);
  reported.splice(0);
});
