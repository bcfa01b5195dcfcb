/** What one person is paid, and what the company pays, when everyone stands at one attainment. */
import type { ReactElement } from "react";
import { evaluateScenario, upside } from "#shared/engine/index.ts";
import type { MinorUnits } from "#shared/units/money.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Role } from "#shared/model/scenario.ts";
import { NO_FIGURE, formatMoney, formatPercent, formatRatio } from "#shared/report/format.ts";
import { NumberField } from "../../controls/NumberField.tsx";
import { setChosenAttainment } from "../../state/session-store.ts";
import { useScenario, useSession } from "../../state/use-stores.ts";
import { percentOf } from "./percent-of.ts";
import { useViewGesture } from "./use-view-gesture.ts";

export function PayTab({ role }: { readonly role: Role }): ReactElement {
  const scenario = useScenario();
  const { currency } = scenario;
  const attainments = useSession((session) => session.chosenAttainments);
  const columns = attainments.map((attainment) => {
    const outcome = evaluateScenario(scenario, { kind: "uniform", attainment });
    return { attainment, person: outcome.roles.find((each) => each.id === role.id), company: outcome.total };
  });
  const money = (amount: MinorUnits | undefined): string => (amount === undefined ? NO_FIGURE : formatMoney(amount, currency, "full"));
  return (
    <table className="pay-table" aria-label="Pay by attainment: one person, every KPI at the same attainment">
      <thead>
        <tr>
          <th scope="col">Attainment</th>
          {attainments.map((attainment, index) => (
            <th scope="col" key={index}>
              <ChosenAttainment index={index} attainment={attainment} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="pay-table__detail">
          <th scope="row">Incentive</th>
          {columns.map(({ person }, index) => (
            <td key={index}>{money(person?.incentive)}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">Total pay</th>
          {columns.map(({ person }, index) => (
            <td key={index} className="pay-table__main">{money(person?.pay)}</td>
          ))}
        </tr>
        <tr className="pay-table__detail">
          <th scope="row">of OTE</th>
          {columns.map(({ person }, index) => (
            <td key={index}>{person === undefined || person.base + person.targetIncentive === 0 ? NO_FIGURE : formatPercent(person.pay / (person.base + person.targetIncentive), 1)}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">Company cost</th>
          {columns.map(({ company }, index) => (
            <td key={index}>{formatMoney(company.cost, currency, "short")}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** Beside the tabs: what the table holds, and in a narrow window the upside, which the headline has no room for there. */
export function PayHead({ role }: { readonly role: Role }): ReactElement {
  const scenario = useScenario();
  const { multiple } = upside(role, scenario);
  return (
    <>
      <span className="wide-only">every KPI at the same attainment</span>
      <span className="narrow-only">{multiple === null ? "" : `upside ${formatRatio(multiple)} TI`}</span>
    </>
  );
}

function ChosenAttainment({ index, attainment }: { readonly index: number; readonly attainment: number }): ReactElement {
  const gesture = useViewGesture(attainment, (value) => setChosenAttainment(index, value));
  return (
    <NumberField
      label={`Attainment ${index + 1} of the table`}
      quiet
      kind="percent"
      value={attainment}
      format={(value) => percentOf(value, 1)}
      {...PARAMETERS.attainment}
      gesture={gesture}
    />
  );
}
