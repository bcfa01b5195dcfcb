/** The system, as far as keys and words differ. */
import type { StartState } from "#shared/host-api/contract.ts";

export function systemPlatform(): StartState["platform"] {
  return process.platform === "darwin" ? "mac" : process.platform === "win32" ? "windows" : "linux";
}
