/** Attainment: how far a result is against its target, always so that more is better. */
import type { Direction } from "../model/scenario.ts";

/** The most attainment that is told apart; a result beyond it counts as this. */
export const MOST_ATTAINMENT = 100;

const DECIMALS = 1e10;

/**
 * Attainment as a curve is looked up with: ten decimals, so that 0.7 ÷ 0.1 reaches a tier at 7, and 0 to 100.
 * @param attainment ratio, 1 = target
 */
export function snapAttainment(attainment: number): number {
  if (attainment <= 0) return 0;
  if (attainment >= MOST_ATTAINMENT) return MOST_ATTAINMENT;
  return Math.round(attainment * DECIMALS) / DECIMALS;
}

/**
 * Attainment of a result (compensation model, "Terms" and "Numbers"): actual ÷ target, or target ÷ actual where less is
 * better. Never negative, at most 100, never NaN: a target of 0 is met by an actual of 0; any other actual counts as 100
 * where more is better and 0 where less is. Where less is better, an actual of 0 or less counts as 100.
 * @param result actual and target in the KPI's unit
 */
export function attainmentOf(result: { readonly actual: number; readonly target: number; readonly direction: Direction }): number {
  const { actual, target, direction } = result;
  if (target === 0) {
    if (actual === 0) return 1;
    if (actual < 0) return direction === "higher" ? 0 : MOST_ATTAINMENT;
    return direction === "higher" ? MOST_ATTAINMENT : 0;
  }
  if (direction === "higher") return snapAttainment(actual / target);
  return actual <= 0 ? MOST_ATTAINMENT : snapAttainment(target / actual);
}
