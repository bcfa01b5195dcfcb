/** The mark beside an open file fails in every way a disk can: nothing else changes, and nothing is left behind. */
import { readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { nodeFiles } from "../../src/main/host/file-port.ts";
import { createOpenMarks, markPath } from "../../src/main/host/open-marks.ts";
import { instantClock } from "../../src/main/host/testing/instant-clock.ts";
import { removeFolders, temporaryFolders, type Folders } from "../../src/main/host/testing/test-host.ts";
import { faultyFiles, OPERATIONS } from "./faulty-files.ts";

const ANNA = { person: "anna", computer: "LAPTOP-7", process: 100, isRunning: () => true };

let folders: Folders;
let path: string;
beforeEach(async () => {
  folders = await temporaryFolders();
  path = join(folders.documents, "plan.paymix");
  await writeFile(path, "{}");
});
afterEach(() => removeFolders(folders));

it.each(OPERATIONS)("a mark that cannot be written, read or removed (%s fails) changes nothing else", async (operation) => {
  const files = faultyFiles(nodeFiles);
  const ports = { files, clock: instantClock(), ids: () => "this", self: ANNA };
  for (let nth = 1; nth <= 4; nth += 1) {
    for (const code of ["EACCES", "ENOSPC", "EIO", "EROFS"]) {
      const marks = createOpenMarks(ports);
      files.arm({ operation, nth, forEver: true, fault: { kind: "fails", code } });
      expect(await marks.claim(path)).toBeNull();
      await marks.takeOver(path);
      await marks.release(path);
      files.disarm();
      await marks.release(path);
    }
  }
  await nodeFiles.remove(markPath(path)).catch(() => undefined);
  expect(await readdir(dirname(path))).toEqual(["plan.paymix"]);
});
