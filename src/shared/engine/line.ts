/** Payout lines with every corner and jump: some KPIs of a plan move along, the others stand where they are. */
import { MOST_ATTAINMENT, snapAttainment } from "./attainment.ts";
import { curveFactor, factorAtTarget, gatedFactor, linkedFactor, slopeToTarget, type Standings } from "./links.ts";
import type { LinePoint, Side } from "./outcome.ts";
import type { Plan, PlanKpi } from "./plan.ts";

export type LineRange = { readonly from: number; readonly to: number };

/** A way through the attainments of a plan: one attainment for all KPIs that move. */
export type Walk = {
  readonly plan: Plan;
  readonly moves: (position: number) => boolean;
  /** Where the KPIs stand that do not move; one attainment per KPI of the plan. */
  readonly stands: readonly number[];
  /** Positions of the KPIs whose payout is drawn. */
  readonly paying: readonly number[];
};

/** Where the line is bent it has a point at least every 64th of the range. */
const BENDS = 64;
/** Attainments closer than this are not worth a point of their own: they are told apart to ten decimals. */
const CLOSEST = 1e-9;

/** The factor that pays of one KPI, links included, on one side of an attainment of the walk. A KPI that stands has no below. */
export function walkedFactor(walk: Walk, position: number, attainment: number, side: Side): number {
  const standings = standingsOn(walk, attainment, side);
  return linkedFactor(walk.plan, position, curveFactor(walk.plan, position, standings), standings);
}

/**
 * The corners of a payout along a walk, range ends included; a jump is two points at one attainment. Straight lines between
 * the points are exact, except where slopes multiply (a sloped modifier on a slope, both measures of a linear matrix): there
 * they are close.
 * @param payout adds up {@link walkedFactor} of the paying KPIs in whatever way is drawn
 * @param range ratios, from ≤ to; a jump at `from` shows only what applies there
 */
export function walkedLine(walk: Walk, range: LineRange, payout: (attainment: number, side: Side) => number): readonly LinePoint[] {
  const line: LinePoint[] = [];
  for (const attainment of cornersOf(walk, range)) {
    const at = payout(attainment, "at");
    const below = attainment > range.from ? payout(attainment, "below") : at;
    line.push({ attainment, payout: below });
    if (at !== below) line.push({ attainment, payout: at });
  }
  return line;
}

/** Where a straight line comes through 0 between two attainments, given how far from 0 it is at each. */
export function crossingOf(from: number, to: number, atFrom: number, atTo: number): number {
  return atFrom === atTo ? from : snapAttainment(from + ((to - from) * atFrom) / (atFrom - atTo));
}

function standingsOn({ moves, stands }: Walk, attainment: number, side: Side): Standings {
  return {
    attainments: stands.map((stand, position) => (moves(position) ? attainment : stand)),
    side: (position) => (moves(position) ? side : "at"),
  };
}

/** Every attainment at which the payout may turn or jump, ascending, range ends included. */
function cornersOf(walk: Walk, { from, to }: LineRange): readonly number[] {
  const kpis = payingKpis(walk);
  const corners = ascendingWithin([from, to, MOST_ATTAINMENT, ...turningPlaces(walk)], from, to);
  const close = kpis.some(([, kpi]) => isBent(walk, kpi)) ? withBends(corners, Math.max((to - from) / BENDS, CLOSEST)) : corners;
  return kpis.some(([, { gates }]) => gates.length > 0) ? ascendingWithin([...close, ...gateCrossings(walk, close)], from, to) : close;
}

function payingKpis({ plan, paying }: Walk): readonly (readonly [position: number, kpi: PlanKpi])[] {
  return paying.flatMap((position) => {
    const kpi = plan.kpis[position];
    return kpi === undefined ? [] : [[position, kpi] as const];
  });
}

function ascendingWithin(places: readonly number[], from: number, to: number): readonly number[] {
  return [...places].sort((a, b) => a - b).filter((place, index, sorted) => place >= from && place <= to && place !== sorted[index - 1]);
}

/**
 * The corners that curves and links have of their own along a walk, in no order: of curves, matrices and modifiers whose
 * measure moves, of gates that open on the way and of what a missed one leaves. Where the lowest of several gates changes
 * from one to another is not among them.
 */
function turningPlaces(walk: Walk): readonly number[] {
  const { moves } = walk;
  return payingKpis(walk).flatMap(([position, kpi]) => {
    const { curve, matrix, modifiers } = kpi;
    const places = [...gatePlaces(walk, kpi)];
    if (matrix === null && curve !== null && moves(position)) places.push(...curve.x);
    if (matrix !== null && moves(matrix.rows)) places.push(...matrix.rowPlaces);
    if (matrix !== null && moves(matrix.columns)) places.push(...matrix.columnPlaces);
    for (const modifier of modifiers) if (moves(modifier.measuredBy)) places.push(...modifier.curve.x);
    return places;
  });
}

/** Whether slopes may multiply along the walk. */
function isBent({ moves }: Walk, { matrix, modifiers }: PlanKpi): boolean {
  const isMatrixBent = matrix !== null && matrix.between === "linear" && moves(matrix.rows) && moves(matrix.columns);
  return isMatrixBent || modifiers.some(({ measuredBy, curve }) => moves(measuredBy) && curve.slope.some((slope) => slope !== 0));
}

/** Where a gate opens, and where what a missed one leaves has a corner of its own. A matrix has none at target. */
function gatePlaces({ moves }: Walk, kpi: PlanKpi): readonly number[] {
  const { gates, curve, matrix } = kpi;
  return gates.flatMap(({ measuredBy, minimum, outcome }) => {
    const places = moves(measuredBy) ? [minimum] : [];
    if (matrix !== null || curve === null) return places;
    if (outcome === "capped-at-target" || outcome === "accelerator-blocked") places.push(1);
    const slope = outcome === "accelerator-blocked" ? slopeToTarget(curve) : 0;
    if (slope < 0) places.push(snapAttainment(1 - factorAtTarget(kpi) / slope));
    return places;
  });
}

/** Where the lowest of a curve and its gates changes from one to another, between two corners. */
function gateCrossings(walk: Walk, corners: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (const [position, { gates }] of payingKpis(walk)) {
    if (gates.length === 0) continue;
    corners.forEach((from, index) => {
      const to = corners[index + 1];
      if (to === undefined) return;
      const start = gateResults(walk, position, from, "at");
      const end = gateResults(walk, position, to, "below");
      start.forEach((one, first) => {
        for (let second = 0; second < first; second += 1) {
          const atFrom = one - (start[second] ?? 0);
          const atTo = (end[first] ?? 0) - (end[second] ?? 0);
          if (atFrom > 0 !== atTo > 0) found.push(crossingOf(from, to, atFrom, atTo));
        }
      });
    });
  }
  return found;
}

/** What a KPI pays before gates, and what it pays under each gate alone. */
function gateResults(walk: Walk, position: number, attainment: number, side: Side): readonly number[] {
  const { plan } = walk;
  const standings = standingsOn(walk, attainment, side);
  const factor = curveFactor(plan, position, standings);
  return [factor, ...(plan.kpis[position]?.gates ?? []).map((gate) => gatedFactor(plan, position, gate, factor, standings))];
}

function withBends(corners: readonly number[], step: number): readonly number[] {
  return corners.flatMap((corner, index) => {
    const width = (corners[index + 1] ?? corner) - corner;
    const pieces = Math.max(1, Math.ceil(width / step));
    return Array.from({ length: pieces }, (_, piece) => corner + (width * piece) / pieces);
  });
}
