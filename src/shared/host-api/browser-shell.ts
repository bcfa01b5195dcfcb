/**
 * What the browser shell's page and its server say to each other around the host API: where to send what, and how a file is
 * chosen in the page. Folders are lists of names below the one folder the server was given; no path goes either way.
 */
import type { HostEvent, HostVerb } from "./contract.ts";

/** The request header that carries a tab's secret. */
export const WINDOW_HEADER = "paymix-window";
/** The request header by which a second start of Paymix shows that it belongs to the same person. */
export const START_HEADER = "paymix-start";
/** The `meta` element that hands a new tab its secret. */
export const WINDOW_META = "paymix-window";
/** The WebSocket protocol the server answers with; the tab's secret is offered as the second one. */
export const STREAM_PROTOCOL = "paymix";

export const ADDRESSES = {
  call: "/host",
  events: "/events",
  folder: "/folder",
  answer: "/answer",
  focused: "/focused",
  start: "/start",
} as const;

/** Names of folders, from the folder given at start downwards; empty = that folder. */
export type FolderNames = readonly string[];

export type FileRequest = {
  readonly id: string;
  readonly purpose: "open" | "save";
  /** Where the choice starts. */
  readonly folder: FolderNames;
  /** Without the extension; empty when a file is to be opened. */
  readonly suggestedName: string;
};

export type FolderListing = {
  /** The name of the folder given at start. */
  readonly rootName: string;
  readonly folders: readonly string[];
  /** Scenario files, with the extension. `modifiedAt` is in milliseconds since 1970. */
  readonly files: readonly { readonly name: string; readonly modifiedAt: number }[];
};

export type HostCallBody = { readonly verb: HostVerb; readonly args: unknown };

export type FileAnswer = {
  readonly id: string;
  /** null = cancelled. The name is a listed file's, or typed; `replace` is the yes to replacing a file that is there. */
  readonly choice: { readonly folder: FolderNames; readonly name: string; readonly replace: boolean } | null;
};

/** What came of an answer; after anything but `accepted` the person chooses again. */
export type FileAnswerOutcome =
  | { readonly kind: "accepted" }
  | { readonly kind: "is-there" }
  | { readonly kind: "refused"; readonly message: string };

/** What the server tells a tab without being asked. */
export type TabMessage =
  | { readonly kind: "event"; readonly event: HostEvent }
  | { readonly kind: "choose-file"; readonly request: FileRequest }
  | { readonly kind: "open-window"; readonly address: string }
  | { readonly kind: "shown-elsewhere" }
  | { readonly kind: "title"; readonly title: string }
  /** Another tab shows this window now. */
  | { readonly kind: "taken-over" }
  /** The page was built anew. */
  | { readonly kind: "reload" };
