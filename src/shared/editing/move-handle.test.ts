import { describe, expect, it } from "vitest";
import { presetCurve, type CurvePresetId } from "../library/index.ts";
import type { Curve, PointsCurve } from "../model/scenario.ts";
import { curveHandles, moveHandle, setHandle, thresholdKindOf } from "./index.ts";

const points = (curve: Curve): unknown => (curve.kind === "points" ? curve.points.map(({ attainment, payout }) => [attainment, payout]) : null);
const tiers = (curve: Curve): unknown => (curve.kind === "tiers" ? curve.tiers.map(({ from, rate }) => [from, rate]) : null);
const steps = (curve: Curve): unknown => (curve.kind === "steps" ? curve.steps.map(({ from, payout }) => [from, payout]) : null);
const handle = (curve: Curve, id: string): { readonly attainment: number; readonly payout: number } => curveHandles(curve).find((each) => each.id === id)!;

describe("moveHandle on points", () => {
  const jump = presetCurve("jump") as PointsCurve;
  it.each([
    ["on whole percents", "point-2", [1.2549, 2.2351], [[0.7, 0.4], [1, 1], [1.25, 2.24], [1.8, 3]], 3],
    ["target up and down only", "point-1", [1.2, 1.1], [[0.7, 0.4], [1, 1.1], [1.3, 2.5], [1.8, 3]], 3],
    ["stops 1 % before the next", "point-0", [1.4, 0.4], [[0.99, 0.4], [1, 1], [1.3, 2.5], [1.8, 3]], 3],
    ["stops 1 % after the one before", "point-2", [0.5, 2.5], [[0.7, 0.4], [1, 1], [1.01, 2.5], [1.8, 3]], 3],
    ["stops at 0 %", "point-0", [-1, 0.4], [[0, 0.4], [1, 1], [1.3, 2.5], [1.8, 3]], 3],
    ["payout stops at nothing", "point-2", [1.3, -1], [[0.7, 0.4], [1, 1], [1.3, 0], [1.8, 3]], 3],
    ["payout stops at the cap", "point-2", [1.3, 9], [[0.7, 0.4], [1, 1], [1.3, 3], [1.8, 3]], 3],
    ["the point that carries the cap takes it along", "point-3", [1.6, 3.5], [[0.7, 0.4], [1, 1], [1.3, 2.5], [1.6, 3.5]], 3.5],
    ["and stops at the corner below it", "point-3", [1.8, 1], [[0.7, 0.4], [1, 1], [1.3, 2.5], [1.8, 2.5]], 2.5],
  ] as const)("%s", (_, id, [attainment, payout], expected, cap) => {
    const moved = moveHandle(jump, id, { attainment, payout });
    expect(points(moved)).toEqual(expected);
    expect(moved.cap).toBe(cap);
  });

  it("shares the points that did not move", () => {
    const moved = moveHandle(jump, "point-2", { attainment: 1.2, payout: 2 }) as PointsCurve;
    expect(moved.points[0]).toBe(jump.points[0]);
  });

  it("holds a ramp's threshold at nothing", () => {
    const moved = moveHandle(presetCurve("ramp"), "point-0", { attainment: 0.5, payout: 0.3 });
    expect(points(moved)).toEqual([[0.5, 0], [1, 1], [1.3, 2]]);
    expect(thresholdKindOf(moved)).toBe("ramp");
  });

  it("keeps paying from the first unit, whichever end of the line moves", () => {
    const start = presetCurve("first-unit");
    expect(points(moveHandle(start, "point-0", { attainment: 0.5, payout: 0.9 }))).toEqual([[0.5, 0.5], [1, 1], [1.3, 1.6]]);
    const lower = moveHandle(start, "point-1", { attainment: 1, payout: 0.8 });
    expect(points(lower)).toEqual([[0.7, 0.56], [1, 0.8], [1.3, 1.6]]);
    expect(thresholdKindOf(lower)).toBe("first-unit");
  });

  it("turns a straight line into a ramp by its start", () => {
    const moved = moveHandle(presetCurve("straight-line"), "point-0", { attainment: 0.6, payout: 0.2 });
    expect(points(moved)).toEqual([[0.6, 0], [1, 1]]);
    expect(thresholdKindOf(moved)).toBe("ramp");
  });

  it("moves the two sides of a jump sideways together, up and down apart", () => {
    const curve: Curve = { ...jump, cap: null, points: [{ attainment: 0, payout: 0 }, { attainment: 1.2, payout: 1 }, { attainment: 1.2, payout: 2 }, { attainment: 1.5, payout: 2 }] };
    expect(points(moveHandle(curve, "point-1", { attainment: 1.3, payout: 1.1 }))).toEqual([[0, 0], [1.3, 1.1], [1.3, 2], [1.5, 2]]);
    expect(points(moveHandle(curve, "point-2", { attainment: 1.6, payout: 2 }))).toEqual([[0, 0], [1.49, 1], [1.49, 2], [1.5, 2]]);
  });

  it("keeps what a cap hides when moved sideways, and brings it under the cap when moved down", () => {
    const curve: Curve = { ...jump, cap: 2, points: [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1 }, { attainment: 1.3, payout: 2.5 }] };
    expect(points(moveHandle(curve, "point-2", { attainment: 1.4, payout: 2 }))).toEqual([[0, 0], [1, 1], [1.4, 2.5]]);
    expect(points(moveHandle(curve, "point-2", { attainment: 1.3, payout: 1.9 }))).toEqual([[0, 0], [1, 1], [1.3, 1.9]]);
  });

  it.each([
    ["up", 1.8, 1.8],
    ["no lower than just above the highest corner", 0.5, 1.01],
    ["no higher than ratios go", 900, 99.99],
  ])("moves a cap away from points %s", (_, payout, cap) => {
    expect(moveHandle(presetCurve("capped"), "cap", { attainment: 9, payout }).cap).toBe(cap);
  });

  it("keeps values off the grid in a direction that does not move", () => {
    const curve: Curve = { ...jump, points: [{ attainment: 0.725, payout: 0.333 }, { attainment: 1, payout: 1 }] };
    expect(points(moveHandle(curve, "point-0", { attainment: 0.725, payout: 0.5 }))).toEqual([[0.725, 0.5], [1, 1]]);
    expect(points(moveHandle(curve, "point-0", { attainment: 0.8, payout: 0.333 }))).toEqual([[0.8, 0.333], [1, 1]]);
  });

  it("gives the same curve back for an unknown handle and for no place at all", () => {
    expect(moveHandle(jump, "point-9", { attainment: 1, payout: 1 })).toBe(jump);
    expect(moveHandle(jump, "point-2", { attainment: NaN, payout: NaN })).toBe(jump);
  });
});

describe("moveHandle on tiers", () => {
  it.each<[CurvePresetId, string, readonly [number, number], unknown]>([
    ["tiers-marginal", "tier-start-1", [0.904, 5], [[0, 1], [0.9, 1.5], [1.2, 2]]],
    ["tiers-marginal", "tier-start-1", [2, 0], [[0, 1], [1.19, 1.5], [1.2, 2]]],
    ["tiers-marginal", "tier-start-0", [0.5, 0], [[0.5, 1], [1, 1.5], [1.2, 2]]],
    // Middle of the second tier: 110 %. 1 + 0.1 × rate.
    ["tiers-marginal", "tier-rate-1", [9, 1.25], [[0, 1], [1, 2.5], [1.2, 2]]],
    ["tiers-marginal", "tier-rate-1", [9, 1.2521], [[0, 1], [1, 2.5], [1.2, 2]]],
    ["tiers-marginal", "tier-rate-1", [9, 0.5], [[0, 1], [1, 0], [1.2, 2]]],
    // Middle of the second tier of a whole table: 90 % × rate.
    ["tiers-whole", "tier-rate-1", [9, 0.9], [[0, 0.6], [0.8, 1], [1, 1], [1.2, 1.25]]],
    // Middle of the third tier of an excess plan: 145 %. 1 + 0.45 × rate.
    ["tiers-excess", "tier-rate-2", [9, 2.35], [[0, 1], [1, 1.5], [1.2, 3]]],
    ["tiers-excess", "tier-rate-0", [9, 0.4], [[0, 0.8], [1, 1.5], [1.2, 2]]],
  ])("%s %s to %j", (id, handleId, [attainment, payout], expected) => {
    expect(tiers(moveHandle(presetCurve(id), handleId, { attainment, payout }))).toEqual(expected);
  });
});

describe("moveHandle on steps and levels", () => {
  const curve = presetCurve("steps");
  it.each([
    ["both ways", "step-1", [0.734, 0.9], [[0.6, 0.5], [0.73, 0.9], [1, 1], [1.2, 1.3]]],
    ["stops before the next", "step-1", [3, 0.8], [[0.6, 0.5], [0.99, 0.8], [1, 1], [1.2, 1.3]]],
    ["stops after the one before", "step-1", [0, 0.8], [[0.6, 0.5], [0.61, 0.8], [1, 1], [1.2, 1.3]]],
    ["may stand off target", "step-2", [1.05, 1], [[0.6, 0.5], [0.8, 0.8], [1.05, 1], [1.2, 1.3]]],
  ] as const)("%s", (_, id, [attainment, payout], expected) => {
    expect(steps(moveHandle(curve, id, { attainment, payout }))).toEqual(expected);
  });

  it("stops at the cap, and keeps the name of a level", () => {
    const capped: Curve = { ...presetCurve("levels"), cap: 1.4 };
    const moved = moveHandle(capped, "level-2", { attainment: 1.25, payout: 2 });
    expect(moved.kind === "levels" && moved.levels[2]).toEqual({ name: "Exceeded", from: 1.25, payout: 1.4 });
  });
});

describe("setHandle", () => {
  it("takes typed values as they are", () => {
    expect(points(setHandle(presetCurve("jump"), "point-0", { attainment: 0.7255, payout: 0.333 }))).toEqual([[0.7255, 0.333], [1, 1], [1.3, 2.5], [1.8, 3]]);
    expect(tiers(setHandle(presetCurve("tiers-marginal"), "tier-rate-1", { attainment: 1.1, payout: 1.123 }))).toEqual([[0, 1], [1, 1.23], [1.2, 2]]);
  });

  it("makes a jump of two points given the same attainment", () => {
    const met = setHandle(presetCurve("jump"), "point-2", { attainment: 1, payout: 2.5 });
    expect(points(met)).toEqual([[0.7, 0.4], [1, 1], [1, 2.5], [1.8, 3]]);
    expect(handle(met, "point-1")).toMatchObject({ name: "Just below target" });
  });

  it("never puts a third point there, nor two tiers, steps or levels at one attainment", () => {
    const pair = setHandle(presetCurve("jump"), "point-2", { attainment: 1, payout: 2.5 });
    expect(points(setHandle(pair, "point-0", { attainment: 1, payout: 0.4 }))).toEqual([[0.999, 0.4], [1, 1], [1, 2.5], [1.8, 3]]);
    expect(steps(setHandle(presetCurve("steps"), "step-0", { attainment: 0.8, payout: 0.5 }))).toEqual([[0.799, 0.5], [0.8, 0.8], [1, 1], [1.2, 1.3]]);
  });
});
