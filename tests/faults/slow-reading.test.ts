/** A network folder that does not answer when a file is asked for: the window says so, the person stops waiting, everything else works. */
import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../../src/main/host/file-port.ts";
import { markPath } from "../../src/main/host/open-marks.ts";
import { deferred, type Deferred } from "../../src/main/host/testing/deferred.ts";
import { startOnPlan } from "../../src/main/host/testing/on-plan.ts";
import { documentOf, named, openEmptyWindow, openFileIn, textOf } from "../../src/main/host/testing/test-documents.ts";
import { removeFolders, startTestHost, succeeded, type Folders, type TestHost } from "../../src/main/host/testing/test-host.ts";
import { faultyFiles, type FaultPlan } from "./faulty-files.ts";

let folders: Folders;
/** On the folder that will not answer, and on a disk that does. */
let path: string;
let local: string;
let files: ReturnType<typeof faultyFiles>;
let app: TestHost;
let answers: Deferred;

beforeEach(async () => {
  files = faultyFiles(nodeFiles);
  ({ folders, path, app } = await startOnPlan(named("Plan"), { files }));
  local = join(folders.root, "local.paymix");
  await writeFile(local, textOf(named("Local")));
  answers = deferred();
});
afterEach(async () => {
  answers.fulfil();
  files.disarm();
  await app.host.end();
  await removeFolders(folders);
});

function documentsDoNotAnswer(operation: FaultPlan["operation"] = "every"): void {
  files.arm({ operation, within: folders.documents, nth: 1, forEver: true, fault: { kind: "late", until: answers.promise } });
}

const readings = (windowId: string) => app.events.flatMap(({ windowId: of, event }) => (of === windowId && event.kind === "reading" ? [event.fileName] : []));
const isThere = (file: string): Promise<boolean> => access(file).then(() => true, () => false);

async function isSaidSlow(windowId = "w"): Promise<void> {
  await expect.poll(() => readings(windowId), { timeout: 5_000 }).toEqual(["plan"]);
}

async function openByDialog(chosen: string, windowId = "w") {
  app.chooses.push(chosen);
  return succeeded(app.call(windowId, "open", { destination: "here" }));
}

describe("a file whose disk does not answer", () => {
  it.each(["realpath", "stat", "read", "create"] as const)("in %s is said to be slow, can be stopped, and opens nothing whenever the answer comes", async (operation) => {
    await openEmptyWindow(app, "w");
    documentsDoNotAnswer(operation);
    const opening = openByDialog(path);
    await isSaidSlow();
    expect((await succeeded(app.call("w", "start", {}))).reading).toBe("plan");
    await succeeded(app.call("w", "stopReading", {}));
    expect(await opening).toEqual({ kind: "cancelled" });
    expect(readings("w")).toEqual(["plan", null]);

    answers.fulfil();
    await expect.poll(() => isThere(markPath(path)), { timeout: 5_000 }).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await app.host.flush();
    const { document, recent } = await succeeded(app.call("w", "start", {}));
    expect([document, recent, await isThere(markPath(path))]).toEqual([null, [], false]);
    files.disarm();
    expect(documentOf(await openByDialog(path)).scenario.name).toBe("Plan");
  });

  it("is shown when it comes, if nobody stopped it, and the window says no more that it waits", async () => {
    await openEmptyWindow(app, "w");
    documentsDoNotAnswer();
    const opening = openByDialog(path);
    await isSaidSlow();
    answers.fulfil();
    expect(documentOf(await opening).scenario.name).toBe("Plan");
    expect(readings("w")).toEqual(["plan", null]);
  });

  it("is not said to be slow where it answers at once", async () => {
    await openEmptyWindow(app, "w");
    await openByDialog(path);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(readings("w")).toEqual([]);
  });

  it("does not take the place of what was begun in the window meanwhile", async () => {
    await openEmptyWindow(app, "w");
    documentsDoNotAnswer();
    const opening = openByDialog(path);
    await isSaidSlow();
    const begun = documentOf(await succeeded(app.call("w", "create", { from: "sample", destination: "here" })));
    answers.fulfil();
    expect(await opening).toEqual({ kind: "other-window" });
    expect((await succeeded(app.call("w", "start", {}))).document?.info.handle).toBe(begun.info.handle);
  });

  it("can be stopped when it is read to compare with, read again, or taken over", async () => {
    const { info } = await openFileIn(app, "w", path);
    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: named("Mine"), pendingWeights: null }));
    documentsDoNotAnswer();
    app.chooses.push(path);
    const reads = [app.call("w", "read", { recentId: null }), app.call("w", "readVersion", { handle: info.handle, id: null }), app.call("w", "reload", { handle: info.handle }), app.call("w", "takeOver", { handle: info.handle })];
    await expect.poll(() => readings("w").length, { timeout: 5_000 }).toBe(4);
    await succeeded(app.call("w", "stopReading", {}));
    expect(await Promise.all(reads.map((each) => succeeded<unknown>(each)))).toEqual([{ kind: "cancelled" }, null, null, info]);
    answers.fulfil();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await succeeded(app.call("w", "start", {}))).document).toMatchObject({ edited: true, scenario: { name: "Mine" } });
  });

  it("does not keep recovered work on it: not waited for, that opens as a copy", async () => {
    const { info } = await openFileIn(app, "w", path);
    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: named("Mine"), pendingWeights: null }));
    app.host.removeWindow("w");
    await app.host.end();
    documentsDoNotAnswer();
    app = await startTestHost(folders, { files });
    app.host.addWindow("w");
    const { recovered } = await succeeded(app.call("w", "start", {}));
    expect(recovered).toMatchObject([{ fileName: "plan", scenarioName: "Mine", changes: null }]);
    const opening = succeeded(app.call("w", "openRecovered", { id: recovered[0]?.id ?? "", destination: "here" }));
    await isSaidSlow();
    await succeeded(app.call("w", "stopReading", {}));
    expect(documentOf(await opening)).toMatchObject({ info: { fileName: null }, edited: true, scenario: { name: "Mine" } });
  });
});

describe("a file that the system asks for, on a disk that does not answer", () => {
  it("gets a window that says what it waits for, and shows the file when it comes", async () => {
    documentsDoNotAnswer();
    await app.host.openFile(path);
    const [windowId = ""] = app.asked.map((asked) => asked.replace("open ", ""));
    expect(await succeeded(app.call(windowId, "start", {}))).toMatchObject({ document: null, error: null, reading: "plan" });
    answers.fulfil();
    await expect.poll(() => app.events.filter(({ event }) => event.kind === "opened"), { timeout: 5_000 }).toMatchObject([{ windowId, event: { outcome: { ok: true, value: { kind: "here" } } } }]);
    expect(readings(windowId).at(-1)).toBe(null);
  });

  it("is said in the window that was made for it, and does not hold up another file", async () => {
    documentsDoNotAnswer();
    app.host.addWindow("first");
    await app.host.openFile(path, "first");
    expect(await succeeded(app.call("first", "start", {}))).toMatchObject({ document: null, reading: "plan" });
    app.host.addWindow("second");
    await app.host.openFile(local, "second");
    expect((await succeeded(app.call("second", "start", {}))).document?.scenario.name).toBe("Local");
    await succeeded(app.call("first", "stopReading", {}));
    expect(await succeeded(app.call("first", "start", {}))).toMatchObject({ document: null, reading: null });
  });
});

describe("a start", () => {
  it("does not wait for recent files and recovered work on a disk that does not answer, and tells of them when it does", async () => {
    const { info } = await openFileIn(app, "w", path);
    await openFileIn(app, "w2", local);
    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: { ...named("Plan"), fiscalYear: 2031 }, pendingWeights: null }));
    for (const windowId of ["w", "w2"]) app.host.removeWindow(windowId);
    await app.host.end();
    await writeFile(`${local}.moved`, await readFile(local));
    await nodeFiles.remove(local);

    documentsDoNotAnswer();
    const before = performance.now();
    app = await startTestHost(folders, { files });
    app.host.addWindow("w");
    const { recent, recovered } = await succeeded(app.call("w", "start", {}));
    expect(performance.now() - before).toBeLessThan(5_000);
    expect([recent.map(({ fileName }) => fileName), recovered.map(({ changes }) => changes)]).toEqual([["local", "plan"], [null]]);

    answers.fulfil();
    await expect.poll(() => app.events.flatMap(({ event }) => (event.kind === "recent" ? [event.recent.map(({ missing }) => missing)] : [])).at(-1), { timeout: 5_000 }).toEqual([true, false]);
    await expect.poll(() => app.events.flatMap(({ event }) => (event.kind === "recovered" ? [event.recovered[0]?.changes?.count] : [])).at(-1), { timeout: 5_000 }).toBe(1);
  });

  it("removes a copy whose work is in its file also when the disk says so late", async () => {
    const { info } = await openFileIn(app, "w", path);
    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: named("Mine"), pendingWeights: null }));
    app.host.removeWindow("w");
    await app.host.end();
    await writeFile(path, textOf(named("Mine")));
    documentsDoNotAnswer();
    app = await startTestHost(folders, { files });
    app.host.addWindow("w");
    expect((await succeeded(app.call("w", "start", {}))).recovered).toHaveLength(1);
    answers.fulfil();
    await expect.poll(() => app.events.flatMap(({ event }) => (event.kind === "recovered" ? [event.recovered] : [])).at(-1), { timeout: 5_000 }).toEqual([]);
  });
});

describe("a document on a disk that does not answer any more", () => {
  it("is saved elsewhere: neither the look at its file nor its folder nor the recent files keep that", async () => {
    const { info } = await openFileIn(app, "w", path);
    documentsDoNotAnswer();
    void app.host.windowFocused("w");
    const elsewhere = join(folders.root, "elsewhere.paymix");
    app.chooses.push(elsewhere);
    const before = performance.now();
    expect(await succeeded(app.call("w", "saveAs", { handle: info.handle, scenario: named("Mine") }))).toMatchObject({ kind: "saved", info: { fileName: "elsewhere" } });
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(await readFile(elsewhere, "utf8")).toBe(textOf(named("Mine")));
    expect(app.suggestions).toEqual([{ suggestedName: "plan.paymix", folder: folders.documents }]);
  });

  it("does not keep another file from being opened", async () => {
    await openFileIn(app, "w", path);
    await openEmptyWindow(app, "w2");
    documentsDoNotAnswer();
    expect(documentOf(await openByDialog(local, "w2")).scenario.name).toBe("Local");
    expect(readings("w2")).toEqual([]);
  });
});
