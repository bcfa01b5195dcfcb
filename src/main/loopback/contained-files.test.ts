import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeFiles } from "../host/file-port.ts";
import type { FilePort } from "../host/ports.ts";
import { containedFiles } from "./contained-files.ts";

let root: string;
let files: FilePort;
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "paymix-contained-")));
  await mkdir(join(root, "in", "below"), { recursive: true });
  await mkdir(join(root, "in-beside"));
  for (const name of ["in/file", "in/below/file", "out", "in-beside/file"]) await writeFile(join(root, name), name);
  await symlink(join(root, "out"), join(root, "in", "to-out"));
  await symlink(root, join(root, "in", "to-root"));
  await symlink(join(root, "in", "file"), join(root, "in", "to-file"));
  await symlink(join(root, "new"), join(root, "in", "dangling"));
  files = containedFiles(nodeFiles, [join(root, "in")]);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const inside = ["in/file", "in/below/file", "in/to-file", "in/to-root/in/file", "in/below/../file"];
const outside = ["out", "in/to-out", "in/to-root/out", "in-beside/file", "in/../out", "in/below/../../out", "nothing"];

describe("files held to a folder", () => {
  it.each(inside)("%s is reached", async (path) => {
    expect(Buffer.from(await files.read(join(root, path), 100)).toString()).toMatch(/file$/);
    await expect(files.stat(join(root, path))).resolves.toBeDefined();
  });

  it.each(outside)("%s is not: not to read, to look at, to write, to move or to remove", async (path) => {
    const full = root + "/" + path;
    const denied = { code: "EACCES" };
    await expect(files.read(full, 100)).rejects.toMatchObject(denied);
    await expect(files.stat(full)).rejects.toMatchObject(denied);
    await expect(files.realpath(full)).rejects.toMatchObject(denied);
    await expect(files.mayWrite(full)).rejects.toMatchObject(denied);
    await expect(files.list(full)).rejects.toMatchObject(denied);
    await expect(files.makeFolder(full)).rejects.toMatchObject(denied);
    await expect(files.syncFolder(full)).rejects.toMatchObject(denied);
    if (path === "in/to-out") return;
    await expect(files.lstat(full)).rejects.toMatchObject(denied);
    await expect(files.create(full, 0o600)).rejects.toMatchObject(denied);
    await expect(files.remove(full)).rejects.toMatchObject(denied);
    await expect(files.rename(join(root, "in", "file"), full)).rejects.toMatchObject(denied);
    await expect(files.rename(full, join(root, "in", "taken"))).rejects.toMatchObject(denied);
  });

  it("a link that leads out can be seen and removed as a link, and never written through", async () => {
    await expect(files.lstat(join(root, "in", "to-out"))).resolves.toMatchObject({ kind: "link" });
    await expect(files.create(join(root, "in", "dangling"), 0o600)).rejects.toMatchObject({ code: "EEXIST" });
    await files.remove(join(root, "in", "to-out"));
    expect(await readFile(join(root, "out"), "utf8")).toBe("out");
  });

  it("a folder that is to be made is where it would be", async () => {
    await files.makeFolder(join(root, "in", "one", "two"));
    await expect(files.makeFolder(join(root, "in", "to-root", "one", "two"))).rejects.toMatchObject({ code: "EACCES" });
  });
});
