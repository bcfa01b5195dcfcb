/** "Why this number" as a person meets it: figures that can be asked, and the one answer beside them. */
import { expect, type Locator, type Page } from "@playwright/test";

export class ExplainPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Every figure on screen that can be asked. */
  get figures(): Locator {
    return this.page.locator("button.figure:visible");
  }

  /** The figure of a thing, by what is read aloud after its number: "Pay from Sourced revenue". */
  figure(about: string): Locator {
    return this.page.getByRole("button", { name: new RegExp(`^Why .*\\? ${about.replace(/[()]/g, "\\$&")}$`) });
  }

  get answer(): Locator {
    return this.page.getByRole("dialog", { name: /^Why / });
  }

  get formula(): Locator {
    return this.answer.locator(".formula");
  }

  /** A line of the answer that unfolds. */
  line(name: string): Locator {
    return this.answer.getByRole("button", { name: new RegExp(`^${name}, `) }).first();
  }

  link(name: string): Locator {
    return this.answer.getByRole("button", { name: new RegExp(`^${name}, .*: go to `) }).first();
  }

  get pin(): Locator {
    return this.answer.getByRole("button", { name: /^Pin/ });
  }

  get outlined(): Locator {
    return this.page.locator("[data-explained]");
  }

  /** The answer is whole inside the window and covers nothing of the number it explains. */
  async expectBeside(number: Locator): Promise<void> {
    const answer = await this.answer.boundingBox();
    const figure = await number.boundingBox();
    const window = this.page.viewportSize();
    if (answer === null || figure === null || window === null) throw new Error("The answer or its number is not on screen.");
    expect(answer.x).toBeGreaterThanOrEqual(0);
    expect(answer.y).toBeGreaterThanOrEqual(0);
    expect(answer.x + answer.width).toBeLessThanOrEqual(window.width);
    expect(answer.y + answer.height).toBeLessThanOrEqual(window.height);
    const covers = answer.x < figure.x + figure.width && figure.x < answer.x + answer.width && answer.y < figure.y + figure.height && figure.y < answer.y + answer.height;
    expect(covers, "the answer covers the number").toBe(false);
  }
}
