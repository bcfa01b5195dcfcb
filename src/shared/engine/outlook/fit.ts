/** The distribution that gives wanted shares of people, and the points of a curve that follow from one. */
import { MOST_ATTAINMENT, snapAttainment } from "../attainment.ts";
import { distributionOf, shareBelow, type ShapedOutlook } from "./distribution.ts";
import { exponential, logarithm } from "./elementary.ts";
import { normalQuantile } from "./normal.ts";

/** Halvings that leave less than the tenth decimal of an attainment between 0 and 100. */
const HALVINGS = 60;

/**
 * The mean and spread with which these shares of people reach target and excellence: two shares fix two numbers
 * (docs/compensation-model.md, "The Cost place's sliders and presets").
 * @param excellence attainment, a ratio
 * @param shares 0 to 1, the first the larger
 * @returns null where no spread does it: excellence not above target, or shares that do not fall
 */
export function fitTwoShares(shape: ShapedOutlook["shape"], excellence: number, shares: { readonly atTarget: number; readonly atExcellence: number }): ShapedOutlook | null {
  const atTarget = normalQuantile(1 - shares.atTarget);
  const apart = normalQuantile(1 - shares.atExcellence) - atTarget;
  if (excellence <= 1 || !(apart > 0) || !Number.isFinite(apart)) return null;
  if (shape === "normal") {
    const spread = (excellence - 1) / apart;
    return { shape, mean: 1 - atTarget * spread, spread };
  }
  const logSpread = logarithm(excellence) / apart;
  const logMean = -atTarget * logSpread;
  const mean = exponential(logMean + (logSpread * logSpread) / 2);
  return { shape, mean, spread: mean * Math.sqrt(exponential(logSpread * logSpread) - 1) };
}

/**
 * The mean with which a share of people reaches target while the spread stays.
 * @param atTarget above 0 and below 1
 * @returns null without a spread (then all reach target, or nobody) and where more reach it than that even with a mean of 0
 */
export function meanForShare({ shape, spread }: ShapedOutlook, atTarget: number): number | null {
  const reached = (mean: number): number => 1 - shareBelow(distributionOf({ shape, mean, spread }), 1);
  if (spread === 0 || reached(0) > atTarget) return null;
  let [low, high] = [0, MOST_ATTAINMENT];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const mean = (low + high) / 2;
    if (reached(mean) < atTarget) low = mean;
    else high = mean;
  }
  return (low + high) / 2;
}

/** The attainment that a share of people stays below. @param share above 0 and below 1 */
export function attainmentBelowWhich(outlook: ShapedOutlook, share: number): number {
  const distribution = distributionOf(outlook);
  switch (distribution.shape) {
    case "lognormal":
      return snapAttainment(exponential(distribution.logMean + normalQuantile(share) * distribution.logSpread));
    case "normal":
      return snapAttainment(distribution.mean + normalQuantile(share) * distribution.spread);
    default:
      return snapAttainment(outlook.mean);
  }
}
