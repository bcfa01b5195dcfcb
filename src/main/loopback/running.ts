/** Only one Paymix serves a folder at a time: two would take each other's recovery copies for left-over work. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";

type Running = { readonly process: number; readonly port: number };

const FILE = "running.json";

/** The process that serves with this data folder now, or null. What a killed process left behind does not count. */
export async function runningProcess(dataFolder: string): Promise<number | null> {
  const found = understand(await readFile(join(dataFolder, FILE), "utf8").catch(() => ""));
  if (found === null || found.process === process.pid || !isAlive(found.process)) return null;
  return (await answers(found.port)) ? found.process : null;
}

export async function markRunning(dataFolder: string, port: number): Promise<void> {
  await writeFile(join(dataFolder, FILE), JSON.stringify({ process: process.pid, port } satisfies Running), { mode: 0o600 });
}

export async function markStopped(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, FILE), { force: true });
}

function understand(text: string): Running | null {
  const found = /^\{"process":(\d+),"port":(\d+)\}$/.exec(text);
  return found === null ? null : { process: Number(found[1]), port: Number(found[2]) };
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 1_000 });
    const settle = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("connect", () => settle(true));
    socket.once("timeout", () => settle(false));
    socket.once("error", () => settle(false));
  });
}
