/** Lists what Paymix keeps of files in its own folders, and removes it where that is asked for. The files themselves stay. */
import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { KeptCopies } from "#shared/host-api/contract.ts";
import { keptInAll, keptWords } from "#shared/report/kept-words.ts";
import { shownFolder } from "../host/file-names.ts";
import { nodeFiles } from "../host/file-port.ts";
import { processUsing } from "../host/in-use.ts";
import { createKeptStore, type KeptStore } from "../host/kept-copies.ts";
import { browserFolders, paymixFolder } from "../host/paymix-folder.ts";
import { systemClock } from "../host/system-clock.ts";
import { systemSelf } from "../host/system-self.ts";
import { createVersions } from "../host/versions.ts";
import type { CommandAnswer } from "./command-answer.ts";

export type ClearCall = { readonly dataFolder: string | undefined; readonly yes: boolean; readonly json: boolean };

type InAll = ReturnType<typeof keptInAll>;
type Found = { readonly folder: string; readonly store: KeptStore; readonly kept: KeptCopies; readonly usedBy: number | null };

export async function clear({ dataFolder, yes, json }: ClearCall): Promise<CommandAnswer> {
  const folders = dataFolder === undefined ? await ownFolders() : [resolve(dataFolder)];
  const all = await Promise.all(folders.map(find));
  const found = all.filter(({ kept }) => isSomething(kept));
  if (!yes) return { output: json ? jsonText(found, null) : listText(found), errors: "", exitCode: 0 };

  const busy = found.filter(({ usedBy }) => usedBy !== null);
  const free = found.filter(({ usedBy }) => usedBy === null);
  const cleared = await Promise.all(free.map(async (each) => ({ ...each, left: await each.store.clear() })));
  const errors = [
    ...busy.map(({ folder, usedBy }) => `Paymix is running on ${shown(folder)} (process ${String(usedBy)}), so nothing was removed there. Close it first, or choose File, Kept copies… in it.\n`),
    ...cleared.filter(({ left }) => isSomething(left)).map(({ folder, left }) => `${shown(folder)}: ${totalWords(left)} could not be removed.\n`),
  ].join("");
  const output = json ? jsonText(found, cleared) : cleared.map(({ folder, kept, left }) => `${shown(folder)}: removed ${totalWords(difference(kept, left))}.\n`).join("") || (busy.length === 0 ? "Paymix keeps no copies of files.\n" : "");
  return { output, errors, exitCode: errors === "" ? 0 : 1 };
}

async function ownFolders(): Promise<readonly string[]> {
  const ofBrowser = await nodeFiles.list(browserFolders()).catch(() => []);
  return [paymixFolder(), ...ofBrowser.map((name) => join(browserFolders(), name))];
}

async function find(folder: string): Promise<Found> {
  const ports = { files: nodeFiles, clock: systemClock, ids: randomUUID };
  const versions = createVersions(ports, join(folder, "versions"));
  const store = createKeptStore({ files: nodeFiles, homeFolder: homedir(), dataFolder: folder, versions, recovery: null });
  return { folder, store, kept: await store.list(), usedBy: await processUsing(nodeFiles, systemSelf(), folder) };
}

function isSomething({ files, damaged }: KeptCopies): boolean {
  return files.length > 0 || damaged > 0;
}

function listText(found: readonly Found[]): string {
  if (found.length === 0) return "Paymix keeps no copies of files.\n";
  const parts = found.map(({ folder, kept }) => {
    const rows = [
      ...kept.files.map((file) => `${file.fileName} (${file.folder ?? "not saved yet"}): ${keptWords(file)}${untilWords(file.goesAt)}`),
      ...(kept.damaged === 0 ? [] : [keptWords({ damaged: kept.damaged }) + untilWords(kept.damagedGoesAt)]),
    ];
    return `${shown(folder)}\n${rows.map((row) => `  ${row}\n`).join("")}`;
  });
  return `${parts.join("")}\nNothing was removed. With --yes all of it goes; the files themselves, recent files and preferences stay.\n`;
}

function untilWords(goesAt: string | null): string {
  return goesAt === null ? "" : ` (kept until ${goesAt.slice(0, 10)})`;
}

function totalWords(kept: KeptCopies | InAll): string {
  return keptWords("files" in kept ? keptInAll(kept) : kept) || "nothing";
}

function difference(before: KeptCopies, after: KeptCopies): InAll {
  const [one, other] = [keptInAll(before), keptInAll(after)];
  return { versions: one.versions - other.versions, recoveryCopies: one.recoveryCopies - other.recoveryCopies, damaged: one.damaged - other.damaged };
}

function shown(folder: string): string {
  return shownFolder(folder, homedir());
}

/** `left` is null of a folder where nothing was asked to be removed, or nothing could be because Paymix runs on it. */
function jsonText(found: readonly Found[], cleared: readonly (Found & { readonly left: KeptCopies })[] | null): string {
  const folders = found.map(({ folder, kept, usedBy }) => {
    const left = cleared?.find((each) => each.folder === folder)?.left ?? null;
    return { folder, files: kept.files, damaged: kept.damaged, damagedGoesAt: kept.damagedGoesAt, usedBy, left: left === null ? null : { files: left.files, damaged: left.damaged } };
  });
  return `${JSON.stringify({ folders }, null, 2)}\n`;
}
