/** A sentence beside a control: why it does not move, or what it allows. */
import { useState, type FocusEvent, type ReactElement, type RefObject } from "react";
import { Floating } from "./Floating.tsx";
import "./Tip.css";

export type TipProps = {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly text: string;
  readonly id?: string;
  /** Says that what was typed is not taken. */
  readonly isProblem?: boolean;
};

export function Tip({ anchor, text, id, isProblem = false }: TipProps): ReactElement {
  return (
    <Floating anchor={anchor} sides={["below", "above"]} align={isProblem ? "end" : "center"} gap={isProblem ? 4 : 6} className={isProblem ? "tip tip--problem" : "tip"} {...(id === undefined ? {} : { id })}>
      {text}
    </Floating>
  );
}

/** Whether a reason is to be shown: while the control has the focus or the pointer rests on it. */
export function useReasonShown(): {
  readonly shown: boolean;
  readonly handlers: {
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
  };
} {
  const [focused, setFocused] = useState(false);
  const [hovered, setHovered] = useState(false);
  return {
    shown: focused || hovered,
    handlers: {
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
      onPointerEnter: () => setHovered(true),
      onPointerLeave: () => setHovered(false),
    },
  };
}
