/** A question that must be answered first. Esc is the answer that changes nothing. */
import { useId, useLayoutEffect, useRef, type ReactElement, type ReactNode } from "react";
import "./Dialog.css";

export type DialogProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the primary one last. The one with `autoFocus` has the focus at the start. */
  readonly actions: ReactNode;
  readonly onClose: () => void;
};

export function Dialog({ title, children, actions, onClose }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  // Shown before the first paint; closed before removal, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    element.showModal();
    element.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => element.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id} className="dialog__title">
        {title}
      </h2>
      <div className="dialog__body">{children}</div>
      <div className="dialog__actions">{actions}</div>
    </dialog>
  );
}
