/** Every input of "What moves the cost" with its range, its five points and its swing; the ranges are changed here. */
import type { ReactElement } from "react";
import type { MovedInput } from "#shared/analysis/index.ts";
import { formatMoney } from "#shared/report/format.ts";
import { rowName, valueText } from "../../charts/series/tornado-words.ts";
import { withUsualRange } from "./tornado-ranges.ts";
import "./tornado-table.css";

type TornadoTableProps = {
  /** The largest swing first. */
  readonly inputs: readonly MovedInput[];
  /** One sentence for each input that the document does not have. */
  readonly missing: readonly string[];
  readonly currency: string;
  readonly onRange: (id: string) => void;
};

const POINTS = [0, 1, 2, 3, 4];
const COLUMNS = POINTS.length + 3;

export function TornadoTable({ inputs, missing, currency, onRange }: TornadoTableProps): ReactElement {
  return (
    <table className="tornado-table">
      <thead>
        <tr>
          <th scope="col" className="text">Input and its range</th>
          <th scope="col" className="figure">Now</th>
          <th scope="colgroup" colSpan={POINTS.length} className="figure">Value and cost at five points</th>
          <th scope="col" className="figure">Swing</th>
        </tr>
      </thead>
      <tbody>
        {inputs.map((input) => <InputRow key={input.id} input={input} currency={currency} onRange={onRange} />)}
        {missing.length === 0 ? null : (
          <tr className="tornado-table__note">
            <td className="text" colSpan={COLUMNS}><p>{missing.join(" ")}</p></td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function InputRow({ input, currency, onRange }: { readonly input: MovedInput; readonly currency: string; readonly onRange: (id: string) => void }): ReactElement {
  const { id, label, unit, current, points, swing, isEdited, note } = input;
  const text = (value: number): string => valueText(value, unit, currency);
  const range = `${text(points[0]?.value ?? current)} to ${text(points.at(-1)?.value ?? current)}`;
  return (
    <>
      <tr className={note === null ? undefined : "tornado-table__noted"}>
        <th scope="row" className="text">
          <span className="tornado-table__name">{rowName(input)}</span>
          <span className="tornado-table__range">
            <button type="button" className="link-text" aria-label={`Range of ${label}: ${range}`} onClick={() => onRange(id)}>{range}</button>
            {isEdited ? <button type="button" className="link-text tornado-table__usual" aria-label={`Usual range of ${label}`} onClick={() => withUsualRange(id)}>Usual</button> : null}
          </span>
        </th>
        <td className="figure">{text(current)}</td>
        {swing === 0 ? <td className="figure tornado-table__still" colSpan={POINTS.length}>No effect in this range</td> : POINTS.map((index) => {
          const point = points[index];
          return (
            <td key={index} className="figure">
              {point === undefined ? null : <><span className="tornado-table__value">{text(point.value)}</span><span className="tornado-table__cost">{formatMoney(point.cost, currency, "thousands")}</span></>}
            </td>
          );
        })}
        <td className="figure">{formatMoney(swing, currency, "thousands")}</td>
      </tr>
      {note === null ? null : (
        <tr className="tornado-table__note">
          <td className="text" colSpan={COLUMNS}><p>{note}</p></td>
        </tr>
      )}
    </>
  );
}
