/** Links between KPIs: gates, modifiers and matrices, made in the tab, seen in pay and in the chart, kept in the file. */
import type { Locator } from "@playwright/test";
import { expect, test } from "./app.ts";
import { FileDialog, type DesignPage } from "./pages/design-page.ts";

async function openLinks(design: DesignPage): Promise<Locator> {
  await design.startFromSample();
  await design.page.getByRole("tab", { name: /^Links/ }).click();
  return design.page.getByRole("tabpanel", { name: /^Links/ });
}

async function add(design: DesignPage, kind: string): Promise<void> {
  await design.page.getByRole("button", { name: "Add a link" }).click();
  await design.page.getByRole("menuitem", { name: kind }).click();
}

test("a missed gate takes pay away, shows in the chart and is kept in the file", async ({ app }) => {
  const design = await app.openWindow();
  const panel = await openLinks(design);
  await expect(panel).toContainText("Each KPI pays by itself.");
  await add(design, "Gate");
  const links = panel.getByRole("listitem");
  await expect(links).toContainText(["needs Sourced revenue at 80% of target or more; below that nothing is paid"]);
  await expect(links.first()).toContainText("passed");
  await expect(design.kpi("Influenced revenue")).toContainText("$19,800");

  await design.type("What-if attainment of Sourced revenue, percent", "75");
  await expect(links.first()).toContainText("missed");
  await expect(design.kpi("Influenced revenue")).toContainText("$0");

  await panel.getByRole("button", { name: /^Pay for Influenced revenue/ }).click();
  await design.page.getByRole("button", { name: /^Otherwise/ }).click();
  await design.page.getByRole("option", { name: /^A reduced payout/ }).click();
  await expect(design.kpi("Influenced revenue")).toContainText("$9,900");
  await design.type("reaches at least", "70");
  await design.page.keyboard.press("Escape");
  await expect(links.first()).toContainText("passed");
  await expect(design.kpi("Influenced revenue")).toContainText("$19,800");

  await design.page.getByRole("button", { name: "Show the payout curve of Influenced revenue" }).click();
  await expect(design.curve).toContainText(/gate missed/iu);

  await design.save.click();
  await new FileDialog(design.page).saveAs("linked");
  await expect(design.page.getByRole("heading", { name: "linked.paymix" })).toBeVisible();
  const saved = JSON.parse(await app.read("linked.paymix"));
  expect(saved.roles[0].links).toEqual([{ kind: "gate", measuredBy: "sourced", appliesTo: "all", minimum: 0.7, otherwise: "reduced", by: 0.5 }]);

  await app.crashAndRestart();
  const again = await app.openWindow({ file: "linked.paymix" });
  await again.page.getByRole("tab", { name: /^Links/ }).click();
  await expect(again.page.getByRole("tabpanel", { name: /^Links/ }).getByRole("listitem")).toHaveCount(1);
});

test("a modifier multiplies what others pay; one undo takes it back", async ({ app }) => {
  const design = await app.openWindow();
  const panel = await openLinks(design);
  await add(design, "Modifier");
  await design.type("What-if attainment of Sourced revenue, percent", "120");
  await expect(panel.getByRole("listitem").first()).toContainText("1.10×");
  await expect(design.kpi("Influenced revenue")).toContainText("$21,780");
  await design.undo();
  await expect(panel.getByRole("listitem")).toHaveCount(0);
  await expect(design.kpi("Influenced revenue")).toContainText("$19,800");
});

test("a matrix pays by two measures, cell by cell", async ({ app }) => {
  const design = await app.openWindow();
  const panel = await openLinks(design);
  await add(design, "Matrix");
  const link = panel.getByRole("listitem").first();
  await expect(link).toContainText("pays 100%");
  await design.type("What-if attainment of Sourced revenue, percent", "112");
  await expect(link).toContainText("pays 125%");
  await expect(design.kpi("Sourced revenue")).toContainText("$33,000");

  await panel.getByRole("button", { name: /set by Sourced revenue and Influenced revenue together/ }).click();
  await design.type("Payout of row 3, column 2", "140");
  await expect(design.kpi("Sourced revenue")).toContainText("$36,960");
  await design.page.getByRole("button", { name: "Row", exact: true }).click();
  await expect(design.field("Row 4 from attainment")).toHaveValue("120");
  await design.page.keyboard.press("Escape");
  await expect(design.curve).toContainText(/with links/iu);
});
