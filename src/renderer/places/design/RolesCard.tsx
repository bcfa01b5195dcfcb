/** Cost at target by role, in thousands that total exactly; on windows wide enough to hold it beside the charts. */
import type { ReactElement } from "react";
import { evaluateScenario, type AttainmentInput, type Question } from "#shared/engine/index.ts";
import type { RoleOutcome } from "#shared/engine/outcome.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { formatNumber, formatSplit } from "#shared/report/format.ts";
import { apportionToThousands } from "#shared/report/table.ts";
import { splitWhole, type MinorUnits } from "#shared/units/money.ts";
import { Card } from "../../controls/Card.tsx";
import { Figure } from "../../explain/Figure.tsx";
import { useScenario } from "../../state/use-stores.ts";

const AT_TARGET: AttainmentInput = { kind: "uniform", attainment: 1 };

type Column = { readonly name: string; readonly figure: Extract<Question, { of: "role-cost" }>["figure"] };
const COST: Column = { name: "Cost", figure: "cost" };
const COLUMNS: readonly Column[] = [{ name: "Base", figure: "base" }, { name: "Incentive", figure: "incentive" }, { name: "Burden", figure: "burden" }, COST];

function columnAt(index: number): Column {
  return COLUMNS[index] ?? COST;
}

export function RolesCard(): ReactElement {
  const scenario = useScenario();
  const { rows, total, elsewhere } = costByRole(scenario);
  const thousand = `${scenario.currency} thousand`;
  return (
    <Card className="roles-card" label="Cost at target by role">
      <header className="card-head">
        <h2 className="type-title">Cost at target by role</h2>
        <span className="card-head__note">{thousand}</span>
      </header>
      <table className="roles-table">
        <thead>
          <tr>
            {["Role", "People", "Split", ...COLUMNS.map((column) => column.name)].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, headcount, baseShare, amounts }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{formatNumber(headcount)}</td>
              <td>{formatSplit(baseShare)}</td>
              {amounts.map((amount, index) => (
                <td key={index}>
                  <Figure question={{ of: "role-cost", figure: columnAt(index).figure, roleId: id, at: AT_TARGET }} about={`${columnAt(index).name} of ${title}, ${thousand}`}>{formatNumber(amount)}</Figure>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total{elsewhere === "" ? null : <span className="roles-table__note"> without {elsewhere}</span>}</th>
            <td>
              <Figure question={{ of: "headline", figure: "people" }} about="People of all roles">{formatNumber(rows.reduce((sum, row) => sum + row.headcount, 0))}</Figure>
            </td>
            <td />
            {total.map((amount, index) => (
              <td key={index}>
                <Figure question={{ of: "total", figure: columnAt(index).figure, at: AT_TARGET }} about={`${columnAt(index).name} of all roles, ${thousand}`}>{formatNumber(amount)}</Figure>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}

type Row = { readonly id: string; readonly title: string; readonly headcount: number; readonly baseShare: number; readonly amounts: readonly number[] };

/** Columns are apportioned to their totals, totals to the cost of the headline, and a row's cost is the sum of its parts. */
function costByRole(scenario: Scenario): { readonly rows: readonly Row[]; readonly total: readonly number[]; readonly elsewhere: string } {
  const { currency } = scenario;
  const { roles, total } = evaluateScenario(scenario, { kind: "uniform", attainment: 1 });
  const counting = scenario.roles.filter((role) => role.countsInCost);
  const outcomes = roles.filter((role) => role.countsInCost);
  const wholes = apportionToThousands([total.base, total.incentive, total.burden], total.cost, currency);
  const parts: readonly ((role: RoleOutcome) => MinorUnits)[] = [(role) => role.cost.base, (role) => role.cost.incentive, (role) => role.cost.burden];
  const columns = parts.map((read, index) => splitWhole(wholes[index] ?? 0, outcomes.map(read)));
  return {
    rows: counting.map(({ id, title, headcount, baseShare }, index) => {
      const cells = columns.map((column) => column[index] ?? 0);
      return { id, title, headcount, baseShare, amounts: [...cells, sumOf(cells)] };
    }),
    total: [...wholes, sumOf(wholes)],
    elsewhere: scenario.roles.filter((role) => !role.countsInCost).map((role) => role.title).join(", "),
  };
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
