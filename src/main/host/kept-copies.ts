/** Everything that Paymix keeps of files in its own folder: counted by file, and removed at once. */
import { dirname, join } from "node:path";
import type { KeptCopies, KeptOfFile } from "#shared/host-api/contract.ts";
import { damagedFilesIn, type DamagedFile } from "./damaged-files.ts";
import { firstOf } from "./expiry.ts";
import { shownFolder, shownName } from "./file-names.ts";
import type { FilePort } from "./ports.ts";
import { copyGoesAt, copyId, LARGEST_COPY, type Recovery } from "./recovery.ts";
import { understandRecoveryCopy, type RecoveryCopy } from "./recovery-copy.ts";
import { understood } from "./stored-json.ts";
import type { Versions } from "./versions.ts";

export type KeptStore = {
  readonly list: () => Promise<KeptCopies>;
  /** Removes all but the recovery copies of open documents. Answers what is left. */
  readonly clear: () => Promise<KeptCopies>;
};

export type KeptPlaces = {
  readonly files: FilePort;
  readonly homeFolder: string;
  readonly dataFolder: string;
  readonly versions: Versions;
  /** null where no Paymix runs on the folder: then no document is open. */
  readonly recovery: Pick<Recovery, "isOpen" | "drop"> | null;
};

export function createKeptStore({ files, homeFolder, dataFolder, versions, recovery }: KeptPlaces): KeptStore {
  const recoveryFolder = join(dataFolder, "recovery");
  const namesIn = (folder: string): Promise<readonly string[]> => files.list(folder).catch(() => []);

  async function recoveryIds(): Promise<{ readonly loose: readonly string[]; readonly open: readonly string[] }> {
    const ids = (await namesIn(recoveryFolder)).flatMap((name) => copyId(name) ?? []);
    const isOpen = (id: string): boolean => recovery?.isOpen(id) === true;
    return { loose: ids.filter((id) => !isOpen(id)), open: ids.filter(isOpen) };
  }

  async function readCopy(id: string): Promise<RecoveryCopy | null> {
    const bytes = await files.read(pathOf(id), LARGEST_COPY).catch(() => null);
    return bytes === null ? null : understood(bytes, understandRecoveryCopy);
  }

  function pathOf(id: string): string {
    return join(recoveryFolder, `${id}.json`);
  }

  const damagedFiles = (): Promise<readonly DamagedFile[]> => damagedFilesIn(files, [dataFolder, recoveryFolder]);

  async function list(): Promise<KeptCopies> {
    const { loose, open } = await recoveryIds();
    const copies = await Promise.all(loose.map(readCopy));
    const known = copies.filter((copy) => copy !== null);
    const kept = new Map<string, KeptOfFile>();
    const count = (path: string | null, fileName: string, more: { readonly versions?: number; readonly recoveryCopies?: number; readonly goesAt?: number | null }): void => {
      const key = path ?? `/${fileName}`;
      const before = kept.get(key) ?? { fileName, folder: path === null ? null : shownFolder(dirname(path), homeFolder), versions: 0, recoveryCopies: 0, goesAt: null };
      kept.set(key, {
        ...before,
        versions: before.versions + (more.versions ?? 0),
        recoveryCopies: before.recoveryCopies + (more.recoveryCopies ?? 0),
        goesAt: firstOf([before.goesAt === null ? null : Date.parse(before.goesAt), more.goesAt ?? null]),
      });
    };
    for (const { path, fileName, count: versionCount } of await versions.ofAllFiles()) count(path, fileName, { versions: versionCount });
    for (const copy of known) {
      const { path, fileName, scenarioName } = copy;
      count(path, path === null ? shownName(fileName ?? scenarioName) : shownName(path), { recoveryCopies: 1, goesAt: copyGoesAt(copy) });
    }
    const damaged = await damagedFiles();
    return {
      files: [...kept.values()].sort((one, other) => one.fileName.localeCompare(other.fileName, "en", { numeric: true })),
      damaged: damaged.length + copies.length - known.length,
      damagedGoesAt: firstOf(damaged.map(({ goesAt }) => goesAt)),
      open: open.length,
    };
  }

  async function clear(): Promise<KeptCopies> {
    await versions.clear();
    for (const id of (await recoveryIds()).loose) {
      await recovery?.drop(id);
      // One that could not be read at start is known to nobody.
      await files.remove(pathOf(id)).catch(() => undefined);
    }
    for (const { path } of await damagedFiles()) await files.remove(path).catch(() => undefined);
    return list();
  }

  return { list, clear };
}
