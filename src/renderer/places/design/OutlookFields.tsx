/** Where the people of a KPI land: the shape of their spread with its mean, or a list of what they reached. */
import { useState, type ReactElement } from "react";
import { withShape } from "#shared/editing/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Kpi, KpiOutlook, Role } from "#shared/model/scenario.ts";
import { formatNumber } from "#shared/report/format.ts";
import { NumberField } from "../../controls/NumberField.tsx";
import { Select } from "../../controls/Select.tsx";
import { editKpi, kpiGesture, withFields } from "../../state/edits.ts";
import { AttainmentList } from "./AttainmentList.tsx";
import { percentOf } from "./percent-of.ts";

const SHAPES: readonly { readonly value: KpiOutlook["shape"]; readonly label: string; readonly hint: string }[] = [
  { value: "lognormal", label: "Skewed upward", hint: "lognormal: few far above, none below 0%" },
  { value: "normal", label: "Even on both sides", hint: "normal: who would land below 0% lands at 0%" },
  { value: "empirical", label: "List of attainments", hint: "what people reached, one entry for each" },
];

export function OutlookFields({ role, kpi }: { readonly role: Role; readonly kpi: Kpi }): ReactElement {
  const [isListing, setListing] = useState(false);
  const { outlook } = kpi;
  const keep = (label: string, change: (current: KpiOutlook) => KpiOutlook): void => editKpi(role.id, kpi.id, `${label} of ${kpi.name}`, (current) => withFields(current, { outlook: change(current.outlook) }));
  const changeShape = (shape: KpiOutlook["shape"]): void => {
    setListing(shape === "empirical");
    if (shape !== "empirical") keep("where people land", (current) => withShape(current, shape));
  };
  const shape = isListing ? "empirical" : outlook.shape;
  return (
    <fieldset className="details__group details__group--lines details__outlook">
      <legend>Where people land</legend>
      <Select label="Spread is" showLabel value={shape} options={SHAPES} onChange={changeShape} />
      {shape === "empirical" || outlook.shape === "empirical" ? (
        <AttainmentList
          key={outlook.shape}
          list={outlook.shape === "empirical" ? outlook : null}
          control={`${role.id}/${kpi.id}/attainments`}
          onUse={(attainments) => {
            keep("list of attainments", () => ({ shape: "empirical", attainments }));
            setListing(false);
          }}
        />
      ) : (
        <Moments role={role} kpi={kpi} outlook={outlook} />
      )}
    </fieldset>
  );
}

type Shaped = Exclude<KpiOutlook, { shape: "empirical" }>;

function Moments({ role, kpi, outlook }: { readonly role: Role; readonly kpi: Kpi; readonly outlook: Shaped }): ReactElement {
  const gesture = (field: "mean" | "spread", label: string): ReturnType<typeof kpiGesture<number>> =>
    kpiGesture<number>(role.id, kpi.id, `outlook-${field}`, `${label} of ${kpi.name}`, (current, value) =>
      current.outlook.shape === "empirical" ? current : withFields(current, { outlook: withFields(current.outlook, { [field]: value }) }));
  return (
    <>
      <NumberField label="Average attainment" showLabel width={64} kind="percent" value={outlook.mean} format={(value) => percentOf(value, 2)} {...PARAMETERS.mean} control={`${role.id}/${kpi.id}/outlook-mean`} gesture={gesture("mean", "average attainment")} />
      <NumberField label="Spread, person to person" showLabel width={64} kind="percent" value={outlook.spread} format={(value) => formatNumber(value * 100, 2)} unitText="pts" {...PARAMETERS.spread} rangeText="0 to 1,000 points" control={`${role.id}/${kpi.id}/outlook-spread`} gesture={gesture("spread", "spread of attainment")} />
    </>
  );
}
