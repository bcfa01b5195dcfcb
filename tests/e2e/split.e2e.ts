import { expect, test } from "./app.ts";

test("the split is dragged in one undo step, and pay, cost and headline move with it", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  await expect(page.getByText("$99,000").first()).toBeVisible();
  const before = await window.headline("Expected cost").innerText();

  await window.dragTo(window.split, 0.7, { release: false });
  await expect(window.split).toHaveValue("0.7");
  await expect(page.getByText("$115,500").first()).toBeVisible();
  await expect(page.getByText("$49,500").first()).toBeVisible();
  expect(await window.headline("Expected cost").innerText()).not.toBe(before);
  await page.mouse.up();

  await expect(window.edited).toBeVisible();
  await window.undo();
  await expect(window.split).toHaveValue("0.6");
  await expect(window.edited).toBeHidden();
  await window.redo();
  await expect(window.split).toHaveValue("0.7");
});

test("Esc during a drag returns to where it began and leaves nothing to undo", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.dragTo(window.split, 0.85, { release: false });
  await expect(window.split).toHaveValue("0.85");
  await window.page.keyboard.press("Escape");
  await expect(window.split).toHaveValue("0.6");
  await window.page.mouse.move(400, 300);
  await window.page.mouse.up();
  await expect(window.split).toHaveValue("0.6");
  await expect(window.edited).toBeHidden();
  await expect(window.page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled();
});

test("keys move the split by one, ten and five points; presses within a second are one step", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.split.focus();
  await window.split.press("ArrowRight");
  await expect(window.split).toHaveValue("0.61");
  await window.split.press("Shift+ArrowRight");
  await expect(window.split).toHaveValue("0.71");
  await window.split.press("PageDown");
  await expect(window.split).toHaveValue("0.66");
  await window.undo();
  await expect(window.split).toHaveValue("0.6");
});

test("typing reaches what the slider does not, and names the range of what is not allowed", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.type("Base share", "35 %");
  await expect(window.page.getByText("$57,750").first()).toBeVisible();
  await expect(window.field("Incentive share")).toHaveValue("65");
  await window.type("Incentive share", "7,5 %");
  await expect(window.field("Base share")).toHaveValue("92.50");
  await window.field("Base share").fill("140");
  await expect(window.page.getByText(/0% to 100%/)).toBeVisible();
  await window.field("Base share").press("Enter");
  await expect(window.field("Base share")).toHaveValue("100");
});

test("the band follows the rule for the role and names its sources", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  await expect(page.getByText("Quota-carrying")).toBeVisible();
  await page.getByRole("button", { name: /^Sources:/ }).click();
  await expect(page.getByText("https://www.partnergtminstitute.com/post/how-to-compensate-partner-sales-roles-the-right-way")).toBeVisible();
  await page.keyboard.press("Escape");
  await window.role("Alliances Manager").click();
  await expect(page.getByText("Strategic 80/20 to 90/10")).toBeVisible();
  await window.role("Partner Development Manager").click();
  await expect(page.getByText("Non-quota 60/40 to 70/30")).toBeVisible();
});
