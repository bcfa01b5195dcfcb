/**
 * The one contract between a window and its host. A closed list of verbs on opaque document handles; no paths come
 * from a window; results and errors are values. Both shells (Electron IPC, loopback HTTP) carry exactly this, and the
 * host checks every argument against host-api/schemas.ts before it acts.
 */
import type { Scenario } from "../model/scenario.ts";
import type { FileProblem } from "../scenario-file/problems.ts";

/** An opaque name for one open document, valid in the window that got it. */
export type DocumentHandle = string;

/** Another Paymix that has the file open, on this computer or another; `since` in ISO 8601, by that computer's clock. */
export type HeldBy = { readonly person: string; readonly computer: string; readonly since: string };

/** What the window may know of the file behind a document. Never a path it could send back. */
export type DocumentInfo = {
  readonly handle: DocumentHandle;
  /** File name without the extension, or null for an untitled document. */
  readonly fileName: string | null;
  /** Folder as shown to a person, for the title's tooltip; null for an untitled document. */
  readonly folder: string | null;
  readonly readOnly: boolean;
  /** Who else has the file open; it is not saved to until this window takes it over. */
  readonly heldBy: HeldBy | null;
  /** The file beside it that holds the same document, where this one's name is that with a computer's after it; else null. */
  readonly sameAs: string | null;
};

/** Weights that do not total 100 % yet, in basis points by KPI. They are in no document: the window shows them, recovery keeps them. */
export type PendingWeights = { readonly roleId: string; readonly weights: Readonly<Record<string, number>> };

export type OpenDocument = {
  readonly info: DocumentInfo;
  readonly scenario: Scenario;
  /** The document differs from what is on disk (a recovered or dragged-in copy). */
  readonly edited: boolean;
  readonly pendingWeights: PendingWeights | null;
};

export type RecentFile = { readonly id: string; readonly fileName: string; readonly folder: string; readonly missing: boolean };
export type Recovered = {
  readonly id: string;
  readonly fileName: string | null;
  readonly scenarioName: string;
  readonly savedAt: string;
  /** When it is removed because nobody asked for it in 90 days, in ISO 8601; null where that is not near. */
  readonly goesAt: string | null;
  /** How many inputs differ from its file as that is on disk, and the first of them in words; null where there is no file to compare with. */
  readonly changes: { readonly count: number; readonly first: readonly string[] } | null;
};
/** What a file held before a save replaced it; `from` is the name and place it had then, where that is not its own any more. */
export type PreviousVersion = { readonly id: string; readonly savedAt: string; readonly from: { readonly fileName: string; readonly folder: string } | null };

/** What Paymix keeps of one file; of an untitled document without a folder. */
export type KeptOfFile = { readonly fileName: string; readonly folder: string | null; readonly versions: number; readonly recoveryCopies: number; /** When the first of its recovery copies goes because nobody asked for it, in ISO 8601; null where that is not near. */ readonly goesAt: string | null };
/** What Paymix keeps of all files in its own folder, beside the recovery copies of documents that are open. */
export type KeptCopies = {
  readonly files: readonly KeptOfFile[];
  /** Damaged files of Paymix's own that were put aside, and recovery copies that cannot be read. */
  readonly damaged: number;
  /** When the first of those that were put aside goes, in ISO 8601; null where that is not near. */
  readonly damagedGoesAt: string | null;
  /** Recovery copies of documents that are open. They stay until those are saved or closed. */
  readonly open: number;
};

/** What is kept of a file that could not be opened: its previous versions, the newest first, and unsaved work on it. */
export type KeptOffer = { readonly versions: readonly PreviousVersion[]; readonly recovered: { readonly id: string; readonly savedAt: string } | null };

export type Preferences = {
  readonly theme: "system" | "light" | "dark";
  /** Headers that columns of results had last time, by what they are. */
  readonly resultColumns?: Readonly<Record<string, string>>;
};

/** Expected failures, each with what a person needs to act. `message` is one plain sentence; `kept` is there where a file was to be opened. */
export type HostError =
  | { readonly kind: "refused"; readonly fileName: string; readonly message: string; readonly problems: readonly FileProblem[]; readonly kept?: KeptOffer }
  | { readonly kind: "changed-on-disk"; readonly fileName: string; readonly message: string }
  | { readonly kind: "missing"; readonly fileName: string; readonly message: string; readonly kept?: KeptOffer }
  | { readonly kind: "read-only"; readonly fileName: string; readonly message: string }
  | { readonly kind: "open-elsewhere"; readonly fileName: string; readonly message: string }
  | { readonly kind: "held"; readonly fileName: string; readonly message: string }
  | { readonly kind: "not-saved"; readonly fileName: string; readonly message: string }
  | { readonly kind: "not-read"; readonly fileName: string; readonly message: string; readonly kept?: KeptOffer }
  /** The host does not answer; the window has its work alone. */
  | { readonly kind: "disconnected"; readonly message: string }
  | { readonly kind: "bad-call"; readonly message: string };

export type HostResult<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: HostError };

/** What came of asking for a document: it is here, another window shows it, or the person cancelled or stopped waiting. */
export type OpenOutcome =
  | { readonly kind: "here"; readonly document: OpenDocument }
  | { readonly kind: "other-window" }
  | { readonly kind: "cancelled" };

/** What came of asking for a scenario to look at: it stays a file, no document of any window. */
export type ReadOutcome =
  | { readonly kind: "here"; readonly fileName: string; readonly folder: string; readonly scenario: Scenario }
  | { readonly kind: "cancelled" };

export type SaveOutcome =
  | { readonly kind: "saved"; readonly info: DocumentInfo; /** Whether what the save replaced is among the previous versions; also where it replaced nothing. */ readonly previousKept: boolean }
  /** The person stopped it while it was written; the file holds what it held before. */
  | { readonly kind: "stopped" }
  | { readonly kind: "cancelled" };

export type StartState = {
  /** What this window was opened for; null shows the empty page. */
  readonly document: OpenDocument | null;
  /** Why the file this window was opened for could not be opened. */
  readonly error: HostError | null;
  readonly recent: readonly RecentFile[];
  readonly recovered: readonly Recovered[];
  readonly preferences: Preferences;
  readonly platform: "mac" | "windows" | "linux";
  readonly shell: "desktop" | "browser";
  /** The name of this computer, by which a sync program's copies are told. */
  readonly computer: string;
  /** The file that the window waits for longer than usual, and can stop waiting for; null where it waits for none. */
  readonly reading: string | null;
};

/** What runs, for a person to read and to pass on: no names of documents, and no path but that of Paymix's own folder. */
export type AboutPaymix = {
  readonly version: string;
  /** What the shell runs on, the most telling first. */
  readonly runtime: readonly { readonly name: string; readonly version: string }[];
  /** Name, version and processor of the operating system. */
  readonly system: string;
  /** Paymix's own folder as shown to a person: recovery copies, previous versions, recent files, preferences. */
  readonly dataFolder: string;
  /** Folder with the licences of Electron and Chromium; null where they are not beside the app. */
  readonly runtimeLicences: string | null;
};

/** Where a document that is asked for should go: this window (its document is closed), or a window of its own. */
export type Destination = "here" | "new-window";

/** Every verb with its arguments and its result. */
export type HostVerbs = {
  /** First call of a window. */
  start: { args: Record<string, never>; result: StartState };
  /** A new untitled document: a copy of the sample, or empty. */
  create: { args: { from: "sample" | "empty"; destination: Destination }; result: OpenOutcome };
  /** Asks the person for a file. A file that is already open brings its window to the front. */
  open: { args: { destination: Destination }; result: OpenOutcome };
  openRecent: { args: { id: string; destination: Destination }; result: OpenOutcome };
  /** A file's text dragged into the window: opens as an unsaved copy. */
  openText: { args: { fileName: string; text: string; destination: Destination }; result: OpenOutcome };
  /** Reads another scenario to compare with: a recent file, or the one the person chooses. */
  read: { args: { recentId: string | null }; result: ReadOutcome };
  /** The person does not wait any longer for the files that this window asked for; each of those calls says so in its own way. */
  stopReading: { args: Record<string, never>; result: null };
  /** A previous version of any file, as an unsaved copy. */
  openVersion: { args: { id: string; destination: Destination }; result: OpenOutcome };
  /** Puts a previous version to where its file was, if nothing lies there, and opens it. */
  putBack: { args: { id: string; destination: Destination }; result: OpenOutcome };
  /** Opens recovered work as an edited document; as a copy where the person does not wait for its file. */
  openRecovered: { args: { id: string; destination: Destination }; result: OpenOutcome };
  discardRecovered: { args: { id: string }; result: readonly Recovered[] };
  /** Writes the document to its file; an untitled one asks where. `replaceChanged` overwrites a file changed outside. */
  save: { args: { handle: DocumentHandle; scenario: Scenario; replaceChanged: boolean }; result: SaveOutcome };
  saveAs: { args: { handle: DocumentHandle; scenario: Scenario }; result: SaveOutcome };
  /** Stops the document's saves; each answers "stopped" or, where its file was being replaced already, what came of that. */
  stopSave: { args: { handle: DocumentHandle }; result: null };
  /** Writes the document to where its file was, if nothing lies there. */
  saveAgain: { args: { handle: DocumentHandle; scenario: Scenario }; result: SaveOutcome };
  /** Reads the file again and drops the window's version; null where the person stopped waiting for it, and nothing is dropped. */
  reload: { args: { handle: DocumentHandle }; result: OpenDocument | null };
  /** The file is this window's from now on, whoever else has it open. A file that holds something else by now is told as changed. */
  takeOver: { args: { handle: DocumentHandle }; result: DocumentInfo };
  /** What the document's file held before, the newest first. */
  versions: { args: { handle: DocumentHandle }; result: readonly PreviousVersion[] };
  /** Reads one of them; null for the file as it is on disk now, which answers null where the person stopped waiting for it. */
  readVersion: { args: { handle: DocumentHandle; id: string | null }; result: Scenario | null };
  /** Removes all previous versions of the document's file. */
  removeVersions: { args: { handle: DocumentHandle }; result: readonly PreviousVersion[] };
  /** What is kept of all files. */
  kept: { args: Record<string, never>; result: KeptCopies };
  /** Removes all of it; answers what could not be removed. */
  clearKept: { args: Record<string, never>; result: KeptCopies };
  /** Keeps a recovery copy of unsaved work; null scenario = nothing unsaved any more. Also sets the edited mark. */
  keepRecovery: { args: { handle: DocumentHandle; scenario: Scenario | null; pendingWeights: PendingWeights | null }; result: null };
  recent: { args: Record<string, never>; result: readonly RecentFile[] };
  clearRecent: { args: Record<string, never>; result: readonly RecentFile[] };
  setPreferences: { args: { preferences: Preferences }; result: Preferences };
  about: { args: Record<string, never>; result: AboutPaymix };
  /** The person agreed to close: the window goes, its recovery copy with it. */
  closeWindow: { args: { handle: DocumentHandle | null }; result: null };
};
export type HostVerb = keyof HostVerbs;

/** A choice made outside the page: the native menu, or the close button of the window. */
export type WindowCommand =
  | "new" | "new-from-sample" | "open" | "save" | "save-as" | "close" | "describe" | "versions" | "kept"
  | "undo" | "redo" | "theme-system" | "theme-light" | "theme-dark" | "about";

/** What a host tells its window without being asked. */
export type HostEvent =
  | { readonly kind: "command"; readonly command: WindowCommand }
  /** A file the operating system asked to open in this window (it is untouched and empty). */
  | { readonly kind: "opened"; readonly outcome: HostResult<OpenOutcome> }
  | { readonly kind: "recent"; readonly recent: readonly RecentFile[] }
  /** Recovered work was opened or discarded in some window. */
  | { readonly kind: "recovered"; readonly recovered: readonly Recovered[] }
  /** The document's file was changed or removed outside since it was read; told once for each change. */
  | { readonly kind: "file-changed"; readonly error: HostError }
  /** The shell lost its host, or has it back. */
  | { readonly kind: "connection"; readonly isLost: boolean }
  /** Another Paymix took the file over, or let go of it. */
  | { readonly kind: "held"; readonly info: DocumentInfo }
  /** A file takes longer than usual to read, and the person can stop waiting for it; null: none does any more. */
  | { readonly kind: "reading"; readonly fileName: string | null }
  /** Saving takes longer than usual, and can be stopped. */
  | { readonly kind: "save-slow"; readonly fileName: string }
  /** Saving waits for another program that holds the file. */
  | { readonly kind: "save-waiting"; readonly fileName: string };

/** The object each shell puts on `window.paymix`; renderer/platform is its only reader. */
export type HostBridge = {
  readonly call: <Verb extends HostVerb>(verb: Verb, args: HostVerbs[Verb]["args"]) => Promise<HostResult<HostVerbs[Verb]["result"]>>;
  readonly listen: (listener: (event: HostEvent) => void) => () => void;
};
