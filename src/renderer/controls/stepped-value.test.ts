import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepped, steppedBy } from "./stepped-value.ts";

describe("stepped", () => {
  it.each([
    [0.604, 0.5, 0.9, 0.01, 0.6],
    [0.606, 0.5, 0.9, 0.01, 0.61],
    [2, 0.5, 0.9, 0.01, 0.9],
    [-1, 0.5, 0.9, 0.01, 0.5],
    [0.1 + 0.2, 0, 1, 0.1, 0.3],
    [7, 5, 100, 10, 5],
    [10, 5, 100, 10, 15],
  ])("%d in %d to %d by %d is %d", (value, min, max, step, result) => {
    expect(stepped(value, min, max, step)).toBe(result);
  });
});

describe("steppedBy", () => {
  it.each([
    [0.6, 1, 0.61],
    [0.6, -1, 0.59],
    [0.6, 10, 0.7],
    [0.333, 1, 0.34],
    [0.333, -1, 0.33],
    [0.99, 10, 1],
    [1.5, -1, 0.99],
    [-1, 1, 0.01],
  ])("%d by %d steps is %d", (value, count, result) => {
    expect(steppedBy(value, count, 0, 1, 0.01)).toBe(result);
  });

  it("comes back to where it started", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), (percent) => {
        const up = steppedBy(percent / 100, 1, 0, 1, 0.01);
        expect(steppedBy(up, -1, 0, 1, 0.01)).toBe(percent / 100);
      }),
    );
  });
});
