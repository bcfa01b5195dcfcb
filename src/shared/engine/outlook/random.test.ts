import { describe, expect, it } from "vitest";
import { drawShares, streamKey } from "./random.ts";

const KEY = streamKey("kpi/cam/sourced");

function shares(seed: number, key = KEY, seller = 0, block = 0, count = 1_000): Float64Array {
  const into = new Float64Array(count);
  drawShares(seed, key, seller, block, into);
  return into;
}

function correlation(one: Float64Array, other: Float64Array): number {
  let [sum, first, second] = [0, 0, 0];
  one.forEach((value, index) => {
    sum += (value - 0.5) * ((other[index] ?? 0) - 0.5);
    first += (value - 0.5) ** 2;
    second += ((other[index] ?? 0) - 0.5) ** 2;
  });
  return sum / Math.sqrt(first * second);
}

describe("streams of random numbers", () => {
  it("are those of sfc32, checked against the published steps", () => {
    // The generator written down once more from its description, with big integers.
    const word = (value: bigint): bigint => BigInt.asUintN(32, value);
    const drawn = shares(1, { one: 0, other: 0 }, -1, -1, 4);
    const finish = (seed: number): bigint => {
      let x = word(BigInt(seed));
      for (const [shift, factor] of [[16n, 0x85ebca6bn], [13n, 0xc2b2ae35n]] as const) x = word((x ^ (x >> shift)) * factor);
      return x ^ (x >> 16n);
    };
    let [a, b, c, counter] = [finish(Math.imul(1, 0x9e3779b1)), finish(0), finish(1), 1n];
    const expected: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const bits = word(a + b + counter);
      counter = word(counter + 1n);
      a = b ^ (b >> 9n);
      b = word(c + (c << 3n));
      c = word(word((c << 21n) | (c >> 11n)) + bits);
      if (round >= 16) expected.push((Number(bits) + 0.5) / 2 ** 32);
    }
    expect([...drawn]).toEqual(expected);
  });

  it("fill 0 to 1 evenly from the first number on, over seeds, sellers and blocks that are counted up", () => {
    for (const first of [
      Array.from({ length: 20_000 }, (_, seed) => shares(seed, KEY, 0, 0, 1)[0] ?? 0),
      Array.from({ length: 20_000 }, (_, seller) => shares(1, KEY, seller, 0, 1)[0] ?? 0),
      Array.from({ length: 20_000 }, (_, block) => shares(1, KEY, 0, block, 1)[0] ?? 0),
    ]) {
      const tenths = Array.from({ length: 10 }, () => 0);
      for (const share of first) tenths[Math.floor(share * 10)]! += 1;
      // Chi-squared with 9 degrees of freedom: 33.7 is passed once in 10,000.
      expect(tenths.reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0)).toBeLessThan(33.7);
    }
  });

  it("have nothing to do with each other", () => {
    const one = shares(1, KEY, 0, 0, 20_000);
    for (const other of [shares(2, KEY, 0, 0, 20_000), shares(1, streamKey("kpi/cam/influenced"), 0, 0, 20_000), shares(1, KEY, 1, 0, 20_000), shares(1, KEY, 0, 1, 20_000), shares(1, streamKey("seller/cam"), 0, 0, 20_000)]) {
      // Four standard errors of a correlation of 20,000 pairs.
      expect(Math.abs(correlation(one, other))).toBeLessThan(4 / Math.sqrt(20_000));
    }
    expect(Math.abs(correlation(one.subarray(1), one.subarray(0, -1)))).toBeLessThan(4 / Math.sqrt(20_000));
  });

  it("differ for texts that differ in one letter, and never are 0 or 1", () => {
    expect(new Set(Array.from({ length: 5_000 }, (_, index) => { const { one, other } = streamKey(`kpi/role-${index}/a`); return `${one}/${other}`; })).size).toBe(5_000);
    const many = shares(3, KEY, 0, 0, 100_000);
    expect(many.every((share) => share > 0 && share < 1)).toBe(true);
  });
});
