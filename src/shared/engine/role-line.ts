/** A role's total curve: what the whole plan pays, as a multiple of target incentive, with every weighted KPI at one attainment. */
import type { Role } from "../model/scenario.ts";
import { WHOLE } from "../units/basis-points.ts";
import { MOST_ATTAINMENT, snapAttainment } from "./attainment.ts";
import { factorAt } from "./curve/evaluate.ts";
import { gatedFactor, linkedFactor, slopeToTarget } from "./links.ts";
import type { LinePoint, Side } from "./outcome.ts";
import { planOf, type Plan, type PlanKpi } from "./plan.ts";

export type LineRange = { readonly from: number; readonly to: number };

/** Where a sloped modifier bends the line, it has a point at least every 64th of the range. */
const BENDS = 64;
/** Attainments closer than this are not worth a point of their own: they are told apart to ten decimals. */
const CLOSEST = 1e-9;

/**
 * The role's payout as a multiple of target incentive: Σ weight × factor with every weighted KPI at one attainment and
 * the others at 1, links and plan cap included (docs/compensation-model.md, "Cost by attainment").
 * @param attainment ratio; snapped to ten decimals and limited to 0–100
 * @param side at a corner, what applies there or just below it
 */
export function payoutFactorAt(role: Role, attainment: number, side: Side = "at"): number {
  const plan = planOf(role);
  return Math.min(totalFactor(plan, attainment, side), plan.payoutCap ?? Infinity);
}

/**
 * The corners of `payoutFactorAt` over a range, ends included; a jump is two points at one attainment. Straight lines
 * between the points are the exact curve, except where a sloped modifier bends it: there they are close to it.
 * @param range ratios, from ≤ to
 */
export function rolePayoutLine(role: Role, range: LineRange): readonly LinePoint[] {
  const plan = planOf(role);
  const line: LinePoint[] = [];
  for (const attainment of cornersOf(plan, range)) {
    const at = totalFactor(plan, attainment, "at");
    const below = attainment > range.from ? totalFactor(plan, attainment, "below") : at;
    line.push({ attainment, payout: below });
    if (at !== below) line.push({ attainment, payout: at });
  }
  return plan.payoutCap === null ? line : underCap(line, plan.payoutCap);
}

function totalFactor(plan: Plan, attainment: number, side: Side): number {
  const stands = standsAt(plan, attainment);
  let sum = 0;
  plan.kpis.forEach(({ weight, curve }, position) => {
    if (weight > 0 && curve !== null) sum += weight * linkedFactor(plan, position, factorAt(curve, attainment, side), stands, side);
  });
  return sum / WHOLE;
}

function standsAt(plan: Plan, attainment: number): readonly number[] {
  return plan.kpis.map(({ weight }) => (weight > 0 ? attainment : 1));
}

/** Cuts the line at the plan cap, with a corner where it reaches it. */
function underCap(line: readonly LinePoint[], cap: number): readonly LinePoint[] {
  const cut: LinePoint[] = [];
  line.forEach((point, index) => {
    const before = line[index - 1];
    if (before !== undefined && before.payout > cap && point.payout > cap && before.attainment === point.attainment) return;
    if (before !== undefined && before.payout < cap !== point.payout < cap) {
      const crossing = crossingOf(before.attainment, point.attainment, before.payout - cap, point.payout - cap);
      if (crossing > before.attainment && crossing < point.attainment) cut.push({ attainment: crossing, payout: cap });
    }
    cut.push({ attainment: point.attainment, payout: Math.min(point.payout, cap) });
  });
  return cut;
}

/** Where a straight line comes through 0 between two attainments, given how far from 0 it is at each. */
function crossingOf(from: number, to: number, atFrom: number, atTo: number): number {
  return atFrom === atTo ? from : snapAttainment(from + ((to - from) * atFrom) / (atFrom - atTo));
}

/** Every attainment at which the uncapped line may turn or jump, ascending, range ends included. */
function cornersOf(plan: Plan, { from, to }: LineRange): readonly number[] {
  const places = [from, to, MOST_ATTAINMENT];
  let bends = false;
  for (const kpi of plan.kpis) {
    if (kpi.weight === 0 || kpi.curve === null) continue;
    places.push(...kpi.curve.x, ...gatePlaces(plan, kpi));
    for (const { measuredBy, curve } of kpi.modifiers) {
      if (!isWeighted(plan, measuredBy)) continue;
      places.push(...curve.x);
      bends ||= curve.slope.some((slope) => slope !== 0);
    }
  }
  const corners = ascendingWithin(places, from, to);
  const crossed = plan.kpis.some(({ gates }) => gates.length > 0) ? ascendingWithin([...corners, ...gateCrossings(plan, corners)], from, to) : corners;
  return bends ? withBends(crossed, Math.max((to - from) / BENDS, CLOSEST)) : crossed;
}

function isWeighted(plan: Plan, position: number): boolean {
  return (plan.kpis[position]?.weight ?? 0) > 0;
}

function ascendingWithin(places: readonly number[], from: number, to: number): readonly number[] {
  return [...places].sort((a, b) => a - b).filter((place, index, sorted) => place >= from && place <= to && place !== sorted[index - 1]);
}

/** Where a gate opens, and where what a missed one leaves has a corner of its own. */
function gatePlaces(plan: Plan, { gates, curve }: PlanKpi): readonly number[] {
  return gates.flatMap(({ measuredBy, minimum, outcome }) => {
    const places = isWeighted(plan, measuredBy) ? [minimum] : [];
    if (outcome === "capped-at-target" || outcome === "accelerator-blocked") places.push(1);
    const slope = curve === null || outcome !== "accelerator-blocked" ? 0 : slopeToTarget(curve);
    if (curve !== null && slope < 0) places.push(snapAttainment(1 - factorAt(curve, 1) / slope));
    return places;
  });
}

/** Where the lowest of a curve and its gates changes from one to another, between two corners. */
function gateCrossings(plan: Plan, corners: readonly number[]): readonly number[] {
  const found: number[] = [];
  plan.kpis.forEach(({ weight, gates }, position) => {
    if (weight === 0 || gates.length === 0) return;
    corners.forEach((from, index) => {
      const to = corners[index + 1];
      if (to === undefined) return;
      const start = gateResults(plan, position, from, "at");
      const end = gateResults(plan, position, to, "below");
      start.forEach((one, first) => {
        for (let second = 0; second < first; second += 1) {
          const atFrom = one - (start[second] ?? 0);
          const atTo = (end[first] ?? 0) - (end[second] ?? 0);
          if (atFrom > 0 !== atTo > 0) found.push(crossingOf(from, to, atFrom, atTo));
        }
      });
    });
  });
  return found;
}

/** What the curve pays, and what it pays under each gate alone. */
function gateResults(plan: Plan, position: number, attainment: number, side: Side): readonly number[] {
  const kpi = plan.kpis[position];
  if (kpi?.curve == null) return [];
  const stands = standsAt(plan, attainment);
  const factor = factorAt(kpi.curve, attainment, side);
  return [factor, ...kpi.gates.map((gate) => gatedFactor(plan, position, gate, factor, stands, side))];
}

function withBends(corners: readonly number[], step: number): readonly number[] {
  return corners.flatMap((corner, index) => {
    const width = (corners[index + 1] ?? corner) - corner;
    const pieces = Math.max(1, Math.ceil(width / step));
    return Array.from({ length: pieces }, (_, piece) => corner + (width * piece) / pieces);
  });
}
