import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../../../tests/helpers/property-seed.ts";
import { searchNear } from "./near.ts";

const RANGE = { from: 0, to: 1_000 };

describe("a search near a step that is about right", () => {
  it("goes on to the end of the range where the goal is beyond it", () => {
    expect(searchNear((step) => step, { goal: 1_200, range: RANGE, start: 500, slope: 1, tolerance: 0.1 })).toEqual({ step: 1_000, value: 1_000, reached: false, neighbour: null });
    expect(searchNear((step) => -step, { goal: 5, range: RANGE, start: 500, slope: -1, tolerance: 0.1 })).toEqual({ step: 0, value: 0, reached: false, neighbour: null });
  });

  it("names both sides of a jump, and finds back where the slope pointed away", () => {
    const jump = (step: number): number => (step < 700 ? 0 : 100);
    expect(searchNear(jump, { goal: 40, range: RANGE, start: 690, slope: 1, tolerance: 0.1 })).toEqual({ step: 699, value: 0, reached: false, neighbour: { step: 700, value: 100 } });
    expect(searchNear(jump, { goal: 40, range: RANGE, start: 695, slope: 0, tolerance: 0.1 })).toMatchObject({ step: 699, reached: false });
  });

  it("has nothing where there is no value at the start", () => {
    expect(searchNear(() => null, { goal: 1, range: RANGE, start: 3, slope: 1, tolerance: 0.1 })).toBeNull();
  });

  it("comes as close as any step, in a few questions, wherever it starts and whatever the slope is thought to be", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 3, noNaN: true }), fc.integer({ min: 0, max: 1_000 }), fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: -100, max: 1_200, noNaN: true }), fc.boolean(), (power, start, times, goal, falls) => {
        const of = (step: number): number => (falls ? 1 - (step / 1_000) ** power : (step / 1_000) ** power) * 1_000;
        let asked = 0;
        const found = searchNear((step) => ((asked += 1), of(step)), { goal, range: RANGE, start, slope: falls ? -times : times, tolerance: 0.01 });
        const best = Math.min(...Array.from({ length: 1_001 }, (_, step) => Math.abs(of(step) - goal)));
        expect(Math.abs((found?.value ?? Infinity) - goal)).toBeLessThanOrEqual(found?.reached === true ? 0.01 : best);
        expect(asked).toBeLessThanOrEqual(40);
      }),
    );
  });
});
