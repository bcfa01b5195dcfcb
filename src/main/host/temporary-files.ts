/** The hidden files a save works with. A killed process leaves one behind; they are swept once they are surely nobody's. */
import { join } from "node:path";
import type { Clock, FilePort } from "./ports.ts";

const TEMPORARY = /^\.paymix-[0-9a-f-]{36}\.tmp$/;
const SURELY_ORPHANED = 60 * 60 * 1_000;

/** @param id a random UUID */
export function temporaryName(id: string): string {
  return `.paymix-${id}.tmp`;
}

/** Removes our temporary files of more than an hour ago from a folder. A folder that cannot be read is left alone. */
export async function sweepTemporaryFiles(files: FilePort, clock: Clock, folder: string): Promise<void> {
  const names = await files.list(folder).catch(() => []);
  for (const name of names.filter((each) => TEMPORARY.test(each))) {
    try {
      const path = join(folder, name);
      const { kind, modifiedAt } = await files.lstat(path);
      if (kind === "file" && clock.now() - modifiedAt > SURELY_ORPHANED) await files.remove(path);
    } catch {
      // Gone already, or not ours to remove.
    }
  }
}
