/** From an input of an explanation to the control that sets it: brought on screen if need be, and given the focus. */
import type { TracePlace } from "#shared/engine/index.ts";
import { selectKpi, selectRole, sessionStore, showPlace, showPlanTab } from "../state/session-store.ts";
import { openerOf, placeToControl } from "./place-control.ts";

/** Called with the control that has the focus now. */
type Reached = (control: Element) => void;

/** Shows what the place stands in, and focuses its control; where that has none, the nearest one on screen. */
export function goToPlace(place: TracePlace, reached: Reached): void {
  const { roleId, kpiId, field } = place;
  if (roleId !== null) showPlace("design");
  if (roleId !== null && sessionStore.getState().roleId !== roleId) selectRole(roleId);
  if (roleId !== null && kpiId !== null && field === "curve") selectKpi(roleId, kpiId);
  if (field.startsWith("links")) showPlanTab("links");
  if (field.startsWith("newHires") || field.startsWith("draw")) showPlanTab("year");
  goToControl(placeToControl(place) ?? (roleId === null ? "cost/assumptions" : `${roleId}/ote`), reached);
}

/** Focuses a control by its id, opening the panel it stands in. */
export function goToControl(control: string, reached: Reached): void {
  // What was chosen just now is drawn first.
  afterDrawing(() => {
    const found = onScreen(control);
    if (found !== null) return focus(found, reached);
    const opener = visibleOpener(control);
    if (opener === null && sessionStore.getState().place !== "design") {
      // What another place does not set is set in Design.
      showPlace("design");
      return goToControl(control, reached);
    }
    if (opener === null) return focusNearest(control, reached);
    if (opener.getAttribute("aria-expanded") === "false") opener.click();
    afterDrawing(() => focus(onScreen(control) ?? opener, reached));
  });
}

function focus(element: HTMLElement | SVGElement, reached: Reached): void {
  element.focus();
  reached(element);
}

function onScreen(control: string): HTMLElement | null {
  const all = document.querySelectorAll<HTMLElement>(`[data-control="${CSS.escape(control)}"]`);
  return [...all].find(isDrawn) ?? null;
}

function visibleOpener(control: string): HTMLElement | null {
  const opener = openerOf(control);
  return opener === null ? null : onScreen(opener);
}

/** A link of an explanation always leads somewhere: to the chosen tab, or to the first field of the same role. */
function focusNearest(control: string, reached: Reached): void {
  const tab = document.querySelector<HTMLElement>("[role='tab'][tabindex='0']");
  const near = control.endsWith("/links") || control.endsWith("/hires-and-draw") ? tab : onScreen(`${control.split("/")[0] ?? ""}/ote`);
  const first = near ?? document.querySelector<HTMLElement>("[data-region='main'] [data-control]");
  if (first !== null) focus(first, reached);
}

function isDrawn(element: Element): boolean {
  return element.getClientRects().length > 0;
}

function afterDrawing(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
