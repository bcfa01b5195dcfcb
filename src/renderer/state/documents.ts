/** Opening, saving and closing, as a person asks for it. Nothing is dropped without a word. */
import type { Destination, HostError, HostEvent, HostResult, OpenDocument, OpenOutcome, Preferences, SaveOutcome, WindowCommand } from "#shared/host-api/contract.ts";
import { ENGINE_VERSION, expectedCost, headline } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { serializeScenario } from "#shared/scenario-file/index.ts";
import { roundMoney } from "#shared/units/money.ts";
import { callHost, listenToHost } from "../platform/host.ts";
import { forgetDocument } from "./comparison-store.ts";
import { forgetPeople } from "./people-store.ts";
import { focusControl } from "./focus-control.ts";
import { documentStore, isEdited, markSaved, redo, showDocument, showInfo, undo } from "./document-store.ts";
import { setPreferences } from "./preferences.ts";
import { keepRecoveryCopies } from "./recovery.ts";
import { resetSession, sessionStore } from "./session-store.ts";
import { isTypingText } from "./typing.ts";
import { noteAnswer, showProblem, showToast, windowStore, type WindowState } from "./window-store.ts";

/** Connects the window to its host and shows what it was opened for. */
export async function startWindow(): Promise<void> {
  listenToHost(hear);
  const started = await callHost("start", {});
  if (!started.ok) {
    windowStore.setState({ started: true });
    showProblem(started.error);
    return;
  }
  const { document, error, recent, recovered, preferences, platform, shell, computer, reading } = started.value;
  applyTheme(preferences);
  windowStore.setState({ started: true, recent, recovered, preferences, platform, shell, computer, reading, problem: error });
  if (document !== null) show(document);
  keepRecoveryCopies();
  if (shell === "browser") askBeforeTabCloses();
}

function hear(event: HostEvent): void {
  switch (event.kind) {
    case "command":
      // A native menu does not know where the focus is.
      if ((event.command === "undo" || event.command === "redo") && isTypingText()) document.execCommand(event.command);
      else void runCommand(event.command);
      return;
    case "opened":
      receive(event.outcome);
      return;
    case "recent":
      windowStore.setState({ recent: event.recent });
      return;
    case "recovered":
      windowStore.setState({ recovered: event.recovered });
      return;
    case "connection":
      noteAnswer(event.isLost);
      return;
    case "file-changed":
      showProblem(event.error);
      return;
    case "held":
      showInfo(event.info);
      return;
    case "reading":
      windowStore.setState({ reading: event.fileName });
      return;
    case "save-waiting":
      windowStore.setState({ saving: "waiting" });
      return;
    case "save-slow":
      // It may come after the save is through, or while another reason to wait is said.
      if (windowStore.getState().saving === "saving") windowStore.setState({ saving: "slow" });
      return;
  }
}

/** A choice from the native menu, a keyboard shortcut, or the window's close button. */
export async function runCommand(command: WindowCommand): Promise<void> {
  switch (command) {
    case "new":
      return newDocument("empty");
    case "new-from-sample":
      return newDocument("sample");
    case "open":
      return openDocument();
    case "save":
      return void (await saveDocument());
    case "save-as":
      return void (await saveDocumentAs());
    case "close":
      return requestClose();
    case "undo":
      return focusChanged(undo());
    case "redo":
      return focusChanged(redo());
    case "kept":
      return windowStore.setState({ fileDialog: command });
    case "describe":
      // A native menu may be a moment behind.
      return documentStore.getState().open === null ? undefined : windowStore.setState({ fileDialog: command });
    case "versions":
      return documentStore.getState().open?.info.fileName == null ? undefined : windowStore.setState({ fileDialog: command });
    case "about":
      return windowStore.setState({ showingAbout: true });
    case "theme-system":
    case "theme-light":
    case "theme-dark":
      return chooseTheme(command.slice("theme-".length) as Preferences["theme"]);
  }
}

/** Undo brings the focus to what it changed, so that the change is seen and can be taken further. */
function focusChanged(control: string | null): void {
  if (control !== null) focusControl(control);
}

/** One document a window: a window that shows work keeps it, and what is asked for gets a window of its own. */
function destination(): Destination {
  const { open } = documentStore.getState();
  if (open === null) return "here";
  return open.info.fileName === null && !isEdited(open) ? "here" : "new-window";
}

export async function newDocument(from: "sample" | "empty"): Promise<void> {
  receive(await callHost("create", { from, destination: destination() }));
}

export async function openDocument(): Promise<void> {
  receive(await callHost("open", { destination: destination() }));
}

export async function openRecent(id: string): Promise<void> {
  receive(await callHost("openRecent", { id, destination: destination() }));
}

/** A file dragged into the window: its text opens as an unsaved copy, since a page may not know where it lies. */
export async function openDropped(file: File): Promise<void> {
  receive(await callHost("openText", { fileName: file.name, text: await file.text(), destination: destination() }));
}

/** A scenario that is only looked at, as an unsaved copy to edit. */
export async function openCopy(fileName: string, scenario: Scenario): Promise<void> {
  receive(await callHost("openText", { fileName, text: serializeScenario(scenario, ENGINE_VERSION), destination: destination() }));
}

/** A previous version of a file, as an unsaved copy. */
export async function openVersion(id: string): Promise<void> {
  receive(await callHost("openVersion", { id, destination: destination() }));
}

/** A previous version goes back to where its file was, and is opened there. */
export async function putBackVersion(id: string): Promise<void> {
  receive(await callHost("putBack", { id, destination: destination() }));
}

export async function openRecovered(id: string): Promise<void> {
  receive(await callHost("openRecovered", { id, destination: destination() }));
}

export async function discardRecovered(id: string): Promise<void> {
  const left = await callHost("discardRecovered", { id });
  if (!left.ok) showProblem(left.error);
}

export async function clearRecent(): Promise<void> {
  const left = await callHost("clearRecent", {});
  if (left.ok) windowStore.setState({ recent: left.value });
}

function receive(outcome: HostResult<OpenOutcome>): void {
  if (!outcome.ok) return showProblem(outcome.error);
  if (outcome.value.kind === "here") show(outcome.value.document);
  // What could not be opened is answered by what another window shows now.
  else if (outcome.value.kind === "other-window" && isAboutOpening(windowStore.getState().problem)) showProblem(null);
}

function isAboutOpening(problem: HostError | null): boolean {
  return problem !== null && "kept" in problem;
}

function show(document: OpenDocument): void {
  resetSession(document.pendingWeights);
  forgetDocument();
  forgetPeople();
  showProblem(null);
  showDocument(document.info, document.scenario, { edited: document.edited });
  windowStore.setState({ fileDialog: null, differentResult: document.edited ? null : differentResult(document.scenario) });
}

/** What the file says was calculated when it was saved, where this version comes to something else. */
function differentResult(scenario: Scenario): WindowState["differentResult"] {
  if (scenario.lastResult === null) return null;
  const { engine, costAtTarget, expectedCost: savedExpected } = scenario.lastResult;
  const figures = [
    { figure: "Cost at target", saved: costAtTarget, now: headline(scenario).costAtTarget },
    { figure: "Expected cost", saved: savedExpected, now: expectedCost(scenario).total?.cost ?? null },
  ] as const;
  for (const { figure, saved, now } of figures) {
    if (saved === null || now === null) continue;
    const then = roundMoney(saved, scenario.currency);
    if (then !== now) return { figure, saved: then, now, engine };
  }
  return null;
}

/** Writes the document to its file; true when it is on disk. */
export async function saveDocument(options: { readonly replaceChanged: boolean } = { replaceChanged: false }): Promise<boolean> {
  commitTyping();
  const { open } = documentStore.getState();
  if (open === null) return false;
  return finishSave(open.scenario, (scenario) => callHost("save", { handle: open.info.handle, scenario, ...options }), options);
}

export async function saveDocumentAs(): Promise<boolean> {
  commitTyping();
  const { open } = documentStore.getState();
  if (open === null) return false;
  return finishSave(open.scenario, (scenario) => callHost("saveAs", { handle: open.info.handle, scenario }));
}

/** Writes the document to where its file was. */
export async function saveDocumentAgain(): Promise<boolean> {
  commitTyping();
  const { open } = documentStore.getState();
  if (open === null) return false;
  return finishSave(open.scenario, (scenario) => callHost("saveAgain", { handle: open.info.handle, scenario }));
}

async function finishSave(
  scenario: Scenario,
  save: (scenario: Scenario) => Promise<HostResult<SaveOutcome>>,
  options: { readonly replaceChanged: boolean } = { replaceChanged: false },
): Promise<boolean> {
  // What the last save came to says nothing about this one.
  windowStore.setState({ saving: "saving", toast: null });
  const outcome = await save(scenario);
  windowStore.setState({ saving: "idle" });
  if (!outcome.ok) {
    showProblem(outcome.error);
    return false;
  }
  noteAnswer(false);
  if (outcome.value.kind === "stopped") showToast("Saving was stopped. The file is unchanged.");
  if (outcome.value.kind !== "saved") return false;
  // What was edited while the file was written stays edited: only the written document is marked.
  markSaved(outcome.value.info, scenario);
  showProblem(null);
  showToast(savedWords(outcome.value, scenario, options));
  return true;
}

/** Gives up a save that takes long. Its file is unchanged, unless it is being replaced right now. */
export async function stopSaving(): Promise<void> {
  const { open } = documentStore.getState();
  if (open === null) return;
  windowStore.setState({ saving: "stopping" });
  await callHost("stopSave", { handle: open.info.handle });
}

function savedWords({ info, previousKept }: Extract<SaveOutcome, { readonly kind: "saved" }>, scenario: Scenario, { replaceChanged }: { readonly replaceChanged: boolean }): string {
  const pending = sessionStore.getState().pendingWeights;
  const role = scenario.roles.find((each) => each.id === pending?.roleId);
  const without = [
    ...(role === undefined ? [] : [`The weights of ${role.title} that do not total 100% yet are not in the file.`]),
    ...(previousKept ? (replaceChanged ? ["What the other program wrote is kept as a previous version."] : []) : ["What it replaced could not be kept as a previous version."]),
  ];
  return without.length === 0 ? `Saved ${info.fileName ?? ""}` : ["Saved.", ...without].join(" ");
}

/** A field that is being typed in counts as it stands when its document is saved. */
function commitTyping(): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLInputElement)) return;
  focused.blur();
  focused.focus();
}

/** The document as its file would be, without the host. */
export function documentText(): string {
  const { open } = documentStore.getState();
  return open === null ? "" : serializeScenario(open.scenario, ENGINE_VERSION);
}

/** The browser puts the document where it puts what is downloaded. */
export function downloadDocument(): void {
  commitTyping();
  const { open } = documentStore.getState();
  if (open === null) return;
  const address = URL.createObjectURL(new Blob([documentText()], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${open.info.fileName ?? (open.scenario.name === "" ? "Untitled" : open.scenario.name)}.paymix`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Drops the window's version and shows the file's. */
export async function reloadDocument(): Promise<void> {
  const { open } = documentStore.getState();
  if (open === null) return;
  const read = await callHost("reload", { handle: open.info.handle });
  if (!read.ok) showProblem(read.error);
  else if (read.value !== null) show(read.value);
}

/** Gives up waiting for a file that takes long to read. */
export async function stopReading(): Promise<void> {
  await callHost("stopReading", {});
}

/** The file is this window's from now on, whoever else has it open. True when it is. */
export async function takeOver(): Promise<boolean> {
  const { open } = documentStore.getState();
  if (open === null) return false;
  const taken = await callHost("takeOver", { handle: open.info.handle });
  if (taken.ok) {
    showInfo(taken.value);
    if (taken.value.heldBy === null) windowStore.setState(({ problem }) => (problem?.kind === "held" ? { problem: null } : {}));
  } else showProblem(taken.error);
  return taken.ok && taken.value.heldBy === null;
}

/** Closes at once what is saved; asks about what is not. */
export function requestClose(): void {
  const { open } = documentStore.getState();
  if (open !== null && isEdited(open)) windowStore.setState({ askingToClose: true });
  else void close();
}

export async function answerClose(answer: "save" | "discard" | "cancel"): Promise<void> {
  windowStore.setState({ askingToClose: false });
  if (answer === "cancel") return;
  if (answer === "save" && !(await saveDocument())) return;
  await close();
}

async function close(): Promise<void> {
  const { open } = documentStore.getState();
  documentStore.setState({ open: null });
  await callHost("closeWindow", { handle: open?.info.handle ?? null });
  const recent = await callHost("recent", {});
  if (recent.ok) windowStore.setState({ recent: recent.value });
}

export async function chooseTheme(theme: Preferences["theme"]): Promise<void> {
  if (await setPreferences({ theme })) applyTheme(windowStore.getState().preferences);
}

function applyTheme(preferences: Preferences): void {
  if (preferences.theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = preferences.theme;
}

/** A browser tab can only be asked about by the browser itself; a desktop window asks through `requestClose`. */
function askBeforeTabCloses(): void {
  window.addEventListener("beforeunload", (event) => {
    const { open } = documentStore.getState();
    if (open !== null && isEdited(open)) event.preventDefault();
  });
}
