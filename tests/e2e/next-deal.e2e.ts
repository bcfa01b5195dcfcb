/** What the next result pays where a person stands, and what moving a deal over a period's end gains. */
import { expect, test } from "./app.ts";
import { ExplainPage } from "./pages/explain-page.ts";

test("the next point, unit and jump follow the what-if and say why", async ({ app }) => {
  const window = await (await app.openWindow({ width: 1440, height: 1100 })).startFromSample();
  const why = new ExplainPage(window.page);
  await window.planTab("Next deal").click();
  const row = window.page.getByRole("row", { name: /^Sourced revenue/ });
  await expect(row).toContainText("$1,320");
  await window.type("What-if attainment of Sourced revenue, percent", "65");
  await expect(row).toContainText("nothing");
  await expect(row).toContainText("+$10,560 at 70%");
  await why.figure("Next jump of Sourced revenue").click();
  await expect(why.answer).toHaveAccessibleName("Why +$10,560 at 70%?");
  await expect(why.formula).toContainText("$10,560");
  await expect(why.formula).toContainText("just below");
  await window.page.keyboard.press("Escape");
  await window.type("What-if attainment of Sourced revenue, percent", "90");
  await why.figure("One more point of Sourced revenue").click();
  await expect(why.formula).toContainText("with a point more");
  await expect(why.formula).toContainText("$528");
  await window.page.keyboard.press("Escape");
  await why.figure("One more unit of Sourced revenue").click();
  await expect(why.formula).toContainText("÷");
  await window.page.keyboard.press("Escape");
  await expect(window.page.getByRole("tabpanel", { name: "Next deal" })).toContainText("All KPIs together: +$3,300 at 50%");
});

test("a deal held or pulled over the year's end, and where it gains most", async ({ app }) => {
  const window = await (await app.openWindow({ width: 1440, height: 1100 })).startFromSample();
  const why = new ExplainPage(window.page);
  await window.planTab("Next deal").click();
  const panel = window.page.getByRole("tabpanel", { name: "Next deal" });
  await expect(panel).toContainText("pulling it in gains $7,920");
  await expect(panel).toContainText("Most just below 70%: holding gains $13,200.");
  await why.figure("Gain from a deal of Sourced revenue moved where it gains most").click();
  await expect(why.formula).toContainText("$13,200");
  await expect(why.formula).toContainText("as results fall");
  await window.page.keyboard.press("Escape");
  const movedOver = async (end: string): Promise<void> => {
    await panel.getByRole("button", { name: /^Moved over/ }).click();
    await window.page.getByRole("option", { name: end }).click();
  };
  await movedOver("After Q1");
  await expect(panel).toContainText("Pay follows the year to date");
  await window.type("Deal", "2000000");
  await movedOver("Year’s end");
  await expect(panel).toContainText("is more than there is to move");
});

test("the curve's table says what each point above a corner pays, and why", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const why = new ExplainPage(window.page);
  await window.curve.getByRole("button", { name: "Show as table (T)" }).click();
  const table = window.curve.getByRole("table");
  await expect(table.getByRole("row", { name: /^Threshold/ })).toContainText("$528");
  await expect(table.getByRole("row", { name: /^Cap/ })).toContainText("nothing");
  await why.figure("Each point of Sourced revenue above 100%").click();
  await expect(why.formula).toContainText("$26,400");
  await expect(why.formula).toContainText("$1,320");
});

test("advice leads to the control it is about, and the contribution margin has one", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.page.getByRole("button", { name: /^Strategic objectives: 10% weight/ }).click();
  await expect(window.field("Weight of Strategic objectives, percent")).toBeFocused();
  await window.cost.getByText("Budget and burden").click();
  await window.type("Contribution margin", "35");
  await expect(window.field("Contribution margin")).toHaveValue("35.00");
  await window.undo();
  await expect(window.field("Contribution margin")).toHaveValue("");
});
