/** How often a year costs how much: bins with round edges, and the axes they stand on. Money in minor units. */
import { reachTo, type Range } from "./reach.ts";
import { roundTicks } from "./ticks.ts";

/** The axes of a histogram. */
export type HistogramScale = Range & {
  readonly width: number;
  /** Share of years of the tallest bar there is room for. */
  readonly top: number;
};

/** One bar: years that cost at least `from` and less than `to`. */
export type Bin = Range & { readonly years: number; readonly share: number };

/** The bins of a scale, and the years on either side of it. */
export type Histogram = { readonly years: number; readonly bins: readonly Bin[]; readonly below: number; readonly above: number };

/** Neighbours are at most half as large again, so that a range always has between 40 and 60 bins. */
const BIN_STEPS: readonly number[] = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
const MOST_EDGES = 59;
/** Years left out at each end where they would stretch the axis: one in a thousand. */
const TRIMMED = 0.001;
/** Air at each end, which the years may move into before the axis follows. */
const AIR = 0.05;
/** The axis follows too when less of it than this is in use. */
const LEAST_IN_USE = 0.65;
const HEAD_ROOM = 1.12;
/** So does the height: few years have a higher peak than many. */
const LEAST_HEIGHT = 0.78;
/** Half of the range shown where all years cost the same. */
const AROUND_ONE = 0.02;

/** The place of the first year that costs at least `cost`, or more than it. */
function firstYear(costs: Float64Array, cost: number, than: "at least" | "more"): number {
  let from = 0;
  let to = costs.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const here = costs[middle] ?? Infinity;
    if (here < cost || (than === "more" && here === cost)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Share of years that cost at most this much; 0 without years. */
export function shareUpTo(costs: Float64Array, cost: number): number {
  return costs.length === 0 ? 0 : firstYear(costs, cost, "more") / costs.length;
}

/** What the axis has to show: nearly all years, and the marks near them. */
function coreOf(costs: Float64Array, marks: readonly number[]): Range {
  const trimmed = Math.floor(costs.length * TRIMMED);
  const from = costs[trimmed] ?? 0;
  const to = costs[costs.length - 1 - trimmed] ?? from;
  if (to > from) return reachTo({ from, to }, marks);
  const around = Math.max(Math.abs(from) * AROUND_ONE, 1_000);
  return reachTo({ from: from - around, to: from + around }, marks);
}

/** Years by bin. A bin holds its lower edge, not its upper one. */
export function histogram(costs: Float64Array, { from, to, width }: HistogramScale): Histogram {
  const count = Math.round((to - from) / width);
  const years = costs.length;
  const bins: Bin[] = [];
  const below = firstYear(costs, from, "at least");
  let before = below;
  for (let index = 0; index < count; index += 1) {
    const upTo = firstYear(costs, from + (index + 1) * width, "at least");
    bins.push({ from: from + index * width, to: from + (index + 1) * width, years: upTo - before, share: years === 0 ? 0 : (upTo - before) / years });
    before = upTo;
  }
  return { years, bins, below, above: years - before };
}

function peakOf({ bins }: Histogram): number {
  return Math.max(0, ...bins.map(({ share }) => share));
}

/**
 * Axes for these years: 40 to 60 bins whose edges are multiples of a round width.
 * @param costs ascending
 * @param marks stretch the axis where they stand near it
 */
export function histogramScale(costs: Float64Array, marks: readonly number[]): HistogramScale {
  const core = coreOf(costs, marks);
  const air = (core.to - core.from) * AIR;
  const [first = 0, second = first + 1] = roundTicks(core.from - air, core.to + air, MOST_EDGES, BIN_STEPS);
  const width = second - first;
  const scale = { from: Math.floor((core.from - air) / width) * width, to: Math.ceil((core.to + air) / width) * width, width, top: 1 };
  const peak = peakOf(histogram(costs, scale));
  return { ...scale, top: peak > 0 ? peak * HEAD_ROOM : 1 };
}

/** Whether years still stand well on axes made for others: the axes then stay as they are. */
export function fitsScale(scale: HistogramScale, costs: Float64Array, marks: readonly number[]): boolean {
  const core = coreOf(costs, marks);
  const peak = peakOf(histogram(costs, scale));
  return core.from >= scale.from && core.to <= scale.to && core.to - core.from >= LEAST_IN_USE * (scale.to - scale.from)
    && peak <= scale.top && peak >= LEAST_HEIGHT * scale.top;
}
