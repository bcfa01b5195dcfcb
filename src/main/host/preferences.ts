/** The person's preferences, for all windows. */
import type { Preferences } from "#shared/host-api/contract.ts";
import { checkPreferences } from "#shared/host-api/schemas.ts";
import { writeOwnFile, type ReplacePorts } from "./replace-file.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { readStoredJson, type Stored } from "./stored-json.ts";

const LIMIT = 64 * 1024;
const DEFAULTS: Preferences = { theme: "system" };

export type PreferencesStore = {
  readonly current: () => Preferences;
  /** Holds for this run even where it cannot be written. */
  readonly set: (preferences: Preferences) => Promise<void>;
  /** How the file was found at start. */
  readonly found: Stored<unknown>;
};

export async function createPreferences(ports: ReplacePorts, path: string): Promise<PreferencesStore> {
  const found = await readStoredJson(ports, path, LIMIT, checkPreferences);
  let current = found.kind === "read" ? found.value : DEFAULTS;
  const queue = createSerialQueue();
  return {
    found,
    current: () => current,
    set: async (preferences) => {
      current = preferences;
      await queue.add(() => writeOwnFile(ports, path, `${JSON.stringify(preferences, null, 2)}\n`));
    },
  };
}
