/** How many decimals a currency has. Money is held in whole minor units, so this decides what a minor unit is. */

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const EXCEPTIONS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
  CLF: 4, UYW: 4,
};

/** Whether a text has the form of an ISO 4217 code: three capital letters. */
export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/** Decimals of a currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD; 2 for a code that is not known. */
export function fractionDigits(currency: string): number {
  return EXCEPTIONS[currency] ?? 2;
}

/** Minor units in one unit of the currency: 100 for USD, 1 for JPY, 1,000 for KWD. */
export function minorPerUnit(currency: string): number {
  let factor = 1;
  for (let digit = fractionDigits(currency); digit > 0; digit -= 1) factor *= 10;
  return factor;
}
