/** Expected cost by role as a table that foots, and how people of each role land beside it or behind a switch. */
import { useMemo, type ReactElement } from "react";
import { averageAttainment, notExact, type Question, type SimulationOutcome } from "#shared/engine/index.ts";
import { NO_FIGURE, formatMoney, formatNumber, formatPercent } from "#shared/report/format.ts";
import { nearly, type Coarse } from "#shared/report/nearly.ts";
import { CopyTable } from "../../charts/ChartTableView.tsx";
import type { ChartTable } from "../../charts/series/chart-table.ts";
import { Card } from "../../controls/Card.tsx";
import { useMediaQuery } from "../../controls/use-media-query.ts";
import { Figure } from "../../explain/Figure.tsx";
import { useScenario, useSession } from "../../state/use-stores.ts";
import { costByRole, type CostByRole, type RoleCells } from "./cost-by-role.ts";
import { expectedOf, gapOf, gapWords } from "../../state/expected.ts";
import { RoleCardSwitch } from "./RoleCardSwitch.tsx";

type Column = { readonly key: keyof RoleCells; readonly name: string; /** Left out where the card is narrow: the cost is made of the others. */ readonly isSpare?: true };
const COLUMNS: readonly Column[] = [
  { key: "base", name: "Base" },
  { key: "targetIncentive", name: "Target inc.", isSpare: true },
  { key: "incentive", name: "Exp. inc." },
  { key: "burden", name: "Burden" },
  { key: "cost", name: "Exp. cost" },
  { key: "share", name: "Share", isSpare: true },
];

type Row = RoleCells & Coarse;

/** A cell of a role, or of the total: its share of the total is as coarse as the total. */
function written(key: keyof RoleCells, row: Row, total: Row): string {
  const cell = row[key];
  if (cell === null) return NO_FIGURE;
  if (key === "share") return nearly(formatPercent(cell / 1_000, 1), total);
  return isExpected(key) ? nearly(formatNumber(cell), row) : formatNumber(cell);
}

export function CostByRoleCard({ outcome }: { readonly outcome: SimulationOutcome | null }): ReactElement {
  const scenario = useScenario();
  const isNarrow = useMediaQuery("(max-width: 1439px)");
  const columns = isNarrow ? COLUMNS.filter(({ isSpare }) => isSpare === undefined) : COLUMNS;
  const isShown = useSession((session) => session.costByRole === "cost");
  const { table, at } = useMemo(() => {
    const expected = expectedOf(scenario, outcome);
    return { table: costByRole(scenario, expected, gapOf(scenario, expected).gap), at: averageAttainment(scenario) };
  }, [scenario, outcome]);
  const thousand = `${scenario.currency} thousand`;
  const added = `Added by ${gapWords(scenario)}, included above`;
  const elsewhere = scenario.roles.filter((role) => !role.countsInCost).map((role) => role.title).join(", ");
  const simulated = scenario.roles.flatMap((role) => {
    const reason = notExact(role, scenario);
    return reason === null || !role.countsInCost ? [] : [`${role.title} (${reason})`];
  }).join(", ");
  const needYears = scenario.roles.filter((role) => role.countsInCost && notExact(role, scenario) !== null).map(({ id }) => id);
  return (
    <Card className={isShown ? "by-role" : "by-role by-role--other"} label="Cost by role">
      <header className="card-head">
        <h2 className="type-title">Cost by role</h2>
        <span className="card-head__note by-role__note">{thousand}, rounded once per cell; totals add the cells shown</span>
        <div className="card-head__tools">
          <RoleCardSwitch />
          <CopyTable table={textOf(table, thousand, added)} />
        </div>
      </header>
      <div className="by-role__scroll" tabIndex={0} role="region" aria-label="Cost by role, table">
        <table className="by-role__table">
          <thead>
            <tr>
              {["Role", "People", ...columns.map(({ name }) => name)].map((name) => (
                <th scope="col" key={name}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" title={row.title}>{row.title === "" ? "Untitled role" : row.title}</th>
                <td>{formatNumber(row.people)}</td>
                {columns.map(({ key, name }) => (
                  <td key={key} className={key === "cost" ? "by-role__main" : undefined}>
                    <Cell question={key === "base" ? { of: "role-cost", figure: key, roleId: row.id, at } : isExpected(key) && !needYears.includes(row.id) ? { of: "role-expected", figure: key, roleId: row.id } : null} about={`${name} of ${row.title}, ${thousand}`} text={written(key, row, table.total)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="by-role__total">
              <th scope="row">All roles</th>
              <td>
                <Cell question={{ of: "headline", figure: "people" }} about="People of all roles" text={formatNumber(table.total.people)} />
              </td>
              {columns.map(({ key, name }) => (
                <td key={key}><Cell question={key === "base" ? { of: "total", figure: key, at } : isExpected(key) && needYears.length === 0 ? { of: "expected", figure: key } : null} about={`${name} of all roles, ${thousand}`} text={written(key, table.total, table.total)} /></td>
              ))}
            </tr>
            <Line columns={columns} name={added} text={lineText(table.addedBySpread, true, table.total)} />
            <Line columns={columns} name="Budget" text={lineText(table.budget, false, EXACT)} />
            <Line columns={columns} name={overOrUnder(table)} text={lineText(table.againstBudget, true, table.total)} tone={(table.againstBudget ?? 0) > 0 ? "strip__over" : "strip__under"} />
            {simulated === "" || outcome === null ? null : (
              <tr className="by-role__line">
                <th scope="row" colSpan={columns.length + 2} className="by-role__without">
                  Mean of {formatNumber(outcome.trials)} simulated years, ± {formatMoney(outcome.expectedError, scenario.currency, "short")}: {simulated}
                </th>
              </tr>
            )}
            {elsewhere === "" ? null : (
              <tr className="by-role__line">
                <th scope="row" colSpan={columns.length + 2} className="by-role__without">Not counted in cost: {elsewhere}</th>
              </tr>
            )}
          </tfoot>
        </table>
      </div>
    </Card>
  );
}

type CellProps = { readonly question: Question | null; readonly about: string; readonly text: string };

/** A figure that can be asked why, where there is anything to ask. */
function Cell({ question, about, text }: CellProps): ReactElement {
  return question === null || text === NO_FIGURE ? <>{text}</> : <Figure question={question} about={about}>{text}</Figure>;
}

function isExpected(key: keyof RoleCells): key is "incentive" | "burden" | "cost" {
  return key === "incentive" || key === "burden" || key === "cost";
}

function overOrUnder({ againstBudget }: CostByRole): string {
  return againstBudget === null ? "Against budget" : againstBudget > 0 ? "Over budget" : againstBudget < 0 ? "Under budget" : "On budget";
}

type LineProps = { readonly columns: readonly Column[]; readonly name: string; readonly text: string; readonly tone?: string };

function Line({ columns, name, text, tone }: LineProps): ReactElement {
  const cost = columns.findIndex(({ key }) => key === "cost");
  return (
    <tr className="by-role__line">
      <th scope="row" colSpan={cost + 2}>{name}</th>
      <td className={tone}>{text}</td>
      {columns.length > cost + 1 ? <td colSpan={columns.length - cost - 1} /> : null}
    </tr>
  );
}

const EXACT: Coarse = { isCoarse: false };

function lineText(amount: number | null, signed: boolean, of: Coarse): string {
  if (amount === null) return NO_FIGURE;
  return nearly(signed && amount > 0 ? `+${formatNumber(amount)}` : formatNumber(amount), of);
}

/** The table as text for a spreadsheet, as it is on screen. */
function textOf(table: CostByRole, thousand: string, added: string): ChartTable {
  const rowOf = (name: string, people: number, cells: Row): readonly string[] => [name, formatNumber(people), ...COLUMNS.map(({ key }) => written(key, cells, table.total))];
  const line = (name: string, text: string): readonly string[] => [name, "", "", "", "", "", text, ""];
  return {
    caption: `Cost by role, ${thousand}`,
    columns: [{ title: `Role (${thousand})`, kind: "text" }, { title: "People", kind: "figure" }, ...COLUMNS.map(({ name }) => ({ title: name, kind: "figure" as const }))],
    rows: [
      ...table.rows.map((row) => rowOf(row.title, row.people, row)),
      rowOf("All roles", table.total.people, table.total),
      line(added, lineText(table.addedBySpread, true, table.total)),
      line("Budget", lineText(table.budget, false, EXACT)),
      line(overOrUnder(table), lineText(table.againstBudget, true, table.total)),
    ],
  };
}
