/** Windows on saved files that are compared. */
import { expect } from "@playwright/test";
import { planFiles } from "../helpers/compared-plans.ts";
import type { App, WindowOptions } from "./app.ts";
import { ComparePage } from "./pages/compare-page.ts";

/** The base opened, and files compared with it. */
export async function openCompared(app: App, files: readonly string[], options: WindowOptions = {}): Promise<ComparePage> {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  const compare = await new ComparePage(await app.openWindow({ ...options, file: "base.paymix" })).open();
  for (const file of files) await compare.add(file);
  return compare;
}

/** Three saved files: the base opened, the other two compared with it. */
export async function openThree(app: App, options: WindowOptions = {}): Promise<ComparePage> {
  const compare = await openCompared(app, ["sharper", "steady"], options);
  await expect(compare.others).toContainText("Steady growth");
  return compare;
}
