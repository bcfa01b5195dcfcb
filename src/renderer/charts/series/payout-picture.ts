/** The moving part of the payout chart in pixels: lines, handles, what-if marks and every label in its place. */
import type { CurveHandle } from "#shared/editing/index.ts";
import type { LinePoint } from "#shared/engine/outcome.ts";
import { boxAround, segmentsOf, type Box, type Plane, type Segment, type Spot } from "./geometry.ts";
import { LABEL_HEIGHT, placeLabels, type LabelRequest, type Line, type Place, type PlacedLabel, type Wording } from "./labels.ts";
import { exitsAbove, jumpSpots, lineShape, pathThrough, runSpots, spotOf } from "./line-shape.ts";
import { slopeMarks, type SlopeMark } from "./slope-marks.ts";

/** Outer radius of a handle, half the width of a what-if diamond, half the height of the excellence tick. */
const HANDLE_REACH = 8;
const DIAMOND_REACH = 6;
const TICK_REACH = 5;

/** Which edge of the plot a handle has left. */
export type Beyond = "above" | "left" | "right" | null;

/** Something with a label: a handle, a what-if mark. */
export type Marked<Item> = { readonly item: Item; readonly spot: Spot; readonly beyond: Beyond };

export type WhatIfMark = { readonly name: string; readonly attainment: number; readonly payout: number };

export type PayoutDrawing = {
  readonly line: readonly LinePoint[];
  readonly handles: readonly CurveHandle[];
  readonly whatIf: readonly WhatIfMark[];
  /** What excellence pays, where no handle stands there; else null. */
  readonly excellence: LinePoint | null;
  /** The role's total over the same attainments; null where it is not shown. */
  readonly roleLine: readonly LinePoint[] | null;
  /** The saved curve; null where it does not differ. */
  readonly savedLine: readonly LinePoint[] | null;
};

/** How everything on the plot is worded, with widths. Longest wording first. */
export type PayoutWords = {
  /** `rate` is the slope of the piece the handle stands on. */
  readonly handle: (handle: CurveHandle, rate: number) => readonly Wording[];
  readonly excellence: (point: LinePoint) => readonly Wording[];
  readonly whatIf: (mark: WhatIfMark) => readonly Wording[];
  readonly slope: (mark: SlopeMark) => Wording;
  readonly line: (line: "role" | "saved") => Wording;
};

export type DrawnLine = { readonly runs: string; readonly jumps: string };

export type PayoutPicture = {
  readonly curve: DrawnLine;
  readonly roleLine: DrawnLine | null;
  readonly savedLine: DrawnLine | null;
  readonly exits: readonly Spot[];
  readonly handles: readonly Marked<CurveHandle>[];
  readonly whatIf: readonly Marked<WhatIfMark>[];
  readonly excellence: Spot | null;
  readonly labels: readonly PlacedLabel[];
};

/** How important a label is: a slope gives way to a what-if, that to a line's name, that to a rate and a handle. */
const IMPORTANCE = { slope: 1, whatIf: 2, line: 3, rate: 4, handle: 5, active: 6 };

/** What a pixel of a line under a label costs. */
const WEIGHT = { roleLine: 0.1, savedLine: 0.1, target: 0.05 };

/** A mark where it is, or at the edge of the plot it has left. */
function marked<Item extends { readonly attainment: number; readonly payout: number }>(plane: Plane, item: Item): Marked<Item> {
  const { area } = plane;
  const { x, y } = spotOf(plane, item);
  const beyond = y < area.top - 0.5 ? "above" : x > area.right + 0.5 ? "right" : x < area.left - 0.5 ? "left" : null;
  return {
    item,
    spot: { x: Math.max(area.left, Math.min(area.right, x)), y: Math.max(area.top, y) },
    beyond,
  };
}

type Offset = readonly [side: string, dx: number, dy: number, align: Place["align"]];

const AROUND: Readonly<Record<string, Offset>> = {
  rightBelow: ["right below", 13, 10, "start"],
  leftAbove: ["left above", -13, -7, "end"],
  right: ["right", 13, 0, "start"],
  left: ["left", -13, 0, "end"],
  above: ["above", 0, -18, "middle"],
  aboveLeft: ["above left", 14, -18, "end"],
  aboveRight: ["above right", -8, -18, "start"],
  below: ["below", 0, 19, "middle"],
  belowRight: ["below right", -6, 19, "start"],
  belowLeft: ["below left", 6, 19, "end"],
  rightAbove: ["right above", 13, -9, "start"],
  leftBelow: ["left below", -13, 10, "end"],
  endAbove: ["ends above", 0, -17, "end"],
  startAbove: ["starts above", 0, -17, "start"],
  endBelow: ["ends below", 0, 18, "end"],
  startBelow: ["starts below", 0, 18, "start"],
  farAbove: ["far above", 0, -32, "middle"],
  farAboveLeft: ["far above left", 14, -32, "end"],
  farBelow: ["far below", 0, 33, "middle"],
};

/** Beside an edge of the plot. */
const AT_EDGES = ["endAbove", "startAbove", "endBelow", "startBelow"];
const BELOW_TARGET = ["rightBelow", "leftAbove", "right", "left", "belowRight", "aboveLeft", "rightAbove", "leftBelow", "above", "below", ...AT_EDGES, "farAboveLeft", "farBelow"];
const ABOVE_TARGET = ["leftAbove", "rightBelow", "left", "aboveLeft", "right", "above", "belowRight", "leftBelow", "rightAbove", "below", ...AT_EDGES, "farAboveLeft", "farBelow"];
const ON_TOP = ["aboveLeft", "above", "leftAbove", "aboveRight", "rightBelow", "below", "belowRight", "belowLeft", ...AT_EDGES, "farAbove"];
const WHAT_IF = ["left", "leftAbove", "right", "rightBelow", "leftBelow", "rightAbove", "above", "below", "aboveLeft", "belowRight", ...AT_EDGES, "farAboveLeft", "farBelow"];

function placesAround({ x, y }: Spot, order: readonly string[], pull: number): readonly Place[] {
  return order.flatMap((name) => {
    const offset = AROUND[name];
    if (offset === undefined) return [];
    const [side, dx, dy, align] = offset;
    return [{ side, x: x + dx - Math.sign(dx) * pull, y: y + dy, align }];
  });
}

function handleOrder(handle: CurveHandle): readonly string[] {
  if (handle.kind === "cap") return ON_TOP;
  return handle.attainment > 1 ? ABOVE_TARGET : BELOW_TARGET;
}

/** Nearer to the curve than this a line needs no name: one sees one line. */
const TELLING_DISTANCE = 6;
const NAME_OFF = 11;

/** Height of a line at an x, as y; null where the line is not. */
function heightAt(segments: readonly Segment[], x: number): number | null {
  const segment = segments.find(({ from, to }) => from.x <= x && x <= to.x && to.x > from.x);
  if (segment === undefined) return null;
  return segment.from.y + ((x - segment.from.x) / (segment.to.x - segment.from.x)) * (segment.to.y - segment.from.y);
}

/** Places for the name of a line: its right end where the curve is not near, then where the two are farthest apart; on the side away from the curve first. */
function namePlaces(line: readonly Segment[], curve: readonly Segment[], area: Box): readonly Place[] {
  const count = 16;
  const gaps = Array.from({ length: count }, (_, index) => {
    const x = area.right - (index / count) * (area.right - area.left);
    const y = heightAt(line, x);
    const other = heightAt(curve, x);
    return y === null || other === null || y < area.top ? null : { x, y, gap: other - y, atEnd: index === 0 };
  });
  return gaps
    .filter((gap) => gap !== null)
    .filter(({ gap }) => Math.abs(gap) >= TELLING_DISTANCE)
    .sort((a, b) => Number(b.atEnd) - Number(a.atEnd) || Math.abs(b.gap) - Math.abs(a.gap))
    .flatMap(({ x, y, gap, atEnd }) => {
      const away = gap > 0 ? -1 : 1;
      const align: Place["align"] = atEnd ? "end" : "middle";
      return [away, -away].map((side) => ({ side: `${side < 0 ? "above" : "below"} ${Math.round(x)}`, x, y: y + side * NAME_OFF, align }));
    });
}

/** From a slanted piece to the middle of a label that just clears it by `gap`, below or right of the piece. */
function offPiece({ from, to }: Segment, width: number, gap: number): Spot {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [-dy / length, dx / length];
  const clear = (Math.abs(nx) * width + Math.abs(ny) * LABEL_HEIGHT) / 2 + gap;
  return { x: nx * clear, y: ny * clear };
}

const SLOPE_GAP = 5;

function slopePlaces(segment: Segment, width: number): readonly Place[] {
  const { from, to } = segment;
  const off = offPiece(segment, width, SLOPE_GAP);
  return ([1, -1] as const).flatMap((side) =>
    [0.5, 0.4, 0.6, 0.3, 0.7].map((share) => ({
      side: `${side === 1 ? "below" : "above"} ${share}`,
      x: from.x + share * (to.x - from.x) + side * off.x,
      y: from.y + share * (to.y - from.y) + side * off.y,
      align: "middle" as const,
    })),
  );
}

/** The rate of a piece: below or above the handle in its middle. */
function ratePlaces({ x, y }: Spot, segment: Segment, width: number): readonly Place[] {
  const off = offPiece(segment, width, HANDLE_REACH + 2);
  return [
    { side: "below", x: x + off.x, y: y + off.y, align: "middle" },
    { side: "above", x: x - off.x, y: y - off.y, align: "middle" },
    ...placesAround({ x, y }, BELOW_TARGET, 0),
  ];
}

type LaidLine = { readonly drawn: DrawnLine; readonly segments: readonly Segment[]; readonly runs: readonly (readonly Spot[])[] };

function laid(plane: Plane, points: readonly LinePoint[]): LaidLine {
  const shape = lineShape(points);
  const runs = runSpots(plane, shape);
  const jumps = jumpSpots(plane, shape);
  return {
    drawn: { runs: pathThrough(runs), jumps: pathThrough(jumps) },
    segments: [...runs, ...jumps].flatMap(segmentsOf),
    runs,
  };
}

/**
 * @param activeId the handle under the hand or with the focus: its label is always shown
 * @param kept sides the labels keep, see placeLabels
 */
export function payoutPicture(
  plane: Plane,
  drawing: PayoutDrawing,
  words: PayoutWords,
  activeId: string | null,
  kept: ReadonlyMap<string, string>,
): PayoutPicture {
  const { area } = plane;
  const curve = laid(plane, drawing.line);
  const roleLine = drawing.roleLine === null ? null : laid(plane, drawing.roleLine);
  const savedLine = drawing.savedLine === null ? null : laid(plane, drawing.savedLine);
  const handles = drawing.handles.map((handle) => marked(plane, handle));
  const whatIf = drawing.whatIf.map((mark) => marked(plane, mark));
  const excellence = drawing.excellence === null ? null : marked(plane, drawing.excellence);

  const requests: LabelRequest[] = [];
  const slopes = slopeMarks(drawing.line).map((mark) => ({ mark, segment: { from: spotOf(plane, mark.from), to: spotOf(plane, mark.to) } }));
  const slopeAt = (attainment: number): (typeof slopes)[number] | undefined =>
    slopes.find(({ mark }) => mark.from.attainment < attainment && attainment < mark.to.attainment);
  for (const { item, spot } of handles) {
    const active = item.id === activeId;
    const piece = item.kind === "tier-rate" ? slopeAt(item.attainment) : undefined;
    requests.push({
      id: `handle ${item.id}`,
      importance: active ? IMPORTANCE.active : piece === undefined ? IMPORTANCE.handle : IMPORTANCE.rate,
      always: active,
      wordings: words.handle(item, piece?.mark.slope ?? 0),
      places: (width) => (piece === undefined ? placesAround(spot, handleOrder(item), 0) : ratePlaces(spot, piece.segment, width)),
    });
  }
  for (const [name, line] of [["role", roleLine], ["saved", savedLine]] as const) {
    if (line === null) continue;
    requests.push({ id: `line ${name}`, importance: IMPORTANCE.line, always: false, wordings: [words.line(name)], places: () => namePlaces(line.segments, curve.segments, area) });
  }
  for (const [index, { item, spot }] of whatIf.entries()) {
    // On a handle the label would say what the handle's label says.
    if (handles.some((handle) => Math.hypot(handle.spot.x - spot.x, handle.spot.y - spot.y) < 1)) continue;
    requests.push({ id: `what-if ${index}`, importance: IMPORTANCE.whatIf, always: false, wordings: words.whatIf(item), places: () => placesAround(spot, WHAT_IF, 2) });
  }
  if (excellence !== null) {
    requests.push({
      id: "excellence",
      importance: IMPORTANCE.whatIf,
      always: false,
      wordings: words.excellence(excellence.item),
      places: () => placesAround(excellence.spot, ABOVE_TARGET, 3),
    });
  }
  const rated = new Set(handles.map(({ item }) => (item.kind === "tier-rate" ? slopeAt(item.attainment) : undefined)));
  for (const slope of slopes) {
    if (rated.has(slope)) continue;
    const { mark, segment } = slope;
    requests.push({
      id: `slope ${mark.index}`,
      importance: IMPORTANCE.slope,
      always: false,
      wordings: [words.slope(mark)],
      places: (width) => slopePlaces(segment, width),
    });
  }

  const target = plane.x(1);
  const lines: Line[] = [
    { segments: curve.segments, weight: "solid" },
    { segments: roleLine?.segments ?? [], weight: WEIGHT.roleLine },
    { segments: savedLine?.segments ?? [], weight: WEIGHT.savedLine },
    { segments: [{ from: { x: target, y: area.top }, to: { x: target, y: area.bottom } }], weight: WEIGHT.target },
  ];
  const labels = placeLabels(
    requests,
    {
      area: { ...area, right: area.right + 6, bottom: area.bottom - 1 },
      marks: [...handles.map(({ spot }) => boxAround(spot, HANDLE_REACH)), ...whatIf.map(({ spot }) => boxAround(spot, DIAMOND_REACH)), ...(excellence === null ? [] : [boxAround(excellence.spot, TICK_REACH)])],
      lines,
    },
    kept,
  );

  return {
    curve: curve.drawn,
    roleLine: roleLine?.drawn ?? null,
    savedLine: savedLine?.drawn ?? null,
    exits: exitsAbove(area, curve.runs),
    handles,
    whatIf,
    excellence: excellence?.beyond === null ? excellence.spot : null,
    labels,
  };
}
