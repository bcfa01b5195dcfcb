/** Which row of a file has the headers: titles, dates and notes may stand above it. */
import { COLUMNS, suggestColumns } from "./columns.ts";
import { numberOf } from "./numbers.ts";
import type { Cell } from "./cell.ts";

/** Rows from the top among which the headers are looked for, and by which the width of the table is told. */
const LOOKED_AT = 30;
/** As many columns a row must name to be the headers by its words. */
const ENOUGH = 3;

/**
 * The place of the headers among the rows: the row whose cells name most of the columns Paymix looks for, at least three.
 * Where none does, the first without a number in it that is about as wide as most rows (one cell may be missing); the first row
 * where no row is fit.
 * @param rows those with something in them, from the top
 */
export function headerPlaceOf(rows: readonly (readonly Cell[])[]): number {
  const sample = rows.slice(0, LOOKED_AT);
  const widths = sample.map((cells) => cells.filter((cell) => cell !== null && cell !== "").length);
  const usual = mostFrequent(widths);
  let best = { place: -1, named: ENOUGH - 1 };
  let wide = -1;
  for (const [place, cells] of sample.entries()) {
    const named = namedIn(cells);
    if (named > best.named) best = { place, named };
    if (wide < 0 && (widths[place] ?? 0) >= Math.max(2, usual - 1) && !cells.some(isNumber)) wide = place;
  }
  return Math.max(0, best.place >= 0 ? best.place : wide);
}

function isNumber(cell: Cell): boolean {
  return cell instanceof Date || numberOf(cell, ".") !== null || numberOf(cell, ",") !== null;
}

function namedIn(cells: readonly Cell[]): number {
  const mapping = suggestColumns(cells.map((cell) => (typeof cell === "string" ? cell : "")));
  return COLUMNS.filter((kind) => mapping[kind] !== null).length;
}

/** The number that most are; of equals the largest, 0 of none. */
export function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = { number: 0, count: 0 };
  for (const [number, count] of counts) if (count > best.count || (count === best.count && number > best.number)) best = { number, count };
  return best.number;
}
