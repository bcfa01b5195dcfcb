import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attainmentRange, highestPayout } from "./attainment-range.ts";

describe("attainmentRange", () => {
  it.each([
    { name: "the four handles", corners: [0.7, 1, 1.3, 1.8], derived: [], from: 0.4, to: 2 },
    { name: "nothing special", corners: [1], derived: [], from: 0.4, to: 1.6 },
    { name: "from the first unit", corners: [0, 1], derived: [], from: 0, to: 1.6 },
    { name: "a low threshold", corners: [0.3, 1], derived: [], from: 0, to: 1.6 },
    { name: "a low derived place", corners: [0.7, 1], derived: [0.5], from: 0.2, to: 1.6 },
    { name: "a high derived place", corners: [0.7, 1.3], derived: [1.9], from: 0.4, to: 2.2 },
    { name: "a derived place out of all proportion", corners: [0.7, 1.3], derived: [9], from: 0.4, to: 1.6 },
    { name: "a cap that binds far out", corners: [0.5, 1, 1.5], derived: [11], from: 0.2, to: 1.8 },
    { name: "a tier far out", corners: [0, 1, 5], derived: [], from: 0, to: 6 },
    { name: "no corners", corners: [], derived: [], from: 0.4, to: 1.6 },
  ])("$name", ({ corners, derived, from, to }) => {
    expect(attainmentRange(corners, derived)).toEqual({ from, to });
  });

  it("shows every corner and the target", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 8 }), (corners) => {
        const { from, to } = attainmentRange(corners, []);
        for (const corner of [1, ...corners]) {
          expect(corner).toBeGreaterThanOrEqual(from);
          expect(corner).toBeLessThan(to);
        }
      }),
    );
  });
});

describe("highestPayout", () => {
  it("holds every line, and the target", () => {
    expect(highestPayout([[{ attainment: 0, payout: 0 }, { attainment: 2, payout: 3 }], []])).toBe(3);
    expect(highestPayout([[{ attainment: 0, payout: 0.5 }]])).toBe(1.2);
  });
});
