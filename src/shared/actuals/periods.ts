/** Periods as people write them: "Q2", "2026-03", "March", "H1", "7", "FY". */
import type { Cell } from "./table.ts";
import { cellText } from "./table.ts";

/** Parts of a year: one, halves, quarters, months. */
export type PeriodCount = 1 | 2 | 4 | 12;
/** `of`: how many such periods a year has; null for a bare number, whose kind the whole file tells. `index`: from 0. */
export type PeriodCell = { readonly of: PeriodCount | null; readonly index: number };

const WHOLE_YEAR: PeriodCell = { of: 1, index: 0 };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The period a cell means, months counted from January; null where it means none. Empty is the whole year. */
export function periodOf(cell: Cell | undefined): PeriodCell | null {
  if (cell instanceof Date) return { of: 12, index: cell.getUTCMonth() };
  const text = cellText(cell).trim().toLowerCase();
  if (text === "" || /^(fy\d*|year|full year|annual)\b/.test(text) || /^(fy)?\s?(19|20)\d\d$/.test(text)) return WHOLE_YEAR;
  const inYear = text.replace(/\b(fy)?\s?(19|20)\d\d\b/, " ").replace(/^[\s\-/.]+|[\s\-/.]+$/g, "");
  const [, kind = "", digits = ""] = /^(q|h|m|p|quarter|half|month|period)\s?0?(\d{1,2})$/.exec(inYear) ?? /^()0?(\d{1,2})$/.exec(inYear) ?? [];
  if (digits !== "") return numbered(kind, Number(digits), inYear !== text);
  const month = MONTHS.findIndex((name) => inYear.startsWith(name));
  if (month >= 0 && /^[a-z]+\.?(\s?\d{1,2})?$/.test(inYear)) return { of: 12, index: month };
  // 2026-03-31 and 31.3.2026: a day of the month that is meant.
  const [, ofYearFirst] = /^(?:19|20)\d\d[-/.](\d{1,2})[-/.]\d{1,2}$/.exec(text) ?? [];
  const [, ofDayFirst] = /^\d{1,2}\.(\d{1,2})\.(?:19|20)?\d\d$/.exec(text) ?? [];
  const day = ofYearFirst ?? ofDayFirst;
  return day === undefined ? null : numbered("m", Number(day), true);
}

const COUNTS: Readonly<Record<string, PeriodCount>> = { q: 4, h: 2, m: 12 };

/** A bare number beside a year is a month: "2026-03". */
function numbered(kind: string, number: number, hasYear: boolean): PeriodCell | null {
  const of = COUNTS[kind.slice(0, 1)] ?? (hasYear ? 12 : null);
  return number >= 1 && number <= (of ?? 12) ? { of, index: number - 1 } : null;
}
