import { expect, test } from "./app.ts";

test("linked weights always total 100 %, leave the locked one alone, and come back when dragged back", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const start = await window.weights();
  expect(start).toEqual([4_000, 3_000, 2_000, 1_000]);
  const sourced = window.weight("Sourced revenue");
  for (const share of [0.55, 0.7, 0.12]) {
    await window.dragTo(sourced, share);
    const weights = await window.weights();
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(10_000);
    expect(weights[3]).toBe(1_000);
  }
  await expect(window.page.getByText("Weights total 100%")).toBeVisible();
  for (let step = 0; step < 3; step += 1) await window.undo();
  expect(await window.weights()).toEqual(start);

  await window.dragTo(sourced, 0.8, { release: false });
  await window.dragTo(sourced, 0.4, { release: true });
  expect(await window.weights()).toEqual(start);
});

test("a weight stops when the others cannot give, and says why", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  for (const name of ["Influenced revenue", "Enablement milestones"]) {
    await window.page.getByRole("button", { name: `Lock the weight of ${name}` }).click();
  }
  await expect(window.page.getByRole("button", { name: "Unlock the weight of Influenced revenue" })).toBeVisible();
  await window.dragTo(window.weight("Sourced revenue"), 0.9);
  expect(await window.weights()).toEqual([4_000, 3_000, 2_000, 1_000]);
  await window.weight("Sourced revenue").focus();
  await expect(window.page.getByText("Others are locked")).toBeVisible();
});

test("unlinked weights wait in the window until they total 100 %", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  const pay = await window.headline("Upside at excellence").innerText();
  await page.getByRole("button", { name: "Linked weights" }).click();
  await window.type("Weight of Sourced revenue, percent", "37");
  await expect(page.getByText("Total 97%, 3% to assign")).toBeVisible();
  await expect(window.edited).toBeHidden();
  expect(await window.headline("Upside at excellence").innerText()).toBe(pay);
  await window.type("Weight of Influenced revenue, percent", "33");
  await expect(page.getByText("Weights total 100%")).toBeVisible();
  await expect(window.edited).toBeVisible();
  expect(await window.weights()).toEqual([3_700, 3_300, 2_000, 1_000]);
});

test("the article's scorecard is one click, and pays 40/30/20/10 of the target incentive", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.role("Partner Success Manager").click();
  await window.page.getByRole("button", { name: "Add a KPI" }).click();
  await window.page.getByRole("menuitem", { name: /40\/30\/20\/10/ }).click();
  expect(await window.weights()).toEqual([4_000, 3_000, 2_000, 1_000]);
  const pays = await window.page.locator(".kpi-row__money").allInnerTexts();
  expect(pays).toEqual(["$8,400", "$6,300", "$4,200", "$2,100"]);
});

test("a KPI is added, described, moved and removed; the others take its weight; undo brings it back", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  const { page } = window;
  await page.getByRole("button", { name: "Add a KPI" }).click();
  await page.getByRole("menuitem", { name: "Certifications" }).click();
  await expect(window.kpis).toHaveCount(5);
  await window.kpi("Sourced revenue").getByRole("button", { name: "Sourced revenue", exact: true }).click();
  await window.type("Name", "Sourced ARR");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(window.kpis).toHaveCount(4);
  expect((await window.weights()).reduce((sum, weight) => sum + weight, 0)).toBe(10_000);
  await window.undo();
  await expect(window.kpi("Sourced ARR")).toBeVisible();
});

test("a what-if attainment pays by the curve and changes nothing in the document", async ({ app }) => {
  const window = await (await app.openWindow()).startFromSample();
  await window.type("What-if attainment of Sourced revenue, percent", "108");
  await expect(window.kpi("Sourced revenue").locator(".kpi-row__money")).toHaveText("$36,960");
  await expect(window.kpi("Sourced revenue")).toContainText("pays 140%");
  await expect(window.edited).toBeHidden();
  await window.whatIf("Sourced revenue").focus();
  await window.whatIf("Sourced revenue").press("ArrowRight");
  await expect(window.kpi("Sourced revenue").locator(".kpi-row__money")).toHaveText("$38,280");
});
