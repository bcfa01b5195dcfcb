import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { exponential, logarithm } from "./elementary.ts";
import { normalDensity, normalProbability, normalQuantile } from "./normal.ts";

function relative(value: number, expected: number): number {
  return value === expected ? 0 : Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-300);
}

/** Φ(y) = ½ + φ(y) · Σ y^(2k+1) / (1 · 3 · … · (2k + 1)) (Abramowitz and Stegun 26.2.11). */
function oddFactorialSeries(y: number): number {
  let [term, sum] = [y, y];
  for (let odd = 3; odd < 120; odd += 2) sum += term *= (y * y) / odd;
  return sum;
}

/** P(X > y) = φ(y) / (y + 1 / (y + 2 / (y + 3 / …))) (Abramowitz and Stegun 26.2.14). */
function laplaceFraction(y: number): number {
  let value = y;
  for (let level = 400; level >= 1; level -= 1) value = y + level / value;
  return value;
}

describe("exponential and logarithm", () => {
  it.each([[0, 1], [1, Math.E], [-1, 1 / Math.E], [709, Math.exp(709)], [-708, Math.exp(-708)], [-744, Math.exp(-744)], [-746, 0], [710, Infinity]])("e to %s", (x, expected) => {
    expect(relative(exponential(x), expected)).toBeLessThan(4e-16);
  });

  it("agree with the machine's own to the last places", () => {
    fc.assert(fc.property(fc.double({ min: -700, max: 700, noNaN: true }), fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x, y) => {
      expect(relative(exponential(x), Math.exp(x))).toBeLessThan(5e-16);
      expect(Math.abs(logarithm(y) - Math.log(y))).toBeLessThanOrEqual(4e-16 * Math.max(1e-3, Math.abs(Math.log(y))));
    }), { numRuns: 2_000 });
  });

  it.each([[1, 0], [0, -Infinity], [-1, Number.NaN], [5e-324, Math.log(5e-324)], [Infinity, Infinity]])("logarithm of %s", (x, expected) => {
    if (Number.isNaN(expected) || !Number.isFinite(expected)) expect(logarithm(x)).toBe(expected);
    else expect(logarithm(x)).toBeCloseTo(expected, 12);
  });
});

/** z between two steps of the series, probability and density, worked out with 70 decimals. */
const WITH_70_DECIMALS = [
  [-8.234375, 9.024873311591926e-17, 7.538001805672444e-16], [-7.984375, 7.061802885833021e-16, 5.724274356173691e-15], [-6.515625, 3.619380629785973e-11, 2.4114490356477e-10],
  [-4.390625, 5.651265907569038e-06, 2.599172139533239e-05], [-3.0234375, 0.0012496032324799296, 0.004129802510605723], [-1.765625, 0.03872939147267196, 0.08393988815502058],
  [-0.671875, 0.2508316385410542, 0.3183364167734294], [-0.015625, 0.4937667805001103, 0.3988935843648253], [0.265625, 0.6047359850744295, 0.38511362686753287],
  [0.953125, 0.8297366296224046, 0.25330470026760177], [1.640625, 0.9495623589175861, 0.10385456951536318], [2.484375, 0.9935110469048891, 0.018224323820761692],
  [3.328125, 0.9995628368668869, 0.0015692671672957433], [5.015625, 0.9999997356932838, 1.3748229434773988e-06],
] as const;

describe("the standard normal distribution", () => {
  /** Table values to 15 digits: Abramowitz and Stegun 26.1, and the lower tail at 6 and 10. */
  it.each([[0, 0.5], [0.5, 0.691462461274013], [1, 0.841344746068543], [1.96, 0.975002104851780], [-1, 0.158655253931457], [-3, 1.349898031630095e-3], [-6, 9.865876450376946e-10], [-10, 7.619853024160527e-24], [40, 1], [-40, 0]])("probability below %s", (z, expected) => {
    expect(relative(normalProbability(z), expected)).toBeLessThan(3e-14);
  });

  it("probability is that of the series near 0 and of the continued fraction in the tail, everywhere", () => {
    for (let y = 0.000_3; y < 9; y += 0.001_7) {
      // Near 0 each side by its own sum: a difference from 1 would round the reference once more.
      const fromMiddle = normalDensity(y) * oddFactorialSeries(y);
      const [tail, rest] = y < 2.5 ? [0.5 - fromMiddle, 0.5 + fromMiddle] : [normalDensity(y) / laplaceFraction(y), 1 - normalDensity(y) / laplaceFraction(y)];
      expect(relative(normalProbability(-y), tail)).toBeLessThan(1e-13);
      expect(Math.abs(normalProbability(y) - rest)).toBeLessThan(5e-16);
    }
  });

  it.each(WITH_70_DECIMALS)("probability below %s and density there, to the last digits", (z, probability, density) => {
    expect(relative(normalProbability(z), probability)).toBeLessThan(7e-16);
    expect(relative(normalDensity(z), density)).toBeLessThan(3e-15);
  });

  it.each([[0.5, 0], [0.975, 1.959963984540054], [0.9, 1.281551565544601], [0.001, -3.090232306167813], [1e-20, -9.262340089798408]])("quantile of %s", (p, expected) => {
    expect(normalQuantile(p)).toBeCloseTo(expected, 13);
  });

  it("quantile and probability undo each other, and density is what probability climbs by", () => {
    fc.assert(fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
      const p = normalProbability(z);
      expect(normalProbability(normalQuantile(p))).toBeCloseTo(p, 14);
      expect((normalProbability(z + 1e-5) - normalProbability(z - 1e-5)) / 2e-5).toBeCloseTo(normalDensity(z), 9);
      expect(normalProbability(-z)).toBeCloseTo(1 - p, 14);
    }), { numRuns: 1_000 });
  });

  it("has the ends", () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });
});
