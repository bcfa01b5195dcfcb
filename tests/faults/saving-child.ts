/**
 * A process that saves one version after the other until it is killed. It says on its output what it is about to save,
 * when it begins to write beside the file and to put that in its place, and what the host confirmed. Arguments: documents folder, data folder, and "in-place" for a writer that must be caught.
 */
import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { HostResult, SaveOutcome, StartState } from "#shared/host-api/contract.ts";
import { sampleScenario } from "#shared/library/index.ts";
import { nodeFiles, nodeWriteAtOnce } from "../../src/main/host/file-port.ts";
import { createHost } from "../../src/main/host/host.ts";
import { systemClock } from "../../src/main/host/system-clock.ts";
import { systemSelf } from "../../src/main/host/system-self.ts";
import { writingInPlace } from "./naive-writer.ts";

const [documentsFolder = "", dataFolder = "", writer] = process.argv.slice(2);
const path = join(documentsFolder, "plan.paymix");

// At once and whole: a line must be out before the process can be killed.
const say = (line: string): number => writeSync(1, `${line}\n`);
const files = writer === "in-place" ? writingInPlace(nodeFiles) : nodeFiles;
let version = 0;

const host = await createHost({
  files: {
    ...files,
    create: (made, mode) => {
      if (dirname(made) === documentsFolder && made.endsWith(".tmp")) say(`writing ${version}`);
      return files.create(made, mode);
    },
    rename: (from, to) => {
      if (to === path) say(`placing ${version}`);
      return files.rename(from, to);
    },
  },
  writeAtOnce: nodeWriteAtOnce,
  clock: systemClock,
  self: systemSelf(),
  ids: randomUUID,
  dialogs: { chooseFileToOpen: async () => null, chooseFileToSave: async () => null },
  windows: { open: async () => undefined, focus: () => undefined, close: () => undefined, send: () => undefined, describe: () => undefined },
  dataFolder,
  documentsFolder,
  homeFolder: documentsFolder,
  sample: sampleScenario,
  platform: "linux",
  installation: { version: "1.2.3", runtime: [], runtimeLicences: null },
  shell: "browser",
});
host.addWindow("w");
await host.openFile(path);
const started = (await host.call("w", "start", {})) as HostResult<StartState>;
if (!started.ok || started.value.document === null) throw new Error("The file was not opened.");
const { info, scenario } = started.value.document;

const rules = Array.from({ length: 400 }, (_, index) => `${index} `.repeat(1_000));

for (;;) {
  version += 1;
  const next = { ...scenario, name: `Version ${version}`, rulesOfEngagement: rules };
  say(`saving ${version}`);
  const saved = (await host.call("w", "save", { handle: info.handle, scenario: next, replaceChanged: false })) as HostResult<SaveOutcome>;
  if (!saved.ok) throw new Error(saved.error.message);
  say(`saved ${version}`);
}
