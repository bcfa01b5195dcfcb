/** Attainment: how far a result is against its target, always so that more is better. */
import type { Direction } from "../model/scenario.ts";

/** The most attainment that is told apart; a result beyond it counts as this. */
export const MOST_ATTAINMENT = 100;

/** Attainments are told apart to ten decimals. */
const PER_UNIT = 1e10;

/** A quotient this close to a step of the ten decimals (in steps) is that step: the rest is the last bits of a division. */
const SAME_STEP = 1e-3;

/**
 * Attainment as a curve is looked up with: ten decimals, so that 0.7 ÷ 0.1 reaches a tier at 7, and 0 to 100
 * (docs/compensation-model.md, "Numbers").
 * @param attainment ratio, 1 = target
 */
export function snapAttainment(attainment: number): number {
  if (attainment <= 0) return 0;
  if (attainment >= MOST_ATTAINMENT) return MOST_ATTAINMENT;
  return Math.round(attainment * PER_UNIT) / PER_UNIT;
}

/** The first attainment of ten decimals that is not below a place on a line. */
export function firstAttainmentFrom(place: number): number {
  return Math.ceil(place * PER_UNIT - SAME_STEP) / PER_UNIT;
}

/** The last attainment of ten decimals that is not above a place on a line. */
export function lastAttainmentUpTo(place: number): number {
  return Math.floor(place * PER_UNIT + SAME_STEP) / PER_UNIT;
}

/**
 * Attainment of a result (docs/compensation-model.md, "Attainment"): actual ÷ target, or target ÷ actual where less is
 * better. Never negative, at most 100, never NaN: a target of 0 is met by an actual of 0; any other actual counts as 100
 * where more is better and 0 where less is. Where less is better, an actual below 0 counts as 100, and so does 0 against
 * a target above 0.
 * @param result actual and target in the KPI's unit, finite; the target is 0 or more
 */
export function attainmentOf(result: { readonly actual: number; readonly target: number; readonly direction: Direction }): number {
  const { actual, target, direction } = result;
  if (direction === "higher") {
    if (target > 0) return snapAttainment(actual / target);
    return actual === 0 ? 1 : actual < 0 ? 0 : MOST_ATTAINMENT;
  }
  if (target === 0 && actual === 0) return 1;
  return actual <= 0 ? MOST_ATTAINMENT : snapAttainment(target / actual);
}
