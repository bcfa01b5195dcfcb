import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AMOUNT_STEPS, RATIO_STEPS, roundTicks, ticksApart, ticksFromEndToEnd } from "./ticks.ts";

describe("roundTicks", () => {
  it.each([
    { from: 0, to: 3.4, most: 5, steps: RATIO_STEPS, ticks: [0, 1, 2, 3] },
    { from: 0, to: 1.37, most: 5, steps: RATIO_STEPS, ticks: [0, 0.5, 1] },
    { from: 0, to: 2.2, most: 5, steps: RATIO_STEPS, ticks: [0, 0.5, 1, 1.5, 2] },
    { from: 0.4, to: 2, most: 9, steps: RATIO_STEPS, ticks: [0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2] },
    { from: 0.4, to: 2, most: 8, steps: RATIO_STEPS, ticks: [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] },
    { from: 0, to: 1_350_000_000, most: 5, steps: AMOUNT_STEPS, ticks: [0, 400_000_000, 800_000_000, 1_200_000_000] },
    { from: 0, to: 0, most: 5, steps: AMOUNT_STEPS, ticks: [0] },
    { from: 0, to: 100, most: 5, steps: AMOUNT_STEPS, ticks: [0, 25, 50, 75, 100] },
  ])("$from to $to, at most $most", ({ from, to, most, steps, ticks }) => {
    expect(roundTicks(from, to, most, steps)).toEqual(ticks);
  });

  it.each([5e-324, 1e-308, 1e305, Number.POSITIVE_INFINITY, Number.NaN])("ends on a range of %s", (to) => expect(roundTicks(0, to, 5, AMOUNT_STEPS)).toEqual([0]));

  it("gives three to five labels from zero, whatever the top", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e15, noNaN: true }), (top) => {
        const ticks = roundTicks(0, top, 5, AMOUNT_STEPS);
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeLessThanOrEqual(top * (1 + 1e-9));
      }),
    );
  });

  it("labels the target on every ratio axis up to 500 %", () => {
    fc.assert(
      fc.property(fc.double({ min: 1.01, max: 4.99, noNaN: true }), (top) => {
        expect(roundTicks(0, top, 5, RATIO_STEPS)).toContain(1);
      }),
    );
  });
});

describe("ticksFromEndToEnd", () => {
  it.each([
    { from: 0.5, to: 1.5, most: 6, ticks: [0.5, 0.75, 1, 1.25, 1.5] },
    { from: 0.5, to: 1.5, most: 4, ticks: [0.5, 1, 1.5] },
    { from: 0.4, to: 2, most: 9, ticks: [0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2] },
    { from: 0.4, to: 2, most: 7, ticks: [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] },
    { from: 1, to: 1, most: 5, ticks: [1] },
  ])("$from to $to, at most $most", ({ from, to, most, ticks }) => {
    expect(ticksFromEndToEnd(from, to, most, RATIO_STEPS)).toEqual(ticks);
  });
});

describe("ticksApart", () => {
  const axis = { from: -4.45, to: 4.45, steps: AMOUNT_STEPS, most: 5, gap: 12 };

  it.each([
    { length: 400, width: 50, ticks: [-4, -2, 0, 2, 4] },
    { length: 200, width: 50, ticks: [-4, 0, 4] },
    { length: 120, width: 50, ticks: [0] },
  ])("texts of $width on $length pixels", ({ length, width, ticks }) => expect(ticksApart({ ...axis, length }, () => width)).toEqual(ticks));

  it("never lets texts meet, and always has a tick", () => {
    const place = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(fc.property(place, place, fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 90 }), (one, other, length, width) => {
      fc.pre(one !== other);
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const ticks = ticksApart({ ...axis, from, to, length }, () => width);
      expect(ticks.length).toBeGreaterThan(0);
      for (const [index, tick] of ticks.entries()) if (index > 0) expect(((tick - (ticks[index - 1] ?? 0)) / (to - from)) * length).toBeGreaterThanOrEqual(width + axis.gap - 1e-6);
    }));
  });
});
