import { join } from "node:path";
import { serializeScenario } from "#shared/scenario-file/index.ts";
import { basePlan, everyGroupChanged, planFiles } from "../helpers/compared-plans.ts";
import { expect, test } from "./app.ts";
import { openThree } from "./compared.ts";
import { ComparePage } from "./pages/compare-page.ts";

for (const [width, height] of [[1440, 900], [1100, 700], [2560, 1440]] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`Compare at ${width} × ${height}, ${colorScheme}`, async ({ app }) => {
      const compare = await openThree(app, { width, height, colorScheme });
      await expect(compare.headline("P90 cost")).not.toContainText(/≈|—/);
      await compare.page.screenshot({ path: join("out", "screenshots", `compare-${width}x${height}-${colorScheme}.png`) });
    });
  }
}

test("figures, curves and the bridge of three saved files; the parts add up to the difference", async ({ app }) => {
  const compare = await openThree(app);
  await expect(compare.headline("Expected cost")).toContainText("$9.11M");
  await expect(compare.headline("Expected cost")).toContainText("$9.38M");
  await expect(compare.page.getByRole("figure", { name: "Payout curves" })).toContainText("cap 330%");
  await expect(compare.bridge).toContainText("Headcount explains");
  await compare.bridge.getByRole("button", { name: "Show as table (T)" }).click();
  const cells = await compare.bridge.getByRole("row").locator("td:last-child").allInnerTexts();
  const amounts = cells.map((cell) => Math.round(Number(cell.replace("−", "-").replace(/[^0-9.-]/g, "")) * 100));
  const [from = 0, ...rest] = amounts;
  const to = rest.pop() ?? 0;
  expect(rest.length).toBe(5);
  expect(from + rest.reduce((sum, part) => sum + part, 0)).toBe(to);
  await compare.bridge.getByRole("radio", { name: "At target" }).check();
  await expect(compare.bridge.getByRole("row").last()).toContainText("Sharper upside");

  await compare.others.getByRole("button", { name: "Steady growth", exact: true }).click();
  await expect(compare.bridge.getByRole("row").last()).toContainText("Steady growth");
});

test("a bar of the bridge shows its inputs alone; a single input is taken over as one undo step", async ({ app }) => {
  const compare = await openThree(app);
  await expect(compare.row("Channel Account Manager", "Split")).toContainText("50/50");
  await expect(compare.row("Channel Account Manager", "Weights")).toContainText("40/30/20/10");
  await compare.bridge.getByRole("application").focus();
  for (let step = 0; step < 3; step += 1) await compare.page.keyboard.press("ArrowRight");
  await compare.page.keyboard.press("Enter");
  // Titles of the columns, of the role, and the one input.
  await expect(compare.differences.getByRole("row")).toHaveCount(3);
  await expect(compare.row("Channel Account Manager", "Split")).toBeVisible();
  await compare.differences.getByRole("button", { name: "Pay mix only ×" }).click();

  await compare.row("Channel Account Manager", "Split").getByRole("button", { name: "Take over: CAM: split 60/40 → 50/50, from Sharper upside" }).click();
  await expect(compare.row("Channel Account Manager", "Split")).toContainText("50/50");
  await expect(compare.row("Channel Account Manager", "Split")).toContainText("same");
  await expect(compare.others).toContainText("4 inputs differ");
  await compare.page.keyboard.press("Control+z");
  await expect(compare.others).toContainText("5 inputs differ");
  await expect(compare.row("Channel Account Manager", "Split").getByRole("cell").first()).toHaveText("60/40");
});

test("any scenario can be the base, and is taken out again; files stay as they are", async ({ app }) => {
  const compare = await openThree(app);
  const before = await app.read("sharper.paymix");
  await compare.page.getByRole("button", { name: "Sharper upside: more" }).click();
  await compare.page.getByRole("menuitem", { name: "Make it the base" }).click();
  await expect(compare.page.getByRole("region", { name: "Base", exact: true })).toContainText("Sharper upside");
  await expect(compare.others).toContainText("FY26 Base");
  await expect(compare.bridge).toContainText("Headcount explains −");
  await expect(compare.differences).not.toContainText("while the document on screen is the base");
  await compare.page.getByRole("button", { name: "Steady growth: more" }).click();
  await compare.page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(compare.others).not.toContainText("Steady growth");
  expect(await app.read("sharper.paymix")).toBe(before);
});

test("roles are matched by hand, and two equal files differ in nothing", async ({ app }) => {
  await app.write("renamed.paymix", (planFiles()["sharper.paymix"] ?? "").replaceAll("Channel Account Manager", "Channel Hunter").replaceAll('"id": "cam"', '"id": "hunter"'));
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  await compare.add("base");
  await expect(compare.others).toContainText("No input differs");
  await expect(compare.bridge).toContainText("Both cost the same");
  await compare.add("renamed");
  await compare.others.getByRole("button", { name: "Sharper upside", exact: true }).click();
  await expect(compare.row("Channel Account Manager", "Role")).toBeVisible();
  await compare.page.getByRole("button", { name: "Sharper upside: more" }).click();
  await compare.page.getByRole("menuitem", { name: "Match roles…" }).click();
  await compare.page.getByRole("button", { name: /^Channel Hunter is/ }).click();
  await compare.page.getByRole("option", { name: "Channel Account Manager" }).click();
  await compare.page.getByRole("button", { name: "Done" }).click();
  await expect(compare.row("Channel Account Manager", "Role")).toBeHidden();
  await expect(compare.row("Channel Account Manager", "Title")).toContainText("Channel Hunter");
});

test("another currency is in no figure before somebody types a rate, and then says so", async ({ app }) => {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  await app.write("europe.paymix", (planFiles()["sharper.paymix"] ?? "").replace('"currency": "USD"', '"currency": "EUR"').replace("Sharper upside", "Europe"));
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  await compare.add("europe");
  await expect(compare.others).toContainText("It is in EUR, the base in USD. At which rate?");
  await expect(compare.main.getByText("Type the rate of another currency to see")).toHaveCount(3);
  await expect(compare.others.getByRole("button", { name: "Compare" })).toBeDisabled();
  await compare.page.getByRole("textbox", { name: "USD for one EUR" }).fill("1.1");
  await compare.page.keyboard.press("Enter");
  await compare.others.getByRole("button", { name: "Compare" }).click();
  await expect(compare.page.getByRole("textbox", { name: "USD for one EUR" })).toHaveValue("1.1");
  await expect(compare.others).toContainText("$10.31M");
  await expect(compare.row("Plan", "Currency")).toContainText("EUR, at 1.1 USD");
  await expect(compare.row("Plan", "Currency").getByRole("button")).toHaveCount(0);
  await expect(compare.row("Channel Account Manager", "Split").getByRole("button", { name: /^Take over/ })).toBeVisible();
  await compare.chooseFor("Europe", "Make it the base");
  await compare.page.getByRole("textbox", { name: "EUR for one USD" }).fill("0.9");
  await compare.page.keyboard.press("Enter");
  await compare.others.getByRole("button", { name: "Compare" }).click();
  await expect(compare.differences).toContainText("Inputs are in EUR, the document is in USD: they can be taken over while the document on screen is the base.");
  await expect(compare.differences.getByRole("button", { name: /^Take over/ })).toHaveCount(0);
});

test("a rate that was typed wrong is put right beside the scenario, and taken away", async ({ app }) => {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  await app.write("europe.paymix", (planFiles()["sharper.paymix"] ?? "").replace('"currency": "USD"', '"currency": "EUR"').replace("Sharper upside", "Europe"));
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  const { page } = compare;
  await compare.add("europe");
  const field = page.getByRole("textbox", { name: "USD for one EUR" });
  await field.fill("0");
  await field.press("Tab");
  await expect(compare.others.getByRole("button", { name: "Compare" })).toBeDisabled();
  await field.fill("11");
  await field.press("Enter");
  await compare.others.getByRole("button", { name: "Compare" }).click();
  await expect(compare.others).toContainText("$103.1M");
  await field.fill("1.1");
  await field.press("Enter");
  await expect(compare.others).toContainText("$10.31M");
  await expect(compare.row("Plan", "Currency")).toContainText("EUR, at 1.1 USD");
  // Esc while typing goes back.
  await field.fill("2");
  await expect(compare.row("Plan", "Currency")).toContainText("EUR, at 2 USD");
  await field.press("Escape");
  await expect(compare.row("Plan", "Currency")).toContainText("EUR, at 1.1 USD");
  for (const [width, height] of [[1440, 900], [1100, 700]] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join("out", "screenshots", `compare-rate-${width}x${height}-${colorScheme}.png`) });
    }
  }
  await compare.others.getByRole("button", { name: "Remove the rate of Europe" }).click();
  await expect(compare.others).toContainText("It is in EUR, the base in USD. At which rate?");
  await expect(field).toHaveValue("");
});

test("a damaged file is refused with its place, and the comparison goes on", async ({ app }) => {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  await app.write("damaged.paymix", (planFiles()["sharper.paymix"] ?? "").replace(/"headcount": \d+/, '"headcount": -1'));
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  await compare.choose("damaged");
  await expect(compare.main).toContainText("roles[0].headcount");
  await compare.add("steady");
  await expect(compare.others).toContainText("Steady growth");
});

test("pay at chosen attainments, simulated years and figures stand side by side", async ({ app }) => {
  const compare = await openThree(app);
  await compare.page.getByRole("radio", { name: "Pay", exact: true }).check();
  const pay = compare.page.getByRole("region", { name: "Pay of one person", exact: true });
  await expect(pay.getByRole("row").nth(3)).toContainText("$165,000");
  await compare.page.getByRole("radio", { name: "Percent", exact: true }).check();
  await expect(pay).toContainText("%");
  await compare.page.getByRole("radio", { name: "Years", exact: true }).check();
  await expect(compare.page.getByRole("figure", { name: "Yearly cost" })).toContainText("One year in ten of FY26 Base costs more than");
  await compare.page.getByRole("radio", { name: "Figures", exact: true }).check();
  const figures = compare.page.getByRole("region", { name: "Figures, table" });
  await expect(figures.getByRole("row", { name: /^Expected cost/ })).toContainText("+2.9%");
  await expect(figures.getByRole("row", { name: /^CCOS/ })).toContainText("pts");
  await compare.page.screenshot({ path: join("out", "screenshots", "compare-figures.png") });
});

test("an attainment beyond the drawn range has its true payout in the table of the curves", async ({ app }) => {
  const compare = await openThree(app);
  await compare.page.getByRole("radio", { name: "Pay", exact: true }).check();
  const field = compare.page.getByRole("textbox", { name: "Attainment 1 of the table" });
  await field.fill("250");
  await field.press("Enter");
  await compare.page.getByRole("radio", { name: "Curves", exact: true }).check();
  const figure = compare.page.getByRole("figure", { name: "Payout curves" });
  await figure.getByRole("button", { name: /^Curve/ }).click();
  await compare.page.getByRole("option", { name: "PSaM, Sourced revenue" }).click();
  await figure.getByRole("button", { name: "Show as table (T)" }).click();
  // 200% at 130%, then 10/3 of a point for each point: the chart ends at 150%.
  await expect(figure.getByRole("row", { name: /^250%/ }).locator("td")).toHaveText(["600%", "600%", "600%"]);
});

test("simulated figures of the document are in the money of the base, whichever of two currencies that is", async ({ app }) => {
  await app.write("base.paymix", planFiles()["base.paymix"] ?? "");
  await app.write("europe.paymix", (planFiles()["base.paymix"] ?? "").replace('"currency": "USD"', '"currency": "EUR"').replace("FY26 Base", "Europe"));
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  const { page } = compare;
  const p90 = async (): Promise<readonly number[]> => {
    await expect(compare.headline("P90 cost").locator("xpath=..")).toContainText(/M.*M/s);
    await expect(compare.headline("P90 cost").locator("xpath=..")).not.toContainText(/≈|—/);
    return [...(await compare.headline("P90 cost").locator("xpath=..").innerText()).matchAll(/([\d.]+)M/g)].map(([, amount]) => Number(amount));
  };
  const atRate = async (of: string, into: string): Promise<void> => {
    await page.getByRole("textbox", { name: `${into} for one ${of}` }).fill("2");
    await page.keyboard.press("Enter");
    await compare.others.getByRole("button", { name: "Compare" }).click();
  };
  await compare.add("europe");
  await atRate("EUR", "USD");
  const [dollars = 0, twice] = await p90();
  expect(twice).toBeCloseTo(2 * dollars, 1);
  await page.getByRole("button", { name: "Europe: more" }).click();
  await page.getByRole("menuitem", { name: "Make it the base" }).click();
  await atRate("USD", "EUR");
  expect(await p90()).toEqual([dollars, twice]);
});

test("inputs stand role by role, the role filter is of them too, and the copied text has the same groups", async ({ app }) => {
  const compare = await openThree(app);
  const { page } = compare;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await expect(compare.row("Plan", "Burden on base")).toContainText("23%");
  await expect(compare.row("Partner Development Manager", "Headcount")).toBeVisible();
  const copied = async (): Promise<readonly (readonly string[])[]> => {
    await compare.differences.getByRole("button", { name: "Copy" }).click();
    return (await page.evaluate(() => navigator.clipboard.readText())).split("\n").slice(1).map((line) => line.split("\t"));
  };
  const all = await copied();
  expect(all.map(([scenario, role]) => `${scenario ?? ""}/${role ?? ""}`).filter((key, index, keys) => keys.indexOf(key) === index)).toEqual([
    "Sharper upside/Plan", "Sharper upside/Channel Account Manager", "Sharper upside/Partner Development Manager", "Steady growth/Channel Account Manager",
  ]);
  expect(all).toContainEqual(["Sharper upside", "Channel Account Manager", "CAM: split 60/40 → 50/50"]);
  const people = page.getByRole("figure", { name: "Who gains and who loses" });
  await people.getByRole("button", { name: /^Role/ }).click();
  await page.getByRole("option", { name: "Partner Development Manager" }).click();
  await expect(compare.row("Partner Development Manager", "Headcount")).toBeVisible();
  await expect(compare.row("Channel Account Manager", "Split")).toBeHidden();
  expect((await copied()).map(([, role]) => role)).toEqual(["Partner Development Manager"]);
  await compare.differences.getByRole("button", { name: "PDM only ×" }).click();
  await expect(compare.row("Channel Account Manager", "Split")).toBeVisible();
});

test("the role that is shown alone is all roles again when it is no longer there", async ({ app }) => {
  const compare = await openThree(app);
  const { page } = compare;
  const people = page.getByRole("figure", { name: "Who gains and who loses" });
  await people.getByRole("button", { name: /^Role/ }).click();
  await page.getByRole("option", { name: "Partner Development Manager" }).click();
  await expect(people.getByRole("button", { name: /^Role/ })).toHaveText("Partner Development Manager");
  await app.write("fewer.paymix", withoutRole("Partner Development Manager"));
  await compare.add("fewer");
  await compare.chooseFor("Fewer roles", "Make it the base");
  await expect(people.getByRole("button", { name: /^Role/ })).toHaveText("All roles");
  await expect(compare.row("Channel Account Manager", "Split")).toBeVisible();
  await expect(people).toContainText(/of \d+ people earn more/);
});

/** The base without a role, under a name of its own. */
function withoutRole(title: string): string {
  const plan = basePlan();
  return serializeScenario({ ...plan, id: "fewer", name: "Fewer roles", roles: plan.roles.filter((role) => role.title !== title) }, "1.0.0");
}

test("while a file is the base, the document's roles and KPIs are matched by hand, and it takes over single inputs", async ({ app }) => {
  const renamed = (planFiles()["sharper.paymix"] ?? "").replaceAll("Channel Account Manager", "Channel Hunter").replaceAll('"id": "cam"', '"id": "hunter"').replaceAll("Sourced revenue", "Deals found").replaceAll(/"sourced"/g, '"found"');
  await app.write("renamed.paymix", renamed);
  await app.write("base.paymix", planFiles()["base.paymix"] ?? "");
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  const { page } = compare;
  await compare.add("renamed");
  await compare.chooseFor("Sharper upside", "Make it the base");
  await expect(compare.row("Channel Hunter", "Role")).toBeVisible();
  await compare.chooseFor("FY26 Base", "Match roles…");
  await compare.matchAs("Channel Account Manager", "Channel Hunter");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(compare.row("Channel Hunter", "Role")).toBeHidden();
  await expect(compare.row("Channel Hunter", "KPI Deals found")).toBeVisible();
  await compare.chooseFor("FY26 Base", "Match roles…");
  await compare.matchAs("Sourced revenue of Channel Account Manager", "Deals found");
  await page.screenshot({ path: join("out", "screenshots", "compare-match.png") });
  await page.getByRole("button", { name: "Done" }).click();
  await expect(compare.row("Channel Hunter", "KPI Deals found")).toBeHidden();
  await expect(compare.row("Channel Hunter", "Name of Deals found")).toContainText("Sourced revenue");

  await expect(compare.row("Channel Hunter", "Split")).toContainText("60/40");
  await compare.row("Channel Hunter", "Split").getByRole("button", { name: "Take over: CAM: split 60/40 → 50/50, from Sharper upside" }).click();
  await expect(compare.row("Channel Hunter", "Split")).toBeHidden();
  await expect(compare.row("Channel Hunter", "Name of Deals found")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(compare.row("Channel Hunter", "Split")).toContainText("60/40");
});

for (const [width, height] of [[1440, 900], [1100, 700]] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`the plan of a file, only looked at, at ${width} × ${height}, ${colorScheme}`, async ({ app }) => {
      const compare = await openThree(app, { width, height, colorScheme });
      await compare.chooseFor("Sharper upside", "Look at the plan");
      const plan = compare.page.getByRole("region", { name: "The plan of Sharper upside" });
      await expect(plan.getByRole("region", { name: "Plan", exact: true })).toContainText("$9,300,000");
      await expect(plan).toHaveJSProperty("scrollWidth", await plan.evaluate(({ clientWidth }) => clientWidth));
      await compare.page.screenshot({ path: join("out", "screenshots", `compare-look-${width}x${height}-${colorScheme}.png`) });
    });
  }
}

test("the plan of a file is looked at, locked, and a copy of it edited in a window of its own", async ({ app }) => {
  const compare = await openThree(app);
  const { page } = compare;
  const before = await app.read("sharper.paymix");
  await compare.chooseFor("Sharper upside", "Look at the plan");
  await expect(compare.main).toContainText("Sharper upside is only looked at: nothing here changes the file.");
  const plan = page.getByRole("region", { name: "The plan of Sharper upside" });
  const cam = plan.getByRole("region", { name: "Channel Account Manager" });
  await expect(cam).toContainText("50/50");
  await expect(cam.getByRole("row", { name: /^Sourced revenue/ })).toContainText("130% pays 280%");
  await expect(plan.getByRole("textbox")).toHaveCount(0);
  await expect(plan.getByRole("slider")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(compare.bridge).toBeVisible();

  await compare.chooseFor("Sharper upside", "Make it the base");
  await compare.chooseFor("Sharper upside", "Look at the plan");
  const opened = page.context().waitForEvent("page");
  await page.getByRole("button", { name: "Edit a copy" }).click();
  const copy = await opened;
  await expect(copy.getByRole("radio", { name: "Design" })).toBeChecked();
  await expect(copy.getByText("Edited", { exact: true })).toBeVisible();
  await expect(copy.getByRole("navigation", { name: "Roles" }).getByRole("button", { name: /^Partner Development Manager/ })).toContainText("9 people");
  await page.getByRole("button", { name: "Back to the comparison" }).click();
  await expect(compare.bridge).toBeVisible();
  expect(await app.read("sharper.paymix")).toBe(before);
});

test("a click on a bar of the bridge shows its inputs alone, and the other cost shows all where it has no such part", async ({ app }) => {
  // Few people: with so many causes the cost is simulated some hundred times.
  const base = { ...basePlan(), roles: basePlan().roles.slice(0, 1).map((role) => ({ ...role, headcount: 2 })) };
  const dearer = everyGroupChanged(base);
  await app.write("base.paymix", serializeScenario(base, "1.0.0"));
  await app.write("dearer.paymix", serializeScenario(dearer, "1.0.0"));
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  await compare.add("dearer");
  await expect(compare.bridge.locator(".bridge-bar").first()).toBeVisible();
  await compare.bridge.getByRole("radio", { name: "At target" }).check();
  const names = async (): Promise<readonly string[]> => (await compare.bridge.locator(".bridge-layer g > title").allTextContents()).slice(1, -1).map((text) => text.split(":")[0] ?? "");
  const atTarget = await names();
  await compare.bridge.getByRole("radio", { name: "Expected" }).check();
  await expect.poll(names).not.toEqual(atTarget);
  const expected = await names();
  const own = expected.findIndex((name) => !atTarget.includes(name));
  await compare.bridge.locator(".bridge-bar").nth(own).click({ force: true });
  const chip = compare.differences.getByRole("button", { name: `${expected[own] ?? ""} only ×` });
  await expect(chip).toBeVisible();
  await compare.bridge.getByRole("radio", { name: "At target" }).check();
  await expect(chip).toBeHidden();
  await expect(compare.differences).not.toContainText("No input of this part differs");
  await expect(compare.row("Channel Account Manager", "OTE")).toBeVisible();
  // One that both have stays.
  const both = atTarget.findIndex((name) => expected.includes(name));
  await compare.bridge.locator(".bridge-bar").nth(both).click({ force: true });
  await compare.bridge.getByRole("radio", { name: "Expected" }).check();
  await expect(compare.differences.getByRole("button", { name: `${atTarget[both] ?? ""} only ×` })).toBeVisible();
});

test("expected costs of the first simulated years carry ≈ beside each scenario too", async ({ app }) => {
  const plan = basePlan();
  const capped = { ...plan, roles: plan.roles.map((role) => ({ ...role, payoutCap: 1.5 })), outlook: { ...plan.outlook, trials: 1_000_000 } };
  await app.write("base.paymix", serializeScenario(plan, "1.0.0"));
  await app.write("capped.paymix", serializeScenario({ ...capped, id: "capped", name: "Capped" }, "1.0.0"));
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  await compare.add("capped");
  await expect(compare.others.locator(".compared__figures").first()).toHaveText(/^≈ \$[\d.]+M≈ [+−]\$/);
});
