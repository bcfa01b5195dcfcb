/** The Cost place as a person uses it, by the names they see and hear. */
import type { Locator, Page } from "@playwright/test";
import type { DesignPage } from "./design-page.ts";

export class CostPage {
  readonly page: Page;
  readonly #window: DesignPage;

  constructor(window: DesignPage) {
    this.#window = window;
    this.page = window.page;
  }

  async open(): Promise<this> {
    await this.place("Cost").check();
    await this.main.waitFor();
    return this;
  }

  place(name: string): Locator {
    return this.page.getByRole("radiogroup", { name: "Place" }).getByRole("radio", { name });
  }

  get main(): Locator {
    return this.page.getByRole("main", { name: "Cost" });
  }

  headline(label: string): Locator {
    return this.#window.headline(label);
  }

  field(name: string): Locator {
    return this.#window.field(name);
  }

  async type(name: string, text: string): Promise<void> {
    // On focus a field shows every digit it has, and only then is all of it replaced.
    await this.field(name).focus();
    await this.#window.type(name, text);
  }

  async drag(name: string, to: number): Promise<void> {
    await this.#window.dragTo(this.page.getByRole("slider", { name: `${name}, slider` }), to);
  }

  preset(name: string): Locator {
    return this.page.getByRole("radiogroup", { name: "Where people land" }).getByRole("radio", { name });
  }

  /** The card with this name, brought to the front. */
  async card(choice: "Cost" | "Landing"): Promise<Locator> {
    await this.page.getByRole("radiogroup", { name: "By role" }).getByRole("radio", { name: choice }).check();
    return this.page.getByRole("region", { name: choice === "Cost" ? "Cost by role" : "Where people land", exact: true });
  }
}
