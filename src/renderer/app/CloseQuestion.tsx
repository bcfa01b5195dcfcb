/** "Save changes?" before a window with unsaved work closes. */
import type { ReactElement } from "react";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { answerClose } from "../state/documents.ts";
import { useDocument, useWindow } from "../state/use-stores.ts";

export function CloseQuestion(): ReactElement | null {
  const asking = useWindow((state) => state.askingToClose);
  const name = useDocument((state) => state.open?.info.fileName ?? state.open?.scenario.name ?? "");
  if (!asking) return null;
  return (
    <Dialog
      title={`Save the changes to “${name === "" ? "Untitled" : name}”?`}
      onClose={() => void answerClose("cancel")}
      actions={
        <>
          <Button onPress={() => void answerClose("discard")}>Don’t save</Button>
          <Button autoFocus onPress={() => void answerClose("cancel")}>
            Cancel
          </Button>
          <Button primary onPress={() => void answerClose("save")}>
            Save
          </Button>
        </>
      }
    >
      <p>If you don’t save, the changes since the last save are lost.</p>
    </Dialog>
  );
}
