/**
 * A process that saves one version after the other until it is killed. It says on its output what it is about to save
 * and what the host confirmed. Arguments: documents folder, data folder.
 */
import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { join } from "node:path";
import type { HostResult, SaveOutcome, StartState } from "#shared/host-api/contract.ts";
import { sampleScenario } from "#shared/library/index.ts";
import { nodeFiles, nodeWriteAtOnce } from "../../src/main/host/file-port.ts";
import { createHost } from "../../src/main/host/host.ts";
import { systemClock } from "../../src/main/host/system-clock.ts";
import { systemSelf } from "../../src/main/host/system-self.ts";

const [documentsFolder = "", dataFolder = ""] = process.argv.slice(2);

const host = await createHost({
  files: nodeFiles,
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
await host.openFile(join(documentsFolder, "plan.paymix"));
const started = (await host.call("w", "start", {})) as HostResult<StartState>;
if (!started.ok || started.value.document === null) throw new Error("The file was not opened.");
const { info, scenario } = started.value.document;

// At once and whole: a line must be out before the process can be killed.
const say = (line: string): number => writeSync(1, `${line}\n`);
const rules = Array.from({ length: 400 }, (_, index) => `${index} `.repeat(1_000));

for (let version = 1; ; version += 1) {
  const next = { ...scenario, name: `Version ${version}`, rulesOfEngagement: rules };
  say(`saving ${version}`);
  const saved = (await host.call("w", "save", { handle: info.handle, scenario: next, replaceChanged: false })) as HostResult<SaveOutcome>;
  if (!saved.ok) throw new Error(saved.error.message);
  say(`saved ${version}`);
}
