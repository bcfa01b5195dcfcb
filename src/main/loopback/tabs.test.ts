import { mkdir, readFile, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleScenario } from "#shared/library/index.ts";
import { PAGE, startTestLoopback, type TestLoopback, type TestTab } from "./testing/test-loopback.ts";

let app: TestLoopback;
beforeEach(async () => {
  app = await startTestLoopback();
});
afterEach(() => app.end());

type Started = { value: { document: { info: { handle: string; fileName: string | null }; edited: boolean } | null; recovered: unknown[] } };
const start = async (tab: TestTab): Promise<Started["value"]> => ((await tab.call("start", {})) as Started).value;
const saved = { ok: true, value: { kind: "saved" } };

/** A window on the sample, saved as the name in the folder. */
async function savedWindow(name: string): Promise<{ tab: TestTab; handle: string; close: () => void }> {
  const tab = await app.enter();
  const close = await tab.listen();
  await start(tab);
  const made = (await tab.call("create", { from: "sample", destination: "here" })) as { value: { document: Started["value"]["document"] } };
  const handle = made.value.document?.info.handle ?? "";
  const saving = tab.call("save", { handle, scenario: sampleScenario(), replaceChanged: false });
  const { request } = await tab.next("choose-file");
  await tab.post("/answer", { id: request.id, choice: { folder: [], name, replace: false } });
  expect(await saving).toMatchObject(saved);
  return { tab, handle, close };
}

describe("a tab", () => {
  it("shows its window, and is told the title", async () => {
    const { tab } = await savedWindow("Plan A");
    await expect.poll(() => tab.told.filter(({ kind }) => kind === "title").at(-1)).toEqual({ kind: "title", title: "Plan A – Paymix" });
  });

  it("keeps its document, and what is unsaved in it, when it is loaded again", async () => {
    const { tab, handle, close } = await savedWindow("Plan A");
    await tab.call("keepRecovery", { handle, scenario: { ...sampleScenario(), name: "Changed" }, pendingWeights: null });
    close();
    await tab.listen();
    const { document } = await start(tab);
    expect(document).toMatchObject({ info: { handle, fileName: "Plan A" }, edited: true, scenario: { name: "Changed" } });
  });

  it("that is closed lets go of its window after a while, and unsaved work can be recovered", async () => {
    const { tab, handle, close } = await savedWindow("Plan A");
    await tab.call("keepRecovery", { handle, scenario: { ...sampleScenario(), name: "Changed" }, pendingWeights: null });
    close();
    const other = await app.enter();
    await expect.poll(async () => (await start(other)).recovered, { timeout: 3_000 }).toHaveLength(1);
  });

  it("that comes back too late is loaded again, so that it shows what the host has", async () => {
    const { tab, close } = await savedWindow("Plan A");
    close();
    await new Promise((resolve) => setTimeout(resolve, 400));
    await tab.listen();
    await tab.next("reload");
    expect((await start(tab)).document).toBeNull();
  });

  it("that is shown a second time hands over to the second", async () => {
    const { tab, handle } = await savedWindow("Plan A");
    await tab.listen();
    await tab.next("taken-over");
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await start(tab)).document?.info.handle).toBe(handle);
  });

  it("is told of a new build", async () => {
    const { tab } = await savedWindow("Plan A");
    app.replaceFiles(PAGE);
    await tab.next("reload");
  });
});

describe("further windows", () => {
  it("are opened by the tab that asked, at an address that works once", async () => {
    const { tab } = await savedWindow("Plan A");
    expect(await tab.call("create", { from: "sample", destination: "new-window" })).toMatchObject({ value: { kind: "other-window" } });
    const { address } = await tab.next("open-window");
    const second = await app.enter(address);
    expect((await start(second)).document).toMatchObject({ info: { fileName: null } });
    await expect(app.enter(address)).rejects.toThrow("403");
    expect(app.announced).toEqual([]);
  });

  it("are told to the person when no tab can open them", async () => {
    const tab = await app.enter();
    await start(tab);
    await tab.call("create", { from: "sample", destination: "new-window" });
    expect(app.announced).toHaveLength(1);
    expect((await start(await app.enter(app.announced[0]))).document).not.toBeNull();
  });

  it("on a file that another tab shows: says so, or opens the tab again that was closed", async () => {
    const first = await savedWindow("Plan A");
    const second = await savedWindow("Plan B");
    const open = async (): Promise<unknown> => {
      const opening = second.tab.call("open", { destination: "new-window" });
      const { request } = await second.tab.next("choose-file");
      await second.tab.post("/answer", { id: request.id, choice: { folder: [], name: "Plan A.paymix", replace: false } });
      return opening;
    };
    expect(await open()).toMatchObject({ value: { kind: "other-window" } });
    await second.tab.next("shown-elsewhere");
    first.close();
    await expect.poll(async () => {
      await open();
      return second.tab.told.some(({ kind }) => kind === "open-window");
    }).toBe(true);
  });

  it("on a file given from outside show it, or why they cannot", async () => {
    await savedWindow("Plan A");
    const onFile = await app.enter(await app.newWindow(join(app.folder, "Plan B.paymix")));
    expect(await onFile.call("start", {})).toMatchObject({ value: { document: null, error: { kind: "missing", fileName: "Plan B" } } });
  });
});

describe("the file picker", () => {
  async function asking(verb: "open" | "saveAs"): Promise<{ tab: TestTab; id: string; result: Promise<unknown>; request: unknown }> {
    const { tab, handle } = await savedWindow("Plan A");
    const result = tab.call(verb, verb === "open" ? { destination: "here" } : { handle, scenario: sampleScenario() });
    // A question that is open when the server stops is cut off.
    result.catch(() => undefined);
    const { request } = await tab.next("choose-file");
    return { tab, id: request.id, result, request };
  }
  const answer = async (tab: TestTab, id: string, choice: unknown): Promise<unknown> => JSON.parse((await tab.post("/answer", { id, choice })).body) as unknown;

  it("asks with the folder and a name to begin with", async () => {
    const { request, tab, id, result } = await asking("saveAs");
    expect(request).toMatchObject({ purpose: "save", folder: [], suggestedName: "Plan A 2" });
    expect(await answer(tab, id, null)).toEqual({ kind: "accepted" });
    expect(await result).toMatchObject({ value: { kind: "cancelled" } });
  });

  it("saves into a folder below, with our extension, and never replaces a file unasked", async () => {
    await mkdir(join(app.folder, "Old"));
    await writeFile(join(app.folder, "Old", "Plan B.paymix"), "theirs");
    const { tab, id, result } = await asking("saveAs");
    const choice = { folder: ["Old"], name: "Plan B", replace: false };
    expect(await answer(tab, id, choice)).toEqual({ kind: "is-there" });
    expect(await readFile(join(app.folder, "Old", "Plan B.paymix"), "utf8")).toBe("theirs");
    expect(await answer(tab, id, { ...choice, replace: true })).toEqual({ kind: "accepted" });
    expect(await result).toMatchObject(saved);
    expect(await readFile(join(app.folder, "Old", "Plan B.paymix"), "utf8")).toContain("paymix-scenario");
  });

  it.each(["../Plan", "a/b", "a\\b", "con", "Plan\u202e", " ", "", ".hidden", "a:b"])("“%s” is no name to save under, and the person can choose again", async (name) => {
    const { tab, id, result } = await asking("saveAs");
    expect(await answer(tab, id, { folder: [], name, replace: true })).toMatchObject({ kind: "refused" });
    expect(await answer(tab, id, { folder: [], name: "Plan C", replace: false })).toEqual({ kind: "accepted" });
    expect(await result).toMatchObject(saved);
    expect((await readdir(app.folder)).filter((each) => !each.startsWith(".~lock.")).sort()).toEqual(["Plan A.paymix", "Plan C.paymix"]);
    expect((await readdir(app.root)).sort()).toEqual(["Plans", "data"]);
  });

  it("does not save through a link that leads out, nor onto a folder", async () => {
    await writeFile(join(app.root, "secret.paymix"), "secret");
    await symlink(join(app.root, "secret.paymix"), join(app.folder, "out.paymix"));
    await mkdir(join(app.folder, "folder.paymix"));
    const { tab, id } = await asking("saveAs");
    for (const name of ["out", "folder"]) expect(await answer(tab, id, { folder: [], name, replace: true })).toMatchObject({ kind: "refused" });
    expect(await readFile(join(app.root, "secret.paymix"), "utf8")).toBe("secret");
  });

  it.each([
    [{ folder: [".."], name: "data", replace: false }],
    [{ folder: [], name: "../secret.paymix", replace: false }],
    [{ folder: [], name: "..", replace: false }],
    [{ folder: ["Old/.."], name: "Plan A.paymix", replace: false }],
    [{ folder: [], name: "Plan A.paymix" }],
    [{ folder: [], name: 1, replace: false }],
    ["Plan A.paymix"],
  ])("%j is no answer", async (choice) => {
    await writeFile(join(app.root, "secret.paymix"), "");
    const { tab, id, result } = await asking("open");
    expect((await tab.post("/answer", { id, choice })).status).toBe(400);
    await answer(tab, id, null);
    expect(await result).toMatchObject({ value: { kind: "cancelled" } });
  });

  it("opens no file that is not there, or is a link that leads out", async () => {
    await writeFile(join(app.root, "secret.paymix"), "");
    await symlink(join(app.root, "secret.paymix"), join(app.folder, "out.paymix"));
    const { tab, id } = await asking("open");
    for (const name of ["out.paymix", "nothing.paymix"]) expect(await answer(tab, id, { folder: [], name, replace: false })).toMatchObject({ kind: "refused" });
  });

  it("takes an answer from the tab that was asked only", async () => {
    const { tab, id, result } = await asking("open");
    const other = await app.enter();
    await other.post("/answer", { id, choice: { folder: [], name: "Plan A.paymix", replace: false } });
    await answer(tab, id, null);
    expect(await result).toMatchObject({ value: { kind: "cancelled" } });
  });

  it("is cancelled when its page is loaded again", async () => {
    const { tab, handle, close } = await savedWindow("Plan A");
    const result = tab.call("saveAs", { handle, scenario: sampleScenario() });
    await tab.next("choose-file");
    close();
    expect(await result).toMatchObject({ value: { kind: "cancelled" } });
  });
});

describe("the one folder", () => {
  it("holds for a file that is named from outside, too", async () => {
    await writeFile(join(app.root, "secret.paymix"), "{}");
    const tab = await app.enter(await app.newWindow(join(app.root, "secret.paymix")));
    expect(await tab.call("start", {})).toMatchObject({ value: { document: null, error: { kind: "not-read" } } });
  });
});
