/** Reads a scenario file: completely understood, or refused with everything that is wrong in it. Never writes. */
import type { HostError } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { MAX_FILE_BYTES, parseScenario } from "#shared/scenario-file/index.ts";
import { contentHash } from "./content-hash.ts";
import { shownName } from "./file-names.ts";
import { missing, notRead, refused } from "./messages.ts";
import type { FilePort } from "./ports.ts";
import { codeOf, isAbsent } from "./system-errors.ts";
import { isReadOnly } from "./write-document.ts";

/** The file behind a document. */
export type DocumentFile = {
  /** As the person chose it. */
  readonly path: string;
  /** Where links lead: what tells whether two paths are one file. */
  readonly target: string;
  /** SHA-256 of the content the document was read from or last written as. */
  readonly hash: string;
  readonly readOnly: boolean;
};

export type ReadOutcome =
  | { readonly ok: true; readonly file: DocumentFile; readonly scenario: Scenario }
  | { readonly ok: false; readonly error: HostError };

export async function readDocument(files: FilePort, path: string): Promise<ReadOutcome> {
  const fileName = shownName(path);
  try {
    const target = await files.realpath(path);
    const stat = await files.stat(target);
    if (stat.kind !== "file") return { ok: false, error: notRead(path, stat.kind === "folder" ? "EISDIR" : "ENODEV") };
    if (stat.size > MAX_FILE_BYTES) return { ok: false, error: tooLarge(fileName) };
    const bytes = await files.read(target, MAX_FILE_BYTES);
    const parsed = parseScenario(bytes);
    if (!parsed.ok) return { ok: false, error: refused(fileName, parsed.problems) };
    const readOnly = isReadOnly(stat) || !(await files.mayWrite(target));
    return { ok: true, file: { path, target, hash: contentHash(bytes), readOnly }, scenario: parsed.scenario };
  } catch (error) {
    if (isAbsent(error)) return { ok: false, error: missing(path) };
    const code = codeOf(error);
    return { ok: false, error: code === "EFBIG" ? tooLarge(fileName) : notRead(path, code) };
  }
}

/** A text that did not come from a path, such as a file dragged into a window. */
export function readText(fileName: string, text: string): { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly error: HostError } {
  const bytes = Buffer.from(text);
  if (bytes.length > MAX_FILE_BYTES) return { ok: false, error: tooLarge(fileName) };
  const parsed = parseScenario(bytes);
  return parsed.ok ? parsed : { ok: false, error: refused(fileName, parsed.problems) };
}

function tooLarge(fileName: string): HostError {
  return refused(fileName, [{ path: "", message: `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB, the most Paymix opens.` }]);
}
