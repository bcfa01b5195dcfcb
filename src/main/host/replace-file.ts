/**
 * Puts new bytes at a path so that the path holds either all of the old or all of the new, whatever happens: written
 * beside under an unguessable name, every byte count checked, flushed, read back and compared, renamed, folder flushed.
 */
import { dirname, join } from "node:path";
import type { Clock, FilePort, NewFile } from "./ports.ts";
import { codeOf, failure, isHeld } from "./system-errors.ts";
import { temporaryName } from "./temporary-files.ts";

export type ReplacePorts = { readonly files: FilePort; readonly clock: Clock; readonly ids: () => string };

/** Only this person reads what Paymix makes. */
const PRIVATE_MODE = 0o600;

export type ReplaceRequest<Stop> = {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The file that is replaced, whose permissions and owner the new one takes; null for a new file. */
  readonly original: { readonly mode: number; readonly owner: number; readonly group: number } | null;
  /** The last look before each try of the rename: anything but null stops it. */
  readonly beforeRename: () => Promise<Stop | null>;
  /** Asked after that look, right before each try: false gives up. Nothing comes between its answer and the rename. */
  readonly goesOn: () => boolean;
  /** Another program holds the file; called once, before waiting for it. */
  readonly onWaiting: () => void;
};

export type ReplaceOutcome<Stop> =
  | { readonly kind: "replaced" }
  | { readonly kind: "stopped"; readonly why: Stop }
  | { readonly kind: "given-up" }
  /** The path holds what it held before. */
  | { readonly kind: "failed"; readonly step: "create" | "write" | "rename"; readonly code: string };

/** Pauses between tries of a rename that another program blocks: 2 s in all. */
const PAUSES = [20, 40, 80, 160, 300, 400, 500, 500] as const;

export async function replaceFile<Stop>(ports: ReplacePorts, request: ReplaceRequest<Stop>): Promise<ReplaceOutcome<Stop>> {
  const { files } = ports;
  const { path, bytes } = request;
  const folder = dirname(path);
  const temporary = join(folder, temporaryName(ports.ids()));

  let file: NewFile;
  try {
    file = await files.create(temporary, PRIVATE_MODE);
  } catch (error) {
    // A network folder can make the file and lose the answer.
    if (codeOf(error) !== "EEXIST") await removeQuietly(files, temporary);
    return { kind: "failed", step: "create", code: codeOf(error) };
  }
  try {
    await fill(file, request);
    await verify(files, temporary, bytes);
  } catch (error) {
    await removeQuietly(files, temporary);
    return { kind: "failed", step: "write", code: codeOf(error) };
  }
  try {
    const outcome = await renamePatiently(ports, temporary, request);
    if (outcome.kind !== "replaced") {
      await removeQuietly(files, temporary);
      return outcome;
    }
  } catch (error) {
    await removeQuietly(files, temporary);
    // A network folder can carry out a rename and lose the answer: what the path holds decides, not the error.
    if (!(await holds(files, path, bytes))) return { kind: "failed", step: "rename", code: codeOf(error) };
  }
  // Not every system can flush a folder, and the file is in its place whatever the answer is.
  await files.syncFolder(folder).catch(() => undefined);
  return { kind: "replaced" };
}

/** Writes a file of the app's own, whatever was there. Answers whether it is on disk. */
export async function writeOwnFile(ports: ReplacePorts, path: string, content: Uint8Array | string): Promise<boolean> {
  try {
    await ports.files.makePrivateFolder(dirname(path));
  } catch {
    return false;
  }
  const outcome = await replaceFile(ports, {
    path,
    bytes: Buffer.from(content),
    original: null,
    beforeRename: () => Promise.resolve(null),
    goesOn: () => true,
    onWaiting: () => undefined,
  });
  return outcome.kind === "replaced";
}

async function fill<Stop>(file: NewFile, { bytes, original }: ReplaceRequest<Stop>): Promise<void> {
  try {
    for (let written = 0; written < bytes.length; ) {
      const count = await file.write(bytes.subarray(written));
      if (count <= 0) throw failure("SHORT");
      written += count;
    }
    if (original !== null) {
      // File systems without owners or permissions refuse these; the file then stays private to its writer.
      await file.setOwner(original.owner, original.group).catch(() => undefined);
      await file.setMode(original.mode).catch(() => undefined);
    }
    await file.sync();
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
}

async function verify(files: FilePort, path: string, bytes: Uint8Array): Promise<void> {
  if ((await files.stat(path)).size !== bytes.length) throw failure("SHORT");
  if (!(await holds(files, path, bytes))) throw failure("DIFFERS");
}

async function holds(files: FilePort, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return Buffer.compare(await files.read(path, bytes.length), bytes) === 0;
  } catch {
    return false;
  }
}

async function renamePatiently<Stop>(ports: ReplacePorts, temporary: string, request: ReplaceRequest<Stop>): Promise<Exclude<ReplaceOutcome<Stop>, { readonly kind: "failed" }>> {
  for (let attempt = 0; ; attempt += 1) {
    const stop = await request.beforeRename();
    if (stop !== null) return { kind: "stopped", why: stop };
    if (!request.goesOn()) return { kind: "given-up" };
    try {
      await ports.files.rename(temporary, request.path);
      return { kind: "replaced" };
    } catch (error) {
      const pause = PAUSES[attempt];
      if (pause === undefined || !isHeld(codeOf(error))) throw error;
      if (attempt === 0) request.onWaiting();
      await ports.clock.wait(pause);
    }
  }
}

async function removeQuietly(files: FilePort, path: string): Promise<void> {
  // What cannot be removed now is swept later.
  await files.remove(path).catch(() => undefined);
}
