/** Tables whose cells add up to the total printed under them. */
import { minorPerUnit } from "../units/currency.ts";
import { roundMinor, splitWhole, type MinorUnits } from "../units/money.ts";

const THOUSAND = 1_000;

/**
 * Amounts in whole thousands of the currency that add exactly to their total in thousands: by largest remainder, so
 * each cell is its own amount rounded up or down, and the total is the one a headline shows.
 * docs/compensation-model.md, "Numbers".
 * @param parts minor units, all of one sign, adding to `total`. None gives none
 * @param total minor units
 * @returns one whole number of thousands for each part, to be written with `formatNumber`
 */
export function apportionToThousands(parts: readonly MinorUnits[], total: MinorUnits, currency: string): readonly number[] {
  const thousands = roundMinor(total / (minorPerUnit(currency) * THOUSAND));
  return splitWhole(thousands, parts.map(Math.abs));
}
