/** The small words of a statement: lists, numbers, texts that people typed. */
import { minorPerUnit } from "../units/currency.ts";
import { formatMoney, formatNumber, formatPercent } from "../report/format.ts";

/** Ratios this close are the same: they differ by the last bits of a division. */
export const SAME = 1e-9;
/** An amount that its text misses by more than this share of it is said to be about that. */
const CLOSE_ENOUGH = 0.002;

/** A text that was typed, on one line: single spaces, none before a full stop or comma, which no text begins with either. */
export function tidy(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ");
  return line.replace(/ +(?=[.,;:]+(?: |$))/gu, "").replace(/^ ?[.,;:]+ /u, "").trim();
}

/** A typed text as a part of a sentence that goes on or ends after it. */
export function asPhrase(text: string): string {
  return tidy(text).replace(/[.,;: ]+$/u, "");
}

/** Whether a text says anything: it has a letter or a digit. */
export function isSaid(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** A typed text as a sentence: a capital first, a full stop last. */
export function asSentence(text: string): string {
  const line = tidy(text).replace(/\.{3,}$/u, "…");
  return capital(/[!?…]$/u.test(line) ? line : `${asPhrase(line)}.`);
}

export function capital(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** "a", "a and b", "a, b and c"; with a semicolon where the items have commas of their own. */
export function listed(items: readonly string[], separator: "," | ";" = ","): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(`${separator} `)}${separator === ";" ? ";" : ""} and ${last}`;
}

/** "1 person", "3 people". */
export function counted(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** A share without needless digits: "70%", "62.5%", "33.33%". */
export function share(ratio: number): string {
  const whole = Math.round(ratio * 100);
  return Math.abs(ratio * 100 - whole) < 1e-6 ? formatPercent(ratio) : `${formatNumber(ratio * 100)}%`;
}

const SMALL_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Numbers up to ten as words. */
export function inWords(count: number): string {
  return SMALL_NUMBERS[count] ?? formatNumber(count);
}

/**
 * Money in whole units of the currency. Where rounding hides much of a small amount it says so: "about $7", "less than $1".
 * @param amount minor units, may be a fraction
 */
export function money(amount: number, currency: string): string {
  const unit = minorPerUnit(currency);
  const size = Math.abs(amount);
  const shown = Math.round(size / unit) * unit;
  if (shown === 0 && size > 0) return `less than ${formatMoney(unit, currency, "full")}`;
  const text = formatMoney(amount, currency, "full");
  return Math.abs(size - shown) > size * CLOSE_ENOUGH ? `about ${text}` : text;
}
