/** A file of results on its way in: which column is which, then what the rows come to, then it is taken over. */
import { useEffect, useMemo, type ReactElement } from "react";
import { COLUMNS, COLUMN_NAMES, allProblems, countPeople, mappingProblems, numberOf, type Actuals, type ColumnKind, type DecimalSign } from "#shared/actuals/index.ts";
import { rolesOfAll } from "#shared/comparison/index.ts";
import { formatNumber, formatPercent } from "#shared/report/format.ts";
import { peopleWords } from "#shared/report/people-words.ts";
import { Button } from "../../controls/Button.tsx";
import { Dialog } from "../../controls/Dialog.tsx";
import { Select } from "../../controls/Select.tsx";
import { cancelImport, changeImport, checkRows, chooseSheet, takeResults, type Importing } from "../../state/people-store.ts";
import { focusIfLost } from "../../state/focus-control.ts";
import { useComparison, usePeople } from "../../state/use-stores.ts";
import { OUTCOME, USE } from "./controls.ts";
import { ProblemList } from "./ProblemList.tsx";

export function ImportDialog(): ReactElement | null {
  const importing = usePeople((state) => state.importing);
  return importing === null ? null : <OpenImport importing={importing} />;
}

function OpenImport({ importing }: { readonly importing: Importing }): ReactElement {
  const { base, others } = useComparison();
  const { fileName, progress, table, sheets, sheet, mapping, actuals, problem } = importing;
  const missing = mappingProblems(mapping);
  const isReady = table !== null && missing.length === 0 && progress === null;
  const done = actuals !== null && actuals.people.length > 0;
  const isOpen = actuals !== null && actuals.undecided !== null;
  // The button that was pressed went when its work was done.
  useEffect(() => {
    if (actuals !== null) focusIfLost(done && !isOpen ? USE : OUTCOME);
  }, [actuals, done, isOpen]);
  const check = (): void => checkRows(rolesOfAll(base.scenario, others));
  return (
    <Dialog
      title={`Results from ${fileName}`}
      onClose={cancelImport}
      actions={
        <>
          <Button onPress={cancelImport}>Cancel</Button>
          {table === null || problem !== null || actuals !== null ? null : <Button disabled={!isReady} primary={isReady} onPress={check}>Check rows</Button>}
          {done ? <Button primary={!isOpen} disabled={isOpen} control={USE} onPress={takeResults}>{`Use ${peopleWords(countPeople(actuals.people))}`}</Button> : null}
        </>
      }
    >
      <div className="import">
        {problem === null ? null : <p role="alert">{problem}</p>}
        {progress !== null && table === null ? <Progress what="Reading" share={progress} /> : null}
        {sheets.length < 2 ? null : (
          <table className="import__columns">
            <tbody>
              <tr>
                <th scope="row">Sheet</th>
                <td><Select label="Sheet" width={180} value={sheet ?? ""} options={sheets.map((name) => ({ value: name, label: name }))} onChange={chooseSheet} /></td>
              </tr>
            </tbody>
          </table>
        )}
        {table === null ? null : (
          <>
            <p>{formatNumber(table.rows)} {table.rows === 1 ? "row" : "rows"}. Which column is which?{table.hasTitle ? ` The headers are in line ${formatNumber(table.headerLine)}; what stands above is not read.` : ""}</p>
            <Columns importing={importing} headers={table.headers} sample={table.sample} />
            {missing.map((sentence) => <p key={sentence} className="import__missing">{sentence}</p>)}
            {progress === null ? null : <Progress what="Checking" share={progress} />}
            {actuals === null ? null : <Outcome actuals={actuals} table={table} onDecimal={(decimal) => { changeImport({ decimal }); check(); }} />}
          </>
        )}
      </div>
    </Dialog>
  );
}

function Progress({ what, share }: { readonly what: string; readonly share: number }): ReactElement {
  return (
    <p className="import__progress">
      <progress value={share} max={1} aria-label={what} /> {what} {formatPercent(share)}
    </p>
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
              <td className="import__sample">{place === null ? "" : [...new Set(sample.map((row) => row[place] ?? ""))].filter((cell) => cell !== "").slice(0, 3).join(", ")}</td>
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

type OutcomeProps = { readonly actuals: Actuals; readonly table: NonNullable<Importing["table"]>; readonly onDecimal: (sign: DecimalSign) => void };

function Outcome({ actuals, table, onDecimal }: OutcomeProps): ReactElement {
  const { people, incomplete, undecided, inSeveralRoles, rowsRead, rowsUsed } = actuals;
  const problems = useMemo(() => allProblems(table, actuals), [table, actuals]);
  const all = rowsRead + table.problems.length;
  const unused = all - rowsUsed;
  const partly = countPeople(incomplete.filter(({ paidAs }) => paidAs.length > 0));
  return (
    <section className="import__outcome" data-control={OUTCOME} tabIndex={-1} aria-label="What the rows come to">
      {undecided === null ? null : <DecimalQuestion text={undecided} onDecimal={onDecimal} />}
      {people.length > 0 ? null : <p role="alert">No person can be used.</p>}
      <p>
        <strong>{formatNumber(rowsUsed)} of {formatNumber(all)}</strong> rows are used, of {peopleWords(countPeople(people))}.
        {unused === 0 ? "" : ` ${formatNumber(unused)} ${unused === 1 ? "row is" : "rows are"} not:`}
      </p>
      {problems.length === 0 ? null : <ProblemList problems={problems} />}
      {inSeveralRoles === 0 ? null : <p>{peopleWords(inSeveralRoles)} {inSeveralRoles === 1 ? "has" : "have"} results in several roles: each role is paid for its part of the year.</p>}
      {partly === 0 ? null : <p>{peopleWords(partly)} {partly === 1 ? "is" : "are"} left out of one role and paid in another, for its part of the year only.</p>}
    </section>
  );
}

/** Nothing is taken over before this is answered: a factor of a thousand hangs on it. */
function DecimalQuestion({ text, onDecimal }: { readonly text: string; readonly onDecimal: OutcomeProps["onDecimal"] }): ReactElement {
  const shown = (sign: DecimalSign): string => {
    const number = numberOf(text, sign);
    if (number === null) return text;
    return number.isPercent ? formatPercent(number.value, 3) : formatNumber(number.value, 3);
  };
  return (
    <div className="import__question" role="group" aria-label="Decimal point or comma">
      <p className="import__missing">The file does not tell how much “{text}” is. Which of the two is it?</p>
      <span className="import__answers">
        <Button onPress={() => onDecimal(".")}>{`${shown(".")}, with a decimal point`}</Button>
        <Button onPress={() => onDecimal(",")}>{`${shown(",")}, with a decimal comma`}</Button>
      </span>
    </div>
  );
}
