import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packedSwarm } from "./swarm.ts";

describe("packedSwarm", () => {
  it("keeps marks on the line that do not meet, and stacks those that do around it", () => {
    expect(packedSwarm([0, 20, 40], 40)).toEqual({ size: 7, offsets: [0, 0, 0] });
    expect(packedSwarm([10, 10, 10], 40)).toEqual({ size: 7, offsets: [0, 8, -8] });
  });

  it("never lets two marks meet or leave the band while there is room for them", () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 120 }), fc.integer({ min: 12, max: 80 }), (places, band) => {
      const { size, offsets } = packedSwarm(places, band);
      offsets.forEach((offset) => expect(Math.abs(offset) + size / 2).toBeLessThanOrEqual(band / 2));
      if (size === 3) return;
      places.forEach((place, one) => places.forEach((another, other) => {
        if (one >= other) return;
        const apart = Math.abs(place - another) >= size || Math.abs((offsets[one] ?? 0) - (offsets[other] ?? 0)) >= size;
        expect(apart).toBe(true);
      }));
    }));
  });

  it("shrinks marks where they are many", () => {
    expect(packedSwarm(Array.from({ length: 60 }, () => 5), 60).size).toBeLessThan(7);
    expect(packedSwarm(Array.from({ length: 500 }, (_, index) => index % 5), 40).size).toBe(3);
  });
});
