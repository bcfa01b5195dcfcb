/**
 * What the host needs from outside: files, a clock, dialogs, windows. A shell passes the real ones (file-port.ts,
 * system-clock.ts and its own dialogs and windows); tests pass ones that fail on purpose.
 */
import type { AboutPaymix, HostEvent, StartState } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";

export type FileStat = {
  readonly kind: "file" | "folder" | "link" | "other";
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, as the file system says. */
  readonly modifiedAt: number;
  /** Permission bits only. */
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
};

/** A new file that is being written. */
export type NewFile = {
  /** Writes what it can of `bytes` at the end and answers how many bytes that was: it may be fewer, without an error. */
  readonly write: (bytes: Uint8Array) => Promise<number>;
  readonly sync: () => Promise<void>;
  readonly setMode: (mode: number) => Promise<void>;
  readonly setOwner: (owner: number, group: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The file operations the host uses. Each fails with an error that carries the system's `code` (ENOSPC, EACCES …). */
export type FilePort = {
  /** Reads at most `limit` bytes; a longer file fails with code EFBIG. */
  readonly read: (path: string, limit: number) => Promise<Uint8Array>;
  /** Makes a file that must not exist yet. */
  readonly create: (path: string, mode: number) => Promise<NewFile>;
  /** Follows links. */
  readonly stat: (path: string) => Promise<FileStat>;
  /** Does not follow a link at the end of the path. */
  readonly lstat: (path: string) => Promise<FileStat>;
  readonly realpath: (path: string) => Promise<string>;
  /** Whether this person may write to the file or folder. */
  readonly mayWrite: (path: string) => Promise<boolean>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Makes the folder and those above it; nothing happens when it is there. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** The same for a folder that only its owner may look into, also where it was there and others might. */
  readonly makePrivateFolder: (folder: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Removes a folder that is empty; fails for any other. */
  readonly removeFolder: (folder: string) => Promise<void>;
  /** Makes a rename in the folder last through a power loss. */
  readonly syncFolder: (folder: string) => Promise<void>;
};

/** Puts bytes at a path before it returns, all of them or none; throws where it cannot. For the moment in which the system ends the process. */
export type WriteAtOnce = (path: string, bytes: Uint8Array) => void;

export type Clock = {
  /** Milliseconds since 1970. Shown to people and used for ages, never for order. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** A window that goes, or a page that is loaded again, while it asks counts as cancelled. Paths are absolute. */
export type Dialogs = {
  /** Answers the path chosen, or null when the person cancelled. */
  readonly chooseFileToOpen: (windowId: string, start: { readonly folder: string }) => Promise<string | null>;
  /** Like the above; has asked the person when the path chosen is there already. */
  readonly chooseFileToSave: (
    windowId: string,
    start: { readonly suggestedName: string; readonly folder: string },
  ) => Promise<string | null>;
};

/** What a window's frame shows. */
export type WindowDescription = {
  /** The document's name without the product's; null while the window shows the empty page. */
  readonly title: string | null;
  readonly edited: boolean;
  /** The file behind the document, for the frame's file icon; null for an untitled document. */
  readonly path: string | null;
};

export type Windows = {
  /** Makes a window with this id. The host knows the window already, and what it will show. */
  readonly open: (windowId: string) => Promise<void>;
  /** Brings the window to the front. */
  readonly focus: (windowId: string) => void;
  /** The person agreed: the window goes without a question. A shell that cannot close windows leaves it empty. */
  readonly close: (windowId: string) => void;
  readonly send: (windowId: string, event: HostEvent) => void;
  readonly describe: (windowId: string, description: WindowDescription) => void;
};

/** This running program. */
export type Self = {
  /** Name of the account; "" where there is none. */
  readonly person: string;
  readonly computer: string;
  readonly process: number;
  /** Whether a process of this computer is there. */
  readonly isRunning: (process: number) => boolean;
};

/** What runs, as the shell knows it. */
export type Installation = Pick<AboutPaymix, "version" | "runtime"> & {
  /** Folder with the licences of what it runs on; null where there is none. */
  readonly runtimeLicences: string | null;
};

export type HostPorts = {
  readonly files: FilePort;
  readonly writeAtOnce: WriteAtOnce;
  readonly clock: Clock;
  readonly self: Self;
  /** Unguessable names: randomUUID. */
  readonly ids: () => string;
  readonly dialogs: Dialogs;
  readonly windows: Windows;
  /** The app's own folder: recovery copies, previous versions, recent files, preferences. */
  readonly dataFolder: string;
  /** Where dialogs start. */
  readonly documentsFolder: string;
  /** Shown as ~ in front of folders. */
  readonly homeFolder: string;
  readonly sample: () => Scenario;
  readonly platform: StartState["platform"];
  readonly shell: StartState["shell"];
  readonly installation: Installation;
};
