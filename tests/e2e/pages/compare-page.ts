/** The Compare place as a person uses it. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { DesignPage } from "./design-page.ts";

export class ComparePage {
  readonly window: DesignPage;
  readonly page: Page;

  constructor(window: DesignPage) {
    this.window = window;
    this.page = window.page;
  }

  async open(): Promise<this> {
    await expect(this.page.getByRole("radio", { name: "Design" })).toBeChecked();
    await this.page.keyboard.press("Control+3");
    await expect(this.main).toBeVisible();
    return this;
  }

  get main(): Locator {
    return this.page.getByRole("main", { name: "Compare" });
  }

  get others(): Locator {
    return this.page.getByRole("region", { name: "Compared with" });
  }

  /** Adds a file of the folder through the picker, and waits for it: what stands below it moves down. */
  async add(name: string): Promise<void> {
    const before = await this.others.locator(".compared").count();
    await this.choose(name);
    await expect(this.others.locator(".compared")).toHaveCount(before + 1);
  }

  /** Chooses a file of the folder in the picker. */
  async choose(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "Add scenario" }).click();
    await this.page.getByRole("menuitem", { name: "Choose a file…" }).click();
    await this.page.getByRole("dialog").getByRole("option", { name }).dblclick();
  }

  headline(label: string): Locator {
    return this.page.getByRole("region", { name: "Headline figures" }).locator(".strip__cell", { hasText: label }).locator(".strip__value");
  }

  get bridge(): Locator {
    return this.page.getByRole("figure", { name: "Why the cost changes" });
  }

  get differences(): Locator {
    return this.page.getByRole("region", { name: "Input differences", exact: true });
  }

  /** An input that differs, under the heading of its role; "Plan" for what is of none. */
  row(role: string, name: string): Locator {
    return this.differences.getByRole("rowgroup", { name: role, exact: true }).getByRole("row", { name: new RegExp(`^${name}`) });
  }

  async chooseFor(scenario: string, entry: string): Promise<void> {
    await this.page.getByRole("button", { name: `${scenario}: more` }).click();
    await this.page.getByRole("menuitem", { name: entry }).click();
  }

  async matchAs(name: string, of: string): Promise<void> {
    await this.page.getByRole("dialog").getByRole("button", { name: new RegExp(`^${name} is`) }).click();
    await this.page.getByRole("option", { name: of, exact: true }).click();
  }
}
