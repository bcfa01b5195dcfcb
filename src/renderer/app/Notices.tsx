/** Bars under the title bar: what is not solved yet, and what can be brought back. They stay until answered. */
import { useState, type ReactElement } from "react";
import type { HostError, Recovered } from "#shared/host-api/contract.ts";
import { notCalculated } from "#shared/engine/index.ts";
import { formatMoney } from "#shared/report/format.ts";
import { Button } from "../controls/Button.tsx";
import { CopyButton } from "../controls/CopyButton.tsx";
import { NoticeBar } from "../controls/NoticeBar.tsx";
import { discardRecovered, documentText, downloadDocument, openRecovered, openVersion, putBackVersion, reloadDocument, saveDocument, saveDocumentAgain, saveDocumentAs, stopReading, stopSaving, takeOver } from "../state/documents.ts";
import { readFile } from "../state/compare-files.ts";
import { conflictedCopyOf } from "../state/conflicted-copy.ts";
import { showPlace } from "../state/session-store.ts";
import { compareVersion } from "../state/versions.ts";
import { useDocument, useWindow } from "../state/use-stores.ts";
import { showProblem, windowStore } from "../state/window-store.ts";
import { dayOf, versionTime, whenOf } from "./when.ts";

export function Notices(): ReactElement {
  const problem = useWindow((state) => state.problem);
  const recovered = useWindow((state) => state.recovered);
  const recoveryProblem = useWindow((state) => state.recoveryProblem);
  const saving = useWindow((state) => state.saving);
  return (
    <div className="notices">
      <Lost />
      <SlowFile />
      {saving === "waiting" ? <NoticeBar tone="information" message="Waiting for another program that holds the file…" /> : null}
      {saving === "slow" ? (
        <NoticeBar
          tone="information"
          message="Saving takes longer than usual: the disk or the network is slow. You can go on working meanwhile."
          actions={<Button onPress={() => void stopSaving()}>Stop saving</Button>}
        />
      ) : null}
      {saving === "stopping" ? <NoticeBar tone="information" message="The file is being replaced, which cannot be stopped. You can go on working meanwhile." /> : null}
      {problem === null || problem.kind === "refused" ? null : <ProblemBar problem={problem} />}
      {recoveryProblem === null ? null : <NoticeBar tone="problem" message={recoveryProblem.message} />}
      {recovered.map((found) => (
        <NoticeBar
          key={found.id}
          tone="advice"
          message={`Recovered changes to “${found.fileName ?? found.scenarioName}” from ${whenOf(found.savedAt)}${changesText(found.changes)}${found.goesAt === null ? "" : ` Kept until ${dayOf(found.goesAt)}.`}`}
          actions={
            <>
              <Button onPress={() => void openRecovered(found.id)}>Open</Button>
              <Button onPress={() => void discardRecovered(found.id)}>Discard</Button>
            </>
          }
        />
      ))}
      <HeldElsewhere />
      <DifferentResult />
      <ConflictedCopy />
      <NotInTheFigures />
    </div>
  );
}

/** Nothing is there to look at yet, and the disk may not answer at all. */
function SlowFile(): ReactElement | null {
  const fileName = useWindow((state) => (state.lost ? null : state.reading));
  const isOpen = useDocument((state) => state.open !== null);
  if (fileName === null) return null;
  return (
    <NoticeBar
      tone="information"
      message={`Reading “${fileName}” takes longer than usual: the disk or the network is slow.${isOpen ? " You can go on working meanwhile." : ""}`}
      actions={<Button onPress={() => void stopReading()}>Stop waiting</Button>}
    />
  );
}

/** The work is in the window alone; here is a way out for it. */
function Lost(): ReactElement | null {
  const isLost = useWindow((state) => state.lost);
  const isBrowser = useWindow((state) => state.shell === "browser");
  const isOpen = useDocument((state) => state.open !== null);
  if (!isLost) return null;
  return (
    <NoticeBar
      tone="problem"
      message={
        isBrowser
          ? "Paymix was stopped in its terminal. Changes made up to a second before were kept and come back at the next start; later ones are not."
          : "Paymix lost the connection to its file service. Your work is still in this window; further changes are not kept."
      }
      actions={
        isOpen ? (
          <>
            {isBrowser ? <Button onPress={downloadDocument}>Download the scenario</Button> : null}
            <CopyButton label="Copy the file’s text" subject="text of the file" text={documentText} />
          </>
        ) : undefined
      }
    />
  );
}

function ProblemBar({ problem }: { readonly problem: HostError }): ReactElement {
  return (
    <NoticeBar
      tone="problem"
      message={problem.message}
      onDismiss={() => showProblem(null)}
      actions={
        <>
          {problem.kind === "changed-on-disk" ? (
            <>
              <Button onPress={() => void compareVersion(null, `${problem.fileName} on disk`)}>Compare</Button>
              <Button onPress={() => void saveDocumentAs()}>Save a copy…</Button>
              <Button onPress={() => void saveDocument({ replaceChanged: true })}>Replace the file</Button>
              <Button onPress={() => void reloadDocument()}>Show the file, drop mine</Button>
            </>
          ) : null}
          {problem.kind === "held" ? (
            <>
              <Button onPress={() => void saveDocumentAs()}>Save a copy…</Button>
              <Button onPress={() => void takeOver().then((taken) => (taken ? saveDocument() : false))}>Take over and save</Button>
            </>
          ) : null}
          {problem.kind === "missing" && problem.kept === undefined ? <Button onPress={() => void saveDocumentAgain()}>Save it there again</Button> : null}
          {problem.kind === "not-saved" || problem.kind === "read-only" || (problem.kind === "missing" && problem.kept === undefined) ? (
            <Button onPress={() => void saveDocumentAs()}>Save as…</Button>
          ) : null}
          {problem.kind === "missing" || problem.kind === "not-read" ? <KeptVersion problem={problem} /> : null}
        </>
      }
    />
  );
}

/** The newest version of a file that could not be opened; where it is gone, it can be put back. */
function KeptVersion({ problem }: { readonly problem: Extract<HostError, { readonly kind: "missing" | "not-read" }> }): ReactElement | null {
  const newest = problem.kept?.versions[0];
  if (newest === undefined) return null;
  const name = `the version of ${versionTime(newest.savedAt)}`;
  return (
    <>
      {problem.kind === "missing" ? <Button onPress={() => void putBackVersion(newest.id)}>{`Put back ${name}`}</Button> : null}
      <Button onPress={() => void openVersion(newest.id)}>{problem.kind === "missing" ? "Open it as a copy" : `Open ${name} as a copy`}</Button>
    </>
  );
}

/** Two people at one file: the second one looks, until one of them decides. */
function HeldElsewhere(): ReactElement | null {
  const info = useDocument((state) => state.open?.info ?? null);
  const isSaid = useWindow((state) => state.problem?.kind === "held");
  if (info?.heldBy == null || isSaid) return null;
  const { person, computer, since } = info.heldBy;
  return (
    <NoticeBar
      tone="advice"
      message={`“${info.fileName ?? ""}” is open in another Paymix: ${person === "" ? "" : `${person} on `}${computer}${sinceText(since)}. What you change here is not saved to it.`}
      actions={
        <>
          <Button onPress={() => void saveDocumentAs()}>Save a copy…</Button>
          <Button onPress={() => void takeOver()}>Take over</Button>
        </>
      }
    />
  );
}

/** Somebody has to look at both before one of them is thrown away. */
function ConflictedCopy(): ReactElement | null {
  const fileName = useDocument((state) => state.open?.info.fileName ?? null);
  const computer = useWindow((state) => state.computer);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const sameAs = useDocument((state) => state.open?.info.sameAs ?? null);
  const named = fileName === null ? null : conflictedCopyOf(fileName, computer);
  if (fileName === null || (named ?? sameAs) === null || dismissed === fileName) return null;
  const compare = async (): Promise<void> => {
    await readFile(null);
    showPlace("compare");
  };
  return (
    <NoticeBar
      tone="advice"
      message={
        named === null
          ? `This holds the same document as “${String(sameAs)}” beside it, and may be a conflicted copy that a program that syncs files made. Look at both before you remove one.`
          : `This looks like a conflicted copy of “${named}”, made by a program that syncs files. Look at both before you remove one.`
      }
      actions={<Button onPress={() => void compare()}>Compare…</Button>}
      onDismiss={() => setDismissed(fileName)}
    />
  );
}

/** Figures that were agreed on in a meeting must not change without a word. */
function DifferentResult(): ReactElement | null {
  const different = useWindow((state) => state.differentResult);
  const currency = useDocument((state) => state.open?.scenario.currency ?? "USD");
  if (different === null) return null;
  return (
    <NoticeBar
      tone="advice"
      message={`${different.figure} was ${formatMoney(different.saved, currency, "full")} when this file was saved (engine ${different.engine}); this version calculates ${formatMoney(different.now, currency, "full")}.`}
      onDismiss={() => windowStore.setState({ differentResult: null })}
    />
  );
}

/** A file may hold settings that no figure uses yet; figures that leave something out say so. */
function NotInTheFigures(): ReactElement | null {
  const scenario = useDocument((state) => state.open?.scenario ?? null);
  const left = scenario === null ? [] : notCalculated(scenario);
  if (left.length === 0) return null;
  return <NoticeBar tone="information" message={`Not in these figures: ${left.map((each) => each.label).join(", ")}.`} />;
}

/** ": CAM: split 60/40 → 50/50, and 2 more." */
function changesText(changes: Recovered["changes"]): string {
  if (changes === null) return ".";
  if (changes.count === 0) return ": no input differs from the file.";
  const more = changes.count - changes.first.length;
  return `: ${changes.first.join("; ")}${more === 0 ? "" : `; and ${more} more`}.`;
}

/** ", since 14:02"; the day too where it is another one; nothing where the other clock is ahead of this one. */
function sinceText(since: string): string {
  if (new Date(since) > new Date()) return "";
  return `, since ${whenOf(since)}`;
}
