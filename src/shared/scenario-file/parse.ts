/** Reads a scenario file: understood completely, or refused with a list of problems. Nothing is repaired. */
import type { Scenario } from "../model/scenario.ts";
import { decodeFile } from "./decode.ts";
import { parseJson } from "./json-text.ts";
import { describe } from "./place.ts";
import { problemList } from "./problem-list.ts";
import type { FileProblem } from "./problems.ts";
import { checkRules } from "./rules.ts";
import { FORMAT_VERSION, fileScenario, memoryScenario } from "./shape.ts";
import type { Reader } from "./values.ts";

export type ParseResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * Reads the bytes of a `.paymix` file (docs/file-format.md). UTF-8 with or without byte-order mark, LF or CRLF.
 * Never throws: whatever is wrong comes back as problems with their places, at most 100 and a count of the rest.
 */
export function parseScenario(bytes: Uint8Array): ParseResult {
  const found = problemList();
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return { ok: false, problems: [decoded.problem] };
  const json = parseJson(decoded.text, found);
  if (!json.ok) return { ok: false, problems: [json.problem] };
  const stranger = notOurs(json.value);
  if (stranger !== null) return { ok: false, problems: [stranger] };
  return checked(json.value, fileScenario, found);
}

/**
 * Checks a document in memory by the same rules, for what a window sends to its host.
 * @param value anything; weights are whole basis points here
 */
export function validateScenario(value: unknown): ParseResult {
  return checked(value, memoryScenario, problemList());
}

function checked(value: unknown, read: Reader<Scenario>, found: ReturnType<typeof problemList>): ParseResult {
  const scenario = read({ value, path: "", found });
  checkRules(scenario, found);
  const problems = found.all();
  return problems.length === 0 ? { ok: true, scenario } : { ok: false, problems };
}

/**
 * Another kind of file, or another version: one clear sentence instead of a list of every field that is different. A file
 * of an older version is brought up to this one here, step by step, once there is an older one.
 */
function notOurs(value: unknown): FileProblem | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { path: "", message: `The file is not a Paymix scenario: it holds ${describe(value)} instead of an object.` };
  }
  const format = "format" in value ? value.format : undefined;
  const version = "version" in value ? value.version : undefined;
  if (format !== "paymix-scenario") return { path: "format", message: "The file is not a Paymix scenario: its format is not “paymix-scenario”." };
  if (typeof version === "number" && Number.isInteger(version) && version > FORMAT_VERSION) {
    return { path: "version", message: `Made by a newer version (${version}); this one reads up to ${FORMAT_VERSION}. Not opened.` };
  }
  if (version !== FORMAT_VERSION) {
    return { path: "version", message: version === undefined ? "The version is missing." : `The version is ${describe(version)}; this one reads ${FORMAT_VERSION}.` };
  }
  return null;
}
