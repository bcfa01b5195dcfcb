/**
 * Only one Paymix serves a folder at a time: two would take each other's recovery copies for left-over work. A second start
 * finds the first by a note in Paymix's own folder, which nobody else can read, and gets a window of it.
 */
import { readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { ADDRESSES, START_HEADER } from "#shared/host-api/browser-shell.ts";
import { systemSelf } from "../host/system-self.ts";

export type Running = { readonly port: number; readonly secret: string; readonly process: number };

const FILE = "running.json";
const NOTE = /^\{"port":(\d+),"secret":"([\w-]+)","process":(\d+)\}$/;
const PATIENCE = 2_000;

export async function noteRunning(dataFolder: string, { port, secret, process }: Running): Promise<void> {
  await writeFile(join(dataFolder, FILE), JSON.stringify({ port, secret, process }), { mode: 0o600 });
}

export async function noteStopped(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, FILE), { force: true });
}

/** The address of another window of the Paymix that serves with this data folder, or null where none does any more. */
export async function windowOfRunning(dataFolder: string, file: string | null): Promise<string | null> {
  const [, port, secret, process] = NOTE.exec(await readFile(join(dataFolder, FILE), "utf8").catch(() => "")) ?? [];
  // Whoever has the port of one that crashed is a stranger: told nothing, and no address of theirs is opened.
  if (port === undefined || secret === undefined || !systemSelf().isRunning(Number(process))) return null;
  return new Promise((resolve) => {
    const origin = `http://127.0.0.1:${port}`;
    const headers = { Origin: origin, "Content-Type": "application/json", [START_HEADER]: secret };
    const asked = request(origin + ADDRESSES.start, { method: "POST", headers, timeout: PATIENCE }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve(text.startsWith(`"${origin}/?`) ? text.slice(1, -1) : null));
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve(null));
    asked.end(JSON.stringify({ file }));
  });
}
