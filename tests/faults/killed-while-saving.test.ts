/** A process is killed while it saves, again and again: the file always holds what was confirmed last, or what came next. */
import { spawn } from "node:child_process";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleScenario } from "#shared/library/index.ts";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { markPath } from "../../src/main/host/open-marks.ts";
import { instantClock } from "../../src/main/host/testing/instant-clock.ts";
import { textOf } from "../../src/main/host/testing/test-documents.ts";
import { removeFolders, startTestHost, succeeded, temporaryFolders, type Folders } from "../../src/main/host/testing/test-host.ts";

const TRIALS = Number(process.env["PAYMIX_KILL_TRIALS"] ?? 30);
const HOURS = 3_600_000;

let root: Folders;
let child: string;

beforeAll(async () => {
  root = await temporaryFolders();
  child = join(root.root, "saving-child.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "saving-child.ts")],
    outfile: child,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
});
afterAll(() => removeFolders(root));

/** Runs the saving process and kills it at a random moment after its first save. Answers what it had said. */
function killedWhileSaving(folders: Folders): Promise<{ readonly saving: number; readonly saved: number }> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, folders.documents, folders.data], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let errors = "";
    let killing = false;
    running.stderr.on("data", (data: Buffer) => (errors += data.toString()));
    running.stdout.on("data", (data: Buffer) => {
      said += data.toString();
      if (killing || !said.includes("saved 1")) return;
      killing = true;
      setTimeout(() => running.kill("SIGKILL"), Math.random() * 200);
    });
    running.on("error", reject);
    running.on("close", (_code, signal) => {
      if (signal !== "SIGKILL") return reject(new Error(`It ended by itself: ${errors}`));
      const last = (what: string): number => Math.max(0, ...[...said.matchAll(new RegExp(`^${what} (\\d+)$`, "gm"))].map((match) => Number(match[1])));
      resolve({ saving: last("saving"), saved: last("saved") });
    });
  });
}

it(`holds the last confirmed or the next version after each of ${TRIALS} kills`, { timeout: TRIALS * 10_000 }, async () => {
  let midSave = 0;
  let orphans = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const folder = join(root.root, `trial ${trial}`);
    const folders = { root: folder, documents: join(folder, "documents"), data: join(folder, "data") };
    await mkdir(folders.documents, { recursive: true });
    const path = join(folders.documents, "plan.paymix");
    await writeFile(path, textOf(sampleScenario()));

    const { saving, saved } = await killedWhileSaving(folders);
    if (saving > saved) midSave += 1;

    const onDisk = parseScenario(await readFile(path));
    const name = onDisk.ok ? onDisk.scenario.name : JSON.stringify(onDisk.problems);
    expect([`Version ${saved}`, `Version ${saving}`]).toContain(name);

    // Whoever starts next finds what was being saved, or the file already holds it, or it was killed before it was kept.
    const names = await readdir(folders.documents);
    const left = names.filter((each) => each.endsWith(".tmp")).length;
    orphans += left;
    const app = await startTestHost(folders, { clock: instantClock(Date.now() + 2 * HOURS) });
    app.host.addWindow("w");
    const { recovered, error } = await succeeded(app.call("w", "start", {}));
    expect(error).toBeNull();
    for (const { scenarioName } of recovered) expect([`Version ${saved}`, `Version ${saving}`]).toContain(scenarioName);
    // A file under way beside the document means that its recovery copy was finished before.
    if (left > 0) expect([name, ...recovered.map(({ scenarioName }) => scenarioName)]).toContain(`Version ${saving}`);
    // The mark that the killed process left beside the file holds nobody up.
    expect(names).toContain(basename(markPath(path)));
    await app.host.openFile(path);
    const shown = await succeeded(app.call("w", "start", {}));
    expect(shown.document?.info.heldBy ?? null).toBeNull();
    await app.host.end();
    expect(await readdir(folders.documents)).toEqual(["plan.paymix"]);
  }
  console.log(`Killed ${TRIALS} times, ${midSave} during a save; ${orphans} files were left half written and swept.`);
  expect(midSave).toBeGreaterThan(0);
});
