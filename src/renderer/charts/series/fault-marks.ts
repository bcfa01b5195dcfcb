/** Cliffs and dead zones of the drawn curve in pixels: a tick beside each jump, a line under each flat part. */
import type { Cliff, CurveFaults, DeadZone } from "#shared/engine/index.ts";
import { boxAround, linePath, type Box, type Plane, type Segment, type Spot } from "./geometry.ts";
import type { Place } from "./labels.ts";

/** Half the width of a tick, and how far it stands left of its jump. */
const TICK_REACH = 4;
const TICK_OFF = 8;
/** How far below a flat part its line is, and below that the label. */
const UNDERLINE_OFF = 5;
const LABEL_OFF = 9;

export type CliffMark = {
  readonly cliff: Cliff;
  /** Middle of the tick. */
  readonly spot: Spot;
  /** The tick points to where pay goes. */
  readonly path: string;
};

export type ZoneMark = {
  readonly zone: DeadZone;
  readonly segment: Segment;
  readonly path: string;
  /** The cliff that ends it costs the same, and is labelled. */
  readonly isSaid: boolean;
};

export type FaultMarks = { readonly cliffs: readonly CliffMark[]; readonly zones: readonly ZoneMark[] };

/** The marks inside the plot, the dearest first: of labels that find no room the cheaper ones are left out. */
export function faultMarks(plane: Plane, faults: CurveFaults | null): FaultMarks {
  if (faults === null) return { cliffs: [], zones: [] };
  return {
    cliffs: dearestFirst(faults.cliffs.filter(({ amount }) => amount !== 0)).flatMap((cliff) => cliffMark(plane, cliff) ?? []),
    zones: dearestFirst(faults.deadZones).flatMap((zone) => zoneMark(plane, zone, faults.cliffs) ?? []),
  };
}

function dearestFirst<Fault extends { readonly amount: number }>(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}

function cliffMark(plane: Plane, cliff: Cliff): CliffMark | null {
  const { area } = plane;
  const at = plane.x(cliff.attainment);
  const top = Math.max(area.top, plane.y(Math.max(cliff.below, cliff.at)));
  const bottom = plane.y(Math.min(cliff.below, cliff.at));
  const spot = { x: at - TICK_OFF, y: Math.max(area.top + TICK_REACH, (top + bottom) / 2) };
  if (spot.x - TICK_REACH < area.left || at > area.right || bottom < area.top) return null;
  const up = cliff.amount > 0 ? -1 : 1;
  return { cliff, spot, path: `M${spot.x - TICK_REACH},${spot.y - 3 * up}h${2 * TICK_REACH}l${-TICK_REACH},${6 * up}Z` };
}

function zoneMark(plane: Plane, zone: DeadZone, cliffs: readonly Cliff[]): ZoneMark | null {
  const { area } = plane;
  const from = Math.max(area.left, plane.x(zone.from));
  const to = Math.min(area.right, plane.x(zone.to));
  const y = plane.y(zone.payout) + UNDERLINE_OFF;
  if (from >= to || y < area.top || y > area.bottom) return null;
  const segment = { from: { x: from, y }, to: { x: to, y } };
  return { zone, segment, path: linePath([segment.from, segment.to]), isSaid: cliffs.some(({ attainment, amount }) => attainment === zone.to && amount === zone.amount) };
}

/** What no label may cover. */
export function faultBoxes({ cliffs, zones }: FaultMarks): readonly Box[] {
  return [
    ...cliffs.map(({ spot }) => boxAround(spot, TICK_REACH)),
    ...zones.map(({ segment }) => ({ left: segment.from.x, top: segment.from.y - 1, right: segment.to.x, bottom: segment.to.y + 1 })),
  ];
}

/** Beside the tick, away from the jump; then beyond the jump, and higher and lower. */
export function cliffPlaces({ spot: { x, y } }: CliffMark): readonly Place[] {
  const left = x - TICK_REACH - 4;
  const right = x + TICK_OFF + 6;
  return [0, -14, 14, -28, 28].flatMap((dy) => [
    { side: `left ${dy}`, x: left, y: y + dy, align: "end" as const },
    { side: `right ${dy}`, x: right, y: y + dy, align: "start" as const },
  ]);
}

/** Under the line, from its middle outwards, then further down and above the flat part. */
export function zonePlaces({ segment: { from, to } }: ZoneMark): readonly Place[] {
  const middle = (from.x + to.x) / 2;
  return [LABEL_OFF + 2, LABEL_OFF + 16, -LABEL_OFF - 10, -LABEL_OFF - 24, LABEL_OFF + 32, LABEL_OFF + 48].flatMap((dy) => [
    { side: `middle ${dy}`, x: middle, y: from.y + dy, align: "middle" as const },
    { side: `start ${dy}`, x: from.x, y: from.y + dy, align: "start" as const },
    { side: `end ${dy}`, x: to.x, y: from.y + dy, align: "end" as const },
  ]);
}
