/** How a panel that was opened is put away: a press outside, or Esc. The innermost open panel goes first. */
import { useEffect, useEffectEvent, type RefObject } from "react";

type Dismissal = {
  readonly isOpen: boolean;
  /** The panel together with what opened it: a press inside keeps it open. */
  readonly whole: RefObject<HTMLElement | null>;
  readonly panel: RefObject<HTMLElement | null>;
  /** "back": the focus belongs to what opened it; "leave": it went elsewhere. */
  readonly onDismiss: (focus: "back" | "leave") => void;
};

export function useDismissal({ isOpen, whole, panel, onDismiss }: Dismissal): void {
  const close = useEffectEvent((focus: "back" | "leave") => {
    // A field that is being typed into keeps its text when it is left.
    if (panel.current?.contains(document.activeElement) === true && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onDismiss(focus);
  });
  const isOutside = useEffectEvent((target: EventTarget | null) => !(target instanceof Element) || (whole.current?.contains(target) !== true && target.closest("[data-keeps-panels]") === null));
  const holdsOpenPanel = useEffectEvent(() => panel.current?.querySelector("[role='dialog']") != null);

  useEffect(() => {
    if (!isOpen) return undefined;
    function closeOutside(event: PointerEvent): void {
      if (isOutside(event.target)) close("leave");
    }
    function closeOnEscape(event: KeyboardEvent): void {
      if (event.key !== "Escape" || event.defaultPrevented || holdsOpenPanel()) return;
      event.preventDefault();
      close("back");
    }
    document.addEventListener("pointerdown", closeOutside, { capture: true });
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("pointerdown", closeOutside, { capture: true });
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, [isOpen]);
}
