/** What holds for the whole plan: company goals and which KPIs support them, and how the year is paid. */
import { join } from "node:path";
import { parseScenario } from "#shared/scenario-file/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { expect, test, type App } from "./app.ts";
import { FileDialog, type DesignPage } from "./pages/design-page.ts";

async function saved(app: App, window: DesignPage): Promise<Scenario> {
  await window.page.keyboard.press("Escape");
  await window.save.click();
  await new FileDialog(window.page).saveAs("plan");
  await expect(window.page.getByRole("heading", { name: "plan.paymix" })).toBeVisible();
  const read = parseScenario(new TextEncoder().encode(await app.read("plan.paymix")));
  if (!read.ok) throw new Error("The saved file is refused.");
  return read.scenario;
}

test("goals are added, reworded, moved and removed, each in one undo step", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  await page.getByRole("button", { name: "Goals: 4" }).click();
  const panel = page.getByRole("dialog", { name: /^Goals/ });
  const goals = panel.getByRole("list", { name: "Company goals" }).getByRole("listitem");
  await panel.getByRole("textbox", { name: "New goal" }).fill("Win in EMEA");
  await panel.getByRole("textbox", { name: "New goal" }).press("Enter");
  await expect(goals).toHaveCount(5);
  await expect(panel.getByRole("textbox", { name: "New goal" })).toBeFocused();
  await expect(goals.nth(4)).toContainText("no KPI");
  await page.screenshot({ path: join("out", "screenshots", "goals.png") });
  await panel.getByRole("textbox", { name: "Goal 5" }).fill("Win in EMEA first");
  await panel.getByRole("textbox", { name: "Goal 5" }).press("Enter");
  await panel.getByRole("textbox", { name: "Goal 5" }).press("Alt+ArrowUp");
  await expect(panel.getByRole("textbox", { name: "Goal 4" })).toHaveValue("Win in EMEA first");
  await panel.getByRole("button", { name: "More for Win in EMEA first" }).click();
  await page.getByRole("menuitem", { name: "Move up" }).click();
  await expect(panel.getByRole("textbox", { name: "Goal 3" })).toHaveValue("Win in EMEA first");

  await expect(goals.first()).toContainText(/\d+ KPIs/);
  await panel.getByRole("button", { name: /^More for Grow revenue/ }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(goals).toHaveCount(4);
  const scenario = await saved(app, window);
  expect(scenario.goals.map((goal) => goal.id)).not.toContain("grow");
  expect(scenario.roles.flatMap((role) => role.kpis).filter((kpi) => kpi.supports.includes("grow"))).toEqual([]);
  await window.undo();
  await page.getByRole("button", { name: "Goals: 5" }).click();
  await expect(goals.first()).toContainText(/\d+ KPIs/);
});

test("a KPI's details say which goals it supports and whether credit is settled", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  await page.getByRole("button", { name: "Sourced revenue", exact: true }).click();
  const details = page.getByRole("dialog", { name: "Details of Sourced revenue" });
  const grow = details.getByRole("checkbox", { name: /^Grow revenue/ });
  const reach = details.getByRole("checkbox", { name: /^Reach markets/ });
  await expect(grow).toBeChecked();
  await expect(reach).not.toBeChecked();
  await reach.check();
  await grow.uncheck();
  await details.getByRole("checkbox", { name: "It is settled who gets credit for a result" }).uncheck();
  await page.screenshot({ path: join("out", "screenshots", "kpi-details.png") });
  const kpi = (await saved(app, window)).roles[0]?.kpis[0];
  expect(kpi).toMatchObject({ supports: ["reach"], attribution: "unclear" });
});

test("payments: basis in words, another frequency, shares that wait until they total 100%", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  await page.getByRole("button", { name: "Payments: quarterly, cumulative" }).click();
  const panel = page.getByRole("dialog", { name: /^Payments/ });
  await panel.getByRole("radio", { name: "Discrete" }).check();
  await expect(panel).toContainText("the next does not make up");
  await expect(page.getByRole("button", { name: "Payments: quarterly, discrete" })).toBeVisible();

  await panel.getByRole("radio", { name: "Own shares" }).check();
  await window.type("Share of Q1", "20");
  await expect(panel.getByRole("status")).toContainText("Total 95%, 5% to assign");
  await page.screenshot({ path: join("out", "screenshots", "payments.png") });
  await window.type("Share of Q4", "30");
  await expect(panel.getByRole("status")).toHaveText("Total 100%");
  await expect(window.field("Share of Q4")).toBeFocused();
  await page.keyboard.press("Escape");
  await window.undo();
  await page.getByRole("button", { name: /^Payments/ }).click();
  await expect(panel.getByRole("radio", { name: "Equal" })).toBeChecked();
  await page.keyboard.press("Escape");
  await window.redo();

  await page.getByRole("button", { name: /^Payments/ }).click();
  await panel.getByRole("radio", { name: "Half-yearly" }).check();
  await expect(window.field("Share of H1")).toHaveValue("45");
  await panel.getByRole("radio", { name: "Monthly" }).check();
  expect((await saved(app, window)).payments).toEqual({
    frequency: "monthly",
    basis: "discrete",
    seasonality: [...Array.from({ length: 6 }, () => 0.075), 0.0917, 0.0917, 0.0917, 0.0917, 0.0916, 0.0916],
  });
});

test("in a folded rail payments and goals are icons with their words as the name", async ({ app }) => {
  const window = await (await app.openWindow({ width: 1100, height: 700 })).startFromSample();
  await window.page.getByRole("button", { name: "Payments: quarterly, cumulative" }).click();
  await expect(window.page.getByRole("dialog", { name: /^Payments/ })).toBeVisible();
  await window.page.screenshot({ path: join("out", "screenshots", "payments-1100x700.png") });
  await window.page.keyboard.press("Escape");
  await window.page.getByRole("button", { name: "Goals: 4" }).click();
  await expect(window.page.getByRole("dialog", { name: /^Goals/ })).toBeVisible();
});
