/** What the File menu offers: the window's own and the native one of a desktop show the same, each in its own way of writing. */
import type { WindowCommand } from "./contract.ts";

export type FileCommand = {
  readonly command: WindowCommand;
  /** In the window. */
  readonly label: string;
  /** In a native menu. */
  readonly nativeLabel: string;
  /** With Ctrl or ⌘; null where it has none. */
  readonly key: string | null;
  /** What must be there: a window, a document in it, a file behind that. */
  readonly needs: "nothing" | "window" | "document" | "file";
};

/** Before the recent files. */
export const BEGIN_COMMANDS: readonly FileCommand[] = [
  { command: "new", label: "New scenario", nativeLabel: "New", key: "N", needs: "nothing" },
  { command: "new-from-sample", label: "New from the sample", nativeLabel: "New from Sample", key: "Shift+N", needs: "nothing" },
  { command: "open", label: "Open…", nativeLabel: "Open…", key: "O", needs: "nothing" },
];

/** About the document that is open. */
export const DOCUMENT_COMMANDS: readonly FileCommand[] = [
  { command: "save", label: "Save", nativeLabel: "Save", key: "S", needs: "document" },
  { command: "save-as", label: "Save as…", nativeLabel: "Save As…", key: "Shift+S", needs: "document" },
  { command: "describe", label: "Name, year and currency…", nativeLabel: "Name, Year and Currency…", key: null, needs: "document" },
  { command: "versions", label: "Previous versions…", nativeLabel: "Previous Versions…", key: null, needs: "file" },
];

export const CLOSE_COMMAND: FileCommand = { command: "close", label: "Close", nativeLabel: "Close", key: "W", needs: "window" };

/** About all files. */
export const KEPT_COMMAND: FileCommand = { command: "kept", label: "Kept copies…", nativeLabel: "Kept Copies…", key: null, needs: "nothing" };
