import { describe, expect, it } from "vitest";
import { compileCurve } from "#shared/engine/index.ts";
import { points } from "../../../../tests/helpers/plain-plan.ts";
import { segmentTicks, segmentView } from "./segment-view.ts";

const CURVE = compileCurve(points([[0.7, 0.4], [1, 1], [1.3, 2.5], [1.8, 3]]));

describe("segmentView", () => {
  it("shows the segment, the corner before it and some of what follows, with room above the line", () => {
    const view = segmentView(CURVE, { from: 1, to: 1.3 }, 1.08);
    expect(view.from).toBeCloseTo(0.55, 9);
    expect(view.to).toBeCloseTo(1.45, 9);
    expect(view.top).toBeGreaterThan(2.65);
  });

  it("cuts a segment that has no end, and never begins below nothing", () => {
    const last = segmentView(CURVE, { from: 1.8, to: null }, 5);
    expect(last.to).toBeGreaterThan(5);
    expect(last.from).toBeLessThan(1.8);
    const first = segmentView(CURVE, { from: 0, to: 0.7 }, 0);
    expect(first.from).toBe(0);
    expect(first.to).toBeGreaterThan(first.from);
    expect(first.top).toBeGreaterThan(0);
  });
});

describe("segmentTicks", () => {
  it("names the attainment asked about first, and leaves out corners that would touch it or each other", () => {
    const view = segmentView(CURVE, { from: 1, to: 1.3 }, 1.04);
    const { xTicks, yTicks } = segmentTicks(CURVE, view, 1.04, (at) => at * 390);
    expect(xTicks).toEqual([{ attainment: 1.04, isAsked: true }, { attainment: 0.7, isAsked: false }, { attainment: 1.3, isAsked: false }]);
    expect(yTicks[0]).toBe(0);
    expect(yTicks.length).toBeLessThanOrEqual(4);
  });
});
