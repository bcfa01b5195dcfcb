/** The one folder the browser shell reaches. Names lead into it and never out: not by "..", not by a link. */
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { FolderListing, FolderNames } from "#shared/host-api/browser-shell.ts";
import { EXTENSION } from "../host/file-names.ts";

export type DocumentsFolder = {
  /** Where the names lead, with links followed; null where that is not a folder in here. */
  readonly find: (names: FolderNames) => Promise<string | null>;
  readonly list: (names: FolderNames) => Promise<FolderListing | null>;
  /** Whether a path, with links followed, is in here. */
  readonly holds: (path: string) => Promise<boolean>;
  /** The names that lead to a folder; the way to the root for one that is not in here. */
  readonly namesOf: (folder: string) => FolderNames;
};

/** A name that is one step down on every system: no separators, drives, streams, parents or hidden files. */
export function isPlainName(name: string): boolean {
  return name !== "" && !name.startsWith(".") && !/[/\\:\0]/.test(name);
}

export function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** @param root an existing folder, with links followed */
export function documentsFolder(root: string): DocumentsFolder {
  async function holds(path: string): Promise<boolean> {
    const real = await realpath(path).catch(() => null);
    return real !== null && isInside(root, real);
  }

  async function find(names: FolderNames): Promise<string | null> {
    if (!names.every(isPlainName)) return null;
    const folder = await realpath(join(root, ...names)).catch(() => null);
    return folder !== null && isInside(root, folder) ? folder : null;
  }

  return {
    find,
    holds,
    list: async (names) => {
      const folder = await find(names);
      if (folder === null) return null;
      const shown = (await readdir(folder).catch(() => [])).filter(isPlainName);
      const entries = await Promise.all(
        shown.map(async (name) => {
          const path = join(folder, name);
          const stats = (await holds(path)) ? await stat(path).catch(() => null) : null;
          return { name, isFolder: stats?.isDirectory() ?? false, isFile: stats?.isFile() ?? false, modifiedAt: stats?.mtimeMs ?? 0 };
        }),
      );
      const sorted = entries.sort((one, other) => one.name.localeCompare(other.name, "en", { numeric: true }));
      return {
        rootName: basename(root),
        folders: sorted.filter(({ isFolder }) => isFolder).map(({ name }) => name),
        files: sorted
          .filter(({ name, isFile }) => isFile && name.toLowerCase().endsWith(EXTENSION))
          .map(({ name, modifiedAt }) => ({ name, modifiedAt })),
      };
    },
    namesOf: (folder) => (isInside(root, folder) && folder !== root ? relative(root, folder).split(sep) : []),
  };
}
