/**
 * The previous versions of every file that was saved: the bytes a save replaced, in the app's own folder. The newest 20
 * of a file, for 14 days; the newest 3 however old they seem, since a clock that is wrong must not take the last way back.
 */
import { basename, join } from "node:path";
import { contentHash } from "./content-hash.ts";
import { EXTENSION, shownName, suggestedName } from "./file-names.ts";
import { writeOwnFile, type ReplacePorts } from "./replace-file.ts";
import { sweepTemporaryFiles } from "./temporary-files.ts";
import { LARGEST_REPLACED } from "./write-document.ts";

const MOST = 20;
const ALWAYS = 3;
const LONGEST = 14 * 24 * 60 * 60 * 1_000;

export type Versions = {
  /** Keeps the bytes that a save of the file at `target` is about to replace. Answers whether they are kept. */
  readonly keep: (target: string, bytes: Uint8Array) => Promise<boolean>;
  /** What is kept of the file at `target`, the newest first; times as ISO 8601. */
  readonly list: (target: string) => Promise<readonly { readonly id: string; readonly savedAt: string }[]>;
  /** The bytes of one of them; null where there is none (any more). */
  readonly read: (target: string, id: string) => Promise<Uint8Array | null>;
  /** Removes all that is kept of the file at `target`. */
  readonly removeAll: (target: string) => Promise<void>;
  /** Removes what is past its time, of all files. */
  readonly prune: () => Promise<void>;
};

/** `0007 2026-08-30T12-00-00-000Z 3f2a91c04d5e.paymix`: order, time, start of the content hash. */
const NAME = /^(\d{4,}) (\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z ([0-9a-f]{12})\.paymix$/;

type Version = { readonly name: string; readonly sequence: number; readonly time: number; readonly hash: string };

export function createVersions(ports: ReplacePorts, root: string): Versions {
  const { files, clock } = ports;

  /** Oldest first. */
  async function versionsIn(folder: string): Promise<readonly Version[]> {
    const names = await files.list(folder).catch(() => []);
    return names.flatMap((name) => versionNamed(name) ?? []).sort((one, other) => one.sequence - other.sequence);
  }

  async function pruneFolder(folder: string): Promise<void> {
    const versions = await versionsIn(folder);
    const past = versions.filter((each, index) => index < versions.length - MOST || (index < versions.length - ALWAYS && clock.now() - each.time > LONGEST));
    for (const { name } of past) await files.remove(join(folder, name)).catch(() => undefined);
    await sweepTemporaryFiles(files, clock, folder);
  }

  return {
    keep: async (target, bytes) => {
      const folder = join(root, folderName(target));
      const hash = contentHash(bytes).slice(0, 12);
      const newest = (await versionsIn(folder)).at(-1);
      // A save that is tried again and again must not push the older versions out.
      if (newest?.hash === hash) return true;
      const name = versionName((newest?.sequence ?? 0) + 1, clock.now(), hash);
      const kept = await writeOwnFile(ports, join(folder, name), bytes);
      await pruneFolder(folder);
      return kept;
    },
    list: async (target) => (await versionsIn(join(root, folderName(target)))).map(({ name, time }) => ({ id: name, savedAt: new Date(time).toISOString() })).reverse(),
    read: async (target, id) => {
      const folder = join(root, folderName(target));
      // Only what the list has: an id from a window is no path.
      const known = (await versionsIn(folder)).some(({ name }) => name === id);
      return known ? files.read(join(folder, id), LARGEST_REPLACED).catch(() => null) : null;
    },
    removeAll: async (target) => {
      const folder = join(root, folderName(target));
      for (const { name } of await versionsIn(folder)) await files.remove(join(folder, name)).catch(() => undefined);
    },
    prune: async () => {
      const folders = await files.list(root).catch(() => []);
      for (const folder of folders) await pruneFolder(join(root, folder));
    },
  };
}

/** Readable for a person who looks for a file, different for files of one name in two folders. */
function folderName(target: string): string {
  return `${suggestedName(shownName(basename(target)))} ${contentHash(target).slice(0, 12)}`;
}

function versionName(sequence: number, time: number, hash: string): string {
  const stamp = new Date(time).toISOString().replace(/[:.]/g, "-");
  return `${String(sequence).padStart(4, "0")} ${stamp} ${hash}${EXTENSION}`;
}

function versionNamed(name: string): Version | null {
  const parts = NAME.exec(name);
  if (parts === null) return null;
  const [, sequence = "", day = "", hour = "", minute = "", second = "", millisecond = "", hash = ""] = parts;
  return { name, sequence: Number(sequence), time: Date.parse(`${day}T${hour}:${minute}:${second}.${millisecond}Z`), hash };
}
