/** Documents come into windows: new, from a file, from a text, from recovered work. */
import { dirname } from "node:path";
import type { Destination, HeldBy, HostError, HostResult, OpenOutcome, ReadOutcome } from "#shared/host-api/contract.ts";
import { emptyScenario } from "#shared/library/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { shownFolder, shownName, UNTITLED } from "./file-names.ts";
import { describe, fail, noteRecent, succeed, type HostContext } from "./host-context.ts";
import { letGo } from "./holding.ts";
import { withKept } from "./kept-offer.ts";
import { refused } from "./messages.ts";
import { newDocument, openDocument, type DocumentStart, type HostWindow } from "./open-windows.ts";
import { tellRecovered } from "./recovered-changes.ts";
import { readDocument, readText, type DocumentFile } from "./read-document.ts";
import { SLOW, waitFor } from "./reading.ts";
import { sameDocumentBeside } from "./same-document-beside.ts";
import { within } from "./within.ts";
import { isReadOnly } from "./write-document.ts";

type Opened = Promise<HostResult<OpenOutcome>>;

/** A new untitled document. */
export function create(context: HostContext, window: HostWindow, from: "sample" | "empty", destination: Destination): Opened {
  return showIn(context, window, destination, untitled(context, from));
}

export function untitled({ ports }: HostContext, from: "sample" | "empty"): DocumentStart {
  const id = ports.ids();
  const sample = ports.sample();
  const { currency, fiscalYear } = sample;
  const scenario = from === "sample" ? { ...sample, id } : emptyScenario({ id, name: UNTITLED, currency, fiscalYear });
  return { recoveryId: ports.ids(), file: null, givenName: null, scenario, edited: false };
}

/** Opens a file, or brings the window that shows it to the front. */
export async function openPath(context: HostContext, window: HostWindow, path: string, destination: Destination): Opened {
  return waitAndShow(context, window, path, findFile(context, path), destination);
}

/** What the disk said of a file that is to be opened. */
type Found =
  | { readonly kind: "shown"; readonly window: HostWindow }
  | { readonly kind: "read"; readonly file: DocumentFile; readonly scenario: Scenario; readonly heldBy: HeldBy | null; readonly sameAs: string | null }
  | { readonly kind: "failed"; readonly error: HostError };

async function findFile(context: HostContext, path: string): Promise<Found> {
  const { ports, windows, marks } = context;
  const target = await ports.files.realpath(path).catch(() => path);
  const shown = windows.showing(target) ?? windows.showing(path);
  if (shown !== null) return { kind: "shown", window: shown };
  const read = await readDocument(ports.files, path);
  if (!read.ok) return { kind: "failed", error: await withKept(context, path, read.error) };
  const { file, scenario } = read;
  const sameAs = await sameDocumentBeside(ports.files, path, scenario.id);
  return { kind: "read", file, scenario, sameAs, heldBy: await marks.claim(file.target) };
}

async function waitAndShow(context: HostContext, window: HostWindow, path: string, finding: Promise<Found>, destination: Destination, isSlow = false): Opened {
  const drop = (found: Found): void => {
    if (found.kind === "read") releaseUnshown(context, found.file.target);
  };
  const waited = await waitFor(context, window, path, finding, { drop, isSlow });
  if (waited === null) return succeed({ kind: "cancelled" });
  // What the person began here while the disk was slow is theirs, though the host may not have heard of an edit yet.
  const isTaken = waited.wasSlow && window.document !== null;
  return showFound(context, window, path, waited.value, isTaken ? "new-window" : destination);
}

async function showFound(context: HostContext, window: HostWindow | null, path: string, found: Found, destination: Destination): Opened {
  const { ports, windows } = context;
  if (found.kind === "failed") return fail(found.error);
  if (found.kind === "shown") return toFront(context, found.window);
  const { file, scenario, heldBy, sameAs } = found;
  // It may have been opened in the meantime.
  const shown = windows.showing(file.target);
  if (shown !== null) return toFront(context, shown);

  const opened = await showIn(context, window, destination, { recoveryId: ports.ids(), file, heldBy, sameAs, givenName: null, scenario, edited: false });
  if (opened.ok) {
    context.sweep(dirname(path));
    await noteRecent(context, path);
  }
  releaseUnshown(context, file.target);
  return opened;
}

function releaseUnshown({ windows, marks, inBackground }: HostContext, target: string): void {
  if (windows.showing(target) === null) inBackground(marks.release(target));
}

/** A file's text without its place: an unsaved copy. */
export async function openText(context: HostContext, window: HostWindow, fileName: string, text: string, destination: Destination): Opened {
  const read = readText(shownName(fileName), text);
  if (!read.ok) return fail(read.error);
  const { ids } = context.ports;
  return showIn(context, window, destination, {
    recoveryId: ids(),
    file: null,
    givenName: shownName(fileName),
    scenario: read.scenario,
    edited: true,
  });
}

/** A file as it is on disk, to look at beside a document. Nothing is held or remembered of it but its place in the recent files. */
export async function readToCompare(context: HostContext, window: HostWindow, path: string): Promise<HostResult<ReadOutcome>> {
  const waited = await waitFor(context, window, path, readDocument(context.ports.files, path));
  if (waited === null) return succeed({ kind: "cancelled" });
  const read = waited.value;
  if (!read.ok) return fail(read.error);
  await noteRecent(context, path);
  return succeed({ kind: "here", fileName: shownName(path), folder: shownFolder(dirname(path), context.ports.homeFolder), scenario: read.scenario });
}

/**
 * Recovered work, as an edited document that knows which content of which file it is based on. Where the person does not wait
 * for the disk of that file, it opens as a copy: the work itself is here.
 */
export async function openRecovered(context: HostContext, window: HostWindow, id: string, destination: Destination): Opened {
  const { recovery } = context;
  const copy = recovery.read(id);
  if (copy === null) {
    return fail({ kind: "not-read", fileName: "", message: "This recovered work was opened or discarded already." });
  }
  const parsed = parseScenario(Buffer.from(copy.document));
  if (!parsed.ok) return fail(refused(copy.fileName ?? copy.scenarioName, parsed.problems));

  recovery.take(id);
  const returned = copy.path === null || copy.baseHash === null ? null : await fileToReturnTo(context, window, copy.path, copy.baseHash);
  const replacesShown = returned !== null && window.document?.file?.target === returned.file.target;
  const opened = await showIn(context, window, replacesShown ? "here" : destination, {
    recoveryId: id,
    file: returned?.file ?? null,
    heldBy: returned?.heldBy ?? null,
    givenName: copy.fileName,
    scenario: parsed.scenario,
    edited: true,
    pendingWeights: copy.pendingWeights,
  });
  if (!opened.ok) recovery.leave(id);
  await tellRecovered(context);
  return opened;
}

/** The file recovered work goes back to, unless it is open, other than in this window with nothing unsaved: then the work is a copy. */
async function fileToReturnTo(context: HostContext, window: HostWindow, path: string, baseHash: string): Promise<{ readonly file: DocumentFile; readonly heldBy: HeldBy | null } | null> {
  const { ports, windows, marks } = context;
  const looking = ports.files.realpath(path).catch(() => path).then(async (target) => ({
    target,
    readOnly: await ports.files.stat(target).then(isReadOnly, () => false),
    heldBy: await marks.claim(target),
  }));
  const waited = await waitFor(context, window, path, looking, { drop: ({ target }) => releaseUnshown(context, target) });
  if (waited === null) return null;
  const { target, readOnly, heldBy } = waited.value;
  const shown = windows.showing(target) ?? windows.showing(path);
  const isInTheWay = shown !== null && (shown !== window || window.document?.edited === true);
  return isInTheWay ? null : { file: { path, target, hash: baseHash, readOnly }, heldBy };
}

/**
 * The operating system asks for a file: an empty window (the one named, if one is) shows it or says why not, else a new one
 * does. A new one is there as soon as the disk is found to be slow.
 */
export async function openFromOutside(context: HostContext, path: string, windowId?: string): Promise<void> {
  const { ports, windows } = context;
  const isEmpty = (window: HostWindow): boolean => window.document === null && window.error === null && window.readings.size === 0;
  const finding = findFile(context, path);
  let empty = windows.all().find((window) => isEmpty(window) && (windowId === undefined || window.id === windowId)) ?? null;
  const isSlow = empty === null && !(await within(SLOW, finding.then(() => true), false));
  if (isSlow) empty = await waitingWindow(context);
  const outcome = empty === null ? await showFound(context, null, path, await finding, "new-window") : await waitAndShow(context, empty, path, finding, "here", isSlow);
  // A window that has not asked yet what it shows gets the document, or the reason why there is none, from `start`.
  if (empty?.started === true) {
    ports.windows.send(empty.id, { kind: "opened", outcome });
  } else if (!outcome.ok) {
    const window = empty ?? windows.add(ports.ids());
    window.error = outcome.error;
    if (empty === null) await ports.windows.open(window.id).catch(() => windows.remove(window.id));
  }
}

/** null where no window could be opened: the file is waited for without one. */
async function waitingWindow({ ports, windows }: HostContext): Promise<HostWindow | null> {
  const window = windows.add(ports.ids());
  try {
    await ports.windows.open(window.id);
    return window;
  } catch {
    windows.remove(window.id);
    return null;
  }
}

function toFront({ ports }: HostContext, window: HostWindow): HostResult<OpenOutcome> {
  ports.windows.focus(window.id);
  return succeed({ kind: "other-window" });
}

/** Shows a document in the window that asked, or in a new one. Unsaved work is never replaced. */
async function showIn(context: HostContext, window: HostWindow | null, destination: Destination, start: DocumentStart): Opened {
  const { ports, windows } = context;
  // The window may be gone, or hold unsaved work, since the person was asked for a file.
  if (window !== null && windows.get(window.id) === null) return succeed({ kind: "cancelled" });
  if (window !== null && destination === "here" && window.document?.edited !== true) {
    return succeed({ kind: "here", document: attach(context, window, start) });
  }
  const other = windows.add(ports.ids());
  attach(context, other, start);
  try {
    await ports.windows.open(other.id);
  } catch {
    windows.remove(other.id);
    return fail({ kind: "bad-call", message: "No further window could be opened." });
  }
  describe(context, other);
  return succeed({ kind: "other-window" });
}

/** Puts a document into a window in place of the one that is there, which has nothing unsaved. */
export function attach(context: HostContext, window: HostWindow, start: DocumentStart): ReturnType<typeof openDocument> {
  const { ports, recovery, inBackground } = context;
  if (window.document !== null) {
    inBackground(recovery.drop(window.document.recoveryId));
    if (window.document.file?.target !== start.file?.target) letGo(context, window.document);
  }
  recovery.take(start.recoveryId);
  window.document = newDocument(ports.ids(), start);
  window.error = null;
  describe(context, window);
  return openDocument(window.document, ports.homeFolder);
}
