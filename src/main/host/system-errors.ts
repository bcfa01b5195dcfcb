/** What the system reports when a file operation fails, and what that means to a person. */

/** An error with a system code, as node:fs throws them. SHORT and DIFFERS are ours: the disk did not keep what it took. */
export function failure(code: string): Error & { readonly code: string } {
  return Object.assign(new Error(code), { code });
}

/** The system's code of an error, or UNKNOWN. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "UNKNOWN";
}

/** Whether the operation failed because there is nothing at that path. */
export function isAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

const CONNECTION_LOST = "the connection to the network folder was lost";
const NOT_ALLOWED = "this account may not do that here";
export const HELD = "another program, often a virus scanner or a sync client, keeps the file open";
const DISK_FAILS = "the disk reported an error";

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "your space on this disk is used up",
  SHORT: "the disk took only part of it and may be full",
  DIFFERS: "the disk did not keep what was written to it",
  EIO: DISK_FAILS,
  ENXIO: DISK_FAILS,
  EROFS: "the disk is read-only",
  EPERM: NOT_ALLOWED,
  EACCES: NOT_ALLOWED,
  EBUSY: HELD,
  ENOENT: "its folder is no longer there",
  ENOTDIR: "its folder is no longer there",
  ENAMETOOLONG: "the name is too long",
  EFBIG: "the file there is too large to keep a copy of",
  ELOOP: "its link leads back to itself",
  EMFILE: "too many files are open on this computer",
  ENFILE: "too many files are open on this computer",
  ETIMEDOUT: CONNECTION_LOST,
  ENOTCONN: CONNECTION_LOST,
  ECONNRESET: CONNECTION_LOST,
  EHOSTDOWN: CONNECTION_LOST,
  EHOSTUNREACH: CONNECTION_LOST,
  ENETUNREACH: CONNECTION_LOST,
  ESTALE: CONNECTION_LOST,
};

/** Half a sentence that follows a colon. */
export function reasonFor(code: string): string {
  return REASONS[code] ?? `the computer reported ${code}`;
}

/** Codes of a rename that fails while another program has the file open. */
export function isHeld(code: string): boolean {
  return code === "EPERM" || code === "EBUSY" || code === "EACCES";
}
