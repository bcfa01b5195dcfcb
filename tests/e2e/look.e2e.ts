/** What a screenshot would show wrong: scrolling where nothing may scroll, text cut off, marks that overlap, colours missing. */
import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { expect, test, type App, type WindowOptions } from "./app.ts";
import { CostPage } from "./pages/cost-page.ts";

const SIZES = [
  { width: 1100, height: 700 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
];

for (const { width, height } of SIZES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`Design at ${width} × ${height}, ${colorScheme}: nothing scrolls, nothing is cut off`, async ({ app }) => {
      const window = await (await app.openWindow({ width, height, colorScheme })).startFromSample();
      const { page } = window;
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({ path: join("out", "screenshots", `design-${width}x${height}-${colorScheme}.png`) });
      const faults = await page.evaluate(() => {
        const found: string[] = [];
        const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
        if (scrollWidth > clientWidth || scrollHeight > clientHeight) found.push(`the window scrolls: ${scrollWidth} × ${scrollHeight}`);
        for (const card of document.querySelectorAll<HTMLElement>(".card")) {
          const box = card.getBoundingClientRect();
          if (box.width === 0) continue;
          if (box.right > innerWidth || box.bottom > innerHeight) found.push(`${card.getAttribute("aria-label") ?? "a chart"} leaves the window`);
          for (const button of card.querySelectorAll("button, input, output")) {
            const inner = button.getBoundingClientRect();
            if (inner.width > 0 && (inner.right > box.right + 1 || inner.left < box.left - 1)) found.push(`${button.textContent} leaves its card`);
          }
        }
        for (const text of document.querySelectorAll<HTMLElement>(".kpi-row__name, .kpi-row__money, .strip__value, .scorecard__pay, .pay-table td, .mix__money")) {
          if (text.clientWidth > 0 && text.scrollWidth > text.clientWidth + 1) found.push(`cut off: ${text.textContent}`);
        }
        const rows = document.querySelector(".scorecard__rows");
        if (rows !== null && rows.scrollHeight > rows.clientHeight) found.push("the scorecard of four KPIs scrolls");
        return found;
      });
      expect(faults).toEqual([]);
    });
  }
}

/** What is wrong with the text of a part of the page: cut off, outside what holds it, or on top of other text. Long names may end in "…". */
function textFaults(part: Locator): Promise<readonly string[]> {
  return part.evaluate((root) => {
    const found: string[] = [];
    const CUT = ".strip__value, .strip__note, .strip__label, .card-head h2, .button, td, th[scope=col], .link-text, .cost-rail__foot, .chart-summary, .goal-seek legend, .goal-seek__inline, dialog p";
    for (const text of root.querySelectorAll<HTMLElement>(CUT)) {
      if (text.clientWidth > 0 && (text.scrollWidth > text.clientWidth + 1 || (text.matches(".chart-summary") && text.scrollHeight > text.clientHeight + 4))) found.push(`cut off: ${text.textContent}`);
    }
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    if (scrollWidth > clientWidth || scrollHeight > clientHeight) found.push(`the window scrolls: ${scrollWidth} × ${scrollHeight}`);
    const holders = [...root.querySelectorAll<Element>(".card, .strip__cell, dialog, [role=dialog]"), ...(root.matches("dialog, [role=dialog]") ? [root] : [])];
    for (const holder of holders) {
      const box = holder.getBoundingClientRect();
      if (box.width === 0) continue;
      const name = holder.getAttribute("aria-label") ?? holder.querySelector("h2, .strip__label")?.textContent ?? "a card";
      // A low window scrolls its cards.
      const main = holder.closest("main");
      const scrolls = main !== null && getComputedStyle(main).overflowY === "auto";
      if (box.left < 0 || box.right > innerWidth || (!scrolls && (box.top < 0 || box.bottom > innerHeight))) found.push(`${name} leaves the window`);
      for (const control of holder.querySelectorAll("button, input, svg text")) {
        const inner = control.getBoundingClientRect();
        if (inner.width > 0 && (inner.right > box.right + 1 || inner.left < box.left - 1)) found.push(`${control.textContent} leaves ${name}`);
      }
    }
    for (const chart of root.querySelectorAll("svg")) {
      const texts = [...chart.querySelectorAll("text")].map((text) => ({ text: text.textContent ?? "", box: text.getBoundingClientRect() })).filter(({ text, box }) => text.trim() !== "" && box.width > 0);
      texts.forEach((one, index) => {
        for (const other of texts.slice(index + 1)) {
          // Letters are lower than their line is high.
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          if (across > 1 && down > 4) found.push(`“${one.text}” and “${other.text}” overlap`);
        }
      });
    }
    return found;
  });
}

async function openCost(app: App, options: WindowOptions): Promise<CostPage> {
  const cost = await new CostPage(await (await app.openWindow(options)).startFromSample()).open();
  await cost.page.evaluate(() => document.fonts.ready.then(() => undefined));
  await expect(cost.headline("P10 to P90")).toHaveText(/^\$\d/);
  await expect(cost.page.getByRole("figure", { name: "What moves the cost" })).toContainText("One input at a time");
  return cost;
}

for (const { width, height } of SIZES) {
  for (const colorScheme of ["light", "dark"] as const) {
    const shot = (name: string): { readonly path: string } => ({ path: join("out", "screenshots", `${name}-${width}x${height}-${colorScheme}.png`) });

    test(`Cost at ${width} × ${height}, ${colorScheme}: no text is cut off or meets other text, P90 and goal seek included`, async ({ app }) => {
      const cost = await openCost(app, { width, height, colorScheme });
      await cost.page.screenshot(shot("cost"));
      expect(await textFaults(cost.page.locator(".cost"))).toEqual([]);
      const tornado = cost.page.getByRole("figure", { name: "What moves the cost" });
      await tornado.getByRole("radio", { name: "P90" }).check();
      await expect(tornado).toContainText(/on P90/, { timeout: 30_000 });
      await expect(tornado).not.toContainText("≈", { timeout: 30_000 });
      await cost.page.screenshot(shot("cost-p90"));
      expect(await textFaults(cost.page.locator(".cost"))).toEqual([]);
      await cost.page.keyboard.press("Control+g");
      const dialog = cost.page.getByRole("dialog", { name: "Goal seek" });
      await expect(dialog.getByRole("row", { name: /^Expected cost/ })).toContainText("$9,300,000");
      await cost.page.screenshot(shot("goal-seek"));
      expect(await textFaults(dialog)).toEqual([]);
    });
  }
}

test("forced colours keep every control bordered and every curve drawn", async ({ app }) => {
  const window = await (await app.openWindow({ forcedColors: "active" })).startFromSample();
  await window.page.screenshot({ path: join("out", "screenshots", "design-forced-colors.png") });
  const borders = await window.page.locator(".number-field:visible").evaluateAll((fields) => fields.filter((field) => getComputedStyle(field).borderStyle === "none" && getComputedStyle(field.firstElementChild ?? field).borderStyle === "none").length);
  expect(borders).toBe(0);
  await expect(window.curve.getByRole("slider").first()).toBeVisible();
});

test("headline widths and card sizes stay while the split is dragged", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const boxes = () => window.page.locator(".strip__cell, .card:visible").evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())));
  const before = await boxes();
  await window.dragTo(window.split, 0.88, { release: false });
  expect(await boxes()).toEqual(before);
  await window.page.mouse.up();
  expect(await boxes()).toEqual(before);
});

test("everything on the Design screen is reached by keyboard, region by region", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  const reached = new Set<string>();
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press("F6");
    reached.add(await page.evaluate(() => document.activeElement?.closest("[data-region]")?.getAttribute("data-region") ?? ""));
  }
  expect([...reached].sort()).toEqual(["main", "rail", "title"]);
  await window.handle("Excellence").focus();
  await expect(window.handle("Excellence")).toBeFocused();
  await page.keyboard.press("t");
  await expect(window.curve.getByRole("table")).toBeVisible();
});
