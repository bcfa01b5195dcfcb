/** Shares of years in words. */

const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"] as const;
/** Tenths are said where the share is this near to one. */
const NEAR_TENTH = 0.025;

export type YearsInWords = { readonly years: string; readonly isOne: boolean };

/**
 * A share of years as it is said: "Six years in ten", "One year in ten", "4 years in a hundred" in words.
 * @param share 0 to 1
 */
export function yearsInWords(share: number): YearsInWords {
  if (share <= 0) return { years: "No simulated year", isOne: true };
  if (share >= 1) return { years: "Every simulated year", isOne: true };
  const tenths = Math.round(share * 10);
  if (tenths > 0 && tenths < 10 && Math.abs(share - tenths / 10) <= NEAR_TENTH) {
    return { years: `${NUMBERS[tenths] ?? ""} ${tenths === 1 ? "year" : "years"} in ten`, isOne: tenths === 1 };
  }
  const hundredths = Math.round(share * 100);
  if (hundredths === 0) return { years: "Fewer than one year in a hundred", isOne: true };
  if (hundredths === 100) return { years: "Nearly every year", isOne: true };
  return { years: `${NUMBERS[hundredths] ?? String(hundredths)} ${hundredths === 1 ? "year" : "years"} in a hundred`, isOne: hundredths === 1 };
}
