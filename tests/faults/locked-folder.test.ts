/** A folder that is really read-only, with a file in it that is not: nothing is written in place. */
import { execFileSync, type ExecFileSyncOptions } from "node:child_process";
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { named, textOf } from "../../src/main/host/testing/test-documents.ts";
import { needsTool } from "../helpers/needed-tool.ts";

/** Permissions mean nothing to an administrator, who therefore runs the save as nobody. */
const NOBODY = 65_534;
const account: Pick<ExecFileSyncOptions, "uid" | "gid"> = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

function runs(args: readonly string[]): string | null {
  try {
    return execFileSync(process.execPath, args, { ...account, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], cwd: tmpdir() });
  } catch {
    return null;
  }
}

it("a folder of mode 0555 with a writable file in it is left as it is, and the person is told", { timeout: 60_000 }, async (test) => {
  needsTool(test, process.platform !== "win32" && runs(["-e", ""]) !== null, "no process can be started under an account without rights");
  const root = await mkdtemp(join(tmpdir(), "paymix-locked-"));
  const [documents, data, child] = [join(root, "documents"), join(root, "data"), join(root, "child.mjs")];
  await Promise.all([chmod(root, 0o755), mkdir(documents), mkdir(data)]);
  const path = join(documents, "plan.paymix");
  await writeFile(path, textOf(named("Old")));
  await chmod(path, 0o666);
  await build({ entryPoints: [join(import.meta.dirname, "locked-folder-child.ts")], outfile: child, bundle: true, platform: "node", format: "esm", logLevel: "error" });
  await chmod(child, 0o644);
  if (account.uid !== undefined) for (const each of [documents, data, path]) await chown(each, NOBODY, NOBODY);
  await chmod(documents, 0o555);
  const before = await stat(path);
  try {
    const said: unknown = JSON.parse(runs([child, documents, data]) ?? "null");
    expect(said).toMatchObject({
      fileIsWritable: true,
      saved: { ok: false, error: { kind: "read-only", message: expect.stringMatching(/Nothing can be written to the folder.*Save As/) as string } },
      edited: true,
    });
    const { ino, mtimeMs, mode } = await stat(path);
    expect({ ino, mtimeMs, mode }).toEqual({ ino: before.ino, mtimeMs: before.mtimeMs, mode: before.mode });
    expect([await readFile(path, "utf8"), await readdir(documents)]).toEqual([textOf(named("Old")), ["plan.paymix"]]);
    expect((await readdir(join(data, "recovery"))).filter((name) => name.endsWith(".json"))).toHaveLength(1);
  } finally {
    await chmod(documents, 0o755);
    await rm(root, { recursive: true, force: true });
  }
});
