import { expect, test } from "./app.ts";

test("budget and burden move the headline and the chart", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  await expect(window.headline("Against budget")).toContainText("under");
  await page.getByRole("button", { name: "Budget and burden" }).click();
  await window.type("Budget for the year", "$8.5m");
  await expect(window.headline("Against budget")).toContainText("over");
  await window.type("Burden on base pay", "30");
  await page.keyboard.press("Escape");
  await expect(window.cost).toContainText(/Over budget from/);
});

test("cost of one role, and the same numbers as a table that foots", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.cost.getByRole("radio", { name: "This role" }).check();
  await expect(window.cost).toContainText("$2.69M");
  await window.cost.getByRole("button", { name: "Show as table" }).click();
  const rows = window.cost.getByRole("row");
  const cells = await rows.filter({ hasText: "100%" }).first().getByRole("cell").allInnerTexts();
  const amounts = cells.map((cell) => Number(cell.replace(/[^0-9.]/g, ""))).filter((amount) => amount > 0);
  const total = Math.max(...amounts);
  expect(amounts.reduce((sum, amount) => sum + amount, 0) - total).toBeCloseTo(total, 6);
});

test("pay at chosen attainments", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.planTab("Pay").click();
  const table = window.planPanel.getByRole("table", { name: /^Pay by attainment/ });
  await expect(table.getByRole("row", { name: /^Total pay/ })).toContainText("$165,000");
  await window.type("Attainment 5 of the table", "130");
  await expect(table.getByRole("row", { name: /^Total pay/ })).toContainText("$242,550");
});
