/** The table of a matrix: attainments of its rows and columns, and the payout of every cell. */
import type { ReactElement } from "react";
import { addMatrixColumn, addMatrixRow, removeMatrixColumn, removeMatrixRow } from "#shared/editing/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Link, Matrix } from "#shared/model/scenario.ts";
import { Button } from "../../controls/Button.tsx";
import { IconButton } from "../../controls/IconButton.tsx";
import { CloseIcon, PlusIcon } from "../../controls/icons.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import type { LinkGesture } from "./link-gesture.ts";
import { percentOf } from "./percent-of.ts";

type MatrixEditorProps = { readonly matrix: Matrix; readonly change: (label: string, next: Link) => void; readonly gesture: LinkGesture };

const percent = (value: number): string => percentOf(value, 2);

export function MatrixEditor({ matrix, change, gesture }: MatrixEditorProps): ReactElement {
  const edge = (side: "rows" | "columns", index: number): ReactElement => {
    const places = matrix[side];
    const from = places[index] ?? 0;
    const name = side === "rows" ? "Row" : "Column";
    return (
      <NumberField
        label={`${name} ${index + 1} from attainment`}
        width={60}
        kind="percent"
        value={from}
        format={percent}
        step={PARAMETERS.attainment.step}
        {...between(places, index)}
        gesture={gesture<number>(`${side}-${index}`, `${name.toLowerCase()} of the matrix`, (link, value) => (link.kind === "matrix" ? { ...link, [side]: replaced(link[side], index, value) } : link))}
      />
    );
  };
  return (
    <div className="matrix">
      <div className="matrix__scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="spoken-only">Rows</span>
              </th>
              {matrix.columns.map((_, column) => (
                <th scope="col" key={column}>
                  {edge("columns", column)}
                  {matrix.columns.length > 1 ? (
                    <IconButton label={`Remove column ${column + 1}`} onPress={() => change("remove a column", removeMatrixColumn(matrix, column))}>
                      <CloseIcon />
                    </IconButton>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((_, row) => (
              <tr key={row}>
                <th scope="row">
                  {edge("rows", row)}
                  {matrix.rows.length > 1 ? (
                    <IconButton label={`Remove row ${row + 1}`} onPress={() => change("remove a row", removeMatrixRow(matrix, row))}>
                      <CloseIcon />
                    </IconButton>
                  ) : null}
                </th>
                {matrix.columns.map((__, column) => (
                  <td key={column}>
                    <NumberField
                      label={`Payout of row ${row + 1}, column ${column + 1}`}
                      width={60}
                      kind="percent"
                      value={matrix.factors[row]?.[column] ?? 0}
                      format={percent}
                      {...PARAMETERS.payout}
                      gesture={gesture<number>(`cell-${row}-${column}`, "cell of the matrix", (link, value) => (link.kind === "matrix" ? { ...link, factors: replaced(link.factors, row, replaced(link.factors[row] ?? [], column, value)) } : link))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="details__actions">
        <Button onPress={() => change("add a row", addMatrixRow(matrix))}>
          <PlusIcon />
          Row
        </Button>
        <Button onPress={() => change("add a column", addMatrixColumn(matrix))}>
          <PlusIcon />
          Column
        </Button>
      </div>
    </div>
  );
}

/** Rows and columns stay in order: each has room between its neighbours only. */
function between(places: readonly number[], index: number): { readonly min: number; readonly max: number } {
  const least = 0.0001;
  const before = places[index - 1];
  const after = places[index + 1];
  return {
    min: before === undefined ? PARAMETERS.attainment.min : before + least,
    max: after === undefined ? PARAMETERS.attainment.max : after - least,
  };
}

function replaced<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
  return items.map((each, i) => (i === index ? item : each));
}
