/** What Design shows of where people land and what it will really cost. */
import { expect, test, type App } from "./app.ts";
import type { DesignPage } from "./pages/design-page.ts";

async function opened(app: App, size: { readonly width?: number; readonly height?: number } = {}): Promise<DesignPage> {
  return (await app.openWindow(size)).startFromSample();
}

/** The shares under the curve, from the left. */
function sharesOf(window: DesignPage): Promise<string[]> {
  return window.curve.locator(".spread-share").allTextContents();
}

/** "−$0.19M" → 0.19. */
function millionsIn(text: string): number {
  return Number(/[\d.]+/u.exec(text)?.[0]);
}

async function openDetails(window: DesignPage, kpi: string): Promise<void> {
  await window.kpi(kpi).getByRole("button", { name: kpi, exact: true }).or(window.page.getByTitle(`Details of ${kpi}`)).first().click();
}

test("shares under the curve total everybody and follow the threshold while it is dragged", async ({ app }) => {
  const window = await opened(app);
  const before = await sharesOf(window);
  expect(before).toHaveLength(4);
  expect(before.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(100);
  await window.grab(window.handle("Threshold"), { x: 40 });
  await expect.poll(() => sharesOf(window)).not.toEqual(before);
  const during = await sharesOf(window);
  expect(Number.parseInt(during[0] ?? "", 10)).toBeGreaterThan(Number.parseInt(before[0] ?? "", 10));
  expect(during.slice(2)).toEqual(before.slice(2));
  await window.page.keyboard.press("Escape");
  await window.page.mouse.up();
  await expect.poll(() => sharesOf(window)).toEqual(before);
});

test("the shares are said with the chart, and stand under its table", async ({ app }) => {
  const window = await opened(app);
  const words = /9% of people below threshold, 51% from threshold to target, 32% from target to excellence, 8% at excellence or above/;
  await expect(window.curve).toHaveAccessibleDescription(words);
  await window.curve.getByRole("button", { name: "Show as table" }).click();
  await expect(window.curve.getByText(words).last()).toBeVisible();
});

test("no label under the curve meets another at any size, and a low window leaves the spread out", async ({ app }) => {
  for (const size of [{ width: 1100, height: 800 }, { width: 1280, height: 800 }, { width: 1440, height: 900 }, { width: 2560, height: 1440 }]) {
    const window = await opened(app, size);
    await window.page.evaluate(() => document.fonts.ready.then(() => undefined));
    const boxes = await window.curve.locator(".spread-layer text").evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map(({ left, right, bottom }) => ({ left, right, bottom })));
    expect(boxes.length).toBeGreaterThan(3);
    const card = await window.curve.boundingBox();
    boxes.sort((a, b) => a.left - b.left).forEach((box, index) => {
      expect(box.left).toBeGreaterThan(boxes[index - 1]?.right ?? 0);
      expect(box.bottom).toBeLessThanOrEqual((card?.y ?? 0) + (card?.height ?? 0));
    });
  }
  const low = await opened(app, { width: 1100, height: 700 });
  await expect(low.curve.locator(".curve-line").last()).toBeVisible();
  await expect(low.curve.locator(".spread-layer")).toHaveCount(0);
  await expect(low.curve).toHaveAccessibleDescription(/9% of people below threshold/);
});

test("the headline has expected cost, P90 of the simulated years, and the budget against the expected cost", async ({ app }) => {
  const window = await opened(app);
  const labels = await window.page.getByRole("region", { name: "Headline figures" }).locator(".strip__label").allInnerTexts();
  expect(labels).toEqual(["On-target earnings (OTE)", "Expected cost", "P90 cost", "Against budget", "CCOS pay ÷ booked revenue", "Upside at excellence"]);
  await expect(window.headline("P90 cost")).toHaveText(/^\$\d/);
  await expect(window.headline("Against budget")).toContainText("under");
  const expected = millionsIn(await window.headline("Expected cost").innerText());
  const p90 = millionsIn(await window.headline("P90 cost").innerText());
  expect(p90).toBeGreaterThan(expected);
  expect(millionsIn(await window.headline("Against budget").locator(".figure").innerText())).toBeCloseTo(9.3 - expected, 6);
  await expect(window.cost).toContainText(`expected with real spread $${expected.toFixed(2)}M`);
});

test("average and spread of one KPI change the expected cost and P90, not the cost at target", async ({ app }) => {
  const window = await opened(app);
  await expect(window.headline("P90 cost")).toHaveText(/^\$\d/);
  const p90 = await window.headline("P90 cost").innerText();
  const expected = await window.headline("Expected cost").innerText();
  const [before, curveBefore] = [await sharesOf(window), await window.curve.locator(".spread-part").first().getAttribute("d")];
  await openDetails(window, "Sourced revenue");
  await window.type("Average attainment", "105");
  await window.type("Spread, person to person", "40");
  await window.page.keyboard.press("Escape");
  await expect(window.headline("Expected cost")).not.toHaveText(expected);
  await expect(window.headline("P90 cost")).not.toHaveText(p90);
  expect(await sharesOf(window)).not.toEqual(before);
  expect(await window.curve.locator(".spread-part").first().getAttribute("d")).not.toBe(curveBefore);
  await expect(window.cost).toContainText("At target $9.19M");
  await window.undo();
  await window.undo();
  await expect(window.headline("Expected cost")).toHaveText(expected);
  await expect(window.headline("P90 cost")).toHaveText(p90);
});

test("a list of attainments is pasted without names; what is wrong with it names the entry; it is one undo step", async ({ app }) => {
  const window = await opened(app);
  const { page } = window;
  const before = await sharesOf(window);
  await openDetails(window, "Sourced revenue");
  await page.getByRole("button", { name: /^Spread is/ }).click();
  await page.getByRole("option", { name: /^List of attainments/ }).click();
  const list = page.getByRole("textbox", { name: "Attainment of each person, in percent" });
  const use = page.getByRole("button", { name: "Use this list" });
  await expect(use).toBeDisabled();
  await list.fill("98\nAnna 104");
  await expect(page.getByText("Entry 2, “Anna”, is not a percentage. Paste percentages only, without names.")).toBeVisible();
  await expect(use).toBeDisabled();
  expect(await sharesOf(window)).toEqual(before);
  await list.fill("60\n80\n90 %\n110\n140");
  await use.click();
  await expect(page.getByText("In use: 5 people, 60% to 140%, average 96%.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect.poll(() => sharesOf(window)).toEqual(["20%", "40%", "20%", "20%"]);
  await window.undo();
  await expect.poll(() => sharesOf(window)).toEqual(before);
  await window.redo();
  await openDetails(window, "Sourced revenue");
  await page.getByRole("button", { name: /^Spread is/ }).click();
  await page.getByRole("option", { name: /^Even on both sides/ }).click();
  await expect(window.field("Average attainment")).toHaveValue("96");
});

test("a third chart joins at 2,000 pixels and follows the simulated years", async ({ app }) => {
  const narrow = await opened(app, { width: 1999, height: 1100 });
  await expect(narrow.page.getByRole("figure", { name: "Yearly outcomes" })).toHaveCount(0);
  const wide = await opened(app, { width: 2560, height: 1440 });
  const years = wide.page.getByRole("figure", { name: "Yearly outcomes" });
  await expect(years).toContainText(/years in ten end over budget|year in ten ends over budget/);
  const p90 = await wide.headline("P90 cost").innerText();
  await expect(years).toContainText(`One year in ten costs more than ${p90}`);
  await expect(years.getByRole("application")).toBeVisible();
});
