import { join } from "node:path";
import type { Page } from "@playwright/test";
import { serializeScenario } from "#shared/scenario-file/index.ts";
import { basePlan, planFiles } from "../helpers/compared-plans.ts";
import { workbook } from "../helpers/workbook.ts";
import { expect, test } from "./app.ts";
import { openThree } from "./compared.ts";
import { ComparePage } from "./pages/compare-page.ts";

test("results of last year are read from CSV with a decimal comma, columns are remembered, bad rows are named", async ({ app }) => {
  const compare = await openThree(app);
  const kpis = ["Sourced revenue", "Influenced revenue", "Enablement milestones", "Strategic objectives"];
  const rows = ["Ada", "Bo", "Cy"].flatMap((person, index) => kpis.map((kpi) => `"${person}, ${index}";CAM;${kpi};${["131,5 %", "98,2 %", "61,0 %"][index] ?? ""}`));
  const text = `\uFEFFWer;Rolle;Kennzahl;Erreicht\r\n${rows.join("\r\n")}\r\nDi;Boss;Sourced revenue;90 %\r\n`;
  const choose = async (name: string): Promise<void> => {
    await compare.page.getByRole("button", { name: /^People and results/ }).click();
    await compare.page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  };
  await choose("fy25.csv");
  const dialog = compare.page.getByRole("dialog", { name: "Results from fy25.csv" });
  await expect(dialog).toContainText("Choose the column with the person.");
  for (const [kind, header] of [["Person", "Wer"], ["Role", "Rolle"], ["KPI", "Kennzahl"], ["Attainment", "Erreicht"]] as const) {
    await dialog.getByRole("button", { name: new RegExp(`^Column of ${kind}`) }).click();
    await compare.page.getByRole("option", { name: header, exact: true }).click();
  }
  await dialog.getByRole("button", { name: "Check rows" }).click();
  await expect(dialog).toContainText("12 of 13 rows are used, of 3 people.");
  await expect(dialog).toContainText("Line 14, Rolle: “Boss” is no role of the compared scenarios.");
  await compare.page.screenshot({ path: join("out", "screenshots", "compare-import.png") });
  await dialog.getByRole("button", { name: "Use 3 people" }).click();
  const people = compare.page.getByRole("figure", { name: "Who gains and who loses" });
  await expect(people).toContainText("of 3 people earn more under Sharper upside by fy25.csv");
  await expect(people).toContainText("It would have cost");
  await people.getByRole("button", { name: "Show as table (T)" }).click();
  await expect(people.getByRole("row", { name: /Ada, 0/ })).toContainText(/\$\d{3},\d{3}.*\$\d{3},\d{3}.*[+−]\$/);
  await compare.page.getByRole("radio", { name: "Figures", exact: true }).check();
  await expect(compare.page.getByRole("row", { name: /^Cost with fy25\.csv/ }).locator("td")).toHaveText([/^\$[\d,]+$/, /[+−]\$/, /[+−]\$/]);
  await compare.page.getByRole("button", { name: /^People and results/ }).click();
  await compare.page.getByLabel("Hide names and amounts").check({ force: true });
  await expect(people.getByRole("row", { name: /Ada/ })).toHaveCount(0);
  await expect(people.getByRole("row", { name: /CAM 1/ })).toContainText("%");
  await compare.page.keyboard.press("Escape");

  // The same columns again: they are known.
  await choose("again.csv");
  await expect(compare.page.getByRole("dialog", { name: "Results from again.csv" }).getByRole("button", { name: /^Column of Person/ })).toHaveText("Wer");
  await compare.page.getByRole("button", { name: "Cancel" }).click();
  await expect(people).toContainText("fy25.csv");
});

const STANDSTILL = 600_000;
const NO_LIMIT = { timeout: STANDSTILL };

test("a sheet is chosen, every bad row is in the list, and nothing is taken over before the decimal mark is known", async ({ app }) => {
  const compare = await openThree(app);
  const head = ["Person", "Role", "KPI", "Date", "Actual", "Target"];
  const kpis = ["Sourced revenue", "Influenced revenue", "Enablement milestones", "Strategic objectives"];
  const good = ["Ada", "Bo"].flatMap((person) => kpis.map((kpi) => [person, "CAM", kpi, "2025", "1.200", "1.000"]));
  const bad = Array.from({ length: 1_500 }, (_, index) => [`Person ${index}`, "Boss", "Sourced revenue", "2025", "1.200", "1.000"]);
  const book = workbook({ Cover: [["Results of last year"], ["by sales operations"]], Results: [["Results of last year"], [], head, ...good, ...bad] });
  const choose = async (): Promise<void> => {
    await compare.page.getByRole("button", { name: /^People and results/ }).click();
    await compare.page.locator('input[type="file"]').setInputFiles({ name: "fy25.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(book) });
  };
  await choose();
  const dialog = compare.page.getByRole("dialog", { name: "Results from fy25.xlsx" });
  await expect(dialog.getByRole("alert")).toContainText("a row of headers with rows below it is needed");
  await dialog.getByRole("button", { name: /^Sheet/ }).click();
  await compare.page.getByRole("option", { name: "Results" }).click();
  await expect(dialog).toContainText("1,508 rows. Which column is which? The headers are in line 3; what stands above is not read.");
  await dialog.getByRole("button", { name: /^Column of Period/ }).click();
  await compare.page.getByRole("option", { name: "Not in the file" }).click();
  await dialog.getByRole("button", { name: "Check rows" }).click();
  await expect(dialog).toContainText("8 of 1,508 rows are used, of 2 people. 1,500 rows are not:");
  await expect(dialog.getByRole("button", { name: "Use 2 people" })).toBeDisabled();
  await expect(dialog).toContainText("The file does not tell how much “1.200” is.");
  await compare.page.screenshot({ path: join("out", "screenshots", "compare-import-question.png") });
  await dialog.getByRole("button", { name: "1,200, with a decimal comma" }).click();
  await expect(dialog.getByRole("group", { name: "Decimal point or comma" })).toBeHidden();
  const list = dialog.getByRole("region", { name: "Rows that are not used" });
  await expect(list).toContainText("Line 12, Role: “Boss” is no role of the compared scenarios.");
  await list.evaluate((region) => region.scrollTo(0, region.scrollHeight));
  await expect(list).toContainText("Line 1,511, Role: “Boss”");
  expect(await list.getByRole("listitem").count()).toBeLessThan(40);
  await compare.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await dialog.getByRole("button", { name: "Copy all" }).click();
  await expect.poll(async () => (await compare.page.evaluate(() => navigator.clipboard.readText())).trimEnd().split("\n").length).toBe(1_500);
  await compare.page.screenshot({ path: join("out", "screenshots", "compare-import-list.png") });
  await dialog.getByRole("button", { name: "Use 2 people" }).click();
  await expect(compare.page.getByRole("figure", { name: "Who gains and who loses" })).toContainText("of 2 people earn more");

  // The same sheet again: what was chosen as not in the file is so.
  await choose();
  await dialog.getByRole("button", { name: /^Sheet/ }).click();
  await compare.page.getByRole("option", { name: "Results" }).click();
  await expect(dialog.getByRole("button", { name: /^Column of Period/ })).toHaveText("Not in the file");
});

test("people of a role that only one of the scenarios has are read, and left out of the other by its name", async ({ app }) => {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  await app.write("renamed.paymix", (planFiles()["sharper.paymix"] ?? "").replaceAll("Channel Account Manager", "Channel Hunter").replaceAll('"id": "cam"', '"id": "hunter"'));
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  await compare.add("renamed");
  await expect(compare.row("Channel Account Manager", "Role")).toBeVisible();
  const kpis = ["Sourced revenue", "Influenced revenue", "Enablement milestones", "Strategic objectives"];
  const rows = [["Ada", "CAM"], ["Bo", "hunter"]].flatMap((who) => kpis.map((kpi) => [...who, kpi, "110%"].join(",")));
  await compare.page.getByRole("button", { name: /^People and results/ }).click();
  await compare.page.locator('input[type="file"]').setInputFiles({ name: "both.csv", mimeType: "text/csv", buffer: Buffer.from(`Person,Role,KPI,Attainment\n${rows.join("\n")}\n`) });
  const dialog = compare.page.getByRole("dialog", { name: "Results from both.csv" });
  await dialog.getByRole("button", { name: "Check rows" }).click();
  await dialog.getByRole("button", { name: "Use 2 people" }).click();
  const people = compare.page.getByRole("figure", { name: "Who gains and who loses" });
  await expect(people).toContainText("Nobody has a role in both. 1 left out: FY26 Base has no CH. 1 left out: Sharper upside has no CAM.");
  await compare.page.screenshot({ path: join("out", "screenshots", "compare-left-out.png") });
});

test("rows of a role that comes with another file, and with its rate, are read then by themselves", async ({ app }) => {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  await app.write("europe.paymix", (planFiles()["sharper.paymix"] ?? "").replaceAll("Channel Account Manager", "Channel Hunter").replaceAll('"id": "cam"', '"id": "hunter"').replace('"currency": "USD"', '"currency": "EUR"').replace("Sharper upside", "Europe"));
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  const { page } = compare;
  await compare.add("sharper");
  const kpis = ["Sourced revenue", "Influenced revenue", "Enablement milestones", "Strategic objectives"];
  const rows = [["Ada", "CAM"], ["Bo", "Channel Hunter"]].flatMap((who) => kpis.map((kpi) => [...who, kpi, "110%"].join(",")));
  await page.getByRole("button", { name: /^People and results/ }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: "both.csv", mimeType: "text/csv", buffer: Buffer.from(`Person,Role,KPI,Attainment\n${rows.join("\n")}\n`) });
  const dialog = page.getByRole("dialog", { name: "Results from both.csv" });
  await dialog.getByRole("button", { name: "Check rows" }).click();
  await dialog.getByRole("button", { name: "Use 1 person" }).click();
  const words = async (text: string): Promise<void> => {
    await page.getByRole("button", { name: /^People and results/ }).click();
    await expect(page.getByRole("dialog", { name: "People and results" })).toContainText(text);
    await page.screenshot({ path: join("out", "screenshots", "compare-rows-not-used.png") });
    await page.keyboard.press("Escape");
  };
  await words("1 person of both.csv. 4 of 8 rows are not used; those of a role that comes with another scenario are then read.");
  await compare.add("europe");
  const field = page.getByRole("textbox", { name: "USD for one EUR" });
  await field.fill("1.1");
  await field.press("Enter");
  await words("1 person of both.csv. 4 of 8 rows are not used");
  await compare.others.getByRole("button", { name: "Compare" }).click();
  await words("2 people of both.csv.");
  await compare.others.getByRole("button", { name: "Europe", exact: true }).click();
  const people = page.getByRole("figure", { name: "Who gains and who loses" });
  await expect(people).toContainText("Nobody has a role in both. 1 left out: FY26 Base has no CH. 1 left out: Europe has no CAM.");
});

test("somebody with two roles is one person, with all they earn; in one role alone, what is earned in it", async ({ app }) => {
  const base = basePlan();
  const [cam, second] = base.roles;
  if (cam === undefined || second === undefined) throw new Error("The sample has two roles.");
  const moved = { ...base, id: "moved", name: "Moved", roles: base.roles.map((role) => (role === cam ? { ...role, onTargetEarnings: role.onTargetEarnings - 10_000 } : role === second ? { ...role, onTargetEarnings: role.onTargetEarnings + 30_000 } : role)) };
  await app.write("base.paymix", serializeScenario(base, "1.0.0"));
  await app.write("moved.paymix", serializeScenario(moved, "1.0.0"));
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  const { page } = compare;
  await compare.add("moved");
  const rows = ([["Ann", cam, "H1"], ["ann", second, "H2"], ["Bo", cam, ""]] as const).flatMap(([person, role, period]) => role.kpis.map((kpi) => `${person},${role.id},${kpi.id},${period},100%`));
  await page.getByRole("button", { name: /^People and results/ }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: "halves.csv", mimeType: "text/csv", buffer: Buffer.from(`Person,Role,KPI,Period,Attainment\n${rows.join("\n")}\n`) });
  const dialog = page.getByRole("dialog", { name: "Results from halves.csv" });
  await dialog.getByRole("button", { name: "Check rows" }).click();
  await expect(dialog).toContainText(`${rows.length} of ${rows.length} rows are used, of 2 people.`);
  await dialog.getByRole("button", { name: "Use 2 people" }).click();
  const people = page.getByRole("figure", { name: "Who gains and who loses" });
  await expect(people).toContainText("1 of 2 people earn more under Moved by halves.csv, 1 less, the most −$10k");
  await expect(people.locator("tspan", { hasText: "Several roles" })).toBeVisible();
  for (const [width, height] of [[1440, 900], [1100, 700]] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join("out", "screenshots", `compare-several-roles-${width}x${height}-${colorScheme}.png`) });
    }
  }
  await people.getByRole("button", { name: "Show as table (T)" }).click();
  await expect(people.getByRole("row", { name: /Ann \(CAM, \w+\)/ })).toContainText("+$10,000");
  await page.getByRole("button", { name: /^People and results/ }).click();
  await expect(page.getByRole("dialog", { name: "People and results" })).toContainText("2 people of halves.csv. 1 with several roles: all that one earns is added up.");
  await page.keyboard.press("Escape");
  await people.getByRole("button", { name: /^Role/ }).click();
  await page.getByRole("option", { name: cam.title }).click();
  await expect(people).toContainText("0 of 2 people earn more as CAM under Moved by halves.csv, 2 less");
  await expect(people.getByRole("row", { name: /Ann/ })).toContainText("−$5,000");
  await page.getByRole("button", { name: /^People and results/ }).click();
  await expect(page.getByRole("dialog", { name: "People and results" })).toContainText("1 with several roles: what is earned in this one counts.");
});

test("who is left out of one role is paid in another for its part of the year only, and the import says so", async ({ app }) => {
  const compare = await openThree(app);
  const { page } = compare;
  const kpis = ["Sourced revenue", "Influenced revenue", "Enablement milestones", "Strategic objectives"];
  const rows = [...kpis.map((kpi) => `Ann,CAM,${kpi},H1,100%`), "Ann,PSaM,Sourced revenue,H2,100%"];
  await page.getByRole("button", { name: /^People and results/ }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: "part.csv", mimeType: "text/csv", buffer: Buffer.from(`Person,Role,KPI,Period,Attainment\n${rows.join("\n")}\n`) });
  const dialog = page.getByRole("dialog", { name: "Results from part.csv" });
  await dialog.getByRole("button", { name: "Check rows" }).click();
  await expect(dialog).toContainText("1 person is left out of one role and paid in another, for its part of the year only.");
  await expect(dialog.getByRole("region", { name: "Rows that are not used" })).toContainText("The rest of the year is paid, as Channel Account Manager; this part of it is not.");
  await page.screenshot({ path: join("out", "screenshots", "compare-import-left-out.png") });
  await dialog.getByRole("button", { name: "Use 1 person" }).click();
  const people = page.getByRole("figure", { name: "Who gains and who loses" });
  await people.getByRole("button", { name: "Show as table (T)" }).click();
  await expect(people.getByRole("row", { name: /Ann/ })).toContainText("$82,500");
});

test("a KPI that only the other scenario has is said to stand at target for lack of results", async ({ app }) => {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  await app.write("renamed.paymix", (planFiles()["sharper.paymix"] ?? "").replace(/"id": "[^"]+",(\s+)"name": "Enablement milestones"/, '"id": "nps",$1"name": "Satisfaction"'));
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  await compare.add("renamed");
  await expect(compare.page.getByRole("figure", { name: "Who gains and who loses" })).toContainText("people earn more");
  await compare.page.getByRole("button", { name: /^People and results/ }).click();
  await expect(compare.page.getByRole("dialog", { name: "People and results" })).toContainText("Without results, and so at target in Sharper upside: Satisfaction (CAM).");
  await compare.page.screenshot({ path: join("out", "screenshots", "compare-at-target.png") });
});

test("100,000 rows are read beside the window, which goes on; reading can be stopped", async ({ app }) => {
  // How long it may take is a matter of the bench: here only a standstill ends the wait.
  test.setTimeout(STANDSTILL);
  const compare = await openThree(app);
  const kpis = ["Sourced revenue", "Influenced revenue", "Enablement milestones", "Strategic objectives"];
  const rows = Array.from({ length: 25_000 }, (_, person) => kpis.map((kpi) => `Person ${person},CAM,${kpi},${60 + (person % 80)}%`).join("\n"));
  const file = { name: "everybody.csv", mimeType: "text/csv", buffer: Buffer.from(`Person,Role,KPI,Attainment\n${rows.join("\n")}\n`) };
  const choose = async (): Promise<void> => {
    await compare.page.getByRole("button", { name: /^People and results/ }).click();
    await compare.page.locator('input[type="file"]').setInputFiles(file);
  };
  const dialog = compare.page.getByRole("dialog", { name: "Results from everybody.csv" });
  const readers = (): number => compare.page.workers().filter((worker) => worker.url().includes("actuals")).length;
  await choose();
  await expect.poll(readers, NO_LIMIT).toBe(1);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden(NO_LIMIT);
  await expect.poll(readers, NO_LIMIT).toBe(0);
  await choose();
  await expect(dialog).toContainText("100,000 rows. Which column is which?", NO_LIMIT);
  await dialog.getByRole("button", { name: "Check rows" }).click();
  await expect(dialog).toContainText("100,000 of 100,000 rows are used, of 25,000 people.", NO_LIMIT);
  await dialog.getByRole("button", { name: "Use 25,000 people" }).click();
  await expect(compare.page.getByRole("figure", { name: "Who gains and who loses" })).toContainText("of 25,000 people earn more", NO_LIMIT);
});

/** From now on nothing reaches a thread, until it is let go. */
async function holdThreads(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(() => {
    const { value: send } = Object.getOwnPropertyDescriptor(Worker.prototype, "postMessage") as { value: (this: Worker, message: unknown) => void };
    const waiting: (() => void)[] = [];
    Worker.prototype.postMessage = function postLater(this: Worker, message: unknown): void {
      waiting.push(() => send.call(this, message));
    };
    return { waiting, letGo: () => { Worker.prototype.postMessage = send; waiting.splice(0).forEach((each) => each()); } };
  });
  return () => held.evaluate(({ letGo }) => letGo());
}

test("the settings of people stay open while their pay is worked out, and the last answer stays with its mark", async ({ app }) => {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  const compare = await new ComparePage(await app.openWindow({ file: "base.paymix" })).open();
  const { page } = compare;
  const people = page.getByRole("figure", { name: "Who gains and who loses" });
  await expect(people).toContainText("Add a scenario to see");
  const letGo = await holdThreads(page);
  await compare.add("sharper");
  await expect(people).toContainText("Working it out…");
  await page.screenshot({ path: join("out", "screenshots", "compare-people-waiting.png") });
  await page.getByRole("button", { name: /^People and results/ }).click();
  const settings = page.getByRole("dialog", { name: "People and results" });
  await expect(settings.locator('input[type="file"]')).toBeAttached();
  await letGo();
  await expect(people).toContainText("people earn more under Sharper upside");
  await expect(settings.locator('input[type="file"]')).toBeAttached();
  await page.keyboard.press("Escape");

  const letGoAgain = await holdThreads(page);
  await compare.row("Channel Account Manager", "Split").getByRole("button", { name: /^Take over/ }).click();
  await expect(people.getByText("Updating")).toBeVisible();
  await expect(people).toContainText("people earn more under Sharper upside");
  await letGoAgain();
  await expect(people.getByText("Updating")).toBeHidden();
});

test("the role filter is of everything that is said, and hidden amounts are hidden everywhere", async ({ app }) => {
  const compare = await openThree(app);
  const { page } = compare;
  const people = page.getByRole("figure", { name: "Who gains and who loses" });
  await expect(people).toContainText(/of \d+ people earn more/);
  const before = await people.locator(".chart-summary").innerText();
  await people.getByRole("button", { name: /^Role/ }).click();
  await page.getByRole("option", { name: "Channel Account Manager" }).click();
  await expect(people.locator(".chart-summary")).not.toHaveText(before);
  await people.getByRole("button", { name: "Show as table (T)" }).click();
  const rows = await people.getByRole("row").count();
  await expect(people.locator(".chart-summary")).toContainText(`of ${rows - 1} people earn more`);
  await page.getByRole("button", { name: /^People and results/ }).click();
  await page.getByLabel("Hide names and amounts").check({ force: true });
  await page.keyboard.press("Escape");
  await expect(people).toContainText("% of pay");
  await expect(people).not.toContainText("$");
});

test("the cost that results would have had is of the role that is shown alone, and says so", async ({ app }) => {
  const compare = await openThree(app);
  const { page } = compare;
  const rows = basePlan().roles.slice(0, 2).flatMap(({ id, kpis }) => kpis.map((kpi) => `Seller ${id},${id},${kpi.id},110%`));
  await page.getByRole("button", { name: /^People and results/ }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: "fy25.csv", mimeType: "text/csv", buffer: Buffer.from(`Person,Role,KPI,Attainment\n${rows.join("\n")}\n`) });
  const dialog = page.getByRole("dialog", { name: "Results from fy25.csv" });
  await dialog.getByRole("button", { name: "Check rows" }).click();
  await dialog.getByRole("button", { name: "Use 2 people" }).click();
  await page.getByRole("radio", { name: "Figures", exact: true }).check();
  const row = page.getByRole("region", { name: "Figures, table" }).getByRole("row", { name: /^Cost with fy25\.csv/ });
  const people = page.getByRole("figure", { name: "Who gains and who loses" });
  const cost = async (): Promise<number> => Number((await row.getByRole("cell").first().innerText()).replace(/[^\d.]/g, ""));
  const choose = async (role: string): Promise<void> => {
    await people.getByRole("button", { name: /^Role/ }).click();
    await page.getByRole("option", { name: role, exact: true }).click();
  };
  const all = await cost();
  const parts: number[] = [];
  for (const role of basePlan().roles.slice(0, 2)) {
    await choose(role.title);
    await expect(row.getByRole("rowheader")).toHaveText(`Cost with fy25.csv, ${role.title}`);
    parts.push(await cost());
  }
  expect(Math.min(...parts)).toBeGreaterThan(0);
  expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - all)).toBeLessThanOrEqual(1);
  await choose("All roles");
  await expect(row.getByRole("rowheader")).toHaveText("Cost with fy25.csv");
});

test("results that were read, and whose role was shown alone, go when another document opens", async ({ app }) => {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  const window = await (await app.openWindow()).startFromSample();
  const compare = await new ComparePage(window).open();
  const { page } = compare;
  const kpis = ["Sourced revenue", "Influenced revenue", "Enablement milestones", "Strategic objectives"];
  await compare.add("sharper");
  await page.getByRole("button", { name: /^People and results/ }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: "fy25.csv", mimeType: "text/csv", buffer: Buffer.from(`Person,Role,KPI,Attainment\n${kpis.map((kpi) => `Ada,CAM,${kpi},110%`).join("\n")}\n`) });
  const dialog = page.getByRole("dialog", { name: "Results from fy25.csv" });
  await dialog.getByRole("button", { name: "Check rows" }).click();
  await dialog.getByRole("button", { name: "Use 1 person" }).click();
  const people = page.getByRole("figure", { name: "Who gains and who loses" });
  await expect(people).toContainText("by fy25.csv");
  await people.getByRole("button", { name: /^Role/ }).click();
  await page.getByRole("option", { name: "Channel Account Manager" }).click();
  await window.file("Open…");
  await page.getByRole("dialog").getByRole("option", { name: "base" }).dblclick();
  await compare.open();
  await expect(people).toContainText(/of \d\d+ people earn more/);
  await expect(people).not.toContainText("fy25.csv");
  await expect(people.getByRole("button", { name: /^Role/ })).toHaveText("All roles");
});
