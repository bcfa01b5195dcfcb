/** The folder a new person finds: theirs, with the sample in it. */
import { join } from "node:path";
import type { HostResult } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { documentBytes } from "./document-bytes.ts";
import { EXTENSION } from "./file-names.ts";
import { cannotBeSaved, saveError } from "./messages.ts";
import type { ReplacePorts } from "./replace-file.ts";
import { codeOf } from "./system-errors.ts";
import { writeNewDocument } from "./write-document.ts";

const SAMPLE_NAME = `FY27 Partner Sales${EXTENSION}`;

/** Makes the folder where it is not there, and puts the sample file in where it is empty (hidden files do not count). */
export async function seedDocumentsFolder(ports: ReplacePorts, folder: string, sample: Scenario): Promise<HostResult<null>> {
  const path = join(folder, SAMPLE_NAME);
  try {
    await ports.files.makeFolder(folder);
    const names = await ports.files.list(folder);
    if (names.some((name) => !name.startsWith("."))) return { ok: true, value: null };
  } catch (error) {
    return { ok: false, error: saveError(path, { kind: "failed", held: false, code: codeOf(error), fileIsThere: false }) };
  }
  const content = documentBytes(sample);
  if (!content.ok) return { ok: false, error: cannotBeSaved(SAMPLE_NAME, content.problems) };
  const outcome = await writeNewDocument(ports, path, Buffer.from(content.text));
  return outcome.kind === "written" ? { ok: true, value: null } : { ok: false, error: saveError(path, outcome) };
}
