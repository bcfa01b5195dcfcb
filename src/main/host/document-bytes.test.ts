import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGINE_VERSION, expectedCost, headline } from "#shared/engine/index.ts";
import { sampleScenario } from "#shared/library/index.ts";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { documentBytes } from "./document-bytes.ts";

const SAMPLE = sampleScenario();

describe("the bytes of a document", () => {
  it("give the document back, with the figures in currency units", () => {
    const content = documentBytes(SAMPLE);
    if (!content.ok) throw new Error(JSON.stringify(content.problems));
    const costAtTarget = headline(SAMPLE).costAtTarget / 100;
    expect(costAtTarget).toBeGreaterThan(1_000_000);
    const expected = (expectedCost(SAMPLE).total?.cost ?? 0) / 100;
    expect(expected).toBeGreaterThan(1_000_000);
    const lastResult = { engine: ENGINE_VERSION, costAtTarget, expectedCost: expected, p90: null };
    expect(parseScenario(Buffer.from(content.text))).toEqual({ ok: true, scenario: { ...SAMPLE, lastResult } });
  });

  it("are the same for the same document, whatever figures it was opened with", () => {
    const other = { ...SAMPLE, lastResult: { engine: "0.1.0", costAtTarget: 1, expectedCost: 2, p90: 3 } };
    expect(documentBytes(other)).toEqual(documentBytes(SAMPLE));
  });

  it("are refused where the file would be", () => {
    const [role] = SAMPLE.roles;
    if (role === undefined) throw new Error("The sample has no role.");
    expect(documentBytes({ ...SAMPLE, roles: [{ ...role, headcount: -1 }] })).toMatchObject({ ok: false, problems: [{ path: "roles[0].headcount" }] });
    expect(documentBytes({ ...SAMPLE, roles: [role, role] })).toMatchObject({ ok: false });
  });

  it("are refused where the file would hold less than the window", () => {
    const more = { ...SAMPLE, fromTheFuture: "lost on the way" };
    expect(documentBytes(more)).toMatchObject({ ok: false, problems: [{ path: "" }] });
  });

  it("hold any name and any notes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.string({ unit: "grapheme", maxLength: 200 }), (name, notes) => {
        expect(documentBytes({ ...SAMPLE, name, notes }).ok).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
