/** Named payout curves to start from: the whole family of shapes, each paying 100 % at target. */
import type { Curve } from "../model/scenario.ts";

export type CurvePresetId =
  | "straight-line"
  | "ramp"
  | "first-unit"
  | "jump"
  | "accelerator"
  | "decelerator"
  | "capped"
  | "tiers-marginal"
  | "tiers-whole"
  | "tiers-excess"
  | "steps"
  | "levels";

export type CurvePreset = {
  readonly id: CurvePresetId;
  readonly name: string;
  /** What it does, in one line. */
  readonly help: string;
  readonly curve: Curve;
};

const PRESETS = {
  "straight-line": {
    name: "Straight line",
    help: "Pays from the first unit: 80% of target pays 80%. No threshold, no cap.",
    curve: {
      kind: "points", below: "zero", above: "extend", cap: null,
      points: [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1 }],
    },
  },
  ramp: {
    name: "Ramp from a threshold",
    help: "Pays nothing up to 70%, then climbs from zero. No cliff at the threshold.",
    curve: {
      kind: "points", below: "zero", above: "extend", cap: null,
      points: [{ attainment: 0.7, payout: 0 }, { attainment: 1, payout: 1 }, { attainment: 1.3, payout: 2 }],
    },
  },
  "first-unit": {
    name: "Threshold, then from the first unit",
    help: "Pays nothing up to 70%; once reached, pays as if from zero.",
    curve: {
      kind: "points", below: "zero", above: "extend", cap: null,
      points: [{ attainment: 0.7, payout: 0.7 }, { attainment: 1, payout: 1 }, { attainment: 1.3, payout: 1.6 }],
    },
  },
  jump: {
    name: "Jump at the threshold, then a slope",
    help: "A lump of 40% at 70%, a steep climb to excellence, then gentler up to a cap of 300%.",
    curve: {
      kind: "points", below: "zero", above: "extend", cap: 3,
      points: [
        { attainment: 0.7, payout: 0.4 }, { attainment: 1, payout: 1 },
        { attainment: 1.3, payout: 2.5 }, { attainment: 1.8, payout: 3 },
      ],
    },
  },
  accelerator: {
    name: "Accelerator above target",
    help: "Pays from the first unit; every point above target pays double.",
    curve: {
      kind: "points", below: "zero", above: "extend", cap: null,
      points: [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1 }, { attainment: 1.3, payout: 1.6 }],
    },
  },
  decelerator: {
    name: "Decelerator above excellence",
    help: "Double above target up to 130%, then half, so that a windfall costs less.",
    curve: {
      kind: "points", below: "zero", above: "extend", cap: null,
      points: [
        { attainment: 0, payout: 0 }, { attainment: 1, payout: 1 },
        { attainment: 1.3, payout: 1.6 }, { attainment: 1.5, payout: 1.7 },
      ],
    },
  },
  capped: {
    name: "Capped",
    help: "Pays from the first unit, one for one, and never more than 150%.",
    curve: {
      kind: "points", below: "zero", above: "extend", cap: 1.5,
      points: [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1 }],
    },
  },
  "tiers-marginal": {
    name: "Tiers, each rate on its part",
    help: "1× up to target, 1.5× on the part above it, 2× on the part above 120%.",
    curve: {
      kind: "tiers", basis: "marginal", cap: null,
      tiers: [{ from: 0, rate: 1 }, { from: 1, rate: 1.5 }, { from: 1.2, rate: 2 }],
    },
  },
  "tiers-whole": {
    name: "Tiers, rate reached on everything",
    help: "Reaching a tier pays its rate on all results back to the first unit.",
    curve: {
      kind: "tiers", basis: "whole", cap: null,
      tiers: [{ from: 0, rate: 0.6 }, { from: 0.8, rate: 0.8 }, { from: 1, rate: 1 }, { from: 1.2, rate: 1.25 }],
    },
  },
  "tiers-excess": {
    name: "Tiers, rate reached above target only",
    help: "1× up to target; the rate reached counts on everything above target.",
    curve: {
      kind: "tiers", basis: "excess", cap: null,
      tiers: [{ from: 0, rate: 1 }, { from: 1, rate: 1.5 }, { from: 1.2, rate: 2 }],
    },
  },
  steps: {
    name: "Steps",
    help: "A fixed payout from each step on: 50% from 60%, 80% from 80%, 100% from target, 130% from 120%.",
    curve: {
      kind: "steps", cap: null,
      steps: [{ from: 0.6, payout: 0.5 }, { from: 0.8, payout: 0.8 }, { from: 1, payout: 1 }, { from: 1.2, payout: 1.3 }],
    },
  },
  levels: {
    name: "Levels for objectives",
    help: "Pays 0, 50, 100, 125 or 150% by the level of objectives met.",
    curve: {
      kind: "levels", cap: null,
      levels: [
        { name: "Partly met", from: 0.5, payout: 0.5 }, { name: "Met", from: 1, payout: 1 },
        { name: "Exceeded", from: 1.25, payout: 1.25 }, { name: "Far exceeded", from: 1.5, payout: 1.5 },
      ],
    },
  },
} as const satisfies Record<CurvePresetId, Omit<CurvePreset, "id">>;

/** Every preset, in the order of a menu: lines, tiers, steps. */
export const CURVE_PRESETS: readonly CurvePreset[] = (Object.keys(PRESETS) as CurvePresetId[]).map((id) => ({ id, ...PRESETS[id] }));

/**
 * The curve of a preset. Curves are values: two KPIs may hold the same one.
 */
export function presetCurve(id: CurvePresetId): Curve {
  return PRESETS[id].curve;
}
