/** What happens to a document between opening and saving: unsaved work, outside changes, reloading, closing. */
import type { DocumentInfo, HostResult, OpenDocument, PendingWeights } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { contentHash } from "./content-hash.ts";
import { badCall, describe, fail, succeed, type HostContext } from "./host-context.ts";
import { checkMark, letGo } from "./holding.ts";
import { changedOnDisk, missing, recoveryIsOff } from "./messages.ts";
import { documentInfo, documentName, openDocument, unsavedWork, type Document, type HostWindow } from "./open-windows.ts";
import { readDocument } from "./read-document.ts";
import { waitFor } from "./reading.ts";
import { isAbsent } from "./system-errors.ts";
import { LARGEST_REPLACED } from "./write-document.ts";

/** Keeps a copy of unsaved work. */
export async function keepUnsaved(context: HostContext, window: HostWindow, document: Document, scenario: Scenario, pendingWeights: PendingWeights | null): Promise<HostResult<null>> {
  document.current = scenario;
  document.pendingWeights = pendingWeights;
  markEdited(context, window, document);
  const kept = await context.recovery.keep(document.recoveryId, unsavedWork(document));
  return kept ? succeed(null) : fail(recoveryIsOff(documentName(document)));
}

/** The window holds work that is not in the file. */
export function markEdited(context: HostContext, window: HostWindow, document: Document): void {
  document.edited = true;
  describe(context, window);
}

/** The window is back at what the file holds. */
export async function forgetUnsaved(context: HostContext, window: HostWindow, document: Document): Promise<HostResult<null>> {
  document.current = document.saved ?? document.current;
  document.pendingWeights = null;
  document.edited = false;
  describe(context, window);
  await context.recovery.drop(document.recoveryId);
  return succeed(null);
}

/** Reads the file again; what was unsaved is dropped. null where the person stopped waiting for it: nothing is dropped then. */
export function reload(context: HostContext, window: HostWindow, document: Document): Promise<HostResult<OpenDocument | null>> {
  const { ports, recovery } = context;
  return document.queue.add(async () => {
    if (document.file === null) return badCall("An untitled document has no file to read again.");
    const waited = await waitFor(context, window, document.file.path, readDocument(ports.files, document.file.path));
    if (waited === null) return succeed(null);
    const read = waited.value;
    if (!read.ok) return fail(read.error);
    document.file = read.file;
    document.saved = read.scenario;
    document.current = read.scenario;
    document.pendingWeights = null;
    document.edited = false;
    document.toldOf = null;
    describe(context, window);
    await recovery.drop(document.recoveryId);
    return succeed(openDocument(document, ports.homeFolder));
  });
}

/**
 * Tells the window when its file has changed outside, once for each change, and when another Paymix has it. No save waits
 * for this: the disk may not answer, and the person wants to save elsewhere.
 */
export function checkFile(context: HostContext, window: HostWindow, document: Document): Promise<void> {
  document.check ??= lookAtFile(context, window, document).finally(() => (document.check = null));
  return document.check;
}

async function lookAtFile(context: HostContext, window: HostWindow, document: Document): Promise<void> {
  const { ports } = context;
  const { file } = document;
  // A save looks itself.
  if (file === null || document.stops.size > 0) return;
  await checkMark(context, window, document);
  let now: string;
  try {
    now = contentHash(await ports.files.read(file.path, LARGEST_REPLACED));
  } catch (error) {
    // A file that cannot be read right now says nothing about its content.
    if (!isAbsent(error)) return;
    now = "missing";
  }
  // Saved or read again meanwhile: what was seen is of before.
  if (document.file !== file || document.stops.size > 0 || window.document !== document) return;
  if (now !== file.hash && now !== document.toldOf) {
    const error = now === "missing" ? missing(file.path) : changedOnDisk(file.path);
    ports.windows.send(window.id, { kind: "file-changed", error });
  }
  document.toldOf = now === file.hash ? null : now;
}

/** The person decided that the file is theirs. What it holds by now is looked at like any change from outside. */
export async function takeOver(context: HostContext, window: HostWindow, document: Document): Promise<HostResult<DocumentInfo>> {
  const { file } = document;
  if (file === null) return badCall("An untitled document has no file to take over.");
  const taking = context.marks.takeOver(file.target).then(() => document.check ?? undefined);
  if ((await waitFor(context, window, file.path, taking)) !== null) {
    document.heldBy = null;
    await waitFor(context, window, file.path, checkFile(context, window, document));
  }
  return succeed(documentInfo(document, context.ports.homeFolder));
}

/** The person agreed to let go of what is unsaved. A save that is running is waited for. */
export async function discard(context: HostContext, window: HostWindow, document: Document): Promise<void> {
  await document.queue.settled();
  await context.recovery.drop(document.recoveryId);
  letGo(context, document);
  if (window.document === document) window.document = null;
}

/** The window is gone without a word. What is unsaved is kept for the next time. */
export function leave(context: HostContext, document: Document): void {
  const { recovery, inBackground } = context;
  letGo(context, document);
  if (document.edited) {
    inBackground(recovery.keep(document.recoveryId, unsavedWork(document)));
    recovery.leave(document.recoveryId);
  } else {
    inBackground(recovery.drop(document.recoveryId));
  }
}
