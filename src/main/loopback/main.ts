/**
 * The browser shell as a process. It ends with Ctrl+C, and with the process that started it.
 *
 * --folder FOLDER       the person's files; nothing outside it is reached
 * --data-folder FOLDER  Paymix's own files (default: one for each folder, where the system keeps such things)
 * --file FILE           shown in the first window
 * --seed                puts the sample into the folder if that is empty
 * --open                opens the default browser too
 */
import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { sampleScenario } from "#shared/library/index.ts";
import { readBuiltFiles, type BuiltFiles } from "../host/built-files.ts";
import { shownFolder } from "../host/file-names.ts";
import { nodeFiles } from "../host/file-port.ts";
import { seedDocumentsFolder } from "../host/seed-documents-folder.ts";
import { systemClock } from "../host/system-clock.ts";
import { browserDataFolder } from "./data-folder.ts";
import { openInDefaultBrowser } from "./default-browser.ts";
import { startLoopback } from "./loopback.ts";
import { noteRunning, noteStopped, windowOfRunning } from "./running.ts";

const { values: options } = parseArgs({
  options: {
    folder: { type: "string" },
    "data-folder": { type: "string" },
    file: { type: "string" },
    seed: { type: "boolean", default: false },
    open: { type: "boolean", default: false },
  },
});

/** Milliseconds for writing recovery copies, on a disk that may be slow, before the process ends all the same. */
const LONGEST_END = 5_000;

await run(resolve(options.folder ?? "."), options["data-folder"]);

async function run(folder: string, givenDataFolder: string | undefined): Promise<void> {
  if (options.seed) {
    const seeded = await seedDocumentsFolder({ files: nodeFiles, clock: systemClock, ids: randomUUID }, folder, sampleScenario());
    if (!seeded.ok) console.error(seeded.error.message);
  }
  const dataFolder = resolve(givenDataFolder ?? browserDataFolder(await nodeFiles.realpath(folder)));
  await nodeFiles.makeFolder(dataFolder);
  const file = options.file === undefined ? undefined : resolve(options.file);
  const another = await windowOfRunning(dataFolder, file ?? null);
  if (another !== null) {
    console.log(`Paymix serves ${shownFolder(folder, homedir())} already. Another window of it is at ${another}`);
    if (options.open) openInDefaultBrowser(another);
    return;
  }

  const loopback = await startLoopback({ folder, dataFolder, files: await readFiles(), announce: show });
  await noteRunning(dataFolder, { port: loopback.port, secret: loopback.startSecret, process: process.pid });
  endWhenAsked(async () => {
    await loopback.stop();
    await noteStopped(dataFolder);
  });
  hearParent(loopback);

  const address = await loopback.newWindow(file);
  console.log(`Paymix runs at ${address}`);
  console.log(`Its files are in ${shownFolder(folder, homedir())}. The address works once, for a minute. Ctrl+C ends it${process.stdin.isTTY ? ", Enter opens another window" : ""}.`);
  if (options.open) openInDefaultBrowser(address);
  process.send?.({ kind: "ready", address });
  if (process.stdin.isTTY) createInterface({ input: process.stdin }).on("line", () => void loopback.newWindow().then(show));
}

function show(address: string): void {
  console.log(address);
  if (options.open) openInDefaultBrowser(address);
}

/** The page of the build, and the bridge beside it. */
async function readFiles(): Promise<BuiltFiles> {
  const here = import.meta.dirname;
  const [page, bridge] = await Promise.all([readBuiltFiles(join(here, "..", "renderer")), readBuiltFiles(join(here, "page"))]);
  return new Map([...page, ...bridge]);
}

function endWhenAsked(stop: () => Promise<void>): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), LONGEST_END);
    void stop().finally(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  if (process.connected) process.once("disconnect", end);
}

/** What the process that started this one may ask for. */
function hearParent(loopback: Awaited<ReturnType<typeof startLoopback>>): void {
  process.on("message", (message: { readonly kind: "new-window"; readonly file?: string } | { readonly kind: "files-changed" }) => {
    if (message.kind === "files-changed") void readFiles().then(loopback.replaceFiles);
    else void loopback.newWindow(message.file).then((address) => process.send?.({ kind: "address", address }));
  });
}
