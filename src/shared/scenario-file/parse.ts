/** Reads a scenario file: understood completely, or refused with a list of problems. Nothing is repaired. */
import * as v from "valibot";
import type { Scenario } from "../model/scenario.ts";
import { decodeFile } from "./decode.ts";
import { parseJson } from "./json-text.ts";
import type { FileProblem } from "./problems.ts";
import { brokenRules } from "./rules.ts";
import { fileShape, memoryShape } from "./shape.ts";
import { problemOf } from "./words.ts";

/** The version this reader knows and writes. */
export const FORMAT_VERSION = 1;

/** Problems beyond this many are counted, not listed. */
const MOST_PROBLEMS = 100;

export type ParseResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * Reads the bytes of a `.paymix` file (docs/file-format.md). UTF-8 with or without byte-order mark, LF or CRLF.
 * Never throws: whatever is wrong comes back as problems with their places, at most 100 and a count of the rest.
 */
export function parseScenario(bytes: Uint8Array): ParseResult {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return refused([decoded.problem]);
  const json = parseJson(decoded.text);
  if (!json.ok) return refused(json.problems);
  const stranger = notOurs(json.value);
  if (stranger !== null) return refused([stranger]);
  const read = v.safeParse(fileShape, json.value);
  if (!read.success) return refused(read.issues.map(problemOf));
  const { format: _format, version: _version, engine: _engine, crediting: _crediting, presentation: _presentation, ...scenario } = read.output;
  return checked(scenario);
}

/**
 * Checks a document in memory by the same rules, for what a window sends to its host.
 * @param value anything; weights are whole basis points here
 */
export function validateScenario(value: unknown): ParseResult {
  const read = v.safeParse(memoryShape, value);
  return read.success ? checked(read.output) : refused(read.issues.map(problemOf));
}

function checked(scenario: Scenario): ParseResult {
  const problems = brokenRules(scenario);
  return problems.length === 0 ? { ok: true, scenario } : refused(problems);
}

function refused(problems: readonly FileProblem[]): ParseResult {
  if (problems.length <= MOST_PROBLEMS) return { ok: false, problems };
  const more = { path: "", message: `And ${problems.length - MOST_PROBLEMS} more problems.` };
  return { ok: false, problems: [...problems.slice(0, MOST_PROBLEMS), more] };
}

/** Another kind of file, or a newer version: one clear sentence instead of a list of every field that is different. */
function notOurs(value: unknown): FileProblem | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { path: "", message: "The file is not a Paymix scenario: it holds no object." };
  }
  const format = "format" in value ? value.format : undefined;
  const version = "version" in value ? value.version : undefined;
  if (format !== "paymix-scenario") return { path: "format", message: "The file is not a Paymix scenario." };
  if (typeof version === "number" && Number.isInteger(version) && version > FORMAT_VERSION) {
    return { path: "version", message: `Made by a newer version (${version}); this one reads up to ${FORMAT_VERSION}. Not opened.` };
  }
  if (version !== FORMAT_VERSION) return { path: "version", message: `The version must be ${FORMAT_VERSION}.` };
  return null;
}
