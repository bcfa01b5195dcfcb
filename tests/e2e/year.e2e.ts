/** The year, payment by payment: each period alone against the year to date, new hires, draws. */
import type { Locator } from "@playwright/test";
import { expect, test } from "./app.ts";
import { FileDialog, type DesignPage } from "./pages/design-page.ts";

async function openYear(design: DesignPage): Promise<Locator> {
  await design.startFromSample();
  await design.page.getByRole("tab", { name: "Year", exact: true }).click();
  return design.page.getByRole("tabpanel", { name: "Year" });
}

async function row(panel: Locator, name: string): Promise<string[]> {
  return panel.getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("cell").allInnerTexts();
}

test("shows what changes when each period pays alone", async ({ app }) => {
  const design = await app.openWindow();
  const panel = await openYear(design);
  expect(await row(panel, "Year to date")).toEqual(["$16,500", "$16,500", "$16,500", "$16,500", "$66,000"]);
  await expect(panel).toContainText("both ways pay the same");

  await panel.getByRole("button", { name: "Uneven year" }).click();
  await design.type("Attainment in Q1", "40");
  await design.type("Attainment in Q2", "100");
  await design.type("Attainment in Q3", "120");
  await design.type("Attainment in Q4", "140");
  const toDate = await row(panel, "Year to date");
  // Forty per cent is below every threshold; the year as a whole stands at target.
  expect(toDate[0]).toBe("$0");
  expect(toDate[4]).toBe("$66,000");
  const alone = await row(panel, "Each period alone");
  expect(alone[0]).toBe("$0");
  expect(alone[1]).toBe("$16,500");
  await expect(panel).toContainText(/each period alone pays \$[\d,]+ more than the year to date/u);
});

test("a new hire ramps up and a guarantee carries the first periods", async ({ app }) => {
  const design = await app.openWindow();
  const panel = await openYear(design);
  await panel.getByRole("button", { name: "New hires, draw" }).click();
  const details = design.page.getByRole("dialog", { name: "New hires and draw" });
  await details.getByRole("button", { name: "New hires", exact: true }).click();
  await details.getByRole("button", { name: /^Draw or guarantee/ }).click();
  await design.page.getByRole("option", { name: /^Guarantee/ }).click();
  await expect(design.field("Each period")).toHaveValue("$8,250");
  await design.type("Each period", "10000");
  await design.page.keyboard.press("Escape");

  await panel.getByRole("button", { name: /^Whose year/ }).click();
  await design.page.getByRole("option", { name: "Joins in Q2 (1)" }).click();
  expect(await row(panel, "Year to date")).toEqual(["", "$10,000", "$10,000", "$12,375", "$32,375"]);
  expect(await row(panel, "Earned")).toEqual(["", "$4,125", "$8,250", "$12,375", "$24,750"]);
  expect(await row(panel, "Topped up")).toEqual(["", "$5,875", "$1,750", "$0", "$7,625"]);

  await design.save.click();
  await new FileDialog(design.page).saveAs("hires");
  await expect(design.page.getByRole("heading", { name: "hires.paymix" })).toBeVisible();
  const role = JSON.parse(await app.read("hires.paymix")).roles[0];
  expect(role.newHires).toEqual([{ count: 1, startPeriod: 2, ramp: [0.25, 0.5, 0.75] }]);
  expect(role.draw).toEqual({ kind: "guarantee", perPeriod: 10_000, periods: 2 });

  await design.undo();
  await design.undo();
  await design.undo();
  await expect(panel.getByRole("button", { name: /^Whose year/ })).toHaveCount(0);
});
