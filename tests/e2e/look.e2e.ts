/** What a screenshot would show wrong: scrolling where nothing may scroll, text cut off, marks that overlap, colours missing. */
import { join } from "node:path";
import { expect, test } from "./app.ts";

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
