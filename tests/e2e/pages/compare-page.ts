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

  /** Adds a file of the folder through the picker. */
  async add(name: string): Promise<void> {
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

  row(name: string): Locator {
    return this.differences.getByRole("row", { name: new RegExp(`^${name}`) });
  }
}
