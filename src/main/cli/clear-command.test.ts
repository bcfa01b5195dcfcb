/** `paymix clear` as a process, on folders that a real Paymix wrote. */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ended, root as repository, script } from "../../../tests/helpers/command-line.ts";
import { FIXTURE } from "../../../tests/helpers/changed-fixture.ts";
import { startTestHost } from "../host/testing/test-host.ts";

let root: string;
let home: string;
let own: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "paymix-clear-"));
  home = join(root, "home");
  own = join(home, "Paymix");
  await writeKept(own);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const paymix = (...args: readonly string[]) => ended(process.execPath, [script, ...args], root, { HOME: root, XDG_CONFIG_HOME: home, APPDATA: home });

/** Two versions of a plan, unsaved work without a file, and a damaged list, as the host lays them down. */
async function writeKept(folder: string): Promise<void> {
  const versions = join(folder, "versions", "plan 0123456789ab");
  await mkdir(versions, { recursive: true });
  await mkdir(join(folder, "recovery"));
  await writeFile(join(versions, "0001 2026-08-30T12-00-00-000Z 3f2a91c04d5e.paymix"), FIXTURE);
  await writeFile(join(versions, "0002 2026-08-31T12-00-00-000Z 4f2a91c04d5e.paymix"), FIXTURE);
  await writeFile(join(folder, "version-places.json"), JSON.stringify({ places: { "plan 0123456789ab": join(root, "Plans", "plan.paymix") } }));
  const copy = { format: "paymix-recovery", version: 1, sequence: 1, savedAt: "2026-08-30T12:00:00.000Z", fileName: null, path: null, baseHash: null, scenarioName: "FY27", document: FIXTURE, pendingWeights: null };
  await writeFile(join(folder, "recovery", "00000000-0000-4000-8000-000000000000.json"), JSON.stringify(copy));
  await writeFile(join(folder, "recent.json.corrupt-2026-08-30T12-00-00-000Z"), "{");
  await writeFile(join(folder, "preferences.json"), '{"theme":"dark"}');
}

async function everything(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

// No folder of the system is asked for on macOS, where it lies in the home folder under another name.
const folders = process.platform === "darwin" ? (): readonly string[] => ["--data-folder", own] : (): readonly string[] => [];

it("lists by file what is kept, and removes nothing", async () => {
  const before = await everything(own);
  const { output, errors, exitCode } = await paymix("clear", ...folders());
  expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
  expect(output).toContain("  FY27 (not saved yet): 1 recovery copy\n  plan (~/Plans): 2 previous versions\n  1 damaged file put aside\n");
  expect(output).toContain("Nothing was removed. With --yes all of it goes");
  expect(await everything(own)).toEqual(before);
});

it("says until when what nobody asked for is kept", async () => {
  const copy = join(own, "recovery", "00000000-0000-4000-8000-000000000000.json");
  await writeFile(copy, JSON.stringify({ ...(JSON.parse(await readFile(copy, "utf8")) as object), dueSince: "2026-12-01T12:00:00.000Z" }));
  const [damaged = ""] = (await readdir(own)).filter((name) => name.includes(".corrupt-"));
  await rename(join(own, damaged), join(own, `${damaged}.due-2026-12-02T12-00-00-000Z`));
  const { output } = await paymix("clear", ...folders());
  expect(output).toContain("  FY27 (not saved yet): 1 recovery copy (kept until 2026-12-15)\n  plan (~/Plans): 2 previous versions\n  1 damaged file put aside (kept until 2026-12-16)\n");
  await paymix("clear", "--yes", "--data-folder", own);
  expect((await readdir(own)).filter((name) => name.includes(".corrupt-"))).toEqual([]);
});

it("removes all of it with --yes, in the browser shell's folders too; preferences and scenario files stay", async () => {
  const ofBrowser = join(own, "browser", "0011223344556677");
  await writeKept(ofBrowser);
  await writeFile(join(root, "plan.paymix"), FIXTURE);
  const { output, errors, exitCode } = await paymix("clear", "--yes", ...(process.platform === "darwin" ? ["--data-folder", ofBrowser] : []));
  expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
  expect(output).toContain("removed 2 previous versions, 1 recovery copy and 1 damaged file put aside.\n");
  expect((await everything(ofBrowser)).map((path) => path.slice(ofBrowser.length + 1))).toEqual(["preferences.json", "version-places.json"]);
  expect(await readFile(join(ofBrowser, "version-places.json"), "utf8")).not.toContain("plan");
  if (process.platform !== "darwin") {
    expect((await everything(own)).filter((path) => !path.startsWith(ofBrowser)).map((path) => path.slice(own.length + 1))).toEqual(["preferences.json", "version-places.json"]);
    expect((await paymix("clear")).output).toBe("Paymix keeps no copies of files.\n");
    expect((await paymix("clear", "--yes")).output).toBe("Paymix keeps no copies of files.\n");
  }
  expect(await readFile(join(root, "plan.paymix"), "utf8")).toBe(FIXTURE);
});

it("answers with JSON", async () => {
  const listed = JSON.parse((await paymix("clear", "--json", "--data-folder", own)).output) as unknown;
  const files = [{ fileName: "FY27", folder: null, versions: 0, recoveryCopies: 1, goesAt: null }, { fileName: "plan", folder: "~/Plans", versions: 2, recoveryCopies: 0, goesAt: null }];
  expect(listed).toEqual({ folders: [{ folder: own, files, damaged: 1, damagedGoesAt: null, usedBy: null, left: null }] });
  const cleared = JSON.parse((await paymix("clear", "--yes", "--json", "--data-folder", own)).output) as unknown;
  expect(cleared).toEqual({ folders: [{ folder: own, files, damaged: 1, damagedGoesAt: null, usedBy: null, left: { files: [], damaged: 0 } }] });
});

it("is as docs/command-line.md shows it", async () => {
  const shown = join(root, ".config", "Paymix");
  const versions = join(shown, "versions", "FY27 baseline 0123456789ab");
  await mkdir(versions, { recursive: true });
  await mkdir(join(shown, "recovery"));
  for (const day of [1, 2, 3]) await writeFile(join(versions, `000${day} 2026-08-0${day}T12-00-00-000Z 3f2a91c04d5e.paymix`), FIXTURE);
  const path = join(root, "Documents", "Paymix", "FY27 baseline.paymix");
  await writeFile(join(shown, "version-places.json"), JSON.stringify({ places: { "FY27 baseline 0123456789ab": path } }));
  const copy = { format: "paymix-recovery", version: 1, sequence: 1, savedAt: "2026-08-30T12:00:00.000Z", fileName: null, path: null, baseHash: null, scenarioName: "Untitled", document: FIXTURE, pendingWeights: null };
  await writeFile(join(shown, "recovery", "00000000-0000-4000-8000-000000000001.json"), JSON.stringify(copy));
  await writeFile(join(shown, "recovery", "00000000-0000-4000-8000-000000000002.json"), JSON.stringify({ ...copy, fileName: "FY27 baseline", path, baseHash: "0".repeat(64), scenarioName: "FY27 baseline" }));
  await writeFile(join(shown, "recent.json.corrupt-2026-08-30T12-00-00-000Z"), "{");
  const called = async (...args: readonly string[]): Promise<string> => `$ paymix ${args.join(" ")}\n${(await ended(process.execPath, [script, ...args, "--data-folder", shown], root, { HOME: root, USERPROFILE: root })).output}`;
  const page = await readFile(join(repository, "docs", "command-line.md"), "utf8");
  expect(/```text\n(\$ paymix clear\n[^]*?)```/.exec(page)?.[1]).toBe((await called("clear")) + (await called("clear", "--yes")));
});

it("removes nothing where Paymix runs, and says what to do", async () => {
  const { host } = await startTestHost({ root, documents: root, data: own });
  try {
    await host.flush();
    const before = await everything(own);
    const { output, errors, exitCode } = await paymix("clear", "--yes", "--data-folder", own);
    expect({ output, exitCode }).toEqual({ output: "", exitCode: 1 });
    expect(errors).toMatch(/^Paymix is running on ~\/home\/Paymix \(process \d+\), so nothing was removed there\. Close it first, or choose File, Kept copies… in it\.\n$/);
    expect(await everything(own)).toEqual(before);
  } finally {
    await host.end();
  }
  expect((await paymix("clear", "--yes", "--data-folder", own)).exitCode).toBe(0);
});

it("goes through after a Paymix that was killed", async () => {
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  await writeFile(join(own, "in-use.json"), JSON.stringify({ process: gone, computer: hostname() }));
  expect((await paymix("clear", "--yes", "--data-folder", own)).exitCode).toBe(0);
});

it.each([
  [["clear", "plan.paymix"], "paymix clear takes no file"],
  [["clear", "--seed", "3"], "paymix clear takes no --seed."],
  [["check", "plan.paymix", "--yes"], "paymix check takes no --yes."],
])("%j is a wrong call", async (args, message) => {
  const { errors, exitCode } = await paymix(...args);
  expect(exitCode).toBe(2);
  expect(errors).toContain(message);
});
