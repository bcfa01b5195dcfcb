/** Many marks on one line, packed above and below it so that none covers another. */

export type Swarm = {
  /** Width and height of a mark. */
  readonly size: number;
  /** How far each mark stands from the line, in the order given. */
  readonly offsets: readonly number[];
};

const LARGEST = 7;
const SMALLEST = 3;
/** Kept free between two marks. */
const GAP = 1;

/**
 * Packs marks around a line: each as near to it as it can be, in the order of its place. Marks shrink where a band cannot hold
 * them; the smallest overlap at its edge where even they find no room.
 * @param places along the line, in pixels
 * @param band height of the band, the line in its middle
 */
export function packedSwarm(places: readonly number[], band: number): Swarm {
  for (let size = LARGEST; size > SMALLEST; size -= 1) {
    const offsets = pack(places, size, band, false);
    if (offsets !== null) return { size, offsets };
  }
  return { size: SMALLEST, offsets: pack(places, SMALLEST, band, true) ?? [] };
}

function pack(places: readonly number[], size: number, band: number, mayOverlap: boolean): readonly number[] | null {
  const pitch = size + GAP;
  const most = Math.max(0, Math.floor((band / 2 - size / 2) / pitch));
  const offsets: number[] = places.map(() => 0);
  const order = places.map((_, index) => index).sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0) || one - other);
  // By row, where the last mark of it ends: rows are 0, 1, −1, 2, −2 pitches from the line.
  const ends = new Float64Array(2 * most + 1).fill(-Infinity);
  for (const index of order) {
    const place = places[index] ?? 0;
    const free = ends.findIndex((end) => end <= place);
    const row = free === -1 ? 2 * most : free;
    if (free === -1 && !mayOverlap) return null;
    ends[row] = place + pitch;
    offsets[index] = (row % 2 === 1 ? 1 : -1) * Math.ceil(row / 2) * pitch || 0;
  }
  return offsets;
}
