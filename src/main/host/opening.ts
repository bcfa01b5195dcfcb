/** Documents come into windows: new, from a file, from a text, from recovered work. */
import { dirname } from "node:path";
import type { Destination, HeldBy, HostResult, OpenOutcome, ReadOutcome } from "#shared/host-api/contract.ts";
import { emptyScenario } from "#shared/library/index.ts";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { shownFolder, shownName, UNTITLED } from "./file-names.ts";
import { describe, fail, noteRecent, succeed, type HostContext } from "./host-context.ts";
import { letGo } from "./holding.ts";
import { withKept } from "./kept-offer.ts";
import { refused } from "./messages.ts";
import { newDocument, openDocument, type DocumentStart, type HostWindow } from "./open-windows.ts";
import { tellRecovered } from "./recovered-changes.ts";
import { readDocument, readText, type DocumentFile } from "./read-document.ts";
import { sweepTemporaryFiles } from "./temporary-files.ts";
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
export async function openPath(context: HostContext, window: HostWindow | null, path: string, destination: Destination): Opened {
  const { ports, windows, marks } = context;
  const target = await ports.files.realpath(path).catch(() => path);
  const shown = windows.showing(target) ?? windows.showing(path);
  if (shown !== null) return toFront(context, shown);

  const read = await readDocument(ports.files, path);
  if (!read.ok) return fail(await withKept(context, path, read.error));
  const heldBy = await marks.claim(read.file.target);
  // It may have been opened in the meantime.
  const meanwhile = windows.showing(read.file.target);
  if (meanwhile !== null) return toFront(context, meanwhile);

  const opened = await showIn(context, window, destination, { recoveryId: ports.ids(), file: read.file, heldBy, givenName: null, scenario: read.scenario, edited: false });
  if (opened.ok) await afterOpening(context, path);
  if (windows.showing(read.file.target) === null) await marks.release(read.file.target);
  return opened;
}

async function afterOpening(context: HostContext, path: string): Promise<void> {
  const { ports, inBackground } = context;
  inBackground(sweepTemporaryFiles(ports.files, ports.clock, dirname(path)));
  await noteRecent(context, path);
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
export async function readToCompare(context: HostContext, path: string): Promise<HostResult<ReadOutcome>> {
  const read = await readDocument(context.ports.files, path);
  if (!read.ok) return fail(read.error);
  await noteRecent(context, path);
  return succeed({ kind: "here", fileName: shownName(path), folder: shownFolder(dirname(path), context.ports.homeFolder), scenario: read.scenario });
}

/** Recovered work, as an edited document that knows which content of which file it is based on. */
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
async function fileToReturnTo({ ports, windows, marks }: HostContext, window: HostWindow, path: string, baseHash: string): Promise<{ readonly file: DocumentFile; readonly heldBy: HeldBy | null } | null> {
  const target = await ports.files.realpath(path).catch(() => path);
  const readOnly = await ports.files.stat(target).then(isReadOnly, () => false);
  const heldBy = await marks.claim(target);
  const shown = windows.showing(target) ?? windows.showing(path);
  const isInTheWay = shown !== null && (shown !== window || window.document?.edited === true);
  return isInTheWay ? null : { file: { path, target, hash: baseHash, readOnly }, heldBy };
}

/** The operating system asks for a file: an empty window (the one named, if one is) shows it or says why not, else a new one does. */
export async function openFromOutside(context: HostContext, path: string, windowId?: string): Promise<void> {
  const { ports, windows } = context;
  const isEmpty = (window: HostWindow): boolean => window.document === null && window.error === null;
  const empty = windows.all().find((window) => isEmpty(window) && (windowId === undefined || window.id === windowId)) ?? null;
  const outcome = await openPath(context, empty, path, empty === null ? "new-window" : "here");
  // A window that has not asked yet what it shows gets the document, or the reason why there is none, from `start`.
  if (empty?.started === true) {
    ports.windows.send(empty.id, { kind: "opened", outcome });
  } else if (!outcome.ok) {
    const window = empty ?? windows.add(ports.ids());
    window.error = outcome.error;
    if (empty === null) await ports.windows.open(window.id).catch(() => windows.remove(window.id));
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
