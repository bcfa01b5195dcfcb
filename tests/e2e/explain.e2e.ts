import { expect, test, type App, type WindowOptions } from "./app.ts";
import type { DesignPage } from "./pages/design-page.ts";
import { ExplainPage } from "./pages/explain-page.ts";

async function opened(app: App, options: WindowOptions = {}): Promise<{ readonly window: DesignPage; readonly why: ExplainPage }> {
  const window = await (await app.openWindow(options)).startFromSample();
  return { window, why: new ExplainPage(window.page) };
}

test("a KPI's pay has its formula, the inputs on screen outlined, and links that lead to them", async ({ app }) => {
  const { window, why } = await opened(app);
  await window.type("What-if attainment of Sourced revenue, percent", "108");
  await why.figure("Pay from Sourced revenue").click();
  await expect(why.answer).toHaveAccessibleName("Why $36,960?");
  for (const part of ["$66,000", "40%", "140%", "$36,960", "pays"]) await expect(why.formula).toContainText(part);
  await expect(why.answer).toContainText("100% + (108% − 100%) × 5.0");
  await expect(why.answer).toContainText("One more point of attainment pays $1,320.");
  await expect(why.answer.getByRole("img", { name: "Curve: 108% attainment pays 140%" })).toBeVisible();
  const fields = ["OTE", "Base share", "Weight of Sourced revenue, percent", "What-if attainment of Sourced revenue, percent"];
  await expect(why.outlined).toHaveCount(fields.length);
  for (const field of fields) await expect(window.field(field)).toHaveAttribute("data-explained");
  await why.line("Target incentive").click();
  await why.link("OTE").click();
  await expect(window.field("OTE")).toBeFocused();
  await window.page.keyboard.press("Escape");
  await expect(why.answer).toHaveCount(0);
  await expect(why.outlined).toHaveCount(0);
});

test("a link to a field in a closed panel opens the panel, one to another role shows it", async ({ app }) => {
  const { window, why } = await opened(app);
  await why.figure("Cost to company at target").click();
  await why.line("Alliances Manager").click();
  await why.line("Employer burden of all seats").click();
  await why.line("Employer burden").click();
  await why.link("Headcount").click();
  await expect(window.page.getByRole("textbox", { name: "Role title" })).toHaveValue("Alliances Manager");
  await expect(window.field("Headcount")).toBeFocused();
  await window.page.keyboard.press("Escape");
  await expect(why.answer).toHaveCount(0);
  await why.figure("Cost to company at target").click();
  await why.line("Channel Account Manager").click();
  await why.line("Employer burden of all seats").click();
  await why.line("Employer burden").click();
  await why.link("Fixed cost per head").click();
  await expect(window.field("Fixed cost per head")).toBeFocused();
});

test("every figure on screen answers, beside it and inside the window", async ({ app }) => {
  test.setTimeout(120_000);
  for (const size of [{ width: 1100, height: 700 }, { width: 1440, height: 900 }]) {
    const { window, why } = await opened(app, size);
    await window.planTab("Pay").click();
    const labels = await why.figures.evaluateAll((all) => all.map((each) => each.getAttribute("aria-label") ?? ""));
    expect(labels.length).toBeGreaterThan(30);
    for (const label of labels) {
      const figure = window.page.getByRole("button", { name: label, exact: true }).first();
      // In a low window the table floats over the others, and goes when one of them is pressed.
      if (!(await figure.isVisible())) await window.planTab("Pay").click();
      await figure.click();
      await expect(why.answer).toHaveAccessibleName(label.slice(0, label.indexOf("?") + 1));
      await expect(why.formula).toBeVisible();
      await why.expectBeside(figure);
      await window.page.keyboard.press("Escape");
      await expect(why.answer).toHaveCount(0);
      await expect(figure).toBeFocused();
    }
  }
});

test("headline figures in closed form total what stands in the strip", async ({ app }) => {
  const { window, why } = await opened(app);
  for (const [about, result] of [["On-target earnings (OTE)", "$7,830,000"], ["Target incentive (TI)", "$2,508,000"], ["CCOS", "6.43%"], ["Upside at excellence", "2.18×"]] as const) {
    await why.figure(about).click();
    await expect(why.formula).toContainText(result);
    await window.page.keyboard.press("Escape");
  }
});

test("by keyboard alone: Tab, Enter, unfold, a link, and Esc back to the number", async ({ app }) => {
  const { window, why } = await opened(app);
  const { keyboard } = window.page;
  await why.figure("Pay from Influenced revenue").focus();
  await keyboard.press("?");
  await expect(why.answer).toBeFocused();
  await keyboard.press("Escape");
  await expect(why.figure("Pay from Influenced revenue")).toBeFocused();
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await expect(why.pin).toBeFocused();
  await why.line("Target incentive").focus();
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await expect(why.link("OTE")).toBeFocused();
  await keyboard.press("Shift+Tab");
  await keyboard.press("Escape");
  await expect(why.figure("Pay from Influenced revenue")).toBeFocused();
});

test("pinned, it stays and follows the what-if slider while it is dragged", async ({ app }) => {
  const { window, why } = await opened(app);
  await why.figure("Pay from Sourced revenue").click();
  await why.pin.click();
  await window.dragTo(window.whatIf("Sourced revenue"), 1.2, { release: false });
  const shown = await window.kpi("Sourced revenue").locator(".kpi-row__money").innerText();
  await expect(why.answer).toHaveAccessibleName(`Why ${shown}?`);
  await expect(why.formula).toContainText(shown);
  expect(shown).not.toBe("$26,400");
  await window.page.mouse.up();
  await window.type("OTE", "200000");
  await expect(why.formula).toContainText(await window.kpi("Sourced revenue").locator(".kpi-row__money").innerText());
  await window.page.getByRole("heading", { name: "KPI scorecard" }).click();
  await expect(why.answer).toBeVisible();
  await why.answer.getByRole("button", { name: "Close" }).click();
  await expect(why.answer).toHaveCount(0);
});

test("the explanation is copied as text", async ({ app }) => {
  const { window, why } = await opened(app);
  await window.page.context().grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => undefined);
  await why.figure("What-if pay of one person").click();
  await why.answer.getByRole("button", { name: "Copy the explanation" }).click();
  await expect(window.page.getByRole("status").filter({ hasText: "Explanation copied" })).toHaveCount(1);
  const text = await window.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("Why $165,000?\nPay of one person, Channel Account Manager");
  expect(text).toContain("OTE: $165,000 (Channel Account Manager)");
});

test("points of both charts answer, by keyboard and by pointer", async ({ app }) => {
  const { window, why } = await opened(app);
  const { keyboard } = window.page;
  const curve = window.curve.getByRole("application");
  await curve.focus();
  await keyboard.press("End");
  await keyboard.press("Enter");
  await expect(why.answer).toContainText("Payout curve of Sourced revenue, Channel Account Manager, at 200%");
  await expect(why.formula).toContainText("300%");
  await why.expectBeside(window.curve.locator(".asked-mark"));
  await keyboard.press("Escape");
  await expect(curve).toBeFocused();
  await keyboard.press("ArrowDown");
  await keyboard.press("?");
  await expect(why.answer).toContainText("Payout of the whole plan");
  await keyboard.press("Escape");

  const cost = window.cost.getByRole("application");
  await cost.click({ position: { x: 20, y: 20 } });
  await expect(why.answer).toContainText("Cost to company of all roles that count, every KPI at");
  await why.expectBeside(window.cost.locator(".asked-mark"));
  await window.page.keyboard.press("Escape");
  await expect(why.answer).toHaveCount(0);
});
