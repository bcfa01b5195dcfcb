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
import { chanceOf, type Chance } from "../fuzz/mutate.ts";

/** Fewer kills are no proof; more may be asked for. */
const TRIALS = Math.max(200, Number(process.env["PAYMIX_KILL_TRIALS"] ?? 0) || 0);
const SEED = Number(process.env["PAYMIX_KILL_SEED"] ?? Date.now() % 1_000_000_007);
/** A kill comes so many milliseconds at most after a line of the process: at any moment of a save, while it writes, while the file changes. */
const AIMS = [
  { after: "saved 1", within: 200 },
  { after: "writing 2", within: 20 },
  { after: "placing 2", within: 10 },
] as const;
/** Kills until the control must have been caught. */
const CONTROL_KILLS = 200;
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

type Writer = "ours" | "in-place";
type Killed = { readonly folders: Folders; readonly names: readonly string[]; readonly saving: number; readonly saved: number; readonly content: string };

function aimOf(trial: number): (typeof AIMS)[number] {
  return AIMS[trial % AIMS.length] ?? AIMS[0];
}

/** A fresh folder in which the saving process is killed. Answers what it had said and left. */
async function killedWhileSaving(trial: number, writer: Writer, chance: Chance): Promise<Killed> {
  const folder = join(root.root, `${writer} ${trial}`);
  const folders = { root: folder, documents: join(folder, "documents"), data: join(folder, "data") };
  await mkdir(folders.documents, { recursive: true });
  const path = join(folders.documents, "plan.paymix");
  await writeFile(path, textOf(sampleScenario()));
  const { after, within } = aimOf(trial);
  const said = await killedAfter(after, chance() * within, [child, folders.documents, folders.data, writer]);
  const last = (what: string): number => Math.max(0, ...[...said.matchAll(new RegExp(`^${what} (\\d+)$`, "gm"))].map((match) => Number(match[1])));
  const onDisk = parseScenario(await readFile(path));
  return {
    folders,
    names: await readdir(folders.documents),
    saving: last("saving"),
    saved: last("saved"),
    content: onDisk.ok ? onDisk.scenario.name : JSON.stringify(onDisk.problems),
  };
}

function killedAfter(line: string, delay: number, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let errors = "";
    let killing = false;
    running.stderr.on("data", (data: Buffer) => (errors += data.toString()));
    running.stdout.on("data", (data: Buffer) => {
      said += data.toString();
      if (killing || !said.includes(`${line}\n`)) return;
      killing = true;
      setTimeout(() => running.kill("SIGKILL"), delay);
    });
    running.on("error", reject);
    running.on("close", (_code, signal) => {
      if (signal === "SIGKILL") resolve(said);
      else reject(new Error(`It ended by itself: ${errors}`));
    });
  });
}

/** What the file may hold: what was confirmed last, or what was being saved. */
const wholeVersions = ({ saving, saved }: Killed): readonly string[] => [`Version ${saved}`, `Version ${saving}`];

it(`holds the last confirmed or the next version after each of ${TRIALS} kills`, { timeout: TRIALS * 10_000 }, async () => {
  console.log(`Delays of the kills: seed ${SEED}; again with PAYMIX_KILL_SEED=${SEED}.`);
  const chance = chanceOf(SEED);
  let midSave = 0;
  let orphans = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const killed = await killedWhileSaving(trial, "ours", chance);
    const { folders, names, saving, saved, content } = killed;
    if (saving > saved) midSave += 1;
    expect(wholeVersions(killed)).toContain(content);

    // Whoever starts next finds what was being saved, or the file already holds it, or it was killed before it was kept.
    const left = names.filter((each) => each.endsWith(".tmp")).length;
    orphans += left;
    const app = await startTestHost(folders, { clock: instantClock(Date.now() + 2 * HOURS) });
    app.host.addWindow("w");
    const { recovered, error } = await succeeded(app.call("w", "start", {}));
    expect(error).toBeNull();
    for (const { scenarioName } of recovered) expect(wholeVersions(killed)).toContain(scenarioName);
    // A file under way beside the document means that its recovery copy was finished before.
    if (left > 0) expect([content, ...recovered.map(({ scenarioName }) => scenarioName)]).toContain(`Version ${saving}`);
    // The mark that the killed process left beside the file holds nobody up.
    const path = join(folders.documents, "plan.paymix");
    expect(names).toContain(basename(markPath(path)));
    await app.host.openFile(path);
    const shown = await succeeded(app.call("w", "start", {}));
    expect(shown.document?.info.heldBy ?? null).toBeNull();
    await app.host.end();
    expect(await readdir(folders.documents)).toEqual(["plan.paymix"]);
  }
  console.log(`Killed ${TRIALS} times, ${midSave} during a save; ${orphans} files were left half written and swept.`);
  expect(midSave).toBeGreaterThan(TRIALS / 2);
});

it("finds a torn file where a writer writes in place", { timeout: CONTROL_KILLS * 10_000 }, async () => {
  const chance = chanceOf(SEED);
  for (let trial = 0; trial < CONTROL_KILLS; trial += 1) {
    const killed = await killedWhileSaving(trial, "in-place", chance);
    if (wholeVersions(killed).includes(killed.content)) continue;
    console.log(`A writer in place was caught by kill ${trial + 1}: ${killed.content}`);
    return;
  }
  expect.fail(`No torn file after ${CONTROL_KILLS} kills: the kills prove nothing.`);
});
