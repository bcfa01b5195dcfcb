/** Every input that is not the same everywhere, or every figure, with a column for each scenario. */
import { useState, type ReactElement } from "react";
import { BRIDGE_GROUPS, differenceWords, type BridgeGroup, type InputDifference } from "#shared/comparison/index.ts";
import { formatNumber } from "#shared/report/format.ts";
import { initialsAmong } from "#shared/report/initials.ts";
import { costOfSame, inRole } from "#shared/actuals/index.ts";
import { CopyTable } from "../../charts/ChartTableView.tsx";
import type { ChartTable } from "../../charts/series/chart-table.ts";
import { Button } from "../../controls/Button.tsx";
import { Card } from "../../controls/Card.tsx";
import { IconButton } from "../../controls/IconButton.tsx";
import { UndoIcon } from "../../controls/icons.tsx";
import { SegmentedControl } from "../../controls/SegmentedControl.tsx";
import { useMediaQuery } from "../../controls/use-media-query.ts";
import { takeOver } from "../../state/compare-files.ts";
import { peopleStore } from "../../state/people-store.ts";
import { focusIfLost } from "../../state/focus-control.ts";
import { DOCUMENT, comparisonStore, type ComparedSide } from "../../state/comparison-store.ts";
import { useComparison, useComparisonAnswers, useComparisonState, usePeople } from "../../state/use-stores.ts";
import { DIFFERENCES } from "./controls.ts";
import { FIGURE_NAMES, definitionText, differenceText, figureText, figuresOf, shownDifference, shownFigure, type FigureId, type Figures } from "./figures.ts";
import { FigureCell, SideHead } from "./side-cells.tsx";
import { useComparedRole } from "./use-compared-role.ts";
import { useRoleFilter, useRoleFilterInBase } from "./use-role-filter.ts";
import { useDifferences, useFirstStep, useShownPart, useYears, type SideDifferences } from "./use-compared.ts";
import { WIDE } from "./window-sizes.ts";

export function DifferencesCard(): ReactElement {
  const isWide = useMediaQuery(WIDE);
  const [chosen, setView] = useState<"inputs" | "figures">("inputs");
  const view = isWide ? "inputs" : chosen;
  const differences = useDifferences();
  const { base } = useComparison();
  const part = useShownPart();
  const roleId = useRoleFilterInBase();
  const groups = groupsOf(base, differences, part?.groups ?? null, roleId);
  const role = base.scenario.roles.find(({ id }) => id === roleId);
  return (
    <Card className="differences" label="Input differences">
      <header className="card-head">
        <h2 className="type-title">{view === "inputs" ? "Input differences" : "Figures"}</h2>
        {part === null || view === "figures" ? null : <Button onPress={() => andStay(() => comparisonStore.setState({ part: null }))}>{`${part.name} only`} ×</Button>}
        {role === undefined || view === "figures" ? null : <Button onPress={() => andStay(() => peopleStore.setState({ roleId: null }))}>{`${initialsAmong(role.title, base.scenario.roles.map(({ title }) => title)) || "Untitled role"} only`} ×</Button>}
        <div className="card-head__tools">
          {isWide ? null : <SegmentedControl label="What is compared" value={view} options={[{ value: "inputs", label: "Inputs" }, { value: "figures", label: "Figures" }]} onChange={setView} />}
          {view === "inputs" ? <CopyTable table={asText(base, differences, groups)} /> : null}
        </div>
      </header>
      {view === "inputs" ? <InputTable base={base} differences={differences} groups={groups} filter={part !== null ? "part" : roleId !== null ? "role" : null} /> : <FigureTable />}
    </Card>
  );
}

/** A button whose work is done goes away. */
function andStay(change: () => void): void {
  change();
  focusIfLost(DIFFERENCES);
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

/** By side: what differs, and what the document would take over from the base in its place. */
type Cell = { readonly found: InputDifference; readonly back: InputDifference | null };
type Row = { readonly path: string; readonly label: string; readonly from: string; readonly bySide: ReadonlyMap<string, Cell> };
/** The inputs of one role, or of the plan beside its roles. */
type Group = { readonly id: string; readonly title: string; readonly rows: readonly Row[] };

const PLAN = "plan";

/** One row for each input that differs anywhere, role by role, what is of the whole plan first. */
function groupsOf(base: ComparedSide, differences: readonly SideDifferences[], parts: readonly BridgeGroup[] | null, roleId: string | null): readonly Group[] {
  type Open = { title: string; rows: Map<string, { label: string; from: string; bySide: Map<string, Cell> }> };
  const groups = new Map<string, Open>();
  const isShown = (each: InputDifference): boolean => (parts === null || (each.group !== null && parts.includes(each.group))) && (roleId === null || each.roleId === roleId);
  for (const id of [PLAN, ...base.scenario.roles.map((role) => `role/${role.id}`)]) groups.set(id, { title: "", rows: new Map() });
  for (const { side, differences: found, intoDocument } of differences) {
    found.forEach((each, index) => {
      if (!isShown(each)) return;
      const key = each.roleId === null ? PLAN : `role/${each.roleId}`;
      // A role that only the other has comes last.
      const group: Open = groups.get(key) ?? { title: "", rows: new Map() };
      group.title = each.heading;
      const row = group.rows.get(each.path) ?? { label: capital(each.name), from: each.whole, bySide: new Map<string, Cell>() };
      row.bySide.set(side.key, { found: each, back: intoDocument[index] ?? null });
      group.rows.set(each.path, row);
      groups.set(key, group);
    });
  }
  return [...groups].flatMap(([id, { title, rows }]) => (rows.size === 0 ? [] : [{ id, title, rows: [...rows].map(([path, row]) => ({ path, ...row })) }]));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

type InputTableProps = { readonly base: ComparedSide; readonly differences: readonly SideDifferences[]; readonly groups: readonly Group[]; /** What is shown alone. */ readonly filter: "part" | "role" | null };

function InputTable({ base, differences, groups, filter }: InputTableProps): ReactElement {
  const firstStep = useFirstStep("what differs");
  if (differences.length === 0) return <p className="differences__none">{firstStep}</p>;
  if (groups.length === 0) return <p className="differences__none" data-control={DIFFERENCES} tabIndex={-1}>{filter === null ? "No input differs." : `No input of this ${filter} differs.`}</p>;
  const sides = differences.map(({ side }) => side);
  const reason = whyNone(base, differences);
  return (
    <div className="differences__scroll" data-control={DIFFERENCES} tabIndex={0} role="region" aria-label="Input differences, table">
      <table className="differences__table">
        <thead>
          <tr>
            <th scope="col">Input</th>
            {[base, ...sides].map((side) => <SideHead key={side.key} side={side} />)}
          </tr>
        </thead>
        {groups.map(({ id, title, rows }) => (
          <tbody key={id} aria-label={title}>
            <tr className="differences__role">
              <th scope="rowgroup" colSpan={sides.length + 2}>{title}</th>
            </tr>
            {rows.map((row) => (
              <tr key={row.path}>
                <th scope="row">{row.label}</th>
                <td className="differences__base">{row.from}</td>
                {sides.map((side) => <InputCell key={side.key} cell={row.bySide.get(side.key) ?? null} side={side} base={base} />)}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {reason === null ? null : <p className="differences__note">{reason}</p>}
    </div>
  );
}

/** Why nothing can be taken over into the document; null where it can. */
function whyNone(base: ComparedSide, differences: readonly SideDifferences[]): string | null {
  if (base.key === DOCUMENT) return null;
  const document = differences.find(({ side }) => side.key === DOCUMENT)?.side;
  if (document === undefined) return "Inputs can be taken over into the document once there is a rate for its currency.";
  return document.converted === null ? null : `Inputs are in ${base.scenario.currency}, the document is in ${document.converted.currency}: they can be taken over while the document on screen is the base.`;
}

type InputCellProps = { readonly cell: Cell | null; readonly side: ComparedSide; readonly base: ComparedSide };

function InputCell({ cell, side, base }: InputCellProps): ReactElement {
  if (cell === null) return <td className="differences__same">same</td>;
  const { found, back } = cell;
  // The document takes what a file has: of another scenario where it is the base, of the base where it is compared with a file.
  const [taken, name] = base.key === DOCUMENT ? [found, side.name] : [back, base.name];
  return (
    <td title={found.group === null ? "Changes no cost" : BRIDGE_GROUPS[found.group]}>
      <span className="differences__value">{found.to}</span>
      {taken === null || taken.take === null ? null : <IconButton label={`Take over: ${differenceWords(taken)}, from ${name}`} quiet onPress={() => andStay(() => takeOver(taken, name))}><UndoIcon /></IconButton>}
    </td>
  );
}

/** The list as people paste it into a mail, in the same groups: "CAM: split 50/50 → 60/40". */
function asText(base: ComparedSide, differences: readonly SideDifferences[], groups: readonly Group[]): ChartTable {
  return {
    caption: `What differs from ${base.name}`,
    columns: [{ title: "Scenario", kind: "text" }, { title: "Role", kind: "text" }, { title: "Input", kind: "text" }],
    rows: differences.flatMap(({ side }) => groups.flatMap(({ title, rows }) => rows.flatMap((row) => {
      const cell = row.bySide.get(side.key);
      return cell === undefined ? [] : [[side.name, title, differenceWords(cell.found)]];
    }))),
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
  const roleId = useRoleFilter();
  const paidRole = results?.scenario.roles.find(({ id }) => id === roleId);
  const { currency } = base.scenario;
  const figures = (side: ComparedSide): Figures => figuresOf(side, years(side), role?.id ?? null);
  const mine = figures(base);
  // Of people with a role in every scenario: the same people are compared.
  const paid = [base, ...others].map(({ key }) => pay[key]?.backTest);
  const known = paid.filter((each) => each !== undefined);
  const costs = known.length < paid.length ? [] : costOfSame(known.map((each) => inRole(each, roleId))).costs;
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
              <th scope="row">{`Cost with ${results.fileName}${paidRole === undefined ? "" : `, ${paidRole.title === "" ? "Untitled role" : paidRole.title}`}`}</th>
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
