/** The host's dialogs, answered in the page by a picker over the one folder. */
import { lstat, stat } from "node:fs/promises";
import { join } from "node:path";
import type { FileAnswer, FileAnswerOutcome, FileRequest, FolderNames } from "#shared/host-api/browser-shell.ts";
import { shownName, suggestedName, withExtension } from "../host/file-names.ts";
import type { Dialogs } from "../host/ports.ts";
import { isPlainName, type DocumentsFolder } from "./documents-folder.ts";

export type FileChoices = {
  readonly dialogs: Dialogs;
  /** The person's choice; null when the names in it are none that the picker can show. */
  readonly answer: (windowId: string, answer: FileAnswer) => Promise<FileAnswerOutcome | null>;
  /** The page that showed the picker is gone. */
  readonly cancel: (windowId: string) => void;
};

type Pending = { readonly windowId: string; readonly purpose: FileRequest["purpose"]; readonly settle: (path: string | null) => void };
type Choice = NonNullable<FileAnswer["choice"]>;

const ACCEPTED: FileAnswerOutcome = { kind: "accepted" };
const GONE = "This file is not there any more.";

export function createFileChoices(folder: DocumentsFolder, ids: () => string, ask: (windowId: string, request: FileRequest) => void): FileChoices {
  const pending = new Map<string, Pending>();

  function cancel(windowId: string): void {
    for (const [id, each] of pending) {
      if (each.windowId !== windowId) continue;
      pending.delete(id);
      each.settle(null);
    }
  }

  function request(windowId: string, purpose: FileRequest["purpose"], names: FolderNames, suggested: string): Promise<string | null> {
    cancel(windowId);
    const id = ids();
    return new Promise((settle) => {
      pending.set(id, { windowId, purpose, settle });
      ask(windowId, { id, purpose, folder: names, suggestedName: suggested });
    });
  }

  return {
    cancel,
    dialogs: {
      chooseFileToOpen: (windowId, start) => request(windowId, "open", folder.namesOf(start.folder), ""),
      chooseFileToSave: (windowId, start) => request(windowId, "save", folder.namesOf(start.folder), shownName(start.suggestedName)),
    },
    answer: async (windowId, { id, choice }) => {
      const asked = pending.get(id);
      // An answer to a question that is over changes nothing.
      if (asked?.windowId !== windowId) return ACCEPTED;
      const settle = (path: string | null): FileAnswerOutcome => {
        pending.delete(id);
        asked.settle(path);
        return ACCEPTED;
      };
      if (choice === null) return settle(null);
      const place = choice.folder.every(isPlainName) ? await folder.find(choice.folder) : null;
      if (!choice.folder.every(isPlainName) || (asked.purpose === "open" && !isPlainName(choice.name))) return null;
      if (place === null) return { kind: "refused", message: "This folder is not there any more." };
      const found = asked.purpose === "open" ? await toOpen(folder, place, choice) : await toSave(folder, place, choice);
      return typeof found === "string" ? settle(found) : found;
    },
  };
}

async function toOpen(folder: DocumentsFolder, place: string, { name }: Choice): Promise<string | FileAnswerOutcome> {
  const path = join(place, name);
  const stats = (await folder.holds(path)) ? await stat(path).catch(() => null) : null;
  return stats?.isFile() === true ? path : { kind: "refused", message: GONE };
}

async function toSave(folder: DocumentsFolder, place: string, { name, replace }: Choice): Promise<string | FileAnswerOutcome> {
  const typed = name.trim().replace(/\.paymix$/i, "");
  if (typed === "") return { kind: "refused", message: "Type a name." };
  const usable = suggestedName(typed);
  if (usable !== typed) return { kind: "refused", message: `“${typed}” cannot be a file name. “${usable}” can.` };
  const path = join(place, withExtension(typed));
  const stats = await lstat(path).catch(() => null);
  if (stats === null) return path;
  if (stats.isDirectory()) return { kind: "refused", message: "A folder has this name." };
  if (!(await folder.holds(path))) return { kind: "refused", message: "This name is a link to a place outside the folder." };
  return replace ? path : { kind: "is-there" };
}
