/** What is labelled on a payout plot, how important each label is, and where it would like to stand. */
import type { CurveHandle } from "#shared/editing/index.ts";
import type { Cliff, DeadZone, LinePoint } from "#shared/engine/index.ts";
import { cliffPlaces, zonePlaces, type FaultMarks } from "./fault-marks.ts";
import type { Plane, Segment, Spot } from "./geometry.ts";
import { ABOVE_TARGET, BELOW_TARGET, namePlaces, ON_TOP, placesAround, ratePlaces, slopePlaces, WHAT_IF, type SideOrder } from "./label-places.ts";
import type { LabelRequest, Wording } from "./labels.ts";
import { spotOf } from "./line-shape.ts";
import { slopeMarks, type SlopeMark } from "./slope-marks.ts";

/** Which edge of the plot a handle has left. */
export type Beyond = "above" | "left" | "right" | null;

/** Something with a label: a handle, a what-if mark. */
export type Marked<Item> = { readonly item: Item; readonly spot: Spot; readonly beyond: Beyond };

export type WhatIfMark = { readonly name: string; readonly attainment: number; readonly payout: number };

/** How everything on the plot is worded, with widths. Longest wording first. */
export type PayoutWords = {
  /** `rate` is the slope of the piece the handle stands on. */
  readonly handle: (handle: CurveHandle, rate: number) => readonly Wording[];
  readonly excellence: (point: LinePoint) => readonly Wording[];
  readonly whatIf: (mark: WhatIfMark) => readonly Wording[];
  readonly slope: (mark: SlopeMark) => Wording;
  readonly line: (line: "role" | "saved") => Wording;
  readonly linkedLine: (name: string) => Wording;
  readonly cliff: (cliff: Cliff) => readonly Wording[];
  readonly deadZone: (zone: DeadZone) => readonly Wording[];
};

/** Everything on the plot that has a label, laid out. */
export type Labelled = {
  readonly plane: Plane;
  readonly line: readonly LinePoint[];
  readonly curve: readonly Segment[];
  readonly handles: readonly Marked<CurveHandle>[];
  readonly whatIf: readonly Marked<WhatIfMark>[];
  readonly excellence: Marked<LinePoint> | null;
  readonly roleLine: readonly Segment[] | null;
  readonly savedLine: readonly Segment[] | null;
  readonly linkedLines: readonly { readonly name: string; readonly segments: readonly Segment[] }[];
  readonly faults: FaultMarks;
};

/** How important a label is: a slope gives way to a fault, that to a what-if, then a line's name, a rate and a handle. */
const IMPORTANCE = { slope: 1, fault: 2, whatIf: 3, line: 4, rate: 5, handle: 6, active: 7 };

function handleOrder(handle: CurveHandle): SideOrder {
  if (handle.kind === "cap") return ON_TOP;
  return handle.attainment > 1 ? ABOVE_TARGET : BELOW_TARGET;
}

/** A piece of the curve with one slope, and where it is drawn. */
type Piece = { readonly mark: SlopeMark; readonly segment: Segment };

function pieceAt(pieces: readonly Piece[], attainment: number): Piece | undefined {
  return pieces.find(({ mark }) => mark.from.attainment < attainment && attainment < mark.to.attainment);
}

function handleRequest({ item, spot }: Marked<CurveHandle>, pieces: readonly Piece[], words: PayoutWords, active: boolean): LabelRequest {
  const piece = item.kind === "tier-rate" ? pieceAt(pieces, item.attainment) : undefined;
  return {
    id: `handle ${item.id}`,
    importance: active ? IMPORTANCE.active : piece === undefined ? IMPORTANCE.handle : IMPORTANCE.rate,
    always: active,
    wordings: words.handle(item, piece?.mark.slope ?? 0),
    places: (width) => (piece === undefined ? placesAround(spot, handleOrder(item), 0) : ratePlaces(spot, piece.segment, width)),
  };
}

/** A diamond and a tick are smaller than a handle by these. */
const DIAMOND_PULL = 2;
const TICK_PULL = 3;

function markRequest(id: string, spot: Spot, order: SideOrder, pull: number, wordings: readonly Wording[]): LabelRequest {
  return { id, importance: IMPORTANCE.whatIf, always: false, wordings, places: () => placesAround(spot, order, pull) };
}

/** A flat part whose cost is said at the jump that ends it is only drawn. */
function faultRequests({ cliffs, zones }: FaultMarks, words: PayoutWords): readonly LabelRequest[] {
  return [
    ...zones.filter(({ isSaid }) => !isSaid).map((mark): LabelRequest => ({
      id: `fault zone ${mark.zone.from}`, importance: IMPORTANCE.fault, always: false, wordings: words.deadZone(mark.zone), places: () => zonePlaces(mark),
    })),
    ...cliffs.map((mark): LabelRequest => ({
      id: `fault cliff ${mark.cliff.attainment}`, importance: IMPORTANCE.fault, always: false, wordings: words.cliff(mark.cliff), places: () => cliffPlaces(mark),
    })),
  ];
}

/** @param activeId the handle under the hand or with the focus: its label is always shown */
export function labelRequests(labelled: Labelled, words: PayoutWords, activeId: string | null): readonly LabelRequest[] {
  const { plane, line, curve, handles, whatIf, excellence, linkedLines, faults } = labelled;
  const pieces = slopeMarks(line).map((mark) => ({ mark, segment: { from: spotOf(plane, mark.from), to: spotOf(plane, mark.to) } }));
  // A piece whose rate has a handle is labelled there; a mark on a handle would say what the handle's label says.
  const rated = new Set(handles.map(({ item }) => (item.kind === "tier-rate" ? pieceAt(pieces, item.attainment) : undefined)));
  const onHandle = ({ x, y }: Spot): boolean => handles.some(({ spot }) => Math.hypot(spot.x - x, spot.y - y) < 1);
  const compared = [["role", labelled.roleLine], ["saved", labelled.savedLine]] as const;
  return [
    ...handles.map((handle) => handleRequest(handle, pieces, words, handle.item.id === activeId)),
    ...compared.flatMap(([name, segments]): readonly LabelRequest[] =>
      segments === null
        ? []
        : [{ id: `line ${name}`, importance: IMPORTANCE.line, always: false, wordings: [words.line(name)], places: () => namePlaces(segments, curve, plane.area) }],
    ),
    ...linkedLines.map(({ name, segments }, index): LabelRequest => ({
      id: `line linked ${index}`, importance: IMPORTANCE.line, always: false, wordings: [words.linkedLine(name)], places: () => namePlaces(segments, curve, plane.area),
    })),
    ...faultRequests(faults, words),
    ...whatIf.flatMap(({ item, spot }, index) => (onHandle(spot) ? [] : [markRequest(`what-if ${index}`, spot, WHAT_IF, DIAMOND_PULL, words.whatIf(item))])),
    ...(excellence === null ? [] : [markRequest("excellence", excellence.spot, ABOVE_TARGET, TICK_PULL, words.excellence(excellence.item))]),
    ...pieces.filter((piece) => !rated.has(piece)).map(({ mark, segment }): LabelRequest => ({
      id: `slope ${mark.index}`,
      importance: IMPORTANCE.slope,
      always: false,
      wordings: [words.slope(mark)],
      places: (width) => slopePlaces(segment, width),
    })),
  ];
}
