/** Writers that look right and are not. The fault tests must catch them, or they would prove nothing about ours. */
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FilePort } from "../../src/main/host/ports.ts";

export type Writer = (files: FilePort, path: string, bytes: Uint8Array) => Promise<boolean>;

/** Beside and renamed, as the usual packages do it: the count of the one write is not looked at. */
export const oneWriteThenRename: Writer = async (files, path, bytes) => {
  const temporary = join(dirname(path), ".naive.tmp");
  try {
    const file = await files.create(temporary, 0o600);
    await file.write(bytes);
    await file.sync();
    await file.close();
    await files.rename(temporary, path);
    return true;
  } catch {
    await files.remove(temporary).catch(() => undefined);
    return false;
  }
};

/** Every count looked at, and never flushed. */
export const renameWithoutFlush: Writer = async (files, path, bytes) => {
  const temporary = join(dirname(path), ".naive.tmp");
  try {
    const file = await files.create(temporary, 0o600);
    for (let written = 0; written < bytes.length; ) written += await file.write(bytes.subarray(written));
    await file.close();
    await files.rename(temporary, path);
    await files.syncFolder(dirname(path));
    return true;
  } catch {
    return false;
  }
};

/** Files on which what should be a rename over a file empties it and writes it anew where it stands. */
export function writingInPlace(files: FilePort): FilePort {
  return {
    ...files,
    rename: async (from, to) => {
      const bytes = await files.read(from, Number.MAX_SAFE_INTEGER);
      const file = await open(to, "w");
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await files.remove(from);
    },
  };
}
