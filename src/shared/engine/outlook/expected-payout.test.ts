import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { curveArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { points } from "../../../../tests/helpers/plain-plan.ts";
import type { KpiOutlook } from "../../model/scenario.ts";
import { compileCurve } from "../curve/compile.ts";
import { factorAt } from "../curve/evaluate.ts";
import type { CompiledCurve } from "../outcome.ts";
import { distributionOf, meanAttainment, shareBelow } from "./distribution.ts";
import { expectedFactor, factorVariance } from "./expected-payout.ts";

const STRAIGHT = compileCurve(points([[0, 0], [1, 1]], { above: "extend" }));

/** Density of an outlook, written the textbook way with the machine's own functions. */
function density({ shape, mean, spread }: Exclude<KpiOutlook, { shape: "empirical" }>, x: number): number {
  if (shape === "normal") return Math.exp(-0.5 * ((x - mean) / spread) ** 2) / (spread * Math.sqrt(2 * Math.PI));
  const variance = Math.log(1 + (spread / mean) ** 2);
  return x <= 0 ? 0 : Math.exp(-((Math.log(x) - Math.log(mean) + variance / 2) ** 2) / (2 * variance)) / (x * Math.sqrt(2 * Math.PI * variance));
}

/** ∫ g(x)·density over 0 to 12 piece by piece of the curve (Simpson), with what a normal has below 0 at 0. */
function integral(curve: CompiledCurve, outlook: Exclude<KpiOutlook, { shape: "empirical" }>, of: (factor: number) => number): number {
  const ends = [...curve.x.filter((x) => x < 12), 12];
  let total = 0;
  let below = 0;
  const steps = 4_000;
  ends.forEach((to, index) => {
    const from = ends[index - 1];
    if (from === undefined || to <= from) return;
    const width = (to - from) / steps;
    for (let step = 0; step <= steps; step += 1) {
      const x = from + step * width;
      const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
      const factor = step === steps ? factorAt(curve, to, "below") : factorAt(curve, x);
      total += (weight * width * of(factor) * density(outlook, x)) / 3;
      below += (weight * width * density(outlook, x)) / 3;
    }
  });
  return total + (outlook.shape === "normal" ? (1 - below) * of(factorAt(curve, 0)) : 0);
}

const shaped = fc.record({ shape: fc.constantFrom("lognormal" as const, "normal" as const), mean: fc.double({ min: 0.6, max: 2, noNaN: true }), spread: fc.double({ min: 0.05, max: 0.4, noNaN: true }) });

describe("where people land", () => {
  it("has the mean and the shares of its shape", () => {
    const skewed = distributionOf({ shape: "lognormal", mean: 1, spread: 0.25 });
    expect(meanAttainment(skewed)).toBeCloseTo(1, 12);
    // ln 1 = 0 lies half a log-spread above the log-mean: Φ(0.1231) = 0.5490.
    expect(shareBelow(skewed, 1)).toBeCloseTo(0.549, 4);
    const even = distributionOf({ shape: "normal", mean: 1, spread: 0.25 });
    expect(shareBelow(even, 1)).toBeCloseTo(0.5, 14);
    expect(shareBelow(even, 1.25)).toBeCloseTo(0.8413447460685429, 13);
    expect(shareBelow(even, 200)).toBe(1);
  });

  it("cuts a normal at 0 and keeps mean and spread of the uncut one", () => {
    const wide = distributionOf({ shape: "normal", mean: 0.2, spread: 0.4 });
    expect(shareBelow(wide, 0)).toBe(0);
    expect(shareBelow(wide, 1e-9)).toBeCloseTo(0.3085375, 6);
    // E max(0, X) = m Φ(m/s) + s φ(m/s)
    expect(meanAttainment(wide)).toBeCloseTo(0.2 * 0.6914624612740131 + 0.4 * 0.3520653267642995, 12);
  });

  it("counts a list of attainments one by one, at an edge included above it", () => {
    const list = distributionOf({ shape: "empirical", attainments: [0.7, 1.2, 0.9, 0.7] });
    expect(shareBelow(list, 0.7)).toBe(0);
    expect(shareBelow(list, 0.9)).toBe(0.5);
    expect(meanAttainment(list)).toBeCloseTo(0.875, 14);
    expect(expectedFactor(compileCurve(points([[0.7, 0.4], [1, 1]])), list)).toBeCloseTo((0.4 + 0.4 + 0.8 + 1) / 4, 14);
  });

  it.each<KpiOutlook>([{ shape: "normal", mean: 0.9, spread: 0 }, { shape: "lognormal", mean: 0.9, spread: 0 }, { shape: "lognormal", mean: 0.9, spread: 1e-9 }])("without spread is one attainment: $shape", (outlook) => {
    expect(expectedFactor(STRAIGHT, distributionOf(outlook))).toBeCloseTo(0.9, 8);
    expect(factorVariance(STRAIGHT, distributionOf(outlook))).toBeLessThan(1e-12);
  });
});

describe("the expected payout", () => {
  it("of a straight line is the payout at the mean, and varies as attainment does", () => {
    for (const shape of ["lognormal", "normal"] as const) {
      const spread = distributionOf({ shape, mean: 1, spread: 0.2 });
      expect(expectedFactor(STRAIGHT, spread)).toBeCloseTo(1, 6);
      expect(factorVariance(STRAIGHT, spread)).toBeCloseTo(0.04, 5);
    }
  });

  it("of a curve that bends up at target is more than at the mean: by slope × spread × φ(0) of a normal", () => {
    const bent = compileCurve(points([[0, 0], [1, 1], [2, 4]], { above: "extend" }));
    expect(expectedFactor(bent, distributionOf({ shape: "normal", mean: 1, spread: 0.2 }))).toBeCloseTo(1 + 2 * 0.2 * 0.3989422804014327, 6);
  });

  it("and its variance are the integrals of any curve over any shape, jumps included", () => {
    fc.assert(fc.property(curveArbitrary(), shaped, (curve, outlook) => {
      const compiled = compileCurve(curve);
      fc.pre(compiled.slope.every((slope) => Math.abs(slope) < 1e3) && factorAt(compiled, 12) < 50);
      const distribution = distributionOf(outlook);
      const mean = integral(compiled, outlook, (factor) => factor);
      expect(Math.abs(expectedFactor(compiled, distribution) - mean)).toBeLessThan(1e-4 * Math.max(1, mean));
      const variance = integral(compiled, outlook, (factor) => (factor - mean) ** 2);
      expect(Math.abs(factorVariance(compiled, distribution) - variance)).toBeLessThan(1e-3 * Math.max(1, variance));
    }), { numRuns: 100 });
  });
});
