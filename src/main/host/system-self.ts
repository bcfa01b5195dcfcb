/** This running program, as another one on the same file sees it. */
import { hostname, userInfo } from "node:os";
import type { Self } from "./ports.ts";
import { codeOf } from "./system-errors.ts";

export function systemSelf(): Self {
  return { person: accountName(), computer: hostname(), process: process.pid, isRunning };
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry in the system's list.
    return "";
  }
}

/** A signal that does nothing reaches only what is there; one that is another account's refuses it. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
