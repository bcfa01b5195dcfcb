/** What one person is paid, and what the company pays, when everyone stands at one attainment. */
import type { ReactElement } from "react";
import { evaluateScenario, upside, type AttainmentInput, type Question } from "#shared/engine/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Role } from "#shared/model/scenario.ts";
import { NO_FIGURE, formatMoney, formatPercent, formatRatio } from "#shared/report/format.ts";
import { NumberField } from "../../controls/NumberField.tsx";
import { Figure } from "../../explain/Figure.tsx";
import { setChosenAttainment } from "../../state/session-store.ts";
import { useScenario, useSession } from "../../state/use-stores.ts";
import { percentOf } from "./percent-of.ts";
import { useViewGesture } from "../../controls/use-view-gesture.ts";

export function PayTab({ role }: { readonly role: Role }): ReactElement {
  const scenario = useScenario();
  const { currency } = scenario;
  const attainments = useSession((session) => session.chosenAttainments);
  const columns = attainments.map((attainment) => {
    const at: AttainmentInput = { kind: "uniform", attainment };
    const outcome = evaluateScenario(scenario, at);
    return { at, attainment, person: outcome.roles.find((each) => each.id === role.id), company: outcome.total };
  });
  const cell = (index: number, name: string, question: Question, text: string): ReactElement => (
    <Figure question={question} about={`${name} at ${percentOf(attainments[index] ?? 1, 1)} attainment`} attainmentControl={controlOf(index)}>{text}</Figure>
  );
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
          {columns.map(({ at, person }, index) => (
            <td key={index}>{person === undefined ? NO_FIGURE : cell(index, "Incentive", { of: "role", figure: "incentive", roleId: role.id, at }, formatMoney(person.incentive, currency, "full"))}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">Total pay</th>
          {columns.map(({ at, person }, index) => (
            <td key={index} className="pay-table__main">{person === undefined ? NO_FIGURE : cell(index, "Total pay", { of: "role", figure: "pay", roleId: role.id, at }, formatMoney(person.pay, currency, "full"))}</td>
          ))}
        </tr>
        <tr className="pay-table__detail">
          <th scope="row">of OTE</th>
          {columns.map(({ at, person }, index) => (
            <td key={index}>{person === undefined || person.base + person.targetIncentive === 0 ? NO_FIGURE : cell(index, "Pay as a share of OTE", { of: "role", figure: "shareOfOte", roleId: role.id, at }, formatPercent(person.pay / (person.base + person.targetIncentive), 1))}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">Company cost</th>
          {columns.map(({ at, company }, index) => (
            <td key={index}>{cell(index, "Company cost", { of: "total", figure: "cost", at }, formatMoney(company.cost, currency, "short"))}</td>
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
      <span className="narrow-only">{multiple === null ? "" : <>upside <Figure question={{ of: "upside", figure: "multiple", roleId: role.id }} about="Upside at excellence">{`${formatRatio(multiple)} TI`}</Figure></>}</span>
    </>
  );
}

function controlOf(index: number): string {
  return `pay/attainment-${index}`;
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
      control={controlOf(index)}
      gesture={gesture}
    />
  );
}
