/** The files opened or saved last, newest first. A file that is not there any more stays in the list, marked. */
import { dirname } from "node:path";
import type { RecentFile } from "#shared/host-api/contract.ts";
import { shownFolder, shownName } from "./file-names.ts";
import { writeOwnFile, type ReplacePorts } from "./replace-file.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { isRecord, readStoredJson, type Stored } from "./stored-json.ts";

const MOST = 10;
const LIMIT = 1024 * 1024;

type Entry = { readonly id: string; readonly path: string };

export type RecentFiles = {
  /** As they were found to be when they were looked at last; one that was not yet is not marked. */
  readonly list: () => readonly RecentFile[];
  /** Asks the disk which of them are not there. Answers whether that is news, as late as the disk does. */
  readonly look: () => Promise<boolean>;
  readonly pathOf: (id: string) => string | null;
  readonly folders: () => readonly string[];
  /** Puts a file at the top. */
  readonly note: (path: string) => Promise<void>;
  readonly clear: () => Promise<void>;
  /** How the file was found at start. */
  readonly found: Stored<unknown>;
};

export async function createRecentFiles(
  ports: ReplacePorts & { readonly homeFolder: string },
  path: string,
): Promise<RecentFiles> {
  const found = await readStoredJson(ports, path, LIMIT, understand);
  let entries = found.kind === "read" ? found.value : [];
  let gone: ReadonlySet<string> = new Set();
  const queue = createSerialQueue();
  const looks = createSerialQueue();
  let coming: Promise<boolean> | null = null;

  /** One after the other: a network folder that does not answer holds up one thread of the process, and not all of them. */
  async function lookNow(): Promise<boolean> {
    coming = null;
    const found = new Set<string>();
    for (const { path: file } of entries) if (await isMissing(file)) found.add(file);
    const isNews = entries.some(({ path: file }) => found.has(file) !== gone.has(file));
    gone = found;
    return isNews;
  }

  async function write(): Promise<void> {
    await queue.add(() => writeOwnFile(ports, path, `${JSON.stringify({ files: entries }, null, 2)}\n`));
  }

  async function isMissing(file: string): Promise<boolean> {
    try {
      return (await ports.files.stat(file)).kind !== "file";
    } catch {
      return true;
    }
  }

  return {
    found,
    list: () =>
      entries.map((entry) => ({
        id: entry.id,
        fileName: shownName(entry.path),
        folder: shownFolder(dirname(entry.path), ports.homeFolder),
        missing: gone.has(entry.path),
      })),
    look: () => (coming ??= looks.add(lookNow)),
    pathOf: (id) => entries.find((entry) => entry.id === id)?.path ?? null,
    folders: () => [...new Set(entries.map((entry) => dirname(entry.path)))],
    note: async (file) => {
      const known = entries.find((entry) => entry.path === file);
      if (known !== undefined && known === entries[0]) return;
      const others = entries.filter((entry) => entry !== known);
      entries = [known ?? { id: ports.ids(), path: file }, ...others].slice(0, MOST);
      // A list that could not be read may be fine, and is not replaced by one that lacks its files.
      if (found.kind !== "unreadable") await write();
    },
    clear: async () => {
      entries = [];
      await write();
    },
  };
}

function understand(content: unknown): readonly Entry[] | null {
  if (!isRecord(content) || !Array.isArray(content["files"])) return null;
  const entries: Entry[] = [];
  for (const entry of content["files"]) {
    if (!isRecord(entry) || typeof entry["id"] !== "string" || typeof entry["path"] !== "string") return null;
    entries.push({ id: entry["id"], path: entry["path"] });
  }
  return entries.slice(0, MOST);
}
