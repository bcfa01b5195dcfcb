/** A file port that fails on purpose: the n-th call of one operation, once or for ever, in one of several ways. */
import { sep } from "node:path";
import type { FilePort, NewFile } from "../../src/main/host/ports.ts";
import { failure } from "../../src/main/host/system-errors.ts";

export const OPERATIONS = [
  "read", "create", "stat", "lstat", "realpath", "mayWrite", "list", "makeFolder", "makePrivateFolder", "rename", "remove", "syncFolder",
  "write", "sync", "setMode", "setOwner", "close",
] as const;
export type Operation = (typeof OPERATIONS)[number];

export type Fault =
  /** The call is carried out when `until` is over. */
  | { readonly kind: "late"; readonly until: Promise<void> }
  /** The call fails and does nothing. */
  | { readonly kind: "fails"; readonly code: string }
  /** The call is carried out and then reported as failed, as over a network. */
  | { readonly kind: "answer-lost"; readonly code: string }
  /** A write takes only a part, and says so. */
  | { readonly kind: "short"; readonly part: number }
  /** A write takes only a part, and says that it took all. */
  | { readonly kind: "short-and-silent" }
  /** A write turns one bit, and says nothing. */
  | { readonly kind: "corrupted" };

export type FaultPlan = {
  readonly operation: Operation | "every";
  /** Only calls on paths in this folder. */
  readonly within?: string;
  /** 1 = the first call after arming. */
  readonly nth: number;
  readonly forEver: boolean;
  readonly fault: Fault;
};

export type FaultyFiles = FilePort & {
  /** From now on calls are counted, and fail as planned. */
  readonly arm: (plan: FaultPlan) => void;
  /** Ends the plan; answers whether it came to a fault. */
  readonly disarm: () => boolean;
};

export function faultyFiles(files: FilePort): FaultyFiles {
  let plan: FaultPlan | null = null;
  let calls = 0;
  let fired = false;

  function dueFault(operation: Operation, path: string): Fault | null {
    if (plan === null || (plan.operation !== "every" && plan.operation !== operation)) return null;
    if (plan.within !== undefined && path !== plan.within && !path.startsWith(`${plan.within}${sep}`)) return null;
    calls += 1;
    if (calls !== plan.nth && !(plan.forEver && calls > plan.nth)) return null;
    fired = true;
    return plan.fault;
  }

  async function attempt<Value>(operation: Operation, path: string, act: () => Promise<Value>): Promise<Value> {
    const fault = dueFault(operation, path);
    if (fault?.kind === "late") await fault.until;
    if (fault?.kind === "fails") throw failure(fault.code);
    const value = await act();
    if (fault?.kind === "answer-lost") throw failure(fault.code);
    return value;
  }

  async function write(file: NewFile, path: string, bytes: Uint8Array): Promise<number> {
    const fault = dueFault("write", path);
    switch (fault?.kind) {
      case undefined:
        return file.write(bytes);
      case "late":
        await fault.until;
        return file.write(bytes);
      case "fails":
        throw failure(fault.code);
      case "answer-lost":
        await file.write(bytes);
        throw failure(fault.code);
      case "short": {
        const count = Math.floor(bytes.length * fault.part);
        return count === 0 ? 0 : file.write(bytes.subarray(0, count));
      }
      case "short-and-silent":
        await file.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
        return bytes.length;
      case "corrupted": {
        const other = Uint8Array.from(bytes);
        other[other.length >> 1]! ^= 1;
        return file.write(other);
      }
    }
  }

  return {
    arm: (next) => {
      plan = next;
      calls = 0;
      fired = false;
    },
    disarm: () => {
      plan = null;
      return fired;
    },
    read: (path, limit) => attempt("read", path, () => files.read(path, limit)),
    create: async (path, mode) => {
      const fault = dueFault("create", path);
      if (fault?.kind === "late") await fault.until;
      if (fault?.kind === "fails") throw failure(fault.code);
      const file = await files.create(path, mode);
      if (fault?.kind === "answer-lost") {
        await file.close();
        throw failure(fault.code);
      }
      return {
        write: (bytes) => write(file, path, bytes),
        sync: () => attempt("sync", path, () => file.sync()),
        setMode: (to) => attempt("setMode", path, () => file.setMode(to)),
        setOwner: (owner, group) => attempt("setOwner", path, () => file.setOwner(owner, group)),
        close: async () => {
          const fault = dueFault("close", path);
          if (fault?.kind === "late") await fault.until;
          // A close that fails lets the file go all the same.
          await file.close();
          if (fault !== null && "code" in fault) throw failure(fault.code);
        },
      };
    },
    stat: (path) => attempt("stat", path, () => files.stat(path)),
    lstat: (path) => attempt("lstat", path, () => files.lstat(path)),
    realpath: (path) => attempt("realpath", path, () => files.realpath(path)),
    mayWrite: async (path) => {
      const fault = dueFault("mayWrite", path);
      if (fault?.kind === "late") await fault.until;
      return (fault === null || fault.kind === "late") && files.mayWrite(path);
    },
    list: (folder) => attempt("list", folder, () => files.list(folder)),
    makeFolder: (folder) => attempt("makeFolder", folder, () => files.makeFolder(folder)),
    makePrivateFolder: (folder) => attempt("makePrivateFolder", folder, () => files.makePrivateFolder(folder)),
    rename: (from, to) => attempt("rename", to, () => files.rename(from, to)),
    remove: (path) => attempt("remove", path, () => files.remove(path)),
    // No save removes a folder.
    removeFolder: (folder) => files.removeFolder(folder),
    syncFolder: (folder) => attempt("syncFolder", folder, () => files.syncFolder(folder)),
  };
}
