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
  | { readonly shape: "lognormal"; readonly mean: number; readonly logMean: number; readonly logSpread: number; readonly squareMean: number }
  | { readonly shape: "normal"; readonly mean: number; readonly spread: number; readonly massAtZero: number; readonly densityAtZero: number }
  | { readonly shape: "empirical"; readonly attainments: readonly number[] };

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

function make(outlook: Exclude<KpiOutlook, { shape: "empirical" }>): Distribution {
  const { shape, mean, spread } = outlook;
  if (spread === 0 || (shape === "lognormal" && mean === 0)) return { shape: "certain", attainment: snapAttainment(mean) };
  if (shape === "normal") return { shape, mean, spread, massAtZero: normalProbability(-mean / spread), densityAtZero: normalDensity(-mean / spread) };
  const relative = spread / mean;
  // From there on the 1 is beneath the last digit, and the square may be more than a number holds.
  const logVariance = relative < 1e8 ? logarithm(1 + relative * relative) : 2 * (logarithm(spread) - logarithm(mean));
  // A spread too small to be told from none beside 1.
  if (logVariance === 0) return { shape: "certain", attainment: snapAttainment(mean) };
  return { shape, mean, logMean: logarithm(mean) - logVariance / 2, logSpread: Math.sqrt(logVariance), squareMean: mean * mean + spread * spread };
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

export type Lognormal = Extract<Distribution, { shape: "lognormal" }>;
export type Normal = Extract<Distribution, { shape: "normal" }>;
export type Spreading = Lognormal | Normal;

/**
 * The sum of the attainments of a lognormal below one of them, E[X; X < x], per head (N. L. Johnson, S. Kotz,
 * N. Balakrishnan, Continuous Univariate Distributions, 1994, chapter 14).
 * @param score of that attainment: how many log-spreads its logarithm lies above the log-mean
 */
export function lognormalSum({ mean, logSpread }: Lognormal, score: number): number {
  return mean * normalProbability(score - logSpread);
}

/**
 * The same of a normal cut at 0 (the same, chapter 13).
 * @param share of people below it, those below 0 among them
 * @param density of the standard normal at it
 */
export function normalSum({ mean, spread, massAtZero, densityAtZero }: Normal, share: number, density: number): number {
  return mean * (share - massAtZero) - spread * (density - densityAtZero);
}

/** Below an attainment, itself left out: the share of people, P(X < x), and the sum of their attainments, E[X; X < x], per head. */
export type Moments = { readonly share: number; readonly sum: number };

/**
 * The partial moments of a distribution below an attainment, before attainments are cut at 100.
 * @param x 0 or more; infinity gives the whole distribution
 */
export function momentsBelow(distribution: Shape, x: number): Moments {
  if (distribution.shape === "certain") return distribution.attainment < x ? { share: 1, sum: distribution.attainment } : { share: 0, sum: 0 };
  if (x <= 0) return { share: 0, sum: 0 };
  if (distribution.shape === "lognormal") {
    const score = (logarithm(x) - distribution.logMean) / distribution.logSpread;
    return { share: normalProbability(score), sum: lognormalSum(distribution, score) };
  }
  const score = (x - distribution.mean) / distribution.spread;
  const share = normalProbability(score);
  return { share, sum: normalSum(distribution, share, normalDensity(score)) };
}

/** The sum of the squares of the attainments below another one, E[X²; X < x], per head. */
export function squaresBelow(distribution: Shape, x: number): number {
  if (x <= 0) return 0;
  switch (distribution.shape) {
    case "certain":
      return distribution.attainment < x ? distribution.attainment * distribution.attainment : 0;
    case "lognormal": {
      const { squareMean, logMean, logSpread } = distribution;
      return squareMean * normalProbability((logarithm(x) - logMean) / logSpread - 2 * logSpread);
    }
    case "normal": {
      const { mean, spread, massAtZero, densityAtZero } = distribution;
      const z = (x - mean) / spread;
      const end = normalDensity(z);
      return (mean * mean + spread * spread) * (normalProbability(z) - massAtZero) - spread * ((end === 0 ? 0 : (mean + x) * end) - mean * densityAtZero);
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
