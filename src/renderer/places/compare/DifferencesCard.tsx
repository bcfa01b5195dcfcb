/** Every input that is not the same everywhere, or every figure, with a column for each scenario. */
import { useState, type ReactElement } from "react";
import { BRIDGE_GROUPS, differenceWords, type BridgeGroup, type InputDifference } from "#shared/comparison/index.ts";
import { formatNumber } from "#shared/report/format.ts";
import { costOfSame } from "#shared/actuals/index.ts";
import { CopyTable } from "../../charts/ChartTableView.tsx";
import type { ChartTable } from "../../charts/series/chart-table.ts";
import { Button } from "../../controls/Button.tsx";
import { Card } from "../../controls/Card.tsx";
import { IconButton } from "../../controls/IconButton.tsx";
import { UndoIcon } from "../../controls/icons.tsx";
import { SegmentedControl } from "../../controls/SegmentedControl.tsx";
import { useMediaQuery } from "../../controls/use-media-query.ts";
import { takeOver } from "../../state/compare-files.ts";
import { DOCUMENT, comparisonStore, type ComparedSide } from "../../state/comparison-store.ts";
import { useComparison, useComparisonAnswers, useComparisonState, usePeople } from "../../state/use-stores.ts";
import { FIGURE_NAMES, definitionText, differenceText, figureText, figuresOf, shownDifference, shownFigure, type FigureId, type Figures } from "./figures.ts";
import { FigureCell, SideHead } from "./side-cells.tsx";
import { useComparedRole } from "./use-compared-role.ts";
import { useBridge, useDifferences, useOther, useYears, type SideDifferences } from "./use-compared.ts";
import { WIDE } from "./window-sizes.ts";

export function DifferencesCard(): ReactElement {
  const isWide = useMediaQuery(WIDE);
  const [chosen, setView] = useState<"inputs" | "figures">("inputs");
  const view = isWide ? "inputs" : chosen;
  const differences = useDifferences();
  const { base } = useComparison();
  const part = useComparisonState((state) => state.part);
  const rows = rowsOf(differences, usePartGroups(part));
  return (
    <Card className="differences" label="Input differences">
      <header className="card-head">
        <h2 className="type-title">{view === "inputs" ? "Input differences" : "Figures"}</h2>
        {part === null || view === "figures" ? null : <Button onPress={() => comparisonStore.setState({ part: null })}>{`${part} only`} ×</Button>}
        <div className="card-head__tools">
          {isWide ? null : <SegmentedControl label="What is compared" value={view} options={[{ value: "inputs", label: "Inputs" }, { value: "figures", label: "Figures" }]} onChange={setView} />}
          {view === "inputs" ? <CopyTable table={asText(base, differences, rows)} /> : null}
        </div>
      </header>
      {view === "inputs" ? <InputTable base={base} differences={differences} rows={rows} /> : <FigureTable />}
    </Card>
  );
}

export function FiguresCard(): ReactElement {
  return (
    <Card className="differences" label="Figures">
      <header className="card-head">
        <h2 className="type-title">Figures</h2>
      </header>
      <FigureTable />
    </Card>
  );
}

/** The groups of the chosen part of the bridge; null where none is chosen. */
function usePartGroups(part: string | null): readonly BridgeGroup[] | null {
  const bridge = useBridge(useOther()?.key ?? null);
  if (part === null) return null;
  return bridge?.parts.find(({ name }) => name === part)?.groups ?? [];
}

type Row = { readonly path: string; readonly label: string; readonly from: string; readonly bySide: ReadonlyMap<string, InputDifference> };

/** One row for each input that differs anywhere. */
function rowsOf(differences: readonly SideDifferences[], groups: readonly BridgeGroup[] | null): readonly Row[] {
  const rows = new Map<string, { label: string; from: string; bySide: Map<string, InputDifference> }>();
  for (const { side, differences: found } of differences) {
    for (const each of found) {
      if (groups !== null && (each.group === null || !groups.includes(each.group))) continue;
      const row = rows.get(each.path) ?? { label: each.role === null ? capital(each.name) : `${capital(each.name)}, ${each.role}`, from: each.whole, bySide: new Map() };
      row.bySide.set(side.key, each);
      rows.set(each.path, row);
    }
  }
  return [...rows].map(([path, row]) => ({ path, ...row }));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

type InputTableProps = { readonly base: ComparedSide; readonly differences: readonly SideDifferences[]; readonly rows: readonly Row[] };

function InputTable({ base, differences, rows }: InputTableProps): ReactElement {
  const part = useComparisonState((state) => state.part);
  if (differences.length === 0) return <p className="differences__none">Add a scenario to see what differs.</p>;
  if (rows.length === 0) return <p className="differences__none">{part === null ? "No input differs." : "No input of this part differs."}</p>;
  const mayTake = base.key === DOCUMENT;
  return (
    <div className="differences__scroll" tabIndex={0} role="region" aria-label="Input differences, table">
      <table className="differences__table">
        <thead>
          <tr>
            <th scope="col">Input</th>
            {[base, ...differences.map(({ side }) => side)].map((side) => <SideHead key={side.key} side={side} />)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path}>
              <th scope="row">{row.label}</th>
              <td className="differences__base">{row.from}</td>
              {differences.map(({ side, pairs }) => {
                const found = row.bySide.get(side.key);
                if (found === undefined) return <td key={side.key} className="differences__same">{pairs.length === 0 ? "" : "same"}</td>;
                return (
                  <td key={side.key} title={found.group === null ? "Changes no cost" : BRIDGE_GROUPS[found.group]}>
                    <span className="differences__value">{found.to}</span>
                    {mayTake ? <IconButton label={`Take over: ${differenceWords(found)}, from ${side.name}`} quiet onPress={() => takeOver(found, side.name)}><UndoIcon /></IconButton> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {mayTake ? null : <p className="differences__note">Inputs can be taken over while the document on screen is the base.</p>}
    </div>
  );
}

/** The list as people paste it into a mail: "CAM: split 50/50 → 60/40". */
function asText(base: ComparedSide, differences: readonly SideDifferences[], rows: readonly Row[]): ChartTable {
  return {
    caption: `What differs from ${base.name}`,
    columns: [{ title: "Scenario", kind: "text" }, { title: "Input", kind: "text" }],
    rows: differences.flatMap(({ side }) => rows.flatMap((row) => {
      const found = row.bySide.get(side.key);
      return found === undefined ? [] : [[side.name, differenceWords(found)]];
    })),
  };
}

const FIGURES = Object.keys(FIGURE_NAMES) as readonly FigureId[];

function FigureTable(): ReactElement {
  const { base, others } = useComparison();
  const as = useComparisonState((state) => state.differenceAs);
  const years = useYears();
  const role = useComparedRole();
  const { results, masked } = usePeople((state) => state);
  const pay = useComparisonAnswers((state) => state.pay);
  const { currency } = base.scenario;
  const figures = (side: ComparedSide): Figures => figuresOf(side, years(side), role?.id ?? null);
  const mine = figures(base);
  // Of people with a role in every scenario: the same people are compared.
  const paid = [base, ...others].map(({ key }) => pay[key]?.backTest.people);
  const costs = paid.includes(undefined) ? [] : costOfSame(paid.map((people) => people ?? [])).costs;
  const theirs = others.map((side) => ({ side, figures: figures(side) }));
  return (
    <div className="differences__scroll" tabIndex={0} role="region" aria-label="Figures, table">
      <table className="differences__table">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {[base, ...others].map((side) => <SideHead key={side.key} side={side} />)}
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((id) => (
            <tr key={id}>
              <th scope="row">{id === "upside" && role !== null ? `${FIGURE_NAMES[id]}, ${role.title}` : FIGURE_NAMES[id]}</th>
              <td className="differences__base">{shownFigure(id, mine, currency)}</td>
              {theirs.map(({ side, figures: other }) => <FigureCell key={side.key} value={shownFigure(id, other, currency)} by={shownDifference(id, other, mine, currency, as)} />)}
            </tr>
          ))}
          {results === null ? null : (
            <tr>
              <th scope="row">Cost with {results.fileName}</th>
              {[base, ...others].map((side, index) => {
                const cost = costs[index] ?? null;
                const text = masked ? "hidden" : figureText("expectedCost", cost, currency);
                return index === 0 ? (
                  <td key={side.key} className="differences__base">{text}</td>
                ) : (
                  <FigureCell key={side.key} value={text} by={differenceText("expectedCost", cost, costs[0] ?? null, currency, masked ? "percent" : as)} />
                );
              })}
            </tr>
          )}
        </tbody>
      </table>
      <p className="differences__note">{formatNumber(base.scenario.outlook.trials)} simulated years in P90. CCOS: {definitionText([mine, ...theirs.map(({ figures: other }) => other)])}.</p>
    </div>
  );
}
