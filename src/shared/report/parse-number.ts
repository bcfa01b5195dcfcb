/** What a person types into a number field, read as a number or refused in one plain sentence. Never guessed, never clamped. */

/** What the field holds. The number handed back is in currency units, a ratio (7.5 % → 0.075), a plain number or a multiple. */
export type NumberKind = "money" | "percent" | "number" | "multiple";

export type Typed = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

const ASK: Readonly<Record<NumberKind, string>> = {
  money: "Type an amount, like 165,000 or 1.2m.",
  percent: "Type a percentage, like 7.5%.",
  number: "Type a number, like 1,234.5.",
  multiple: "Type a multiple, like 2.5×.",
};

/** Powers of ten by the letter or word after an amount. */
const MAGNITUDES: Readonly<Record<string, number>> = { k: 3, m: 6, mn: 6, mio: 6, b: 9, bn: 9 };

const MOST_DIGITS = 15;
/** Longer than any number a person types. */
const MOST_CHARACTERS = 48;

/** Spaces of every width and apostrophes, which some languages put between groups of three digits. */
const QUIET_SEPARATORS = /[\s\u00A0\u2009\u202F'’]/gu;

/**
 * Digits with their separators as digits with a point, or null where the separators contradict one another.
 * With both a comma and a point the last one is the decimal. Commas before exactly three digits group (1,234), any other
 * single comma is a decimal (7,5 and 0,125). A single point is a decimal.
 */
function withPoint(digits: string): string | null {
  const quiet = digits.match(QUIET_SEPARATORS) !== null;
  if (quiet && !/^\d{1,3}([\s\u00A0\u2009\u202F'’]\d{3})+([.,]\d+)?$/u.test(digits)) return null;
  const text = digits.replace(QUIET_SEPARATORS, "");
  if (quiet || /^\d*[.]?\d*$/u.test(text)) return text.replace(",", ".");
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/u.test(text)) return text.replaceAll(",", "");
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d*)?$/u.test(text)) return text.replaceAll(".", "").replace(",", ".");
  if (/^\d*,\d*$/u.test(text)) return text.replace(",", ".");
  return null;
}

/** The signs a person may type for a currency: its code, its symbol and the symbol without a country. */
function signsOf(currency: string): readonly string[] {
  return (["code", "symbol", "narrowSymbol"] as const).map(
    (currencyDisplay) =>
      new Intl.NumberFormat("en-US", { style: "currency", currency, currencyDisplay })
        .formatToParts(0)
        .find((part) => part.type === "currency")?.value ?? currency,
  );
}

/** The kind's own sign taken off the text ("%", "×", "$", "USD"), and the power of ten it stands for; or a refusal. */
function withoutSign(text: string, kind: NumberKind, currency: string | undefined): { readonly rest: string; readonly power: number } | string {
  if (kind === "number") return { rest: text, power: 0 };
  if (kind === "percent") return { rest: text.replace(/\s*(%|percent|pts?|points?)$/iu, ""), power: -2 };
  if (kind === "multiple") {
    if (text.endsWith("%")) return { rest: text.slice(0, -1).trimEnd(), power: -2 };
    return { rest: text.replace(/\s*[x×]$/iu, ""), power: 0 };
  }
  const found = /^([+\-\u2212]?)\s*(\p{Sc}|[A-Z]{1,2}\p{Sc}|[A-Z]{3})?\s*(.*?)\s*(\p{Sc}|[A-Z]{3})?$/u.exec(text);
  const [, sign = "", before, middle = "", after] = found ?? [];
  const mark = before ?? after;
  if (before !== undefined && after !== undefined) return ASK.money;
  if (mark !== undefined && currency !== undefined && !signsOf(currency).includes(mark)) return `Amounts here are in ${currency}.`;
  return { rest: sign + middle, power: 0 };
}

/**
 * Reads typed text as a number: `7,5 %`, `$1.2m`, `165k`, `1,234.5`, `1.234,5`, `1 234,5`, `2.5×`, `−3`.
 * @param kind what the field holds. A percentage comes back as a ratio, with or without its sign; a multiple may be typed as a percentage
 * @param currency for money: the document's code; a sign of another currency is refused. Absent: any sign is taken off
 * @returns the number, unclamped, or a sentence for the person. Empty text is refused: empty is not zero
 */
export function parseTyped(text: string, kind: NumberKind, currency?: string): Typed {
  const refused = { ok: false, message: ASK[kind] } as const;
  const trimmed = text.trim();
  if (trimmed.length > MOST_CHARACTERS) return refused;
  const sign = withoutSign(trimmed, kind, currency);
  if (typeof sign === "string") return { ok: false, message: sign };
  const found = /^([+\-\u2212]?)\s*([\d.,'’\s\u00A0\u2009\u202F]*\d[.,]?|\d[\d.,'’\s\u00A0\u2009\u202F]*[.,]?)\s*(\p{L}*)$/u.exec(sign.rest);
  if (found === null) return refused;
  const [, negative = "", digits = "", word = ""] = found;
  const magnitude = word === "" ? 0 : MAGNITUDES[word.toLowerCase()];
  if (magnitude === undefined || (magnitude !== 0 && (kind === "percent" || kind === "multiple"))) return refused;
  const plain = withPoint(digits.trim());
  if (plain === null) return refused;
  if (plain.replace(/\D/gu, "").replace(/^0+/u, "").length > MOST_DIGITS) return { ok: false, message: "That is more digits than can be kept exactly." };
  const value = Number(`${negative === "" || negative === "+" ? "" : "-"}${plain}e${sign.power + magnitude}`);
  return Number.isFinite(value) ? { ok: true, value: value === 0 ? 0 : value } : refused;
}
