/** The corners of each curve kind before its cap: what is paid just below, what from there on, and how it goes on. */
import type { Curve, CurveStep, CurveTier, PointsCurve, TiersCurve } from "../../model/scenario.ts";
import { snapAttainment } from "../attainment.ts";

/** `below` is what the line before comes to; `slope` is payout per attainment from the knot on. */
export type Knot = { readonly x: number; readonly below: number; readonly at: number; readonly slope: number };

const NOTHING: Knot = { x: 0, below: 0, at: 0, slope: 0 };

/** The knots of a curve, strictly ascending, the first at 0 (docs/compensation-model.md, "Curve shapes"). */
export function knotsOf(curve: Curve): readonly Knot[] {
  switch (curve.kind) {
    case "points":
      return pointKnots(curve);
    case "tiers":
      return tierKnots(curve);
    case "steps":
      return stepKnots(curve.steps);
    case "levels":
      return stepKnots(curve.levels);
  }
}

/** Adds a knot, or lets it take over from the last one where both stand at one attainment. */
function add(knots: Knot[], knot: Knot): void {
  const last = knots.at(-1);
  if (last?.x === knot.x) knots[knots.length - 1] = { ...knot, below: last.below };
  else knots.push(knot);
}

function pointKnots({ points, below, above }: PointsCurve): readonly Knot[] {
  const knots: Knot[] = [];
  for (const { attainment, payout } of points) add(knots, { x: snapAttainment(attainment), below: payout, at: payout, slope: 0 });
  for (const [index, next] of knots.entries()) {
    const knot = knots[index - 1];
    if (knot !== undefined) knots[index - 1] = { ...knot, slope: (next.below - knot.at) / (next.x - knot.x) };
  }
  extend(knots, above);
  const first = knots[0];
  if (first === undefined || first.x === 0) return knots;
  const ground = below === "first" ? first.below : 0;
  knots[0] = { ...first, below: ground };
  return [{ x: 0, below: ground, at: ground, slope: 0 }, ...knots];
}

/** Above the last point: flat, or on along the last slope unless a jump ended it or there is no slope to go on. */
function extend(knots: Knot[], above: PointsCurve["above"]): void {
  const last = knots.at(-1);
  if (above === "extend" && last !== undefined && last.below === last.at) {
    knots[knots.length - 1] = { ...last, slope: knots.at(-2)?.slope ?? 0 };
  }
}

function stepKnots(steps: readonly CurveStep[]): readonly Knot[] {
  const knots: Knot[] = [NOTHING];
  let reached = 0;
  for (const { from, payout } of steps) {
    add(knots, { x: snapAttainment(from), below: reached, at: payout, slope: 0 });
    reached = payout;
  }
  return knots;
}

function tierKnots({ basis, tiers }: TiersCurve): readonly Knot[] {
  const snapped = tiers.map((tier) => ({ from: snapAttainment(tier.from), rate: tier.rate }));
  switch (basis) {
    case "marginal":
      return marginalKnots(snapped);
    case "whole":
      return wholeKnots(snapped);
    case "excess":
      return excessKnots(snapped);
  }
}

/** Each rate on the part inside its tier. */
function marginalKnots(tiers: readonly CurveTier[]): readonly Knot[] {
  const knots: Knot[] = [NOTHING];
  let payout = 0;
  let before: CurveTier = { from: 0, rate: 0 };
  for (const tier of tiers) {
    payout += before.rate * (tier.from - before.from);
    add(knots, { x: tier.from, below: payout, at: payout, slope: tier.rate });
    before = tier;
  }
  return knots;
}

/** The rate that is reached on everything, back to the first unit. */
function wholeKnots(tiers: readonly CurveTier[]): readonly Knot[] {
  const knots: Knot[] = [NOTHING];
  let rate = 0;
  for (const tier of tiers) {
    add(knots, { x: tier.from, below: rate * tier.from, at: tier.rate * tier.from, slope: tier.rate });
    rate = tier.rate;
  }
  return knots;
}

/** The base rate on everything up to target, the rate that is reached on everything above it. */
function excessKnots(tiers: readonly CurveTier[]): readonly Knot[] {
  const base = tiers.findLast((tier) => tier.from < 1)?.rate ?? 1;
  const first = tiers[0]?.from ?? 0;
  // Where every tier starts at target or above, the base rate pays from 0 on; otherwise nothing pays below the first.
  const knots: Knot[] = [{ ...NOTHING, slope: first < 1 ? 0 : base }];
  if (first < 1) add(knots, { x: first, below: 0, at: base * first, slope: base });
  let rate = tiers.findLast((tier) => tier.from <= 1)?.rate ?? 0;
  add(knots, { x: 1, below: base, at: base, slope: rate });
  for (const tier of tiers) {
    if (tier.from <= 1) continue;
    add(knots, { x: tier.from, below: base + rate * (tier.from - 1), at: base + tier.rate * (tier.from - 1), slope: tier.rate });
    rate = tier.rate;
  }
  return knots;
}
