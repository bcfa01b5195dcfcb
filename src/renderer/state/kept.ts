/** What Paymix keeps of files: counted and cleared, and offered where a file cannot be opened. */
import type { KeptCopies } from "#shared/host-api/contract.ts";
import { callHost } from "../platform/host.ts";
import { showProblem } from "./window-store.ts";

/** null where it could not be read. */
export async function keptCopies(): Promise<KeptCopies | null> {
  const found = await callHost("kept", {});
  if (found.ok) return found.value;
  showProblem(found.error);
  return null;
}

/** Removes all of it. Answers what is left; null where that is not known. */
export async function clearKept(): Promise<KeptCopies | null> {
  const left = await callHost("clearKept", {});
  if (left.ok) return left.value;
  showProblem(left.error);
  return null;
}
