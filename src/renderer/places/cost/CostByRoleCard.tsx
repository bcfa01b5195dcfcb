/** Expected cost by role as a table that foots, and how people of each role land beside it or behind a switch. */
import { useMemo, type ReactElement, type ReactNode } from "react";
import { averageAttainment, notExact, type Question, type SimulationOutcome } from "#shared/engine/index.ts";
import { NO_FIGURE, formatMoney, formatNumber, formatPercent } from "#shared/report/format.ts";
import { CopyButton } from "../../charts/ChartTableView.tsx";
import type { ChartTable } from "../../charts/series/chart-table.ts";
import { Card } from "../../controls/Card.tsx";
import { Figure } from "../../explain/Figure.tsx";
import { useScenario, useSession } from "../../state/use-stores.ts";
import { costByRole, type CostByRole, type RoleCells } from "./cost-by-role.ts";
import { expectedOf, gapOf } from "../../state/expected.ts";
import { RoleCardSwitch } from "./RoleCardSwitch.tsx";

type Column = { readonly key: keyof RoleCells; readonly name: string };
const COLUMNS: readonly Column[] = [
  { key: "base", name: "Base" },
  { key: "targetIncentive", name: "Target inc." },
  { key: "incentive", name: "Exp. inc." },
  { key: "burden", name: "Burden" },
  { key: "cost", name: "Exp. cost" },
  { key: "share", name: "Share" },
];

function written(key: keyof RoleCells, cell: number | null): string {
  if (cell === null) return NO_FIGURE;
  return key === "share" ? formatPercent(cell / 1_000, 1) : formatNumber(cell);
}

export function CostByRoleCard({ outcome }: { readonly outcome: SimulationOutcome | null }): ReactElement {
  const scenario = useScenario();
  const isShown = useSession((session) => session.costByRole === "cost");
  const { table, at } = useMemo(() => {
    const expected = expectedOf(scenario, outcome);
    return { table: costByRole(scenario, expected, gapOf(scenario, expected).gap), at: averageAttainment(scenario) };
  }, [scenario, outcome]);
  const thousand = `${scenario.currency} thousand`;
  const elsewhere = scenario.roles.filter((role) => !role.countsInCost).map((role) => role.title).join(", ");
  const simulated = scenario.roles.flatMap((role) => {
    const reason = notExact(role, scenario);
    return reason === null || !role.countsInCost ? [] : [`${role.title} (${reason})`];
  }).join(", ");
  const explained = (question: Question, about: string, text: string): ReactNode => <Figure question={question} about={`${about}, ${thousand}`}>{text}</Figure>;
  return (
    <Card className={isShown ? "by-role" : "by-role by-role--other"} label="Cost by role">
      <header className="card-head">
        <h2 className="type-title">Cost by role</h2>
        <span className="card-head__note by-role__note">{thousand}, rounded once per cell; totals add the cells shown</span>
        <div className="card-head__tools">
          <RoleCardSwitch />
          <CopyButton table={textOf(table, thousand)} />
        </div>
      </header>
      <div className="by-role__scroll" tabIndex={0} role="region" aria-label="Cost by role, table">
        <table className="by-role__table">
          <thead>
            <tr>
              {["Role", "People", ...COLUMNS.map(({ name }) => name)].map((name) => (
                <th scope="col" key={name}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.title === "" ? "Untitled role" : row.title}</th>
                <td>{formatNumber(row.people)}</td>
                {COLUMNS.map(({ key }) => (
                  <td key={key} className={key === "cost" ? "by-role__main" : undefined}>
                    {key === "base" ? explained({ of: "role-cost", figure: "base", roleId: row.id, at }, `Base of ${row.title}`, written(key, row[key])) : written(key, row[key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="by-role__total">
              <th scope="row">All roles</th>
              <td>{explained({ of: "headline", figure: "people" }, "People of all roles", formatNumber(table.total.people))}</td>
              {COLUMNS.map(({ key }) => (
                <td key={key}>{key === "base" ? explained({ of: "total", figure: "base", at }, "Base of all roles", written(key, table.total[key])) : written(key, table.total[key])}</td>
              ))}
            </tr>
            <Line name="Added by spread of attainment, included above" amount={table.addedBySpread} signed />
            <Line name="Budget" amount={table.budget} />
            <Line name={overOrUnder(table)} amount={table.againstBudget} signed tone={(table.againstBudget ?? 0) > 0 ? "strip__over" : "strip__under"} />
            {simulated === "" || outcome === null ? null : (
              <tr className="by-role__line">
                <th scope="row" colSpan={8} className="by-role__without">
                  Mean of {formatNumber(outcome.trials)} simulated years, ± {formatMoney(outcome.expectedError, scenario.currency, "short")}: {simulated}
                </th>
              </tr>
            )}
            {elsewhere === "" ? null : (
              <tr className="by-role__line">
                <th scope="row" colSpan={8} className="by-role__without">Not counted in cost: {elsewhere}</th>
              </tr>
            )}
          </tfoot>
        </table>
      </div>
    </Card>
  );
}

function overOrUnder({ againstBudget }: CostByRole): string {
  return againstBudget === null ? "Against budget" : againstBudget > 0 ? "Over budget" : againstBudget < 0 ? "Under budget" : "On budget";
}

type LineProps = { readonly name: string; readonly amount: number | null; readonly signed?: boolean; readonly tone?: string };

function Line({ name, amount, signed = false, tone }: LineProps): ReactElement {
  return (
    <tr className="by-role__line">
      <th scope="row" colSpan={6}>{name}</th>
      <td className={tone}>{lineText(amount, signed)}</td>
      <td />
    </tr>
  );
}

function lineText(amount: number | null, signed: boolean): string {
  if (amount === null) return NO_FIGURE;
  return signed && amount > 0 ? `+${formatNumber(amount)}` : formatNumber(amount);
}

/** The table as text for a spreadsheet, as it is on screen. */
function textOf(table: CostByRole, thousand: string): ChartTable {
  const rowOf = (name: string, people: number, cells: RoleCells): readonly string[] => [name, formatNumber(people), ...COLUMNS.map(({ key }) => written(key, cells[key]))];
  const line = (name: string, text: string): readonly string[] => [name, "", "", "", "", "", text, ""];
  return {
    caption: `Cost by role, ${thousand}`,
    columns: [{ title: `Role (${thousand})`, kind: "text" }, { title: "People", kind: "figure" }, ...COLUMNS.map(({ name }) => ({ title: name, kind: "figure" as const }))],
    rows: [
      ...table.rows.map((row) => rowOf(row.title, row.people, row)),
      rowOf("All roles", table.total.people, table.total),
      line("Added by spread of attainment, included above", lineText(table.addedBySpread, true)),
      line("Budget", lineText(table.budget, false)),
      line(overOrUnder(table), lineText(table.againstBudget, true)),
    ],
  };
}
