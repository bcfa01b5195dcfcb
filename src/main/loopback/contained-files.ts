/** The host's files, held to the folders that the browser shell was given. Elsewhere nothing can be read or written. */
import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { FilePort } from "../host/ports.ts";
import { failure, isAbsent } from "../host/system-errors.ts";
import { isInside } from "./documents-folder.ts";

/** @param roots existing folders, with links followed */
export function containedFiles(files: FilePort, roots: readonly string[]): FilePort {
  function check(real: string): void {
    if (!roots.some((root) => isInside(root, real))) throw failure("EACCES");
  }

  /** For what follows a link at the end of the path. */
  function reached<Rest extends readonly unknown[], Value>(use: (path: string, ...rest: Rest) => Promise<Value>): typeof use {
    return async (path, ...rest) => {
      check(await realOrFuture(path));
      return use(path, ...rest);
    };
  }

  /** For what works on the entry itself. */
  function placed<Rest extends readonly unknown[], Value>(use: (path: string, ...rest: Rest) => Promise<Value>): typeof use {
    return async (path, ...rest) => {
      check(join(await realOrFuture(dirname(path)), basename(path)));
      return use(path, ...rest);
    };
  }

  return {
    read: reached(files.read),
    create: placed(files.create),
    stat: reached(files.stat),
    lstat: placed(files.lstat),
    realpath: reached(files.realpath),
    mayWrite: reached(files.mayWrite),
    list: reached(files.list),
    makeFolder: reached(files.makeFolder),
    makePrivateFolder: reached(files.makePrivateFolder),
    rename: placed((from, to: string) => placed((target) => files.rename(from, target))(to)),
    remove: placed(files.remove),
    removeFolder: placed(files.removeFolder),
    syncFolder: reached(files.syncFolder),
  };
}

/** Where a path leads, or would lead if what is missing at its end were made. */
async function realOrFuture(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const parent = dirname(path);
    if (!isAbsent(error) || parent === path) throw error;
    return join(await realOrFuture(parent), basename(path));
  }
}
