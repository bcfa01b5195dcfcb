/** The focus, by the `data-control` of what gets it. */

/** Gives the focus to a control once it is drawn: it may be in a part that only now appears. */
export function focusControl(control: string): void {
  requestAnimationFrame(() => focus(control));
}

/** The same where what had the focus goes away; whoever went elsewhere stays there. */
export function focusIfLost(control: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focus(control);
  });
}

function focus(control: string): void {
  document.querySelector<HTMLElement>(`[data-control="${CSS.escape(control)}"]`)?.focus();
}
