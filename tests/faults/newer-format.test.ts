/** A file of a newer version of the format: refused with a clear word wherever it comes in, never written, and nothing of it or of the window's work is lost. */
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HostError } from "#shared/host-api/contract.ts";
import { FORMAT_VERSION } from "#shared/scenario-file/index.ts";
import { named, openEmptyWindow, openFileIn, textOf } from "../../src/main/host/testing/test-documents.ts";
import { failed, removeFolders, startTestHost, succeeded, temporaryFolders, type Folders, type TestHost } from "../../src/main/host/testing/test-host.ts";
import { fixtureWith } from "../helpers/changed-fixture.ts";
import { commandFolder } from "../helpers/command-line.ts";

const NEXT = FORMAT_VERSION + 1;
const NEWER = fixtureWith({ version: NEXT, roles: "of a form that is not known yet" });
const WORD = `Made by a newer version (${NEXT}); this one reads up to ${FORMAT_VERSION}. Not opened.`;
const MINE = named("Mine");

let folders: Folders;
let newer: string;
let plan: string;
let app: TestHost;

beforeEach(async () => {
  folders = await temporaryFolders();
  [newer, plan] = [join(folders.documents, "newer.paymix"), join(folders.documents, "plan.paymix")];
  await writeFile(newer, NEWER);
  await writeFile(plan, textOf(named("Saved")));
  app = await startTestHost(folders);
});
afterEach(async () => {
  await app.host.end();
  await removeFolders(folders);
});

function expectRefused(error: HostError | null): void {
  expect(error).toMatchObject({ kind: "refused", problems: [{ path: "version", message: WORD }] });
}

describe("a file of a newer format", () => {
  it("is refused by the open dialog, from the system, when it is dragged in and when it is read to compare, and stays as it is", async () => {
    await openEmptyWindow(app, "w");
    app.chooses.push(newer, newer);
    expectRefused(await failed(app.call("w", "open", { destination: "here" })));
    expectRefused(await failed(app.call("w", "read", { recentId: null })));
    expectRefused(await failed(app.call("w", "openText", { fileName: "newer.paymix", text: NEWER, destination: "here" })));
    app.host.addWindow("outside");
    await app.host.openFile(newer, "outside");
    const { document, error } = await succeeded(app.call("outside", "start", {}));
    expectRefused(error);
    expect([document, await readFile(newer, "utf8"), (await readdir(folders.documents)).sort()]).toEqual([null, NEWER, ["newer.paymix", "plan.paymix"]]);
  });

  it("in place of the one that is open drops nothing of the window's work, and what replaces it keeps it byte for byte", async () => {
    const { info } = await openFileIn(app, "w", plan);
    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: MINE, pendingWeights: null }));
    await writeFile(plan, NEWER);
    expect(await failed(app.call("w", "save", { handle: info.handle, scenario: MINE, replaceChanged: false }))).toMatchObject({ kind: "changed-on-disk" });
    expectRefused(await failed(app.call("w", "reload", { handle: info.handle })));
    expectRefused(await failed(app.call("w", "readVersion", { handle: info.handle, id: null })));
    expect((await succeeded(app.call("w", "start", {}))).document).toMatchObject({ edited: true, scenario: { name: "Mine" } });
    expect(await readFile(plan, "utf8")).toBe(NEWER);

    expect(await succeeded(app.call("w", "save", { handle: info.handle, scenario: MINE, replaceChanged: true }))).toMatchObject({ kind: "saved", previousKept: true });
    const [version] = await succeeded(app.call("w", "versions", { handle: info.handle }));
    expectRefused(await failed(app.call("w", "readVersion", { handle: info.handle, id: version?.id ?? "" })));
    expect(await readFile(join(folders.data, "versions", version?.id ?? ""), "utf8")).toBe(NEWER);
  });

  it("beside unsaved work on it leaves that work to be opened", async () => {
    const { info } = await openFileIn(app, "w", plan);
    await succeeded(app.call("w", "keepRecovery", { handle: info.handle, scenario: MINE, pendingWeights: null }));
    app.host.removeWindow("w");
    await app.host.end();
    await writeFile(plan, NEWER);
    app = await startTestHost(folders);
    app.host.addWindow("w");
    const { recovered } = await succeeded(app.call("w", "start", {}));
    expect(recovered).toMatchObject([{ scenarioName: "Mine", changes: null }]);
    const opened = await succeeded(app.call("w", "openRecovered", { id: recovered[0]?.id ?? "", destination: "here" }));
    expect(opened).toMatchObject({ kind: "here", document: { edited: true, scenario: { name: "Mine" } } });
    expect(await readFile(plan, "utf8")).toBe(NEWER);
  });
});

describe("on the command line, a file of a newer format", () => {
  const { folder, paymix } = commandFolder();

  it.each([["check", "newer.paymix"], ["evaluate", "newer.paymix"], ["simulate", "newer.paymix"], ["compare", "plan.paymix", "newer.paymix"], ["compare", "newer.paymix", "plan.paymix"]])("is refused: %s %s", async (...args) => {
    await writeFile(join(folder, "newer.paymix"), NEWER);
    await writeFile(join(folder, "plan.paymix"), textOf(named("Saved")));
    const { output, errors, exitCode } = await paymix(...args);
    expect({ output, exitCode }).toEqual({ output: "", exitCode: 1 });
    expect(errors).toContain(WORD);
    expect(errors).not.toMatch(/\bat .*:\d+:\d+/);
    expect(await readFile(join(folder, "newer.paymix"), "utf8")).toBe(NEWER);
  });
});
