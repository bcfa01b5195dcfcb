// What the window says of a file that cannot be written as usual (F8, F42), and of a sync program's copies (F35).
import { chmod, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "./app.ts";
import { ComparePage } from "./pages/compare-page.ts";
import { FileDialog, type DesignPage } from "./pages/design-page.ts";
import { savedAs } from "./saved-as.ts";

for (const [width, height, colorScheme] of [[1440, 900, "light"], [1100, 700, "dark"]] as const) {
  const picture = (window: DesignPage, name: string): Promise<Buffer> => window.page.screenshot({ path: join("out", "screenshots", `${name}-${width}x${height}-${colorScheme}.png`) });

  test(`F8 a read-only file is marked, stays as it is, and is saved elsewhere: ${width} × ${height}, ${colorScheme}`, async ({ app }) => {
    await savedAs(app, "plan");
    const path = join(app.folder, "plan.paymix");
    const text = await app.read("plan.paymix");
    await app.write("locked.paymix", text);
    await chmod(join(app.folder, "locked.paymix"), 0o444);
    const window = await app.openWindow({ file: "locked.paymix", width, height, colorScheme });
    await expect(window.page.getByText("Read-only", { exact: true })).toBeVisible();
    await window.dragTo(window.split, 0.7);
    await window.page.keyboard.press("Control+s");
    await expect(window.page.getByText("“locked” is read-only, so it was not saved and is unchanged. Save it in another place with Save As; your work is still in this window.")).toBeVisible();
    await picture(window, "read-only");
    await window.page.getByRole("button", { name: "Save as…" }).click();
    await new FileDialog(window.page).saveAs("open to all");
    await expect(window.page.getByRole("heading", { name: "open to all.paymix" })).toBeVisible();
    await expect(window.page.getByText("Read-only", { exact: true })).toBeHidden();
    await expect(window.edited).toBeHidden();
    expect([await app.read("locked.paymix"), (await stat(join(app.folder, "locked.paymix"))).mode & 0o777]).toEqual([text, 0o444]);
    expect(await app.read("open to all.paymix")).toContain('"baseShare": 0.7');
    expect((await stat(path)).isFile()).toBe(true);
  });

  test(`F42 work that cannot be kept is said as long as it is so, and saving goes on: ${width} × ${height}, ${colorScheme}`, async ({ app }) => {
    const window = await savedAs(app, "plan", { width, height, colorScheme });
    const recovery = join(app.dataFolder, "recovery");
    await rm(recovery, { recursive: true });
    await writeFile(recovery, "a file where the folder should be");
    await window.dragTo(window.split, 0.7);
    const bar = window.page.getByRole("alert").filter({ hasText: "Paymix cannot keep recovery copies: nothing can be written to its own folder. Save your work to a file." });
    await expect(bar).toBeVisible();
    await picture(window, "recovery-off");
    await window.page.keyboard.press("Control+s");
    await expect(window.edited).toBeHidden();
    expect(await app.read("plan.paymix")).toContain('"baseShare": 0.7');
    await rm(recovery);
    await window.dragTo(window.split, 0.75);
    await expect(bar).toBeHidden();
  });

  test(`F35 a copy that OneDrive made is named, and compared with its file: ${width} × ${height}, ${colorScheme}`, async ({ app }) => {
    await savedAs(app, "plan");
    await app.write("plan-LAPTOP-7F3K2QX.paymix", (await app.read("plan.paymix")).replace('"baseShare": 0.6', '"baseShare": 0.8'));
    const window = await app.openWindow({ file: "plan-LAPTOP-7F3K2QX.paymix", width, height, colorScheme });
    const bar = window.page.getByRole("status").filter({ hasText: "This looks like a conflicted copy of “plan”, made by a program that syncs files. Look at both before you remove one." });
    await expect(bar).toBeVisible();
    await picture(window, "conflicted-copy");
    await bar.getByRole("button", { name: "Compare…" }).click();
    const dialog = new FileDialog(window.page);
    await dialog.dialog.getByText("plan", { exact: true }).dblclick();
    const compare = new ComparePage(window);
    await expect(compare.row("Channel Account Manager", "Split")).toContainText("80/20");
    await expect(compare.row("Channel Account Manager", "Split")).toContainText("60/40");
    await picture(window, "conflicted-copy-compared");
    await bar.getByRole("button", { name: "Dismiss" }).click();
    await expect(bar).toBeHidden();
  });
}

test("F35 a copy with another computer's name is told by the same document beside it", async ({ app }) => {
  await savedAs(app, "plan");
  await app.write("plan-NB-0424.paymix", await app.read("plan.paymix"));
  const window = await app.openWindow({ file: "plan-NB-0424.paymix", width: 1100, height: 700 });
  const bar = window.page.getByRole("status").filter({ hasText: "This holds the same document as “plan” beside it, and may be a conflicted copy that a program that syncs files made. Look at both before you remove one." });
  await expect(bar).toBeVisible();
  await window.page.screenshot({ path: join("out", "screenshots", "same-document-beside-1100x700.png") });
  await bar.getByRole("button", { name: "Dismiss" }).click();
  await expect(bar).toBeHidden();
});

test("F35 a copy with the name of this very computer is told too, other names are not", async ({ app }) => {
  await savedAs(app, "plan");
  const bar = /This looks like a conflicted copy of “plan”/;
  const text = await app.read("plan.paymix");
  const names = [["plan (conflicted copy)", true], [`plan-${hostname()}`, /[\d-]/.test(hostname()) && hostname().length > 3], ["plan-EMEA", false]] as const;
  for (const [name, isCopy] of names) {
    await app.write(`${name}.paymix`, text);
    const window = await app.openWindow({ file: `${name}.paymix` });
    await expect(window.page.getByRole("heading", { name: `${name}.paymix` })).toBeVisible();
    await expect(window.page.getByText(bar)).toHaveCount(isCopy ? 1 : 0);
  }
});
