/** Documents go to files. One save at a time for each document; while one runs, only the newest request waits. */
import { dirname } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { HostError, HostResult, SaveOutcome } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { documentBytes } from "./document-bytes.ts";
import { EXTENSION, freeFileName, shownName, suggestedName, withExtension } from "./file-names.ts";
import { describe, fail, noteRecent, succeed, type HostContext } from "./host-context.ts";
import { checkMark } from "./holding.ts";
import { cannotBeSaved, changedOnDisk, held, nameIsTaken, openElsewhere, saveError } from "./messages.ts";
import { documentInfo, unsavedWork, type Document, type HostWindow, type SaveRequest } from "./open-windows.ts";
import type { DocumentFile } from "./read-document.ts";
import { createSaveStop, type SaveStop } from "./save-stop.ts";
import { QUICK, within } from "./within.ts";
import { writeDocument, type Expectation, type WriteOutcome } from "./write-document.ts";

type Saved = Promise<HostResult<SaveOutcome>>;

/** A save that takes longer than these milliseconds is said to, and can be stopped. */
const LONG = 1_000;

/** Writes the document to its file; an untitled one asks where. */
export function save(context: HostContext, window: HostWindow, document: Document, request: SaveRequest): Saved {
  const kept = keepBeforeSaving(context, document, request.scenario);
  if (document.waitingSave !== null) {
    document.waitingSave.request = request;
    return document.waitingSave.answer;
  }
  const answer = inTurn(context, window, document, async (run) => {
    const newest = document.waitingSave?.request ?? request;
    document.waitingSave = null;
    await kept;
    return document.file === null ? saveUnderNewName(run, newest.scenario) : saveToItsFile(run, document.file, newest);
  });
  document.waitingSave = { request, answer };
  return answer;
}

/** Asks where, and goes on with that file. */
export function saveAs(context: HostContext, window: HostWindow, document: Document, scenario: Scenario): Saved {
  return keptFirst(context, window, document, scenario, (run) => saveUnderNewName(run, scenario));
}

/** Writes the document to where its file was, if nothing lies there. */
export function saveAgain(context: HostContext, window: HostWindow, document: Document, scenario: Scenario): Saved {
  return keptFirst(context, window, document, scenario, (run) => {
    const { file } = document;
    if (file === null) return saveUnderNewName(run, scenario);
    return saidWhenLong(run, shownName(file.path), () => write(run, { path: file.path, scenario, expected: { kind: "absent" }, whenTaken: changedOnDisk(file.path) }));
  });
}

function keptFirst(context: HostContext, window: HostWindow, document: Document, scenario: Scenario, work: (run: Run) => Saved): Saved {
  const kept = keepBeforeSaving(context, document, scenario);
  return inTurn(context, window, document, async (run) => {
    await kept;
    return work(run);
  });
}

/** The person stops the saves of a document: those that wait, and the one that runs unless its file is being replaced. */
export function stopSaving(document: Document): void {
  for (const { stop } of document.stops) stop();
}

/** One save, in its turn. */
type Run = { readonly context: HostContext; readonly window: HostWindow; readonly document: Document; readonly stop: SaveStop };

function inTurn(context: HostContext, window: HostWindow, document: Document, work: (run: Run) => Saved): Saved {
  const stop = createSaveStop();
  document.stops.add(stop);
  return document.queue.add(async () => {
    try {
      // What hangs on a disk that does not answer must not hold up the next save, which may go to another disk.
      return await Promise.race([work({ context, window, document, stop }), stop.stopped.then(() => STOPPED)]);
    } finally {
      document.stops.delete(stop);
    }
  });
}

const STOPPED = succeed<SaveOutcome>({ kind: "stopped" });

/** Tells the window when this part of a save takes long. */
async function saidWhenLong<Value>({ context, window, document, stop }: Run, fileName: string, work: () => Promise<Value>): Promise<Value> {
  const { clock, windows } = context.ports;
  let isOver = false;
  void clock.wait(LONG).then(() => {
    if (!isOver && !stop.isStopped() && window.document === document) windows.send(window.id, { kind: "save-slow", fileName });
  });
  try {
    return await work();
  } finally {
    isOver = true;
  }
}

/** Whatever happens to the save, the work is in the recovery store before the file is touched. */
async function keepBeforeSaving({ recovery }: HostContext, document: Document, scenario: Scenario): Promise<void> {
  if (!document.edited && isDeepStrictEqual(scenario, document.saved)) return;
  document.current = scenario;
  document.edited = true;
  await recovery.keep(document.recoveryId, unsavedWork(document));
}

function saveToItsFile(run: Run, { path, hash }: DocumentFile, request: SaveRequest): Saved {
  const { context, window, document } = run;
  return saidWhenLong(run, shownName(path), async () => {
    await checkMark(context, window, document);
    if (document.heldBy !== null) return fail(held(path, document.heldBy));
    const expected: Expectation = request.replaceChanged ? { kind: "anything" } : { kind: "holds", hash };
    return write(run, { path, scenario: request.scenario, expected });
  });
}

async function saveUnderNewName(run: Run, scenario: Scenario): Saved {
  const { context, window, document, stop } = run;
  const { ports, windows } = context;
  const folder = document.file === null ? ports.documentsFolder : dirname(document.file.path);
  const name = suggestedName(document.file === null ? (document.givenName ?? scenario.name) : shownName(document.file.path));
  const free = await within(QUICK, freeFileName(ports.files, folder, name), null);
  // A folder that does not answer is no place to begin in, and must not keep the person from choosing another.
  const start = free === null ? { suggestedName: name + EXTENSION, folder: ports.documentsFolder } : { suggestedName: free, folder };
  const chosen = await ports.dialogs.chooseFileToSave(window.id, start);
  if (chosen === null) return succeed({ kind: "cancelled" });

  // The person was asked about replacing the file that was chosen, not the one that the extension makes of it.
  const path = withExtension(chosen);
  const expected: Expectation = path === chosen ? { kind: "anything" } : { kind: "absent" };
  return saidWhenLong(run, shownName(path), () =>
    context.newNames.add(() =>
      Promise.race([
        stop.stopped.then(() => STOPPED),
        (async () => {
          const target = await ports.files.realpath(path).catch(() => path);
          const other = windows.showing(target) ?? windows.showing(path);
          if (other !== null && other.document !== document) return fail(openElsewhere(path));
          return write(run, { path, scenario, expected });
        })(),
      ]),
    ),
  );
}

type Write = { readonly path: string; readonly scenario: Scenario; readonly expected: Expectation; /** Said where a file is there that must not be. */ readonly whenTaken?: HostError };

async function write(run: Run, { path, scenario, expected, whenTaken = nameIsTaken(path) }: Write): Saved {
  const { context, window, document, stop } = run;
  const { ports, versions } = context;
  const content = documentBytes(scenario);
  if (!content.ok) return fail(cannotBeSaved(shownName(path), content.problems));
  let previousKept = true;
  const outcome = await writeDocument(ports, {
    path,
    bytes: Buffer.from(content.text),
    expected,
    keepPrevious: async (target, bytes) => {
      previousKept = await versions.keep(target, bytes);
    },
    goesOn: stop.goesOn,
    onWaiting: () => ports.windows.send(window.id, { kind: "save-waiting", fileName: shownName(path) }),
  });
  if (outcome.kind === "given-up") return STOPPED;
  if (outcome.kind === "changed" && expected.kind === "absent") return fail(whenTaken);
  if (outcome.kind !== "written") return fail(saveError(path, outcome));
  await afterSaving(context, window, document, { path, scenario, outcome });
  return succeed({ kind: "saved", info: documentInfo(document, ports.homeFolder), previousKept });
}

async function afterSaving(
  context: HostContext,
  window: HostWindow,
  document: Document,
  { path, scenario, outcome }: { readonly path: string; readonly scenario: Scenario; readonly outcome: Extract<WriteOutcome, { readonly kind: "written" }> },
): Promise<void> {
  const { recovery, marks, inBackground } = context;
  const isNewName = document.file?.path !== path;
  if (document.file?.target !== outcome.target) {
    if (document.file !== null) inBackground(marks.release(document.file.target));
    document.heldBy = await marks.claim(outcome.target);
  }
  document.file = { path, target: outcome.target, hash: outcome.hash, readOnly: false };
  if (isNewName) document.sameAs = null;
  document.saved = scenario;
  // Weights that do not total 100 % yet are in no file.
  document.edited = document.edited && (document.pendingWeights !== null || !isDeepStrictEqual(document.current, scenario));
  describe(context, window);
  // What was edited while the file was written stays unsaved, now based on what the file holds.
  if (document.edited) inBackground(recovery.keep(document.recoveryId, unsavedWork(document)));
  else await recovery.drop(document.recoveryId);
  if (isNewName) context.sweep(dirname(path));
  await noteRecent(context, path);
}
