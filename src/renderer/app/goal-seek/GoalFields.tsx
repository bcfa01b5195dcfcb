/** Which figure is to reach which value. */
import type { ReactElement } from "react";
import { isMoney, isOfRole, kindOf, metricReader } from "#shared/analysis/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { formatMoney, formatNumber, formatPercent, formatRatio } from "#shared/report/format.ts";
import { roundMoney, toCurrencyUnits } from "#shared/units/money.ts";
import { NumberField } from "../../controls/NumberField.tsx";
import { Select } from "../../controls/Select.tsx";
import { useViewGesture } from "../../controls/use-view-gesture.ts";
import { COMPANY, FIGURES, metricOf, type FigureChoice, type GoalChoice } from "./goal-choice.ts";

export type FieldsProps = { readonly scenario: Scenario; readonly choice: GoalChoice; readonly onChange: (fields: Partial<GoalChoice>) => void };

export function GoalFields({ scenario, choice, onChange }: FieldsProps): ReactElement {
  const metric = metricOf(choice);
  const attained = useViewGesture(choice.attainment, (attainment) => onChange({ attainment }));
  const again = (figure: FigureChoice, roleId: string): void => onChange({ figure, roleId, value: presentValue(scenario, { ...choice, figure, roleId }) });
  return (
    <fieldset className="goal-seek__group">
      <legend>Bring</legend>
      <Select label="Figure" width={220} value={choice.figure} options={FIGURES} onChange={(figure) => again(figure, choice.roleId)} />
      {isOfRole(metric) ? (
        <Select label="Role of the figure" width={220} value={choice.roleId} options={scenario.roles.map(({ id, title }) => ({ value: id, label: title === "" ? "Untitled role" : title }))} onChange={(roleId) => again(choice.figure, roleId)} />
      ) : null}
      {choice.figure === "pay" ? (
        <span className="goal-seek__inline">
          with every KPI at
          <NumberField label="Attainment of the pay" kind="percent" width={84} value={choice.attainment} format={(value) => formatPercent(value)} gesture={attained} {...PARAMETERS.attainment} />
        </span>
      ) : null}
      <span className="goal-seek__inline">
        to
        <ValueField scenario={scenario} choice={choice} onChange={onChange} />
      </span>
    </fieldset>
  );
}

function ValueField({ scenario: { currency }, choice, onChange }: FieldsProps): ReactElement {
  const metric = metricOf(choice);
  const gesture = useViewGesture<number | null>(choice.value, (value) => onChange({ value }));
  const kind = ({ money: "money", share: "percent", multiple: "multiple" } as const)[kindOf(metric)];
  const formats = { money: (value: number) => formatMoney(roundMoney(value, currency), currency, "full"), percent: (value: number) => `${formatNumber(value * 100, 2)}%`, multiple: (value: number) => formatRatio(value, 2) };
  return (
    <NumberField
      label="Value to reach"
      width={136}
      kind={kind}
      value={choice.value}
      format={formats[kind]}
      currency={currency}
      min={0}
      max={kind === "money" ? PARAMETERS.budget.max : 100}
      step={kind === "money" ? PARAMETERS.budget.step : kind === "percent" ? 0.001 : 0.1}
      gesture={gesture}
      onClear={() => onChange({ value: null })}
      placeholder="none"
    />
  );
}

/** What a figure is set to when it is chosen: the budget for a cost, otherwise where it stands. Years are not simulated for it. */
function presentValue(scenario: Scenario, choice: GoalChoice): number | null {
  const { cost: { budget }, currency } = scenario;
  const metric = metricOf(choice);
  if (choice.figure === "expectedCost" || choice.figure === "p90" || choice.figure === "costAtTarget") return budget;
  const now = metricReader(metric, choice.roleId === COMPANY ? null : choice.roleId)(scenario);
  return now === null ? null : isMoney(metric) ? toCurrencyUnits(now, currency) : Math.round(now * 10_000) / 10_000;
}
