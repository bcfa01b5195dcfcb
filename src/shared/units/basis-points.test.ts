import { describe, expect, it } from "vitest";
import { WHOLE, basisPoints, fractionOf } from "./basis-points.ts";

describe("basisPoints", () => {
  it.each([
    { value: 4_000, points: 4_000 },
    { value: 0.285 * WHOLE, points: 2_850 },
    { value: 33.4, points: 33 },
    { value: 33.5, points: 34 },
    { value: -33.5, points: -34 },
    { value: 0, points: 0 },
    { value: -0.2, points: 0 },
  ])("$value is $points", ({ value, points }) => {
    expect(basisPoints(value)).toBe(points);
  });

  it("comes back from every fraction that a file may hold", () => {
    for (let points = 0; points <= WHOLE; points += 1) expect(basisPoints(fractionOf(basisPoints(points)) * WHOLE)).toBe(points);
  });
});
