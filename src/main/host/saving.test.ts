/** What the host promises about saving, on real files. Faults of the disk are in tests/faults. */
import { chmod, link, lstat, readFile, readdir, rename, rm, symlink, unlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDocument } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
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
const save = (handle: string, scenario: Scenario, replaceChanged = false) => app.call("w", "save", { handle, scenario, replaceChanged });
const onDisk = (): Promise<string> => readFile(path, "utf8");

describe("saving", () => {
  it("writes the document with the figures of the engine, and keeps what was there before", async () => {
    const { info } = await windowWithFile();
    expect(await succeeded(save(info.handle, TWO))).toEqual({ kind: "saved", info, previousKept: true });
    expect(await onDisk()).toBe(textOf(TWO));
    expect(JSON.parse(await onDisk())).toMatchObject({ lastResult: { engine: expect.any(String) as string, costAtTarget: expect.any(Number) as number, expectedCost: expect.any(Number) as number, p90: null } });
    const [folder] = await readdir(join(folders.data, "versions"));
    const [version] = await readdir(join(folders.data, "versions", folder ?? ""));
    const kept = join(folders.data, "versions", folder ?? "", version ?? "");
    expect(await readFile(kept, "utf8")).toBe(textOf(ONE));
    expect((await lstat(kept)).mode & 0o777).toBe(0o600);
    expect((await lstat(join(folders.data, "versions"))).mode & 0o777).toBe(0o700);
  });

  it("asks where an untitled document goes, with a name that is free", async () => {
    await writeFile(join(folders.documents, "Two.paymix"), "taken");
    app.host.addWindow("w");
    const { document } = await succeeded(app.call("w", "start", {}));
    const chosen = join(folders.documents, "mine");
    app.chooses.push(chosen);
    const saved = await succeeded(save(document?.info.handle ?? "", TWO));
    expect(app.suggestions).toEqual([{ suggestedName: "Two 2.paymix", folder: folders.documents }]);
    expect(saved).toMatchObject({ kind: "saved", info: { fileName: "mine", folder: "~/Documents" } });
    expect(await readFile(`${chosen}.paymix`, "utf8")).toBe(textOf(TWO));
    expect((await lstat(`${chosen}.paymix`)).mode & 0o777).toBe(0o600);
    expect(app.descriptions.get("w")).toEqual({ title: "mine", edited: false, path: `${chosen}.paymix` });
  });

  it("does not replace a file nobody was asked about", async () => {
    const { info } = await windowWithFile();
    await writeFile(join(folders.documents, "taken.paymix"), "precious");
    app.chooses.push(join(folders.documents, "taken"));
    const error = await failed(app.call("w", "saveAs", { handle: info.handle, scenario: TWO }));
    expect(error).toMatchObject({ kind: "not-saved", fileName: "taken" });
    expect(await readFile(join(folders.documents, "taken.paymix"), "utf8")).toBe("precious");
  });

  it("under another name leaves the old file and goes on with the new one", async () => {
    const { info } = await windowWithFile();
    const other = join(folders.documents, "other.paymix");
    app.chooses.push(other);
    expect(await succeeded(app.call("w", "saveAs", { handle: info.handle, scenario: TWO }))).toMatchObject({ info: { fileName: "other" } });
    await succeeded(save(info.handle, named("Three")));
    expect(await onDisk()).toBe(textOf(ONE));
    expect(await readFile(other, "utf8")).toBe(textOf(named("Three")));
  });

  it("does not write over a file that is open in another window", async () => {
    const { info } = await windowWithFile();
    const other = join(folders.documents, "other.paymix");
    app.chooses.push(other);
    await succeeded(app.call("w", "saveAs", { handle: info.handle, scenario: TWO }));
    app.host.addWindow("second");
    await app.host.openFile(path);
    const { document } = await succeeded(app.call("second", "start", {}));
    app.chooses.push(other);
    const error = await failed(app.call("second", "saveAs", { handle: document?.info.handle ?? "", scenario: ONE }));
    expect(error).toMatchObject({ kind: "open-elsewhere", fileName: "other" });
    expect(await readFile(other, "utf8")).toBe(textOf(TWO));
  });

  it("gives a new name to one window only, also when the second chooses it while the first still saves", async () => {
    const name = join(folders.documents, "same.paymix");
    let isThere: () => void = () => undefined;
    const there = new Promise<void>((resolve) => (isThere = resolve));
    const files = {
      ...nodeFiles,
      syncFolder: async (folder: string) => {
        if (folder !== folders.documents) return;
        isThere();
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
    };
    app = await startTestHost(folders, { files });
    await openEmptyWindow(app, "a");
    app.host.addWindow("b");
    const handles: string[] = [];
    for (const id of ["a", "b"]) {
      handles.push(documentOf(await succeeded(app.call(id, "create", { from: "empty", destination: "here" }))).info.handle);
    }
    app.chooses.push(name, name);
    const first = app.call("a", "save", { handle: handles[0] ?? "", scenario: ONE, replaceChanged: false });
    await there;
    const second = app.call("b", "save", { handle: handles[1] ?? "", scenario: TWO, replaceChanged: false });
    expect(await succeeded(first)).toMatchObject({ kind: "saved" });
    expect(await failed(second)).toMatchObject({ kind: "open-elsewhere" });
    expect(await readFile(name, "utf8")).toBe(textOf(ONE));
  });

  it("stops when the file changed outside, even with the same size and time", async () => {
    const { info } = await windowWithFile();
    const { atime, mtime } = await lstat(path);
    const changed = textOf(ONE).replace('"One"', '"Eno"');
    await writeFile(path, changed);
    await utimes(path, atime, mtime);
    expect(await failed(save(info.handle, TWO))).toMatchObject({ kind: "changed-on-disk", fileName: "plan" });
    expect(await onDisk()).toBe(changed);
    expect(app.host.isEdited("w")).toBe(true);

    await succeeded(save(info.handle, TWO, true));
    expect(await onDisk()).toBe(textOf(TWO));
    const [folder] = await readdir(join(folders.data, "versions"));
    const kept = (await readdir(join(folders.data, "versions", folder ?? ""))).map((name) => readFile(join(folders.data, "versions", folder ?? "", name), "utf8"));
    expect(await Promise.all(kept)).toContain(changed);
    expect(await succeeded(save(info.handle, ONE))).toMatchObject({ kind: "saved" });
  });

  it("goes through when the file was only touched", async () => {
    const { info } = await windowWithFile();
    await utimes(path, new Date(), new Date(Date.now() + 86_400_000));
    expect(await succeeded(save(info.handle, TWO))).toMatchObject({ kind: "saved" });
  });

  it.each(["deleted", "renamed"])("asks before it makes a file again that was %s", async (how) => {
    const { info } = await windowWithFile();
    await (how === "deleted" ? unlink(path) : rename(path, join(folders.documents, "renamed.paymix")));
    expect(await failed(save(info.handle, TWO))).toMatchObject({ kind: "missing", fileName: "plan" });
    await expect(onDisk()).rejects.toThrow("ENOENT");
    await succeeded(save(info.handle, TWO, true));
    expect(await onDisk()).toBe(textOf(TWO));
  });

  it.each(["EACCES", "EPERM", "EROFS"])("never writes in place where the folder lets no new file in (%s)", async (code) => {
    const files = {
      ...nodeFiles,
      create: (file: string, mode: number) =>
        file.startsWith(folders.documents) ? Promise.reject(Object.assign(new Error(), { code })) : nodeFiles.create(file, mode),
    };
    app = await startTestHost(folders, { files });
    const { info } = await windowWithFile();
    expect(await failed(save(info.handle, TWO))).toMatchObject({ kind: "read-only", message: expect.stringMatching(/folder.*Save As/) as string });
    expect(await onDisk()).toBe(textOf(ONE));
  });

  it("says when the folder is gone", async () => {
    const { info } = await windowWithFile();
    await rename(folders.documents, `${folders.documents} moved`);
    expect(await failed(save(info.handle, TWO, true))).toMatchObject({ kind: "not-saved", message: expect.stringContaining("folder") as string });
  });

  it("writes through a link and leaves the link", async () => {
    const target = join(folders.root, "target.paymix");
    await rename(path, target);
    await symlink(target, path);
    const { info } = await windowWithFile();
    expect(info.folder).toBe("~/Documents");
    await succeeded(save(info.handle, TWO));
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
    expect(await readFile(target, "utf8")).toBe(textOf(TWO));
  });

  it("writes the file under its name; a hard link twin keeps the old content", async () => {
    const twin = join(folders.documents, "twin.paymix");
    await link(path, twin);
    const { info } = await windowWithFile();
    await succeeded(save(info.handle, TWO));
    expect([await onDisk(), await readFile(twin, "utf8")]).toEqual([textOf(TWO), textOf(ONE)]);
    expect([(await lstat(path)).nlink, (await lstat(twin)).nlink]).toEqual([1, 1]);
  });

  it("does not replace a link whose file is gone", async () => {
    const target = join(folders.root, "target.paymix");
    await rename(path, target);
    await symlink(target, path);
    const { info } = await windowWithFile();
    await unlink(target);
    for (const replaceChanged of [false, true]) {
      expect(await failed(save(info.handle, TWO, replaceChanged))).toMatchObject({ kind: "not-saved", message: expect.stringContaining("link") as string });
    }
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
  });

  it("leaves a read-only file alone, its mode too, and saves elsewhere", async () => {
    await chmod(path, 0o444);
    const { info } = await windowWithFile();
    expect(info.readOnly).toBe(true);
    for (const replaceChanged of [false, true]) {
      expect(await failed(save(info.handle, TWO, replaceChanged))).toMatchObject({ kind: "read-only", fileName: "plan" });
    }
    expect(await onDisk()).toBe(textOf(ONE));
    expect((await lstat(path)).mode & 0o777).toBe(0o444);
    app.chooses.push(join(folders.documents, "copy.paymix"));
    expect(await succeeded(app.call("w", "saveAs", { handle: info.handle, scenario: TWO }))).toMatchObject({ info: { fileName: "copy", readOnly: false } });
  });

  it("keeps the permissions of the file", async () => {
    await chmod(path, 0o664);
    const { info } = await windowWithFile();
    await succeeded(save(info.handle, TWO));
    expect((await lstat(path)).mode & 0o777).toBe(0o664);
  });

  it("does not touch a file that holds the document already", async () => {
    const { info } = await windowWithFile();
    const before = await lstat(path);
    await succeeded(save(info.handle, ONE));
    expect((await lstat(path)).ino).toBe(before.ino);
  });

  it("waits for a program that holds the file, says so once, and keeps one previous version", async () => {
    let refusals = 6;
    // The second after which a save is said to take long runs beside the pauses, which are shorter.
    const clock = { waited: 0, now: () => Date.UTC(2026, 7, 30), wait: async (ms: number) => void (clock.waited += ms < 1_000 ? ms : 0) };
    const files = {
      ...nodeFiles,
      rename: async (from: string, to: string) => {
        if (to === path && (refusals -= 1) >= 0) throw Object.assign(new Error(), { code: "EBUSY" });
        await nodeFiles.rename(from, to);
      },
    };
    app = await startTestHost(folders, { files, clock });
    const { info } = await windowWithFile();
    await succeeded(save(info.handle, TWO));
    expect(clock.waited).toBe(1_000);
    expect(app.events.filter(({ event }) => event.kind === "save-waiting")).toEqual([{ windowId: "w", event: { kind: "save-waiting", fileName: "plan" } }]);
    const [folder] = await readdir(join(folders.data, "versions"));
    expect(await readdir(join(folders.data, "versions", folder ?? ""))).toHaveLength(1);

    refusals = Number.POSITIVE_INFINITY;
    clock.waited = 0;
    const error = await failed(save(info.handle, ONE));
    expect(clock.waited).toBe(2_000);
    expect(error).toMatchObject({ kind: "not-saved", message: expect.stringMatching(/virus scanner.*unchanged.*Save As/) as string });
    expect(await onDisk()).toBe(textOf(TWO));
    await app.host.end();
    expect(await readdir(folders.documents)).toEqual(["plan.paymix"]);
  });

  it.each([
    { meanwhile: "written", act: () => writeFile(path, "theirs"), holds: "theirs", kind: "changed-on-disk" },
    { meanwhile: "renamed over", act: () => writeFile(`${path}.theirs`, "theirs").then(() => rename(`${path}.theirs`, path)), holds: "theirs", kind: "changed-on-disk" },
    { meanwhile: "deleted", act: () => unlink(path), holds: null, kind: "missing" },
  ])("does not overwrite a file that was $meanwhile between the first look and the first rename", async ({ act, holds, kind }) => {
    let renames = 0;
    const files = {
      ...nodeFiles,
      // The new version lies beside the file, complete; the rename comes next.
      stat: async (file: string) => {
        if (file.endsWith(".tmp") && file.startsWith(folders.documents)) await act();
        return nodeFiles.stat(file);
      },
      rename: async (from: string, to: string) => {
        if (to === path) renames += 1;
        await nodeFiles.rename(from, to);
      },
    };
    app = await startTestHost(folders, { files });
    const { info } = await windowWithFile();
    for (const replaceChanged of [false, true]) {
      await writeFile(path, textOf(ONE));
      expect(await failed(save(info.handle, TWO, replaceChanged))).toMatchObject({ kind });
      expect([await onDisk().catch(() => null), renames]).toEqual([holds, 0]);
    }
    expect(app.host.isEdited("w")).toBe(true);
    await app.host.end();
    expect((await readdir(folders.documents)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("does not overwrite a file that came to be under the new name meanwhile", async () => {
    const taken = join(folders.documents, "taken.paymix");
    const files = {
      ...nodeFiles,
      stat: async (file: string) => {
        if (file.endsWith(".tmp") && file.startsWith(folders.documents)) await writeFile(taken, "theirs");
        return nodeFiles.stat(file);
      },
    };
    app = await startTestHost(folders, { files });
    const { info } = await windowWithFile();
    for (const chosen of [taken, join(folders.documents, "taken")]) {
      await rm(taken, { force: true });
      app.chooses.push(chosen);
      await failed(app.call("w", "saveAs", { handle: info.handle, scenario: TWO }));
      expect(await readFile(taken, "utf8")).toBe("theirs");
    }
  });

  it("does not overwrite what another program writes while the file is held", async () => {
    const files = {
      ...nodeFiles,
      rename: async (from: string, to: string) => {
        if (to !== path) return nodeFiles.rename(from, to);
        await writeFile(path, "theirs");
        throw Object.assign(new Error(), { code: "EPERM" });
      },
    };
    app = await startTestHost(folders, { files });
    const { info } = await windowWithFile();
    expect(await failed(save(info.handle, TWO))).toMatchObject({ kind: "changed-on-disk" });
    expect(await onDisk()).toBe("theirs");
  });

  it("runs one save at a time and leaves out those that a newer one overtook", async () => {
    let writing = 0;
    let most = 0;
    let renames = 0;
    const files = {
      ...nodeFiles,
      rename: async (from: string, to: string) => {
        if (to !== path) return nodeFiles.rename(from, to);
        renames += 1;
        most = Math.max(most, (writing += 1));
        await new Promise((resolve) => setTimeout(resolve, 20));
        await nodeFiles.rename(from, to);
        writing -= 1;
      },
    };
    app = await startTestHost(folders, { files });
    const { info } = await windowWithFile();
    const storm = Array.from({ length: 50 }, (_, index) => save(info.handle, named(`Save ${index}`)));
    for (const saved of await Promise.all(storm)) expect(saved.ok).toBe(true);
    expect([most, renames <= 2]).toEqual([1, true]);
    expect(await onDisk()).toBe(textOf(named("Save 49")));
    expect(app.host.isEdited("w")).toBe(false);
  });

  it("keeps what was edited while it wrote as unsaved work on the new file", async () => {
    const { info } = await windowWithFile();
    const saving = save(info.handle, TWO);
    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: named("Later"), pendingWeights: null }));
    await succeeded(saving);
    expect(app.host.isEdited("w")).toBe(true);
    await app.host.flush();

    app = await startTestHost(folders);
    app.host.addWindow("w");
    const { recovered } = await succeeded(app.call("w", "start", {}));
    const later = documentOf(await succeeded(app.call("w", "openRecovered", { id: recovered[0]?.id ?? "", destination: "here" })));
    expect(later.scenario.name).toBe("Later");
    expect(await succeeded(save(later.info.handle, later.scenario))).toMatchObject({ kind: "saved" });
  });

  it("is finished before its window closes", async () => {
    const { info } = await windowWithFile();
    const saving = save(info.handle, TWO);
    await succeeded(app.call("w", "closeWindow", { handle: info.handle }));
    expect((await saving).ok).toBe(true);
    expect(await onDisk()).toBe(textOf(TWO));
  });

  it("goes on without a store for versions and recovery copies", async () => {
    await rm(folders.data, { recursive: true });
    await writeFile(folders.data, "a file where the folder should be");
    app = await startTestHost(folders);
    const { info } = await windowWithFile();
    expect(await failed(app.call("w", "keepRecovery", { handle: info.handle, scenario: TWO, pendingWeights: null }))).toMatchObject({ kind: "not-saved" });
    expect(app.host.isEdited("w")).toBe(true);
    expect(await succeeded(save(info.handle, TWO))).toMatchObject({ kind: "saved", previousKept: false });
    expect(await succeeded(app.call("w", "setPreferences", { preferences: { theme: "dark" } }))).toEqual({ theme: "dark" });
  });
});

describe("a file whose folder was renamed", () => {
  it("is not said to be unchanged where it was, and is saved when the folder is back", async () => {
    const { info } = await windowWithFile();
    await rename(folders.documents, `${folders.documents} of last year`);
    const { message } = await failed(save(info.handle, TWO));
    expect(message).toMatch(/^“plan” was not saved: its folder is no longer there\. No file was written\. Your work is still in this window/);
    await rename(`${folders.documents} of last year`, folders.documents);
    expect(await onDisk()).toBe(textOf(ONE));
    expect(await succeeded(save(info.handle, TWO))).toMatchObject({ kind: "saved" });
  });
});

describe("a file that changed outside", () => {
  it("is said once when the window comes to the front, and can be read again", async () => {
    const { info } = await windowWithFile();
    await app.host.windowFocused("w");
    const told = () => app.events.filter(({ event }) => event.kind === "file-changed");
    expect(told()).toEqual([]);
    await writeFile(path, textOf(TWO));
    await app.host.windowFocused("w");
    await app.host.windowFocused("w");
    expect(told()).toEqual([{ windowId: "w", event: { kind: "file-changed", error: expect.objectContaining({ kind: "changed-on-disk", fileName: "plan" }) as object } }]);

    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: named("Mine"), pendingWeights: null }));
    const reloaded = await succeeded(app.call("w", "reload", { handle: info.handle }));
    expect(reloaded).toMatchObject({ info, edited: false, scenario: { name: "Two" } });
    expect(app.host.isEdited("w")).toBe(false);
    await succeeded(save(info.handle, ONE));

    await unlink(path);
    await app.host.windowFocused("w");
    expect(told()).toHaveLength(2);
    expect(await failed(app.call("w", "reload", { handle: info.handle }))).toMatchObject({ kind: "missing" });
    expect((await succeeded(app.call("w", "start", {}))).document?.scenario.name).toBe("One");
  });
});
