import { expect, test } from "./app.ts";
import type { DesignPage } from "./pages/design-page.ts";

const summary = (window: DesignPage) => window.curve.locator("figcaption, .chart-summary").first();

test("a point of the curve is dragged on the chart, in one undo step, and pay follows", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const excellence = window.handle("Excellence");
  await expect(excellence).toHaveAttribute("aria-valuetext", /130 percent.*250 percent/);
  const upside = await window.headline("Upside at excellence").innerText();
  await window.grab(excellence, { x: 0, y: 40 });
  await expect(excellence).not.toHaveAttribute("aria-valuetext", /250 percent/);
  expect(await window.headline("Upside at excellence").innerText()).not.toBe(upside);
  await window.page.mouse.up();
  await window.undo();
  await expect(excellence).toHaveAttribute("aria-valuetext", /130 percent.*250 percent/);
  await expect(window.edited).toBeHidden();
});

test("Esc while a handle is dragged returns it", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.grab(window.handle("Threshold"), { x: 30, y: -30 });
  await expect(window.handle("Threshold")).not.toHaveAttribute("aria-valuetext", /70 percent/);
  await window.page.keyboard.press("Escape");
  await expect(window.handle("Threshold")).toHaveAttribute("aria-valuetext", /70 percent.*40 percent/);
  await window.page.mouse.up();
  await expect(window.edited).toBeHidden();
});

test("handles move by keys in both directions, are added and removed", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const excellence = window.handle("Excellence");
  await excellence.focus();
  await excellence.press("ArrowUp");
  await excellence.press("ArrowLeft");
  await expect(window.curve.getByRole("slider").filter({ has: window.page.locator(":focus") }).or(window.page.locator("[role=slider]:focus"))).toHaveAttribute("aria-valuetext", /129 percent.*251 percent/);
  await window.page.keyboard.press("Delete");
  await expect(window.curve.getByRole("slider")).toHaveCount(3);
  await window.undo();
  await expect(window.curve.getByRole("slider")).toHaveCount(4);
});

test("the table types what the chart drags", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.curve.getByRole("button", { name: "Show as table" }).click();
  await window.type("Attainment of Threshold", "60");
  await window.type("Payout of Threshold", "25");
  await window.curve.getByRole("button", { name: "Show as chart" }).click();
  await expect(window.handle("Threshold")).toHaveAttribute("aria-valuetext", /60 percent.*25 percent/);
});

test.describe("every kind of curve is on the chart", () => {
  for (const [kind, handle] of [
    ["Tiers", /^Tier/],
    ["Steps", /^Step/],
    ["Levels", /^(Level|Partly|Met)/],
  ] as const) {
    test(kind, async ({ app }) => {
      const window = await (await app.openWindow()).startFromSample();
      const { page } = window;
      await page.getByRole("button", { name: /^Shape of the curve/ }).click();
      await page.getByRole("combobox", { name: "Kind" }).or(page.getByRole("button", { name: /^Kind/ })).click();
      await page.getByRole("option", { name: kind, exact: true }).click();
      const question = page.getByRole("dialog", { name: /^Change to/ });
      if (await question.isVisible()) await question.getByRole("button", { name: "Change" }).click();
      await page.keyboard.press("Escape");
      const first = window.curve.getByRole("slider", { name: handle }).first();
      await expect(first).toBeVisible();
      const before = await first.getAttribute("aria-valuetext");
      await first.focus();
      await first.press("Shift+ArrowRight");
      await first.press("ArrowUp");
      await expect(window.curve.getByRole("slider", { name: handle }).first()).not.toHaveAttribute("aria-valuetext", before ?? "");
      await window.page.keyboard.press("Escape");
      await expect(window.edited).toBeVisible();
    });
  }
});

test("presets and threshold kinds change the curve and its sentence", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  await expect(summary(window)).toContainText("5 points");
  await page.getByRole("button", { name: /^Shape of the curve/ }).click();
  await page.getByRole("combobox", { name: "At the threshold" }).or(page.getByRole("button", { name: /^At the threshold/ })).click();
  await page.getByRole("option", { name: "Ramp from threshold" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Shape of the curve: Ramp/ })).toBeVisible();
  await expect(window.handle("Threshold")).toHaveAttribute("aria-valuetext", /0 percent/);
});
