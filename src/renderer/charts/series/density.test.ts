import { describe, expect, it } from "vitest";
import { distributionOf } from "#shared/engine/index.ts";
import { densityLine, lumpOf, type DensityPoint } from "./density.ts";

const RANGE = { from: 0, to: 4 };

/** What lies under a line, by trapezoids. */
function areaUnder(line: readonly DensityPoint[]): number {
  return line.slice(1).reduce((sum, { attainment, density }, index) => {
    const before = line[index] ?? { attainment, density };
    return sum + ((attainment - before.attainment) * (density + before.density)) / 2;
  }, 0);
}

describe("densityLine", () => {
  it("holds everybody, and is highest where a normal distribution has its mean", () => {
    const line = densityLine(distributionOf({ shape: "normal", mean: 1, spread: 0.2 }), RANGE, 0.01, []);
    expect(areaUnder(line)).toBeCloseTo(1, 3);
    const highest = line.reduce((top, point) => (point.density > top.density ? point : top));
    expect(highest.attainment).toBeCloseTo(1, 9);
    expect(highest.density).toBeCloseTo(0.398942 / 0.2, 2);
  });

  it("leans to the left of the mean for a lognormal distribution", () => {
    const line = densityLine(distributionOf({ shape: "lognormal", mean: 1, spread: 0.4 }), RANGE, 0.01, []);
    expect(areaUnder(line)).toBeCloseTo(1, 3);
    expect(line.reduce((top, point) => (point.density > top.density ? point : top)).attainment).toBeLessThan(0.95);
  });

  it("leaves the people at 0 to the lump", () => {
    const distribution = distributionOf({ shape: "normal", mean: 0.2, spread: 0.2 });
    expect(lumpOf(distribution)?.attainment).toBe(0);
    expect(lumpOf(distribution)?.share).toBeCloseTo(0.158655, 6);
    expect(areaUnder(densityLine(distribution, RANGE, 0.01, []))).toBeCloseTo(1 - 0.158655, 2);
  });

  it("has a point at each cut inside the range", () => {
    const line = densityLine(distributionOf({ shape: "normal", mean: 1, spread: 0.2 }), { from: 0.4, to: 1.6 }, 0.05, [0.333, 0.777, 1.2345]);
    const places = line.map(({ attainment }) => attainment);
    expect(places).toContain(0.777);
    expect(places).toContain(1.2345);
    expect(places[0]).toBe(0.4);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("is steps for a list, with who stands on an edge in the bin it starts", () => {
    const line = densityLine(distributionOf({ shape: "empirical", attainments: [0.6, 0.7, 0.7, 1.1] }), { from: 0.4, to: 1.6 }, 0.01, []);
    expect(areaUnder(line)).toBeCloseTo(1, 9);
    const at = (attainment: number): number | undefined => line.findLast((point) => point.attainment === attainment)?.density;
    expect(at(0.7)).toBeCloseTo(0.5 / 0.1, 9);
    expect(at(0.6)).toBeCloseTo(0.25 / 0.1, 9);
    expect(at(0.8)).toBe(0);
  });

  it("keeps the height of a bin that a cut parts", () => {
    const distribution = distributionOf({ shape: "empirical", attainments: [0.6, 0.7, 0.7, 1.1] });
    const parted = densityLine(distribution, { from: 0.4, to: 1.6 }, 0.01, [0.75]);
    expect(parted.find(({ attainment }) => attainment === 0.75)?.density).toBeCloseTo(5, 9);
    expect(areaUnder(parted)).toBeCloseTo(1, 9);
  });

  it("draws nothing but a lump where everybody stands at one attainment", () => {
    const certain = distributionOf({ shape: "lognormal", mean: 0.9, spread: 0 });
    expect(densityLine(certain, RANGE, 0.01, [])).toEqual([]);
    expect(lumpOf(certain)).toEqual({ attainment: 0.9, share: 1 });
    expect(lumpOf(distributionOf({ shape: "lognormal", mean: 0.9, spread: 0.1 }))).toBeNull();
  });
});
