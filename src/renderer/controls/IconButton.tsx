/** A button that is an icon: its label is read aloud and shown when the pointer rests on it. */
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import "./IconButton.css";

export type IconButtonProps = {
  readonly label: string;
  /** The icon. */
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** For a button that is on or off. */
  readonly pressed?: boolean;
  /** Steps back until it is needed, like an open lock. */
  readonly quiet?: boolean;
  readonly disabled?: boolean;
};

export function IconButton({ label, children, onPress, pressed, quiet = false, disabled = false }: IconButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={classNames("icon-button", quiet && "icon-button--quiet", pressed === true && "icon-button--pressed")}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
