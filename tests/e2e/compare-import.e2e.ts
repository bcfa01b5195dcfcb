import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { workbook } from "../helpers/workbook.ts";
import { expect, test } from "./app.ts";
import { openCompared } from "./compared.ts";

const KPIS = ["Sourced revenue", "Influenced revenue", "Enablement milestones", "Strategic objectives"];

async function choose(page: Page, name: string, content: string | Uint8Array): Promise<Locator> {
  await page.getByRole("button", { name: /^People and results/ }).click();
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  return page.getByRole("dialog", { name: `Results from ${name}` });
}

test("the import has one next step, or none while something must be changed first", async ({ app }) => {
  const compare = await openCompared(app, ["sharper"]);
  const { page } = compare;
  const primary = page.locator("dialog .button--primary");
  const good = KPIS.map((kpi) => `Ada,CAM,${kpi},1.200,1.000`).join("\n");
  let dialog = await choose(page, "other.csv", `Wer,Role,KPI,Actual,Target\n${good}\n`);
  await expect(dialog).toContainText("Choose the column with the person.");
  await expect(primary).toHaveCount(0);
  await dialog.getByRole("button", { name: /^Column of Person/ }).click();
  await page.getByRole("option", { name: "Wer", exact: true }).click();
  await expect(primary).toHaveText(["Check rows"]);
  await primary.focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("The file does not tell how much “1.200” is.");
  await expect(primary).toHaveCount(0);
  await expect(dialog.getByRole("region", { name: "What the rows come to" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(primary).toHaveText(["Use 1 person"]);
  await expect(primary).toBeFocused();
  await dialog.getByRole("button", { name: "Cancel" }).click();

  dialog = await choose(page, "nobody.csv", "Person,Role,KPI,Attainment\nAda,Boss,Sourced revenue,97%\n");
  await dialog.getByRole("button", { name: "Check rows" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("No person can be used.");
  await expect(primary).toHaveCount(0);
  // Once something is changed, checking is the next step again.
  await dialog.getByRole("button", { name: /^Decimal sign/ }).click();
  await page.getByRole("option", { name: "Decimal point" }).click();
  await expect(primary).toHaveText(["Check rows"]);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  dialog = await choose(page, "no-book.xlsx", "no workbook");
  await expect(dialog.getByRole("alert")).toHaveText("This file is no Excel workbook (.xlsx) that can be read.");
  await expect(primary).toHaveCount(0);
});

for (const [width, height] of [[1440, 900], [1100, 700]] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`bad rows are read without scrolling sideways at ${width} × ${height}, ${colorScheme}`, async ({ app }) => {
      const compare = await openCompared(app, ["sharper"], { width, height, colorScheme });
      const { page } = compare;
      const remark = "a remark that somebody wrote into the column of roles, and that says a good deal about what happened in the year";
      const bad = Array.from({ length: 400 }, (_, index) => `Person ${index},${index % 3 === 0 ? `"${remark}"` : "Boss"},Sourced revenue,97%`);
      const left = ["Ann,CAM,Sourced revenue,97%", ...KPIS.map((kpi) => `Ann,PSaM,${kpi},97%`)];
      const dialog = await choose(page, "rows.csv", `Person,Role,KPI,Attainment\n${[...left, ...bad].join("\n")}\n`);
      await dialog.getByRole("button", { name: "Check rows" }).click();
      const list = dialog.getByRole("region", { name: "Rows that are not used" });
      await expect(list).toContainText("Line 2");
      const isAllInside = (): Promise<boolean> => list.evaluate((region) => {
        const items = [...region.querySelectorAll("li")];
        const text = (item: Element): DOMRect => {
          const range = document.createRange();
          range.selectNodeContents(item);
          return range.getBoundingClientRect();
        };
        const isApart = items.every((item, index) => index === 0 || Math.abs(item.getBoundingClientRect().top - (items[index - 1]?.getBoundingClientRect().bottom ?? 0)) < 1);
        return region.scrollWidth === region.clientWidth && isApart && items.every((item) => text(item).right <= region.getBoundingClientRect().right && text(item).height <= item.getBoundingClientRect().height);
      });
      expect(await isAllInside()).toBe(true);
      await page.screenshot({ path: join("out", "screenshots", `compare-bad-rows-${width}x${height}-${colorScheme}.png`) });
      // Line by line to the last, each is there once.
      const seen = new Set<string>();
      await expect.poll(async () => {
        for (const place of await list.getByRole("listitem").evaluateAll((items) => items.map((item) => item.getAttribute("aria-posinset") ?? ""))) seen.add(place);
        return list.evaluate((region) => {
          region.scrollBy(0, 100);
          return region.scrollTop + region.clientHeight >= region.scrollHeight - 1;
        });
      }, { intervals: [20], timeout: 60_000 }).toBe(true);
      await expect(list).toContainText("Line 406");
      expect(await isAllInside()).toBe(true);
      expect(seen.size).toBeGreaterThanOrEqual(401);
      await list.evaluate((region) => region.scrollTo(0, 0));
      await expect(list).toContainText("Line 2");
      expect(await list.getByRole("listitem").count()).toBeLessThan(40);
    });
  }
}

test("how far a workbook of 100,000 rows is moves through reading and checking, and either can be stopped", async ({ app }) => {
  // How long it may take is a matter of the bench: here only a standstill ends the wait.
  const NO_LIMIT = { timeout: 600_000 };
  test.setTimeout(NO_LIMIT.timeout);
  const compare = await openCompared(app, ["sharper"]);
  const { page } = compare;
  const book = workbook([["Person", "Role", "KPI", "Attainment"], ...Array.from({ length: 100_000 }, (_, index) => [`Person ${index >> 2}`, "CAM", KPIS[index & 3] ?? "", 0.6 + ((index >> 2) % 80) / 100])]);
  const seen = await page.evaluateHandle(() => {
    const all: (readonly [what: string, share: number])[] = [];
    const look = (): void => {
      const mark = document.querySelector<HTMLProgressElement>("dialog progress");
      if (mark !== null) all.push([mark.ariaLabel ?? "", mark.value]);
      requestAnimationFrame(look);
    };
    look();
    return all;
  });
  const shares = async (what: string): Promise<readonly number[]> => (await seen.evaluate((all) => all.splice(0))).flatMap(([which, share]) => (which === what ? [share] : []));
  const readers = (): number => page.workers().filter((worker) => worker.url().includes("actuals")).length;
  const stop = async (dialog: Locator, what: string): Promise<void> => {
    await expect.poll(async () => Math.max(0, ...(await shares(what))), NO_LIMIT).toBeGreaterThan(0);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toBeHidden(NO_LIMIT);
    await expect.poll(readers, NO_LIMIT).toBe(0);
    // Of the next one only what comes then.
    await shares(what);
  };
  const expectMoved = (moved: readonly number[]): void => {
    expect(moved).toEqual([...moved].sort((one, other) => one - other));
    expect(new Set(moved).size).toBeGreaterThan(3);
    expect(Math.max(...moved)).toBeLessThanOrEqual(1);
  };
  let dialog = await choose(page, "everybody.xlsx", book);
  await stop(dialog, "Reading");
  dialog = await choose(page, "everybody.xlsx", book);
  await expect(dialog).toContainText("100,000 rows. Which column is which?", NO_LIMIT);
  expectMoved(await shares("Reading"));
  await dialog.getByRole("button", { name: "Check rows" }).click();
  await stop(dialog, "Checking");
  dialog = await choose(page, "everybody.xlsx", book);
  await dialog.getByRole("button", { name: "Check rows" }).click(NO_LIMIT);
  await expect(dialog).toContainText("100,000 of 100,000 rows are used, of 25,000 people.", NO_LIMIT);
  expectMoved(await shares("Checking"));
});
