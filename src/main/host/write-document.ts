/** Writes a document to its file, unless that would destroy something the person has not seen. */
import { basename, dirname, join } from "node:path";
import { contentHash } from "./content-hash.ts";
import type { FilePort, FileStat } from "./ports.ts";
import { replaceFile, type ReplacePorts } from "./replace-file.ts";
import { codeOf, isAbsent } from "./system-errors.ts";

/** Larger files are not scenarios, and no copy of them could be kept. */
export const LARGEST_REPLACED = 64 * 1024 * 1024;

/** What the window believes is at the path. */
export type Expectation =
  | { readonly kind: "holds"; readonly hash: string }
  | { readonly kind: "absent" }
  /** The person agreed to replace whatever is there. */
  | { readonly kind: "anything" };

export type WriteRequest = {
  /** As the person chose it; a link is followed. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly expected: Expectation;
  /** Keeps the bytes that are about to be replaced; a failure there does not stop the save. */
  readonly keepPrevious: (target: string, bytes: Uint8Array) => Promise<void>;
  /** As for replaceFile: false where the person stopped the save. */
  readonly goesOn: () => boolean;
  readonly onWaiting: () => void;
};

export type WriteOutcome =
  | { readonly kind: "written"; readonly target: string; readonly hash: string }
  /** The file holds something else than expected. */
  | { readonly kind: "changed" }
  /** The file was expected and is not there. */
  | { readonly kind: "missing" }
  /** The person stopped it; the path holds what it held before. */
  | { readonly kind: "given-up" }
  | { readonly kind: "read-only"; readonly what: "file" | "folder" }
  /** A folder, a device, or a link to nothing. */
  | { readonly kind: "not-a-file"; readonly what: "folder" | "device" | "dangling-link" }
  /** The path holds what it held before. */
  | { readonly kind: "failed"; readonly held: boolean; readonly code: string; readonly fileIsThere: boolean };

type Place =
  | { readonly kind: "file"; readonly target: string; readonly stat: FileStat }
  | { readonly kind: "absent"; readonly target: string }
  | { readonly kind: "not-a-file"; readonly what: "folder" | "device" | "dangling-link" };

export async function writeDocument(ports: ReplacePorts, request: WriteRequest): Promise<WriteOutcome> {
  const { files } = ports;
  const { bytes, expected } = request;
  let fileIsThere = expected.kind === "holds";
  try {
    const place = await findPlace(files, request.path);
    if (place.kind === "not-a-file") return place;
    const { target } = place;
    fileIsThere = place.kind === "file";

    let previous: Uint8Array | null = null;
    if (place.kind === "file") {
      if (isReadOnly(place.stat) || !(await files.mayWrite(target))) return { kind: "read-only", what: "file" };
      previous = await files.read(target, LARGEST_REPLACED);
    }
    const before = previous === null ? null : contentHash(previous);
    if (expected.kind === "holds" && before !== expected.hash) return { kind: before === null ? "missing" : "changed" };
    if (expected.kind === "absent" && before !== null) return { kind: "changed" };

    const hash = contentHash(bytes);
    if (before === hash) return request.goesOn() ? { kind: "written", target, hash } : { kind: "given-up" };
    if (previous !== null) await request.keepPrevious(target, previous);

    const outcome = await replaceFile(ports, {
      path: target,
      bytes,
      original: place.kind === "file" ? place.stat : null,
      beforeRename: async () => {
        const now = await hashAt(files, target);
        if (now === before) return null;
        return now === null ? "missing" : "changed";
      },
      goesOn: request.goesOn,
      onWaiting: request.onWaiting,
    });
    switch (outcome.kind) {
      case "replaced":
        return { kind: "written", target, hash };
      case "stopped":
        return { kind: outcome.why };
      case "given-up":
        return outcome;
      case "failed":
        if (outcome.step === "create" && isForbidden(outcome.code)) return { kind: "read-only", what: "folder" };
        return { kind: "failed", held: outcome.step === "rename" && isForbidden(outcome.code), code: outcome.code, fileIsThere };
    }
  } catch (error) {
    // Where its folder is gone nobody knows what the file holds.
    return { kind: "failed", held: false, code: codeOf(error), fileIsThere: fileIsThere && !isAbsent(error) };
  }
}

/** Writes a file where there is none; nobody is told of waiting, and nobody stops it. */
export async function writeNewDocument(ports: ReplacePorts, path: string, bytes: Uint8Array): Promise<Exclude<WriteOutcome, { readonly kind: "given-up" }>> {
  const outcome = await writeDocument(ports, { path, bytes, expected: { kind: "absent" }, keepPrevious: () => Promise.resolve(), goesOn: () => true, onWaiting: () => undefined });
  if (outcome.kind === "given-up") throw new Error("Nobody stops this.");
  return outcome;
}

/** Whether its permissions say that nobody may write to a file: the mark also holds for an administrator. */
export function isReadOnly(stat: FileStat): boolean {
  return (stat.mode & 0o222) === 0;
}

function isForbidden(code: string): boolean {
  return code === "EACCES" || code === "EPERM" || code === "EROFS";
}

async function findPlace(files: FilePort, path: string): Promise<Place> {
  const entry = await statOrNull(files, path);
  if (entry === null) return { kind: "absent", target: join(await files.realpath(dirname(path)), basename(path)) };
  const target = await realpathOrNull(files, path);
  if (target === null) return { kind: "not-a-file", what: "dangling-link" };
  const stat = await files.stat(target);
  if (stat.kind === "file") return { kind: "file", target, stat };
  return { kind: "not-a-file", what: stat.kind === "folder" ? "folder" : "device" };
}

async function statOrNull(files: FilePort, path: string): Promise<FileStat | null> {
  try {
    return await files.lstat(path);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

async function realpathOrNull(files: FilePort, path: string): Promise<string | null> {
  try {
    return await files.realpath(path);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

async function hashAt(files: FilePort, target: string): Promise<string | null> {
  try {
    return contentHash(await files.read(target, LARGEST_REPLACED));
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}
