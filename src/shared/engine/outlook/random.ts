/** Random numbers that are the same on every machine: many independent streams, each drawn in blocks that can be drawn again. */

/** Rounds thrown away after seeding: twelve are enough for the generator's tests; seeds here are counted up, so a few more. */
const WARM_UP = 16;

const PER_BITS = 1 / 4_294_967_296;

/** What tells one stream from another: two 32-bit words of a text, such as the ids of a role and a KPI. */
export type StreamKey = { readonly one: number; readonly other: number };

/** Two independent hashes of a text (FNV-1a and its mirror, each with the finish of MurmurHash3). */
export function streamKey(text: string): StreamKey {
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995) ^ (other >>> 15);
  }
  return { one: finish(one), other: finish(other) };
}

function finish(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Shares strictly between 0 and 1, in steps of 2^-32: a block of a stream. The same seed, stream, seller and block give the
 * same numbers whatever else is drawn, so a further seller, KPI or role leaves all others as they are.
 *
 * The generator is sfc32 (C. Doty-Humphrey, PractRand 0.94): a state of four 32-bit words, period about 2^127, passes the
 * usual batteries. Its first rounds still show the seed and are thrown away.
 * @param into filled to its end
 */
export function drawShares(seed: number, { one, other }: StreamKey, seller: number, block: number, into: Float64Array): void {
  // Local words, not the fields of an object: 32 bits do not fit into a small integer of the machine below.
  let a = finish(one ^ Math.imul(seed, 0x9e3779b1)) | 0;
  let b = finish(other + Math.imul(seller + 1, 0x85ebca77)) | 0;
  let c = finish(seed ^ Math.imul(block + 1, 0xc2b2ae3d)) | 0;
  let counter = 1;
  for (let index = -WARM_UP; index < into.length; index += 1) {
    const bits = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + bits) | 0;
    if (index >= 0) into[index] = ((bits >>> 0) + 0.5) * PER_BITS;
  }
}
