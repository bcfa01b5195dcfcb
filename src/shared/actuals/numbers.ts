/** Numbers as a file writes them: which sign is the decimal one is a matter of the whole file. */
import type { Cell } from "./cell.ts";

export type DecimalSign = "." | ",";

/**
 * The decimal sign that the clear cells of a file use: "1.234,5" and "0,97" are clear, "1,234" is not.
 * @param otherwise where no cell is clear, or as many for one sign as for the other
 * @returns `undecided`: the first cell that is another number by the other sign, where the clear cells do not all agree on one
 */
export function decimalSignOf(cells: Iterable<Cell>, otherwise: DecimalSign): { readonly sign: DecimalSign; readonly undecided: string | null } {
  let [points, commas] = [0, 0];
  let unclear: string | null = null;
  for (const cell of cells) {
    if (typeof cell !== "string") continue;
    const vote = voteOf(cell);
    if (vote > 0) points += 1;
    else if (vote < 0) commas += 1;
    else if (unclear === null && /\d[.,]\d/.test(cell)) unclear = cell;
  }
  const isDecided = points > 0 !== commas > 0;
  return { sign: points > commas ? "." : commas > points ? "," : otherwise, undecided: isDecided ? null : unclear };
}

/** 1 for a point, −1 for a comma, 0 for a cell that may be either. */
function voteOf(text: string): -1 | 0 | 1 {
  const point = text.lastIndexOf(".");
  const comma = text.lastIndexOf(",");
  if (point < 0 && comma < 0) return 0;
  if (point >= 0 && comma >= 0) return point > comma ? 1 : -1;
  const sign = point >= 0 ? "." : ",";
  const parts = text.replace(/[^\d.,]/g, "").split(sign);
  // Twice the same sign groups thousands; so does one before exactly three digits, unless nothing or a zero stands before it.
  const isDecimal = parts.length === 2 && (parts[1]?.length !== 3 || /^0?$/.test(parts[0] ?? ""));
  const isGroup = parts.length > 2;
  if (!isDecimal && !isGroup) return 0;
  return (sign === ".") === isDecimal ? 1 : -1;
}

/** Read the same by either sign. */
const DIGITS = /^\d+$/;
const PATTERNS: Readonly<Record<DecimalSign, RegExp>> = { ".": /^-?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?$/, ",": /^-?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d+)?$/ };

/** A cell's number, and whether it is written in percent; null where it is none. */
export function numberOf(cell: Cell | undefined, sign: DecimalSign): { readonly value: number; readonly isPercent: boolean } | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell, isPercent: false } : null;
  if (typeof cell !== "string") return null;
  if (DIGITS.test(cell)) return { value: Number(cell), isPercent: false };
  const isPercent = cell.includes("%");
  const text = cell.replace(/[\s\u00A0\u202F'’%]/g, "").replace(/^[-−–](?=\d)/, "-").replace(/^(-?)[$€£¥]|[$€£¥]$/g, "$1");
  const group = sign === "." ? "," : ".";
  if (!/\d/.test(text) || !PATTERNS[sign].test(text)) return null;
  return { value: Number(text.replaceAll(group, "").replace(",", ".")) / (isPercent ? 100 : 1), isPercent };
}
