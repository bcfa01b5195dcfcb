/**
 * Every operation of a save fails, one after the other, once and for ever, until a save comes through without meeting the
 * fault. After each: the file is byte for byte the old or the new one, the newest work is recoverable, the answer is true.
 */
import { chmod, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scenario } from "#shared/model/scenario.ts";
import { sampleScenario } from "#shared/library/index.ts";
import { nodeFiles } from "../../src/main/host/file-port.ts";
import { markPath } from "../../src/main/host/open-marks.ts";
import { textOf } from "../../src/main/host/testing/test-documents.ts";
import { IN_MEMORY, removeFolders, startTestHost, succeeded, temporaryFolders, type Folders } from "../../src/main/host/testing/test-host.ts";
import { faultyFiles, OPERATIONS, type Fault, type FaultPlan, type Operation } from "./faulty-files.ts";
import { oneWriteThenRename } from "./naive-writer.ts";

const OLD: Scenario = { ...sampleScenario(), name: "Old" };
const NEW: Scenario = { ...sampleScenario(), name: "New", notes: "new ".repeat(2_000) };
const OLD_TEXT = textOf(OLD);
const NEW_TEXT = textOf(NEW);
const MODE = 0o640;
const MARK = basename(markPath("plan.paymix"));

const FAILURES: readonly Fault[] = [
  ...["ENOSPC", "EIO", "EACCES", "EPERM", "EBUSY", "ETIMEDOUT"].map((code) => ({ kind: "fails", code }) as const),
  { kind: "answer-lost", code: "ETIMEDOUT" },
];
const BAD_WRITES: readonly Fault[] = [
  { kind: "short", part: 0 },
  { kind: "short", part: 0.5 },
  { kind: "short-and-silent" },
  { kind: "corrupted" },
];

let root: Folders;
let runs = 0;
beforeAll(async () => {
  root = await temporaryFolders(IN_MEMORY);
});
afterAll(() => removeFolders(root));

async function freshFolders(): Promise<Folders> {
  runs += 1;
  const folder = join(root.root, String(runs));
  const folders = { root: folder, documents: join(folder, "documents"), data: join(folder, "data") };
  await mkdir(folders.documents, { recursive: true });
  return folders;
}

async function textAt(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}

/** `unused`: operations that such a save has no need of. */
type Case = { readonly save: "over-the-old-file" | "under-a-new-name"; readonly unused: readonly Operation[] };

/** One save with one planned fault. Answers whether the fault was met. */
async function saveWith(plan: FaultPlan, { save }: Case): Promise<boolean> {
  const folders = await freshFolders();
  const path = join(folders.documents, "plan.paymix");
  const before = save === "over-the-old-file" ? OLD_TEXT : null;
  if (before !== null) {
    await writeFile(path, before);
    await chmod(path, MODE);
  }

  const files = faultyFiles(nodeFiles);
  const { host, call, chooses } = await startTestHost(folders, { files });
  host.addWindow("w");
  if (before !== null) await host.openFile(path);
  const { document } = await succeeded(call("w", "start", {}));
  if (document === null) throw new Error("Nothing was opened.");
  await host.flush();

  const { handle } = document.info;
  chooses.push(path);
  files.arm(plan);
  const answer = await call("w", "save", { handle, scenario: NEW, replaceChanged: false });
  const fired = files.disarm();

  const where = JSON.stringify({ plan, save, answer });
  const onDisk = await textAt(path);
  // The answer is true, and that means: the new file, or the old one untouched.
  expect(onDisk, where).toBe(answer.ok ? NEW_TEXT : before);
  expect(host.isEdited("w"), where).toBe(!answer.ok);
  // A write that takes a part is no failure yet: the rest is written after it.
  if (plan.fault.kind === "short" && plan.fault.part > 0 && !plan.forEver) expect(answer.ok, where).toBe(true);
  if (!answer.ok && "fileName" in answer.error && answer.error.kind === "not-saved") {
    expect(answer.error.message, where).toContain(before === null ? "No file was written" : "The file on disk is unchanged");
  }
  if (onDisk !== null) {
    const modes = plan.operation === "setMode" ? [MODE, 0o600] : [before === null ? 0o600 : MODE];
    expect(modes, where).toContain((await stat(path)).mode & 0o777);
  }
  // Nothing of ours is left in the person's folder, unless removing it was what failed.
  if (plan.operation !== "remove") expect((await readdir(folders.documents)).filter((name) => name !== "plan.paymix" && name !== MARK), where).toEqual([]);
  // Killed here or, where the store itself kept failing, once it works again: whoever starts next finds the newest work.
  if (plan.forEver) await host.flush();
  if (onDisk !== NEW_TEXT) expect(await recoveredName(folders), where).toBe("New");
  await host.flush();
  await rm(folders.root, { recursive: true, force: true });
  return fired;
}

async function recoveredName(folders: Folders): Promise<string | undefined> {
  const next = await startTestHost(folders);
  next.host.addWindow("w");
  const { recovered } = await succeeded(next.call("w", "start", {}));
  const [newest] = recovered;
  if (newest === undefined) return undefined;
  const opened = await succeeded(next.call("w", "openRecovered", { id: newest.id, destination: "here" }));
  return opened.kind === "here" && opened.document.scenario.notes === NEW.notes ? opened.document.scenario.name : undefined;
}

describe.each<Case>([
  { save: "over-the-old-file", unused: ["makeFolder"] },
  { save: "under-a-new-name", unused: ["makeFolder", "mayWrite", "setMode", "setOwner"] },
])("a save $save", (kind) => {
  it.each(OPERATIONS)("is old or new when %s fails", { timeout: 240_000 }, async (operation) => {
    let met = 0;
    const faults = operation === "write" ? [...FAILURES, ...BAD_WRITES] : FAILURES;
    for (const fault of faults) {
      for (const forEver of [false, true]) {
        for (let nth = 1; await saveWith({ operation, nth, forEver, fault }, kind); nth += 1) met += 1;
      }
    }
    expect(met > 0).toBe(!kind.unused.includes(operation));
  });
});

describe("a writer that looks at no counts", () => {
  it("is caught by a short write", async () => {
    const folders = await freshFolders();
    const path = join(folders.documents, "plan.paymix");
    await writeFile(path, OLD_TEXT);
    const files = faultyFiles(nodeFiles);
    files.arm({ operation: "write", nth: 1, forEver: false, fault: { kind: "short", part: 0.5 } });
    const said = await oneWriteThenRename(files, path, Buffer.from(NEW_TEXT));
    expect(said).toBe(true);
    expect([OLD_TEXT, NEW_TEXT]).not.toContain(await textAt(path));
  });
});
