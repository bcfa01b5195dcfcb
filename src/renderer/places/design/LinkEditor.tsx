/** The fields of one link, whatever its kind. */
import type { ReactElement } from "react";
import { changeLink } from "#shared/editing/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Curve, Gate, Kpi, Link, Matrix, Modifier, Role } from "#shared/model/scenario.ts";
import { formatNumber } from "#shared/report/format.ts";
import { Checkbox } from "../../controls/Checkbox.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import { Select } from "../../controls/Select.tsx";
import { editRole, roleGesture } from "../../state/edits.ts";
import { CurveShape } from "./CurveShape.tsx";
import { CurveTable } from "./CurveTable.tsx";
import type { LinkGesture } from "./link-gesture.ts";
import { MatrixEditor } from "./MatrixEditor.tsx";
import { percentOf } from "./percent-of.ts";

type LinkEditorProps = { readonly role: Role; readonly link: Link; readonly index: number };

export function LinkEditor({ role, link, index }: LinkEditorProps): ReactElement {
  const change = (label: string, next: Link): void => editRole(role.id, label, (current) => changeLink(current, index, next));
  const gesture: LinkGesture = (control, label, apply) =>
    roleGesture(role.id, `link-${index}-${control}`, label, (start, value) => {
      const before = start.links[index];
      return before === undefined ? start : changeLink(start, index, apply(before, value));
    });
  return (
    <div className="details">
      {link.kind === "gate" ? <GateFields role={role} gate={link} change={change} gesture={gesture} /> : null}
      {link.kind === "modifier" ? <ModifierFields role={role} modifier={link} change={change} gesture={gesture} /> : null}
      {link.kind === "matrix" ? <MatrixFields role={role} matrix={link} change={change} gesture={gesture} /> : null}
    </div>
  );
}

type FieldsProps = { readonly role: Role; readonly change: (label: string, next: Link) => void; readonly gesture: LinkGesture };

const OTHERWISE: readonly { readonly value: Gate["otherwise"]; readonly label: string; readonly hint: string }[] = [
  { value: "no-payout", label: "Nothing is paid", hint: "The payout is 0" },
  { value: "reduced", label: "A reduced payout", hint: "The payout is multiplied" },
  { value: "capped-at-target", label: "At most the payout at target", hint: "No pay above 100%" },
  { value: "accelerator-blocked", label: "No accelerator", hint: "Above target at the slope below it" },
];

function GateFields({ role, gate, change, gesture }: FieldsProps & { readonly gate: Gate }): ReactElement {
  const ends = { kind: "gate" as const, measuredBy: gate.measuredBy, appliesTo: gate.appliesTo, minimum: gate.minimum };
  return (
    <>
      <KpiSelect label="Passed when" kpis={role.kpis} value={gate.measuredBy} onChange={(measuredBy) => change("KPI of the gate", { ...gate, measuredBy })} />
      <NumberField label="reaches at least" showLabel width={64} kind="percent" value={gate.minimum} format={(value) => percentOf(value, 2)} {...PARAMETERS.attainment} gesture={gesture<number>("minimum", "minimum of the gate", (link, minimum) => (link.kind === "gate" ? { ...link, minimum } : link))} />
      <Select
        label="Otherwise"
        showLabel
        value={gate.otherwise}
        options={OTHERWISE}
        onChange={(otherwise) => change("what a missed gate does", otherwise === "reduced" ? { ...ends, otherwise, by: 0.5 } : { ...ends, otherwise })}
      />
      {gate.otherwise === "reduced" ? (
        <NumberField label="times" showLabel width={64} kind="percent" value={gate.by} format={(value) => percentOf(value, 2)} {...PARAMETERS.gateFactor} gesture={gesture<number>("by", "reduction of the gate", (link, by) => (link.kind === "gate" && link.otherwise === "reduced" ? { ...link, by } : link))} />
      ) : null}
      <AppliesTo role={role} link={gate} without={[gate.measuredBy]} change={(appliesTo) => change("what the gate acts on", { ...gate, appliesTo })} />
    </>
  );
}

function ModifierFields({ role, modifier, change, gesture }: FieldsProps & { readonly modifier: Modifier }): ReactElement {
  const curveGesture = gesture<Curve>("curve", "curve of the modifier", (link, curve) => (link.kind === "modifier" ? { ...link, curve } : link));
  const changeCurve = (label: string, curve: Curve): void => change(`${label} of the modifier`, { ...modifier, curve });
  return (
    <>
      <KpiSelect label="Measured by" kpis={role.kpis} value={modifier.measuredBy} onChange={(measuredBy) => change("KPI of the modifier", { ...modifier, measuredBy })} />
      <AppliesTo role={role} link={modifier} without={[modifier.measuredBy]} change={(appliesTo) => change("what the modifier acts on", { ...modifier, appliesTo })} />
      <div className="link-editor__curve">
        <span>Multiplies by</span>
        <CurveShape curve={modifier.curve} onChange={changeCurve} gesture={curveGesture} />
      </div>
      <CurveTable curve={modifier.curve} gesture={curveGesture} onChange={changeCurve} payoutName="Multiplies by" />
    </>
  );
}

function MatrixFields({ role, matrix, change, gesture }: FieldsProps & { readonly matrix: Matrix }): ReactElement {
  const [rows, columns] = matrix.measuredBy;
  return (
    <>
      <KpiSelect label="Rows" kpis={role.kpis.filter((kpi) => kpi.id !== columns)} value={rows} onChange={(id) => change("rows of the matrix", { ...matrix, measuredBy: [id, columns] })} />
      <KpiSelect label="Columns" kpis={role.kpis.filter((kpi) => kpi.id !== rows)} value={columns} onChange={(id) => change("columns of the matrix", { ...matrix, measuredBy: [rows, id] })} />
      <Select
        label="Between cells"
        showLabel
        value={matrix.between}
        options={[
          { value: "step" as const, label: "The cell reached" },
          { value: "linear" as const, label: "Straight between cells" },
        ]}
        onChange={(between) => change("between the cells", { ...matrix, between })}
      />
      <AppliesTo role={role} link={matrix} without={[]} change={(appliesTo) => change("what the matrix pays", { ...matrix, appliesTo })} />
      <MatrixEditor matrix={matrix} change={change} gesture={gesture} />
      <p className="details__note">{`Pays ${formatNumber(0)} below the first row or column, and as the last ones above them. The matrix stands in place of the KPI’s payout curve.`}</p>
    </>
  );
}

type KpiSelectProps = { readonly label: string; readonly kpis: readonly Kpi[]; readonly value: string; readonly onChange: (id: string) => void };

function KpiSelect({ label, kpis, value, onChange }: KpiSelectProps): ReactElement {
  return <Select label={label} showLabel value={value} options={kpis.map((kpi) => ({ value: kpi.id, label: kpi.name === "" ? "Untitled KPI" : kpi.name }))} onChange={onChange} />;
}

type AppliesToProps = { readonly role: Role; readonly link: Link; readonly without: readonly string[]; readonly change: (appliesTo: Link["appliesTo"]) => void };

/** All paid KPIs, or those that are ticked; at least one stays ticked. */
function AppliesTo({ role, link, without, change }: AppliesToProps): ReactElement {
  const { appliesTo } = link;
  const paid = role.kpis.filter((kpi) => kpi.weight > 0 && !without.includes(kpi.id));
  const chosen = appliesTo === "all" ? null : appliesTo;
  return (
    <fieldset className="details__group">
      <legend>Acts on</legend>
      <Checkbox label="All other KPIs that pay" checked={chosen === null} onChange={(on) => change(on ? "all" : paid.map((kpi) => kpi.id))} />
      {chosen === null
        ? null
        : paid.map((kpi) => (
            <Checkbox
              key={kpi.id}
              label={kpi.name === "" ? "Untitled KPI" : kpi.name}
              checked={chosen.includes(kpi.id)}
              disabled={chosen.length === 1 && chosen.includes(kpi.id)}
              onChange={(on) => change(role.kpis.filter((each) => (each.id === kpi.id ? on : chosen.includes(each.id))).map((each) => each.id))}
            />
          ))}
    </fieldset>
  );
}
