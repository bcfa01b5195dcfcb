/** A button that opens a small panel beside it: details that are set once, sources, explanations. */
import { useEffect, useEffectEvent, useRef, useState, type ReactElement, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Floating } from "./Floating.tsx";
import { ChevronIcon } from "./icons.tsx";
import "./Popover.css";

export type PopoverProps = {
  /** Name of the panel, and of the button where its content does not say enough. */
  readonly label: string;
  /** What the button shows. */
  readonly trigger: ReactNode;
  /** Draws the button with a border and a chevron. */
  readonly buttonLook?: boolean;
  readonly align?: "start" | "end";
  readonly children: ReactNode;
};

export function Popover({ label, trigger, buttonLook = false, align = "start", children }: PopoverProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const whole = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  const close = useEffectEvent((focus: "back" | "leave") => {
    // A field that is being typed into keeps its text when it is left.
    if (panel.current?.contains(document.activeElement) === true && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setOpen(false);
    if (focus === "back") button.current?.focus();
  });

  useEffect(() => {
    if (!isOpen) return undefined;
    panel.current?.focus();
    function closeOutside(event: globalThis.PointerEvent): void {
      if (event.target instanceof Node && whole.current?.contains(event.target) === true) return;
      close("leave");
    }
    function closeOnEscape(event: globalThis.KeyboardEvent): void {
      if (event.key !== "Escape" || event.defaultPrevented) return;
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

  return (
    <span ref={whole} className="popover">
      <button ref={button} type="button" className={classNames("popover__button", buttonLook ? "button" : "popover__button--bare")} aria-haspopup="dialog" aria-expanded={isOpen} aria-label={typeof trigger === "string" ? `${label}: ${trigger}` : undefined} title={label} onClick={() => setOpen((before) => !before)}>
        {trigger}
        {buttonLook ? <ChevronIcon /> : null}
      </button>
      {isOpen ? (
        <Floating anchor={button} sides={["below", "above", "right", "left"]} align={align} gap={6} className="popover__layer">
          <div ref={panel} className="popover__panel" role="dialog" aria-label={label} tabIndex={-1}>
            {children}
          </div>
        </Floating>
      ) : null}
    </span>
  );
}
