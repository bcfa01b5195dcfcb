/** Rows and columns of a matrix link. Every operation leaves a full table with ascending attainments. */
import type { Matrix } from "../model/scenario.ts";
import { MOST_CORNERS } from "../model/limits.ts";
import { PARAMETERS } from "../model/parameters.ts";

/** How far a new row or column stands beyond the last, in attainment. */
const STEP = 0.1;
const MOST = PARAMETERS.attainment.max;

/** The matrix with one more row above the last, which pays what the last row pays; the same matrix where there is no room. */
export function addMatrixRow(matrix: Matrix): Matrix {
  const place = nextPlace(matrix.rows);
  if (place === null) return matrix;
  return { ...matrix, rows: [...matrix.rows, place], factors: [...matrix.factors, matrix.factors.at(-1) ?? []] };
}

/** The matrix with one more column above the last, which pays what the last column pays; the same where there is no room. */
export function addMatrixColumn(matrix: Matrix): Matrix {
  const place = nextPlace(matrix.columns);
  if (place === null) return matrix;
  return { ...matrix, columns: [...matrix.columns, place], factors: matrix.factors.map((row) => [...row, row.at(-1) ?? 0]) };
}

/** The matrix without one row; the same matrix where it is the only one. */
export function removeMatrixRow(matrix: Matrix, row: number): Matrix {
  if (matrix.rows.length === 1) return matrix;
  return { ...matrix, rows: without(matrix.rows, row), factors: without(matrix.factors, row) };
}

/** The matrix without one column; the same matrix where it is the only one. */
export function removeMatrixColumn(matrix: Matrix, column: number): Matrix {
  if (matrix.columns.length === 1) return matrix;
  return { ...matrix, columns: without(matrix.columns, column), factors: matrix.factors.map((row) => without(row, column)) };
}

function nextPlace(places: readonly number[]): number | null {
  if (places.length >= MOST_CORNERS) return null;
  const last = places.at(-1) ?? 0;
  // To ten decimals, as attainments are told apart: 0.9 + 0.1 + 0.1 is 1.1.
  const place = Math.round(Math.min(MOST, last + STEP) * 1e10) / 1e10;
  return place > last ? place : null;
}

function without<Item>(items: readonly Item[], index: number): readonly Item[] {
  return items.filter((_, i) => i !== index);
}
