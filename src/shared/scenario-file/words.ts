/** What the schema found, in words a compensation leader understands. */
import type { BaseIssue } from "valibot";
import { joined } from "./json-text.ts";
import type { FileProblem } from "./problems.ts";

/** One issue of the schema as a problem with its place. */
export function problemOf(issue: BaseIssue<unknown>): FileProblem {
  const path = (issue.path ?? []).reduce<string>((place, item) => joined(place, typeof item.key === "number" ? item.key : String(item.key)), "");
  return { path, message: messageOf(issue) };
}

function messageOf(issue: BaseIssue<unknown>): string {
  if (issue.kind === "validation") return issue.message;
  if (issue.received === "undefined") return "This field is missing.";
  if (issue.expected === "never") return "This field is not known.";
  if (issue.type === "picklist" || issue.type === "literal" || issue.type === "variant") {
    return `This is ${found(issue.received)}; allowed is ${allowed(issue.expected)}.`;
  }
  if (issue.type === "union") return issue.message;
  return `This must be ${NOUNS[issue.type] ?? issue.type}, not ${found(issue.received)}.`;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  strict_object: "an object",
  object: "an object",
};

const FOUND: Readonly<Record<string, string>> = { Object: "an object", Array: "a list", null: "null", true: "true", false: "false" };

function found(received: string): string {
  return FOUND[received] ?? received;
}

/** `("zero" | "first")` → `"zero" or "first"` */
function allowed(expected: string | null): string {
  return (expected ?? "something else").replace(/^\(|\)$/g, "").split(" | ").join(" or ");
}
