/** What the document's file held before each save: compared with the document, or brought back. */
import { useEffect, useState, type ReactElement } from "react";
import type { PreviousVersion } from "#shared/host-api/contract.ts";
import { keptWords } from "#shared/report/kept-words.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { compareVersion, previousVersions, removeVersions, restoreVersion } from "../state/versions.ts";
import { RemoveQuestion } from "./RemoveQuestion.tsx";
import { versionTime } from "./when.ts";

export function VersionsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [versions, setVersions] = useState<readonly PreviousVersion[] | null>(null);
  useEffect(() => {
    void previousVersions().then((found) => setVersions(found ?? []));
  }, []);
  const [isAsking, setAsking] = useState(false);
  const then = (work: Promise<void>): void => void work.then(onClose);
  if (isAsking && versions !== null) {
    const remove = async (): Promise<void> => {
      setVersions((await removeVersions()) ?? versions);
      setAsking(false);
    };
    return <RemoveQuestion key="asking" what={keptWords({ versions: versions.length })} stays="The file and the document stay as they are." onKeep={() => setAsking(false)} onRemove={() => void remove()} />;
  }
  return (
    <Dialog
      key="looking"
      title="Previous versions"
      onClose={onClose}
      actions={
        <>
          {versions === null || versions.length === 0 ? null : <Button onPress={() => setAsking(true)}>Remove all…</Button>}
          <Button primary autoFocus onPress={onClose}>Done</Button>
        </>
      }
    >
      <p>What the file held before each save, kept on this computer for 14 days, the newest 3 for longer, 20 at most. Restoring changes the document, not the file: Save keeps it, undo goes back.</p>
      {versions === null ? null : versions.length === 0 ? (
        <p>There are none yet: the first is kept when the file is saved again. Versions from before a file was renamed or moved are found by the document in it.</p>
      ) : (
        <ul className="versions">
          {versions.map((version) => {
            const name = versionTime(version.savedAt);
            return (
              <li key={version.id} className="versions__row">
                <span className="versions__name">
                  Until {name}
                  {version.from === null ? null : <span className="versions__from">as “{version.from.fileName}” in {version.from.folder}</span>}
                </span>
                <Button onPress={() => then(compareVersion(version.id, `Until ${name}`))}>Compare</Button>
                <Button onPress={() => then(restoreVersion(version, name))}>Restore</Button>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}
