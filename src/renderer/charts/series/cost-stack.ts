/** Company cost by attainment as lines: the tops of the stacked parts, what of the total is over budget, values between corners. */
import type { CostPoint } from "#shared/engine/outcome.ts";

/** A corner of a line of amounts, in minor units. */
export type AmountPoint = { readonly attainment: number; readonly amount: number };

/** Upper edges of the stacked parts, from the bottom: base, burden on it, incentive on both. */
export type CostStack = {
  readonly base: readonly AmountPoint[];
  readonly burden: readonly AmountPoint[];
  readonly total: readonly AmountPoint[];
};

export function totalOf({ base, burden, incentive }: CostPoint): number {
  return base + burden + incentive;
}

export function costStack(points: readonly CostPoint[]): CostStack {
  return {
    base: points.map((point) => ({ attainment: point.attainment, amount: point.base })),
    burden: points.map((point) => ({ attainment: point.attainment, amount: point.base + point.burden })),
    total: points.map((point) => ({ attainment: point.attainment, amount: totalOf(point) })),
  };
}

/** Stretches of a line on either side of a limit. Exactly at the limit counts as within. */
export type SplitLine = { readonly within: readonly (readonly AmountPoint[])[]; readonly over: readonly (readonly AmountPoint[])[] };

/** The line with a corner added wherever it passes the limit. */
function withMeetings(line: readonly AmountPoint[], limit: number): readonly AmountPoint[] {
  return line.flatMap((to, index) => {
    const from = line[index - 1];
    if (from === undefined || (from.amount - limit) * (to.amount - limit) >= 0) return [to];
    const share = (limit - from.amount) / (to.amount - from.amount);
    return [{ attainment: from.attainment + share * (to.attainment - from.attainment), amount: limit }, to];
  });
}

/** @param limit null: everything is within */
export function splitAtLimit(line: readonly AmountPoint[], limit: number | null): SplitLine {
  if (limit === null) return { within: [line], over: [] };
  const within: AmountPoint[][] = [];
  const over: AmountPoint[][] = [];
  let side: AmountPoint[][] | null = null;
  const corners = withMeetings(line, limit);
  for (const [index, to] of corners.entries()) {
    const from = corners[index - 1];
    if (from === undefined) continue;
    const here = Math.max(from.amount, to.amount) > limit ? over : within;
    if (here === side) here.at(-1)?.push(to);
    else here.push([from, to]);
    side = here;
  }
  return { within, over };
}

/**
 * The cost at an attainment between the corners; at a jump, what applies from there on.
 * @returns the nearest end outside the line; null without corners
 */
export function costAt(points: readonly CostPoint[], attainment: number): CostPoint | null {
  const after = points.findIndex((point) => point.attainment > attainment);
  const from = after === -1 ? points.at(-1) : points[after - 1];
  const to = after === -1 ? undefined : points[after];
  if (from === undefined) return points[0] ?? null;
  if (to === undefined || from.attainment >= attainment) return from;
  const share = (attainment - from.attainment) / (to.attainment - from.attainment);
  return {
    attainment,
    base: from.base + share * (to.base - from.base),
    burden: from.burden + share * (to.burden - from.burden),
    incentive: from.incentive + share * (to.incentive - from.incentive),
  };
}

/** A budget this many times the cost or further is off the scale: the cost has to stay readable. */
const FARTHEST_BUDGET = 2;

/** The largest amount the scale has to hold: the cost, and the budget where it is near. 1 where there is nothing to show. */
export function largestAmount(points: readonly CostPoint[], budget: number | null): number {
  const cost = Math.max(0, ...points.map(totalOf));
  if (cost === 0) return budget !== null && budget > 0 ? budget : 1;
  return budget !== null && budget < cost * FARTHEST_BUDGET ? Math.max(cost, budget) : cost;
}

/** Where and which way the total passes the budget, as the engine's budgetCrossing answers. */
export type BudgetCrossing = { readonly attainment: number; readonly direction: "over" | "under" };

/** How the cost stands to the budget over the attainments shown. */
export type BudgetStand = { readonly kind: "within" | "over" } | { readonly kind: "over-from" | "over-until"; readonly attainment: number };

export function budgetStand(points: readonly CostPoint[], budget: number | null, crossing: BudgetCrossing | null): BudgetStand {
  const first = points[0];
  if (budget === null || first === undefined) return { kind: "within" };
  if (crossing !== null) return { kind: crossing.direction === "over" ? "over-from" : "over-until", attainment: crossing.attainment };
  return { kind: totalOf(first) > budget ? "over" : "within" };
}

/** Far below a point, so that a crossing at 1.0100000000000002 is at 101 %. */
const TOLERANCE = 1e-6;

/** The first whole point of attainment that is over the budget, or the last one. */
export function overPoint(stand: Extract<BudgetStand, { readonly attainment: number }>): number {
  const points = stand.attainment * 100;
  return (stand.kind === "over-from" ? Math.ceil(points - TOLERANCE) : Math.floor(points + TOLERANCE)) / 100;
}
