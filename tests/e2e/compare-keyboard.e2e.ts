import type { Page } from "@playwright/test";
import { planFiles } from "../helpers/compared-plans.ts";
import { expect, test } from "./app.ts";
import { openCompared } from "./compared.ts";
import { ComparePage } from "./pages/compare-page.ts";

test("the focus goes on where a control of the comparison goes away", async ({ app }) => {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  await app.write("europe.paymix", (planFiles()["sharper.paymix"] ?? "").replace('"currency": "USD"', '"currency": "EUR"').replace("Sharper upside", "Europe"));
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  const { page } = compare;
  await compare.add("europe");
  const rate = page.getByRole("textbox", { name: "USD for one EUR" });
  await rate.fill("1.1");
  await press(page, compare.others.getByRole("button", { name: "Compare" }));
  await expect(rate).toBeFocused();
  await press(page, compare.others.getByRole("button", { name: "Remove the rate of Europe" }));
  await expect(compare.others).toContainText("At which rate?");
  await expect(rate).toBeFocused();
  await press(page, compare.others.getByRole("button", { name: "Remove Europe" }));
  await expect(page.getByRole("button", { name: "Add scenario" })).toBeFocused();

  await compare.add("sharper");
  await press(page, compare.row("Channel Account Manager", "Split").getByRole("button", { name: /^Take over/ }));
  await expect(page.getByRole("region", { name: "Input differences, table" })).toBeFocused();
  await chooseByKey(page, "Sharper upside", "Make it the base");
  const base = page.getByRole("region", { name: "Base", exact: true });
  await expect(base).toContainText("Sharper upside");
  await expect(base).toBeFocused();
});

test("the plan of a file is read by the keyboard: Tab goes on from the way back, which leads to where it was opened", async ({ app }) => {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix", height: 700 })).open();
  const { page } = compare;
  await compare.add("sharper");
  await chooseByKey(page, "Sharper upside", "Look at the plan");
  const back = page.getByRole("button", { name: "Back to the comparison" });
  await expect(back).toBeFocused();
  await page.keyboard.press("Tab");
  const plan = page.getByRole("region", { name: "The plan of Sharper upside" });
  await expect(plan).toBeFocused();
  await page.keyboard.press("End");
  await expect.poll(() => plan.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await page.keyboard.press("Shift+Tab");
  await expect(back).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Edit a copy" })).toBeFocused();
  await back.press("Enter");
  const menu = page.getByRole("button", { name: "Sharper upside: more" });
  await expect(menu).toBeFocused();
  await chooseByKey(page, "Sharper upside", "Look at the plan");
  await expect(back).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
});

test("results of people are let go of by the keyboard, which stays at choosing others", async ({ app }) => {
  const { page } = await openCompared(app, ["sharper"]);
  await press(page, page.getByRole("button", { name: /^People and results/ }));
  const choose = page.locator('input[type="file"]');
  const rows = ["Sourced revenue", "Influenced revenue", "Enablement milestones", "Strategic objectives"].map((kpi) => `Ada,CAM,${kpi},120%`);
  await choose.setInputFiles({ name: "fy25.csv", mimeType: "text/csv", buffer: Buffer.from(`Person,Role,KPI,Attainment\n${rows.join("\n")}\n`) });
  await page.getByRole("button", { name: "Check rows" }).click();
  await page.getByRole("button", { name: "Use 1 person" }).click();
  const people = page.getByRole("figure", { name: "Who gains and who loses" });
  await expect(people).toContainText("by fy25.csv");
  await press(page, page.getByRole("button", { name: /^People and results/ }));
  await press(page, page.getByRole("button", { name: "Back to simulated sellers" }));
  await expect(choose).toBeFocused();
  await expect(page.getByRole("dialog", { name: "People and results" })).toContainText("sellers of the first simulated year");
  await expect(people).not.toContainText("fy25.csv");
});

async function press(page: Page, button: ReturnType<Page["getByRole"]>): Promise<void> {
  await button.focus();
  await page.keyboard.press("Enter");
}

/** An entry of a scenario's menu, by its first letters. */
async function chooseByKey(page: Page, scenario: string, entry: string): Promise<void> {
  await press(page, page.getByRole("button", { name: `${scenario}: more` }));
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  while (!(await page.getByRole("menuitem", { name: entry }).evaluate((item) => item === document.activeElement))) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}
