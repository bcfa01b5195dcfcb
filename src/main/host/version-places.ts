/** Where the files lay whose previous versions are kept, by folder of the store. Without it versions are kept all the same. */
import { writeOwnFile, type ReplacePorts } from "./replace-file.ts";
import { isRecord, readStoredJson } from "./stored-json.ts";

const LIMIT = 16 * 1024 * 1024;

export type VersionPlaces = {
  readonly all: () => Promise<ReadonlyMap<string, string>>;
  readonly note: (folder: string, path: string) => Promise<void>;
  readonly forget: (folders: readonly string[]) => Promise<void>;
};

export function createVersionPlaces(ports: ReplacePorts, file: string): VersionPlaces {
  /** null where they cannot be read just now: what is there may be fine, and is not replaced. */
  async function read(): Promise<ReadonlyMap<string, string> | null> {
    const stored = await readStoredJson(ports, file, LIMIT, understand);
    if (stored.kind === "unreadable") return null;
    return stored.kind === "read" ? stored.value : new Map();
  }

  async function write(places: ReadonlyMap<string, string>): Promise<void> {
    await writeOwnFile(ports, file, `${JSON.stringify({ places: Object.fromEntries(places) }, null, 2)}\n`);
  }

  return {
    all: async () => (await read()) ?? new Map(),
    note: async (folder, path) => {
      const places = await read();
      if (places !== null && places.get(folder) !== path) await write(new Map([...places, [folder, path]]));
    },
    forget: async (folders) => {
      const places = await read();
      if (places === null) return;
      const left = [...places].filter(([folder]) => !folders.includes(folder));
      if (left.length < places.size) await write(new Map(left));
    },
  };
}

function understand(content: unknown): ReadonlyMap<string, string> | null {
  if (!isRecord(content) || !isRecord(content["places"])) return null;
  const places = new Map<string, string>();
  for (const [folder, path] of Object.entries(content["places"])) {
    if (typeof path !== "string") return null;
    places.set(folder, path);
  }
  return places;
}
