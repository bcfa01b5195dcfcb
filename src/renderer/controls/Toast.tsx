/** One short piece of good news at the bottom of the window. It goes by itself, but not while it is being read. */
import { useEffect, useEffectEvent, useState, type ReactElement } from "react";
import "./Toast.css";

export type ToastProps = {
  readonly text: string;
  /** Something that can also be done elsewhere. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
  readonly onDone: () => void;
};

/** How long it stays. */
const SHOWN = 6_000;

export function Toast({ text, action, onDone }: ToastProps): ReactElement {
  const [held, setHeld] = useState(false);
  const [said, setSaid] = useState("");
  const done = useEffectEvent(onDone);

  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => done(), SHOWN);
    return () => clearTimeout(timer);
  }, [held]);

  // Only a change of text is read aloud, not a region that appears with it.
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 0);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <div className="toast" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <span className="spoken-only" role="status">
        {said}
      </span>
      <span aria-hidden="true">{text}</span>
      {action === undefined ? null : (
        <button
          type="button"
          className="toast__action"
          onClick={() => {
            action.onPress();
            onDone();
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}
