/** Money in whole minor units (cents for USD, yen for JPY), and the one rounding function of the product. */
import type { Branded } from "./brand.ts";
import { minorPerUnit } from "./currency.ts";

/** A whole number of minor units of the document's currency. */
export type MinorUnits = Branded<"minor units">;

/** No money. */
export const NO_MONEY = 0 as MinorUnits;

/**
 * Rounds an amount that already counts minor units: snapped to 15 significant digits, then half away from zero, so that
 * 1.005 × 100 (100.49999999999999 in floating point) is 101.
 * @param amount minor units, finite
 */
export function roundMinor(amount: number): MinorUnits {
  const size = Math.abs(amount);
  const whole = Math.floor(size);
  const rest = size - whole;
  // Only a rest this close to one half can fall on the other side once it is snapped; the text round trip is slow.
  const nearHalf = Math.abs(rest - 0.5) <= size * 1e-14;
  const rounded = nearHalf ? Math.floor(Number(size.toPrecision(15)) + 0.5) : rest < 0.5 ? whole : whole + 1;
  return (amount < 0 && rounded > 0 ? -rounded : rounded) as MinorUnits;
}

/**
 * An amount in currency units as whole minor units, rounded half away from zero (compensation model, "Numbers").
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
 * @param total a whole number, may be negative
 * @param shares zero or more, finite; where all are zero the parts are equal
 */
export function splitWhole(total: number, shares: readonly number[]): number[] {
  if (shares.length === 0) return [];
  let sum = 0;
  for (const share of shares) sum += share;
  const size = Math.abs(total);
  const sign = total < 0 ? -1 : 1;
  const parts: number[] = [];
  const rests: number[] = [];
  let given = 0;
  for (const share of shares) {
    const exact = sum > 0 ? (size * share) / sum : size / shares.length;
    const part = Math.floor(exact);
    parts.push(part);
    rests.push(exact - part);
    given += part;
  }
  const order = rests.map((_, index) => index).sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b);
  for (let left = size - given, turn = 0; left > 0; left -= 1, turn += 1) {
    const index = order[turn % order.length] ?? 0;
    parts[index] = (parts[index] ?? 0) + 1;
  }
  return sign < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}

/** `splitWhole` for money: the parts total the amount to the minor unit. */
export function splitByLargestRemainder(total: MinorUnits, shares: readonly number[]): MinorUnits[] {
  return splitWhole(total, shares) as MinorUnits[];
}
