/** A pasted list of attainments, read as ratios or refused in one plain sentence that names the entry. */
import { PARAMETERS } from "../model/parameters.ts";
import { MOST_ATTAINMENTS } from "../model/limits.ts";
import { formatNumber } from "./format.ts";
import { parseTyped } from "./parse-number.ts";

export type TypedAttainments = { readonly ok: true; readonly attainments: readonly number[] } | { readonly ok: false; readonly message: string };

/** Below this, percentages were most likely meant as ratios: 0.98 for 98 %. */
const HARDLY_A_PERCENTAGE = 0.05;
/** As much of an entry as a message repeats. */
const SHOWN = 24;

/**
 * Reads percentages that are separated by spaces, lines, tabs, semicolons, or commas with a space after them; "%" may follow
 * a number. A comma inside an entry is a decimal comma with one digit after it; with more it could as well separate two
 * numbers, and is refused.
 * @returns ratios (98 → 0.98) in the order of the text. Refused: an empty list, what is no percentage, what is outside the
 *   bounds of an attainment, more entries than a file may hold, and a list in which nobody reaches 5 %
 */
export function parseAttainments(text: string): TypedAttainments {
  const entries = text.replace(/\s+%/gu, "%").split(/[\s;]+|,(?=\s|$)/u).map((entry) => entry.replace(/^,|,$/gu, "")).filter((entry) => entry !== "");
  if (entries.length === 0) return refused("Paste one attainment for each person, in percent.");
  if (entries.length > MOST_ATTAINMENTS) return refused(`There are ${formatNumber(entries.length)} entries; at most ${formatNumber(MOST_ATTAINMENTS)} are kept.`);
  const attainments: number[] = [];
  for (const [index, entry] of entries.entries()) {
    const name = `Entry ${formatNumber(index + 1)}, “${entry.length > SHOWN ? `${entry.slice(0, SHOWN)}…` : entry}”,`;
    if (/\d,\d{2,}/u.test(entry)) return refused(`${name} could be more than one number. Separate entries with spaces or lines, and write decimals with a point.`);
    const typed = parseTyped(entry, "percent");
    if (!typed.ok) return refused(`${name} is not a percentage. Paste percentages only, without names.`);
    const { min, max, rangeText } = PARAMETERS.attainment;
    if (typed.value < min || typed.value > max) return refused(`${name} is outside ${rangeText}.`);
    attainments.push(typed.value);
  }
  if (attainments.every((each) => each < HARDLY_A_PERCENTAGE) && attainments.some((each) => each > 0)) return refused("Nobody reaches 5%. Write 98 for 98%, not 0.98.");
  return { ok: true, attainments };
}

function refused(message: string): TypedAttainments {
  return { ok: false, message };
}
