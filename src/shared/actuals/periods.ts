/** Periods as people write them: "Q2", "FY26 Q1", "2026-03", "March", "H1", "7", "03/31/2026". */
import { cellText, type Cell } from "./cell.ts";
import { lookUpOnce } from "./look-up-once.ts";

/** Parts of a year: one, halves, quarters, months. */
export type PeriodCount = 1 | 2 | 4 | 12;
/** `of`: how many such periods a year has; null for a bare number, whose kind the whole file tells. `index`: from 0. */
export type PeriodCell = { readonly of: PeriodCount | null; readonly index: number };
/** What comes first in dates like 03/04/2026. */
export type DateOrder = "day" | "month";

const WHOLE_YEAR: PeriodCell = { of: 1, index: 0 };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MOST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const COUNTS: Readonly<Record<string, PeriodCount>> = { q: 4, h: 2, m: 12 };

const GAP = String.raw`[\s\-–/._,]*`;
const LONG_YEAR = String.raw`(?:fy${GAP})?(?:19|20)\d\d|fy${GAP}'?\d\d`;
const MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const TIME = String.raw`(?:[t\s]\s*\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:[ap]m|z|[+-]\d\d:?\d\d)?)?`;

const YEAR_ALONE = new RegExp(String.raw`^(?:(?:fy|cy|fiscal year|full year|year|annual)${GAP})?(?:(?:19|20)\d\d|fy${GAP}\d\d)?$|^fy${GAP}'?\d\d$`);
const BEFORE = new RegExp(String.raw`^(?:${LONG_YEAR})${GAP}(?=\S)`);
const AFTER = new RegExp(String.raw`(?:${GAP}(?:${LONG_YEAR})|[\s\-–/._,]*'\d\d|[\s\-–/._,]+\d\d)$`);
const PART = /^(q|h|m|p|quarter|half|month|period)[\s\-]?0?([1-9]|1[0-2])$/;
const PART_TURNED = /^([1-4])(q)(?:\d\d)?$|^([12])(h)(?:\d\d)?$/;
const NAMED = new RegExp(String.raw`^(?:(\d{1,2})${GAP})?${MONTH}\.?(?:${GAP}(\d{1,2}))?(?:${GAP}(?:'?\d\d|(?:19|20)\d\d))?$|^(?:${LONG_YEAR})${GAP}${MONTH}\.?$`);
const YEAR_FIRST = new RegExp(String.raw`^(?:19|20)\d\d([-/.])(\d{1,2})\1(\d{1,2})${TIME}$`);
const TOGETHER = /^(?:19|20)\d\d(0[1-9]|1[0-2])(\d\d)?$/;
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(?:(?:19|20)\d\d|\d\d)${TIME}$`);

/**
 * What comes first in the dates of a column: a number above 12 can only be a day. Null where no cell tells, or where cells
 * tell differently.
 */
export function dateOrderOf(cells: Iterable<Cell>): DateOrder | null {
  let [dayFirst, monthFirst] = [false, false];
  const seen = new Set<Cell>();
  for (const cell of cells) {
    if (typeof cell !== "string" || seen.has(cell)) continue;
    seen.add(cell);
    const [, first = "", , second = ""] = YEAR_LAST.exec(cell.trim().toLowerCase()) ?? [];
    dayFirst ||= Number(first) > 12;
    monthFirst ||= Number(second) > 12;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? "day" : "month";
}

export type PeriodReader = (cell: Cell | undefined) => PeriodCell | "ambiguous" | null;

/** {@link periodOf} for the cells of one column, which looks each spelling up once. */
export function periodReader(order: DateOrder | null): PeriodReader {
  return lookUpOnce((cell) => periodOf(cell, order));
}

/**
 * The period a cell means, months counted from January. Empty is the whole year. A text that is not understood to its last
 * sign means none; a date whose month may be either number is "ambiguous".
 * @param order of the dates of the column, {@link dateOrderOf}
 */
export function periodOf(cell: Cell | undefined, order: DateOrder | null): PeriodCell | "ambiguous" | null {
  if (cell instanceof Date) return { of: 12, index: cell.getUTCMonth() };
  const text = cellText(cell).trim().toLowerCase().replace(/\s+/g, " ");
  if (YEAR_ALONE.test(text)) return WHOLE_YEAR;
  return dateIn(text, order) ?? named(text) ?? partIn(text);
}

function month(number: number, day = 1): PeriodCell | null {
  const most = MOST_DAYS[number - 1];
  return most === undefined || day < 1 || day > most ? null : { of: 12, index: number - 1 };
}

function dateIn(text: string, order: DateOrder | null): PeriodCell | "ambiguous" | null {
  const together = TOGETHER.exec(text);
  if (together !== null) return month(Number(together[1]), Number(together[2] ?? 1));
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return month(Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast === null) return null;
  const [first, second] = [Number(yearLast[1]), Number(yearLast[3])];
  if (first > 12 || first === second) return month(second, first);
  if (second > 12) return month(first, second);
  if (order === null) return "ambiguous";
  return order === "day" ? month(second, first) : month(first, second);
}

/** A month by its name, with a day or a year or both beside it. */
function named(text: string): PeriodCell | null {
  const [, dayBefore, inside, dayAfter, alone] = NAMED.exec(text) ?? [];
  const name = inside ?? alone;
  if (name === undefined || (dayBefore !== undefined && dayAfter !== undefined && dayBefore.length + dayAfter.length > 4)) return null;
  // A number beside the name may be a day or a year of two digits: the month is the same.
  return { of: 12, index: MONTHS.findIndex((each) => name.startsWith(each)) };
}

/** "Q1", "1Q26", "FY26 H2", "7"; a bare number beside a year is a month: "2026-03". */
function partIn(text: string): PeriodCell | null {
  const before = text.replace(BEFORE, "");
  const part = before === text ? text.replace(AFTER, "") : before;
  const [, kind = "", digits = ""] = PART.exec(part) ?? [];
  const [, quarter, q, half, h] = PART_TURNED.exec(part) ?? [];
  const bare = /^0?([1-9]|1[0-2])$/.exec(part)?.[1];
  if (bare !== undefined) return { of: part === text ? null : 12, index: Number(bare) - 1 };
  const letter = (q ?? h ?? kind).slice(0, 1);
  const number = Number(quarter ?? half ?? digits);
  const of = COUNTS[letter] ?? null;
  return letter === "" || number > (of ?? 12) ? null : { of, index: number - 1 };
}
