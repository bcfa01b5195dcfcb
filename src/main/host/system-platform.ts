/** The system, as far as keys and words differ, and as it is called. */
import { arch, release, type } from "node:os";
import type { StartState } from "#shared/host-api/contract.ts";

export function systemPlatform(): StartState["platform"] {
  return process.platform === "darwin" ? "mac" : process.platform === "win32" ? "windows" : "linux";
}

/** Like "Linux 6.8.0 x64". */
export function systemName(): string {
  return `${type()} ${release()} ${arch()}`;
}
