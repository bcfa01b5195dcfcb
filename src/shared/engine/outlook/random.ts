/** Random numbers that are the same on every machine: many independent streams, each drawn in blocks that can be drawn again. */

/**
 * sfc32 (C. Doty-Humphrey, PractRand 0.94): period about 2^127, passes the usual batteries. The state is four 32-bit words; the first
 * rounds after seeding still show the seed, so they are thrown away.
 */
export type RandomState = { a: number; b: number; c: number; counter: number };

/** Rounds thrown away after seeding. Twelve are enough for the generator's tests; seeds here are counted up, so a few more. */
const WARM_UP = 16;

/** 32 bits of the state, which moves on. An integer from 0 to 2^32 − 1. */
export function nextBits(state: RandomState): number {
  const { a, b, c, counter } = state;
  const sum = (a + b + counter) | 0;
  state.counter = (counter + 1) | 0;
  state.a = b ^ (b >>> 9);
  state.b = (c + (c << 3)) | 0;
  state.c = (((c << 21) | (c >>> 11)) + sum) | 0;
  return sum >>> 0;
}

const PER_BITS = 1 / 4_294_967_296;

/** A share strictly between 0 and 1, in steps of 2^-32. */
export function nextShare(state: RandomState): number {
  return (nextBits(state) + 0.5) * PER_BITS;
}

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
 * A block of a stream, warmed up. The same seed, stream, seller and block give the same numbers whatever else is drawn, so a
 * further seller, KPI or role leaves all others as they are.
 */
export function startBlock(state: RandomState, seed: number, { one, other }: StreamKey, seller: number, block: number): RandomState {
  state.a = finish(one ^ Math.imul(seed, 0x9e3779b1));
  state.b = finish(other + Math.imul(seller + 1, 0x85ebca77));
  state.c = finish(seed ^ Math.imul(block + 1, 0xc2b2ae3d));
  state.counter = 1;
  for (let round = 0; round < WARM_UP; round += 1) nextBits(state);
  return state;
}
