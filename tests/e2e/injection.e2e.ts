/** Names that mean harm, in every field of a file: shown as what they are, everywhere, and never more. */
import { join } from "node:path";
import { hostileFile } from "../helpers/hostile-names.ts";
import { expect, test } from "./app.ts";
import { ComparePage } from "./pages/compare-page.ts";
import type { DesignPage } from "./pages/design-page.ts";
import { ExplainPage } from "./pages/explain-page.ts";

/** What a drawing consists of; anything else in one came from outside. */
const DRAWN = /^(svg|g|path|line|rect|circle|ellipse|polyline|polygon|text|tspan|title|desc|defs|clipPath|pattern|use|linearGradient|stop|mask)$/i;

type Found = { readonly elements: readonly string[]; readonly drawn: readonly string[]; readonly isWide: boolean };

/** Elements and attributes that no part of the app makes. */
async function foreign(window: DesignPage): Promise<void> {
  const found: Found = await window.page.evaluate((drawn) => {
    const pattern = new RegExp(drawn, "i");
    const all = [...document.querySelectorAll("*")];
    const isForeign = (element: Element): boolean =>
      ["IFRAME", "OBJECT", "EMBED", "FORM", "BASE", "META"].includes(element.tagName) && element.closest("head") === null ||
      (element.tagName === "SCRIPT" && element.getAttribute("src") === null) ||
      (element.tagName === "IMG" && !/^\/assets\//.test(element.getAttribute("src") ?? "")) ||
      [...element.attributes].some(({ name, value }) => name.startsWith("on") || (/^(href|src|xlink:href|action|formaction)$/.test(name) && /^\s*javascript:/i.test(value)));
    return {
      elements: all.filter(isForeign).map((element) => element.outerHTML.slice(0, 120)),
      drawn: [...document.querySelectorAll("svg *")].map(({ localName }) => localName).filter((name) => !pattern.test(name)),
      isWide: document.documentElement.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth,
    };
  }, DRAWN.source);
  expect(found).toEqual({ elements: [], drawn: [], isWide: false });
}

for (const [width, height] of [[1440, 900], [1100, 700]] as const) {
  for (const shift of [0, 3, 5]) {
    test(`hostile names in every field, turn ${shift}, ${width} × ${height}`, async ({ app }) => {
      test.slow();
      const { text, names } = hostileFile(shift);
      await app.write("plan.paymix", text);
      await app.write("other.paymix", hostileFile(shift + 1).text);
      const window = await app.openWindow({ file: "plan.paymix", width, height });
      const { page } = window;
      page.on("dialog", (dialog) => expect(dialog.message(), "no dialog of the browser").toBeNull());
      await page.getByRole("heading", { name: "KPI scorecard" }).waitFor();
      await expect(page.getByRole("navigation", { name: "Roles" }).getByRole("listitem")).not.toHaveCount(0);
      await foreign(window);
      const title = (JSON.parse(text) as { roles: { title: string }[] }).roles[0]?.title ?? "";
      expect(await page.locator("main").first().evaluate((main, name) => main.textContent?.includes(name), title), "shown as it is").toBe(true);
      await page.screenshot({ path: join("out", "screenshots", `injection-design-${width}-${shift}.png`) });

      for (const tab of ["Pay", "Year", "Links", "Next deal", "In words", "Advice"]) {
        await window.planTab(tab).click();
        await foreign(window);
      }
      for (let tables = await page.getByRole("button", { name: "Show as table (T)" }).count(); tables > 0; tables -= 1) await page.getByRole("button", { name: "Show as table (T)" }).first().click();
      await foreign(window);
      await page.getByRole("button", { name: "File", exact: true }).click();
      await foreign(window);
      await page.keyboard.press("Escape");

      await page.keyboard.press("Control+2");
      await expect(page.getByRole("main", { name: "Cost" })).toBeVisible();
      await expect(page.getByRole("figure", { name: "Yearly cost" })).toContainText("P90");
      await foreign(window);
      await page.screenshot({ path: join("out", "screenshots", `injection-cost-${width}-${shift}.png`) });

      const compare = new ComparePage(window);
      await page.keyboard.press("Control+3");
      await compare.add("other");
      await expect(compare.others).toContainText(/inputs? differ/);
      const people = names.filter((name) => name.length < 300 && !/[\r\n\0]/.test(name)).map((name) => `"${name.replaceAll('"', '""')}",CAM,x,90%`);
      await page.getByRole("button", { name: /^(People and results|Simulated)/ }).first().click();
      await page.locator('input[type="file"]').setInputFiles({ name: "<img src=x onerror=alert(1)>.csv", mimeType: "text/csv", buffer: Buffer.from(`Person,Role,KPI,Attainment\n${people.join("\n")}\n`) });
      const results = page.getByRole("dialog", { name: /^Results from/ });
      await expect(results).toBeVisible();
      await results.getByRole("button", { name: "Check rows" }).click();
      await expect(results).toContainText(/rows/);
      await foreign(window);
      await page.keyboard.press("Escape");
      await foreign(window);
      await page.screenshot({ path: join("out", "screenshots", `injection-compare-${width}-${shift}.png`) });
    });
  }
}

test("names on the clipboard make no formula and no further cell", async ({ app }) => {
  test.slow();
  const { text } = hostileFile(0);
  const file = JSON.parse(text) as { roles: { title: string; kpis: { name: string }[] }[] };
  file.roles[0]!.title = "=HYPERLINK(\"http://evil.test\",\"x\")";
  for (const [index, kpi] of file.roles[0]!.kpis.entries()) kpi.name = ["@SUM(1)", "-2+3|cmd", "\t=1+1", "two\nlines\there"][index % 4]!;
  await app.write("plan.paymix", JSON.stringify(file));
  const window = await app.openWindow({ file: "plan.paymix" });
  const { page } = window;
  await page.getByRole("heading", { name: "KPI scorecard" }).waitFor();
  const copied = page.evaluateHandle(() => {
    const texts: string[] = [];
    document.addEventListener("copy", (event) => setTimeout(() => texts.push(event.clipboardData?.getData("text/plain") ?? "")), { capture: true });
    Object.defineProperty(navigator.clipboard, "writeText", { value: async (put: string) => void texts.push(put) });
    return texts;
  });
  await window.planTab("In words").click();
  await page.getByRole("button", { name: "Open the whole statement" }).click();
  await page.getByRole("button", { name: "Copy as text" }).click();
  await page.keyboard.press("Escape");
  await new ExplainPage(page).figure("What-if pay of one person").click();
  await page.getByRole("button", { name: "Copy the explanation" }).click();
  await page.keyboard.press("Escape");
  const plain = (await (await copied).jsonValue()).length;
  expect(plain).toBe(2);
  for (const place of ["Control+1", "Control+2"]) {
    await page.keyboard.press(place);
    for (let tables = await page.getByRole("button", { name: "Show as table (T)" }).count(); tables > 0; tables -= 1) await page.getByRole("button", { name: "Show as table (T)" }).first().click();
    for (const copy of await page.getByRole("button", { name: "Copy", exact: true }).all()) await copy.click();
  }
  const texts = await (await copied).jsonValue();
  expect(texts.length).toBeGreaterThan(plain + 3);
  for (const text of texts) {
    const lines = text.split("\n");
    expect(lines[0]).not.toBe("");
    for (const cell of lines.flatMap((line) => line.split("\t"))) expect(cell).not.toMatch(/^\s*[=@＝＠]|^\s*[-+][^\d$€.]|^\s*-2\+3/);
  }
});

test("a table that is selected and copied makes no formula either, and brings no markup along", async ({ app }) => {
  const file = JSON.parse(hostileFile(0).text) as { roles: { title: string }[] };
  for (const [index, role] of file.roles.entries()) role.title = ["=1+1", "@SUM(1)", "<b>bold</b>"][index % 3]!;
  await app.write("plan.paymix", JSON.stringify(file));
  const { page } = await app.openWindow({ file: "plan.paymix" });
  await page.getByRole("heading", { name: "KPI scorecard" }).waitFor();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => undefined);
  await page.keyboard.press("Control+2");
  await page.getByRole("region", { name: "Cost by role, table" }).getByRole("table").evaluate((table) => document.getSelection()?.selectAllChildren(table));
  await page.keyboard.press("Control+c");
  const copied = await page.evaluate(async () => {
    const items = await navigator.clipboard.read();
    return { types: items.flatMap(({ types }) => types), text: await navigator.clipboard.readText() };
  });
  expect(copied.types).toEqual(["text/plain"]);
  expect(copied.text).toMatch(/^'=1\+1\t/m);
  for (const cell of copied.text.split(/[\t\n]/)) expect(cell).not.toMatch(/^\s*[=@]/);

  // What somebody copies out of a field is their own and stays as it is.
  await page.evaluate(() => document.body.append(document.createElement("textarea")));
  const field = page.locator("body > textarea");
  await field.fill("=2+2");
  await field.press("Control+a");
  await field.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("=2+2");
});
