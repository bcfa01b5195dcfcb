/** The browser shell: host, tabs, file picker and server put together. */
import { randomUUID } from "node:crypto";
import { realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { version } from "../../../package.json";
import { sampleScenario } from "#shared/library/index.ts";
import type { BuiltFiles } from "../host/built-files.ts";
import { nodeFiles, nodeWriteAtOnce } from "../host/file-port.ts";
import { createHost, type Host } from "../host/host.ts";
import type { FilePort } from "../host/ports.ts";
import { systemClock } from "../host/system-clock.ts";
import { systemPlatform } from "../host/system-platform.ts";
import { systemSelf } from "../host/system-self.ts";
import { createAdmission } from "./admission.ts";
import { containedFiles } from "./contained-files.ts";
import { documentsFolder } from "./documents-folder.ts";
import { createFileChoices } from "./file-choices.ts";
import { newSecret } from "./secrets.ts";
import { listen, serve, type TimeLimits } from "./server.ts";
import { createTabs } from "./tabs.ts";

export type LoopbackOptions = {
  /** Folder of the person's files and Paymix's own; both exist, and nothing outside them is reached. */
  readonly folder: string;
  readonly dataFolder: string;
  readonly files: BuiltFiles;
  /** The disk that holds both; the real one where none is given. */
  readonly disk?: FilePort;
  /** Tells the person an address that no tab can open. */
  readonly announce: (address: string) => void;
  /** Milliseconds until a closed tab's window is gone. */
  readonly patience?: number;
  readonly timeLimits?: TimeLimits;
  /** Milliseconds of a clock that nobody sets, by which unused addresses end. */
  readonly now?: () => number;
};

export type Loopback = {
  readonly port: number;
  /** By which a second start may ask for a window. */
  readonly startSecret: string;
  /** The address of one more window, which works once, for a minute. It shows the file, if one is given. */
  readonly newWindow: (file?: string) => Promise<string>;
  /** Serves another build; tabs load it and keep their documents. */
  readonly replaceFiles: (files: BuiltFiles) => void;
  /** Resolves when unsaved work is in the recovery store and the port is free. */
  readonly stop: () => Promise<void>;
};

const PATIENCE = 10_000;

export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const [root, dataFolder] = await Promise.all([realpath(options.folder), realpath(options.dataFolder)]);
  let { files } = options;
  const { server, port } = await listen(options.timeLimits);
  const admission = createAdmission(port, options.now);
  const folder = documentsFolder(root);
  const tabs = createTabs({
    addressOf: admission.address,
    announce: options.announce,
    onConnected: (windowId) => host.addWindow(windowId),
    onDisconnected: (windowId) => choices.cancel(windowId),
    onGone: (windowId) => host.removeWindow(windowId),
    patience: options.patience ?? PATIENCE,
  });
  const choices = createFileChoices(folder, randomUUID, (windowId, request) => tabs.send(windowId, { kind: "choose-file", request }));
  const host: Host = await createHost({
    files: containedFiles(options.disk ?? nodeFiles, [root, dataFolder]),
    writeAtOnce: nodeWriteAtOnce,
    clock: systemClock,
    self: systemSelf(),
    ids: randomUUID,
    dialogs: choices.dialogs,
    windows: tabs.windows,
    dataFolder,
    documentsFolder: root,
    homeFolder: homedir(),
    sample: sampleScenario,
    platform: systemPlatform(),
    shell: "browser",
    installation: { version, runtime: [{ name: "Node", version: process.versions.node }], runtimeLicences: null },
  });
  const startSecret = newSecret();
  async function newWindow(file?: string): Promise<string> {
    const windowId = randomUUID();
    host.addWindow(windowId);
    if (file !== undefined) await host.openFile(file, windowId);
    return admission.address(windowId, "outside");
  }
  serve(server, port, { host, tabs, choices, folder, admission, files: () => files, startSecret, newWindow });
  return {
    port,
    startSecret,
    newWindow,
    replaceFiles: (next) => {
      files = next;
      tabs.sendToAll({ kind: "reload" });
    },
    stop: async () => {
      await host.end();
      tabs.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
