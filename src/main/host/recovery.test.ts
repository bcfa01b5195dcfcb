/** Unsaved work survives whatever happens to the window, the app or the computer. */
import { readdirSync, readFileSync } from "node:fs";
import { readFile, readdir, rmdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDocument } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { nodeFiles } from "./file-port.ts";
import type { WriteAtOnce } from "./ports.ts";
import { deferred, type Deferred } from "./testing/deferred.ts";
import { instantClock } from "./testing/instant-clock.ts";
import { endOnPlan, startOnPlan } from "./testing/on-plan.ts";
import { documentOf, named, openFileIn, textOf } from "./testing/test-documents.ts";
import { failed, startTestHost, succeeded, type Folders, type TestHost } from "./testing/test-host.ts";

let folders: Folders;
let path: string;
let app: TestHost;

beforeEach(async () => {
  ({ folders, path, app } = await startOnPlan(named("Saved")));
});
afterEach(() => endOnPlan(app, folders));

const openedFile = (): Promise<OpenDocument> => openFileIn(app, "w", path);

const keep = (id: string, document: OpenDocument, scenario: Scenario | null) =>
  app.call(id, "keepRecovery", { handle: document.info.handle, scenario, pendingWeights: null });

/** The app was killed; it starts again. Answers what it found. */
async function startAgain() {
  app = await startTestHost(folders);
  app.host.addWindow("again");
  return succeeded(app.call("again", "start", {}));
}

const copies = (): Promise<string[]> => readdir(join(folders.data, "recovery")).catch(() => []);

async function recover(id: string): Promise<OpenDocument> {
  return documentOf(await succeeded(app.call("again", "openRecovered", { id, destination: "here" })));
}

describe("a recovery copy", () => {
  it("is found at the next start and opens as an edited document of its file", async () => {
    const document = await openedFile();
    await succeeded(keep("w", document, named("Unsaved")));
    expect(app.host.isEdited("w")).toBe(true);
    expect(app.descriptions.get("w")?.edited).toBe(true);
    const [copy] = await copies();
    expect((await stat(join(folders.data, "recovery", copy ?? ""))).mode & 0o777).toBe(0o600);

    const { document: shown, recovered } = await startAgain();
    expect(shown).toBeNull();
    expect(recovered).toEqual([{ id: expect.any(String) as string, fileName: "plan", scenarioName: "Unsaved", savedAt: "2026-08-30T12:00:00.000Z", goesAt: null, changes: { count: 0, first: [] } }]);
    const opened = await recover(recovered[0]?.id ?? "");
    expect(opened).toMatchObject({ edited: true, info: { fileName: "plan", folder: "~/Documents" }, scenario: { name: "Unsaved" } });
    expect(await readFile(path, "utf8")).toBe(textOf(named("Saved")));

    const { handle } = opened.info;
    await succeeded(app.call("again", "save", { handle, scenario: opened.scenario, replaceChanged: false }));
    expect(await readFile(path, "utf8")).toBe(textOf(named("Unsaved")));
    expect((await startAgain()).recovered).toEqual([]);
  });

  it("stays until its work is saved, also when it was opened and the app is killed again", async () => {
    const document = await openedFile();
    await succeeded(keep("w", document, named("Unsaved")));
    const first = await startAgain();
    await recover(first.recovered[0]?.id ?? "");
    const second = await startAgain();
    expect(second.recovered).toEqual(first.recovered);
  });

  it("knows which content of the file it is based on", async () => {
    const document = await openedFile();
    await succeeded(keep("w", document, named("Unsaved")));
    const theirs = textOf(named("Theirs"));
    await writeFile(path, theirs);
    const { recovered } = await startAgain();
    const opened = await recover(recovered[0]?.id ?? "");
    const { handle } = opened.info;
    expect(await failed(app.call("again", "save", { handle, scenario: opened.scenario, replaceChanged: false }))).toMatchObject({ kind: "changed-on-disk" });
    expect(await readFile(path, "utf8")).toBe(theirs);
  });

  it("opens as a copy where its file is open already", async () => {
    const document = await openedFile();
    await succeeded(keep("w", document, named("Unsaved")));
    const { recovered } = await startAgain();
    app.host.addWindow("other");
    await app.call("other", "start", {});
    await app.host.openFile(path);
    app.host.addWindow("third");
    await app.call("third", "start", {});
    const outcome = await succeeded(app.call("third", "openRecovered", { id: recovered[0]?.id ?? "", destination: "here" }));
    expect(outcome).toMatchObject({ document: { edited: true, info: { fileName: null } } });
  });

  it("opens in the window that shows its file with nothing unsaved, as work on that file", async () => {
    await succeeded(keep("w", await openedFile(), named("Unsaved")));
    app = await startTestHost(folders);
    await openFileIn(app, "again", path);
    const { recovered } = await succeeded(app.call("again", "start", {}));
    const outcome = await succeeded(app.call("again", "openRecovered", { id: recovered[0]?.id ?? "", destination: "new-window" }));
    const opened = documentOf(outcome);
    expect(opened).toMatchObject({ edited: true, info: { fileName: "plan" }, scenario: { name: "Unsaved" } });
    await app.host.flush();
    // The file is still marked as open here.
    expect(await readdir(folders.documents)).toHaveLength(2);
    await succeeded(app.call("again", "save", { handle: opened.info.handle, scenario: opened.scenario, replaceChanged: false }));
    expect(await readFile(path, "utf8")).toBe(textOf(named("Unsaved")));
  });

  it("opens as a copy where the window that shows its file has work of its own", async () => {
    await succeeded(keep("w", await openedFile(), named("Unsaved")));
    app = await startTestHost(folders);
    const shown = await openFileIn(app, "again", path);
    const { recovered } = await succeeded(app.call("again", "start", {}));
    await succeeded(app.call("again", "keepRecovery", { handle: shown.info.handle, scenario: named("Mine"), pendingWeights: null }));
    expect(await succeeded(app.call("again", "openRecovered", { id: recovered[0]?.id ?? "", destination: "new-window" }))).toEqual({ kind: "other-window" });
    const other = app.asked.find((each) => each.startsWith("open "))?.slice("open ".length) ?? "";
    expect((await succeeded(app.call(other, "start", {}))).document).toMatchObject({ edited: true, info: { fileName: null }, scenario: { name: "Unsaved" } });
    expect((await succeeded(app.call("again", "start", {}))).document).toMatchObject({ edited: true, scenario: { name: "Mine" } });
  });

  it("is opened by one window only", async () => {
    const document = await openedFile();
    await succeeded(keep("w", document, named("Unsaved")));
    const { recovered } = await startAgain();
    const id = recovered[0]?.id ?? "";
    app.host.addWindow("other");
    const outcomes = await Promise.all(["again", "other"].map((window) => app.call(window, "openRecovered", { id, destination: "here" })));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false]);
    expect(await succeeded(app.call("other", "discardRecovered", { id }))).toEqual([]);
    expect(await copies()).toHaveLength(1);
  });

  it("goes when it is discarded, and does not come back", async () => {
    await succeeded(keep("w", await openedFile(), named("Unsaved")));
    const { recovered } = await startAgain();
    expect(await succeeded(app.call("again", "discardRecovered", { id: recovered[0]?.id ?? "" }))).toEqual([]);
    expect((await startAgain()).recovered).toEqual([]);
    expect(await copies()).toEqual([]);
  });

  it("goes when the window is back at what is saved, and when the person lets go of it", async () => {
    const document = await openedFile();
    await succeeded(keep("w", document, named("Unsaved")));
    await succeeded(keep("w", document, null));
    expect([app.host.isEdited("w"), await copies()]).toEqual([false, []]);

    await succeeded(keep("w", document, named("Unsaved")));
    await succeeded(app.call("w", "closeWindow", { handle: document.info.handle }));
    expect([app.asked, await copies()]).toEqual([["close w"], []]);
    expect(app.descriptions.get("w")).toEqual({ title: null, edited: false, path: null });
  });

  it("stays when its window is gone without a word, and other windows find it", async () => {
    const document = await openedFile();
    await succeeded(keep("w", document, named("Unsaved")));
    app.host.removeWindow("w");
    app.host.addWindow("again");
    const { recovered } = await succeeded(app.call("again", "start", {}));
    expect((await recover(recovered[0]?.id ?? "")).scenario.name).toBe("Unsaved");
  });

  it("is not left behind by a window that goes with nothing unsaved", async () => {
    await openedFile();
    app.host.removeWindow("w");
    expect((await startAgain()).recovered).toEqual([]);
  });

  it("stays after a save for weights that are in no file yet", async () => {
    const document = await openedFile();
    const { handle } = document.info;
    const pendingWeights = { roleId: document.scenario.roles[0]?.id ?? "", weights: { sourced: 3_700 } };
    const unsaved = { ...document.scenario, notes: "edited" };
    await succeeded(app.call("w", "keepRecovery", { handle, scenario: unsaved, pendingWeights }));
    await succeeded(app.call("w", "save", { handle, scenario: unsaved, replaceChanged: false }));
    expect(app.host.isEdited("w")).toBe(true);
    await app.host.flush();

    const { recovered } = await startAgain();
    expect(await recover(recovered[0]?.id ?? "")).toMatchObject({ scenario: { notes: "edited" }, pendingWeights });
    await succeeded(app.call("again", "keepRecovery", { handle: (await succeeded(app.call("again", "start", {}))).document?.info.handle ?? "", scenario: null, pendingWeights: null }));
    expect(await copies()).toEqual([]);
  });

  it("of a save that failed holds what was to be saved", async () => {
    const document = await openedFile();
    await writeFile(path, "theirs");
    await failed(app.call("w", "save", { handle: document.info.handle, scenario: named("Wanted"), replaceChanged: false }));
    const { recovered } = await startAgain();
    expect(recovered).toMatchObject([{ scenarioName: "Wanted" }]);
  });

  it("that could not be removed after its save is not offered", async () => {
    app = await startTestHost(folders, { files: { ...nodeFiles, remove: () => Promise.reject(new Error("EIO")) } });
    const document = await openedFile();
    await succeeded(app.call("w", "save", { handle: document.info.handle, scenario: named("Wanted"), replaceChanged: false }));
    expect(await copies()).toHaveLength(1);
    expect((await startAgain()).recovered).toEqual([]);
    expect(await copies()).toEqual([]);
  });
});

describe("recovery copies of several documents", () => {
  it("are listed newest first, by order and not by the clock", async () => {
    const clock = instantClock();
    app = await startTestHost(folders, { clock });
    const windows = await Promise.all(
      ["a", "b", "c"].map(async (id) => {
        app.host.addWindow(id);
        return documentOf(await succeeded(app.call(id, "create", { from: "empty", destination: "here" })));
      }),
    );
    for (const [index, id] of ["a", "b", "c"].entries()) {
      const document = windows[index];
      if (document === undefined) throw new Error("no document");
      clock.set(Date.UTC(2026, 7, 30 - index));
      await succeeded(keep(id, document, named(id)));
    }
    expect((await startAgain()).recovered.map(({ scenarioName }) => scenarioName)).toEqual(["c", "b", "a"]);
  });

  it("that are damaged are put aside, said once, and the others are offered", async () => {
    await succeeded(keep("w", await openedFile(), named("Unsaved")));
    const folder = join(folders.data, "recovery");
    const damaged = ["", "{", '{"format":"paymix-recovery","version":1}', "\u0000".repeat(100)];
    for (const [index, content] of damaged.entries()) await writeFile(join(folder, `${"0".repeat(35)}${index}.json`), content);
    const { recovered, error } = await startAgain();
    expect(recovered).toMatchObject([{ scenarioName: "Unsaved" }]);
    expect(error).toMatchObject({ kind: "not-read", message: expect.stringContaining(".corrupt-") as string });
    expect((await copies()).filter((name) => name.includes(".corrupt-"))).toHaveLength(damaged.length);
    app.host.addWindow("next");
    expect((await succeeded(app.call("next", "start", {}))).error).toBeNull();
  });

  it.each(["EMFILE", "EBUSY", "EIO"])("that cannot be read for a moment (%s) stay where they are, and are offered the next time", async (code) => {
    await succeeded(keep("w", await openedFile(), named("Unsaved")));
    const before = await copies();
    let unreadable = true;
    const files = {
      ...nodeFiles,
      read: (file: string, limit: number) => (unreadable && file.includes("recovery") ? Promise.reject(Object.assign(new Error(), { code })) : nodeFiles.read(file, limit)),
    };
    app = await startTestHost(folders, { files });
    app.host.addWindow("w");
    const { recovered, error } = await succeeded(app.call("w", "start", {}));
    expect(recovered).toEqual([]);
    expect(error).toMatchObject({ kind: "not-read", message: expect.stringMatching(/could not be read.*recovery/) as string });
    expect(await copies()).toEqual(before);
    unreadable = false;
    expect((await startAgain()).recovered).toMatchObject([{ scenarioName: "Unsaved" }]);
  });

  it("whose document cannot be understood stay, and say why", async () => {
    await succeeded(keep("w", await openedFile(), named("Unsaved")));
    const [name = ""] = await copies();
    const file = join(folders.data, "recovery", name);
    await writeFile(file, (await readFile(file, "utf8")).replace('\\"version\\": 1', '\\"version\\": 99'));
    const { recovered } = await startAgain();
    expect(await failed(app.call("again", "openRecovered", { id: recovered[0]?.id ?? "", destination: "here" }))).toMatchObject({ kind: "refused" });
    expect(await copies()).toEqual([name]);
  });
});

describe("while the person keeps changing things", () => {
  /** Copies can be held back while they are written; nothing may wait for a clock. */
  async function setUp(options: { readonly writeAtOnce?: WriteAtOnce } = {}) {
    const written: string[] = [];
    let gate: Deferred | null = null;
    const files = {
      ...nodeFiles,
      rename: async (from: string, to: string) => {
        if (to.includes("recovery")) await gate?.promise;
        await nodeFiles.rename(from, to);
        if (to.includes("recovery")) written.push((JSON.parse(await readFile(to, "utf8")) as { scenarioName: string }).scenarioName);
      },
    };
    const clock = { now: () => Date.UTC(2026, 7, 30, 12), wait: () => Promise.reject(new Error("It waits.")) };
    app = await startTestHost(folders, { clock, files, ...options });
    const document = await openedFile();
    await succeeded(keep("w", document, named("1")));
    expect(written).toEqual(["1"]);
    return {
      written,
      document,
      hold: () => void (gate = deferred()),
      letGo: () => gate?.fulfil(),
    };
  }

  it("writes every change at once", async () => {
    const { written, document } = await setUp();
    for (const name of ["2", "3", "4"]) await succeeded(keep("w", document, named(name)));
    expect(written).toEqual(["1", "2", "3", "4"]);
  });

  it("writes one copy at a time, and of what comes meanwhile the newest", async () => {
    const { written, document, hold, letGo } = await setUp();
    hold();
    const answers = ["2", "3", "4", "5"].map((name) => keep("w", document, named(name)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const later = ["6", "7"].map((name) => keep("w", document, named(name)));
    expect(written).toEqual(["1"]);
    letGo();
    for (const answer of await Promise.all([...answers, ...later])) expect(answer.ok).toBe(true);
    expect(written[1]).toMatch(/[2-5]/);
    expect(written.slice(2)).toEqual(["7"]);
    expect((await startAgain()).recovered).toMatchObject([{ scenarioName: "7" }]);
  });

  it("is waited for at the end of the session", async () => {
    const { written, document, hold, letGo } = await setUp();
    hold();
    const answer = keep("w", document, named("2"));
    const flushed = app.host.flush();
    letGo();
    await flushed;
    expect(written).toEqual(["1", "2"]);
    expect((await answer).ok).toBe(true);
  });

  it("is on disk before the end of the session returns, a write that is under way too", async () => {
    const { written, document, hold, letGo } = await setUp();
    hold();
    const answers = [keep("w", document, named("2")), keep("w", document, named("3"))];
    await Promise.resolve();
    app.host.sessionEnds();
    expect(written).toEqual(["1"]);
    const folder = join(folders.data, "recovery");
    const onDisk = readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => (JSON.parse(readFileSync(join(folder, name), "utf8")) as { scenarioName: string }).scenarioName);
    expect(onDisk).toEqual(["3"]);
    letGo();
    await Promise.all(answers);
    await app.host.flush();
    expect((await startAgain()).recovered).toMatchObject([{ scenarioName: "3" }]);
  });

  it("is on disk at the end of the session also where nothing was kept before", async () => {
    const document = await openedFile();
    const answer = keep("w", document, named("First"));
    app.host.sessionEnds();
    const folder = join(folders.data, "recovery");
    const onDisk = readdirSync(folder).filter((name) => name.endsWith(".json"));
    expect(onDisk.map((name) => (JSON.parse(readFileSync(join(folder, name), "utf8")) as { scenarioName: string }).scenarioName)).toEqual(["First"]);
    await answer;
    await app.host.flush();
  });

  it("is left to the usual way where the end of the session cannot write", async () => {
    const { document } = await setUp({
      writeAtOnce: () => {
        throw new Error("The disk is full.");
      },
    });
    const answer = keep("w", document, named("2"));
    await Promise.resolve();
    app.host.sessionEnds();
    await answer;
    await app.host.flush();
    expect((await startAgain()).recovered).toMatchObject([{ scenarioName: "2" }]);
  });

  it("is written when the window goes", async () => {
    const { document } = await setUp();
    void keep("w", document, named("2"));
    app.host.removeWindow("w");
    await app.host.flush();
    expect((await startAgain()).recovered).toMatchObject([{ scenarioName: "2" }]);
  });

  it("does not write what was let go of meanwhile, nor leaves what was under way", async () => {
    const { document, hold, letGo } = await setUp();
    hold();
    const answers = [keep("w", document, named("2")), keep("w", document, named("3"))];
    const closed = app.call("w", "closeWindow", { handle: document.info.handle });
    letGo();
    await succeeded(closed);
    await Promise.all(answers);
    await app.host.flush();
    expect(await copies()).toEqual([]);
  });
});

it("does not bring back at the end of the session what was let go of while the disk refused it", async () => {
  const refusing = deferred();
  const files = {
    ...nodeFiles,
    create: async (file: string, mode: number) => {
      if (!file.includes("recovery")) return nodeFiles.create(file, mode);
      await refusing.promise;
      throw Object.assign(new Error(), { code: "ENOSPC" });
    },
  };
  app = await startTestHost(folders, { files });
  const document = await openedFile();
  const answer = keep("w", document, named("Unsaved"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const closed = app.call("w", "closeWindow", { handle: document.info.handle });
  refusing.fulfil();
  expect((await answer).ok).toBe(false);
  await succeeded(closed);
  files.create = nodeFiles.create;
  await app.host.flush();
  expect(await copies()).toEqual([]);
});

it("tries again at the end of the session what the disk refused", async () => {
  let full = true;
  const files = {
    ...nodeFiles,
    create: async (file: string, mode: number) => {
      if (full) throw Object.assign(new Error(), { code: "ENOSPC" });
      return nodeFiles.create(file, mode);
    },
  };
  app = await startTestHost(folders, { files });
  expect(await failed(keep("w", await openedFile(), named("Unsaved")))).toMatchObject({ kind: "not-saved" });
  full = false;
  await app.host.flush();
  expect((await startAgain()).recovered).toMatchObject([{ scenarioName: "Unsaved" }]);
});

it("starts with a recovery folder that cannot be read", async () => {
  await rmdir(join(folders.data, "recovery"));
  await writeFile(join(folders.data, "recovery"), "not a folder");
  expect((await startAgain()).recovered).toEqual([]);
});
