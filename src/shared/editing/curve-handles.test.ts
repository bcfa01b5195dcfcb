import { describe, expect, it } from "vitest";
import { presetCurve, type CurvePresetId } from "../library/index.ts";
import type { Curve } from "../model/scenario.ts";
import { curveHandles, thresholdKindOf } from "./index.ts";

const shown = (curve: Curve): readonly string[] =>
  curveHandles(curve).map(({ id, kind, name, attainment, payout, moves }) => `${id} (${kind}) ${name}: ${attainment} pays ${Math.round(payout * 1e6) / 1e6}, ${moves}`);

describe("curveHandles", () => {
  it.each<[CurvePresetId, readonly string[]]>([
    ["jump", [
      "point-0 (point) Threshold: 0.7 pays 0.4, both",
      "point-1 (point) Target: 1 pays 1, payout",
      "point-2 (point) Excellence: 1.3 pays 2.5, both",
      "point-3 (cap) Cap: 1.8 pays 3, both",
    ]],
    ["straight-line", ["point-0 (point) Start: 0 pays 0, attainment", "point-1 (point) Target: 1 pays 1, payout"]],
    ["ramp", ["point-0 (point) Threshold: 0.7 pays 0, attainment", "point-1 (point) Target: 1 pays 1, payout", "point-2 (point) Excellence: 1.3 pays 2, both"]],
    ["first-unit", ["point-0 (point) Threshold: 0.7 pays 0.7, attainment", "point-1 (point) Target: 1 pays 1, payout", "point-2 (point) Excellence: 1.3 pays 1.6, both"]],
    ["decelerator", [
      "point-0 (point) Start: 0 pays 0, attainment",
      "point-1 (point) Target: 1 pays 1, payout",
      "point-2 (point) Excellence: 1.3 pays 1.6, both",
      "point-3 (point) Point: 1.5 pays 1.7, both",
    ]],
    ["capped", ["point-0 (point) Start: 0 pays 0, attainment", "point-1 (point) Target: 1 pays 1, payout", "cap (cap) Cap: 1.5 pays 1.5, payout"]],
    ["tiers-marginal", [
      "tier-start-0 (tier-start) Tier 1: 0 pays 0, attainment",
      "tier-start-1 (tier-start) Tier 2: 1 pays 1, attainment",
      "tier-start-2 (tier-start) Tier 3: 1.2 pays 1.3, attainment",
      "tier-rate-0 (tier-rate) Rate of tier 1: 0.5 pays 0.5, payout",
      "tier-rate-1 (tier-rate) Rate of tier 2: 1.1 pays 1.15, payout",
      "tier-rate-2 (tier-rate) Rate of tier 3: 1.45 pays 1.8, payout",
    ]],
    ["tiers-excess", [
      "tier-start-0 (tier-start) Tier 1: 0 pays 0, attainment",
      "tier-start-1 (tier-start) Tier 2: 1 pays 1, attainment",
      "tier-start-2 (tier-start) Tier 3: 1.2 pays 1.4, attainment",
      "tier-rate-0 (tier-rate) Rate of tier 1: 0.5 pays 0.5, payout",
      "tier-rate-1 (tier-rate) Rate of tier 2: 1.1 pays 1.15, payout",
      "tier-rate-2 (tier-rate) Rate of tier 3: 1.45 pays 1.9, payout",
    ]],
    ["steps", [
      "step-0 (step) Step 1: 0.6 pays 0.5, both",
      "step-1 (step) Step 2: 0.8 pays 0.8, both",
      "step-2 (step) Step 3: 1 pays 1, both",
      "step-3 (step) Step 4: 1.2 pays 1.3, both",
    ]],
    ["levels", [
      "level-0 (level) Partly met: 0.5 pays 0.5, both",
      "level-1 (level) Met: 1 pays 1, both",
      "level-2 (level) Exceeded: 1.25 pays 1.25, both",
      "level-3 (level) Far exceeded: 1.5 pays 1.5, both",
    ]],
  ])("%s", (id, handles) => {
    expect(shown(presetCurve(id))).toEqual(handles);
  });

  it("names both sides of a jump, numbers plain points, and holds the lower side of a first jump down", () => {
    const curve: Curve = {
      kind: "points", below: "zero", above: "flat", cap: null,
      points: [
        { attainment: 0.5, payout: 0.3 }, { attainment: 0.5, payout: 0.4 }, { attainment: 0.8, payout: 0.6 }, { attainment: 1, payout: 0.9 }, { attainment: 1, payout: 1 },
        { attainment: 1.2, payout: 1.5 }, { attainment: 1.2, payout: 2 }, { attainment: 1.4, payout: 2 },
      ],
    };
    expect(shown(curve)).toEqual([
      "point-0 (point) Just below threshold: 0.5 pays 0, attainment",
      "point-1 (point) Threshold: 0.5 pays 0.4, both",
      "point-2 (point) Point 1: 0.8 pays 0.6, both",
      "point-3 (point) Just below target: 1 pays 0.9, payout",
      "point-4 (point) Target: 1 pays 1, payout",
      "point-5 (point) Just below excellence: 1.2 pays 1.5, both",
      "point-6 (point) Excellence: 1.2 pays 2, both",
      "point-7 (point) Point 2: 1.4 pays 2, both",
    ]);
  });

  it("sits on the line where a cap cuts a corner off", () => {
    const curve: Curve = { kind: "points", below: "zero", above: "extend", cap: 2, points: [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1 }, { attainment: 1.3, payout: 2.5 }] };
    expect(shown(curve).slice(2)).toEqual(["point-2 (point) Excellence: 1.3 pays 2, both", "cap (cap) Cap: 1.2 pays 2, payout"]);
  });

  it("has no handle for a rate that a cap or an excess plan leaves without effect", () => {
    const capped: Curve = { kind: "tiers", basis: "marginal", cap: 1, tiers: [{ from: 0, rate: 1 }, { from: 1, rate: 2 }] };
    expect(curveHandles(capped).map((handle) => handle.id)).toEqual(["tier-start-0", "tier-start-1", "tier-rate-0", "cap"]);
    const excess: Curve = { kind: "tiers", basis: "excess", cap: null, tiers: [{ from: 0, rate: 0.5 }, { from: 0.5, rate: 1 }] };
    expect(curveHandles(excess).map((handle) => handle.id)).toEqual(["tier-start-0", "tier-start-1", "tier-rate-1"]);
  });

  it("numbers a level without a name", () => {
    expect(curveHandles({ kind: "levels", cap: null, levels: [{ name: "", from: 1, payout: 1 }] })[0]!.name).toBe("Level 1");
  });
});

describe("thresholdKindOf", () => {
  it.each([
    ["straight-line", "none"], ["ramp", "ramp"], ["first-unit", "first-unit"], ["jump", "jump"], ["tiers-marginal", null], ["steps", null], ["levels", null],
  ] as const)("%s: %s", (id, kind) => {
    expect(thresholdKindOf(presetCurve(id))).toBe(kind);
  });
});
