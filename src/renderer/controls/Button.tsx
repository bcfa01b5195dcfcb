/** A button with a verb on it. */
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import "./Button.css";

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** The one next step of its surroundings. */
  readonly primary?: boolean;
  /** As wide as its container. */
  readonly wide?: boolean;
  readonly disabled?: boolean;
  /** In what opens over, or in place of, something else: has the focus then. */
  readonly autoFocus?: boolean;
  /** Id by which whatever leads here finds the button. */
  readonly control?: string;
};

export function Button({ children, onPress, primary = false, wide = false, disabled = false, autoFocus = false, control }: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={classNames("button", primary && "button--primary", wide && "button--wide")}
      disabled={disabled}
      data-control={control}
      data-autofocus={autoFocus ? "" : undefined}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
