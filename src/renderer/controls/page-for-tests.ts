/** A page of jsdom for tests of controls: renders, points, presses and types, and stands in for what jsdom lacks. */
import { act, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import type { Gesture } from "./gesture.ts";

export type TestPage = {
  readonly show: (element: ReactElement) => void;
  readonly remove: () => void;
  /** The one element that matches; fails where there is none. */
  readonly find: <Found extends HTMLElement = HTMLElement>(selector: string) => Found;
  readonly all: (selector: string) => readonly HTMLElement[];
};

export function openTestPage(): TestPage {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  standInForLayers();
  document.body.replaceChildren();
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  return {
    show: (element) => act(() => root.render(element)),
    remove: () => act(() => root.unmount()),
    find: <Found extends HTMLElement>(selector: string) => {
      const found = host.querySelector<Found>(selector);
      if (found === null) throw new Error(`Nothing matches ${selector} in ${host.innerHTML}`);
      return found;
    },
    all: (selector) => [...host.querySelectorAll<HTMLElement>(selector)],
  };
}

/** jsdom has neither the top layer nor pointer capture, and lays nothing out. */
function standInForLayers(): void {
  Object.assign(globalThis, {
    ResizeObserver: class {
      observe(): void {}
      disconnect(): void {}
    },
  });
  Object.assign(HTMLElement.prototype, {
    showPopover: () => undefined,
    hidePopover: () => undefined,
    setPointerCapture: () => undefined,
  });
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
}

/** Everything a gesture was told, in order: "begin pointer", "move 0.62", "commit", "cancel". */
export function recordedGesture(onMove: (value: number) => void = () => undefined): { readonly gesture: Gesture<number>; readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    gesture: {
      begin: (source) => void told.push(`begin ${source}`),
      move: (value) => {
        told.push(`move ${value}`);
        onMove(value);
      },
      commit: () => void told.push("commit"),
      cancel: () => void told.push("cancel"),
    },
  };
}

/** @returns whether the browser's own answer to the key was left alone */
export function press(target: EventTarget, key: string, more: KeyboardEventInit = {}): boolean {
  let leftAlone = true;
  act(() => {
    leftAlone = target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  });
  return leftAlone;
}

export function point(target: EventTarget, type: "pointerdown" | "pointermove" | "pointerup" | "pointercancel", x: number): void {
  act(() => void target.dispatchEvent(new PointerEvent(type, { clientX: x, pointerId: 1, isPrimary: true, button: 0, bubbles: true, cancelable: true })));
}

export function click(target: HTMLElement): void {
  act(() => target.click());
}

export function focusOn(target: HTMLElement): void {
  act(() => target.focus());
}

export function leave(target: HTMLElement): void {
  act(() => target.blur());
}

/** Replaces the text of a field as typing does, in one input event. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const own = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  act(() => {
    Object.getOwnPropertyDescriptor(own, "value")?.set?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
