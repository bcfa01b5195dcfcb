/** Where something that floats stands beside its anchor: on the first side where it fits whole, inside the window. */

export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
export type Size = { readonly width: number; readonly height: number };
export type Side = "right" | "left" | "below" | "above";
export type Align = "start" | "center" | "end";

export type PlaceRequest = {
  readonly anchor: Box;
  readonly size: Size;
  readonly window: Size;
  /** Sides in order of preference. At least one. */
  readonly sides: readonly [Side, ...Side[]];
  /** Along the side: flush with the anchor's start, centred on it, or flush with its end. */
  readonly align: Align;
  /** Between anchor and floating box. */
  readonly gap: number;
  /** Height that stays free at the top of the window, such as the title bar's. */
  readonly below?: number;
};

export type Place = {
  readonly side: Side;
  readonly left: number;
  readonly top: number;
  /** Where along the facing edge the anchor's middle is, for a pointer. */
  readonly pointer: number;
  /** Room on that side, for a list that scrolls. */
  readonly room: number;
};

/** What stays free at the window's edge. */
const EDGE = 8;

export function placeFloating({ anchor, size, window, sides, align, gap, below = 0 }: PlaceRequest): Place {
  const rooms: Readonly<Record<Side, number>> = {
    right: window.width - EDGE - (anchor.left + anchor.width + gap),
    left: anchor.left - gap - EDGE,
    below: window.height - EDGE - (anchor.top + anchor.height + gap),
    above: anchor.top - gap - EDGE - below,
  };
  const needed = (side: Side): number => (isBeside(side) ? size.width : size.height);
  const roomiest = sides.reduce((best, side) => (rooms[side] > rooms[best] ? side : best), sides[0]);
  const side = sides.find((each) => rooms[each] >= needed(each)) ?? roomiest;
  const room = Math.max(0, rooms[side]);
  if (isBeside(side)) {
    const top = inside(along(anchor.top, anchor.height, size.height, align), size.height, window.height, below);
    const left = side === "right" ? anchor.left + anchor.width + gap : anchor.left - gap - size.width;
    return { side, left, top, pointer: anchor.top + anchor.height / 2 - top, room };
  }
  const left = inside(along(anchor.left, anchor.width, size.width, align), size.width, window.width);
  const top = side === "below" ? anchor.top + anchor.height + gap : anchor.top - gap - Math.min(size.height, room);
  return { side, left, top, pointer: anchor.left + anchor.width / 2 - left, room };
}

function isBeside(side: Side): boolean {
  return side === "left" || side === "right";
}

function along(start: number, length: number, needed: number, align: Align): number {
  if (align === "start") return start;
  return align === "end" ? start + length - needed : start + (length - needed) / 2;
}

function inside(start: number, length: number, available: number, from = 0): number {
  return Math.max(from + EDGE, Math.min(start, available - EDGE - length));
}
