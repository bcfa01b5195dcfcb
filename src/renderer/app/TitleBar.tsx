/** Document name and edited mark on the left, the places in the middle, the document's tools on the right. */
import type { ReactElement } from "react";
import { Button } from "../controls/Button.tsx";
import { IconButton } from "../controls/IconButton.tsx";
import { RedoIcon, TargetIcon, UndoIcon } from "../controls/icons.tsx";
import { isEdited } from "../state/document-store.ts";
import { runCommand } from "../state/documents.ts";
import { useDocument, useWindow } from "../state/use-stores.ts";
import { windowStore } from "../state/window-store.ts";
import { FileMenu } from "./FileMenu.tsx";
import { PlaceSwitch } from "./PlaceSwitch.tsx";

export function TitleBar(): ReactElement {
  const info = useDocument((state) => state.open?.info ?? null);
  const name = useDocument((state) => state.open?.scenario.name ?? null);
  const edited = useDocument((state) => state.open !== null && isEdited(state.open));
  const undoes = useDocument((state) => state.open?.history.past.at(-1)?.label ?? null);
  const redoes = useDocument((state) => state.open?.history.future.at(-1)?.label ?? null);
  const saving = useWindow((state) => state.saving);
  const isOpen = info !== null;
  return (
    <header className="title-bar" data-region="title">
      <div className="title-bar__document">
        <FileMenu />
        {isOpen ? (
          <div className="title-bar__name" title={info.folder ?? "Not saved yet"}>
            <h1 className="title-bar__file">
              {info.fileName ?? (name === "" ? "Untitled" : name)}
              <span className="title-bar__extension">{info.fileName === null ? " (not saved yet)" : ".paymix"}</span>
            </h1>
            {info.heldBy === null ? null : <span className="title-bar__mark">Open elsewhere</span>}
            {info.readOnly ? <span className="title-bar__mark">Read-only</span> : null}
            {saving === "slow" || saving === "waiting" || saving === "stopping" ? (
              <span className="title-bar__mark">Saving…</span>
            ) : edited ? (
              <span className="title-bar__mark">
                <span className="title-bar__dot" aria-hidden="true" />
                Edited
              </span>
            ) : null}
          </div>
        ) : (
          <h1 className="title-bar__file">Paymix</h1>
        )}
      </div>
      {isOpen ? <PlaceSwitch /> : null}
      {isOpen ? (
        <div className="title-bar__tools">
          <IconButton label="Goal seek (Ctrl+G)" onPress={() => windowStore.setState({ seekingGoal: true })}>
            <TargetIcon />
          </IconButton>
          <span className="title-bar__rule" aria-hidden="true" />
          <IconButton label={undoes === null ? "Undo" : `Undo ${undoes}`} disabled={undoes === null} onPress={() => void runCommand("undo")}>
            <UndoIcon />
          </IconButton>
          <IconButton label={redoes === null ? "Redo" : `Redo ${redoes}`} disabled={redoes === null} onPress={() => void runCommand("redo")}>
            <RedoIcon />
          </IconButton>
          <span className="title-bar__rule" aria-hidden="true" />
          <Button primary disabled={saving !== "idle"} onPress={() => void runCommand("save")}>
            Save
          </Button>
        </div>
      ) : null}
    </header>
  );
}
