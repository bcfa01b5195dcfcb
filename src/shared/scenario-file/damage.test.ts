/** Files with bytes turned over, cut out, doubled and moved: read or refused, never a crash, never half a document. */
import { expect, it } from "vitest";
import fc from "fast-check";
import { FIXTURE } from "../../../tests/helpers/changed-fixture.ts";
import { evaluateScenario } from "../engine/index.ts";
import { parseScenario, serializeScenario } from "./index.ts";

const original = new TextEncoder().encode(FIXTURE);
const place = fc.nat(original.length);

/** One thing that happens to a file. */
const damage: fc.Arbitrary<(file: Uint8Array) => Uint8Array> = fc.oneof(
  fc.tuple(place, fc.nat(255)).map(([at, byte]) => (file: Uint8Array) => file.map((each, index) => (index === at ? byte : each))),
  fc.tuple(place, fc.nat(200)).map(([at, length]) => (file: Uint8Array) => joinedBytes(file.slice(0, at), file.slice(at + length))),
  fc.tuple(place, fc.nat(200)).map(([at, length]) => (file: Uint8Array) => joinedBytes(file.slice(0, at + length), file.slice(at))),
  fc.tuple(place, place, fc.nat(80)).map(([from, to, length]) => (file: Uint8Array) => joinedBytes(file.slice(0, to), file.slice(from, from + length), file.slice(to))),
  fc.tuple(place, fc.constantFrom("9", "-", "e99", "null", '"', "{", "]", ",", "\\u0000", "\u202e")).map(([at, text]) => (file: Uint8Array) => joinedBytes(file.slice(0, at), new TextEncoder().encode(text), file.slice(at))),
);

function joinedBytes(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

it("600 damaged files: each is read to a document that is calculated and written, or refused with problems", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      const result = parseScenario(damages.reduce<Uint8Array>((file, change) => change(file), original));
      if (!result.ok) {
        expect(result.problems.length).toBeGreaterThan(0);
        for (const { message } of result.problems) expect(message).toMatch(/^[^\p{Cc}]+\.$/u);
        return;
      }
      read += 1;
      expect(Number.isFinite(evaluateScenario(result.scenario, { kind: "uniform", attainment: 1.1 }).total.cost)).toBe(true);
      expect(parseScenario(new TextEncoder().encode(serializeScenario(result.scenario, "1.0.0")))).toEqual(result);
    }),
    { numRuns: 600, seed: 20_270 },
  );
  // Both ends are exercised: some damage goes unnoticed, because it is in a text or a blank.
  expect(read).toBeGreaterThan(10);
  expect(read).toBeLessThan(590);
});
