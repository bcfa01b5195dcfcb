/** A note in Paymix's own folder that it is in use, for a command that would remove what a running Paymix works with. */
import { join } from "node:path";
import type { FilePort, Self } from "./ports.ts";
import { writeOwnFile, type ReplacePorts } from "./replace-file.ts";
import { isRecord, understood } from "./stored-json.ts";

const LARGEST = 4_096;

type Note = { readonly process: number; readonly computer: string };

/** Without the note everything works. */
export async function noteInUse(ports: ReplacePorts & { readonly self: Self }, dataFolder: string): Promise<void> {
  const { process, computer } = ports.self;
  await writeOwnFile(ports, noteIn(dataFolder), JSON.stringify({ process, computer }));
}

export async function noteEnded({ files, self }: { readonly files: FilePort; readonly self: Self }, dataFolder: string): Promise<void> {
  const note = await read(files, dataFolder);
  if (note?.process === self.process) await files.remove(noteIn(dataFolder)).catch(() => undefined);
}

/** The process of the Paymix that runs on this folder; null where none does, as far as this computer can tell. */
export async function processUsing(files: FilePort, self: Self, dataFolder: string): Promise<number | null> {
  const note = await read(files, dataFolder);
  return note !== null && note.computer === self.computer && self.isRunning(note.process) ? note.process : null;
}

function noteIn(dataFolder: string): string {
  return join(dataFolder, "in-use.json");
}

async function read(files: FilePort, dataFolder: string): Promise<Note | null> {
  const bytes = await files.read(noteIn(dataFolder), LARGEST).catch(() => null);
  return bytes === null ? null : understood(bytes, understand);
}

function understand(content: unknown): Note | null {
  if (!isRecord(content)) return null;
  const { process, computer } = content;
  return typeof process === "number" && typeof computer === "string" ? { process, computer } : null;
}
