import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaPath, boxesMeet, lengthInside, linePath } from "./geometry.ts";

const BOX = { left: 10, top: 10, right: 30, bottom: 20 };

describe("lengthInside", () => {
  it.each([
    { name: "passes through", from: { x: 0, y: 15 }, to: { x: 40, y: 15 }, length: 20 },
    { name: "ends inside", from: { x: 20, y: 0 }, to: { x: 20, y: 15 }, length: 5 },
    { name: "runs along the edge outside", from: { x: 0, y: 10 }, to: { x: 40, y: 10 }, length: 0 },
    { name: "misses", from: { x: 0, y: 0 }, to: { x: 9, y: 40 }, length: 0 },
    { name: "is a spot", from: { x: 20, y: 15 }, to: { x: 20, y: 15 }, length: 0 },
    { name: "cuts a corner", from: { x: 5, y: 15 }, to: { x: 15, y: 5 }, length: 0 },
    { name: "cuts deeper", from: { x: 5, y: 20 }, to: { x: 20, y: 5 }, length: Math.SQRT2 * 5 },
  ])("$name", ({ from, to, length }) => {
    expect(lengthInside(BOX, { from, to })).toBeCloseTo(length, 9);
  });

  it("is never longer than the segment and does not depend on its direction", () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 50 }), y: fc.integer({ min: 0, max: 50 }) });
    fc.assert(
      fc.property(spot, spot, (from, to) => {
        const length = lengthInside(BOX, { from, to });
        expect(length).toBeLessThanOrEqual(Math.hypot(to.x - from.x, to.y - from.y) + 1e-9);
        expect(length).toBeCloseTo(lengthInside(BOX, { from: to, to: from }), 9);
      }),
    );
  });
});

describe("boxesMeet", () => {
  it("lets boxes touch", () => {
    expect(boxesMeet(BOX, { left: 30, top: 10, right: 40, bottom: 20 })).toBe(false);
    expect(boxesMeet(BOX, { left: 29, top: 19, right: 40, bottom: 30 })).toBe(true);
  });
});

describe("paths", () => {
  it("draws a line through its corners and an area between two lines", () => {
    const upper = [{ x: 0, y: 1 }, { x: 10, y: 2.005 }];
    expect(linePath(upper)).toBe("M0,1L10,2.01");
    expect(areaPath(upper, [{ x: 0, y: 9 }, { x: 10, y: 9 }])).toBe("M0,1L10,2.01L10,9L0,9Z");
  });

  it("draws nothing from a single spot", () => {
    expect(linePath([{ x: 1, y: 1 }])).toBe("");
    expect(areaPath([{ x: 1, y: 1 }], [{ x: 1, y: 9 }])).toBe("");
  });
});
