/** A disk or a network folder that answers late: the window stays usable, nothing is lost, and a save can be stopped. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDocument } from "#shared/host-api/contract.ts";
import { nodeFiles } from "../../src/main/host/file-port.ts";
import { deferred, type Deferred } from "../../src/main/host/testing/deferred.ts";
import { startOnPlan } from "../../src/main/host/testing/on-plan.ts";
import { documentOf, named, openFileIn, textOf } from "../../src/main/host/testing/test-documents.ts";
import { removeFolders, startTestHost, succeeded, type Folders, type TestHost } from "../../src/main/host/testing/test-host.ts";
import { faultyFiles, type FaultPlan } from "./faulty-files.ts";

const ONE = named("One");
const TWO = named("Two");
const THREE = named("Three");

let folders: Folders;
let path: string;
let files: ReturnType<typeof faultyFiles>;
let app: TestHost;
let opened: OpenDocument;
let answers: Deferred;

beforeEach(async () => {
  files = faultyFiles(nodeFiles);
  ({ folders, path, app } = await startOnPlan(ONE, { files }));
  opened = await openFileIn(app, "w", path);
  await app.host.flush();
  answers = deferred();
});
afterEach(async () => {
  answers.fulfil();
  files.disarm();
  await app.host.end();
  await removeFolders(folders);
});

const onDisk = (): Promise<string> => readFile(path, "utf8");
const save = (scenario = TWO) => app.call("w", "save", { handle: opened.info.handle, scenario, replaceChanged: false });
const events = (kind: string): number => app.events.filter(({ event }) => event.kind === kind).length;
/** As long as whatever does not hang needs, and more. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 100));

/** From now on the person's folder answers only when the test says so; Paymix's own folder is on another disk. */
function documentsAnswerLate(operation: FaultPlan["operation"] = "every"): void {
  files.arm({ operation, within: folders.documents, nth: 1, forEver: true, fault: { kind: "late", until: answers.promise } });
}

async function isPending(work: Promise<unknown>): Promise<boolean> {
  return Promise.race([work.then(() => false), aWhile().then(() => true)]);
}

describe("a disk that answers late", () => {
  it("is said, and edits are kept meanwhile", async () => {
    documentsAnswerLate();
    const saving = save();
    expect(await isPending(saving)).toBe(true);
    expect(events("save-slow")).toBe(1);
    await succeeded(app.call("w", "keepRecovery", { handle: opened.info.handle, scenario: THREE, pendingWeights: null }));
    const next = await startTestHost(folders);
    next.host.addWindow("w");
    expect((await succeeded(next.call("w", "start", {}))).recovered).toMatchObject([{ scenarioName: "Three" }]);

    answers.fulfil();
    expect(await succeeded(saving)).toMatchObject({ kind: "saved" });
    expect(await onDisk()).toBe(textOf(TWO));
    expect(app.host.isEdited("w")).toBe(true);
  });

  it.each(["read", "create", "write", "sync", "close", "stat"] as const)("lets go of a save that hangs in %s when the person stops it, and the old file stays whenever it answers", async (operation) => {
    documentsAnswerLate(operation);
    const saving = save();
    expect(await isPending(saving)).toBe(true);
    await succeeded(app.call("w", "stopSave", { handle: opened.info.handle }));
    expect(await succeeded(saving)).toEqual({ kind: "stopped" });
    expect(app.host.isEdited("w")).toBe(true);

    answers.fulfil();
    await aWhile();
    await app.host.flush();
    expect(await onDisk()).toBe(textOf(ONE));
    expect((await readdir(folders.documents)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const next = await startTestHost(folders);
    next.host.addWindow("w");
    expect((await succeeded(next.call("w", "start", {}))).recovered).toMatchObject([{ scenarioName: "Two" }]);
  });

  it("does not hold up a save to another disk, of this window or another, once it was stopped", async () => {
    app.host.addWindow("other");
    const other = documentOf(await succeeded(app.call("other", "create", { from: "empty", destination: "here" })));
    // Late enough that both have got as far as writing.
    documentsAnswerLate("create");
    const saving = save();
    const waiting = save(THREE);
    app.chooses.push(join(folders.documents, "new name.paymix"));
    const hanging = app.call("other", "saveAs", { handle: other.info.handle, scenario: ONE });
    expect(await isPending(Promise.race([saving, waiting, hanging]))).toBe(true);
    await succeeded(app.call("w", "stopSave", { handle: opened.info.handle }));
    await succeeded(app.call("other", "stopSave", { handle: other.info.handle }));
    for (const each of [saving, waiting, hanging]) expect(await succeeded(each)).toEqual({ kind: "stopped" });

    files.disarm();
    const names = ["elsewhere.paymix", "another.paymix"].map((name) => join(folders.root, name));
    app.chooses.push(...names);
    expect(await succeeded(app.call("w", "saveAs", { handle: opened.info.handle, scenario: TWO }))).toMatchObject({ kind: "saved" });
    expect(await succeeded(app.call("other", "saveAs", { handle: other.info.handle, scenario: THREE }))).toMatchObject({ kind: "saved" });
    expect(await Promise.all(names.map((name) => readFile(name, "utf8")))).toEqual([textOf(TWO), textOf(THREE)]);
    answers.fulfil();
    await aWhile();
    expect(await onDisk()).toBe(textOf(ONE));
    expect(await readdir(folders.documents)).not.toContain("new name.paymix");
  });

  it("is waited for where the file is being replaced already, and the answer is true", async () => {
    documentsAnswerLate("rename");
    const saving = save();
    expect(await isPending(saving)).toBe(true);
    await succeeded(app.call("w", "stopSave", { handle: opened.info.handle }));
    expect(await isPending(saving)).toBe(true);
    answers.fulfil();
    expect(await succeeded(saving)).toMatchObject({ kind: "saved" });
    expect(await onDisk()).toBe(textOf(TWO));
  });
});

describe("a window that is closed while a save is held back", () => {
  it("waits for it, and nothing is lost", async () => {
    documentsAnswerLate("rename");
    const saving = save();
    expect(await isPending(saving)).toBe(true);
    const closing = app.call("w", "closeWindow", { handle: opened.info.handle });
    expect(await isPending(closing)).toBe(true);
    expect([app.asked, await onDisk()]).toEqual([[], textOf(ONE)]);

    answers.fulfil();
    await succeeded(closing);
    expect([app.asked, await onDisk()]).toEqual([["close w"], textOf(TWO)]);
    expect((await saving).ok).toBe(true);
  });

  it.each(["its process is killed", "it is gone without a word"])("keeps what was saved where %s meanwhile", async (how) => {
    documentsAnswerLate("rename");
    const saving = save();
    expect(await isPending(saving)).toBe(true);
    if (how === "it is gone without a word") app.host.removeWindow("w");
    const next = await startTestHost(folders);
    next.host.addWindow("w");
    const { recovered } = await succeeded(next.call("w", "start", {}));
    expect([recovered.map(({ scenarioName }) => scenarioName), await onDisk()]).toEqual([["Two"], textOf(ONE)]);
    answers.fulfil();
    await saving;
  });
});
