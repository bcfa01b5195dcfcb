/** Where the labels of a payout plot would stand, best place first: around a mark, along a line, beside a slanted piece. */
import type { Box, Segment, Spot } from "./geometry.ts";
import { LABEL_HEIGHT, type Align, type Place } from "./labels.ts";

/** Outer radius of a handle. */
export const HANDLE_REACH = 8;

type Offset = { readonly dx: number; readonly dy: number; readonly align: Align };

/** Places around a mark with the reach of a handle, from its middle. */
const AROUND = {
  rightBelow: { dx: 13, dy: 10, align: "start" },
  leftAbove: { dx: -13, dy: -7, align: "end" },
  right: { dx: 13, dy: 0, align: "start" },
  left: { dx: -13, dy: 0, align: "end" },
  above: { dx: 0, dy: -18, align: "middle" },
  aboveLeft: { dx: 14, dy: -18, align: "end" },
  aboveRight: { dx: -8, dy: -18, align: "start" },
  below: { dx: 0, dy: 19, align: "middle" },
  belowRight: { dx: -6, dy: 19, align: "start" },
  belowLeft: { dx: 6, dy: 19, align: "end" },
  rightAbove: { dx: 13, dy: -9, align: "start" },
  leftBelow: { dx: -13, dy: 10, align: "end" },
  endAbove: { dx: 0, dy: -17, align: "end" },
  startAbove: { dx: 0, dy: -17, align: "start" },
  endBelow: { dx: 0, dy: 18, align: "end" },
  startBelow: { dx: 0, dy: 18, align: "start" },
  farAbove: { dx: 0, dy: -32, align: "middle" },
  farAboveLeft: { dx: 14, dy: -32, align: "end" },
  farBelow: { dx: 0, dy: 33, align: "middle" },
} as const satisfies Readonly<Record<string, Offset>>;

export type SideOrder = readonly (keyof typeof AROUND)[];

/** Beside an edge of the plot. */
const AT_EDGES: SideOrder = ["endAbove", "startAbove", "endBelow", "startBelow"];
const LAST: SideOrder = [...AT_EDGES, "farAboveLeft", "farBelow"];

/** A curve climbs from the lower left to the upper right: there is room right below it and left above it. */
export const BELOW_TARGET: SideOrder = ["rightBelow", "leftAbove", "right", "left", "belowRight", "aboveLeft", "rightAbove", "leftBelow", "above", "below", ...LAST];
export const ABOVE_TARGET: SideOrder = ["leftAbove", "rightBelow", "left", "aboveLeft", "right", "above", "belowRight", "leftBelow", "rightAbove", "below", ...LAST];
export const ON_TOP: SideOrder = ["aboveLeft", "above", "leftAbove", "aboveRight", "rightBelow", "below", "belowRight", "belowLeft", ...AT_EDGES, "farAbove"];
export const WHAT_IF: SideOrder = ["left", "leftAbove", "right", "rightBelow", "leftBelow", "rightAbove", "above", "below", "aboveLeft", "belowRight", ...LAST];

/** @param pull how much smaller than a handle the mark is: labels beside it come nearer by as much */
export function placesAround({ x, y }: Spot, order: SideOrder, pull: number): readonly Place[] {
  return order.map((side) => {
    const { dx, dy, align } = AROUND[side];
    return { side, x: x + dx - Math.sign(dx) * pull, y: y + dy, align };
  });
}

/** Nearer to the curve than this a line needs no name: one sees one line. */
const TELLING_DISTANCE = 6;
const NAME_OFF = 11;
const NAME_PLACES = 16;

/** Height of a line at an x, as y; null where the line is not. */
function heightAt(line: readonly Segment[], x: number): number | null {
  const segment = line.find(({ from, to }) => from.x <= x && x <= to.x && to.x > from.x);
  if (segment === undefined) return null;
  return segment.from.y + ((x - segment.from.x) / (segment.to.x - segment.from.x)) * (segment.to.y - segment.from.y);
}

/**
 * For the name of a line that is compared with the curve: at its right end, then where the two are farthest apart; on
 * the side away from the curve first. None where they are nowhere apart.
 */
export function namePlaces(line: readonly Segment[], curve: readonly Segment[], area: Box): readonly Place[] {
  const stations = Array.from({ length: NAME_PLACES }, (_, index) => {
    const x = area.right - (index / NAME_PLACES) * (area.right - area.left);
    const y = heightAt(line, x);
    const other = heightAt(curve, x);
    return y === null || other === null || y < area.top ? null : { x, y, gap: other - y, atEnd: index === 0 };
  });
  return stations
    .filter((station) => station !== null)
    .filter(({ gap }) => Math.abs(gap) >= TELLING_DISTANCE)
    .sort((a, b) => Number(b.atEnd) - Number(a.atEnd) || Math.abs(b.gap) - Math.abs(a.gap))
    .flatMap(({ x, y, gap, atEnd }) => {
      const away = gap > 0 ? -1 : 1;
      const align: Align = atEnd ? "end" : "middle";
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
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7];

/** For the slope of a piece: below it from its middle outwards, then above it. */
export function slopePlaces(segment: Segment, width: number): readonly Place[] {
  const { from, to } = segment;
  const off = offPiece(segment, width, SLOPE_GAP);
  return ([1, -1] as const).flatMap((side) =>
    ALONG.map((share) => ({
      side: `${side === 1 ? "below" : "above"} ${share}`,
      x: from.x + share * (to.x - from.x) + side * off.x,
      y: from.y + share * (to.y - from.y) + side * off.y,
      align: "middle" as const,
    })),
  );
}

/** For the rate of a piece that has a handle in its middle: below or above the handle, then around it. */
export function ratePlaces({ x, y }: Spot, segment: Segment, width: number): readonly Place[] {
  const off = offPiece(segment, width, HANDLE_REACH + 2);
  return [
    { side: "below", x: x + off.x, y: y + off.y, align: "middle" },
    { side: "above", x: x - off.x, y: y - off.y, align: "middle" },
    ...placesAround({ x, y }, BELOW_TARGET, 0),
  ];
}
