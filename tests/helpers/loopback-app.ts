/** The built app in the browser shell, in a process of its own, on folders of the test. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../out/loopback/main.mjs", import.meta.url));

export type LoopbackApp = {
  /** The address of a first window. It works once. */
  readonly url: string;
  /** The address of one more window, on a file if one is named by its full path. It works once. */
  readonly newWindowUrl: (options?: { readonly file?: string }) => Promise<string>;
  /** Ends it as a person does. */
  readonly stop: () => Promise<void>;
  /** Ends it as a crash does. */
  readonly kill: () => Promise<void>;
};

/**
 * @param options.folder the person's files, @param options.dataFolder Paymix's own; @param options.file shown in the first window;
 * @param options.preload a module that makes the process's system fail
 */
export async function startLoopbackApp(options: { readonly folder: string; readonly dataFolder: string; readonly file?: string; readonly preload?: URL }): Promise<LoopbackApp> {
  const { folder, dataFolder, file, preload } = options;
  const args = ["--folder", folder, "--data-folder", dataFolder, ...(file === undefined ? [] : ["--file", file])];
  const child = fork(MAIN, args, { stdio: ["ignore", "pipe", "pipe", "ipc"], execArgv: preload === undefined ? [] : ["--import", preload.href] });
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const address = nextAddress(child, () => said);
  return {
    url: await address,
    newWindowUrl: ({ file: asked } = {}) => {
      const next = nextAddress(child, () => said);
      child.send({ kind: "new-window", ...(asked === undefined ? {} : { file: asked }) });
      return next;
    },
    stop: () => end(child, () => child.disconnect()),
    kill: () => end(child, () => void child.kill("SIGKILL")),
  };
}

function nextAddress(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`The app ended: ${said()}`));
    child.once("exit", fail);
    child.once("message", (message: { readonly address: string }) => {
      child.off("exit", fail);
      resolve(message.address);
    });
  });
}

async function end(child: ChildProcess, ask: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  ask();
  await ended;
}
