/** Reads a file for a command: a scenario, or the problems that kept it from being one. */
import { createReadStream } from "node:fs";
import { MAX_FILE_BYTES, parseScenario, type ParseResult } from "#shared/scenario-file/index.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file.",
  ENOTDIR: "There is no such file.",
  EISDIR: "This is a folder.",
  EACCES: "You may not read this file.",
  EPERM: "You may not read this file.",
};

/** Never throws. Of a file that is too large, or of a stream that has no end, no more is read than is needed to refuse it. */
export async function readScenario(path: string): Promise<ParseResult> {
  const parts: Buffer[] = [];
  try {
    for await (const part of createReadStream(path, { end: MAX_FILE_BYTES })) if (Buffer.isBuffer(part)) parts.push(part);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return { ok: false, problems: [{ path: "", message: REASONS[code] ?? `This file could not be read (${code}).` }] };
  }
  return parseScenario(Buffer.concat(parts));
}
