/** A quiet button with words that is on or off. */
import type { ReactElement, ReactNode } from "react";
import "./ToggleButton.css";

export type ToggleButtonProps = { readonly children: ReactNode; readonly pressed: boolean; readonly onPress: () => void };

export function ToggleButton({ children, pressed, onPress }: ToggleButtonProps): ReactElement {
  return (
    <button type="button" className="toggle-button" aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}
