/** A button that opens a small panel beside it: details that are set once, sources, explanations. */
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Floating } from "./Floating.tsx";
import { ChevronIcon } from "./icons.tsx";
import { useDismissal } from "./use-dismissal.ts";
import "./Popover.css";

export type PopoverProps = {
  /** Name of the panel, and of the button where its content does not say enough. */
  readonly label: string;
  /** What the button shows. */
  readonly trigger: ReactNode;
  /** Draws the button with a border and a chevron. */
  readonly buttonLook?: boolean;
  readonly align?: "start" | "end";
  /** Id by which undo, and whatever leads here, find the button. */
  readonly control?: string;
  readonly children: ReactNode;
};

export function Popover({ label, trigger, buttonLook = false, align = "start", control, children }: PopoverProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const whole = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  useDismissal({
    isOpen,
    whole,
    panel,
    onDismiss: (focus) => {
      setOpen(false);
      if (focus === "back") button.current?.focus();
    },
  });

  useEffect(() => {
    if (isOpen) panel.current?.focus();
  }, [isOpen]);

  return (
    <span ref={whole} className="popover">
      <button ref={button} type="button" className={classNames("popover__button", buttonLook ? "button" : "popover__button--bare")} data-control={control} aria-haspopup="dialog" aria-expanded={isOpen} aria-label={typeof trigger === "string" ? `${label}: ${trigger}` : undefined} title={label} onClick={() => setOpen((before) => !before)}>
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
