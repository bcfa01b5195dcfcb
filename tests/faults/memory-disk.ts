/**
 * A disk in memory that loses at a power cut what a real one may lose: content that was not flushed, and changes of
 * names in a folder that was not flushed. Paths are absolute, with "/".
 */
import { dirname } from "node:path";
import type { FilePort, FileStat } from "../../src/main/host/ports.ts";
import { failure } from "../../src/main/host/system-errors.ts";

type Node =
  | { readonly kind: "folder" }
  | { readonly kind: "file"; content: Uint8Array; flushed: Uint8Array; mode: number; readonly madeAt: number };
type Names = Map<string, Node>;

/** One change of the names in a folder, in the order it happened. */
type NameChange = { readonly folder: string; readonly apply: (names: Names) => void };

/** What a file that was never flushed holds after the cut. */
export type Remains = "nothing" | "zeros";

export type MemoryDisk = {
  readonly files: FilePort;
  /** Cuts the power after this many further operations: every later one fails and does nothing. */
  readonly cutAfter: (operations: number) => void;
  readonly isCut: () => boolean;
  /** How many changes of names are not flushed: a cut keeps the first 0 … all of them. */
  readonly unflushedNames: () => number;
  /** The disk as it is found when the power is back. */
  readonly afterCut: (keptNames: number, remains: Remains) => MemoryDisk;
};

export function memoryDisk(start: Names = new Map([["/", { kind: "folder" }]]), now: () => number = () => 0): MemoryDisk {
  const names: Names = new Map(start);
  const flushedNames: Names = new Map(start);
  let pending: NameChange[] = [];
  let left = Number.POSITIVE_INFINITY;

  function step(): void {
    if (left <= 0) throw failure("POWER-CUT");
    left -= 1;
  }

  function rename(folder: string, apply: NameChange["apply"]): void {
    apply(names);
    pending.push({ folder, apply });
  }

  function nodeAt(path: string): Node {
    const node = names.get(path);
    if (node === undefined) throw failure("ENOENT");
    return node;
  }

  function fileAt(path: string): Extract<Node, { readonly kind: "file" }> {
    const node = nodeAt(path);
    if (node.kind === "folder") throw failure("EISDIR");
    return node;
  }

  function stat(path: string): FileStat {
    const node = nodeAt(path);
    const isFile = node.kind === "file";
    return {
      kind: node.kind,
      size: isFile ? node.content.length : 0,
      modifiedAt: isFile ? node.madeAt : 0,
      mode: isFile ? node.mode : 0o700,
      owner: 0,
      group: 0,
    };
  }

  async function makeFolder(folder: string): Promise<void> {
    step();
    const missing: string[] = [];
    for (let path = folder; !names.has(path); path = dirname(path)) missing.unshift(path);
    for (const path of missing) rename(dirname(path), (into) => into.set(path, { kind: "folder" }));
  }

  const files: FilePort = {
    read: async (path, limit) => {
      step();
      const { content } = fileAt(path);
      if (content.length > limit) throw failure("EFBIG");
      return content.slice();
    },
    create: async (path, mode) => {
      step();
      if (nodeAt(dirname(path)).kind !== "folder") throw failure("ENOTDIR");
      if (names.has(path)) throw failure("EEXIST");
      const node = { kind: "file", content: new Uint8Array(), flushed: new Uint8Array(), mode, madeAt: now() } satisfies Node;
      const file: Extract<Node, { readonly kind: "file" }> = node;
      rename(dirname(path), (into) => into.set(path, file));
      return {
        write: async (bytes) => {
          step();
          file.content = Buffer.concat([file.content, bytes]);
          return bytes.length;
        },
        sync: async () => {
          step();
          file.flushed = file.content;
        },
        setMode: async (to) => {
          step();
          file.mode = to;
        },
        setOwner: async () => step(),
        close: async () => step(),
      };
    },
    stat: async (path) => (step(), stat(path)),
    lstat: async (path) => (step(), stat(path)),
    realpath: async (path) => (step(), nodeAt(path), path),
    mayWrite: async () => true,
    list: async (folder) => {
      step();
      if (nodeAt(folder).kind !== "folder") throw failure("ENOTDIR");
      const prefix = folder === "/" ? "/" : `${folder}/`;
      return [...names.keys()].filter((path) => path !== "/" && path.startsWith(prefix) && !path.slice(prefix.length).includes("/")).map((path) => path.slice(prefix.length));
    },
    makeFolder,
    makePrivateFolder: makeFolder,
    rename: async (from, to) => {
      step();
      const node = fileAt(from);
      if (names.get(to)?.kind === "folder") throw failure("EISDIR");
      rename(dirname(to), (into) => {
        into.delete(from);
        into.set(to, node);
      });
    },
    remove: async (path) => {
      step();
      fileAt(path);
      rename(dirname(path), (into) => into.delete(path));
    },
    removeFolder: async (folder) => {
      step();
      if ([...names.keys()].some((path) => path.startsWith(`${folder}/`))) throw failure("ENOTEMPTY");
      rename(dirname(folder), (into) => into.delete(folder));
    },
    syncFolder: async (folder) => {
      step();
      // Journals keep the order: what came before in other folders goes with it.
      const last = pending.findLastIndex((change) => change.folder === folder);
      for (const change of pending.slice(0, last + 1)) change.apply(flushedNames);
      pending = pending.slice(last + 1);
    },
  };

  return {
    files,
    cutAfter: (operations) => {
      left = operations;
    },
    isCut: () => left <= 0,
    unflushedNames: () => pending.length,
    afterCut: (keptNames, remains) => {
      const found: Names = new Map(flushedNames);
      for (const change of pending.slice(0, keptNames)) change.apply(found);
      const survived: Names = new Map();
      for (const [path, node] of found) survived.set(path, node.kind === "folder" ? node : { ...node, ...onlyFlushed(node, remains) });
      return memoryDisk(survived, now);
    },
  };
}

/** Content that was not flushed is gone; the length may have been kept, which gives a file of zeros. */
function onlyFlushed(node: Extract<Node, { readonly kind: "file" }>, remains: Remains): { readonly content: Uint8Array; readonly flushed: Uint8Array } {
  if (node.content.length === node.flushed.length) return { content: node.flushed, flushed: node.flushed };
  const content = remains === "nothing" ? node.flushed : Buffer.concat([node.flushed, Buffer.alloc(node.content.length - node.flushed.length)]);
  return { content, flushed: content };
}
