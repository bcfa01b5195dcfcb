/** What the host promises a window about starting, calls and opening, on real files. */
import { copyFile, lstat, mkdir, readFile, readdir, rename, rm, symlink, truncate, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDocument } from "#shared/host-api/contract.ts";
import { sampleScenario } from "#shared/library/index.ts";
import { nodeFiles } from "./file-port.ts";
import { endOnPlan, startOnPlan } from "./testing/on-plan.ts";
import { documentOf, named, openEmptyWindow, openFileIn, textOf } from "./testing/test-documents.ts";
import { failed, startTestHost, succeeded, type Folders, type TestHost } from "./testing/test-host.ts";

const ONE = named("One");
const TWO = named("Two");

let folders: Folders;
let path: string;
let app: TestHost;

beforeEach(async () => {
  ({ folders, path, app } = await startOnPlan(ONE));
});
afterEach(() => endOnPlan(app, folders));

const windowWithFile = (id = "w"): Promise<OpenDocument> => openFileIn(app, id, path);
const onDisk = (): Promise<string> => readFile(path, "utf8");

it("says what runs and where Paymix keeps its own files, and no more", async () => {
  app.host.addWindow("w");
  const about = await succeeded(app.call("w", "about", {}));
  expect(about).toEqual({ version: "1.2.3", runtime: [{ name: "Node", version: "20.19.0" }], system: expect.stringMatching(/^\S+ \S+ \S+$/), dataFolder: "~/data", runtimeLicences: null });
});

describe("starting", () => {
  it("shows a person who is here for the first time an untitled copy of the sample", async () => {
    app.host.addWindow("w");
    const start = await succeeded(app.call("w", "start", {}));
    expect(start).toMatchObject({ error: null, recent: [], recovered: [], preferences: { theme: "system" }, platform: "linux", shell: "browser" });
    expect(start.document).toMatchObject({ edited: false, info: { fileName: null, folder: null, readOnly: false } });
    expect(start.document?.scenario).toEqual({ ...sampleScenario(), id: start.document?.scenario.id });
    expect(start.document?.scenario.id).not.toBe(sampleScenario().id);
    expect(app.descriptions.get("w")).toEqual({ title: "Untitled", edited: false, path: null });
  });

  it("shows the empty page in a further window, and to a person with recent files", async () => {
    await openEmptyWindow(app, "w");
    await app.host.openFile(path);
    app = await startTestHost(folders);
    app.host.addWindow("w");
    const start = await succeeded(app.call("w", "start", {}));
    expect(start.document).toBeNull();
    expect(start.recent).toMatchObject([{ fileName: "plan", folder: "~/Documents", missing: false }]);
  });

  it("gives a reloaded page its document back, with what was unsaved", async () => {
    const { info } = await windowWithFile();
    const pendingWeights = { roleId: "cam", weights: { sourced: 3_700 } };
    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: TWO, pendingWeights }));
    app.host.addWindow("w");
    const again = await succeeded(app.call("w", "start", {}));
    expect(again.document).toEqual({ info, scenario: TWO, edited: true, pendingWeights });
  });
});

describe("a call", () => {
  it.each([
    ["an unknown verb", "delete", {}],
    ["a verb of every object", "toString", {}],
    ["no arguments", "save", undefined],
    ["a missing argument", "open", {}],
    ["an argument too many", "recent", { path: "/etc/passwd" }],
    ["a wrong type", "openRecent", { id: 7, destination: "here" }],
    ["a wrong choice", "create", { from: "thin air", destination: "here" }],
    ["a path for a handle", "reload", { handle: "/etc/passwd" }],
    ["an endless handle", "reload", { handle: "x".repeat(10_000) }],
    ["a text for a flag", "save", { handle: "h", scenario: ONE, replaceChanged: "yes" }],
  ])("with %s is refused", async (_what, verb, args) => {
    await windowWithFile();
    expect(await failed(app.host.call("w", verb, args))).toMatchObject({ kind: "bad-call" });
    expect(await onDisk()).toBe(textOf(ONE));
  });

  it("of a window that is not known is refused", async () => {
    expect(await failed(app.host.call("stranger", "recent", {}))).toMatchObject({ kind: "bad-call" });
  });

  it("for another window's document is refused", async () => {
    const { info } = await windowWithFile();
    app.host.addWindow("other");
    const { handle } = info;
    for (const [verb, args] of [
      ["save", { handle, scenario: TWO, replaceChanged: true }],
      ["saveAs", { handle, scenario: TWO }],
      ["reload", { handle }],
      ["keepRecovery", { handle, scenario: TWO, pendingWeights: null }],
      ["closeWindow", { handle }],
    ] as const) {
      expect(await failed(app.host.call("other", verb, args)), verb).toMatchObject({ kind: "bad-call" });
    }
    expect(await onDisk()).toBe(textOf(ONE));
  });

  it("with a damaged scenario is refused with its problems, and nothing is written", async () => {
    const { info } = await windowWithFile();
    const damaged = { ...TWO, roles: [{ ...TWO.roles[0], headcount: -1 }] };
    for (const verb of ["save", "saveAs"] as const) {
      const error = await failed(app.host.call("w", verb, { handle: info.handle, scenario: damaged, ...(verb === "save" && { replaceChanged: false }) }));
      expect(error).toMatchObject({ kind: "refused", fileName: "plan" });
      expect("problems" in error && error.problems.map((problem) => problem.path)).toContain("roles[0].headcount");
    }
    for (const scenario of [null, undefined, 7, "text", [], {}]) {
      expect(await failed(app.host.call("w", "save", { handle: info.handle, scenario, replaceChanged: false }))).toBeDefined();
    }
    expect(await onDisk()).toBe(textOf(ONE));
  });

  it("that tells of work that cannot be kept marks the window as edited all the same", async () => {
    const { info } = await windowWithFile();
    const args = { handle: info.handle, scenario: { ...TWO, fiscalYear: Number.NaN }, pendingWeights: null };
    expect(await failed(app.host.call("w", "keepRecovery", args))).toMatchObject({ kind: "refused" });
    expect(app.host.isEdited("w")).toBe(true);
  });
});

describe("opening", () => {
  it("reads a file and remembers it", async () => {
    await openEmptyWindow(app, "w");
    app.chooses.push(path);
    const document = documentOf(await succeeded(app.call("w", "open", { destination: "here" })));
    expect(document).toMatchObject({ edited: false, info: { fileName: "plan", folder: "~/Documents", readOnly: false } });
    expect(document.scenario.name).toBe("One");
    expect(app.descriptions.get("w")).toEqual({ title: "plan", edited: false, path });
    expect(app.events).toContainEqual({ windowId: "w", event: { kind: "recent", recent: [expect.objectContaining({ fileName: "plan" })] } });
  });

  it("changes nothing when the person cancels", async () => {
    const document = await windowWithFile();
    expect(await succeeded(app.call("w", "open", { destination: "here" }))).toEqual({ kind: "cancelled" });
    expect((await succeeded(app.call("w", "start", {}))).document).toEqual(document);
  });

  it("puts the document into a window of its own where that is asked for", async () => {
    await openEmptyWindow(app, "w");
    app.chooses.push(path);
    expect(await succeeded(app.call("w", "open", { destination: "new-window" }))).toEqual({ kind: "other-window" });
    const [, id] = /^open (.+)$/.exec(app.asked[0] ?? "") ?? [];
    app.host.addWindow(id ?? "");
    expect((await succeeded(app.call(id ?? "", "start", {}))).document?.info.fileName).toBe("plan");
    expect((await succeeded(app.call("w", "start", {}))).document).toBeNull();
  });

  it("never puts a document in the place of unsaved work", async () => {
    const { info } = await windowWithFile();
    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: TWO, pendingWeights: null }));
    expect(await succeeded(app.call("w", "create", { from: "empty", destination: "here" }))).toEqual({ kind: "other-window" });
    expect((await succeeded(app.call("w", "start", {}))).document?.scenario.name).toBe("Two");
  });

  it("says so when no further window can be opened, and forgets the window", async () => {
    app = await startTestHost(folders, { windows: { open: () => Promise.reject(new Error("no display")) } });
    await openEmptyWindow(app, "w");
    expect(await failed(app.call("w", "create", { from: "empty", destination: "new-window" }))).toMatchObject({ kind: "bad-call" });
    app.chooses.push(path, path);
    expect(await failed(app.call("w", "open", { destination: "new-window" }))).toBeDefined();
    expect(await succeeded(app.call("w", "open", { destination: "here" }))).toMatchObject({ kind: "here" });
  });

  it.each(["the same path", "a link to it", "another spelling of the path"])("brings the window to the front that shows the file already: %s", async (way) => {
    await windowWithFile();
    const link = join(folders.documents, "link.paymix");
    await symlink(path, link);
    app.host.addWindow("other");
    await app.call("other", "start", {});
    app.chooses.push(way === "the same path" ? path : way === "a link to it" ? link : join(folders.documents, "..", "Documents", ".", "plan.paymix"));
    expect(await succeeded(app.call("other", "open", { destination: "here" }))).toEqual({ kind: "other-window" });
    expect(app.asked).toEqual(["focus w"]);
  });

  it("shows a file in one window only when two ask for it at once", async () => {
    await openEmptyWindow(app, "a");
    app.host.addWindow("b");
    app.chooses.push(path, path);
    const outcomes = await Promise.all(["a", "b"].map((id) => succeeded(app.call(id, "open", { destination: "here" }))));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["here", "other-window"]);
  });

  it.each<[string, (file: string) => Promise<void>, object]>([
    ["no file", (file) => unlink(file), { kind: "missing" }],
    ["a link to nothing", async (file) => (await unlink(file), symlink("nowhere", file)), { kind: "missing" }],
    ["a folder", async (file) => (await unlink(file), mkdir(file)), { kind: "not-read" }],
    ["a device", async (file) => (await unlink(file), symlink("/dev/zero", file)), { kind: "not-read" }],
    ["no JSON", (file) => writeFile(file, "<html>"), { kind: "refused" }],
    ["an empty file", (file) => writeFile(file, ""), { kind: "refused" }],
    ["a truncated file", (file) => truncate(file, 1_000), { kind: "refused" }],
    ["200 MB", (file) => truncate(file, 200_000_000), { kind: "refused", problems: [{ path: "", message: expect.stringContaining("20 MB") as string }] }],
  ])("refuses %s, says which file, and leaves it as it is", async (_what, damage, expected) => {
    await damage(path);
    const before = await lstat(path).catch(() => null);
    await openEmptyWindow(app, "w");
    app.chooses.push(path);
    const error = await failed(app.call("w", "open", { destination: "here" }));
    expect(error).toMatchObject({ ...expected, fileName: "plan" });
    expect(error.message).toContain("plan");
    const after = await lstat(path).catch(() => null);
    expect([after?.size, after?.mtimeMs]).toEqual([before?.size, before?.mtimeMs]);
    expect((await succeeded(app.call("w", "start", {}))).document).toBeNull();
  });

  it("does not read a file that is too large", async () => {
    await truncate(path, 200_000_000);
    const read: string[] = [];
    app = await startTestHost(folders, { files: { ...nodeFiles, read: (file, limit) => (read.push(file), nodeFiles.read(file, limit)) } });
    await openEmptyWindow(app, "w");
    app.chooses.push(path);
    await failed(app.call("w", "open", { destination: "here" }));
    expect(read).not.toContain(path);
  });

  it("opens a text without a place as an unsaved copy", async () => {
    await openEmptyWindow(app, "w");
    const document = documentOf(await succeeded(app.call("w", "openText", { fileName: "../../dragged.paymix", text: textOf(TWO), destination: "here" })));
    expect(document).toMatchObject({ edited: true, info: { fileName: null } });
    expect(app.host.isEdited("w")).toBe(true);
    await app.call("w", "save", { handle: document.info.handle, scenario: document.scenario, replaceChanged: false });
    expect(app.suggestions).toEqual([{ suggestedName: "dragged.paymix", folder: folders.documents }]);
    expect(await failed(app.call("w", "openText", { fileName: "x", text: "no", destination: "new-window" }))).toMatchObject({ kind: "refused", fileName: "x" });
  });
});

describe("previous versions of a file", () => {
  it("are listed newest first, read, and removed; the file as it is on disk is read too", async () => {
    const { info } = await windowWithFile();
    const { handle } = info;
    expect(await succeeded(app.call("w", "versions", { handle }))).toEqual([]);
    await succeeded(app.call("w", "save", { handle, scenario: TWO, replaceChanged: false }));
    await succeeded(app.call("w", "save", { handle, scenario: named("Three"), replaceChanged: false }));
    const versions = await succeeded(app.call("w", "versions", { handle }));
    expect(versions).toHaveLength(2);
    const read = async (id: string | null): Promise<string | undefined> => (await succeeded(app.call("w", "readVersion", { handle, id })))?.name;
    expect(await Promise.all([read(versions[0]?.id ?? ""), read(versions[1]?.id ?? ""), read(null)])).toEqual(["Two", "One", "Three"]);
    expect(await succeeded(app.call("w", "removeVersions", { handle }))).toEqual([]);
    expect(await failed(app.call("w", "readVersion", { handle, id: versions[0]?.id ?? "" }))).toMatchObject({ kind: "bad-call", message: "This version is not kept any more." });
    expect((await readFile(path, "utf8")).includes("Three")).toBe(true);
  });

  it.each(["../../../etc/passwd", "..", "/etc/passwd", "0001 2026-01-01T00-00-00-000Z 000000000000.paymix"])("are no paths: %j is none", async (id) => {
    const { info } = await windowWithFile();
    expect(await failed(app.call("w", "readVersion", { handle: info.handle, id }))).toMatchObject({ kind: "bad-call" });
  });

  it("are found again after the file was renamed and moved outside, with the name and place it had", async () => {
    const { info } = await windowWithFile();
    await succeeded(app.call("w", "save", { handle: info.handle, scenario: TWO, replaceChanged: false }));
    await app.host.end();
    const elsewhere = join(folders.root, "Archive");
    await mkdir(elsewhere);
    await rename(path, join(elsewhere, "plan of last year.paymix"));
    app = await startTestHost(folders);
    const moved = await openFileIn(app, "w", join(elsewhere, "plan of last year.paymix"));
    const { handle } = moved.info;
    const [before] = await succeeded(app.call("w", "versions", { handle }));
    expect(before?.from).toEqual({ fileName: "plan", folder: "~/Documents" });
    expect((await succeeded(app.call("w", "readVersion", { handle, id: before?.id ?? "" })))?.name).toBe("One");

    await succeeded(app.call("w", "save", { handle, scenario: named("Three"), replaceChanged: false }));
    const versions = await succeeded(app.call("w", "versions", { handle }));
    expect(versions.map(({ from }) => from?.fileName ?? null)).toEqual([null, "plan"]);
    expect(await succeeded(app.call("w", "removeVersions", { handle }))).toEqual([]);
    expect(await readdir(join(folders.data, "versions"))).toEqual([]);
    expect(await readFile(join(folders.data, "version-places.json"), "utf8")).not.toContain("plan");
  });

  it("are not those of another file: of a copy whose original is there, of another document, of one whose place is not known", async () => {
    const { info } = await windowWithFile();
    await succeeded(app.call("w", "save", { handle: info.handle, scenario: TWO, replaceChanged: false }));
    const copy = join(folders.documents, "copy.paymix");
    await copyFile(path, copy);
    const { info: copied } = await openFileIn(app, "c", copy);
    expect(await succeeded(app.call("c", "versions", { handle: copied.handle }))).toEqual([]);

    const stranger = join(folders.documents, "stranger.paymix");
    await writeFile(stranger, textOf({ ...TWO, id: "another" }));
    const { info: other } = await openFileIn(app, "s", stranger);
    await rm(path);
    expect(await succeeded(app.call("s", "versions", { handle: other.handle }))).toEqual([]);
    expect(await succeeded(app.call("c", "versions", { handle: copied.handle }))).toHaveLength(1);
    await rm(join(folders.data, "version-places.json"));
    expect(await succeeded(app.call("c", "versions", { handle: copied.handle }))).toEqual([]);
  });

  it("are none of an untitled document", async () => {
    app.host.addWindow("w");
    const { document } = await succeeded(app.call("w", "start", {}));
    const handle = document?.info.handle ?? "";
    expect(await succeeded(app.call("w", "versions", { handle }))).toEqual([]);
    expect(await failed(app.call("w", "readVersion", { handle, id: null }))).toMatchObject({ kind: "bad-call" });
  });
});

describe("reading a file to compare with", () => {
  it("answers what is in the file the person chooses, holds nothing of it, and keeps it among the recent files", async () => {
    await openEmptyWindow(app, "w");
    app.chooses.push(path);
    const read = await succeeded(app.call("w", "read", { recentId: null }));
    expect(read).toEqual({ kind: "here", fileName: "plan", folder: "~/Documents", scenario: { ...ONE, lastResult: expect.anything() as unknown } });
    const [recent] = await succeeded(app.call("w", "recent", {}));
    expect(await succeeded(app.call("w", "read", { recentId: recent?.id ?? "" }))).toEqual(read);
    expect(await onDisk()).toBe(textOf(ONE));
    // It is no document of this window: another may open it.
    expect(documentOf(await succeeded(app.call("w", "openRecent", { id: recent?.id ?? "", destination: "here" }))).scenario.name).toBe("One");
  });

  it("is the file on disk also where a window shows it with unsaved work", async () => {
    const { info } = await windowWithFile();
    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: TWO, pendingWeights: null }));
    app.chooses.push(path);
    expect(await succeeded(app.call("w", "read", { recentId: null }))).toMatchObject({ scenario: { name: "One" } });
  });

  it("refuses what is no scenario with its problems, and a recent file that is not listed", async () => {
    await openEmptyWindow(app, "w");
    expect(await succeeded(app.call("w", "read", { recentId: null }))).toEqual({ kind: "cancelled" });
    await writeFile(path, "{}");
    app.chooses.push(path);
    expect(await failed(app.call("w", "read", { recentId: null }))).toMatchObject({ kind: "refused", fileName: "plan" });
    expect(await failed(app.call("w", "read", { recentId: "none" }))).toMatchObject({ kind: "bad-call" });
  });
});

describe("a file the operating system asks for", () => {
  it("opens in an empty window, which is told", async () => {
    await openEmptyWindow(app, "w");
    await app.host.openFile(path);
    expect(app.events).toContainEqual({
      windowId: "w",
      event: { kind: "opened", outcome: { ok: true, value: { kind: "here", document: expect.objectContaining({ edited: false }) as OpenDocument } } },
    });
    await app.host.openFile(join(folders.documents, "no.paymix"));
    expect(app.asked).toHaveLength(1);
  });

  it("opens in a window of its own beside a document", async () => {
    app.host.addWindow("w");
    await app.call("w", "start", {});
    await app.host.openFile(path);
    expect(app.asked).toEqual([expect.stringMatching(/^open /)]);
  });

  it("that cannot be opened has its reason shown", async () => {
    const missing = join(folders.documents, "no.paymix");
    app.host.addWindow("w");
    await app.host.openFile(missing);
    expect((await succeeded(app.call("w", "start", {}))).error).toMatchObject({ kind: "missing", fileName: "no" });
    await app.host.openFile(missing);
    const id = app.asked.at(-1)?.slice("open ".length) ?? "";
    expect((await succeeded(app.call(id, "start", {}))).error).toMatchObject({ kind: "missing", fileName: "no" });
  });
});
