/**
 * A file that a sync program put beside another because both had changed holds the same document, under the other's name with
 * the computer's after it: "plan-NB-0424", from the second on "plan-NB-0424-2". What people add to a name (a year, a version, a
 * region) is no computer's.
 */
import { basename, dirname, join } from "node:path";
import { EXTENSION, shownName } from "./file-names.ts";
import type { FilePort } from "./ports.ts";
import { readDocument } from "./read-document.ts";

/** Parts of a name that are taken for a computer's at the most. */
const MOST_PARTS = 6;

/** The shown name of the file beside the one at `path` that holds the same document, where the name of this one says that it is a copy; else null. */
export async function sameDocumentBeside(files: FilePort, path: string, documentId: string): Promise<string | null> {
  const parts = basename(path, EXTENSION).split("-");
  for (let count = 1; count <= Math.min(MOST_PARTS, parts.length - 1); count += 1) {
    if (!isOfAComputer(parts.slice(-count).join("-"))) continue;
    const beside = join(dirname(path), parts.slice(0, -count).join("-") + EXTENSION);
    const read = await readDocument(files, beside);
    if (read.ok && read.scenario.id === documentId) return shownName(beside);
  }
  return null;
}

function isOfAComputer(name: string): boolean {
  return name.length > 3 && /[\d-]/.test(name) && !/^(fy|cy|q|h|v|version-?|rev-?)?[\d.-]+$/i.test(name);
}
