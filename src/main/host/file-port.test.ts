import { appendFile, mkdtemp, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeFiles } from "./file-port.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "paymix-file-port-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("reading", () => {
  it.each([0, 1, 99, 100])("gives all of a file of %d bytes with a limit of 100", async (size) => {
    const path = join(folder, "file");
    await writeFile(path, "x".repeat(size));
    expect(Buffer.from(await nodeFiles.read(path, 100)).toString()).toBe("x".repeat(size));
  });

  it("refuses what is longer than the limit without reading all of it", async () => {
    const path = join(folder, "large");
    await writeFile(path, "");
    await truncate(path, 10_000_000_000);
    await expect(nodeFiles.read(path, 100)).rejects.toMatchObject({ code: "EFBIG" });
  });

  it("refuses what has no end", async () => {
    await expect(nodeFiles.read("/dev/zero", 1_000_000)).rejects.toMatchObject({ code: "EFBIG" });
  });

  it("gives all of a file that says it is empty", async () => {
    expect((await nodeFiles.read("/proc/self/status", 1_000_000)).length).toBeGreaterThan(100);
  });

  it("gives a whole file that grew meanwhile, or says that it is too long", async () => {
    const path = join(folder, "grows");
    await writeFile(path, "x".repeat(1_000_000));
    const [read] = await Promise.all([nodeFiles.read(path, 3_000_000), appendFile(path, "y".repeat(1_000_000))]);
    expect(Buffer.from(read).toString()).toMatch(/^x{1000000}y*$/);
  });
});

it("makes a file only where none is, private from its first moment", async () => {
  const path = join(folder, "new");
  const file = await nodeFiles.create(path, 0o600);
  expect((await nodeFiles.stat(path)).mode).toBe(0o600);
  expect(await file.write(Buffer.from("one "))).toBe(4);
  expect(await file.write(Buffer.from("two"))).toBe(3);
  await file.setMode(0o664);
  await file.sync();
  await file.close();
  expect((await stat(path)).mode & 0o777).toBe(0o664);
  await expect(nodeFiles.create(path, 0o600)).rejects.toMatchObject({ code: "EEXIST" });
  await nodeFiles.syncFolder(folder);
});
