import fc from "fast-check";
import { expect, it } from "vitest";
import { readableName, readableText, unreadableIn } from "./readable-text.ts";

it.each([
  ["Sourced revenue", null, "Sourced revenue"],
  ["two\r\nlines\tand a tab", null, "two\r\nlines\tand a tab"],
  ["עברית عربي 👩‍👩‍👧 é", null, "עברית عربي 👩‍👩‍👧 é"],
  ["\u202Egnol", "U+202E", "gnol"],
  ["a\u0000b\u001B[31m", "U+0000", "ab[31m"],
  ["\u2066x\u2069", "U+2066", "x"],
  ["", null, ""],
])("%j", (text, found, kept) => {
  expect([unreadableIn(text), readableText(text)]).toEqual([found, kept]);
});

it("what is kept has none", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => unreadableIn(readableText(text)) === null));
});

it("a name of a file shows that there is something in it", () => {
  expect(readableName("plan\u202Exmyap 2\n\t\u001B[31m")).toBe("plan\uFFFDxmyap 2\uFFFD\uFFFD\uFFFD[31m");
  expect(readableName("עברית 計画 👩‍👩‍👧 é")).toBe("עברית 計画 👩‍👩‍👧 é");
});
