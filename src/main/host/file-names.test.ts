import { sep } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownFolder, shownName, suggestedName, withExtension } from "./file-names.ts";

describe("a suggested file name", () => {
  it.each([
    ["FY27 baseline", "FY27 baseline"],
    ["FY27 baseline.paymix", "FY27 baseline"],
    ["Größe ½ – 計画", "Größe ½ – 計画"],
    ["../../etc/passwd", "etc-passwd"],
    ["..\\..\\x", "x"],
    ["/absolute", "absolute"],
    ["a:b", "a-b"],
    ["Base / Variable", "Base - Variable"],
    ['what? <now> "quoted" | *', "what- -now- -quoted"],
    ["CON", "CON scenario"],
    ["nul.paymix", "nul scenario"],
    ["com1.2027", "com1 scenario"],
    ["COM¹", "COM¹ scenario"],
    ["console", "console"],
    ["", "Untitled"],
    ["   ", "Untitled"],
    [".", "Untitled"],
    ["..", "Untitled"],
    [".hidden", "hidden"],
    ["name. . .", "name"],
    ["tab\tand\nnewline", "tab-and-newline"],
    ["zero\u0000byte", "zero-byte"],
    ["invoice\u202exmyap.exe", "invoice-xmyap.exe"],
    ["in\u200bvisible", "in-visible"],
    ["half \ud83d emoji", "half - emoji"],
    ["x".repeat(300), "x".repeat(120)],
    ["計".repeat(300), "計".repeat(66)],
    ["💰".repeat(100), "💰".repeat(50)],
  ])("for %j is %j", (text, name) => {
    expect(suggestedName(text)).toBe(name);
  });

  it("is usable whatever the text: no separators, controls or device names, short, stable", () => {
    const nasty = fc.string({ unit: fc.constantFrom(..."./\\:*?\"<>| -~aCON.NULx1\u0000\u001f\u202e\ufeff\ud800💰計") });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), nasty), (text) => {
        const name = suggestedName(text);
        expect(name).not.toMatch(/[\u0000-\u001f/\\:*?"<>|\u202e]/);
        expect(name).toMatch(/^[^.\s].*$|^[^.\s]$/su);
        expect(name).not.toMatch(/[.\s]$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(220);
        expect(suggestedName(name)).toBe(name);
      }),
      { numRuns: 1_000 },
    );
  });
});

it("shows names without our extension and folders from the home folder", () => {
  expect(shownName("/plans/Plan.PayMix")).toBe("Plan");
  expect(shownName("/plans/notes.json")).toBe("notes.json");
  expect(shownName("/plans/.paymix")).toBe(".paymix");
  expect(shownFolder(`/home/pat${sep}plans`, "/home/pat")).toBe(`~${sep}plans`);
  expect(shownFolder("/home/patricia", "/home/pat")).toBe("/home/patricia");
  expect(shownName("/plans/plan\u202exmyap.paymix")).toBe("plan\uFFFDxmyap");
  expect(shownName("/plans/plan\n2.paymix")).toBe("plan\uFFFD2");
  expect(shownFolder(`/home/pat${sep}\u2067plans`, "/home/pat")).toBe(`~${sep}\uFFFDplans`);
  expect(withExtension("/plans/plan")).toBe("/plans/plan.paymix");
  expect(withExtension("/plans/plan.PAYMIX")).toBe("/plans/plan.PAYMIX");
});
