import { describe, expect, it } from "vitest";
import type { Matrix } from "../model/scenario.ts";
import { addMatrixColumn, addMatrixRow, removeMatrixColumn, removeMatrixRow } from "./index.ts";

const matrix: Matrix = { kind: "matrix", measuredBy: ["a", "b"], appliesTo: "all", between: "step", rows: [0.9, 1], columns: [1], factors: [[0.5], [1]] };

describe("matrix rows and columns", () => {
  it("adds a row that pays like the last", () => {
    expect(addMatrixRow(matrix)).toEqual({ ...matrix, rows: [0.9, 1, 1.1], factors: [[0.5], [1], [1]] });
  });

  it("adds a column that pays like the last", () => {
    expect(addMatrixColumn(matrix)).toEqual({ ...matrix, columns: [1, 1.1], factors: [[0.5, 0.5], [1, 1]] });
  });

  it("adds none beyond the most attainment there is", () => {
    const full = { ...matrix, rows: [0.9, 100] };
    expect(addMatrixRow(full)).toBe(full);
    expect(addMatrixRow({ ...matrix, rows: [0.9, 99.95] }).rows).toEqual([0.9, 99.95, 100]);
  });

  it("removes a row or a column, but never the only one", () => {
    expect(removeMatrixRow(matrix, 0)).toEqual({ ...matrix, rows: [1], factors: [[1]] });
    expect(removeMatrixColumn(matrix, 0)).toBe(matrix);
    expect(removeMatrixColumn(addMatrixColumn(matrix), 0)).toEqual({ ...matrix, columns: [1.1] });
  });
});
