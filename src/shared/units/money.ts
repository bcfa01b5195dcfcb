/** Money in whole minor units (cents for USD, yen for JPY), and the one rounding function of the product. */
import type { Branded } from "./brand.ts";
import { minorPerUnit } from "./currency.ts";

/** A whole number of minor units of the document's currency. */
export type MinorUnits = Branded<"minor units">;

/** No money. */
export const NO_MONEY = 0 as MinorUnits;

/** From here on a number holds no more than 15 digits before the point: there is nothing left to snap. */
const FIFTEEN_DIGITS = 1e15;

/**
 * Rounds an amount that already counts minor units: snapped to 15 significant digits, then half away from zero, so that
 * 1.005 × 100 (100.49999999999999 in floating point) is 101. A whole number stays what it is. Amounts are exact up to
 * 2^53 minor units; beyond that they are as exact as a number can be (docs/compensation-model.md, "Numbers").
 * @param amount minor units, finite
 */
export function roundMinor(amount: number): MinorUnits {
  const size = Math.abs(amount);
  const whole = Math.floor(size);
  const rest = size - whole;
  // Snapping moves an amount by at most this much, so only a rest this close to one half can change sides.
  const mayChangeSides = size < FIFTEEN_DIGITS && Math.abs(rest - 0.5) <= size * 1e-14;
  const rounded = mayChangeSides ? Math.floor(Number(size.toPrecision(15)) + 0.5) : rest < 0.5 ? whole : whole + 1;
  return (amount < 0 && rounded > 0 ? -rounded : rounded) as MinorUnits;
}

/**
 * An amount in currency units as whole minor units, rounded half away from zero (docs/compensation-model.md, "Numbers").
 * @param amount currency units, finite
 * @param currency ISO 4217 code of the document
 */
export function roundMoney(amount: number, currency: string): MinorUnits {
  return roundMinor(amount * minorPerUnit(currency));
}

/** Whole minor units back in currency units: 12,345 → 123.45 for USD. */
export function toCurrencyUnits(amount: number, currency: string): number {
  return amount / minorPerUnit(currency);
}

/** The sum of two amounts. */
export function addMoney(one: MinorUnits, other: MinorUnits): MinorUnits {
  return (one + other) as MinorUnits;
}

/** One amount less another. */
export function subtractMoney(one: MinorUnits, other: MinorUnits): MinorUnits {
  return (one - other) as MinorUnits;
}

/** The sum of any number of amounts; nothing for none. */
export function sumMoney(amounts: Iterable<MinorUnits>): MinorUnits {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum as MinorUnits;
}

/**
 * Splits a whole number in proportion to shares so that the parts are whole and total exactly: each part is rounded
 * towards zero, then what is left goes one by one to the largest remainders (the first of equals).
 * @param total a whole number, may be negative; the parts total it exactly up to 2^46 (7 × 10^13)
 * @param shares zero or more, finite; where all are zero the parts are equal, otherwise a share of zero gets nothing
 */
export function splitWhole(total: number, shares: readonly number[]): number[] {
  let sum = 0;
  for (const share of shares) sum += share;
  if (sum === 0) return shares.length === 0 ? [] : splitWhole(total, shares.map(() => 1));
  const size = Math.abs(total);
  const parts: number[] = [];
  const remainders: number[] = [];
  let left = size;
  for (const share of shares) {
    const product = size * share;
    const part = Math.floor(product / sum);
    parts.push(part);
    // Over the common denominator, so that equal remainders are equal to the last bit.
    remainders.push(product - part * sum);
    left -= part;
  }
  for (let count = Math.min(left, parts.length); count > 0; count -= 1) {
    let largest = 0;
    for (let index = 1; index < remainders.length; index += 1) if ((remainders[index] ?? 0) > (remainders[largest] ?? 0)) largest = index;
    parts[largest] = (parts[largest] ?? 0) + 1;
    remainders[largest] = Number.NEGATIVE_INFINITY;
  }
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}

/** `splitWhole` for money: the parts total the amount to the minor unit. */
export function splitByLargestRemainder(total: MinorUnits, shares: readonly number[]): MinorUnits[] {
  return splitWhole(total, shares) as MinorUnits[];
}

/**
 * Divides whole numbers, above or below zero, so that the quotients are whole and total exactly: each is rounded down, then
 * what is left goes one by one to the largest remainders (the first of equals).
 * @param parts their sum is a multiple of the divisor; quotients are exact up to 2^53
 * @param divisor above zero
 */
export function divideToTotal(parts: readonly bigint[], divisor: bigint): MinorUnits[] {
  const remainders = parts.map((part) => ((part % divisor) + divisor) % divisor);
  const quotients = parts.map((part, index) => Number((part - (remainders[index] ?? 0n)) / divisor));
  const left = Number(remainders.reduce((sum, remainder) => sum + remainder, 0n) / divisor);
  const largest = [...remainders.entries()].sort(([at, one], [place, another]) => (one === another ? at - place : one > another ? -1 : 1));
  for (const [index] of largest.slice(0, left)) quotients[index] = (quotients[index] ?? 0) + 1;
  return quotients as MinorUnits[];
}
