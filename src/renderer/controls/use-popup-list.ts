/** The keyboard of a list that pops up under a button: arrows, Home, End, first letters, Enter, Esc, Tab. */
import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from "react";

/** Letters typed within this time are one search. */
const TYPING_PAUSE = 500;

export type PopupList = {
  readonly isOpen: boolean;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly toggle: () => void;
  /** Closes and gives the focus back to the button. */
  readonly close: () => void;
  readonly onButtonKeyDown: (event: KeyboardEvent) => void;
  readonly onListKeyDown: (event: KeyboardEvent) => void;
  /** Leaving list and button closes. */
  readonly onBlur: (event: FocusEvent) => void;
};

/** The list's items are its elements with `data-item`; those with `aria-disabled` are passed over. */
export function usePopupList(): PopupList {
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<"no" | "at-current" | "at-last">("no");
  const search = useRef({ text: "", at: 0 });

  function items(): readonly HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>("[data-item]:not([aria-disabled='true'])") ?? [])];
  }

  useLayoutEffect(() => {
    if (opened === "no") return;
    const all = [...(list.current?.querySelectorAll<HTMLElement>("[data-item]:not([aria-disabled='true'])") ?? [])];
    const current = all.find((item) => item.ariaSelected === "true" || item.ariaChecked === "true");
    (opened === "at-last" ? all.at(-1) : (current ?? all[0]))?.focus();
  }, [opened]);

  function close(): void {
    setOpened("no");
    button.current?.focus();
  }

  function moveTo(index: number): void {
    const all = items();
    all[(index + all.length) % all.length]?.focus();
  }

  function findTyped(letter: string): void {
    const now = performance.now();
    const continued = now - search.current.at < TYPING_PAUSE;
    const text = (continued ? search.current.text : "") + letter.toLowerCase();
    search.current = { text, at: now };
    const all = items();
    const here = all.findIndex((item) => item === document.activeElement);
    // A first letter goes on to the next item that starts with it; further letters may stay on the same one.
    const start = text.length === 1 ? here + 1 : Math.max(here, 0);
    const ordered = [...all.slice(start), ...all.slice(0, start)];
    ordered.find((item) => (item.dataset.item ?? "").toLowerCase().startsWith(text))?.focus();
  }

  return {
    isOpen: opened !== "no",
    button,
    list,
    toggle: () => (opened === "no" ? setOpened("at-current") : close()),
    close,
    onButtonKeyDown: (event) => {
      if (opened !== "no" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      event.preventDefault();
      setOpened(event.key === "ArrowUp" ? "at-last" : "at-current");
    },
    onListKeyDown: (event) => {
      const here = items().findIndex((item) => item === document.activeElement);
      event.stopPropagation();
      if (event.key === "ArrowDown") moveTo(here + 1);
      else if (event.key === "ArrowUp") moveTo(here < 0 ? -1 : here - 1);
      else if (event.key === "Home") moveTo(0);
      else if (event.key === "End") moveTo(-1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" || event.key === " ") items()[here]?.click();
      else if (event.key === "Tab") return close();
      else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) findTyped(event.key);
      else return;
      event.preventDefault();
    },
    onBlur: (event) => {
      const to = event.relatedTarget;
      if (to instanceof Node && (list.current?.contains(to) === true || button.current?.contains(to) === true)) return;
      setOpened("no");
    },
  };
}
