/** One file, two Paymix: the second one sees the first, nobody is locked out, and a mark never costs anything. */
import { readFile, readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DocumentInfo, HeldBy, OpenDocument } from "#shared/host-api/contract.ts";
import { markPath } from "./open-marks.ts";
import { named, openFileIn, textOf } from "./testing/test-documents.ts";
import { failed, removeFolders, startTestHost, succeeded, temporaryFolders, type Folders, type TestHost } from "./testing/test-host.ts";

const ANNA = { person: "anna", computer: "LAPTOP-7", process: 100, isRunning: () => true };
const BEN = { person: "ben", computer: "DESK-2", process: 200, isRunning: () => true };

let folders: Folders;
let path: string;
let mine: TestHost;
let theirs: TestHost;

beforeEach(async () => {
  folders = await temporaryFolders();
  path = join(folders.documents, "plan.paymix");
  await writeFile(path, textOf(named("Saved")));
  mine = await startTestHost(folders, { self: ANNA });
  theirs = await startTestHost({ ...folders, data: join(folders.root, "other data") }, { self: BEN });
});
afterEach(async () => {
  await mine.host.end();
  await theirs.host.end();
  expect(await readdir(folders.documents), "no mark is left").toEqual(expect.not.arrayContaining([basename(markPath(path))]));
  await removeFolders(folders);
});

const open = (app: TestHost): Promise<OpenDocument> => openFileIn(app, "w", path);
const save = (app: TestHost, { info }: OpenDocument, name: string) => app.call("w", "save", { handle: info.handle, scenario: named(name), replaceChanged: false });
const told = (app: TestHost): (HeldBy | null)[] => app.events.flatMap(({ event }) => (event.kind === "held" ? [event.info.heldBy] : []));
const takeOver = (app: TestHost, { info }: OpenDocument): Promise<DocumentInfo> => succeeded(app.call("w", "takeOver", { handle: info.handle }));

describe("two instances", () => {
  it("the second one is told who has the file and since when, looks at it, and does not save to it", async () => {
    expect((await open(mine)).info.heldBy).toBeNull();
    const second = await open(theirs);
    expect(second.info).toMatchObject({ readOnly: false, heldBy: { person: "anna", computer: "LAPTOP-7", since: "2026-08-30T12:00:00.000Z" } });
    expect(await failed(save(theirs, second, "Theirs"))).toEqual({ kind: "held", fileName: "plan", message: "“plan” was not saved: it is open in another Paymix, by anna on LAPTOP-7. Nothing was overwritten." });
    expect(await readFile(path, "utf8")).toBe(textOf(named("Saved")));
    expect(theirs.host.isEdited("w")).toBe(true);
  });

  it("the second one takes the file over and saves; the first is told when it comes to the front, and at its next save", async () => {
    const first = await open(mine);
    const second = await open(theirs);
    expect((await takeOver(theirs, second)).heldBy).toBeNull();
    await succeeded(save(theirs, second, "Theirs"));
    expect(told(mine)).toEqual([]);
    expect(await failed(save(mine, first, "Mine"))).toMatchObject({ kind: "held", message: expect.stringContaining("by ben on DESK-2") as string });
    await mine.host.windowFocused("w");
    await mine.host.windowFocused("w");
    expect(told(mine)).toEqual([{ person: "ben", computer: "DESK-2", since: "2026-08-30T12:00:00.000Z" }]);
    // What the other one saved is seen as any change from outside.
    await takeOver(mine, first);
    expect(mine.events.map(({ event }) => event.kind)).toContain("file-changed");
    expect(await failed(save(mine, first, "Mine"))).toMatchObject({ kind: "changed-on-disk" });
    expect(await readFile(path, "utf8")).toBe(textOf(named("Theirs")));
  });

  it("the second one has the file when the first lets go of it", async () => {
    const first = await open(mine);
    await open(theirs);
    await succeeded(mine.call("w", "closeWindow", { handle: first.info.handle }));
    await mine.host.flush();
    await theirs.host.windowFocused("w");
    expect(told(theirs)).toEqual([null]);
  });

  it("a copy saved under another name leaves the first one its file", async () => {
    await open(mine);
    const second = await open(theirs);
    theirs.chooses.push(join(folders.documents, "copy.paymix"));
    const saved = await succeeded(theirs.call("w", "saveAs", { handle: second.info.handle, scenario: named("Theirs") }));
    expect(saved).toMatchObject({ kind: "saved", info: { fileName: "copy", heldBy: null } });
    await theirs.host.flush();
    await mine.host.windowFocused("w");
    expect(told(mine)).toEqual([]);
  });

  it("a mark says nothing of the plan", async () => {
    await open(mine);
    const mark = JSON.parse(await readFile(markPath(path), "utf8")) as object;
    expect(Object.keys(mark).sort()).toEqual(["computer", "format", "instance", "person", "process", "since", "version"]);
  });
});

describe("a stale mark", () => {
  const mark = { format: "paymix-open", version: 1, person: "anna", computer: "LAPTOP-7", since: "2026-08-29T17:40:00.000Z", process: 99, instance: "another" };
  const opened = async (content: string, isRunning: boolean): Promise<HeldBy | null> => {
    await writeFile(markPath(path), content);
    const app = await startTestHost(folders, { self: { ...ANNA, isRunning: () => isRunning } });
    const { info } = await openFileIn(app, "w", path);
    if (info.heldBy !== null) await succeeded(app.call("w", "takeOver", { handle: info.handle }));
    await app.host.end();
    return info.heldBy;
  };

  it("of this computer holds nobody up when its process is gone, or is this one", async () => {
    expect(await opened(JSON.stringify(mark), false)).toBeNull();
    expect(await opened(JSON.stringify({ ...mark, process: ANNA.process }), true)).toBeNull();
  });

  it("that may be somebody's is offered to be taken over", async () => {
    expect(await opened(JSON.stringify(mark), true)).toMatchObject({ person: "anna", since: mark.since });
    expect(await opened(JSON.stringify({ ...mark, computer: "GONE" }), false)).toMatchObject({ computer: "GONE" });
    expect(await opened(JSON.stringify({ ...mark, person: "\u202eanna", computer: "GONE\n" }), true)).toMatchObject({ person: "\uFFFDanna", computer: "GONE\uFFFD" });
  });

  it.each(["", "{", "null", "[]", "\0\0", JSON.stringify({ ...mark, since: "yesterday" }), JSON.stringify({ ...mark, format: "other" }), ",anna,LAPTOP,29.08.2026 17:40,file:///home/anna;", "x".repeat(100_000)])("that nobody can read (%#) holds nobody up", async (content) => {
    expect(await opened(content, true)).toBeNull();
  });
});
