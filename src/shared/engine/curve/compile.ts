/** Every kind of payout curve as one compiled form: the only form that is evaluated, drawn or checked. */
import type { Curve, PointsCurve, TiersCurve } from "../../model/scenario.ts";
import { snapAttainment } from "../attainment.ts";
import type { CompiledCurve } from "../outcome.ts";

/** A corner: what is paid just below it and from it on. Between corners the payout is a straight line. */
type Knot = { readonly x: number; readonly below: number; readonly at: number };
type Knots = { readonly knots: readonly Knot[]; readonly lastSlope: number };

const compiled = new WeakMap<Curve, CompiledCurve>();

/**
 * Compiles a payout curve (compensation model, "Curve shapes"). Kept per curve value, so asking again costs nothing.
 * @param curve attainments and payouts as ratios, valid as the file reader demands
 */
export function compileCurve(curve: Curve): CompiledCurve {
  const known = compiled.get(curve);
  if (known !== undefined) return known;
  const result = withCap(knotsOf(curve), curve.cap);
  compiled.set(curve, result);
  return result;
}

function knotsOf(curve: Curve): Knots {
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

function pointKnots({ points, below, above }: PointsCurve): Knots {
  const knots: Knot[] = [];
  let endsInJump = false;
  for (const { attainment, payout } of points) {
    const last = knots.at(-1);
    endsInJump = last?.x === attainment;
    if (last !== undefined && endsInJump) knots[knots.length - 1] = { ...last, at: payout };
    else knots.push({ x: attainment, below: payout, at: payout });
  }
  const [first, ...rest] = knots;
  if (first === undefined) return { knots: [{ x: 0, below: 0, at: 0 }], lastSlope: 0 };
  const end = rest.at(-1);
  const before = rest.at(-2) ?? first;
  const lastSlope = above === "extend" && !endsInJump && end !== undefined ? (end.below - before.at) / (end.x - before.x) : 0;
  if (first.x === 0) return { knots: [{ ...first, below: first.at }, ...rest], lastSlope };
  const ground = below === "first" ? first.below : 0;
  return { knots: [{ x: 0, below: ground, at: ground }, { ...first, below: ground }, ...rest], lastSlope };
}

function stepKnots(steps: readonly { readonly from: number; readonly payout: number }[]): Knots {
  const knots: Knot[] = (steps[0]?.from ?? 1) > 0 ? [{ x: 0, below: 0, at: 0 }] : [];
  for (const { from, payout } of steps) knots.push({ x: from, below: knots.at(-1)?.at ?? payout, at: payout });
  return { knots, lastSlope: 0 };
}

function tierKnots({ basis, tiers }: TiersCurve): Knots {
  switch (basis) {
    case "marginal": {
      const knots: Knot[] = [];
      let reached = 0;
      let from = 0;
      let rate = 0;
      if ((tiers[0]?.from ?? 1) > 0) knots.push({ x: 0, below: 0, at: 0 });
      for (const tier of tiers) {
        reached += rate * (tier.from - from);
        knots.push({ x: tier.from, below: reached, at: reached });
        ({ from, rate } = tier);
      }
      return { knots, lastSlope: rate };
    }
    case "whole": {
      const knots: Knot[] = [];
      let rate = 0;
      if ((tiers[0]?.from ?? 1) > 0) knots.push({ x: 0, below: 0, at: 0 });
      for (const tier of tiers) {
        knots.push({ x: tier.from, below: rate * tier.from, at: tier.rate * tier.from });
        rate = tier.rate;
      }
      return { knots, lastSlope: rate };
    }
    case "excess":
      return excessKnots(tiers);
  }
}

/** Base rate on everything up to target, the rate that was reached on everything above it. */
function excessKnots(tiers: TiersCurve["tiers"]): Knots {
  const firstFrom = tiers[0]?.from ?? 0;
  const baseRate = tiers.findLast((tier) => tier.from < 1)?.rate ?? 1;
  const knots: Knot[] = [{ x: 0, below: 0, at: 0 }];
  // Below the first tier nothing is paid; but where every tier starts at target or above, the base rate pays up to it.
  if (firstFrom > 0 && firstFrom < 1) knots.push({ x: firstFrom, below: 0, at: baseRate * firstFrom });
  knots.push({ x: 1, below: baseRate, at: baseRate });
  let rate = tiers.findLast((tier) => tier.from <= 1)?.rate ?? 0;
  for (const tier of tiers) {
    if (tier.from <= 1) continue;
    knots.push({ x: tier.from, below: baseRate + rate * (tier.from - 1), at: baseRate + tier.rate * (tier.from - 1) });
    rate = tier.rate;
  }
  return { knots, lastSlope: rate };
}

/** Cuts the lines at the cap, adding a corner wherever a line passes through it. */
function withCap({ knots, lastSlope }: Knots, cap: number | null): CompiledCurve {
  const x: number[] = [];
  const below: number[] = [];
  const at: number[] = [];
  const slope: number[] = [];
  const limit = cap ?? Infinity;
  let binds = false;
  const push = (atX: number, valueBelow: number, value: number, slopeAfter: number): void => {
    x.push(atX);
    below.push(valueBelow);
    at.push(value);
    slope.push(slopeAfter);
  };
  knots.forEach((knot, index) => {
    const next = knots[index + 1];
    const rise = next === undefined ? lastSlope : (next.below - knot.at) / (next.x - knot.x);
    const capped = knot.at > limit || (knot.at === limit && rise > 0);
    binds ||= capped || knot.below > limit;
    push(knot.x, Math.min(knot.below, limit), Math.min(knot.at, limit), capped && rise >= 0 ? 0 : rise);
    if (limit === Infinity || rise === 0) return;
    const crossing = snapAttainment(knot.x + (limit - knot.at) / rise);
    const isInside = crossing > knot.x && (next === undefined || crossing < next.x);
    if (!isInside || (rise > 0) === capped) return;
    binds = true;
    if (rise > 0) {
      push(crossing, limit, limit, 0);
    } else {
      slope[slope.length - 1] = 0;
      push(crossing, limit, limit, rise);
    }
  });
  return { x, below, at, slope, cap: binds ? cap : null };
}
