/** The closed list of verbs, for what has to know it while running. */
import type { HostVerb } from "./contract.ts";

const VERBS: Readonly<Record<HostVerb, true>> = {
  start: true,
  create: true,
  open: true,
  openRecent: true,
  openText: true,
  read: true,
  stopReading: true,
  openVersion: true,
  putBack: true,
  saveAgain: true,
  openRecovered: true,
  discardRecovered: true,
  save: true,
  saveAs: true,
  stopSave: true,
  reload: true,
  takeOver: true,
  versions: true,
  readVersion: true,
  removeVersions: true,
  keepRecovery: true,
  kept: true,
  clearKept: true,
  recent: true,
  clearRecent: true,
  setPreferences: true,
  about: true,
  closeWindow: true,
};

/** Whether a value from outside is one of the verbs a window may call; what objects inherit is none. */
export function isHostVerb(value: unknown): value is HostVerb {
  return typeof value === "string" && Object.hasOwn(VERBS, value);
}
