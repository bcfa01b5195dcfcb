/** A host on real files in a temporary folder, with windows and dialogs that a test answers. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HostError, HostEvent, HostResult, HostVerb, HostVerbs } from "#shared/host-api/contract.ts";
import { sampleScenario } from "#shared/library/index.ts";
import { nodeFiles, nodeWriteAtOnce } from "../file-port.ts";
import { createHost, type Host } from "../host.ts";
import type { Clock, FilePort, HostPorts, Self, WindowDescription, WriteAtOnce } from "../ports.ts";
import { systemSelf } from "../system-self.ts";
import { instantClock } from "./instant-clock.ts";

export type Folders = { readonly root: string; readonly documents: string; readonly data: string };

/** A file system in memory, where the system has one: it waits for no disk, and says no less of what a save does in what order. */
export const IN_MEMORY = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

export async function temporaryFolders(parent = tmpdir()): Promise<Folders> {
  const root = await mkdtemp(join(parent, "paymix-host-"));
  const folders = { root, documents: join(root, "Documents"), data: join(root, "data") };
  await mkdir(folders.documents);
  return folders;
}

export async function removeFolders({ root }: Folders): Promise<void> {
  await rm(root, { recursive: true, force: true });
}

export type TestHost = {
  readonly host: Host;
  readonly call: <Verb extends HostVerb>(
    windowId: string,
    verb: Verb,
    args: HostVerbs[Verb]["args"],
  ) => Promise<HostResult<HostVerbs[Verb]["result"]>>;
  readonly events: { readonly windowId: string; readonly event: HostEvent }[];
  /** What the host asked of the windows: "open w2", "focus w1", "close w1". */
  readonly asked: string[];
  readonly descriptions: Map<string, WindowDescription>;
  /** What the person does with the next dialogs; a dialog nobody prepared is cancelled. */
  readonly chooses: (string | null)[];
  /** What save dialogs suggested. */
  readonly suggestions: { readonly suggestedName: string; readonly folder: string }[];
};

type Options = { readonly files?: FilePort; readonly writeAtOnce?: WriteAtOnce; readonly clock?: Clock; readonly self?: Partial<Self>; readonly windows?: Partial<HostPorts["windows"]> };

export async function startTestHost(folders: Folders, { files = nodeFiles, writeAtOnce = nodeWriteAtOnce, clock = instantClock(), self = {}, windows = {} }: Options = {}): Promise<TestHost> {
  const events: TestHost["events"] = [];
  const asked: string[] = [];
  const descriptions: TestHost["descriptions"] = new Map();
  const chooses: TestHost["chooses"] = [];
  const suggestions: { suggestedName: string; folder: string }[] = [];
  const host = await createHost({
    files,
    writeAtOnce,
    clock,
    self: { ...systemSelf(), ...self },
    ids: randomUUID,
    dialogs: {
      chooseFileToOpen: () => Promise.resolve(chooses.shift() ?? null),
      chooseFileToSave: (_windowId, start) => {
        suggestions.push(start);
        return Promise.resolve(chooses.shift() ?? null);
      },
    },
    windows: {
      open: (windowId) => {
        asked.push(`open ${windowId}`);
        return Promise.resolve();
      },
      focus: (windowId) => void asked.push(`focus ${windowId}`),
      close: (windowId) => void asked.push(`close ${windowId}`),
      send: (windowId, event) => void events.push({ windowId, event }),
      describe: (windowId, description) => void descriptions.set(windowId, description),
      ...windows,
    },
    dataFolder: folders.data,
    documentsFolder: folders.documents,
    homeFolder: folders.root,
    sample: sampleScenario,
    platform: "linux",
    installation: { version: "1.2.3", runtime: [{ name: "Node", version: "20.19.0" }], runtimeLicences: null },
    shell: "browser",
  });
  return {
    host,
    // The contract says which verb answers what; the host's own signature is the untyped wire.
    call: <Verb extends HostVerb>(windowId: string, verb: Verb, args: HostVerbs[Verb]["args"]) =>
      host.call(windowId, verb, args) as Promise<HostResult<HostVerbs[Verb]["result"]>>,
    events,
    asked,
    descriptions,
    chooses,
    suggestions,
  };
}

/** The value of a call that must succeed. */
export async function succeeded<Value>(result: Promise<HostResult<Value>>): Promise<Value> {
  const settled = await result;
  if (!settled.ok) throw new Error(`${settled.error.kind}: ${settled.error.message}`);
  return settled.value;
}

/** The error of a call that must fail. */
export async function failed(result: Promise<HostResult<unknown>>): Promise<HostError> {
  const settled = await result;
  if (settled.ok) throw new Error(`It succeeded: ${JSON.stringify(settled.value)}`);
  return settled.error;
}
