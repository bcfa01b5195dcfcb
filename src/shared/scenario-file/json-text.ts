/** JSON text to a value, with what JSON.parse lets pass: nesting that is too deep, keys that stand twice, numbers too large. */
import { joined, quoted } from "./place.ts";
import type { ProblemList } from "./problem-list.ts";
import type { FileProblem } from "./problems.ts";

/** Deepest nesting of objects and lists. */
export const MAX_DEPTH = 40;

export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: FileProblem };

/** The value of a JSON text, with fields that stand twice added to the problems; or why it has none. */
export function parseJson(text: string, found: ProblemList): ParsedJson {
  const tooDeep = scanText(text, found);
  if (tooDeep !== null) return { ok: false, problem: { path: tooDeep, message: `Nested more than ${MAX_DEPTH} levels deep.` } };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: { path: "", message: brokenJson(text) } };
  }
}

/** An object with the keys seen so far, or a list; and where in it the walk is. */
type Container = { readonly isObject: boolean; keys: Set<string> | null; at: string | number };

/**
 * Walks the text once, without recursion, so that no nesting can exhaust the stack. Tolerates text that is not JSON.
 * @returns the place that is nested too deep, if there is one
 */
function scanText(text: string, found: ProblemList): string | null {
  const stack: Container[] = [];
  let lastString: string | null = null;
  const place = (): string => stack.reduce((path, { at }) => joined(path, at), "");
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    const top = stack.at(-1);
    if (character === '"') {
      const end = endOfString(text, at);
      lastString = text.slice(at, end + 1);
      at = end;
    } else if (character === ":") {
      if (top?.isObject === true && lastString !== null) {
        top.at = unquoted(lastString);
        top.keys ??= new Set();
        if (top.keys.has(top.at)) found.add(place(), "This field stands twice in the file.");
        top.keys.add(top.at);
      }
      lastString = null;
    } else if (character === "{" || character === "[") {
      if (stack.length === MAX_DEPTH) return place();
      stack.push(character === "{" ? { isObject: true, keys: null, at: "" } : { isObject: false, keys: null, at: 0 });
    } else if (character === "}" || character === "]") {
      stack.pop();
    } else if (character === "," && typeof top?.at === "number") {
      top.at += 1;
    }
  }
  return null;
}

/** Where a text that begins at a quotation mark has its other one; beyond the end where it has none. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function unquoted(string: string): string {
  if (!string.includes("\\")) return string.slice(1, -1);
  try {
    const value: unknown = JSON.parse(string);
    return typeof value === "string" ? value : string;
  } catch {
    return string;
  }
}

function brokenJson(text: string): string {
  if (!text.trimStart().startsWith("{")) return "The file is not a Paymix scenario: it does not begin with “{”.";
  const fault = firstFault(text);
  if (fault >= text.trimEnd().length) return "The file ends too early: it was probably cut off while it was written or copied.";
  const before = text.slice(0, fault).split("\n");
  const line = text.slice(fault).split("\n", 1)[0] ?? "";
  return `The file is damaged at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: from ${quoted(line.trimEnd())} on it is not JSON.`;
}

type Expected = "value" | "value or end" | "key" | "key or end" | "colon" | "comma or end" | "nothing";

const BLANK = /[ \t\n\r]*/y;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/** Where text that JSON.parse refuses stops being JSON. Engines differ in whether and how they say it, so it is found here. */
function firstFault(text: string): number {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  const afterValue = (): Expected => (open.length === 0 ? "nothing" : "comma or end");
  for (let at = 0; ; ) {
    BLANK.lastIndex = at;
    BLANK.test(text);
    at = BLANK.lastIndex;
    const character = text[at];
    if (character === undefined) return at;
    const takesValue: boolean = expected === "value" || expected === "value or end";
    if (character === '"' && (takesValue || expected === "key" || expected === "key or end")) {
      const end = endOfString(text, at) + 1;
      if (end > text.length) return text.length;
      if (!isJsonString(text.slice(at, end))) return at;
      expected = takesValue ? afterValue() : "colon";
      at = end;
    } else if ((character === "{" || character === "[") && takesValue) {
      open.push(character);
      expected = character === "{" ? "key or end" : "value or end";
      at += 1;
    } else if (character === "}" || character === "]") {
      const canEnd = expected === "comma or end" || expected === (character === "}" ? "key or end" : "value or end");
      if (!canEnd || open.pop() !== (character === "}" ? "{" : "[")) return at;
      expected = afterValue();
      at += 1;
    } else if (character === ":" && expected === "colon") {
      expected = "value";
      at += 1;
    } else if (character === "," && expected === "comma or end") {
      expected = open.at(-1) === "{" ? "key" : "value";
      at += 1;
    } else if (takesValue) {
      WORD.lastIndex = at;
      if (!WORD.test(text)) return /^[\w.+-]+$/.test(text.slice(at)) ? text.length : at;
      expected = afterValue();
      at = WORD.lastIndex;
    } else {
      return at;
    }
  }
}

function isJsonString(string: string): boolean {
  try {
    JSON.parse(string);
    return true;
  } catch {
    return false;
  }
}
