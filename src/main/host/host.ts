/** The host of all windows: answers their calls, keeps their documents safe. Knows nothing of Electron or HTTP. */
import type { HostResult } from "#shared/host-api/contract.ts";
import type { HostPorts } from "./ports.ts";

export type Host = {
  /** One call of a window. Arguments are checked here; every failure is a value, it never throws. */
  readonly call: (windowId: string, verb: string, args: unknown) => Promise<HostResult<unknown>>;
  /**
   * A new window registers itself, before its first call. Nothing changes for a window that is known already (one the
   * host asked for with `windows.open`, or a page that was reloaded: it gets its document back from `start`).
   */
  readonly addWindow: (windowId: string) => void;
  /** The window is gone for good, agreed or not; a reload is not that. Unsaved work stays recoverable. */
  readonly removeWindow: (windowId: string) => void;
  /** The operating system or the command line asks for a file: opens in an untouched window or a new one. */
  readonly openFile: (path: string) => Promise<void>;
  /** The window came to the front: it is told when its file has changed outside since it was read. */
  readonly windowFocused: (windowId: string) => Promise<void>;
  /** Whether the window shows unsaved work, as far as the window has told. */
  readonly isEdited: (windowId: string) => boolean;
  /** Session end: what is unsaved is in the recovery store when this returns. */
  readonly flush: () => Promise<void>;
};

export declare function createHost(ports: HostPorts): Promise<Host>;
