/** The plan in words: its short form, how much there is to explain, the whole statement and its copy. */
import type { Locator } from "@playwright/test";
import { expect, test } from "./app.ts";
import type { DesignPage } from "./pages/design-page.ts";

async function openWords(design: DesignPage): Promise<Locator> {
  await design.startFromSample();
  await design.page.getByRole("tab", { name: "In words", exact: true }).click();
  return design.page.getByRole("tabpanel", { name: "In words" });
}

test("says what a point earns, and says it anew when a weight moves", async ({ app }) => {
  const design = await app.openWindow();
  const panel = await openWords(design);
  await expect(panel).toContainText("Below 70% of target nothing is paid; at 70% you earn $10,560. For every 1% of target from 100% to 130%, you earn $1,320 more");
  await design.weight("Sourced revenue").focus();
  await design.page.keyboard.press("ArrowRight");
  await expect(panel).toContainText("at 70% you earn $10,824");
  await expect(panel).not.toContainText("at 70% you earn $10,560");
});

test("names what makes the plan long to explain, by keyboard", async ({ app }) => {
  const design = await app.openWindow();
  const panel = await openWords(design);
  await expect(panel).toContainText("12 points to explain: takes a page");
  await panel.getByRole("button", { name: "7 reasons" }).focus();
  await design.page.keyboard.press("Enter");
  const reasons = design.page.getByRole("dialog", { name: "What makes the plan long to explain" });
  await expect(reasons.getByRole("row", { name: /^6 Four measures share the pay Fold two measures into one/u })).toBeVisible();
  await design.page.keyboard.press("Escape");
  await expect(reasons).toBeHidden();
  await expect(panel.getByRole("button", { name: "7 reasons" })).toBeFocused();
});

test("opens as a page and copies as text", async ({ app }) => {
  const design = await app.openWindow();
  const panel = await openWords(design);
  await panel.getByRole("button", { name: "Open the whole statement" }).click();
  const dialog = design.page.getByRole("dialog", { name: "Channel Account Manager, fiscal year 2027" });
  await expect(dialog.getByRole("heading", { level: 3 })).toHaveText([
    "What this role drives", "Your pay", "Sourced revenue", "Influenced revenue", "Enablement milestones", "Strategic objectives", "The most you can earn", "When you are paid", "What a year would pay",
  ]);
  await dialog.getByRole("button", { name: "Copy as text" }).click();
  await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  await design.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(panel.getByRole("button", { name: "Open the whole statement" })).toBeFocused();

  await design.page.evaluate(() => document.body.append(document.createElement("textarea")));
  const paper = design.page.locator("body > textarea");
  await paper.focus();
  await design.page.keyboard.press("ControlOrMeta+v");
  await expect(paper).toHaveValue(/^Channel Account Manager, fiscal year 2027\n\nWhat this role drives\n/u);
  await expect(paper).toHaveValue(/\n• At 120% of every target you are paid \$217,800 for the year: \$99,000 base pay and \$118,800 incentive\.\n$/u);
});
