/** The real files, by node:fs. The only module of the host that touches the disk. */
import { randomUUID } from "node:crypto";
import { closeSync, constants, fsyncSync, openSync, renameSync, unlinkSync, writeSync, type Stats } from "node:fs";
import { access, chmod, lstat, mkdir, open, readdir, realpath, rename, rmdir, stat, unlink, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FilePort, FileStat, NewFile, WriteAtOnce } from "./ports.ts";
import { failure } from "./system-errors.ts";
import { temporaryName } from "./temporary-files.ts";

const PERMISSIONS = 0o777;
const PRIVATE_FOLDER = 0o700;

function describe(stats: Stats): FileStat {
  return {
    kind: stats.isFile() ? "file" : stats.isDirectory() ? "folder" : stats.isSymbolicLink() ? "link" : "other",
    size: stats.size,
    modifiedAt: stats.mtimeMs,
    mode: stats.mode & PERMISSIONS,
    owner: stats.uid,
    group: stats.gid,
  };
}

/** Runs `use` on an open file; a failing close counts only when nothing failed before it. */
async function withHandle<Value>(handle: FileHandle, use: (handle: FileHandle) => Promise<Value>): Promise<Value> {
  let value: Value;
  try {
    value = await use(handle);
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
  await handle.close();
  return value;
}

async function readUpTo(handle: FileHandle, limit: number): Promise<Uint8Array> {
  const expected = Math.min((await handle.stat()).size, limit) + 1;
  let buffer = Buffer.allocUnsafe(expected);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
    if (length > limit) throw failure("EFBIG");
    // The file grew while it was read.
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(length * 2, limit + 1));
  }
}

function newFile(handle: FileHandle): NewFile {
  return {
    write: async (bytes) => (await handle.write(bytes)).bytesWritten,
    sync: () => handle.sync(),
    setMode: (mode) => handle.chmod(mode),
    setOwner: (owner, group) => handle.chown(owner, group),
    close: () => handle.close(),
  };
}

export const nodeFiles: FilePort = {
  read: async (path, limit) => withHandle(await open(path, "r"), (handle) => readUpTo(handle, limit)),
  create: async (path, mode) => newFile(await open(path, "wx", mode)),
  stat: async (path) => describe(await stat(path)),
  lstat: async (path) => describe(await lstat(path)),
  realpath: (path) => realpath(path),
  mayWrite: async (path) => {
    try {
      await access(path, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },
  list: (folder) => readdir(folder),
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
  },
  makePrivateFolder: async (folder) => {
    await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
    // A file system without permissions refuses; what is to be kept there is kept all the same.
    await chmod(folder, PRIVATE_FOLDER).catch(() => undefined);
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => unlink(path),
  removeFolder: (folder) => rmdir(folder),
  syncFolder: async (folder) => withHandle(await open(folder, "r"), (handle) => handle.sync()),
};

export const nodeWriteAtOnce: WriteAtOnce = (path, bytes) => {
  const temporary = join(dirname(path), temporaryName(randomUUID()));
  const file = openSync(temporary, "wx", 0o600);
  try {
    try {
      for (let written = 0; written < bytes.length; ) {
        const count = writeSync(file, bytes, written);
        if (count <= 0) throw failure("SHORT");
        written += count;
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  }
};
