/** What Paymix keeps of files: how long recovery copies stay, what all windows are told of them, and clearing everything. */
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "./file-port.ts";
import { instantClock } from "./testing/instant-clock.ts";
import { endOnPlan, startOnPlan } from "./testing/on-plan.ts";
import { named, openFileIn, textOf } from "./testing/test-documents.ts";
import { failed, startTestHost, succeeded, type Folders, type TestHost } from "./testing/test-host.ts";

const DAY = 24 * 60 * 60 * 1_000;
const START = Date.UTC(2026, 7, 30, 12);

let folders: Folders;
let path: string;
let app: TestHost;

beforeEach(async () => {
  ({ folders, path, app } = await startOnPlan(named("Saved")));
});
afterEach(() => endOnPlan(app, folders));

/** Unsaved work on the plan; then the app is killed. */
async function leaveUnsaved(): Promise<void> {
  const { info } = await openFileIn(app, "w", path);
  await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: named("Unsaved"), pendingWeights: null }));
}

async function startAt(now: number) {
  app = await startTestHost(folders, { clock: instantClock(now) });
  app.host.addWindow("again");
  return (await succeeded(app.call("again", "start", {}))).recovered;
}

const inFolder = (name: string): Promise<string[]> => readdir(join(folders.data, name));

describe("a damaged file of Paymix's own that was put aside", () => {
  async function startDamaged(now: number) {
    await app.host.end();
    app = await startTestHost(folders, { clock: instantClock(now) });
    app.host.addWindow("again");
    const { error } = await succeeded(app.call("again", "start", {}));
    const { damaged, damagedGoesAt } = await succeeded(app.call("again", "kept", {}));
    return { said: error?.message ?? null, damaged, damagedGoesAt };
  }

  beforeEach(async () => {
    await app.host.end();
    await writeFile(join(folders.data, "preferences.json"), "{");
    await writeFile(join(folders.data, "recovery", "00000000-0000-4000-8000-000000000000.json"), "{");
    expect(await startDamaged(START)).toMatchObject({ said: expect.stringMatching(/put aside: .*preferences\.json\.corrupt-/) as string, damaged: 2, damagedGoesAt: null });
  });

  it("stays for 90 days, is said with the day it goes for 14 more, at every start, and then goes", async () => {
    expect(await startDamaged(START + 90 * DAY)).toEqual({ said: null, damaged: 2, damagedGoesAt: null });
    const due = START + 200 * DAY;
    const said = expect.stringMatching(/^Damaged files of Paymix’s own, put aside long ago, are removed from 1 April 2027 on\..*preferences\.json\.corrupt-/) as string;
    for (const now of [due, due + DAY, due + 14 * DAY]) expect(await startDamaged(now)).toEqual({ said, damaged: 2, damagedGoesAt: new Date(due + 14 * DAY).toISOString() });
    expect(await startDamaged(due + 14 * DAY + 1)).toEqual({ said: null, damaged: 0, damagedGoesAt: null });
    expect([...(await readdir(folders.data)), ...(await inFolder("recovery"))].filter((name) => name.includes("corrupt"))).toEqual([]);
  });

  it("stays when a clock jumped forward for a day, and its time is counted anew afterwards", async () => {
    expect((await startDamaged(START + 4_000 * DAY)).damaged).toBe(2);
    expect(await startDamaged(START + DAY)).toEqual({ said: null, damaged: 2, damagedGoesAt: null });
    expect(await startDamaged(START + 4_100 * DAY)).toMatchObject({ damaged: 2, damagedGoesAt: new Date(START + 4_114 * DAY).toISOString() });
    expect(await startDamaged(Date.UTC(1970, 0, 1))).toMatchObject({ damaged: 2, damagedGoesAt: null });
  });

  it("goes with all that is kept, also while it is said that it goes", async () => {
    await startDamaged(START + 200 * DAY);
    expect(await succeeded(app.call("again", "clearKept", {}))).toMatchObject({ damaged: 0, damagedGoesAt: null });
    expect((await readdir(folders.data)).filter((name) => name.includes("corrupt"))).toEqual([]);
  });
});

describe("a recovery copy that nobody asks for", () => {
  it("is offered as before for 90 days, then for 14 more with the day it goes, and then goes", async () => {
    await leaveUnsaved();
    expect(await startAt(START + 90 * DAY)).toMatchObject([{ scenarioName: "Unsaved", goesAt: null }]);
    const due = START + 200 * DAY;
    expect(await startAt(due)).toMatchObject([{ scenarioName: "Unsaved", goesAt: new Date(due + 14 * DAY).toISOString() }]);
    expect(await startAt(due + 14 * DAY)).toMatchObject([{ goesAt: new Date(due + 14 * DAY).toISOString() }]);
    expect(await startAt(due + 14 * DAY + 1)).toEqual([]);
    expect(await inFolder("recovery")).toEqual([]);
  });

  it("stays when a clock jumped forward for a day, and its time is counted anew afterwards", async () => {
    await leaveUnsaved();
    expect(await startAt(START + 4_000 * DAY)).toHaveLength(1);
    expect(await startAt(START + DAY)).toMatchObject([{ goesAt: null }]);
    const later = START + 4_100 * DAY;
    expect(await startAt(later)).toMatchObject([{ goesAt: new Date(later + 14 * DAY).toISOString() }]);
  });

  it("is listed with that day among the kept copies", async () => {
    await leaveUnsaved();
    expect(await startAt(START + 90 * DAY)).toHaveLength(1);
    const kept = async () => (await succeeded(app.call("again", "kept", {}))).files.map(({ fileName, goesAt }) => [fileName, goesAt]);
    expect(await kept()).toEqual([["plan", null]]);
    const due = START + 91 * DAY;
    expect(await startAt(due)).toHaveLength(1);
    expect(await kept()).toEqual([["plan", new Date(due + 14 * DAY).toISOString()]]);
  });

  it("stays however far the clock is put back", async () => {
    await leaveUnsaved();
    expect(await startAt(Date.UTC(1970, 0, 1))).toMatchObject([{ scenarioName: "Unsaved", goesAt: null }]);
  });

  it("begins its time anew when it is opened, however old it is, and never goes while it is open", async () => {
    await leaveUnsaved();
    const due = START + 100 * DAY;
    const [found] = await startAt(due);
    await succeeded(app.call("again", "openRecovered", { id: found?.id ?? "", destination: "here" }));
    await app.host.flush();
    expect(await startAt(due + 60 * DAY)).toMatchObject([{ scenarioName: "Unsaved", goesAt: null }]);
  });
});

describe("all windows are told", () => {
  it.each(["openRecovered", "discardRecovered", "clearKept"] as const)("what is left to recover after %s in one of them", async (verb) => {
    await leaveUnsaved();
    const [found] = await startAt(START + DAY);
    app.host.addWindow("other");
    await succeeded(app.call("other", "start", {}));
    const id = found?.id ?? "";
    if (verb === "openRecovered") await succeeded(app.call("again", verb, { id, destination: "here" }));
    else if (verb === "discardRecovered") await succeeded(app.call("again", verb, { id }));
    else await succeeded(app.call("again", verb, {}));
    for (const windowId of ["again", "other"]) expect(app.events).toContainEqual({ windowId, event: { kind: "recovered", recovered: [] } });
  });
});

describe("a file that cannot be opened", () => {
  async function savedThrice() {
    const { info } = await openFileIn(app, "w", path);
    for (const name of ["Saved 2", "Saved 3"]) await succeeded(app.call("w", "save", { handle: info.handle, scenario: named(name), replaceChanged: false }));
    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: named("Unsaved"), pendingWeights: null }));
  }

  /** The app starts again on the plan. Answers what it says. */
  async function openedAgain() {
    app = await startTestHost(folders);
    app.host.addWindow("again");
    await app.host.openFile(path);
    const { error } = await succeeded(app.call("again", "start", {}));
    if (error === null || !("kept" in error) || error.kept === undefined) throw new Error("Nothing is offered.");
    return error;
  }

  it.each([
    ["refused", () => writeFile(path, "damaged")],
    ["missing", () => rm(path)],
    ["not-read", async () => (await rm(path), await mkdir(path))],
  ] as const)("because it is %s is offered its previous versions and its recovered work", async (kind, damage) => {
    await savedThrice();
    await damage();
    const error = await openedAgain();
    expect(error.kind).toBe(kind);
    expect(error.kept).toEqual({
      versions: [expect.objectContaining({ from: null }), expect.objectContaining({ from: null })],
      // Each save lets a second of this clock pass, after which it would be said to take long.
      recovered: { id: expect.any(String) as string, savedAt: "2026-08-30T12:00:02.000Z" },
    });
    const [version] = error.kept?.versions ?? [];
    const opened = await succeeded(app.call("again", "openVersion", { id: version?.id ?? "", destination: "here" }));
    expect(opened).toMatchObject({ kind: "here", document: { edited: true, info: { fileName: null }, scenario: { name: "Saved 2" } } });
  });

  it("of which nothing is kept says so", async () => {
    await writeFile(path, "damaged");
    expect((await openedAgain()).kept).toEqual({ versions: [], recovered: null });
  });

  it("because it is gone gets a version back to its place, byte for byte", async () => {
    await savedThrice();
    const [folder = ""] = await inFolder("versions");
    const [oldest = ""] = (await inFolder(join("versions", folder))).sort();
    const bytes = await readFile(join(folders.data, "versions", folder, oldest), "utf8");
    await rm(path);
    const { kept } = await openedAgain();
    const opened = await succeeded(app.call("again", "putBack", { id: kept?.versions.at(-1)?.id ?? "", destination: "here" }));
    expect(opened).toMatchObject({ kind: "here", document: { edited: false, info: { fileName: "plan", folder: "~/Documents" }, scenario: { name: "Saved" } } });
    expect(await readFile(path, "utf8")).toBe(bytes);
  });

  it("gets nothing put over it where it is there again, nor where its folder is gone", async () => {
    await savedThrice();
    await rm(path);
    const { kept } = await openedAgain();
    const id = kept?.versions[0]?.id ?? "";
    await writeFile(path, "theirs");
    expect(await failed(app.call("again", "putBack", { id, destination: "here" }))).toMatchObject({ kind: "not-saved", fileName: "plan" });
    expect(await readFile(path, "utf8")).toBe("theirs");
    await rm(folders.documents, { recursive: true });
    expect(await failed(app.call("again", "putBack", { id, destination: "here" }))).toMatchObject({ kind: "not-saved" });
    expect(await failed(app.call("again", "putBack", { id: "../plan", destination: "here" }))).toMatchObject({ kind: "bad-call" });
    expect(await failed(app.call("again", "openVersion", { id: "../plan", destination: "here" }))).toMatchObject({ kind: "bad-call" });
  });

  it("that the window shows is written again where it was, and never over another", async () => {
    const { info } = await openFileIn(app, "w", path);
    await rm(path);
    expect(await failed(app.call("w", "save", { handle: info.handle, scenario: named("Mine"), replaceChanged: false }))).toEqual(expect.not.objectContaining({ kept: expect.anything() as unknown }));
    await writeFile(path, "theirs");
    expect(await failed(app.call("w", "saveAgain", { handle: info.handle, scenario: named("Mine") }))).toMatchObject({ kind: "changed-on-disk" });
    expect(await readFile(path, "utf8")).toBe("theirs");
    await rm(path);
    expect(await succeeded(app.call("w", "saveAgain", { handle: info.handle, scenario: named("Mine") }))).toMatchObject({ kind: "saved", info: { fileName: "plan" } });
    expect(await readFile(path, "utf8")).toBe(textOf(named("Mine")));
    expect(app.host.isEdited("w")).toBe(false);
  });
});

describe("everything that is kept", () => {
  /** A version and unsaved work of the plan, a version of another, unsaved work without a file, and damaged files. */
  async function keepMuch(): Promise<void> {
    const other = join(folders.documents, "other.paymix");
    await writeFile(other, textOf(named("Other")));
    const { info } = await openFileIn(app, "o", other);
    for (const name of ["Other 2", "Other 3"]) await succeeded(app.call("o", "save", { handle: info.handle, scenario: named(name), replaceChanged: false }));
    const plan = await openFileIn(app, "w", path);
    await succeeded(app.call("w", "save", { handle: plan.info.handle, scenario: named("Saved 2"), replaceChanged: false }));
    await succeeded(app.call("w", "keepRecovery", { handle: plan.info.handle, scenario: named("Unsaved"), pendingWeights: null }));
    app.host.addWindow("u");
    await succeeded(app.call("u", "create", { from: "empty", destination: "here" }));
    const untitled = (await succeeded(app.call("u", "start", {}))).document;
    await succeeded(app.call("u", "keepRecovery", { handle: untitled?.info.handle ?? "", scenario: named("Nowhere yet"), pendingWeights: null }));
    await writeFile(join(folders.data, "recent.json"), "{");
    await writeFile(join(folders.data, "recovery", "00000000-0000-4000-8000-000000000000.json"), "{");
  }

  it("is counted by file and removed at once; the files and the preferences stay", async () => {
    await keepMuch();
    await startAt(START + DAY);
    await succeeded(app.call("again", "setPreferences", { preferences: { theme: "dark" } }));
    const before = await Promise.all(["plan", "other"].map((name) => readFile(join(folders.documents, `${name}.paymix`), "utf8")));
    expect(await succeeded(app.call("again", "kept", {}))).toEqual({
      files: [
        { fileName: "Nowhere yet", folder: null, versions: 0, recoveryCopies: 1, goesAt: null },
        { fileName: "other", folder: "~/Documents", versions: 2, recoveryCopies: 0, goesAt: null },
        { fileName: "plan", folder: "~/Documents", versions: 1, recoveryCopies: 1, goesAt: null },
      ],
      damaged: 2,
      damagedGoesAt: null,
      open: 0,
    });
    const nothing = { files: [], damaged: 0, damagedGoesAt: null, open: 0 };
    expect(await succeeded(app.call("again", "clearKept", {}))).toEqual(nothing);
    expect([await inFolder("versions"), await inFolder("recovery")]).toEqual([[], []]);
    expect((await inFolder("")).sort()).toEqual(["in-use.json", "preferences.json", "recovery", "version-places.json", "versions"]);
    expect(await readFile(join(folders.data, "version-places.json"), "utf8")).not.toContain("plan");
    expect(await Promise.all(["plan", "other"].map((name) => readFile(join(folders.documents, `${name}.paymix`), "utf8")))).toEqual(before);
    expect(await startAt(START + 2 * DAY)).toEqual([]);
    expect(await succeeded(app.call("again", "kept", {}))).toEqual(nothing);
  });

  it("is all but the recovery copies of documents that are open, which are counted", async () => {
    await leaveUnsaved();
    expect(await succeeded(app.call("w", "kept", {}))).toEqual({ files: [], damaged: 0, damagedGoesAt: null, open: 1 });
    expect(await succeeded(app.call("w", "clearKept", {}))).toEqual({ files: [], damaged: 0, damagedGoesAt: null, open: 1 });
    expect(await startAt(START + DAY)).toMatchObject([{ scenarioName: "Unsaved" }]);
  });

  it("is answered with what could not be removed", async () => {
    await keepMuch();
    const files = { ...nodeFiles, remove: (at: string) => (at.includes("other ") ? Promise.reject(Object.assign(new Error(), { code: "EBUSY" })) : nodeFiles.remove(at)) };
    app = await startTestHost(folders, { files });
    app.host.addWindow("again");
    expect(await succeeded(app.call("again", "clearKept", {}))).toEqual({ files: [{ fileName: "other", folder: "~/Documents", versions: 2, recoveryCopies: 0, goesAt: null }], damaged: 0, damagedGoesAt: null, open: 0 });
  });

  it("is kept on after it was cleared", async () => {
    await keepMuch();
    await startAt(START + DAY);
    await succeeded(app.call("again", "clearKept", {}));
    const { info } = await openFileIn(app, "again", path);
    await succeeded(app.call("again", "save", { handle: info.handle, scenario: named("Saved 3"), replaceChanged: false }));
    expect(await succeeded(app.call("again", "kept", {}))).toMatchObject({ files: [{ fileName: "plan", versions: 1 }] });
  });
});

it("says in its own folder that it is in use, until it ends", async () => {
  expect(JSON.parse(await readFile(join(folders.data, "in-use.json"), "utf8"))).toMatchObject({ process: process.pid });
  await app.host.end();
  expect(await inFolder("")).not.toContain("in-use.json");
  await rm(folders.data, { recursive: true });
  await writeFile(folders.data, "a file where the folder should be");
  app = await startTestHost(folders);
  await app.host.end();
});
