import { open } from "node:fs/promises";
import type { Scenario } from "#shared/model/scenario.ts";
import { MAX_FILE_BYTES, parseScenario, type FileProblem } from "#shared/scenario-file/index.ts";

export type ReadScenario =
  | { readonly kind: "scenario"; readonly scenario: Scenario }
  | { readonly kind: "refused"; readonly problems: readonly FileProblem[] }
  | { readonly kind: "unreadable"; readonly message: string };

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file",
  EISDIR: "This is a folder",
  EACCES: "This file may not be read by you",
};

/** Reads and checks a file; a file over the limit is refused by its size, before it is read. */
export async function readScenario(path: string): Promise<ReadScenario> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      if (size > MAX_FILE_BYTES) {
        return { kind: "refused", problems: [{ path: "", message: `The file is ${Math.ceil(size / 1024 / 1024)} MB. A scenario is at most ${MAX_FILE_BYTES / 1024 / 1024} MB.` }] };
      }
      const read = parseScenario(await file.readFile());
      return read.ok ? { kind: "scenario", scenario: read.scenario } : { kind: "refused", problems: read.problems };
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { kind: "unreadable", message: `${REASONS[code] ?? `This file could not be read (${code})`}: ${path}` };
  }
}
