import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsScale, histogram, histogramScale, shareUpTo } from "./histogram.ts";

const M = 1e8;

function evenly(count: number, from: number, to: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}

describe("histogramScale", () => {
  it("has 40 to 60 bins with round edges, whatever the amounts", () => {
    fc.assert(fc.property(
      fc.double({ min: 1e4, max: 1e12, noNaN: true }),
      fc.double({ min: 0.001, max: 3, noNaN: true }),
      (low, spread) => {
        const scale = histogramScale(evenly(1_000, low, low * (1 + spread)), []);
        const bins = (scale.to - scale.from) / scale.width;
        expect(bins).toBeGreaterThanOrEqual(39);
        expect(bins).toBeLessThanOrEqual(60.001);
        const mantissa = Number(scale.width.toExponential(6).split("e")[0]);
        expect([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]).toContain(mantissa);
        expect(Math.abs(scale.from / scale.width - Math.round(scale.from / scale.width))).toBeLessThan(1e-6);
      },
    ));
  });

  it("stretches to a mark that is near, not to one far away", () => {
    const costs = evenly(1_000, 8 * M, 10 * M);
    expect(histogramScale(costs, [10.5 * M]).to).toBeGreaterThanOrEqual(10.5 * M);
    expect(histogramScale(costs, [20 * M])).toEqual(histogramScale(costs, []));
  });

  it("is not stretched by one year in a thousand", () => {
    const costs = evenly(10_000, 8 * M, 10 * M);
    costs[9_999] = 90 * M;
    expect(histogramScale(costs, []).to).toBeLessThan(11 * M);
    expect(histogram(costs, histogramScale(costs, [])).above).toBe(1);
  });

  it("has a range where all years cost the same, or there are none", () => {
    const same = histogramScale(new Float64Array(1_000).fill(3 * M), []);
    expect(same.from).toBeLessThan(3 * M);
    expect(same.to).toBeGreaterThan(3 * M);
    expect(histogram(new Float64Array(0), histogramScale(new Float64Array(0), [])).bins.every(({ share }) => share === 0)).toBe(true);
  });
});

describe("fitsScale", () => {
  const costs = evenly(2_000, 8 * M, 10 * M);
  const scale = histogramScale(costs, []);

  it("keeps the axes while the years move a little, both ways", () => {
    for (const move of [-0.04 * M, 0.04 * M]) expect(fitsScale(scale, costs.map((cost) => cost + move), [])).toBe(true);
    expect(fitsScale(scale, evenly(2_000, 8.1 * M, 9.95 * M), [])).toBe(true);
  });

  it("gives them up when the years leave them, or use little of them", () => {
    expect(fitsScale(scale, costs.map((cost) => cost + M), [])).toBe(false);
    expect(fitsScale(scale, evenly(2_000, 8.9 * M, 9.1 * M), [])).toBe(false);
    expect(fitsScale(scale, costs, [10.6 * M])).toBe(false);
  });
});

describe("histogram", () => {
  const scale = { from: 100, to: 400, width: 100, top: 1 };

  it("counts a year on an edge in the bin above it", () => {
    const { bins, below, above } = histogram(Float64Array.of(50, 100, 199, 200, 399, 400), scale);
    expect(bins.map(({ years }) => years)).toEqual([2, 1, 1]);
    expect([below, above]).toEqual([1, 1]);
  });

  it("loses no year", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 600 })), (costs) => {
      const { bins, below, above, years } = histogram(Float64Array.from(costs).sort(), scale);
      expect(bins.reduce((sum, bin) => sum + bin.years, below + above)).toBe(years);
    }));
  });
});

describe("shareUpTo", () => {
  it.each([[0, 0], [100, 0.5], [150, 0.5], [200, 0.75], [999, 1]])("of years up to %d is %d", (cost, share) => {
    expect(shareUpTo(Float64Array.of(100, 100, 200, 300), cost)).toBe(share);
  });
});
