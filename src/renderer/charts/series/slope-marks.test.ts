import { describe, expect, it } from "vitest";
import { slopeMarks } from "./slope-marks.ts";

function line(...corners: readonly (readonly [number, number])[]) {
  return corners.map(([attainment, payout]) => ({ attainment, payout }));
}

describe("slopeMarks", () => {
  it("marks rising and falling pieces and leaves flat ones and jumps alone", () => {
    const marks = slopeMarks(line([0, 0], [0.5, 0], [0.5, 0.4], [1, 1], [1.5, 0.5], [2, 0.5]));
    expect(marks.map(({ index, slope }) => [index, Number(slope.toFixed(6))])).toEqual([[3, 1.2], [4, -1]]);
  });

  it("takes neighbours with one slope together", () => {
    const marks = slopeMarks(line([0, 0], [0.5, 0.5], [1, 1], [2, 3]));
    expect(marks.map(({ from, to }) => [from.attainment, to.attainment])).toEqual([[0, 1], [1, 2]]);
  });

  it("does not join pieces across a jump", () => {
    expect(slopeMarks(line([0, 0], [1, 1], [1, 1.5], [2, 2.5]))).toHaveLength(2);
  });
});
