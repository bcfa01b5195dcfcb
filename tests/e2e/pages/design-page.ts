/** The window as a person uses it, by the names they see and hear. */
import type { Locator, Page } from "@playwright/test";

export class DesignPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  // Window
  get save(): Locator {
    return this.page.getByRole("button", { name: "Save", exact: true });
  }

  get edited(): Locator {
    return this.page.getByText("Edited", { exact: true });
  }

  async file(choice: string): Promise<void> {
    await this.page.getByRole("button", { name: "File", exact: true }).click();
    await this.page.getByRole("menuitem", { name: choice }).or(this.page.getByRole("menuitemradio", { name: choice })).first().click();
  }

  /** The sample, untitled: the first window ever shows it at once, a later one offers it. */
  async startFromSample(): Promise<this> {
    const scorecard = this.page.getByRole("heading", { name: "KPI scorecard" });
    const offer = this.page.getByRole("button", { name: "Start from the sample" });
    await scorecard.or(offer).first().waitFor();
    if (await offer.isVisible()) await offer.click();
    await scorecard.waitFor();
    return this;
  }

  undo(): Promise<void> {
    return this.page.keyboard.press("Control+z");
  }

  redo(): Promise<void> {
    return this.page.keyboard.press("Control+Shift+z");
  }

  // Headline
  headline(label: string): Locator {
    return this.page.getByRole("region", { name: "Headline figures" }).locator(".strip__cell", { hasText: label }).locator(".strip__value");
  }

  // Rail
  get roles(): Locator {
    return this.page.getByRole("navigation", { name: "Roles" }).getByRole("listitem");
  }

  role(title: string): Locator {
    return this.page.getByRole("navigation", { name: "Roles" }).getByRole("button", { name: new RegExp(`^${title}`) });
  }

  async roleMenu(title: string, choice: string): Promise<void> {
    await this.role(title).first().hover();
    await this.page.getByRole("button", { name: `More for ${title}`, exact: true }).first().click();
    await this.page.getByRole("menuitem", { name: choice }).click();
  }

  // Split
  get split(): Locator {
    return this.page.getByRole("slider", { name: "Split of base to incentive" });
  }

  field(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true }).or(this.page.getByRole("spinbutton", { name, exact: true }));
  }

  async type(name: string, text: string): Promise<void> {
    const field = this.field(name);
    await field.fill(text);
    await field.press("Enter");
  }

  // Scorecard
  weight(kpi: string): Locator {
    return this.page.getByRole("slider", { name: `Weight of ${kpi}`, exact: true });
  }

  whatIf(kpi: string): Locator {
    return this.page.getByRole("slider", { name: `What-if attainment of ${kpi}`, exact: true });
  }

  kpi(name: string): Locator {
    return this.page.getByRole("listitem", { name, exact: true });
  }

  get kpis(): Locator {
    return this.page.getByRole("region", { name: "KPI scorecard" }).getByRole("listitem");
  }

  async weights(): Promise<number[]> {
    const sliders = this.page.getByRole("slider", { name: /^Weight of / });
    return sliders.evaluateAll((all) => all.map((each) => Math.round(Number((each as HTMLInputElement).value) * 10_000)));
  }

  // Card with tabs under the scorecard
  planTab(name: string): Locator {
    return this.page.getByRole("tablist", { name: "About this plan" }).getByRole("tab", { name: new RegExp(`^${name}`) });
  }

  /** What the chosen tab shows. */
  get planPanel(): Locator {
    return this.page.getByRole("region", { name: "About this plan" }).getByRole("tabpanel");
  }

  // Curve
  handle(name: string): Locator {
    return this.page.getByRole("slider", { name: new RegExp(`^${name}`) });
  }

  get curve(): Locator {
    return this.page.getByRole("figure", { name: "Payout curve" });
  }

  get cost(): Locator {
    return this.page.getByRole("figure", { name: "Company cost by attainment" });
  }

  /** Presses the mouse in the middle of something, moves it, and leaves it pressed. */
  async grab(what: Locator, by: { readonly x?: number; readonly y?: number }): Promise<void> {
    const box = await what.boundingBox();
    if (box === null) throw new Error("Nothing to grab.");
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + (by.x ?? 0) / 2, y + (by.y ?? 0) / 2, { steps: 4 });
    await this.page.mouse.move(x + (by.x ?? 0), y + (by.y ?? 0), { steps: 4 });
  }

  /** Drags a range slider's thumb to a value along its track. */
  async dragTo(slider: Locator, value: number, options: { readonly release?: boolean } = {}): Promise<void> {
    const box = await slider.boundingBox();
    if (box === null) throw new Error("Nothing to drag.");
    const [from, min, max] = await slider.evaluate((each) => {
      const input = each as HTMLInputElement;
      return [Number(input.value), Number(input.min), Number(input.max)] as const;
    });
    const inset = box.height > 26 ? 18 : 7;
    const at = (share: number): number => box.x + inset + (box.width - 2 * inset) * Math.min(1, Math.max(0, share));
    const y = box.y + box.height / 2;
    await this.page.mouse.move(at((from - min) / (max - min)), y);
    await this.page.mouse.down();
    await this.page.mouse.move(at((value - min) / (max - min)), y, { steps: 8 });
    // The last position is passed on with the next frame.
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    if (options.release !== false) await this.page.mouse.up();
  }
}

/** The file dialog of the browser shell. The desktop shell answers its native dialogs by the same names. */
export class FileDialog {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.locator("dialog.file-picker");
  }

  async saveAs(name: string, options: { readonly replace?: boolean } = {}): Promise<void> {
    await this.dialog.getByRole("textbox").fill(name);
    await this.dialog.getByRole("button", { name: "Save", exact: true }).click();
    if (options.replace === true) await this.dialog.getByRole("button", { name: "Replace" }).click();
    await this.dialog.waitFor({ state: "detached" });
  }

  async open(name: string): Promise<void> {
    await this.dialog.getByRole("option", { name }).dblclick();
    await this.dialog.waitFor({ state: "detached" });
  }
}
