/** Goal seek: one figure to a value by one number, taken as one step or refused with what comes closest. */
import type { Locator, Page } from "@playwright/test";
import { expect, test, type App } from "./app.ts";
import { CostPage } from "./pages/cost-page.ts";

async function openSeek(app: App): Promise<{ readonly cost: CostPage; readonly dialog: Locator }> {
  const cost = await new CostPage(await (await app.openWindow()).startFromSample()).open();
  await cost.page.keyboard.press("Control+g");
  return { cost, dialog: cost.page.getByRole("dialog", { name: "Goal seek" }) };
}

async function choose(page: Page, select: RegExp, option: RegExp): Promise<void> {
  await page.getByRole("button", { name: select }).click();
  await page.getByRole("option", { name: option }).first().click();
}

async function type(dialog: Locator, field: string, text: string): Promise<void> {
  const box = dialog.getByRole("textbox", { name: field });
  await box.focus();
  await box.fill(text);
  await box.press("Enter");
}

test("brings the expected cost to the budget, as one step", async ({ app }) => {
  const { cost, dialog } = await openSeek(app);
  await expect(dialog.getByRole("textbox", { name: "Value to reach" })).toBeFocused();
  await expect(dialog.getByRole("row", { name: /^Expected cost/ })).toContainText("$9,300,000");
  await expect(dialog.getByRole("row", { name: /^OTE, Channel Account Manager/ })).toContainText("$165,000");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(cost.headline("Expected cost")).toHaveText("$9.30M");
  await cost.page.keyboard.press("Control+z");
  await expect(cost.headline("Expected cost")).toHaveText("$9.11M");
});

test("brings P90 to the budget on the years that are shown", async ({ app }) => {
  const { cost, dialog } = await openSeek(app);
  await choose(cost.page, /^Figure/, /^P90/);
  await choose(cost.page, /^Number to move/, /^OTE/);
  await expect(dialog.getByRole("row", { name: /^P90/ })).toContainText("$9,300,0", { timeout: 20_000 });
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(cost.headline("P10 to P90")).toHaveText(/^\$.*\$9\.30M$/);
});

test("refuses with the reason and offers what comes closest", async ({ app }) => {
  const { cost, dialog } = await openSeek(app);
  await choose(cost.page, /^Number to move/, /^Headcount/);
  await type(dialog, "Value to reach", "20m");
  await type(dialog, "Highest value to try", "15");
  await expect(dialog).toContainText("No value in this range; nearest is 15.");
  await expect(dialog.getByRole("button", { name: "Apply" })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Use 15" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(cost.headline("Expected cost")).not.toHaveText("$9.11M");
});

test("refuses a goal between two numbers of people, and takes either only when asked to, as one step", async ({ app }) => {
  const { cost, dialog } = await openSeek(app);
  const before = await cost.headline("Expected cost").textContent();
  await choose(cost.page, /^Figure/, /^P90/);
  await choose(cost.page, /^Number to move/, /^Headcount/);
  await expect(dialog).toContainText("12 gives P90 $9,169,884, 13 gives $9,383,689; there is nothing between.", { timeout: 20_000 });
  await expect(dialog.getByRole("button", { name: "Apply" })).toHaveCount(0);
  await expect(dialog.getByRole("row", { name: /^P90/ })).toHaveText(/\$9,594,052\$9,169,884\$9,383,689$/);
  await expect(dialog.getByRole("button", { name: "Use 13" })).toBeVisible();
  await dialog.getByRole("button", { name: "Use 12" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(cost.headline("P10 to P90")).toHaveText(/\$9\.17M$/);
  await cost.page.keyboard.press("Control+z");
  await expect(cost.headline("Expected cost")).toHaveText(before ?? "");
  await expect(cost.headline("P10 to P90")).toHaveText(/\$9\.59M$/);
});

test("weights that stay leave the others to give and take; Esc changes nothing", async ({ app }) => {
  const { cost, dialog } = await openSeek(app);
  await choose(cost.page, /^Number to move/, /^Weight of Sourced revenue/);
  await expect(dialog.getByRole("checkbox", { name: "Strategic objectives" })).toBeDisabled();
  await dialog.getByText("Influenced revenue", { exact: true }).click();
  await dialog.getByText("Enablement milestones", { exact: true }).click();
  await expect(dialog).toContainText("No other weight can give or take.");
  await cost.page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(cost.headline("Expected cost")).toHaveText("$9.11M");
});

test("moves a slider of the whole company and a cap that no one has set", async ({ app }) => {
  const { cost, dialog } = await openSeek(app);
  await choose(cost.page, /^Number to move/, /^Plan cap/);
  await expect(dialog.getByRole("row", { name: /^Plan cap/ })).toContainText("none");
  await choose(cost.page, /^Where the number is/, /^Company/);
  await choose(cost.page, /^Number to move/, /^Average/);
  await expect(dialog).toContainText("Moves the average of every KPI by the same points.");
  await expect(dialog.getByRole("row", { name: /^Expected cost/ })).toContainText("$9,299,918", { timeout: 20_000 });
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(cost.headline("Expected cost")).toHaveText("$9.30M");
  await cost.page.keyboard.press("Control+z");
  await expect(cost.headline("Expected cost")).toHaveText("$9.11M");
});

test("brings CCOS to a share, on average over where people land", async ({ app }) => {
  const { cost, dialog } = await openSeek(app);
  await choose(cost.page, /^Figure/, /^Expected CCOS/);
  await choose(cost.page, /^Number to move/, /^OTE/);
  await type(dialog, "Value to reach", "6.2");
  await expect(dialog.getByRole("row", { name: /^Expected CCOS/ })).toContainText("6.2%");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(cost.headline("CCOS")).toContainText("6.2%");
});
