/** JSON text to a value, with what JSON.parse lets pass: nesting that is too deep, keys that stand twice, numbers too large. */
import type { FileProblem } from "./problems.ts";

/** Deepest nesting of objects and lists. */
export const MAX_DEPTH = 40;

export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problems: readonly FileProblem[] };

export function parseJson(text: string): ParsedJson {
  const scan = scanText(text);
  if (scan.tooDeep !== null) {
    return { ok: false, problems: [{ path: scan.tooDeep, message: `Nested more than ${MAX_DEPTH} levels deep.` }] };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problems: [{ path: "", message: brokenJson(text) }] };
  }
  return scan.problems.length > 0 ? { ok: false, problems: scan.problems } : { ok: true, value };
}

type Container = { readonly path: string; readonly keys: Set<string> | null; key: string; index: number };

/** Walks the text once, without recursion, so that no nesting can exhaust the stack. Tolerates text that is not JSON. */
function scanText(text: string): { readonly tooDeep: string | null; readonly problems: readonly FileProblem[] } {
  const stack: Container[] = [];
  const problems: FileProblem[] = [];
  let lastString: string | null = null;
  const place = (): string => {
    const top = stack.at(-1);
    if (top === undefined) return "";
    return top.keys === null ? `${top.path}[${top.index}]` : joined(top.path, top.key);
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      lastString = text.slice(at, end + 1);
      at = end;
    } else if (character === ":") {
      const top = stack.at(-1);
      if (top?.keys != null && lastString !== null) {
        top.key = unquoted(lastString);
        if (top.keys.has(top.key)) problems.push({ path: place(), message: "This field stands twice in the file." });
        if (top.key in {}) problems.push({ path: place(), message: "This field is not known." });
        top.keys.add(top.key);
      }
      lastString = null;
    } else if (character === "{" || character === "[") {
      const path = place();
      if (stack.length === MAX_DEPTH) return { tooDeep: path, problems };
      stack.push({ path, keys: character === "{" ? new Set() : null, key: "", index: 0 });
    } else if (character === "}" || character === "]") {
      stack.pop();
    } else if (character === ",") {
      const top = stack.at(-1);
      if (top !== undefined) top.index += 1;
    }
  }
  return { tooDeep: null, problems };
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function unquoted(string: string): string {
  try {
    const value: unknown = JSON.parse(string);
    return typeof value === "string" ? value : string;
  } catch {
    return string;
  }
}

/** A path as problems show it: `roles[2].kpis[0].weight`. */
export function joined(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

function brokenJson(text: string): string {
  if (!text.trimStart().startsWith("{")) return "The file is not a Paymix scenario: it does not begin with “{”.";
  const fault = firstFault(text);
  if (fault >= text.trimEnd().length) return "The file ends too early: it was probably cut off while it was written or copied.";
  const before = text.slice(0, fault).split("\n");
  return `The file is damaged at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: it is not JSON from there on.`;
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
      if (end <= text.length && !isJsonString(text.slice(at, end))) return at;
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
      if (!WORD.test(text)) return at;
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
