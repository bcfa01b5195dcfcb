/** The power goes at every single operation of a save, with everything a disk may lose: the file is the old or the new one. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { FilePort } from "../../src/main/host/ports.ts";
import { writeDocument } from "../../src/main/host/write-document.ts";
import { contentHash } from "../../src/main/host/content-hash.ts";
import { createVersions } from "../../src/main/host/versions.ts";
import { instantClock } from "../../src/main/host/testing/instant-clock.ts";
import { memoryDisk, type MemoryDisk, type Remains } from "./memory-disk.ts";
import { renameWithoutFlush, type Writer } from "./naive-writer.ts";

const PATH = "/plans/plan.paymix";
const OLD = Buffer.from("old ".repeat(50));
const NEW = Buffer.from("new, and of another length ".repeat(50));

const ours: Writer = async (files, path, bytes) => {
  const ports = { files, clock: instantClock(), ids: randomUUID };
  const versions = createVersions(ports, "/data/versions");
  const outcome = await writeDocument(ports, {
    path,
    bytes,
    expected: { kind: "holds", hash: contentHash(OLD) },
    keepPrevious: async (target, previous) => void (await versions.keep(target, previous)),
    goesOn: () => true,
    onWaiting: () => undefined,
  });
  return outcome.kind === "written";
};

async function diskWithOldFile(): Promise<MemoryDisk> {
  const disk = memoryDisk();
  await disk.files.makeFolder("/plans");
  const file = await disk.files.create(PATH, 0o600);
  await file.write(OLD);
  await file.sync();
  await disk.files.syncFolder("/plans");
  return disk;
}

async function contentOn(files: FilePort): Promise<"old" | "new" | "damaged"> {
  const content = await files.read(PATH, 1_000_000).catch(() => Buffer.from(""));
  if (Buffer.compare(content, OLD) === 0) return "old";
  return Buffer.compare(content, NEW) === 0 ? "new" : "damaged";
}

/** Every state a disk can be found in, for a cut after every operation of a save, and what the writer had answered. */
async function statesAfterCuts(writer: Writer) {
  const states: { readonly cutAfter: number; readonly content: Awaited<ReturnType<typeof contentOn>>; readonly said: boolean }[] = [];
  for (let operations = 0; ; operations += 1) {
    const disk = await diskWithOldFile();
    disk.cutAfter(operations);
    const said = await writer(disk.files, PATH, NEW);
    for (const remains of ["nothing", "zeros"] satisfies Remains[]) {
      for (let names = 0; names <= disk.unflushedNames(); names += 1) {
        states.push({ cutAfter: operations, content: await contentOn(disk.afterCut(names, remains).files), said });
      }
    }
    if (!disk.isCut()) return states;
  }
}

describe("a power cut at any operation of a save", () => {
  it("leaves the old or the new file, and the new one once the save was confirmed", async () => {
    const states = await statesAfterCuts(ours);
    expect(states.length).toBeGreaterThan(40);
    expect(states.filter(({ content }) => content === "damaged")).toEqual([]);
    const last = Math.max(...states.map(({ cutAfter }) => cutAfter));
    expect(states.filter(({ cutAfter, content, said }) => cutAfter === last && !(said && content === "new"))).toEqual([]);
    expect(new Set(states.map(({ content }) => content))).toEqual(new Set(["old", "new"]));
  });

  it("is caught where a writer does not flush", async () => {
    const states = await statesAfterCuts(renameWithoutFlush);
    expect(states.filter(({ content }) => content === "damaged")).not.toEqual([]);
  });
});
