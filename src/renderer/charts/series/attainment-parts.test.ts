import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distributionOf } from "#shared/engine/index.ts";
import type { KpiOutlook } from "#shared/model/scenario.ts";
import { cutsOf, partsOf, partsSentence } from "./attainment-parts.ts";

const spread = { mean: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 2, noNaN: true })), spread: fc.double({ min: 0, max: 1, noNaN: true }) };
const anyOutlook: fc.Arbitrary<KpiOutlook> = fc.oneof(
  fc.record({ shape: fc.constant("lognormal" as const), ...spread }),
  fc.record({ shape: fc.constant("normal" as const), ...spread }),
  fc.record({ shape: fc.constant("empirical" as const), attainments: fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 40 }) }),
);

describe("cutsOf", () => {
  it("is threshold, target and excellence in the order of attainment", () => {
    expect(cutsOf(0.7, 1.3).map(({ name }) => name)).toEqual(["threshold", "target", "excellence"]);
    expect(cutsOf(1.1, 1.05).map(({ name }) => name)).toEqual(["target", "excellence", "threshold"]);
  });

  it("leaves out a threshold that is not there, and makes one of two at one attainment", () => {
    expect(cutsOf(null, 1.3).map(({ attainment }) => attainment)).toEqual([1, 1.3]);
    expect(cutsOf(1, 1.3).map(({ name }) => name)).toEqual(["threshold and target", "excellence"]);
    expect(cutsOf(null, 0).map(({ name }) => name)).toEqual(["target"]);
  });
});

describe("partsOf", () => {
  it("counts who stands on a cut as having reached it", () => {
    const parts = partsOf(distributionOf({ shape: "empirical", attainments: [0.5, 0.7, 1, 1.3] }), cutsOf(0.7, 1.3));
    expect(parts.map(({ percent }) => percent)).toEqual([25, 25, 25, 25]);
  });

  it("is the normal table: 15.87 % on either side of one spread", () => {
    const parts = partsOf(distributionOf({ shape: "normal", mean: 1, spread: 0.3 }), cutsOf(0.7, 1.3));
    expect(parts.map(({ percent }) => percent)).toEqual([16, 34, 34, 16]);
    expect(parts[0]?.share).toBeCloseTo(0.158655, 6);
    expect(partsSentence(parts)).toBe("16% of people below threshold, 34% from threshold to target, 34% from target to excellence, 16% at excellence or above");
  });

  it("totals everybody in shares and in whole percents, whatever the outlook", () => {
    fc.assert(fc.property(anyOutlook, fc.option(fc.double({ min: 0.01, max: 1.5, noNaN: true })), fc.double({ min: 0.5, max: 2.5, noNaN: true }), (outlook, threshold, excellence) => {
      const parts = partsOf(distributionOf(outlook), cutsOf(threshold, excellence));
      expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(parts.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
      for (const { share, percent } of parts) expect(Math.abs(share * 100 - percent)).toBeLessThanOrEqual(1.000001);
    }));
  });
});
