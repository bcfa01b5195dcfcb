import type { Locator } from "@playwright/test";
import { expect, test, type App } from "./app.ts";
import { CostPage } from "./pages/cost-page.ts";

async function openCard(app: App): Promise<{ readonly cost: CostPage; readonly card: Locator }> {
  const cost = await new CostPage(await (await app.openWindow()).startFromSample()).open();
  const card = cost.page.getByRole("figure", { name: "What moves the cost" });
  await expect(card).toContainText("One input at a time");
  return { cost, card };
}

const rowOf = (card: Locator, name: string): Locator => card.getByRole("row").filter({ has: card.page().getByRole("rowheader", { name }) });

test("expected cost or P90: what moves only one of them has no effect on the other", async ({ app }) => {
  const { card } = await openCard(app);
  await card.getByRole("button", { name: "Show as table" }).click();
  await expect(rowOf(card, "Average attainment")).toContainText("97%");
  await expect(rowOf(card, "Market correlation")).toContainText("No effect in this range");
  await card.getByRole("radio", { name: "P90" }).check();
  await expect(rowOf(card, "Market correlation")).not.toContainText("No effect");
  await card.getByRole("radio", { name: "Expected" }).check();
  await expect(rowOf(card, "Market correlation")).toContainText("No effect in this range");
});

test("the range of an input is changed from its bar, and all ranges go back at once", async ({ app }) => {
  const { cost, card } = await openCard(app);
  await card.getByRole("application").focus();
  for (const key of ["ArrowDown", "Enter"]) await cost.page.keyboard.press(key);
  const dialog = cost.page.getByRole("dialog", { name: /^Range of / });
  await expect(dialog).toContainText(/Now .*, usually moved from .* to /);
  await dialog.getByRole("textbox", { name: "From" }).fill("10");
  await dialog.getByRole("button", { name: "Use this range" }).click();
  await card.getByRole("button", { name: "Usual ranges" }).click();
  await expect(card.getByRole("button", { name: "Usual ranges" })).toHaveCount(0);
});

test("an input with less effect gets another range, also one that moves nothing, and its own way back", async ({ app }) => {
  const { cost, card } = await openCard(app);
  await card.getByText(/^\d+ with(out| less) effect$/).click();
  const setRange = async (name: string, from: string, to: string): Promise<void> => {
    await card.getByRole("button", { name: `Range of ${name}: ` }).click();
    const dialog = cost.page.getByRole("dialog", { name: `Range of ${name}` });
    for (const [end, text] of [["From", from], ["To", to]] as const) {
      const field = dialog.getByRole("textbox", { name: end });
      await field.focus();
      await field.fill(text);
      await field.press("Enter");
    }
    await dialog.getByRole("button", { name: "Use this range" }).click();
  };
  const [burden, market] = [rowOf(card, "Burden on incentive"), rowOf(card, "Market correlation")];
  const usual = await burden.textContent();
  await setRange("Burden on incentive", "0", "40");
  await expect(burden).toContainText("0% to 40%");
  await expect(burden).toContainText("10%");
  await setRange("Market correlation", "0", "50");
  await expect(market).toContainText("0% to 50%");
  await expect(market).toContainText("No effect in this range");
  await burden.getByRole("button", { name: "Usual range of Burden on incentive" }).click();
  await expect(burden).toHaveText(usual ?? "");
  await expect(market).toContainText("0% to 50%");
  await market.getByRole("button", { name: "Usual range of Market correlation" }).click();
  await expect(card.getByRole("button", { name: "Usual ranges" })).toHaveCount(0);
});

test("split, OTE, headcount, weight and plan cap are those of the role that is chosen, or of all", async ({ app }) => {
  const { cost, card } = await openCard(app);
  await card.getByRole("button", { name: "Show as table" }).click();
  await expect(rowOf(card, "Headcount, Channel Account Manager")).toBeVisible();
  const choose = async (name: string): Promise<void> => {
    await card.getByRole("button", { name: /^Roles that are moved/ }).click();
    await cost.page.getByRole("option", { name }).click();
  };
  await choose("Alliances Manager");
  await expect(rowOf(card, "Headcount, Alliances Manager")).toContainText("6");
  await expect(rowOf(card, "Headcount, Channel Account Manager")).toHaveCount(0);
  await choose("All roles");
  await expect(rowOf(card, "Headcount, all roles")).toContainText("47");
  await expect(rowOf(card, "Fixed cost per head")).toBeVisible();
  await expect(card).toContainText(/curves? ha(s|ve) no accelerator: /);
  await expect(card).toContainText("No role has a plan cap.");
  await choose("Channel Account Manager");
  await expect(rowOf(card, "Headcount, Channel Account Manager")).toBeVisible();
});
