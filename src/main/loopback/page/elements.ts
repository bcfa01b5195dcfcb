/** Elements from code. Text becomes text, whatever is in it. */

type Properties<Name extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[Name], "style" | "dataset" | "children">>;

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties<Name> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

export function button(text: string, press: () => void, className = "browser-shell__button"): HTMLButtonElement {
  const made = element("button", { type: "button", className }, text);
  made.addEventListener("click", press);
  return made;
}
