/**
 * How figures are written and spoken. Locale and currency are always explicit: the currency is the document's, and
 * nothing here depends on the computer it runs on.
 */
import { fractionDigits } from "../units/currency.ts";
import { toCurrencyUnits, type MinorUnits } from "../units/money.ts";

/** The language of the product. Callers may pass another. */
export const LOCALE = "en-US";

/** Stands in place of a figure that does not exist; a sentence beside it says why. */
export const NO_FIGURE = "—";

const MINUS = "\u2212";

/**
 * - `full`: every whole unit, "$176,484". For detail and fields.
 * - `exact`: whole units, and every digit of the currency where there are any: "$1,320", "$1,320.50". For explanations.
 * - `short`: whole units below a million, then "$9.41M", "$124.0M", "$1.24B". For headlines.
 * - `thousands`: "1,386" in $ thousand, for tables whose title says so.
 * - `axis`: as short as it can be said exactly to two decimals, "$12M", "$2.5M", "$250k", "$0".
 * - `signed-full`, `signed-short`, `signed-thousands`: differences: "+$1,320"; "+$0.11M", "−$6k"; "+216". No sign on zero.
 */
export type MoneyStyle = "full" | "exact" | "short" | "thousands" | "axis" | "signed-full" | "signed-short" | "signed-thousands";

/** A figure to write: divided by `divisor`, with `suffix` after its last digit. */
type Scale = { readonly divisor: number; readonly suffix: string; readonly decimals: number; readonly fewest?: number };

const WHOLE_UNITS: Scale = { divisor: 1, suffix: "", decimals: 0 };

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** The formatter's text with the true minus sign, and `suffix` put right after the last digit. */
function written(made: Intl.NumberFormat, value: number, suffix = ""): string {
  const parts = made.formatToParts(value);
  const last = parts.findLastIndex((part) => part.type === "integer" || part.type === "fraction");
  return parts
    .map((part, index) => (part.type === "minusSign" ? MINUS : part.value) + (index === last ? suffix : ""))
    .join("");
}

/** The smallest size that is read in millions and billions, after rounding: 999,999.6 is already a million. */
function headlineScale(size: number): Scale {
  if (Math.round(size) < 1_000_000) return WHOLE_UNITS;
  if (size < 99_995_000) return { divisor: 1_000_000, suffix: "M", decimals: 2, fewest: 2 };
  if (size < 999_950_000) return { divisor: 1_000_000, suffix: "M", decimals: 1, fewest: 1 };
  return { divisor: 1_000_000_000, suffix: "B", decimals: 2, fewest: 2 };
}

function differenceScale(size: number): Scale {
  if (size < 999.5) return WHOLE_UNITS;
  if (size < 99_500) return { divisor: 1_000, suffix: "k", decimals: 0 };
  if (size < 1_000_000) return { divisor: 1_000_000, suffix: "M", decimals: 2, fewest: 2 };
  return headlineScale(size);
}

function axisScale(size: number): Scale {
  if (size < 1_000) return WHOLE_UNITS;
  if (size < 1_000_000) return { divisor: 1_000, suffix: "k", decimals: 2 };
  if (size < 1_000_000_000) return { divisor: 1_000_000, suffix: "M", decimals: 2 };
  return { divisor: 1_000_000_000, suffix: "B", decimals: 2 };
}

function exactScale(size: number, currency: string): Scale {
  const digits = Number.isInteger(size) ? 0 : fractionDigits(currency);
  return { divisor: 1, suffix: "", decimals: digits, fewest: digits };
}

function scaleFor(style: MoneyStyle, size: number, currency: string): Scale {
  switch (style) {
    case "exact":
      return exactScale(size, currency);
    case "full":
    case "signed-full":
      return WHOLE_UNITS;
    case "thousands":
    case "signed-thousands":
      return { divisor: 1_000, suffix: "", decimals: 0 };
    case "short":
      return headlineScale(size);
    case "signed-short":
      return differenceScale(size);
    case "axis":
      return axisScale(size);
  }
}

/**
 * Whether an amount loses nothing when it is written as on an axis: $9.05M does not, $9.025M would be $9.03M.
 * @param amount minor units
 * @param currency ISO 4217 code of the document
 */
export function isExactOnAxis(amount: MinorUnits | number, currency: string): boolean {
  const major = Math.abs(toCurrencyUnits(amount, currency));
  const { divisor, decimals } = axisScale(major);
  const written = (major / divisor) * (decimals === 0 ? 1 : 100);
  return Math.abs(written - Math.round(written)) < 1e-6;
}

/**
 * Money as text. See {@link MoneyStyle} for what each style is for.
 * @param amount minor units (cents for USD); fractions are allowed for statistics. Not finite: {@link NO_FIGURE}
 * @param currency ISO 4217 code of the document
 */
export function formatMoney(amount: MinorUnits | number, currency: string, style: MoneyStyle, locale: string = LOCALE): string {
  if (!Number.isFinite(amount)) return NO_FIGURE;
  const major = toCurrencyUnits(amount, currency);
  const scale = scaleFor(style, Math.abs(major), currency);
  const bare = style === "thousands" || style === "signed-thousands";
  return written(
    formatter(locale, {
      ...(bare ? { style: "decimal" } : { style: "currency", currency, currencyDisplay: "narrowSymbol" }),
      minimumFractionDigits: scale.fewest ?? 0,
      maximumFractionDigits: scale.decimals,
      signDisplay: style.startsWith("signed") ? "exceptZero" : "negative",
    }),
    major / scale.divisor,
    scale.suffix,
  );
}

/**
 * A share as text: 1.08 → "108%"; with one digit 0.012 → "1.2%".
 * @param ratio 1 = 100 %. Not finite: {@link NO_FIGURE}
 * @param digits decimals, always written
 */
export function formatPercent(ratio: number, digits = 0, locale: string = LOCALE): string {
  if (!Number.isFinite(ratio)) return NO_FIGURE;
  return written(
    formatter(locale, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "negative" }),
    ratio,
  );
}

/**
 * By how much a share changed: 0.037 → "+3.7%", −0.05 → "−5.0%"; what rounds to nothing has no sign.
 * @param ratio 1 = 100 %. Not finite: {@link NO_FIGURE}
 * @param digits decimals, always written
 */
export function formatPercentChange(ratio: number, digits = 1, locale: string = LOCALE): string {
  if (!Number.isFinite(ratio)) return NO_FIGURE;
  return written(formatter(locale, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "exceptZero" }), ratio);
}

/**
 * A plain number as text with grouping: 1234.5 → "1,234.5". Trailing zeros are left out.
 * @param digits most decimals. Not finite: {@link NO_FIGURE}
 */
export function formatNumber(value: number, digits = 2, locale: string = LOCALE): string {
  if (!Number.isFinite(value)) return NO_FIGURE;
  return written(formatter(locale, { maximumFractionDigits: digits, signDisplay: "negative" }), value);
}

/**
 * A multiple as text: 2.18 → "2.18×".
 * @param digits decimals, always written. Not finite: {@link NO_FIGURE}
 */
export function formatRatio(ratio: number, digits = 2, locale: string = LOCALE): string {
  if (!Number.isFinite(ratio)) return NO_FIGURE;
  return `${written(formatter(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "negative" }), ratio)}×`;
}

/**
 * A pay mix as text, base first: 0.6 → "60/40", 0.625 → "62.5/37.5". Both sides always total 100.
 * @param baseShare base ÷ OTE, 0–1; shown to a tenth of a point
 */
export function formatSplit(baseShare: number, locale: string = LOCALE): string {
  if (!Number.isFinite(baseShare)) return NO_FIGURE;
  const base = Math.round(baseShare * 1_000) / 10;
  return `${formatNumber(base, 1, locale)}/${formatNumber(100 - base, 1, locale)}`;
}

/** Speech reads a minus sign as nothing or as "dash"; the word is certain. */
function spoken(text: string): string {
  return text.replace(MINUS, "minus ");
}

/**
 * A share as it is said: 0.6 → "60 percent", −0.012 → "minus 1.2 percent".
 * @param ratio 1 = 100 %; said to a tenth of a point. Not finite: "no figure"
 */
export function spokenPercent(ratio: number, locale: string = LOCALE): string {
  if (!Number.isFinite(ratio)) return "no figure";
  return `${spoken(formatNumber(ratio * 100, 1, locale))} percent`;
}

/**
 * Money as it is said: "99,000 dollars", "9.41 million dollars".
 * @param amount minor units. Not finite: "no figure"
 */
export function spokenMoney(amount: MinorUnits | number, currency: string, locale: string = LOCALE): string {
  if (!Number.isFinite(amount)) return "no figure";
  const major = toCurrencyUnits(amount, currency);
  const scale = headlineScale(Math.abs(major));
  const words = { "": "", M: " million", B: " billion" }[scale.suffix] ?? "";
  const said = written(
    formatter(locale, {
      style: "currency",
      currency,
      currencyDisplay: "name",
      minimumFractionDigits: 0,
      maximumFractionDigits: scale.decimals,
      signDisplay: "negative",
    }),
    major / scale.divisor,
    words,
  );
  return spoken(said.replace("US dollar", "dollar"));
}
