/** A disk that is really full: a 1 MiB file system in memory, mounted where the machine lets the tests do that. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sampleScenario } from "#shared/library/index.ts";
import { nodeFiles } from "../../src/main/host/file-port.ts";
import { markPath } from "../../src/main/host/open-marks.ts";
import { textOf } from "../../src/main/host/testing/test-documents.ts";
import { failed, startTestHost, succeeded } from "../../src/main/host/testing/test-host.ts";
import { needsTool } from "../helpers/needed-tool.ts";
import { oneWriteThenRename } from "./naive-writer.ts";

const root = mkdtempSync(join(tmpdir(), "paymix-full-disk-"));
const documents = join(root, "documents");
const data = join(root, "data");
mkdirSync(documents);

function mountSmallDisk(): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", documents], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const mounted = mountSmallDisk();
const NOT_MOUNTED = "mounting a small disk needs an administrator on Linux";
afterAll(() => {
  if (mounted) execFileSync("umount", [documents]);
  rmSync(root, { recursive: true, force: true });
});

const SMALL = sampleScenario();
const LARGE = { ...SMALL, name: "Large", rulesOfEngagement: Array.from({ length: 400 }, (_, index) => `${index} `.repeat(2_000)) };

describe("a full disk", () => {
  it("keeps the old file, says so, and keeps the work", async (test) => {
    needsTool(test, mounted, NOT_MOUNTED);
    const path = join(documents, "plan.paymix");
    await writeFile(path, textOf(SMALL));

    const { host, call } = await startTestHost({ root, documents, data });
    host.addWindow("w");
    await host.openFile(path);
    const { document } = await succeeded(call("w", "start", {}));
    const handle = document?.info.handle ?? "";
    const error = await failed(call("w", "save", { handle, scenario: LARGE, replaceChanged: false }));
    expect(error).toMatchObject({ kind: "not-saved", message: expect.stringMatching(/disk.*full.*unchanged/) as string });
    expect(await readFile(path, "utf8")).toBe(textOf(SMALL));
    expect((await readdir(documents)).sort()).toEqual([basename(markPath(path)), "plan.paymix"]);
    expect(host.isEdited("w")).toBe(true);

    const next = await startTestHost({ root, documents, data });
    next.host.addWindow("w");
    expect((await succeeded(next.call("w", "start", {}))).recovered).toMatchObject([{ scenarioName: "Large" }]);
  });

  it("that holds Paymix's own folder too keeps the old file, says that nothing is kept, and keeps it once there is room", async (test) => {
    needsTool(test, mounted, NOT_MOUNTED);
    const path = join(documents, "both.paymix");
    const own = join(documents, "own");
    await writeFile(path, textOf(SMALL));
    const { host, call } = await startTestHost({ root, documents, data: own });
    host.addWindow("w");
    await host.openFile(path);
    const handle = (await succeeded(call("w", "start", {}))).document?.info.handle ?? "";
    await host.flush();
    const filler = join(documents, "filler");
    await writeFile(filler, Buffer.alloc(2 * 1024 * 1024)).catch(() => undefined);

    const changed = { ...SMALL, name: "Changed", notes: "n".repeat(9_000) };
    const keep = () => call("w", "keepRecovery", { handle, scenario: changed, pendingWeights: null });
    expect(await failed(keep())).toMatchObject({ kind: "not-saved", message: expect.stringMatching(/cannot keep recovery copies/) as string });
    expect(await failed(call("w", "save", { handle, scenario: changed, replaceChanged: false }))).toMatchObject({ kind: "not-saved", message: expect.stringMatching(/disk.*full.*unchanged/) as string });
    expect(await readFile(path, "utf8")).toBe(textOf(SMALL));
    expect(host.isEdited("w")).toBe(true);
    expect((await readdir(documents, { recursive: true })).filter((name) => name.endsWith(".tmp"))).toEqual([]);

    await rm(filler);
    await succeeded(keep());
    const next = await startTestHost({ root, documents, data: own });
    next.host.addWindow("w");
    expect((await succeeded(next.call("w", "start", {}))).recovered).toMatchObject([{ scenarioName: "Changed" }]);
  });

  it("ruins the file of a writer that looks at no counts, and it reports success", async (test) => {
    needsTool(test, mounted, NOT_MOUNTED);
    const path = join(documents, "naive.paymix");
    await writeFile(path, '{"ok":true}');
    const large = Buffer.from(JSON.stringify({ text: "x".repeat(3_000_000) }));
    expect(await oneWriteThenRename(nodeFiles, path, large)).toBe(true);
    expect((await readFile(path)).length).toBeLessThan(large.length);
  });
});
