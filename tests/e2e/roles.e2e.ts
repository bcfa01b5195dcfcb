import { expect, test } from "./app.ts";

const LIBRARY = ["Channel Account Manager", "Partner Sales Manager", "Alliances Manager", "Partner Development Manager", "Partner Success Manager", "Account Executive"];

test("the sample has the five partner roles and an Account Executive that is not in the cost", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await expect(window.roles).toHaveCount(6);
  for (const title of LIBRARY) await expect(window.role(title).first()).toBeVisible();
  await expect(window.role("Account Executive")).toContainText("Crediting");
  await expect(window.headline("On-target earnings")).toHaveText("$7.83M");
  const cost = await window.headline("Expected cost").innerText();
  await window.role("Account Executive").click();
  await window.type("Headcount", "60");
  expect(await window.headline("Expected cost").innerText()).toBe(cost);
});

test("every role of the library can be added, is marked as an example, and removed again", async ({ app }) => {
  const window = await app.openWindow();
  const { page } = window;
  await window.startFromSample();
  await window.file("New scenario");
  await expect(window.roles).toHaveCount(0);
  for (const title of LIBRARY) {
    await page.getByRole("button", { name: "Add role from library" }).click();
    await expect(page.getByText("example, not a benchmark")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: title }).click();
    await expect(page.getByRole("textbox", { name: "Role title" })).toHaveValue(title);
  }
  await expect(window.roles).toHaveCount(6);
  await window.roleMenu("Alliances Manager", "Remove");
  await expect(window.roles).toHaveCount(5);
  await window.undo();
  await expect(window.roles).toHaveCount(6);
});

test("a role is duplicated, renamed, moved", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  await window.roleMenu("Partner Sales Manager", "Duplicate");
  await expect(window.roles).toHaveCount(7);
  const title = page.getByRole("textbox", { name: "Role title" });
  await expect(title).toHaveValue(/Partner Sales Manager.*copy/i);
  await title.fill("Co-sell Lead");
  await title.press("Enter");
  await expect(window.role("Co-sell Lead")).toBeVisible();
  await window.roleMenu("Co-sell Lead", "Move up");
  await expect(window.roles.nth(1)).toContainText("Co-sell Lead");
  await window.role("Co-sell Lead").press("Alt+ArrowUp");
  await expect(window.roles.nth(0)).toContainText("Co-sell Lead");
});

test("focus, other focuses, quota and words of a role are kept", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  await page.getByRole("button", { name: /Revenue focus/ }).click();
  const details = page.getByRole("dialog", { name: "What the role drives" });
  await details.getByRole("checkbox", { name: "Pipeline" }).check();
  await details.getByRole("checkbox", { name: "Carries a quota" }).uncheck();
  await details.getByRole("textbox", { name: "What it drives" }).fill("Revenue through resellers");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Non-quota 60/40 to 70/30")).toBeVisible();
  await window.file("Save as…");
  await page.getByRole("textbox", { name: /name/i }).last().fill("roles");
  await page.keyboard.press("Enter");
  await expect(window.edited).toBeHidden();
  const saved = JSON.parse(await app.read("roles.paymix"));
  expect(saved.roles[0]).toMatchObject({ focus: "revenue", quotaCarrying: false, drives: "Revenue through resellers" });
  expect(saved.roles[0].alsoDrives).toContain("pipeline");
});
