import { describe, expect, it } from "vitest";
import type { Plane } from "./geometry.ts";
import { exitsAbove, jumpSpots, lineShape, pathThrough, runSpots } from "./line-shape.ts";

const PLANE: Plane = {
  area: { left: 0, top: 0, right: 200, bottom: 100 },
  x: (attainment) => attainment * 100,
  y: (value) => 100 - value * 50,
  attainmentAt: (x) => x / 100,
  valueAt: (y) => (100 - y) / 50,
};
const THRESHOLD = [
  { attainment: 0, payout: 0 },
  { attainment: 0.7, payout: 0 },
  { attainment: 0.7, payout: 0.4 },
  { attainment: 1, payout: 1 },
];

describe("lineShape", () => {
  it("breaks a line at its jumps", () => {
    expect(lineShape(THRESHOLD)).toEqual({
      runs: [THRESHOLD.slice(0, 2), THRESHOLD.slice(2)],
      jumps: [{ attainment: 0.7, from: 0, to: 0.4 }],
    });
  });

  it("makes no jump of a repeated corner", () => {
    const corner = { attainment: 0.7, payout: 0.4 };
    expect(lineShape([corner, corner])).toEqual({ runs: [[corner]], jumps: [] });
  });

  it("breaks at a jump that falls, and at a jump in the last corner", () => {
    const shape = lineShape([{ attainment: 0, payout: 1 }, { attainment: 1, payout: 1 }, { attainment: 1, payout: 0.5 }]);
    expect(shape.jumps).toEqual([{ attainment: 1, from: 1, to: 0.5 }]);
    expect(shape.runs).toHaveLength(2);
  });

  it("is empty without corners", () => {
    expect(lineShape([])).toEqual({ runs: [], jumps: [] });
  });
});

describe("paths of a line", () => {
  it("draws stretches and jumps apart", () => {
    const shape = lineShape(THRESHOLD);
    expect(pathThrough(runSpots(PLANE, shape))).toBe("M0,100L70,100M70,80L100,50");
    expect(pathThrough(jumpSpots(PLANE, shape))).toBe("M70,100L70,80");
  });
});

describe("exitsAbove", () => {
  it("finds where a line leaves and comes back", () => {
    const line = [[{ x: 0, y: 50 }, { x: 100, y: -50 }, { x: 200, y: 50 }]];
    expect(exitsAbove(PLANE.area, line)).toEqual([{ x: 50, y: 0 }, { x: 150, y: 0 }]);
  });

  it("finds nothing where the line stays inside or touches the edge", () => {
    expect(exitsAbove(PLANE.area, [[{ x: 0, y: 50 }, { x: 100, y: 0 }, { x: 200, y: 0 }]])).toEqual([]);
  });
});
