import { withSpread } from "#shared/editing/index.ts";
import { expectedCost } from "#shared/engine/index.ts";
import { sampleScenario } from "#shared/library/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { serializeScenario } from "#shared/scenario-file/index.ts";
import { expect, test, type App } from "./app.ts";
import { ComparePage } from "./pages/compare-page.ts";
import { CostPage } from "./pages/cost-page.ts";
import type { DesignPage } from "./pages/design-page.ts";
import { ExplainPage } from "./pages/explain-page.ts";

async function openCost(app: App): Promise<CostPage> {
  return new CostPage(await (await app.openWindow()).startFromSample()).open();
}

async function openSample(app: App, change: (sample: Scenario) => Scenario): Promise<DesignPage> {
  await app.write("plan.paymix", serializeScenario(change(sampleScenario()), "1.0.0"));
  return app.openWindow({ file: "plan.paymix" });
}

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

test("places open by the switch and by their keys, and where one stood in Design is kept", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.role("Alliances Manager").click();
  const cost = new CostPage(window);
  await window.page.keyboard.press("Control+2");
  await expect(cost.main).toBeVisible();
  await expect(cost.place("Cost")).toBeChecked();
  await window.page.keyboard.press("Control+1");
  await expect(window.role("Alliances Manager")).toHaveAttribute("aria-current", "true");
});

test("each slider of the rail is one step, and undo puts it back", async ({ app }) => {
  const cost = await openCost(app);
  for (const [name, to, shown, before] of [["Average", 1.05, "105", "97"], ["Spread", 0.3, "30", "22"], ["Market swing", 0.1, "10", /^6/], ["On base pay", 0.3, "30", "22"], ["On incentive", 0.1, "10", "7.65"]] as const) {
    const expected = await cost.headline("Expected cost").innerText();
    await cost.drag(name, to);
    await expect(cost.field(name)).toHaveValue(shown);
    // What one year does to everybody at once changes no mean.
    if (name === "Market swing") await expect(cost.headline("Expected cost")).toHaveText(expected);
    else await expect(cost.headline("Expected cost")).not.toHaveText(expected);
    await cost.page.keyboard.press("Control+z");
    await expect(cost.field(name)).toHaveValue(before);
    await expect(cost.headline("Expected cost")).toHaveText(expected);
  }
});

test("the expected cost, its gap and each role's are explained down to the averages they rest on", async ({ app }) => {
  const cost = await openCost(app);
  const explain = new ExplainPage(cost.page);
  await cost.page.getByRole("button", { name: /^Why .*Expected cost$/ }).click();
  await expect(explain.answer).toContainText("on average over where people land");
  await expect(explain.answer).toContainText("$9,110,102.02");
  await cost.page.keyboard.press("Escape");
  await cost.page.getByRole("button", { name: /Exp\. inc\. of Channel Account Manager/ }).click();
  await expect(explain.answer).toContainText("$26,400 × 109.19%");
  await cost.page.keyboard.press("Escape");
  await cost.page.getByRole("button", { name: /^Why .*The gap$/ }).click();
  await expect(explain.answer).toContainText("$8,882,802.36cost at average=$227,299.66");
});

test("CCOS is one figure in Design, Cost and Compare, with its definition beside it and explained", async ({ app }) => {
  const window = await openSample(app, (sample) => ({ ...sample, cost: { ...sample.cost, bookedRevenue: null } }));
  const cell = window.page.locator(".strip__cell", { hasText: "CCOS" });
  const said = ["CCOS", "pay ÷ credited revenue", "15.3%", "may count a deal twice"];
  for (const part of said) await expect(cell).toContainText(part);
  const cost = await new CostPage(window).open();
  for (const part of said) await expect(cell).toContainText(part);
  const explain = new ExplainPage(cost.page);
  await cost.page.getByRole("button", { name: /^Why .*CCOS$/ }).click();
  await expect(explain.answer).toContainText("on average over where people land");
  await expect(explain.answer).toContainText("expected credited revenue, which may count a deal twice");
  await expect(explain.answer).toContainText("15.31%");
  await cost.page.keyboard.press("Escape");
  await cost.place("Design").check();
  await new ComparePage(window).open();
  for (const part of said) await expect(cell).toContainText(part);
});

test("simulated expected figures carry ≈ while only the first years are in, wherever they stand", async ({ app }) => {
  // A plan cap leaves no closed form, and a million years are on the way for long.
  const window = await openSample(app, (sample) => ({ ...sample, outlook: { ...sample.outlook, trials: 1_000_000 }, roles: sample.roles.map((role, index) => (index === 0 ? { ...role, payoutCap: 2 } : role)) }));
  for (const label of ["Expected cost", "Against budget", "CCOS", "P90 cost"]) await expect(window.headline(label)).toHaveText(/^≈ /);
  await expect(window.cost).toContainText(/expected with real spread ≈ \$/);
  const cost = await new CostPage(window).open();
  for (const label of ["Expected cost", "The gap", "CCOS", "P10 to P90"]) await expect(cost.headline(label)).toHaveText(/^≈ /);
  await expect(cost.headline("Cost at average")).not.toContainText("≈");
  await expect(cost.page.getByRole("figure", { name: "Yearly cost, all outcomes" })).toContainText(/Expected\s*≈ \$/);
  const card = await cost.card("Cost");
  await expect(card.getByRole("row", { name: /^Channel Account Manager/ })).toContainText("≈ 2,");
  await expect(card.getByRole("row", { name: /^Partner Sales Manager/ }).getByRole("cell").nth(5)).toHaveText("2,086");
  await expect(card.getByRole("row", { name: /^All roles/ })).toContainText("≈ 9,");
  await cost.place("Design").check();
  const compare = await new ComparePage(window).open();
  for (const label of ["Expected cost", "P90 cost", "Against budget", "CCOS"]) await expect(compare.headline(label)).toHaveText(/^≈ /);
});

test("the gap is nothing without spread, whatever rounding leaves", async ({ app }) => {
  const cost = await openCost(app);
  const note = cost.page.locator(".strip__cell", { hasText: "The gap" }).locator(".strip__note");
  await expect(note).toHaveText("added by spread of attainment");
  await cost.type("Spread", "0");
  await expect(note).toHaveText("spread of attainment adds nothing");
  await expect(cost.headline("The gap")).toHaveText("$0");
});

test("the gap names draws beside the spread", async ({ app }) => {
  const window = await openSample(app, (sample) => ({ ...sample, roles: sample.roles.map((role, index) => (index === 0 ? { ...role, draw: { kind: "guarantee", perPeriod: 5_000, periods: 2 } } : role)) }));
  const cost = await new CostPage(window).open();
  await expect(cost.page.locator(".strip__cell", { hasText: "The gap" })).toContainText("added by spread and draws");
  await expect(await cost.card("Cost")).toContainText("Added by spread and draws, included above");
});

test("market swing leaves room for what is people's own", async ({ app }) => {
  const cost = await openCost(app);
  await cost.type("Market swing", "40");
  await expect(cost.field("Market swing")).toHaveValue(/^18\.4/);
});

test("presets set where people land, each as one step, and one's own numbers come back", async ({ app }) => {
  const cost = await openCost(app);
  await expect(cost.preset("Own")).toBeChecked();
  await cost.preset("Designed").check();
  await expect(cost.field("Average")).toHaveValue(/^10[5-9]/);
  await cost.preset("Observed").check();
  await expect(cost.field("Average")).toHaveValue(/^[89]\d/);
  await cost.page.getByTitle("Sources of the presets").click();
  await expect(cost.page.getByRole("dialog", { name: "Sources of the presets" })).toContainText("second-hand");
  await cost.page.keyboard.press("Escape");
  await cost.page.keyboard.press("Control+z");
  await expect(cost.preset("Designed")).toBeChecked();
  await cost.preset("Own").check();
  await expect(cost.field("Average")).toHaveValue("97");
  await expect(cost.field("Spread")).toHaveValue("22");
});

test("cost by role adds up to what is printed, and over budget is said", async ({ app }) => {
  const cost = await openCost(app);
  const card = await cost.card("Cost");
  const rows = await card.getByRole("row").evaluateAll((all) => all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")));
  const numbersOf = (cells: readonly string[]): number[] => cells.slice(2, 7).map((text) => Number(text.replaceAll(",", "")));
  const roles = rows.slice(1, 6).map(numbersOf);
  const total = numbersOf(rows.find(([name]) => name === "All roles") ?? []);
  expect(total).toEqual([0, 1, 2, 3, 4].map((column) => roles.reduce((sum, row) => sum + (row[column] ?? 0), 0)));
  for (const [base = 0, , incentive = 0, burden = 0, all] of [...roles, total]) expect(base + incentive + burden).toBe(all);
  await cost.type("Budget for the year", "9m");
  await expect(card.getByRole("row", { name: /^Over budget/ })).toContainText("+");
});

test("a suggested threshold and excellence are offered, and only taken when asked for", async ({ app }) => {
  const cost = await openCost(app);
  const card = await cost.card("Landing");
  await expect(card.getByRole("row", { name: /^Design rule/ })).toContainText("65%");
  const row = card.getByRole("row", { name: /^Influenced revenue/ }).first();
  await expect(row).toContainText("40%");
  const use = row.getByRole("button", { name: /^Use 84% and 139%/ });
  await use.click();
  await expect(use).toHaveCount(0);
  await cost.page.keyboard.press("Control+z");
  await expect(use).toBeVisible();
});

test("a suggestion that a curve has no room for goes as near as it can in one press, says so, and is offered no more", async ({ app }) => {
  const cost = await openCost(app);
  const card = await cost.card("Landing");
  for (const name of [/^Certifications/, /^Enablement milestones/]) {
    const row = card.getByRole("row", { name }).last();
    await expect(row).toContainText("nearest 79%");
    await row.getByRole("button", { name: /79% is as near as the curve allows/ }).click();
    await expect(row.getByRole("button")).toHaveCount(0);
    await expect(row).toContainText("nearest 79%");
  }
  await cost.page.keyboard.press("Control+z");
  await expect(card.getByRole("button", { name: /79% is as near as the curve allows/ })).toHaveCount(1);
});

test("an explanation asked for in Cost leads to the field in Design", async ({ app }) => {
  const cost = await openCost(app);
  const card = await cost.card("Cost");
  await card.getByRole("button", { name: /Base of Alliances Manager/ }).click();
  await new ExplainPage(cost.page).link("OTE").click();
  await expect(cost.place("Design")).toBeChecked();
  await expect(cost.field("OTE")).toBeFocused();
});

test("simulated years have percentiles and a chance over budget, the same again after a change is taken back", async ({ app }) => {
  const cost = await openCost(app);
  const settled = async (): Promise<string[]> => {
    await expect(cost.headline("P10 to P90")).toHaveText(/^\$\d/);
    return Promise.all(["P10 to P90", "Chance over budget"].map((label) => cost.headline(label).innerText()));
  };
  const before = await settled();
  const years = cost.page.getByRole("figure", { name: "Yearly cost, all outcomes" });
  await expect(years).toContainText("One year in ten costs more than");
  await cost.type("Spread", "30");
  await expect(cost.headline("P10 to P90")).not.toHaveText(before[0] ?? "");
  expect(await settled()).not.toEqual(before);
  await cost.page.keyboard.press("Control+z");
  await expect.poll(settled).toEqual(before);
  await cost.type("Budget for the year", "8m");
  await expect(cost.headline("Chance over budget")).toContainText("100%");
});

test("every step of a drag is answered before the next, while years are simulated beside it", async ({ app }) => {
  const cost = await openCost(app);
  await cost.card("Cost");
  const slider = cost.page.getByRole("slider", { name: "Spread, slider" });
  const box = await slider.boundingBox();
  if (box === null) throw new Error("The slider is not on screen.");
  const y = box.y + box.height / 2;
  const x = (share: number): number => box.x + box.width * share;
  const shown = (): Promise<{ spread: string; expected: string }> =>
    cost.page.evaluate(async () => {
      // What a person sees is what stands after the frame that the move asked for.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const row = [...document.querySelectorAll("tr")].find((each) => each.textContent?.startsWith("All roles"));
      return { spread: document.querySelector<HTMLInputElement>('input[type=range][aria-label="Spread, slider"]')?.value ?? "", expected: row?.textContent ?? "" };
    });
  await cost.page.mouse.move(x(0.04), y);
  await cost.page.mouse.down();
  const seen = [await shown()];
  for (let share = 0.065; share < 0.95; share += 0.0205) {
    await cost.page.mouse.move(x(share), y);
    seen.push(await shown());
  }
  await cost.page.mouse.up();
  expect(new Set(seen.map(({ spread }) => spread)).size).toBe(seen.length);
  for (const { spread, expected } of seen) {
    const cost = expectedCost(withSpread(sampleScenario(), Number(spread))).total?.cost ?? 0;
    expect(expected, `expected cost of all roles at a spread of ${spread}`).toContain(new Intl.NumberFormat("en-US").format(Math.round(cost / 100_000)));
  }
  // And the years of the last step, no other's, are what stays.
  const settled = async (): Promise<string> => {
    await expect(cost.headline("P10 to P90")).toHaveText(/^\$\d/);
    return cost.headline("P10 to P90").innerText();
  };
  const kept = await settled();
  await cost.page.keyboard.press("Control+z");
  await expect(cost.headline("P10 to P90")).not.toHaveText(kept);
  await cost.page.keyboard.press("Control+Shift+z");
  await expect.poll(settled).toBe(kept);
});

test("another seed draws other years and leaves the expected cost", async ({ app }) => {
  const cost = await openCost(app);
  await expect(cost.headline("P10 to P90")).toHaveText(/^\$\d/);
  const [expected, percentiles] = await Promise.all(["Expected cost", "P10 to P90"].map((label) => cost.headline(label).innerText()));
  await cost.page.getByTitle("How years are simulated").click();
  await cost.type("Years", "1500");
  await expect(cost.page.locator(".cost-rail__foot")).toContainText("1,500 simulated years, seed 1.");
  await cost.type("Seed", "7");
  await cost.page.keyboard.press("Escape");
  await expect(cost.headline("P10 to P90")).not.toHaveText(percentiles ?? "");
  await expect(cost.headline("Expected cost")).toHaveText(expected ?? "");
});

test("pay with links has its expected cost from simulated years, and says so", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.planTab("Links").click();
  await window.page.getByRole("button", { name: "Add a link" }).click();
  await window.page.getByRole("menuitem", { name: "Gate" }).click();
  const cost = await new CostPage(window).open();
  await expect(cost.headline("Expected cost")).toHaveText(/^\$\d/);
  const card = await cost.card("Cost");
  await expect(card).toContainText(/Mean of 10,000 simulated years, ± \$[\d.,]+[kM]?: Channel Account Manager \(links\)/);
  // A gate only takes away.
  await expect(cost.headline("Expected cost")).not.toHaveText("$9.11M");
  await expect(cost.page.getByRole("figure", { name: "What moves the cost" })).toContainText("One input at a time", { timeout: 30_000 });
});
