/** The numbers inside a link. */
import { PARAMETERS } from "../../model/parameters.ts";
import type { Gate, Link, Matrix } from "../../model/scenario.ts";
import { attainmentNumber, curveNumbers, type NumberIn } from "./curve-numbers.ts";

/** What a gate asks for and leaves, what a modifier's curve is made of, every place and cell of a matrix. */
export function linkNumbers(link: Link): readonly NumberIn<Link>[] {
  switch (link.kind) {
    case "gate":
      return gateNumbers(link);
    case "modifier":
      return curveNumbers(link.curve).map((number) => ({ ...number, key: `curve.${number.key}`, with: (value) => ({ ...link, curve: number.with(value) }) }));
    case "matrix":
      return matrixNumbers(link);
  }
}

function gateNumbers(gate: Gate): readonly NumberIn<Link>[] {
  const minimum: NumberIn<Link> = { key: "minimum", label: "Minimum", spec: PARAMETERS.attainment, value: gate.minimum, with: (value) => ({ ...gate, minimum: value }) };
  if (gate.otherwise !== "reduced") return [minimum];
  return [minimum, { key: "by", label: "What is left", spec: PARAMETERS.gateFactor, value: gate.by, with: (by) => ({ ...gate, by }) }];
}

function matrixNumbers(matrix: Matrix): readonly NumberIn<Link>[] {
  const { rows, columns, factors } = matrix;
  return [
    ...rows.map((_, index) => attainmentNumber<Link>(rows, index, `rows[${index}]`, `Row ${index + 1}`, (value) => ({ ...matrix, rows: rows.with(index, value) }))),
    ...columns.map((_, index) => attainmentNumber<Link>(columns, index, `columns[${index}]`, `Column ${index + 1}`, (value) => ({ ...matrix, columns: columns.with(index, value) }))),
    ...factors.flatMap((row, index) =>
      row.map((factor, column): NumberIn<Link> => ({
        key: `factors[${index}][${column}]`, label: `Factor ${index + 1}, ${column + 1}`, spec: PARAMETERS.payout, value: factor,
        with: (value) => ({ ...matrix, factors: factors.with(index, row.with(column, value)) }),
      })),
    ),
  ];
}
