// What Paymix keeps of files: cleared at once, offered where a file cannot be opened, put back where it is gone.
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type App } from "./app.ts";
import { FileDialog, type DesignPage } from "./pages/design-page.ts";
import { saveAt, savedAs } from "./saved-as.ts";

const DAY = 24 * 60 * 60 * 1_000;
const SIZES = [[1440, 900, "light"], [1100, 700, "dark"]] as const;

async function picture(window: DesignPage, name: string): Promise<void> {
  const size = window.page.viewportSize();
  await window.page.screenshot({ path: join("out", "screenshots", `${name}-${size?.width ?? 0}x${size?.height ?? 0}.png`) });
}

/** Unsaved work on the file that the window shows, and a crash. */
async function crashWithUnsaved(app: App, window: DesignPage, split: number): Promise<void> {
  await window.dragTo(window.split, split);
  await window.page.waitForTimeout(2_500);
  await app.crashAndRestart();
}

async function versionFiles(app: App): Promise<string[]> {
  const root = join(app.dataFolder, "versions");
  const all = await Promise.all((await readdir(root)).map(async (folder) => (await readdir(join(root, folder))).sort().map((name) => join(root, folder, name))));
  return all.flat();
}

for (const [width, height, colorScheme] of SIZES) {
  test(`everything that is kept is listed by file and removed after a question: ${width} × ${height}, ${colorScheme}`, async ({ app }) => {
    // Several windows and a crash, each of which loads anew.
    test.slow();
    const one = await savedAs(app, "one");
    await saveAt(one, 0.7);
    const two = await savedAs(app, "two");
    await saveAt(two, 0.65);
    await saveAt(two, 0.75);
    await writeFile(join(app.dataFolder, "preferences.json.corrupt-2026-01-01T00-00-00-000Z"), "{");
    await crashWithUnsaved(app, two, 0.8);

    const window = await app.openWindow({ width, height, colorScheme });
    await expect(window.page.getByText(/Recovered changes to “two”/)).toBeVisible();
    await window.file("Kept copies…");
    const list = window.page.getByRole("dialog", { name: "Kept copies" });
    await expect(list.getByRole("listitem").filter({ hasText: "one" })).toContainText("1 previous version");
    await expect(list.getByRole("listitem").filter({ hasText: "two" })).toContainText("2 previous versions and 1 recovery copy");
    await expect(list).toContainText("1 damaged file put aside");
    await picture(window, "kept-copies");
    await list.getByRole("button", { name: "Remove all…" }).click();
    const question = window.page.getByRole("dialog", { name: "Remove 3 previous versions and 1 recovery copy of 2 files, and 1 damaged file put aside?" });
    await expect(question.getByRole("button", { name: "Keep" })).toBeFocused();
    await picture(window, "kept-copies-question");
    await window.page.keyboard.press("Escape");
    expect(await versionFiles(app)).toHaveLength(3);

    await list.getByRole("button", { name: "Remove all…" }).click();
    await question.getByRole("button", { name: "Remove all" }).click();
    await expect(list).toContainText("All of it was removed. The files themselves are as they were.");
    await picture(window, "kept-copies-cleared");
    await list.getByRole("button", { name: "Done" }).click();
    await expect(window.page.getByText(/Recovered changes/)).toBeHidden();
    expect([await readdir(join(app.dataFolder, "versions")), await readdir(join(app.dataFolder, "recovery"))]).toEqual([[], []]);
    expect((await readdir(app.dataFolder)).filter((name) => name.includes("corrupt"))).toEqual([]);
    expect(await app.read("two.paymix")).toContain('"baseShare": 0.75');
  });

  test(`a refused file offers its previous versions and its recovered work: ${width} × ${height}, ${colorScheme}`, async ({ app }) => {
    // Several windows and a crash, each of which loads anew.
    test.slow();
    const before = await savedAs(app, "plan");
    await saveAt(before, 0.7);
    await saveAt(before, 0.75);
    await crashWithUnsaved(app, before, 0.8);
    await app.write("plan.paymix", "damaged");

    const window = await app.openWindow({ file: "plan.paymix", width, height, colorScheme });
    await expect(window.page.getByRole("heading", { name: /“plan” was not opened/ })).toBeVisible();
    const kept = window.page.getByRole("region", { name: "Kept of this file" });
    await expect(kept.getByRole("button", { name: /^Open the version of \d+ \w+, \d\d:\d\d:\d\d as a copy$/ })).toHaveCount(2);
    await picture(window, "refused-with-kept");
    await kept.getByRole("button", { name: /as a copy$/ }).first().click();
    await expect(window.split).toHaveValue("0.7");
    await expect(window.page.getByText("not saved yet")).toBeVisible();
    await expect(window.edited).toBeVisible();
    expect(await app.read("plan.paymix")).toBe("damaged");

    const again = await app.openWindow({ file: "plan.paymix" });
    await again.page.getByRole("button", { name: "Open the recovered changes" }).click();
    await expect(again.split).toHaveValue("0.8");
    expect(await app.read("plan.paymix")).toBe("damaged");
  });

  test(`a file that is gone comes back to its place from the version that is kept: ${width} × ${height}, ${colorScheme}`, async ({ app }) => {
    const before = await savedAs(app, "plan", { width, height, colorScheme });
    await saveAt(before, 0.7);
    const [version = ""] = await versionFiles(app);
    await before.file("Close");
    await rm(join(app.folder, "plan.paymix"));
    await before.page.reload();
    await before.page.getByRole("button", { name: /^plan/ }).click();
    await expect(before.page.getByText("“plan” is no longer where it was: it was moved, renamed or deleted.")).toBeVisible();
    await picture(before, "missing-with-kept");
    await before.page.getByRole("button", { name: /^Put back the version of / }).click();
    await expect(before.page.getByRole("heading", { name: "plan.paymix" })).toBeVisible();
    await expect(before.split).toHaveValue("0.6");
    await expect(before.edited).toBeHidden();
    expect(await app.read("plan.paymix")).toBe(await readFile(version, "utf8"));
  });
}

test("recovered work and damaged files that nobody asked for in 90 days say until when they are kept", async ({ app }) => {
  // Two crashes, and a window that loads anew after each.
  test.slow();
  await crashWithUnsaved(app, await savedAs(app, "plan"), 0.8);
  const folder = join(app.dataFolder, "recovery");
  const [name = ""] = await readdir(folder);
  const copy = JSON.parse(await readFile(join(folder, name), "utf8")) as { readonly document: string };
  await writeFile(join(folder, name), JSON.stringify({ ...copy, savedAt: new Date(Date.now() - 100 * DAY).toISOString() }));
  await writeFile(join(app.dataFolder, "preferences.json.corrupt-2020-01-01T00-00-00-000Z"), "{");
  await app.crashAndRestart();
  const window = await app.openWindow();
  const day = new Date(Date.now() + 14 * DAY);
  const until = `ept until ${day.getDate()} ${day.toLocaleDateString("en-GB", { month: "long" })}`;
  await expect(window.page.getByText(/Recovered changes to “plan”/)).toContainText(`K${until}`);
  await expect(window.page.getByText(/^Damaged files of Paymix’s own, put aside long ago, are removed from /)).toBeVisible();
  await picture(window, "kept-until");
  await window.file("Kept copies…");
  const list = window.page.getByRole("dialog", { name: "Kept copies" });
  await expect(list.getByRole("listitem").filter({ hasText: "plan" })).toContainText(`1 recovery copy (k${until}`);
  await expect(list.getByRole("listitem").filter({ hasText: "Paymix’s own files" })).toContainText(`1 damaged file put aside (k${until}`);
  await picture(window, "kept-copies-until");
});

test("a refused file is offered beside the document that is open, and the version gets a window of its own", async ({ app }) => {
  const window = await savedAs(app, "plan");
  await saveAt(window, 0.7);
  await window.file("Close");
  await app.write("plan.paymix", "damaged");
  await window.startFromSample();
  await window.dragTo(window.split, 0.55);
  await window.file("Open…");
  await new FileDialog(window.page).open("plan");
  const dialog = window.page.getByRole("dialog", { name: /“plan” was not opened/ });
  const opened = window.page.context().waitForEvent("page");
  await dialog.getByRole("button", { name: /as a copy$/ }).click();
  await expect((await opened).getByRole("slider", { name: "Split of base to incentive" })).toHaveValue("0.6");
  await expect(dialog).toBeHidden();
  await expect(window.split).toHaveValue("0.55");
});

test("a file that is gone while it is open is written there again, and not over another", async ({ app }) => {
  const window = await savedAs(app, "plan");
  await rm(join(app.folder, "plan.paymix"));
  await window.dragTo(window.split, 0.7);
  await window.page.keyboard.press("Control+s");
  await expect(window.page.getByText("“plan” is no longer where it was: it was moved, renamed or deleted.")).toBeVisible();
  await app.write("plan.paymix", "theirs");
  await window.page.getByRole("button", { name: "Save it there again" }).click();
  await expect(window.page.getByText(/“plan” was changed by another program/)).toBeVisible();
  expect(await app.read("plan.paymix")).toBe("theirs");
  await rm(join(app.folder, "plan.paymix"));
  await window.page.keyboard.press("Control+s");
  await window.page.getByRole("button", { name: "Save it there again" }).click();
  await expect(window.edited).toBeHidden();
  expect(await app.read("plan.paymix")).toContain('"baseShare": 0.7');
});

test("the previous versions of a file that was renamed and moved outside are found, with the name it had", async ({ app }) => {
  const before = await savedAs(app, "plan");
  await saveAt(before, 0.7);
  await before.file("Close");
  await mkdir(join(app.folder, "Archive"));
  await rename(join(app.folder, "plan.paymix"), join(app.folder, "Archive", "old plan.paymix"));
  const window = await app.openWindow({ file: join("Archive", "old plan.paymix") });
  await window.file("Previous versions…");
  const dialog = window.page.getByRole("dialog", { name: "Previous versions" });
  await expect(dialog.getByRole("listitem")).toContainText("as “plan” in");
  await picture(window, "versions-of-a-moved-file");
  await dialog.getByRole("button", { name: "Restore" }).click();
  await expect(window.split).toHaveValue("0.6");
});

test("recovered work that is opened in one window is not offered in another any more", async ({ app }) => {
  await crashWithUnsaved(app, await savedAs(app, "plan"), 0.8);
  const [one, two] = [await app.openWindow(), await app.openWindow()];
  const offer = /Recovered changes to “plan”/;
  await expect(one.page.getByText(offer)).toBeVisible();
  await expect(two.page.getByText(offer)).toBeVisible();
  await one.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(one.split).toHaveValue("0.8");
  await expect(one.page.getByText(offer)).toBeHidden();
  await expect(two.page.getByText(offer)).toBeHidden();
});
