/** The moving part of the histogram of yearly cost in pixels: bars, upright marks and their labels. */
import type { Box, Plane, Segment } from "./geometry.ts";
import type { Bin } from "./histogram.ts";
import { LABEL_HEIGHT, placeLabels, type LabelRequest, type Place, type PlacedLabel, type Wording } from "./labels.ts";
import { beyond } from "./reach.ts";

/** Costs the picture marks, and their words. `null` where there is none. Wordings longest first. */
export type HistogramMarks = {
  readonly budget: { readonly at: number; readonly wording: Wording } | null;
  readonly average: { readonly at: number; readonly wording: Wording };
  readonly expected: { readonly at: number; readonly wording: Wording };
  readonly p10: { readonly at: number; readonly wording: Wording };
  readonly p90: { readonly at: number; readonly wording: Wording };
  readonly gap: readonly Wording[];
  readonly over: readonly Wording[];
};

export type MarkId = "budget" | "average" | "expected" | "p10" | "p90";

/** An upright line. */
export type Upright = { readonly id: MarkId; readonly x: number; readonly top: number };

export type HistogramPicture = {
  /** Bodies and upper edges of the bars, those beyond the budget apart. */
  readonly bars: { readonly within: string; readonly over: string };
  readonly tops: { readonly within: string; readonly over: string };
  readonly uprights: readonly Upright[];
  /** The double arrow between the cost at average and the expected cost; null where there is no room for it. */
  readonly arrow: { readonly from: number; readonly to: number; readonly y: number } | null;
  /** Marks the axis does not reach. */
  readonly exits: readonly { readonly id: MarkId; readonly side: "left" | "right"; readonly y: number }[];
  readonly labels: readonly PlacedLabel[];
};

/** Room for labels above the tallest bar. */
export const HISTOGRAM_HEAD = 62;
/** Rows of that room, from the plot up. */
const ROW = { low: -6, note: -22, pair: -37, budget: -54 };
const OFF = 6;
/** Labels may reach this far beside the plot. */
const BESIDE = 14;
/** Free on either side of a line that a label stands beside. */
const CLEAR = 3;
/** Bars narrower than this stand without a gap. */
const NARROW = 3;
const SHORTEST_ARROW = 14;

type Bar = { readonly left: number; readonly right: number; readonly top: number; readonly over: boolean };

/** The bars; one that holds the budget is cut there. */
function barsOf(plane: Plane, bins: readonly Bin[], budget: number | null): readonly Bar[] {
  return bins.flatMap(({ from, to, share }) => {
    if (share === 0) return [];
    const gap = plane.x(to) - plane.x(from) < NARROW ? 0 : 0.5;
    const bar = { left: plane.x(from) + gap, right: plane.x(to) - gap, top: Math.max(plane.area.top, plane.y(share)) };
    if (budget === null || budget >= to) return [{ ...bar, over: false }];
    const cut = plane.x(budget);
    if (cut <= bar.left) return [{ ...bar, over: true }];
    return cut >= bar.right ? [{ ...bar, over: false }] : [{ ...bar, right: cut, over: false }, { ...bar, left: cut, over: true }];
  });
}

function places(value: number): number {
  return Math.round(value * 100) / 100;
}

function bodies(bars: readonly Bar[], floor: number): string {
  return bars.map(({ left, right, top }) => `M${places(left)},${places(floor)}V${places(top)}H${places(right)}V${places(floor)}Z`).join("");
}

function upperEdges(bars: readonly Bar[]): string {
  return bars.map(({ left, right, top }) => `M${places(left)},${places(top)}H${places(right)}`).join("");
}

/** The highest bar between two x, as y; the floor where there is none. */
function highestBar(bars: readonly Bar[], from: number, to: number, floor: number): number {
  return bars.reduce((highest, { left, right, top }) => (left < to && right > from ? Math.min(highest, top) : highest), floor);
}

type Spot = { readonly area: Box; readonly bars: readonly Bar[]; readonly x: (cost: number) => number };

/** Beside a line, on one side first, in rows from the best. */
function besideLine(x: number, side: "left" | "right", rows: readonly number[], top: number): readonly Place[] {
  return rows.map((row) => ({
    side: `${side} ${row}`, x: side === "left" ? x - OFF : x + OFF, y: top + row, align: side === "left" ? "end" as const : "start" as const,
  }));
}

/** Above the bars below it, straight over its line first. */
function overBars({ area, bars }: Spot, x: number, width: number): readonly Place[] {
  return (["middle", "end", "start"] as const).flatMap((align) => {
    const left = align === "middle" ? x - width / 2 : align === "end" ? x - width : x;
    const clear = highestBar(bars, left, left + width, area.bottom);
    return [28, 16, 44, 60].map((lift) => ({ side: `${align} ${lift}`, x, y: clear - lift, align }));
  });
}

const TAIL = [18, 34, 50, 70, 90];

/** Over the bars at the right end, and farther in where there is no room. */
function overTail({ area, bars }: Spot, width: number): readonly Place[] {
  return [0, 20, 40, 60, 80].flatMap((inset) => {
    const right = area.right - inset;
    const clear = highestBar(bars, right - width, right, area.bottom);
    return TAIL.map((lift) => ({ side: `tail ${inset} ${lift}`, x: right, y: clear - lift, align: "end" as const }));
  });
}

function requestsOf(spot: Spot, marks: HistogramMarks, budgetRow: number): readonly LabelRequest[] {
  const { area, x } = spot;
  const { budget, average, expected } = marks;
  const averageIsLeft = average.at <= expected.at;
  const [left, right] = averageIsLeft ? [x(average.at), x(expected.at)] : [x(expected.at), x(average.at)];
  const rows = [ROW.pair, ROW.note, ROW.low, ROW.budget];
  const pair = (isLeft: boolean) => (): readonly Place[] => [
    ...besideLine(isLeft ? left : right, isLeft ? "left" : "right", rows, area.top),
    ...besideLine(isLeft ? right : left, isLeft ? "right" : "left", rows, area.top),
  ];
  const note = [...besideLine(right, "right", [ROW.note, ROW.low, ROW.budget], area.top), ...besideLine(left, "left", [ROW.note, ROW.low, ROW.budget], area.top)];
  const label = (id: string, importance: number, wordings: readonly Wording[], where: LabelRequest["places"]): LabelRequest => ({ id, importance, always: false, wordings, places: where });
  return [
    label("expected", 7, [expected.wording], pair(!averageIsLeft)),
    label("average", 6, [average.wording], pair(averageIsLeft)),
    ...(budget === null ? [] : [label("budget", 5, [budget.wording], () => {
      const line = x(budget.at);
      return [...besideLine(line, "left", [budgetRow], area.top), ...besideLine(line, "right", [budgetRow], area.top)];
    })]),
    ...(marks.gap.length === 0 ? [] : [label("gap", 4, marks.gap, () => note)]),
    label("p90", 3, [marks.p90.wording], (width) => overBars(spot, x(marks.p90.at), width)),
    label("p10", 3, [marks.p10.wording], (width) => overBars(spot, x(marks.p10.at), width)),
    ...(marks.over.length === 0 ? [] : [label("over", 2, marks.over, (width) => overTail(spot, width))]),
  ];
}

/** A line from the row it reaches up to, down to the axis: no label comes nearer than a little air on either side. */
function upright(x: number, top: number, floor: number): readonly Segment[] {
  return [x - CLEAR, x + CLEAR].map((side) => ({ from: { x: side, y: top }, to: { x: side, y: floor } }));
}

/** @param budgetRow the row of the budget's label: its line ends there, so a low one crosses no other label */
function placed(spot: Spot, marks: HistogramMarks, budgetRow: number, kept: ReadonlyMap<string, string>): readonly PlacedLabel[] {
  const { area, bars, x } = spot;
  const short = (cost: number): readonly Segment[] => upright(x(cost), highestBar(bars, x(cost) - 2, x(cost) + 2, area.bottom) - 8, area.bottom);
  const lines = [
    ...upright(x(marks.average.at), area.top + ROW.pair, area.bottom),
    ...upright(x(marks.expected.at), area.top + ROW.pair, area.bottom),
    ...(marks.budget === null ? [] : upright(x(marks.budget.at), area.top + budgetRow - LABEL_HEIGHT / 2, area.bottom)),
    ...short(marks.p10.at),
    ...short(marks.p90.at),
  ];
  return placeLabels(
    requestsOf(spot, marks, budgetRow),
    {
      area: { left: area.left - BESIDE, right: area.right + BESIDE, top: area.top - HISTOGRAM_HEAD, bottom: area.bottom },
      marks: bars.map(({ left, right, top }) => ({ left, right, top: top - 1, bottom: area.bottom })),
      lines: [{ segments: lines, weight: "solid" }],
    },
    kept,
  );
}

export function histogramPicture(plane: Plane, bins: readonly Bin[], marks: HistogramMarks, kept: ReadonlyMap<string, string>): HistogramPicture {
  const { area } = plane;
  const range = { from: bins[0]?.from ?? 0, to: bins.at(-1)?.to ?? 0 };
  const bars = barsOf(plane, bins, marks.budget?.at ?? null);
  const inside = (x: number): number => Math.max(area.left, Math.min(area.right, x));
  const spot: Spot = { area, bars, x: (cost) => inside(plane.x(cost)) };
  const high = placed(spot, marks, ROW.budget, kept);
  const low = high.some(({ id }) => id === "budget") && high.some(({ id }) => id === "average") && high.some(({ id }) => id === "expected") ? high : placed(spot, marks, ROW.low, kept);
  const isHigh = high.length >= low.length;
  const labels = isHigh ? high : low;
  const topOf = (id: MarkId): number => {
    if (id === "average" || id === "expected") return area.top + ROW.pair - 6;
    if (id === "budget") return area.top + (isHigh ? ROW.budget : ROW.low) - LABEL_HEIGHT / 2;
    const box = labels.find((label) => label.id === id)?.box;
    const x = spot.x(marks[id].at);
    return box === undefined ? highestBar(bars, x - 2, x + 2, area.bottom) - 8 : box.bottom + 1;
  };
  const all = (["p10", "p90", "budget", "average", "expected"] as const).flatMap((id) => {
    const mark = marks[id];
    return mark === null ? [] : [{ id, at: mark.at, side: beyond(range, mark.at) }];
  });
  const uprights = all.flatMap(({ id, at, side }) => (side === null ? [{ id, x: plane.x(at), top: topOf(id) }] : []));
  const ends = [spot.x(marks.average.at), spot.x(marks.expected.at)].sort((a, b) => a - b);
  const [from = 0, to = 0] = ends;
  return {
    bars: { within: bodies(bars.filter(({ over }) => !over), area.bottom), over: bodies(bars.filter(({ over }) => over), area.bottom) },
    tops: { within: upperEdges(bars.filter(({ over }) => !over)), over: upperEdges(bars.filter(({ over }) => over)) },
    uprights,
    arrow: to - from < SHORTEST_ARROW ? null : { from, to, y: area.top + ROW.pair },
    exits: all.flatMap(({ id, side }) => (side === null ? [] : [{ id, side, y: topOf(id) + LABEL_HEIGHT / 2 }])),
    labels,
  };
}
