/** What Paymix keeps of all files on this computer, and one way to remove all of it. */
import { useEffect, useState, type ReactElement } from "react";
import type { KeptCopies } from "#shared/host-api/contract.ts";
import { keptInAll, keptWords } from "#shared/report/kept-words.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { clearKept, keptCopies } from "../state/kept.ts";
import { RemoveQuestion } from "./RemoveQuestion.tsx";
import { dayOf } from "./when.ts";

export function KeptDialog({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  const [kept, setKept] = useState<KeptCopies | null>(null);
  const [step, setStep] = useState<"looking" | "asking" | "cleared">("looking");
  useEffect(() => {
    void keptCopies().then((found) => (found === null ? onClose() : setKept(found)));
  }, [onClose]);
  if (kept === null) return null;
  const total = totalOf(kept);
  const clear = async (): Promise<void> => {
    setKept((await clearKept()) ?? kept);
    setStep("cleared");
  };
  if (step === "asking") {
    return (
      <RemoveQuestion key="asking" what={questionWords(kept)} stays="The files themselves stay as they are." onKeep={() => setStep("looking")} onRemove={() => void clear()}>
        <KeptList kept={kept} />
      </RemoveQuestion>
    );
  }
  return (
    <Dialog
      key={step}
      title="Kept copies"
      onClose={onClose}
      actions={
        <>
          {total === "" ? null : <Button onPress={() => setStep("asking")}>Remove all…</Button>}
          <Button primary autoFocus onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <p>
        {step === "cleared"
          ? total === ""
            ? "All of it was removed. The files themselves are as they were."
            : "This could not be removed:"
          : total === ""
            ? "Paymix keeps no previous versions and no recovery copies of any file."
            : "Beside your files, on this computer only: what they held before each save, and work that was not saved when Paymix ended."}
      </p>
      <KeptList kept={kept} />
      {kept.open === 0 ? null : (
        <p className="kept__note">{kept.open === 1 ? "The recovery copy of a document that is open" : `The recovery copies of ${kept.open} documents that are open`} stays until it is saved or closed.</p>
      )}
    </Dialog>
  );
}

function KeptList({ kept: { files, damaged, damagedGoesAt } }: { readonly kept: KeptCopies }): ReactElement | null {
  if (files.length === 0 && damaged === 0) return null;
  return (
    <ul className="kept" aria-label="Files with copies">
      {files.map((file, index) => (
        <li key={index} className="kept__file">
          <span className="kept__name">{file.fileName}</span>
          <span className="kept__folder">{file.folder ?? "not saved yet"}</span>
          <span className="kept__counts">{keptWords(file) + untilWords(file.goesAt)}</span>
        </li>
      ))}
      {damaged === 0 ? null : (
        <li className="kept__file">
          <span className="kept__name">Paymix’s own files</span>
          <span className="kept__counts">{keptWords({ damaged }) + untilWords(damagedGoesAt)}</span>
        </li>
      )}
    </ul>
  );
}

/** " (kept until 14 November)": what nobody asked for in a long time goes then. */
function untilWords(goesAt: string | null): string {
  return goesAt === null ? "" : ` (kept until ${dayOf(goesAt)})`;
}

/** "3 previous versions of 2 files, and 1 damaged file put aside" */
function questionWords(kept: KeptCopies): string {
  const [only, ...more] = kept.files;
  const ofFiles = only === undefined ? "" : `${totalOf({ ...kept, damaged: 0 })} of ${more.length === 0 ? `“${only.fileName}”` : `${kept.files.length} files`}`;
  const damaged = keptWords({ damaged: kept.damaged });
  return ofFiles === "" || damaged === "" ? ofFiles + damaged : `${ofFiles}, and ${damaged}`;
}

/** "" where there is nothing to remove. */
function totalOf(kept: Pick<KeptCopies, "files" | "damaged">): string {
  return keptWords(keptInAll(kept));
}
