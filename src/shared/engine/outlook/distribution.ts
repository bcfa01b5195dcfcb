/** Where people land: the distribution of a KPI's attainment, with its mass and its moments up to any attainment. */
import type { KpiOutlook } from "../../model/scenario.ts";
import { MOST_ATTAINMENT, snapAttainment } from "../attainment.ts";
import { logarithm } from "./elementary.ts";
import { normalDensity, normalProbability } from "./normal.ts";

/**
 * Attainment of a KPI over people and years (docs/compensation-model.md, "Where people land"). Attainments end at 0 and at
 * 100 whatever the shape. "certain" is everybody at one attainment: no spread, or nothing to spread.
 */
export type Distribution =
  | { readonly shape: "certain"; readonly attainment: number }
  | { readonly shape: "lognormal"; readonly mean: number; readonly spread: number; readonly logMean: number; readonly logSpread: number }
  | { readonly shape: "normal"; readonly mean: number; readonly spread: number }
  | { readonly shape: "empirical"; readonly attainments: readonly number[] };

/** An outlook with a formula: a mean and a spread. */
export type ShapedOutlook = Exclude<KpiOutlook, { shape: "empirical" }>;

const sorted = new WeakMap<readonly number[], Distribution>();

/** The distribution of an outlook. A list of attainments is sorted once; the rest is quicker to work out than to look up. */
export function distributionOf(outlook: KpiOutlook): Distribution {
  if (outlook.shape !== "empirical") return make(outlook);
  const known = sorted.get(outlook.attainments);
  if (known !== undefined) return known;
  const distribution: Distribution = { shape: "empirical", attainments: outlook.attainments.map(snapAttainment).sort((a, b) => a - b) };
  sorted.set(outlook.attainments, distribution);
  return distribution;
}

function make(outlook: ShapedOutlook): Distribution {
  const { shape, mean, spread } = outlook;
  if (isCertain(outlook)) return { shape: "certain", attainment: snapAttainment(mean) };
  if (shape === "normal") return { shape, mean, spread };
  const numbers = Float64Array.of(mean, spread, 0, 0);
  writeLogMoments(numbers, 0);
  return { shape, mean, spread, logMean: numbers[2] as number, logSpread: numbers[3] as number };
}

/** Whether everybody lands at one attainment: no spread, or one too small to be told from none beside the mean. */
function isCertain({ shape, mean, spread }: ShapedOutlook): boolean {
  if (spread === 0) return true;
  return shape === "lognormal" && (mean === 0 || 1 + (spread / mean) * (spread / mean) === 1);
}

/** Writes log-mean and log-spread of a lognormal behind its mean and spread, which stand at a place of a row of numbers. */
export function writeLogMoments(row: Float64Array, place: number): void {
  const mean = row[place] as number;
  const spread = row[place + 1] as number;
  const relative = spread / mean;
  const logOfMean = logarithm(mean);
  // From there on the 1 is beneath the last digit, and the square may be more than a number holds.
  const logVariance = relative < 1e8 ? logarithm(1 + relative * relative) : 2 * (logarithm(spread) - logOfMean);
  row[place + 2] = logOfMean - logVariance / 2;
  row[place + 3] = Math.sqrt(logVariance);
}

/** Whether two distributions are the same in every number. */
export function sameDistribution(one: Distribution, other: Distribution): boolean {
  switch (one.shape) {
    case "certain":
      return other.shape === "certain" && one.attainment === other.attainment;
    case "lognormal":
      return other.shape === "lognormal" && one.mean === other.mean && one.logMean === other.logMean && one.logSpread === other.logSpread;
    case "normal":
      return other.shape === "normal" && one.mean === other.mean && one.spread === other.spread;
    case "empirical":
      return other.shape === "empirical" && (one === other || (one.attainments.length === other.attainments.length && one.attainments.every((each, index) => each === other.attainments[index])));
  }
}

/** A distribution with a formula: not a list of attainments. */
export type Shape = Exclude<Distribution, { shape: "empirical" }>;

/** Whether people land by a formula, and not all at one attainment. */
export function isSpread(outlook: KpiOutlook): outlook is ShapedOutlook {
  return outlook.shape !== "empirical" && !isCertain(outlook);
}

/** What a normal would add to a sum of attainments below 0, where it is cut, per head: E[X; X < 0], 0 or less. */
export function sumBelowZero(mean: number, spread: number): number {
  return mean * normalProbability(-mean / spread) - spread * normalDensity(-mean / spread);
}

/** Below an attainment, itself left out: the share of people, P(X < x), and the sum of their attainments, E[X; X < x], per head. */
export type Moments = { readonly share: number; readonly sum: number };

/**
 * The partial moments of a distribution below an attainment, before attainments are cut at 100 (N. L. Johnson, S. Kotz,
 * N. Balakrishnan, Continuous Univariate Distributions, 1994, chapters 13 and 14).
 * @param x 0 or more; infinity gives the whole distribution
 */
export function momentsBelow(distribution: Shape, x: number): Moments {
  if (distribution.shape === "certain") return distribution.attainment < x ? { share: 1, sum: distribution.attainment } : { share: 0, sum: 0 };
  if (x <= 0) return { share: 0, sum: 0 };
  if (distribution.shape === "lognormal") {
    const score = (logarithm(x) - distribution.logMean) / distribution.logSpread;
    return { share: normalProbability(score), sum: distribution.mean * normalProbability(score - distribution.logSpread) };
  }
  const { mean, spread } = distribution;
  const score = (x - mean) / spread;
  const share = normalProbability(score);
  return { share, sum: mean * share - spread * normalDensity(score) - sumBelowZero(mean, spread) };
}

/** The sum of the squares of the attainments below another one, E[X²; X < x], per head. */
export function squaresBelow(distribution: Shape, x: number): number {
  if (x <= 0) return 0;
  switch (distribution.shape) {
    case "certain":
      return distribution.attainment < x ? distribution.attainment * distribution.attainment : 0;
    case "lognormal": {
      const { mean, spread, logMean, logSpread } = distribution;
      return (mean * mean + spread * spread) * normalProbability((logarithm(x) - logMean) / logSpread - 2 * logSpread);
    }
    case "normal": {
      const { mean, spread } = distribution;
      const [z, zero] = [(x - mean) / spread, -mean / spread];
      const end = normalDensity(z);
      return (mean * mean + spread * spread) * (normalProbability(z) - normalProbability(zero)) - spread * ((end === 0 ? 0 : (mean + x) * end) - mean * normalDensity(zero));
    }
  }
}

/** The share of people below an attainment; those exactly on it have reached it. 0 to 1. */
export function shareBelow(distribution: Distribution, attainment: number): number {
  if (attainment > MOST_ATTAINMENT) return 1;
  if (distribution.shape !== "empirical") return momentsBelow(distribution, attainment).share;
  const { attainments } = distribution;
  return attainments.filter((each) => each < attainment).length / attainments.length;
}

/** The mean of the attainments as they count, cut at 0 and 100. */
export function meanAttainment(distribution: Distribution): number {
  if (distribution.shape === "empirical") return distribution.attainments.reduce((sum, each) => sum + each, 0) / distribution.attainments.length;
  const { share, sum } = momentsBelow(distribution, MOST_ATTAINMENT);
  return sum + (1 - share) * MOST_ATTAINMENT;
}
