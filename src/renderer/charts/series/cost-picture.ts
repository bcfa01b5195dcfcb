/** The moving part of the cost chart in pixels: areas, edges, the budget and its labels. */
import type { CostPoint } from "#shared/engine/outcome.ts";
import { costStack, splitAtLimit, type AmountPoint } from "./cost-stack.ts";
import { areaPath, boxAround, linePath, segmentsOf, type Box, type Plane, type Segment, type Spot } from "./geometry.ts";
import { LABEL_HEIGHT, placeLabels, spreadApart, type LabelRequest, type Place, type PlacedLabel, type Wording } from "./labels.ts";
import { exitsAbove, pathThrough } from "./line-shape.ts";

export type CostPart = "base" | "burden" | "incentive";

/** Radius of the marker where the cost passes the budget. */
export const MARKER_RADIUS = 5;

export type CostWords = {
  /** "Budget", "$9.30M"; null without a budget. */
  readonly budget: Wording | null;
  /** "Over budget from 101%", longest wording first; empty where the budget holds. */
  readonly over: readonly Wording[];
};

export type CostLabel = PlacedLabel & {
  /** The label stands on an area and needs a ground of its own. */
  readonly onArea: boolean;
};

export type CostPicture = {
  readonly areas: Readonly<Record<CostPart, string>>;
  readonly edges: { readonly base: string; readonly burden: string; readonly within: string; readonly over: string };
  /** Where the total leaves the scale. */
  readonly exits: readonly (Spot & { readonly over: boolean })[];
  /** Height of the budget line; `beyond` the scale it is an arrow at the upper edge. */
  readonly budget: { readonly y: number; readonly beyond: boolean } | null;
  /** Where the total passes the budget, and the line from there to its label. */
  readonly marker: { readonly spot: Spot; readonly leader: Segment | null } | null;
  readonly labels: readonly CostLabel[];
  /** Middles of the names at the right edge, from the top. */
  readonly parts: readonly { readonly part: CostPart; readonly y: number }[];
};

function spotsOf(plane: Plane, line: readonly AmountPoint[]): readonly Spot[] {
  return line.map(({ attainment, amount }) => ({ x: plane.x(attainment), y: plane.y(amount) }));
}

const BUDGET_LIFT = 10;
const BUDGET_INSET = 6;

function budgetRequest(area: Box, y: number, beyond: boolean, wording: Wording): LabelRequest {
  const middle = beyond ? y + BUDGET_LIFT : y - BUDGET_LIFT;
  return {
    id: "budget",
    importance: 1,
    always: true,
    wordings: [wording],
    places: () => [
      { side: "left", x: area.left + BUDGET_INSET, y: middle, align: "start" },
      { side: "left below", x: area.left + BUDGET_INSET, y: y + BUDGET_LIFT, align: "start" },
      { side: "right", x: area.right - BUDGET_INSET, y: middle, align: "end" },
      { side: "right below", x: area.right - BUDGET_INSET, y: y + BUDGET_LIFT, align: "end" },
    ],
  };
}

const LIFTS = [28, 42, 56, 70];

function overRequest({ x, y }: Spot, wordings: readonly Wording[]): LabelRequest {
  const above: Place[] = LIFTS.flatMap((lift) => [
    { side: `left ${lift}`, x: x - 10, y: y - lift, align: "end" as const },
    { side: `middle ${lift}`, x, y: y - lift, align: "middle" as const },
    { side: `right ${lift}`, x: x + 10, y: y - lift, align: "start" as const },
  ]);
  const below: Place[] = [
    { side: "right below", x: x + 12, y: y + 22, align: "start" },
    { side: "left below", x: x - 12, y: y + 22, align: "end" },
  ];
  return { id: "over", importance: 2, always: true, wordings, places: () => [...above, ...below] };
}

/** From the marker's rim to the label's nearest corner. */
function leaderTo(spot: Spot, box: Box): Segment {
  const corner = {
    x: box.right < spot.x ? box.right + 4 : box.left > spot.x ? box.left - 4 : spot.x,
    y: box.bottom < spot.y ? box.bottom + 1 : box.top - 1,
  };
  const dx = corner.x - spot.x;
  const dy = corner.y - spot.y;
  const length = Math.hypot(dx, dy) || 1;
  const rim = (MARKER_RADIUS + 2) / length;
  return { from: { x: spot.x + dx * rim, y: spot.y + dy * rim }, to: corner };
}

/** The highest place of a line between two x, as y; `otherwise` where the line is not there. */
function highestBetween(line: readonly Segment[], left: number, right: number, otherwise: number): number {
  let highest = otherwise;
  for (const { from, to } of line) {
    if (to.x < left || from.x > right) continue;
    const rise = to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;
    const start = from.x < left ? from.y + rise * (left - from.x) : from.y;
    const end = to.x > right ? from.y + rise * (right - from.x) : to.y;
    highest = Math.min(highest, start, end);
  }
  return highest;
}

/** Name and amount, one above the other, with a little air. */
const PART_PITCH = 34;
/** The first to go where three names do not fit. */
const LEAST_IMPORTANT: readonly CostPart[] = ["burden", "base"];

function partLabels(area: Box, middles: Readonly<Record<CostPart, number>>): CostPicture["parts"] {
  const hidden = LEAST_IMPORTANT.filter((_, index) => (3 - index) * PART_PITCH > area.bottom - area.top);
  const parts = (["incentive", "burden", "base"] as const).filter((part) => !hidden.includes(part));
  const half = PART_PITCH / 2;
  const spread = spreadApart(parts.map((part) => middles[part]), PART_PITCH, area.top + half, area.bottom - half);
  return parts.map((part, index) => ({ part, y: spread[index] ?? middles[part] }));
}

/**
 * @param crossing attainment at which the cost passes the budget; null where it does not
 * @param kept sides the labels keep, see placeLabels
 */
export function costPicture(
  plane: Plane,
  points: readonly CostPoint[],
  budget: number | null,
  crossing: number | null,
  words: CostWords,
  kept: ReadonlyMap<string, string>,
): CostPicture {
  const { area } = plane;
  const stack = costStack(points);
  const floor = points.map(({ attainment }) => ({ x: plane.x(attainment), y: area.bottom }));
  const base = spotsOf(plane, stack.base);
  const burden = spotsOf(plane, stack.burden);
  const total = spotsOf(plane, stack.total);
  const split = splitAtLimit(stack.total, budget);
  const within = split.within.map((stretch) => spotsOf(plane, stretch));
  const over = split.over.map((stretch) => spotsOf(plane, stretch));
  const right = { base: base.at(-1)?.y ?? area.bottom, burden: burden.at(-1)?.y ?? area.bottom, total: total.at(-1)?.y ?? area.bottom };

  const budgetY = budget === null ? null : plane.y(budget);
  const limit = budgetY === null ? null : { y: Math.max(budgetY, area.top), beyond: budgetY < area.top };
  const spot = crossing === null || budgetY === null ? null : { x: plane.x(crossing), y: budgetY };
  const marked = spot !== null && spot.y >= area.top && spot.x > area.left && spot.x <= area.right;

  const edge = segmentsOf(total);
  const requests: LabelRequest[] = [];
  if (limit !== null && words.budget !== null) requests.push(budgetRequest(area, limit.y, limit.beyond, words.budget));
  if (spot !== null && words.over.length > 0) requests.push(overRequest(spot, words.over));
  const limitLine = limit === null ? [] : [{ from: { x: area.left, y: limit.y }, to: { x: area.right, y: limit.y } }];
  const placed = placeLabels(
    requests,
    {
      area: { ...area, top: area.top - LABEL_HEIGHT / 2 },
      marks: marked ? [boxAround(spot, MARKER_RADIUS + 2)] : [],
      lines: [{ segments: edge, weight: "solid" }, { segments: limitLine, weight: "solid" }],
    },
    kept,
  );
  const overLabel = placed.find(({ id }) => id === "over");

  return {
    areas: { base: areaPath(base, floor), burden: areaPath(burden, base), incentive: areaPath(total, burden) },
    edges: { base: linePath(base), burden: linePath(burden), within: pathThrough(within), over: pathThrough(over) },
    exits: [
      ...exitsAbove(area, within).map((exit) => ({ ...exit, over: false })),
      ...exitsAbove(area, over).map((exit) => ({ ...exit, over: true })),
    ],
    budget: limit,
    marker: marked ? { spot, leader: overLabel === undefined ? null : leaderTo(spot, overLabel.box) } : null,
    labels: placed.map((label) => ({ ...label, onArea: highestBetween(edge, label.box.left, label.box.right, area.bottom) < label.box.bottom })),
    parts: partLabels(area, {
      incentive: (right.total + right.burden) / 2,
      burden: (right.burden + right.base) / 2,
      base: (right.base + area.bottom) / 2,
    }),
  };
}
