/** What the browser shell itself has to say: about its tabs. */
import { button, element } from "./elements.ts";

/** A question or message over the page. Its last action is the one that Enter means. */
export function showNotice(title: string, text: string, actions: readonly { readonly text: string; readonly press: () => void }[]): void {
  const heading = element("h2", { className: "browser-shell__title", id: "browser-shell-notice" }, title);
  const dialog = element("dialog", { className: "browser-shell browser-shell--notice" }, heading, element("p", {}, text));
  dialog.setAttribute("aria-labelledby", heading.id);
  const buttons = actions.map((action) =>
    button(action.text, () => {
      dialog.close();
      action.press();
    }),
  );
  buttons.at(-1)?.classList.add("browser-shell__button--primary");
  dialog.append(element("div", { className: "browser-shell__actions" }, ...buttons));
  dialog.addEventListener("close", () => dialog.remove());
  whenThereIsABody(() => {
    document.body.append(dialog);
    dialog.showModal();
    buttons.at(-1)?.focus();
  });
}

/** In place of the app: this tab has nothing to show, and no way to get it. */
export function showDeadEnd(title: string, text: string): void {
  whenThereIsABody(() => {
    const page = element("main", { className: "browser-shell__dead-end" }, element("h1", { className: "browser-shell__title" }, title), element("p", {}, text));
    document.body.replaceChildren(page);
  });
}

function whenThereIsABody(act: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", act, { once: true });
  else act();
}
