/** Asked before kept copies are removed: what stays, what does not come back, and Keep as the answer at hand. */
import type { ReactElement, ReactNode } from "react";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";

type RemoveQuestionProps = {
  /** What goes, as in "Remove 3 previous versions?". */
  readonly what: string;
  readonly stays: string;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
  readonly children?: ReactNode;
};

export function RemoveQuestion({ what, stays, onKeep, onRemove, children }: RemoveQuestionProps): ReactElement {
  return (
    <Dialog
      title={`Remove ${what}?`}
      onClose={onKeep}
      actions={
        <>
          <Button onPress={onRemove}>Remove all</Button>
          <Button primary autoFocus onPress={onKeep}>
            Keep
          </Button>
        </>
      }
    >
      <p>{stays} What is removed here cannot be brought back.</p>
      {children}
    </Dialog>
  );
}
