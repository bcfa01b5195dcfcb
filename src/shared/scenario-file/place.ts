/** Places in a file as a person reads them, and values of a file quoted in a sentence. */

const MOST_QUOTED = 60;

/** A path as problems show it: `roles[2].kpis[0].weight`. A key that is no plain word is quoted. */
export function joined(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (!/^[\w-]{1,60}$/.test(key)) return `${path}[${quoted(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** A text of the file inside a sentence: cut where it is long, and without characters that would act on a terminal. */
export function quoted(text: string): string {
  const start = text.slice(0, MOST_QUOTED).replaceAll(/\p{C}/gu, "\uFFFD");
  return `“${start}${text.length > MOST_QUOTED ? "…" : ""}”`;
}

/** What was found in place of something else. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return `the text ${quoted(value)}`;
    case "number":
      return Number.isFinite(value) ? String(value) : "a number too large to read";
    case "boolean":
      return String(value);
    default:
      return "an object";
  }
}

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
