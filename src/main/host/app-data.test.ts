/** What the host keeps in its own folder: recent files, preferences, previous versions; and what it sweeps. */
import { randomUUID } from "node:crypto";
import { chmod, mkdir, readFile, readdir, stat, unlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { sampleScenario } from "#shared/library/index.ts";
import { nodeFiles } from "./file-port.ts";
import { seedDocumentsFolder } from "./seed-documents-folder.ts";
import { sweepTemporaryFiles, temporaryName } from "./temporary-files.ts";
import { instantClock } from "./testing/instant-clock.ts";
import { named, textOf } from "./testing/test-documents.ts";
import { failed, removeFolders, startTestHost, succeeded, temporaryFolders, type Folders, type TestHost } from "./testing/test-host.ts";
import { createVersions } from "./versions.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let folders: Folders;
let app: TestHost;

beforeEach(async () => {
  folders = await temporaryFolders();
  app = await startTestHost(folders);
  app.host.addWindow("w");
});
afterEach(async () => {
  await app.host.flush();
  await removeFolders(folders);
});

async function file(name: string): Promise<string> {
  const path = join(folders.documents, `${name}.paymix`);
  await writeFile(path, textOf(named(name)));
  return path;
}

async function openInTurn(...paths: string[]): Promise<void> {
  for (const path of paths) {
    app.chooses.push(path);
    await succeeded(app.call("w", "open", { destination: "here" }));
  }
}

async function restart(): Promise<void> {
  await app.host.flush();
  app = await startTestHost(folders);
  app.host.addWindow("w");
}

describe("recent files", () => {
  const names = async () => (await succeeded(app.call("w", "recent", {}))).map(({ fileName }) => fileName);

  it("are the last ten, newest first, each once, also after a restart", async () => {
    const paths = await Promise.all(Array.from({ length: 12 }, (_, index) => file(`plan ${index}`)));
    await openInTurn(...paths, paths[5] ?? "");
    const expected = [5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((index) => `plan ${index}`);
    expect(await names()).toEqual(expected);
    await restart();
    expect(await names()).toEqual(expected);
  });

  it("stay marked when the file is gone, and say so on opening", async () => {
    const path = await file("plan");
    await openInTurn(path, await file("other"));
    await unlink(path);
    const recent = await succeeded(app.call("w", "recent", {}));
    expect(recent).toMatchObject([{ fileName: "other", missing: false }, { fileName: "plan", missing: true }]);
    expect(await failed(app.call("w", "openRecent", { id: recent[1]?.id ?? "", destination: "here" }))).toMatchObject({ kind: "missing", fileName: "plan" });
    expect(await names()).toEqual(["other", "plan"]);
    const opened = await succeeded(app.call("w", "openRecent", { id: recent[0]?.id ?? "", destination: "here" }));
    expect(opened).toEqual({ kind: "other-window" });
  });

  it("that cannot be read for a moment are not replaced by a list without them", async () => {
    await openInTurn(await file("plan"));
    await app.host.end();
    const files = {
      ...nodeFiles,
      read: (path: string, limit: number) => (path.endsWith("recent.json") ? Promise.reject(Object.assign(new Error(), { code: "EBUSY" })) : nodeFiles.read(path, limit)),
    };
    app = await startTestHost(folders, { files });
    app.host.addWindow("w");
    await openInTurn(await file("other"));
    expect(await names()).toEqual(["other"]);
    await app.host.end();
    await restart();
    expect(await names()).toEqual(["plan"]);
  });

  it("go when they are cleared, in all windows", async () => {
    await openInTurn(await file("plan"));
    await succeeded(app.call("w", "start", {}));
    expect(await succeeded(app.call("w", "clearRecent", {}))).toEqual([]);
    expect(app.events.at(-1)).toEqual({ windowId: "w", event: { kind: "recent", recent: [] } });
    await restart();
    expect(await names()).toEqual([]);
    expect(await failed(app.call("w", "openRecent", { id: "gone", destination: "here" }))).toMatchObject({ kind: "bad-call" });
  });
});

describe("preferences", () => {
  it("are the system's theme at first, and kept", async () => {
    expect((await succeeded(app.call("w", "start", {}))).preferences).toEqual({ theme: "system" });
    await succeeded(app.call("w", "setPreferences", { preferences: { theme: "dark" } }));
    await restart();
    expect((await succeeded(app.call("w", "start", {}))).preferences).toEqual({ theme: "dark" });
  });
});

describe("damaged files of our own", () => {
  it.each(["", "{", "null", "[]", '{"theme":"pink","files":7}', "\u0000\u0000", '{"files":[{"id":1}]}'])("%j are put aside; the app starts and says so once", async (content) => {
    for (const name of ["recent.json", "preferences.json"]) await writeFile(join(folders.data, name), content);
    await restart();
    const { error, recent, preferences } = await succeeded(app.call("w", "start", {}));
    expect([recent, preferences]).toEqual([[], { theme: "system" }]);
    expect(error?.kind).toBe("not-read");
    const aside = (await readdir(folders.data)).filter((name) => name.includes(".corrupt-"));
    expect(aside).toHaveLength(2);
    expect(await readFile(join(folders.data, aside[0] ?? ""), "utf8")).toBe(content);
    expect((await succeeded(app.call("w", "start", {}))).error).toBeNull();

    await succeeded(app.call("w", "setPreferences", { preferences: { theme: "light" } }));
    await restart();
    expect(await succeeded(app.call("w", "start", {}))).toMatchObject({ error: null, preferences: { theme: "light" } });
  });
});

describe("Paymix's own folder", () => {
  const folderModes = async () => Promise.all(["", "recovery", "versions"].map(async (name) => (await stat(join(folders.data, name))).mode & 0o777));

  it("is made for its owner only", async () => {
    expect(await folderModes()).toEqual([0o700, 0o700, 0o700]);
  });

  it("is closed to others where it was open to them, whatever lies in it too", async () => {
    const path = await file("plan");
    await openInTurn(path);
    const { document } = await succeeded(app.call("w", "start", {}));
    await succeeded(app.call("w", "save", { handle: document?.info.handle ?? "", scenario: named("Saved"), replaceChanged: false }));
    await app.host.end();
    const [versions = ""] = await readdir(join(folders.data, "versions"));
    for (const name of ["", "recovery", "versions", join("versions", versions)]) await chmod(join(folders.data, name), 0o755);
    await restart();
    expect(await folderModes()).toEqual([0o700, 0o700, 0o700]);
    expect((await stat(join(folders.data, "recent.json"))).mode & 0o777).toBe(0o600);
  });

  it("loses at start the versions that are past their time", async () => {
    const path = await file("plan");
    const clock = instantClock();
    const versions = createVersions({ files: nodeFiles, clock, ids: randomUUID }, join(folders.data, "versions"));
    for (let index = 0; index < 5; index += 1) await versions.keep(path, Buffer.from(`old ${index}`));
    clock.set(clock.now() + 15 * DAY);
    app = await startTestHost(folders, { clock });
    await app.host.flush();
    expect(await versions.list(path)).toHaveLength(3);
  });
});

describe("previous versions", () => {
  const root = (): string => join(folders.data, "versions");
  const store = (clock = instantClock()) => ({ clock, versions: createVersions({ files: nodeFiles, clock, ids: randomUUID }, root()) });

  async function kept(): Promise<string[]> {
    const all: string[] = [];
    for (const folder of await readdir(root())) {
      for (const name of (await readdir(join(root(), folder))).sort()) all.push(await readFile(join(root(), folder, name), "utf8"));
    }
    return all;
  }

  it("are the newest twenty of a file, in order even when the clock is put back", async () => {
    const { clock, versions } = store();
    for (let index = 0; index < 25; index += 1) {
      clock.set(Date.UTC(2026, 7, 30) - index * HOUR);
      expect(await versions.keep("/plans/plan.paymix", Buffer.from(`version ${index}`))).toBe(true);
    }
    expect(await kept()).toEqual(Array.from({ length: 20 }, (_, index) => `version ${index + 5}`));
  });

  it("go after fourteen days, of all files, but for the newest three of each", async () => {
    const { clock, versions } = store();
    const start = clock.now();
    for (const content of ["one a", "one b", "one c", "one d", "one e"]) await versions.keep("/plans/one.paymix", Buffer.from(content));
    clock.set(start + DAY);
    for (const content of ["two a", "two b", "two c", "two d"]) await versions.keep("/plans/two.paymix", Buffer.from(content));
    clock.set(start + 14 * DAY);
    await versions.prune();
    expect(await kept()).toEqual(["one a", "one b", "one c", "one d", "one e", "two a", "two b", "two c", "two d"]);
    clock.set(start + 14 * DAY + 1);
    await versions.prune();
    expect(await kept()).toEqual(["one c", "one d", "one e", "two a", "two b", "two c", "two d"]);
  });

  it("are there when a clock jumped ten years forward, and when it is right again", async () => {
    const { clock, versions } = store();
    const start = clock.now();
    for (const content of ["a", "b", "c"]) await versions.keep("/plans/plan.paymix", Buffer.from(content));
    clock.set(start + 3_650 * DAY);
    await versions.prune();
    expect(await kept()).toEqual(["a", "b", "c"]);
    await versions.keep("/plans/plan.paymix", Buffer.from("d"));
    expect(await kept()).toEqual(["b", "c", "d"]);
    // Now the newest seems to be of the future.
    clock.set(start + DAY);
    await versions.prune();
    await versions.keep("/plans/plan.paymix", Buffer.from("e"));
    expect(await kept()).toEqual(["b", "c", "d", "e"]);
  });

  it("with ages below zero go by their number only, when the clock was put back for good", async () => {
    const { clock, versions } = store();
    for (let index = 0; index < 12; index += 1) await versions.keep("/plans/plan.paymix", Buffer.from(`before ${index}`));
    clock.set(Date.UTC(1970, 0, 1));
    await versions.prune();
    expect(await kept()).toHaveLength(12);
    for (let index = 0; index < 12; index += 1) await versions.keep("/plans/plan.paymix", Buffer.from(`after ${index}`));
    const left = await kept();
    expect(left).toHaveLength(20);
    expect([left[0], left.at(-1)]).toEqual(["before 4", "after 11"]);
  });

  it.each(["Europe/Berlin", "America/New_York"])("are as old as hours have passed, also over a change of daylight saving in %s", async (zone) => {
    const before = process.env["TZ"];
    process.env["TZ"] = zone;
    try {
      // The hour between 2 and 3 (1 and 2 there) that a clock on the wall shows twice.
      const first = zone === "Europe/Berlin" ? Date.UTC(2026, 9, 25, 0, 30) : Date.UTC(2026, 10, 1, 5, 30);
      expect(new Date(first).getHours()).toBe(new Date(first + HOUR).getHours());
      const { clock, versions } = store(instantClock(first));
      await versions.keep("/plans/plan.paymix", Buffer.from("first"));
      clock.set(first + HOUR);
      for (const content of ["second", "third", "fourth"]) await versions.keep("/plans/plan.paymix", Buffer.from(content));
      expect((await versions.list("/plans/plan.paymix")).map(({ savedAt }) => Date.parse(savedAt))).toEqual([first + HOUR, first + HOUR, first + HOUR, first]);
      clock.set(first + 14 * DAY);
      await versions.prune();
      expect(await kept()).toEqual(["first", "second", "third", "fourth"]);
      clock.set(first + 14 * DAY + 1);
      await versions.prune();
      expect(await kept()).toEqual(["second", "third", "fourth"]);
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });

  it("of files of one name in two folders are kept apart", async () => {
    const { versions } = store();
    await versions.keep("/a/plan.paymix", Buffer.from("a"));
    await versions.keep("/b/plan.paymix", Buffer.from("b"));
    expect(await readdir(root())).toHaveLength(2);
    expect((await readdir(root())).every((name) => name.startsWith("plan "))).toBe(true);
  });

  it("are not pushed out by a save that is tried again and again", async () => {
    const { versions } = store();
    await versions.keep("/plans/plan.paymix", Buffer.from("first"));
    for (let index = 0; index < 30; index += 1) await versions.keep("/plans/plan.paymix", Buffer.from("same"));
    expect(await kept()).toEqual(["first", "same"]);
  });
});

describe("our temporary files", () => {
  it("are swept after an hour, and nothing else is", async () => {
    const clock = instantClock(Date.now());
    const old = new Date(clock.now() - 2 * HOUR);
    const orphan = temporaryName(randomUUID());
    const running = temporaryName(randomUUID());
    const strangers = [".paymix-notes.tmp", "plan.paymix", `copy of ${orphan}`, ".~lock.tmp"];
    for (const name of [orphan, running, ...strangers]) await writeFile(join(folders.documents, name), "x");
    for (const name of [orphan, ...strangers]) await utimes(join(folders.documents, name), old, old);
    await mkdir(join(folders.documents, temporaryName(randomUUID())));
    await sweepTemporaryFiles(nodeFiles, clock, folders.documents);
    const left = await readdir(folders.documents);
    expect(left).not.toContain(orphan);
    expect(left).toEqual(expect.arrayContaining([running, ...strangers]));
    expect(left).toHaveLength(strangers.length + 2);
  });

  it("are swept at start and when a file of their folder is opened", async () => {
    const elsewhere = join(folders.root, "elsewhere");
    await mkdir(elsewhere);
    const clock = instantClock(Date.now() + 2 * HOUR);
    const orphans = [join(folders.documents, temporaryName(randomUUID())), join(elsewhere, temporaryName(randomUUID()))];
    for (const orphan of orphans) await writeFile(orphan, "x");
    app = await startTestHost(folders, { clock });
    await app.host.flush();
    expect(await readdir(folders.documents)).toEqual([]);
    await writeFile(join(elsewhere, "plan.paymix"), textOf(sampleScenario()));
    await app.host.openFile(join(elsewhere, "plan.paymix"));
    await app.host.end();
    expect(await readdir(elsewhere)).toEqual(["plan.paymix"]);
  });
});

describe("the documents folder", () => {
  const ports = { files: nodeFiles, clock: instantClock(), ids: randomUUID };

  it("is made, with the sample in it", async () => {
    const folder = join(folders.root, "new", "Paymix");
    expect(await seedDocumentsFolder(ports, folder, sampleScenario())).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual(["FY27 Partner Sales.paymix"]);
    const parsed = parseScenario(await readFile(join(folder, "FY27 Partner Sales.paymix")));
    expect(parsed).toMatchObject({ ok: true, scenario: { ...sampleScenario(), lastResult: expect.any(Object) as object } });
  });

  it("gets the sample where only hidden files are, and nothing where files are", async () => {
    await writeFile(join(folders.documents, ".DS_Store"), "");
    await seedDocumentsFolder(ports, folders.documents, sampleScenario());
    expect(await readdir(folders.documents)).toHaveLength(2);
    await unlink(join(folders.documents, "FY27 Partner Sales.paymix"));
    await writeFile(join(folders.documents, "mine.txt"), "");
    await seedDocumentsFolder(ports, folders.documents, sampleScenario());
    expect(await readdir(folders.documents)).toEqual([".DS_Store", "mine.txt"]);
  });

  it("that cannot be made is said", async () => {
    await writeFile(join(folders.root, "file"), "");
    expect(await seedDocumentsFolder(ports, join(folders.root, "file", "Paymix"), sampleScenario())).toMatchObject({ ok: false, error: { kind: "not-saved" } });
  });
});
