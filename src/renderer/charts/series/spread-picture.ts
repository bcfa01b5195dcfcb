/** The spread of attainment under a payout curve in pixels: its parts, the cuts between them, and the share of people in each. */
import type { Distribution } from "#shared/engine/index.ts";
import { partText, type Cut, type Part } from "./attainment-parts.ts";
import { densityLine, lumpOf, type DensityPoint } from "./density.ts";
import { areaPath, type Plane, type Spot } from "./geometry.ts";

/** Rows under the axis of a plot. Distances from the plot's lower edge, in pixels. */
export const SPREAD_ROWS = {
  /** Where the cuts begin: under the labels of the axis. */
  cuts: 22,
  /** Where they begin under the name of the axis. */
  underName: 38,
  top: 38,
  baseline: 66,
  /** The middle of the shares. */
  shares: 77,
} as const;

/** What the rows need below an axis with its name. */
export const SPREAD_HEIGHT = 46;

export type SpreadDrawing = { readonly distribution: Distribution; readonly parts: readonly Part[]; readonly isDrawn: boolean };

/** A share, or what stands at the end of the row. */
export type SpreadLabel = { readonly id: string; readonly text: string; readonly x: number; readonly align: "middle" | "end" };

export type SpreadPicture = {
  readonly baseline: number;
  /** Light and dark by turns, from the left. */
  readonly areas: readonly { readonly path: string; readonly tone: "light" | "dark" }[];
  readonly cuts: readonly { readonly x: number; readonly from: number; readonly to: number }[];
  readonly labels: readonly SpreadLabel[];
};

/** How wide the texts are, and where the name of the axis begins. */
export type SpreadWords = {
  readonly widthOf: (share: string) => number;
  /** What the shares are of, longest first, with widths. */
  readonly captions: readonly { readonly text: string; readonly width: number }[];
  readonly nameFrom: number;
};

/** Pixels between two points of the density. */
const STEP = 2;
/** Everybody at one attainment is drawn this wide. */
const LUMP_WIDTH = 4;
/** A density that spreads the people over twice the plot is drawn full height at the least: a tail is not blown up. */
const FLATTEST = 0.5;
/** A share may stand out from its part by this much at each side. */
const OVERHANG = 4;
const BETWEEN = 6;
const BEFORE_CAPTION = 12;
/** The shares of the first and the last part stand no farther from their cut: most of their people are near it. */
const FROM_OUTER_CUT = 40;

export function spreadPicture(plane: Plane, { distribution, parts }: SpreadDrawing, words: SpreadWords): SpreadPicture {
  const { area } = plane;
  const baseline = area.bottom + SPREAD_ROWS.baseline;
  const inside = parts.flatMap(({ to }) => (to !== null && plane.x(to.attainment) > area.left && plane.x(to.attainment) < area.right ? [to] : []));
  return {
    baseline,
    areas: areasOf(plane, { distribution, parts }, baseline),
    cuts: inside.map(({ attainment }) => {
      const x = plane.x(attainment);
      return { x, from: area.bottom + (x > words.nameFrom - BETWEEN ? SPREAD_ROWS.underName : SPREAD_ROWS.cuts), to: baseline };
    }),
    labels: labelsOf(plane, parts, words),
  };
}

function areasOf(plane: Plane, { distribution, parts }: Pick<SpreadDrawing, "distribution" | "parts">, baseline: number): SpreadPicture["areas"] {
  const { area } = plane;
  const range = { from: plane.attainmentAt(area.left), to: plane.attainmentAt(area.right) };
  const perPixel = (range.to - range.from) / (area.right - area.left);
  const line = densityLine(distribution, range, STEP * perPixel, parts.flatMap(({ to }) => (to === null ? [] : [to.attainment])));
  const peak = line.reduce((highest, { density }) => Math.max(highest, density), FLATTEST / (range.to - range.from));
  const height = SPREAD_ROWS.baseline - SPREAD_ROWS.top;
  const spotOf = ({ attainment, density }: DensityPoint): Spot => ({ x: plane.x(attainment), y: baseline - Math.min(1, density / peak) * height });
  const lump = lumpOf(distribution);
  return parts.map(({ from, to }, index) => {
    const [start, end] = [from?.attainment ?? 0, to?.attainment ?? Infinity];
    const spots = line.filter(({ attainment }) => attainment >= start && attainment <= end).map(spotOf);
    const paths = [areaPath(spots, [spots.at(0), spots.at(-1)].flatMap((spot) => (spot === undefined ? [] : [{ x: spot.x, y: baseline }])))];
    if (lump !== null && lump.share > 0 && lump.attainment >= Math.max(start, range.from) && lump.attainment <= range.to && lump.attainment < end) {
      const top = baseline - Math.min(1, lump.share / (LUMP_WIDTH * perPixel * peak)) * height;
      paths.push(lumpPath(area.left, area.right, plane.x(lump.attainment), top, baseline));
    }
    return { path: paths.join(""), tone: index % 2 === 0 ? "light" : "dark" };
  });
}

/** A bar around its place; at an edge of the plot, beside it. */
function lumpPath(left: number, right: number, at: number, top: number, baseline: number): string {
  const from = Math.max(left, Math.min(right - LUMP_WIDTH, at - LUMP_WIDTH / 2));
  return areaPath([{ x: from, y: top }, { x: from + LUMP_WIDTH, y: top }], [{ x: from, y: baseline }, { x: from + LUMP_WIDTH, y: baseline }]);
}

type Wanted = { readonly label: SpreadLabel; readonly from: number; readonly to: number; readonly share: number };

/** The shares of the most people first; one that does not fit its part or meets another is left out, and last the caption. */
function labelsOf(plane: Plane, parts: readonly Part[], { widthOf, captions }: SpreadWords): readonly SpreadLabel[] {
  const { area } = plane;
  const wanted = parts.flatMap((part): readonly Wanted[] => {
    const start = Math.max(area.left, plane.x(part.from?.attainment ?? 0));
    const end = Math.min(area.right, edgeOf(plane, part.to));
    const text = partText(part);
    const width = widthOf(text);
    if (end - start < width - 2 * OVERHANG) return [];
    const middle = (start + end) / 2;
    const x = part.to === null ? Math.min(middle, start + FROM_OUTER_CUT) : part.from === null ? Math.max(middle, end - FROM_OUTER_CUT) : middle;
    return [{ label: { id: part.from?.name ?? "start", text, x, align: "middle" }, from: x - width / 2, to: x + width / 2, share: part.share }];
  });
  const placed: Wanted[] = [];
  for (const each of [...wanted].sort((a, b) => b.share - a.share)) {
    if (placed.every(({ from, to }) => each.to + BETWEEN <= from || to + BETWEEN <= each.from)) placed.push(each);
  }
  const last = placed.reduce((farthest, { to }) => Math.max(farthest, to), area.left);
  const caption = captions.find(({ width }) => area.right - width >= last + BEFORE_CAPTION);
  return [
    ...wanted.filter((each) => placed.includes(each)).map(({ label }) => label),
    ...(caption === undefined ? [] : [{ id: "caption", text: caption.text, x: area.right, align: "end" as const }]),
  ];
}

function edgeOf(plane: Plane, cut: Cut | null): number {
  return cut === null ? plane.area.right : plane.x(cut.attainment);
}
