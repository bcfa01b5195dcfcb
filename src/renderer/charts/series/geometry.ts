/** Places on a plot in pixels: spots, boxes, lines, and the paths that draw them. */

/** A place in the plot's picture; y grows downwards. */
export type Spot = { readonly x: number; readonly y: number };

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** A straight piece of a line. */
export type Segment = { readonly from: Spot; readonly to: Spot };

/** Where what is measured is drawn. Goes on beyond the edges of the plot. */
export type Axes = { readonly x: (attainment: number) => number; readonly y: (value: number) => number };

/** The axes of a plot, the way back from a spot, and the plot's edges. */
export type Plane = Axes & {
  readonly area: Box;
  readonly attainmentAt: (x: number) => number;
  readonly valueAt: (y: number) => number;
};

export function boxAround(spot: Spot, reach: number): Box {
  return { left: spot.x - reach, top: spot.y - reach, right: spot.x + reach, bottom: spot.y + reach };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function boxHolds(outer: Box, inner: Box): boolean {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}

/** Length of the part of a segment that lies inside a box (Liang–Barsky); 0 where they do not meet. */
export function lengthInside(box: Box, { from, to }: Segment): number {
  if (Math.max(from.x, to.x) <= box.left || Math.min(from.x, to.x) >= box.right) return 0;
  if (Math.max(from.y, to.y) <= box.top || Math.min(from.y, to.y) >= box.bottom) return 0;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enter = 0;
  let leave = 1;
  for (const [step, room] of [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y],
  ] as const) {
    if (step === 0) {
      if (room <= 0) return 0;
    } else if (step < 0) {
      enter = Math.max(enter, room / step);
    } else {
      leave = Math.min(leave, room / step);
    }
  }
  return enter < leave ? (leave - enter) * Math.sqrt(dx * dx + dy * dy) : 0;
}

/** The straight pieces between consecutive spots. */
export function segmentsOf(spots: readonly Spot[]): readonly Segment[] {
  return spots.slice(1).map((to, index) => ({ from: spots[index] ?? to, to }));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** An open path through the spots; empty for fewer than two. */
export function linePath(spots: readonly Spot[]): string {
  if (spots.length < 2) return "";
  return `M${spots.map(({ x, y }) => `${rounded(x)},${rounded(y)}`).join("L")}`;
}

/** A closed path between an upper and a lower line over the same stretch. */
export function areaPath(upper: readonly Spot[], lower: readonly Spot[]): string {
  if (upper.length < 2 || lower.length < 2) return "";
  return `${linePath([...upper, ...[...lower].reverse()])}Z`;
}
