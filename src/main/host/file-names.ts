/** Names of scenario files: what is suggested, and how names and folders are shown. */
import { basename, join, sep } from "node:path";
import { readableName } from "#shared/model/readable-text.ts";
import type { FilePort } from "./ports.ts";

export const EXTENSION = ".paymix";
/** What a document without a name or a file is called. */
export const UNTITLED = "Untitled";
/** Leaves room for the extension, a number and the names a sync client makes, in file systems that allow 255 bytes. */
const LONGEST = 120;

/** Windows opens these as devices, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** Not allowed in a name on some system, or invisible: separators, controls, bidirectional overrides, zero width, half characters. */
const UNUSABLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff<>:"/\\|?*]+/gu;

/**
 * A file name, without extension, for any text a person typed or a file brought: no folders, no device names, nothing
 * invisible, at most 120 characters and 200 bytes. Text that leaves nothing becomes "Untitled".
 */
export function suggestedName(text: string): string {
  const withoutExtension = text.toLowerCase().endsWith(EXTENSION) ? text.slice(0, -EXTENSION.length) : text;
  const usable = withoutExtension.replace(UNUSABLE, "-").replace(/\s+/g, " ");
  const trimmed = shorten(usable.replace(/^[.\s-]+/, "")).replace(/[.\s-]+$/, "");
  if (trimmed === "") return UNTITLED;
  return DEVICE.test(trimmed) ? `${trimmed.replace(/\..*$/, "")} scenario` : trimmed;
}

function shorten(name: string): string {
  let short = "";
  let bytes = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (short.length + character.length > LONGEST || bytes > 200) break;
    short += character;
  }
  return short;
}

/** `name.paymix`, or `name 2.paymix` and so on where that is taken in `folder`. */
export async function freeFileName(files: FilePort, folder: string, name: string): Promise<string> {
  for (let number = 1; number < 100; number += 1) {
    const candidate = `${name}${number === 1 ? "" : ` ${number}`}${EXTENSION}`;
    try {
      await files.lstat(join(folder, candidate));
    } catch {
      return candidate;
    }
  }
  return `${name}${EXTENSION}`;
}

/** The file's name as shown to a person: without the extension, if it is ours, and without letters that pass it for another. */
export function shownName(path: string): string {
  const name = readableName(basename(path));
  return name.toLowerCase().endsWith(EXTENSION) && name.length > EXTENSION.length ? name.slice(0, -EXTENSION.length) : name;
}

/** A folder as shown to a person: the home folder is "~". */
export function shownFolder(folder: string, homeFolder: string): string {
  if (folder === homeFolder) return "~";
  return readableName(folder.startsWith(homeFolder + sep) ? `~${folder.slice(homeFolder.length)}` : folder);
}

/** The path with our extension, whatever case it is typed in. */
export function withExtension(path: string): string {
  return path.toLowerCase().endsWith(EXTENSION) ? path : path + EXTENSION;
}
