/** Keyboard shortcuts of the window. What the native menu of the desktop shell has is left to it there, so that it works once, not twice. */
import type { StartState, WindowCommand } from "#shared/host-api/contract.ts";
import { documentStore } from "../state/document-store.ts";
import { runCommand } from "../state/documents.ts";
import { PLACES, showPlace, type Place } from "../state/session-store.ts";
import { isTypingText } from "../state/typing.ts";
import { windowStore } from "../state/window-store.ts";

/** Regions that F6 walks, in reading order. */
const REGION = "[data-region]";
const FOCUSABLE = "button:not(:disabled), input:not(:disabled), [tabindex='0'], a[href], select:not(:disabled), textarea:not(:disabled)";

/** Starts listening; returns the function that stops. */
export function listenToKeys(shell: StartState["shell"]): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "F6") {
      event.preventDefault();
      walkRegions(event.shiftKey ? -1 : 1);
      return;
    }
    const place = placeOf(event);
    if (place !== null && !isAsking()) {
      event.preventDefault();
      showPlace(place);
      return;
    }
    if (isGoalSeek(event) && !isAsking()) {
      event.preventDefault();
      windowStore.setState({ seekingGoal: true });
      return;
    }
    const command = shell === "browser" ? commandOf(event) : null;
    if (command === null || isAsking()) return;
    event.preventDefault();
    void runCommand(command);
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}

/** Ctrl or ⌘ with the number of a place, while a document is open. */
function placeOf(event: KeyboardEvent): Place | null {
  if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey || documentStore.getState().open === null) return null;
  return PLACES.find((_, index) => event.key === String(index + 1)) ?? null;
}

/** Ctrl or ⌘ with G, while a document is open. */
function isGoalSeek(event: KeyboardEvent): boolean {
  return (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "g" && documentStore.getState().open !== null;
}

function commandOf(event: KeyboardEvent): WindowCommand | null {
  if (!(event.metaKey || event.ctrlKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "s") return event.shiftKey ? "save-as" : "save";
  if (key === "o" && !event.shiftKey) return "open";
  if (key === "z" || key === "y") {
    // Text that is being typed has an undo of its own; a number in a field is a step of the document.
    if (isTypingText()) return null;
    return key === "y" || event.shiftKey ? "redo" : "undo";
  }
  return null;
}

function isAsking(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

function walkRegions(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter((region) => region.offsetParent !== null);
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions.at((current + by + regions.length) % Math.max(regions.length, 1));
  next?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
}
