import { describe, expect, it } from "vitest";
import { presetCurve } from "../library/index.ts";
import type { Curve, PointsCurve } from "../model/scenario.ts";
import { addHandle, curveHandles, removeHandle, thresholdKindOf } from "./index.ts";
import { MOST_CORNERS } from "../model/limits.ts";

const points = (curve: Curve | null): unknown => (curve?.kind === "points" ? curve.points.map(({ attainment, payout }) => [attainment, payout]) : null);

describe("addHandle", () => {
  const jump = presetCurve("jump");
  it.each([
    ["on the line, at a whole percent", [1.151, 1.75], [[0.7, 0.4], [1, 1], [1.15, 1.75], [1.3, 2.5], [1.8, 3]]],
    ["off the line", [1.15, 2.001], [[0.7, 0.4], [1, 1], [1.15, 2], [1.3, 2.5], [1.8, 3]]],
    ["before the threshold, with the jump kept", [0.5, 0], [[0.5, 0], [0.7, 0], [0.7, 0.4], [1, 1], [1.3, 2.5], [1.8, 3]]],
    ["off the line before the threshold", [0.5, 0.2], [[0.5, 0.2], [0.7, 0.4], [1, 1], [1.3, 2.5], [1.8, 3]]],
    ["beyond the cap, on the hidden line", [2, 3], [[0.7, 0.4], [1, 1], [1.3, 2.5], [1.8, 3], [2, 3.2]]],
    ["at a point's attainment, as a jump", [1.3, 2.9], [[0.7, 0.4], [1, 1], [1.3, 2.5], [1.3, 2.9], [1.8, 3]]],
    ["no higher than the cap", [1.5, 9], [[0.7, 0.4], [1, 1], [1.3, 2.5], [1.5, 3], [1.8, 3]]],
  ] as const)("adds a point %s", (_, [attainment, payout], expected) => {
    expect(points(addHandle(jump, { attainment, payout }))).toEqual(expected);
  });

  it("adds nothing on a point, to a jump, or to a full curve", () => {
    expect(addHandle(jump, { attainment: 1.3, payout: 2.5 })).toBe(jump);
    const pair = addHandle(jump, { attainment: 1.3, payout: 2.9 });
    expect(addHandle(pair, { attainment: 1.3, payout: 2 })).toBe(pair);
    const full: Curve = { ...(jump as PointsCurve), points: Array.from({ length: MOST_CORNERS }, (_, index) => ({ attainment: index / 10, payout: 1 })) };
    expect(addHandle(full, { attainment: 0.55, payout: 1 })).toBe(full);
  });

  it("starts a tier at the rate that applies there, at 0 before the first", () => {
    const added = addHandle(presetCurve("tiers-marginal"), { attainment: 1.1, payout: 9 });
    expect(added).toMatchObject({ tiers: [{ from: 0 }, { from: 1, rate: 1.5 }, { from: 1.1, rate: 1.5 }, { from: 1.2, rate: 2 }] });
    const late: Curve = { kind: "tiers", basis: "whole", cap: null, tiers: [{ from: 0.8, rate: 1 }] };
    expect(addHandle(late, { attainment: 0.5, payout: 0 })).toMatchObject({ tiers: [{ from: 0.5, rate: 0 }, { from: 0.8, rate: 1 }] });
    expect(addHandle(late, { attainment: 0.8, payout: 0 })).toBe(late);
    const excess: Curve = { ...late, basis: "excess" };
    expect(addHandle(excess, { attainment: 0.5, payout: 0 })).toBe(excess);
  });

  it("adds a step and a level with a name", () => {
    expect(addHandle(presetCurve("steps"), { attainment: 0.9, payout: 0.9 })).toMatchObject({ steps: [{ from: 0.6 }, { from: 0.8 }, { from: 0.9, payout: 0.9 }, { from: 1 }, { from: 1.2 }] });
    expect(addHandle(presetCurve("levels"), { attainment: 0.75, payout: 0.5 })).toMatchObject({ levels: [{ from: 0.5 }, { name: "Level 5", from: 0.75, payout: 0.5 }, { from: 1 }, {}, {}] });
    const steps = presetCurve("steps");
    expect(addHandle(steps, { attainment: 1, payout: 2 })).toBe(steps);
  });
});

describe("removeHandle", () => {
  it("takes a point away", () => {
    expect(points(removeHandle(presetCurve("jump"), "point-2"))).toEqual([[0.7, 0.4], [1, 1], [1.8, 3]]);
  });

  it("takes the cap away and leaves the point that carried it", () => {
    const left = removeHandle(presetCurve("jump"), "point-3");
    expect(left?.cap).toBeNull();
    expect(points(left)).toEqual(points(presetCurve("jump")));
    expect(removeHandle(presetCurve("capped"), "cap")?.cap).toBeNull();
  });

  it("keeps paying from the first unit when the end of that line goes", () => {
    const left = removeHandle(presetCurve("first-unit"), "point-1");
    expect(points(left)).toEqual([[0.7, 0.8615384615385], [1.3, 1.6]]);
    expect(thresholdKindOf(left!)).toBe("first-unit");
  });

  it.each(["tier-start-1", "tier-rate-1"])("takes a tier away with its handle %s", (id) => {
    expect(removeHandle(presetCurve("tiers-marginal"), id)).toMatchObject({ tiers: [{ from: 0, rate: 1 }, { from: 1.2, rate: 2 }] });
  });

  it("leaves the last corner of every kind", () => {
    const single: readonly Curve[] = [
      { kind: "points", below: "zero", above: "flat", cap: null, points: [{ attainment: 1, payout: 1 }] },
      { kind: "tiers", basis: "marginal", cap: null, tiers: [{ from: 0, rate: 1 }] },
      { kind: "steps", cap: null, steps: [{ from: 1, payout: 1 }] },
      { kind: "levels", cap: null, levels: [{ name: "Met", from: 1, payout: 1 }] },
    ];
    for (const curve of single) for (const handle of curveHandles(curve)) expect(removeHandle(curve, handle.id)).toBeNull();
    expect(removeHandle(presetCurve("jump"), "point-9")).toBeNull();
  });
});
