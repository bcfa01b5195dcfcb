/** A file of results on its way in: which column is which, then what the rows come to, then it is taken over. */
import type { ReactElement } from "react";
import { COLUMNS, COLUMN_NAMES, mappingProblems, type Actuals, type ColumnKind, type TableProblem } from "#shared/actuals/index.ts";
import { formatNumber, formatPercent } from "#shared/report/format.ts";
import { CopyTable } from "../../charts/ChartTableView.tsx";
import { Button } from "../../controls/Button.tsx";
import { Dialog } from "../../controls/Dialog.tsx";
import { Select } from "../../controls/Select.tsx";
import { cancelImport, changeImport, checkRows, takeResults, type Importing } from "../../state/people-store.ts";
import { useComparison, usePeople } from "../../state/use-stores.ts";

export function ImportDialog(): ReactElement | null {
  const importing = usePeople((state) => state.importing);
  const { base } = useComparison();
  if (importing === null) return null;
  const { fileName, progress, table, mapping, actuals, problem } = importing;
  const missing = mappingProblems(mapping);
  const isReady = table !== null && missing.length === 0 && progress === null;
  const done = actuals !== null && actuals.people.length > 0;
  return (
    <Dialog
      title={`Results from ${fileName}`}
      onClose={cancelImport}
      actions={
        <>
          <Button onPress={cancelImport}>Cancel</Button>
          {table === null || problem !== null ? null : <Button disabled={!isReady} primary={!done} onPress={() => checkRows(base.scenario)}>Check rows</Button>}
          {done ? <Button primary onPress={() => takeResults(base.scenario)}>{`Use ${peopleWords(actuals.people.length)}`}</Button> : null}
        </>
      }
    >
      <div className="import">
        {problem === null ? null : <p role="alert">{problem}</p>}
        {progress === null ? null : (
          <p className="import__progress">
            <progress value={progress} max={1} aria-label="Read" /> {formatPercent(progress)}
          </p>
        )}
        {table === null ? null : (
          <>
            <p>{formatNumber(table.rows)} rows. Which column is which?</p>
            <Columns importing={importing} headers={table.headers} sample={table.sample} />
            {missing.map((sentence) => <p key={sentence} className="import__missing">{sentence}</p>)}
            {actuals === null ? null : <Outcome actuals={actuals} more={table.problems} />}
          </>
        )}
      </div>
    </Dialog>
  );
}

const NONE = "";

type ColumnsProps = { readonly importing: Importing; readonly headers: readonly string[]; readonly sample: readonly (readonly string[])[] };

function Columns({ importing: { mapping, attainmentIn, decimal }, headers, sample }: ColumnsProps): ReactElement {
  const options = [{ value: NONE, label: "Not in the file" }, ...headers.map((header, place) => ({ value: String(place), label: header === "" ? `Column ${place + 1}` : header }))];
  const choose = (kind: ColumnKind, value: string): void => changeImport({ mapping: { ...mapping, [kind]: value === NONE ? null : Number(value) } });
  return (
    <table className="import__columns">
      <tbody>
        {COLUMNS.map((kind) => {
          const place = mapping[kind];
          return (
            <tr key={kind}>
              <th scope="row">{COLUMN_NAMES[kind]}</th>
              <td><Select label={`Column of ${COLUMN_NAMES[kind]}`} width={180} value={place === null ? NONE : String(place)} options={options} onChange={(value) => choose(kind, value)} /></td>
              <td className="import__sample">{place === null ? "" : sample.map((row) => row[place] ?? "").filter((cell) => cell !== "").slice(0, 3).join(", ")}</td>
            </tr>
          );
        })}
        <tr>
          <th scope="row">Numbers</th>
          <td><Select label="Attainment 97 means" width={180} value={attainmentIn} options={[{ value: "auto", label: "97 or 0.97: as it fits" }, { value: "percent", label: "97 is 97%" }, { value: "ratio", label: "0.97 is 97%" }]} onChange={(next) => changeImport({ attainmentIn: next })} /></td>
          <td><Select label="Decimal sign" width={150} value={decimal} options={[{ value: "auto", label: "Point or comma" }, { value: ".", label: "Decimal point" }, { value: ",", label: "Decimal comma" }]} onChange={(next) => changeImport({ decimal: next })} /></td>
        </tr>
      </tbody>
    </table>
  );
}

/** Lines shown; all that are kept can be copied. */
const SHOWN = 6;

function peopleWords(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? "person" : "people"}`;
}

function Outcome({ actuals: { people, undecided, incomplete, rowsRead, rowsUsed, problems, problemCount }, more }: { readonly actuals: Actuals; readonly more: readonly TableProblem[] }): ReactElement {
  const all = [...more, ...problems];
  const count = more.length + problemCount;
  return (
    <section className="import__outcome" aria-label="What the rows come to">
      <p>
        <strong>{formatNumber(rowsUsed)} of {formatNumber(rowsRead + more.length)}</strong> rows are used, of {peopleWords(people.length)}.
        {count === 0 ? "" : ` ${formatNumber(count)} ${count === 1 ? "row is" : "rows are"} not:`}
      </p>
      {undecided === null ? null : <p className="import__missing">The file does not tell whether “{undecided}” has a decimal sign or groups thousands: it is read with a decimal point. Choose the decimal sign above if it is a comma.</p>}
      {all.length === 0 ? null : (
        <ul className="import__problems">
          {all.slice(0, SHOWN).map(({ line, column, message }, index) => <li key={index}>Line {formatNumber(line)}{column === null ? "" : `, ${column}`}: {message}</li>)}
        </ul>
      )}
      {all.length <= SHOWN ? null : <CopyTable table={{ caption: "Rows that are not used", columns: [{ title: "Line", kind: "figure" }, { title: "Column", kind: "text" }, { title: "Problem", kind: "text" }], rows: all.map(({ line, column, message }) => [String(line), column ?? "", message]) }} />}
      {incomplete.length === 0 ? null : <p>{formatNumber(incomplete.length)} left out, without a result for a KPI that pays: {incomplete.slice(0, 3).map(({ person, missing }) => `${person} (${missing.join(", ")})`).join("; ")}{incomplete.length > 3 ? "…" : ""}</p>}
      {people.length > 0 ? null : <p role="alert">No person can be used.</p>}
    </section>
  );
}
