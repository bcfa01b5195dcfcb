/** Faults of real files that the host answers for: a read-only file, one that is held, a sync program's copy, an own folder that takes nothing. */
import { chmod, lstat, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../../src/main/host/file-port.ts";
import { systemClock } from "../../src/main/host/system-clock.ts";
import { startOnPlan } from "../../src/main/host/testing/on-plan.ts";
import { named, openFileIn, textOf } from "../../src/main/host/testing/test-documents.ts";
import { failed, removeFolders, startTestHost, succeeded, type Folders, type TestHost } from "../../src/main/host/testing/test-host.ts";
import { faultyFiles } from "./faulty-files.ts";

const ONE = named("One");
const TWO = named("Two");

let folders: Folders;
let path: string;
let app: TestHost;

beforeEach(async () => {
  ({ folders, path, app } = await startOnPlan(ONE));
});
afterEach(async () => {
  await app.host.end();
  await removeFolders(folders);
});

const save = (handle: string, scenario = TWO) => app.call("w", "save", { handle, scenario, replaceChanged: false });
const names = async (): Promise<string[]> => (await readdir(folders.documents)).filter((name) => !name.startsWith(".~lock"));

describe("a read-only file", () => {
  it.each(["before it is opened", "while it is open"])("that became so %s stays the same file, byte for byte, with its mode, and the work goes elsewhere", async (when) => {
    if (when === "before it is opened") await chmod(path, 0o444);
    const { info } = await openFileIn(app, "w", path);
    expect(info.readOnly).toBe(when === "before it is opened");
    if (when === "while it is open") await chmod(path, 0o444);
    const before = await lstat(path);
    expect(await failed(save(info.handle))).toMatchObject({ kind: "read-only", message: expect.stringMatching(/was not saved and is unchanged.*Save As/) as string });
    expect(app.host.isEdited("w")).toBe(true);
    const { ino, mode, mtimeMs } = await lstat(path);
    expect([ino, mode, mtimeMs, await readFile(path, "utf8"), await names()]).toEqual([before.ino, before.mode, before.mtimeMs, textOf(ONE), ["plan.paymix"]]);
    app.chooses.push(join(folders.documents, "copy.paymix"));
    expect(await succeeded(app.call("w", "saveAs", { handle: info.handle, scenario: TWO }))).toMatchObject({ kind: "saved", info: { fileName: "copy", readOnly: false } });
    expect([await readFile(path, "utf8"), (await lstat(path)).mode & 0o777]).toEqual([textOf(ONE), 0o444]);
  });
});

describe("a file that another program holds", () => {
  it.each(["EPERM", "EBUSY", "EACCES"])("for a second of real time (%s) is waited for, said once, and kept once as a previous version", async (code) => {
    await app.host.end();
    const files = faultyFiles(nodeFiles);
    app = await startTestHost(folders, { files, clock: systemClock });
    const { info } = await openFileIn(app, "w", path);
    files.arm({ operation: "rename", within: path, nth: 1, forEver: true, fault: { kind: "fails", code } });
    const saving = save(info.handle);
    await expect.poll(() => app.events.filter(({ event }) => event.kind === "save-waiting"), { timeout: 5_000 }).toHaveLength(1);
    expect(await readFile(path, "utf8")).toBe(textOf(ONE));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(files.disarm()).toBe(true);
    expect(await succeeded(saving)).toMatchObject({ kind: "saved", previousKept: true });
    expect([await readFile(path, "utf8"), await names()]).toEqual([textOf(TWO), ["plan.paymix"]]);
    expect(app.events.filter(({ event }) => event.kind === "save-waiting")).toHaveLength(1);
    expect(await succeeded(app.call("w", "versions", { handle: info.handle }))).toHaveLength(1);
  });
});

describe("a conflicted copy of a sync program", () => {
  it.each(["plan-NB-0424", "plan-NB-0424-2", "plan-anna-pc", "plan-LAPTOP-7F3K", "plan-Johns-MacBook-Pro"])("%s opens as an ordinary file, is told by the same document beside it, and saving it leaves that alone", async (name) => {
    await writeFile(join(folders.documents, `${name}.paymix`), textOf(TWO));
    const { info } = await openFileIn(app, "w", join(folders.documents, `${name}.paymix`));
    expect(info).toMatchObject({ fileName: name, sameAs: "plan", readOnly: false, heldBy: null });
    await succeeded(save(info.handle, named("Three")));
    expect([await readFile(path, "utf8"), await readFile(join(folders.documents, `${name}.paymix`), "utf8")]).toEqual([textOf(ONE), textOf(named("Three"))]);
    app.chooses.push(join(folders.documents, "merged.paymix"));
    expect(await succeeded(app.call("w", "saveAs", { handle: info.handle, scenario: TWO }))).toMatchObject({ info: { fileName: "merged", sameAs: null } });
  });

  it.each([
    ["plan-NB-0424", "of another document", textOf({ ...TWO, id: "11111111-1111-4111-8111-111111111111" })],
    ["other-NB-0424", "with no file beside it", textOf(TWO)],
    ["plan-EMEA", "with a region", textOf(TWO)],
    ["plan-FY28", "with a year", textOf(TWO)],
    ["plan-2027-28", "with two years", textOf(TWO)],
    ["plan-v2", "with a version", textOf(TWO)],
    ["plan-2026-11-29", "with a day", textOf(TWO)],
  ])("is not what %s is, a name %s", async (name, _why, text) => {
    await writeFile(join(folders.documents, `${name}.paymix`), text);
    expect((await openFileIn(app, "w", join(folders.documents, `${name}.paymix`))).info).toMatchObject({ fileName: name, sameAs: null });
  });

  it("is an ordinary file where the one beside it cannot be read", async () => {
    await writeFile(join(folders.documents, "plan-NB-0424.paymix"), textOf(TWO));
    await writeFile(path, "damaged");
    expect((await openFileIn(app, "w", join(folders.documents, "plan-NB-0424.paymix"))).info).toMatchObject({ sameAs: null });
    expect(await readFile(path, "utf8")).toBe("damaged");
  });
});

describe("an own folder that takes nothing", () => {
  it.each(["EACCES", "EROFS", "ENOSPC", "EIO"])("any more (%s) stops no save, and says that unsaved work is not kept until it is again", async (code) => {
    await app.host.end();
    const files = faultyFiles(nodeFiles);
    app = await startTestHost(folders, { files });
    const { info } = await openFileIn(app, "w", path);
    const keep = (name: string) => app.call("w", "keepRecovery", { handle: info.handle, scenario: named(name), pendingWeights: null });
    await succeeded(keep("Kept"));
    files.arm({ operation: "create", within: folders.data, nth: 1, forEver: true, fault: { kind: "fails", code } });
    expect(await failed(keep("Not kept"))).toMatchObject({ kind: "not-saved", message: "Paymix cannot keep recovery copies: nothing can be written to its own folder. Save your work to a file." });
    expect(app.host.isEdited("w")).toBe(true);
    expect(await succeeded(save(info.handle))).toMatchObject({ kind: "saved", previousKept: false });
    expect(await readFile(path, "utf8")).toBe(textOf(TWO));
    files.disarm();
    await succeeded(keep("Kept again"));
    app.host.removeWindow("w");
    await app.host.end();
    app = await startTestHost(folders);
    app.host.addWindow("w");
    expect((await succeeded(app.call("w", "start", {}))).recovered).toMatchObject([{ scenarioName: "Kept again" }]);
  });

  it("because a file lies in its place stops no save, and works again when the folder is back", async () => {
    const { info } = await openFileIn(app, "w", path);
    const aside = join(folders.root, "aside");
    await rename(folders.data, aside);
    await writeFile(folders.data, "a file");
    expect(await failed(app.call("w", "keepRecovery", { handle: info.handle, scenario: TWO, pendingWeights: null }))).toMatchObject({ kind: "not-saved" });
    expect(await succeeded(save(info.handle))).toMatchObject({ kind: "saved", previousKept: false });
    await rm(folders.data);
    await mkdir(folders.data);
    expect(await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: named("Three"), pendingWeights: null }))).toBe(null);
    expect(await succeeded(save(info.handle, named("Three")))).toMatchObject({ kind: "saved", previousKept: true });
  });
});
