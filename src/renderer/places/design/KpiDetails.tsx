/** Everything about a KPI that is set once: its name, measure, unit, direction, excellence, where people land, what it counts as and supports. */
import type { ReactElement } from "react";
import { changeMeasure, moveKpi, removeKpi, withSupport } from "#shared/editing/index.ts";
import { KPI_CATALOGUE } from "#shared/library/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import { KPI_UNITS, type Kpi, type Role } from "#shared/model/scenario.ts";
import { formatPercent } from "#shared/report/format.ts";
import { Button } from "../../controls/Button.tsx";
import { Checkbox } from "../../controls/Checkbox.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { Select } from "../../controls/Select.tsx";
import { TextField } from "../../controls/TextField.tsx";
import { editKpi, editRole, kpiGesture, withFields } from "../../state/edits.ts";
import { useScenario } from "../../state/use-stores.ts";
import { formatTarget, targetParameter } from "./kpi-target.ts";
import { OutlookFields } from "./OutlookFields.tsx";
import { UNIT_NAMES } from "./words.ts";

type KpiDetailsProps = { readonly role: Role; readonly kpi: Kpi; readonly index: number; readonly currency: string };

export function KpiDetails({ role, kpi, index, currency }: KpiDetailsProps): ReactElement {
  const { goals } = useScenario();
  const set = (label: string, fields: Partial<Kpi>): void => editKpi(role.id, kpi.id, `${label} of ${kpi.name}`, (current) => withFields(current, fields));
  const move = (by: 1 | -1): void => editRole(role.id, `move ${kpi.name}`, (current) => moveKpi(current, kpi.id, index + by));
  return (
    <Popover label={`Details of ${kpi.name}`} control={`${role.id}/${kpi.id}/details`} trigger={<span className="kpi-row__name">{kpi.name === "" ? "Untitled KPI" : kpi.name}</span>}>
      <div className="details">
        <TextField label="Name" showLabel value={kpi.name} onCommit={(name) => set("name", { name })} />
        <Select
          label="Measure"
          showLabel
          value={kpi.measure}
          options={KPI_CATALOGUE.map((template) => ({ value: template.measure, label: template.name }))}
          onChange={(measure) => editRole(role.id, `measure of ${kpi.name}`, (current) => changeMeasure(current, kpi.id, measure))}
        />
        <Select label="Unit" showLabel value={kpi.unit} options={KPI_UNITS.map((value) => ({ value, label: UNIT_NAMES[value] }))} onChange={(unit) => set("unit", { unit, revenue: unit === "currency" ? kpi.revenue : "none" })} />
        <Select
          label="Better is"
          showLabel
          value={kpi.direction}
          options={[
            { value: "higher" as const, label: "More" },
            { value: "lower" as const, label: "Less" },
          ]}
          onChange={(direction) => set("direction", { direction })}
        />
        <NumberField label="Target per person and year" showLabel width={96} kind={kpi.unit === "currency" ? "money" : "number"} value={kpi.target} format={(value) => formatTarget(kpi, value, currency)} {...targetParameter(kpi)} gesture={kpiGesture<number>(role.id, kpi.id, "target-detail", `target of ${kpi.name}`, (current, target) => withFields(current, { target }))} />
        <NumberField label="Excellence, what the top tenth reach" showLabel width={56} kind="percent" value={kpi.excellence} format={(value) => formatPercent(value)} {...PARAMETERS.excellence} control={`${role.id}/${kpi.id}/excellence`} gesture={kpiGesture<number>(role.id, kpi.id, "excellence", `excellence of ${kpi.name}`, (current, excellence) => withFields(current, { excellence }))} />
        <OutlookFields role={role} kpi={kpi} />
        <Checkbox label="Counts as credited revenue" checked={kpi.revenue === "credited"} disabled={kpi.unit !== "currency"} onChange={(on) => set("revenue", { revenue: on ? "credited" : "none" })} />
        <Checkbox label="It is settled who gets credit for a result" checked={kpi.attribution === "clear"} onChange={(isClear) => set("attribution", { attribution: isClear ? "clear" : "unclear" })} />
        {goals.length === 0 ? null : (
          <fieldset className="details__group details__group--lines">
            <legend>Supports</legend>
            {goals.map((goal) => (
              <Checkbox key={goal.id} label={goal.text === "" ? "Goal without words" : goal.text} checked={kpi.supports.includes(goal.id)} onChange={(on) => editKpi(role.id, kpi.id, `goals of ${kpi.name}`, (current) => withSupport(current, goal.id, on))} />
            ))}
          </fieldset>
        )}
        <div className="details__actions">
          <Button disabled={index === 0} onPress={() => move(-1)}>Move up</Button>
          <Button disabled={index === role.kpis.length - 1} onPress={() => move(1)}>Move down</Button>
          <Button onPress={() => editRole(role.id, `remove ${kpi.name}`, (current) => removeKpi(current, kpi.id).role)}>Remove</Button>
        </div>
      </div>
    </Popover>
  );
}
