import { expect, type App, type WindowOptions } from "./app.ts";
import { FileDialog, type DesignPage } from "./pages/design-page.ts";

/** A scenario saved from the sample under a name, with the window that saved it. */
export async function savedAs(app: App, name: string, options: WindowOptions = {}): Promise<DesignPage> {
  const window = await (await app.openWindow(options)).startFromSample();
  await window.save.click();
  await new FileDialog(window.page).saveAs(name);
  await expect(window.page.getByRole("heading", { name: `${name}.paymix` })).toBeVisible();
  return window;
}

/** Moves the split and saves. */
export async function saveAt(window: DesignPage, split: number): Promise<void> {
  await window.dragTo(window.split, split);
  await window.page.keyboard.press("Control+s");
  await expect(window.edited).toBeHidden();
}
