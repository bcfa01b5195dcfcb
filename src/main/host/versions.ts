/**
 * The previous versions of every file that was saved: the bytes a save replaced, in the app's own folder. The newest 20
 * of a file, for 14 days; the newest 3 however old they seem, since a clock that is wrong must not take the last way back.
 */
import { basename, dirname, join } from "node:path";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { contentHash } from "./content-hash.ts";
import { EXTENSION, shownName, suggestedName } from "./file-names.ts";
import { writeOwnFile, type ReplacePorts } from "./replace-file.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { isAbsent } from "./system-errors.ts";
import { sweepTemporaryFiles } from "./temporary-files.ts";
import { createVersionPlaces } from "./version-places.ts";
import { LARGEST_REPLACED } from "./write-document.ts";

const MOST = 20;
const ALWAYS = 3;
const LONGEST = 14 * 24 * 60 * 60 * 1_000;

export type KeptVersion = {
  /** No path: a folder of the store and a name in it. */
  readonly id: string;
  /** ISO 8601. */
  readonly savedAt: string;
  /** Where the file lay; null where that was not noted. */
  readonly path: string | null;
};

/** All that is kept of one file. */
export type VersionsOfFile = { readonly fileName: string; readonly path: string | null; readonly count: number };

export type Versions = {
  /** Keeps the bytes that a save of the file at `target` is about to replace. Answers whether they are kept. */
  readonly keep: (target: string, bytes: Uint8Array) => Promise<boolean>;
  /**
   * What is kept of the file at `target`, the newest first. With the document's id, those follow of files of the same
   * document that are not where they were any more: this file under its old name, or in its old folder.
   */
  readonly list: (target: string, documentId?: string) => Promise<readonly KeptVersion[]>;
  /** One of them with its bytes; null where there is none (any more). */
  readonly read: (id: string) => Promise<(KeptVersion & { readonly fileName: string; readonly bytes: Uint8Array }) | null>;
  /** Removes what `list` answers. */
  readonly removeAll: (target: string, documentId?: string) => Promise<void>;
  /** Removes what is past its time, of all files. */
  readonly prune: () => Promise<void>;
  /** What is kept of every file. */
  readonly ofAllFiles: () => Promise<readonly VersionsOfFile[]>;
  /** Removes all that is kept, of all files. */
  readonly clear: () => Promise<void>;
};

/** `0007 2026-08-30T12-00-00-000Z 3f2a91c04d5e.paymix`: order, time, start of the content hash. */
const NAME = /^(\d{4,}) (\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z ([0-9a-f]{12})\.paymix$/;

type Version = { readonly name: string; readonly sequence: number; readonly time: number; readonly hash: string };

export function createVersions(ports: ReplacePorts, root: string): Versions {
  const { files, clock } = ports;
  const places = createVersionPlaces(ports, join(dirname(root), "version-places.json"));
  /** Changes of the store, one at a time. */
  const queue = createSerialQueue();

  const folders = (): Promise<readonly string[]> => files.list(root).catch(() => []);

  /** Oldest first. */
  async function versionsIn(folder: string): Promise<readonly Version[]> {
    const names = await files.list(join(root, folder)).catch(() => []);
    return names.flatMap((name) => versionNamed(name) ?? []).sort((one, other) => one.sequence - other.sequence);
  }

  async function pruneFolder(folder: string): Promise<void> {
    const versions = await versionsIn(folder);
    const past = versions.filter((each, index) => index < versions.length - MOST || (index < versions.length - ALWAYS && clock.now() - each.time > LONGEST));
    for (const { name } of past) await files.remove(join(root, folder, name)).catch(() => undefined);
    await sweepTemporaryFiles(files, clock, join(root, folder));
  }

  async function removeFolders(removed: readonly string[]): Promise<void> {
    for (const folder of removed) {
      for (const { name } of await versionsIn(folder)) await files.remove(join(root, folder, name)).catch(() => undefined);
      // One that holds something else stays.
      await files.removeFolder(join(root, folder)).catch(() => undefined);
    }
    const left = await folders();
    await places.forget(removed.filter((folder) => !left.includes(folder)));
  }

  /** The folder of the file, and those of files that are gone and held the same document. */
  async function foldersOf(target: string, documentId: string | undefined, known: ReadonlyMap<string, string>): Promise<readonly string[]> {
    const own = folderName(target);
    if (documentId === undefined) return [own];
    const moved: string[] = [];
    for (const folder of await folders()) {
      const path = known.get(folder);
      if (folder !== own && path !== undefined && (await isGone(path)) && (await documentIn(folder)) === documentId) moved.push(folder);
    }
    return [own, ...moved];
  }

  async function isGone(path: string): Promise<boolean> {
    return files.lstat(path).then(() => false, isAbsent);
  }

  async function documentIn(folder: string): Promise<string | null> {
    const newest = (await versionsIn(folder)).at(-1);
    const bytes = newest === undefined ? null : await files.read(join(root, folder, newest.name), LARGEST_REPLACED).catch(() => null);
    const parsed = bytes === null ? null : parseScenario(bytes);
    return parsed?.ok === true ? parsed.scenario.id : null;
  }

  return {
    keep: (target, bytes) =>
      queue.add(async () => {
        const folder = folderName(target);
        const hash = contentHash(bytes).slice(0, 12);
        const newest = (await versionsIn(folder)).at(-1);
        // A save that is tried again and again must not push the older versions out.
        if (newest?.hash === hash) return true;
        const name = versionName((newest?.sequence ?? 0) + 1, clock.now(), hash);
        const kept = await writeOwnFile(ports, join(root, folder, name), bytes);
        if (kept) await places.note(folder, target);
        await pruneFolder(folder);
        return kept;
      }),
    list: async (target, documentId) => {
      const known = await places.all();
      const found: KeptVersion[] = [];
      for (const folder of await foldersOf(target, documentId, known)) {
        const versions = await versionsIn(folder);
        found.push(...versions.map((version) => described(folder, version, known.get(folder) ?? null)).reverse());
      }
      return found;
    },
    read: async (id) => {
      // Only what the store has: an id from a window is no path.
      for (const folder of await folders()) {
        if (!id.startsWith(`${folder}/`)) continue;
        const version = (await versionsIn(folder)).find(({ name }) => id === `${folder}/${name}`);
        const bytes = version === undefined ? null : await files.read(join(root, folder, version.name), LARGEST_REPLACED).catch(() => null);
        if (version === undefined || bytes === null) return null;
        const path = (await places.all()).get(folder) ?? null;
        return { ...described(folder, version, path), fileName: fileNameOf(folder, path), bytes };
      }
      return null;
    },
    removeAll: (target, documentId) => queue.add(async () => removeFolders(await foldersOf(target, documentId, await places.all()))),
    prune: () =>
      queue.add(async () => {
        for (const folder of await folders()) await pruneFolder(folder);
      }),
    ofAllFiles: async () => {
      const known = await places.all();
      const counted = await Promise.all((await folders()).map(async (folder) => ({ folder, count: (await versionsIn(folder)).length })));
      return counted
        .filter(({ count }) => count > 0)
        .map(({ folder, count }) => ({ fileName: fileNameOf(folder, known.get(folder) ?? null), path: known.get(folder) ?? null, count }));
    },
    clear: () => queue.add(async () => removeFolders(await folders())),
  };
}

function described(folder: string, { name, time }: Version, path: string | null): KeptVersion {
  return { id: `${folder}/${name}`, savedAt: new Date(time).toISOString(), path };
}

function fileNameOf(folder: string, path: string | null): string {
  return path === null ? folder.slice(0, -HASH_LENGTH - 1) : shownName(path);
}

const HASH_LENGTH = 12;

/** Readable for a person who looks for a file, different for files of one name in two folders. */
function folderName(target: string): string {
  return `${suggestedName(shownName(basename(target)))} ${contentHash(target).slice(0, HASH_LENGTH)}`;
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
