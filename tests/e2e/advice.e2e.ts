/** Advice on the sample: shown with its sources, tried, dismissed with a reason, brought back. */
import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { expect, test } from "./app.ts";
import { FileDialog, type DesignPage } from "./pages/design-page.ts";

const REASON = "Agreed with Sales until July";

const rows = (window: DesignPage): Locator => window.planPanel.getByRole("listitem");

/** How much is open and met, as the head of the card says it. */
async function standing(window: DesignPage): Promise<{ readonly open: number; readonly met: number }> {
  const text = await window.page.getByRole("region", { name: "About this plan" }).getByText(/\d+ open, \d+ met/).innerText();
  const [open = NaN, met = NaN] = (text.match(/\d+/gu) ?? []).map(Number);
  return { open, met };
}

/** Dismisses the first piece of advice; answers its sentence. */
async function dismissFirst(window: DesignPage): Promise<string> {
  const first = rows(window).filter({ has: window.page.getByRole("button", { name: /^Dismiss: / }) }).first();
  const name = (await first.getByRole("button", { name: /^Dismiss: / }).getAttribute("aria-label")) ?? "";
  await first.getByRole("button", { name: /^Dismiss: / }).click();
  const reason = window.page.getByRole("textbox", { name: /^Reason for dismissing/ });
  await reason.fill(REASON);
  await reason.press("Enter");
  return name.replace("Dismiss: ", "");
}

test("the sample shows advice, what is met, and every source with its value and address", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  await expect(window.planTab("Advice")).toHaveAttribute("aria-selected", "true");
  const { open, met } = await standing(window);
  expect(open).toBeGreaterThan(0);
  expect(met).toBeGreaterThan(0);
  await expect(rows(window)).toHaveCount(open + met);
  await expect(window.planTab("Advice")).toHaveText(`Advice${open}`);
  const split = rows(window).filter({ hasText: "60/40 is inside" });
  await split.getByRole("button", { name: /sources/ }).click();
  const panel = page.getByRole("dialog", { name: /^60\/40 is inside/ });
  await expect(panel).toContainText("Xactly, vendor or practitioner");
  await expect(panel).toContainText("https://");
  await expect(panel.getByRole("link")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(split.getByRole("button", { name: /sources/ })).toBeFocused();
});

test("advice is dismissed only with a reason, and Esc leaves it", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  const before = await standing(window);
  const dismiss = rows(window).first().getByRole("button", { name: /^Dismiss: / });
  await dismiss.click();
  const reason = page.getByRole("textbox", { name: /^Reason for dismissing/ });
  await expect(reason).toBeFocused();
  await reason.press("Enter");
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("the reason is saved with the plan")).toBeVisible();
  await reason.fill("   ");
  await reason.press("Enter");
  await expect(reason).toBeVisible();
  await reason.press("Escape");
  await expect(reason).toBeHidden();
  await expect(dismiss).toBeFocused();
  await expect(window.edited).toBeHidden();
  expect(await standing(window)).toEqual(before);
});

test("a dismissal is one undo step, is saved in the file, and is brought back", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  const before = await standing(window);
  const sentence = await dismissFirst(window);
  await expect(page.getByText(/^1 dismissed/)).toBeVisible();
  expect(await standing(window)).toEqual({ ...before, open: before.open - 1 });
  await expect(rows(window).filter({ hasText: sentence })).toHaveCount(0);
  await window.undo();
  await expect(rows(window).filter({ hasText: sentence })).toHaveCount(1);
  await window.redo();
  await window.save.click();
  await new FileDialog(page).saveAs("plan");
  await expect(page.getByRole("heading", { name: "plan.paymix" })).toBeVisible();
  const read = parseScenario(new TextEncoder().encode(await app.read("plan.paymix")));
  expect(read.ok && read.scenario.dismissedAdvice).toMatchObject([{ reason: REASON }]);

  await window.file("Close");
  await page.getByRole("button", { name: /plan/ }).click();
  await expect(page.getByText(/^1 dismissed/)).toBeVisible();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const list = page.getByRole("dialog", { name: "Dismissed advice" });
  await expect(list).toContainText(sentence);
  await expect(list).toContainText(REASON);
  await page.screenshot({ path: join("out", "screenshots", "advice-dismissed.png") });
  await list.getByRole("button", { name: "Bring back" }).click();
  await expect(rows(window).filter({ hasText: sentence })).toHaveCount(1);
  await expect(page.getByText(/^1 dismissed/)).toBeHidden();
  await window.undo();
  await expect(page.getByText(/^1 dismissed/)).toBeVisible();
});

test("Try it meets the advice in one undo step", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const row = rows(window).filter({ has: window.page.getByRole("button", { name: /^Try it/ }) }).first();
  const id = await row.getAttribute("data-advice");
  const same = window.planPanel.locator(`[data-advice="${id ?? ""}"]`);
  await row.getByRole("button", { name: /^Try it/ }).click();
  await expect(window.edited).toBeVisible();
  await expect(same.getByRole("img", { name: "Advice" })).toHaveCount(0);
  await window.undo();
  await expect(same.getByRole("img", { name: "Advice" })).toHaveCount(1);
  await expect(window.edited).toBeHidden();
});

test("tabs are walked with the arrow keys", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.planTab("Advice").focus();
  await window.page.keyboard.press("ArrowRight");
  await expect(window.planTab("Pay")).toBeFocused();
  await expect(window.planPanel.getByRole("table", { name: /^Pay by attainment/ })).toBeVisible();
  await window.page.keyboard.press("Home");
  await expect(window.planTab("Advice")).toHaveAttribute("aria-selected", "true");
  await window.page.keyboard.press("ArrowLeft");
  await expect(window.planTab("In words")).toBeFocused();
});

test("a window 800 high shows two rows and the number of the others", async ({ app }) => {
  const window = await (await app.openWindow({ width: 1280, height: 800 })).startFromSample();
  const { open, met } = await standing(window);
  await expect(rows(window)).toHaveCount(2);
  await window.planPanel.getByRole("button", { name: `${open + met - 2} more` }).click();
  await expect(rows(window)).toHaveCount(open + met);
});

test("a low window has one line of tabs; each opens a panel that Esc and a press outside close", async ({ app }) => {
  const window = await (await app.openWindow({ width: 1100, height: 700 })).startFromSample();
  const { page } = window;
  await expect(window.planPanel).toBeHidden();
  const card = await page.getByRole("region", { name: "About this plan" }).boundingBox();
  expect(card?.height).toBeLessThanOrEqual(40);
  await window.planTab("Advice").click();
  await expect(rows(window).first()).toBeVisible();
  await page.screenshot({ path: join("out", "screenshots", "advice-1100x700-open.png") });
  await rows(window).first().getByRole("button", { name: /sources$|^Details/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(window.planPanel).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(window.planPanel).toBeHidden();
  await expect(window.planTab("Advice")).toBeFocused();
  await window.planTab("Pay").click();
  await expect(window.planPanel.getByRole("table")).toBeVisible();
  await window.split.click();
  await expect(window.planPanel).toBeHidden();
});
