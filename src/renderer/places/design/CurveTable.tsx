/** The corners of a curve as numbers to type: the table view of the payout chart is its second editor. */
import type { ReactElement } from "react";
import { addHandle, curveHandles, removeHandle, setHandle, type CurveHandle } from "#shared/editing/index.ts";
import { compileCurve, factorAt } from "#shared/engine/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Curve } from "#shared/model/scenario.ts";
import { formatNumber } from "#shared/report/format.ts";
import { Button } from "../../controls/Button.tsx";
import type { Gesture } from "../../controls/gesture.ts";
import { IconButton } from "../../controls/IconButton.tsx";
import { CloseIcon, PlusIcon } from "../../controls/icons.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import { TextField } from "../../controls/TextField.tsx";
import { percentOf } from "./percent-of.ts";

type CurveTableProps = {
  readonly curve: Curve;
  readonly gesture: Gesture<Curve>;
  readonly onChange: (label: string, curve: Curve) => void;
  /** What the second column of figures is; what the KPI pays where nothing is said. */
  readonly payoutName?: string;
  /** What each point pays from a corner on; of a KPI that pays. */
  readonly perPoint?: (attainment: number) => ReactElement;
};

export function CurveTable({ curve, gesture, onChange, payoutName = "Pays", perPoint }: CurveTableProps): ReactElement {
  const handles = curveHandles(curve).filter((handle) => handle.kind !== "tier-rate");
  return (
    <div className="curve-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{curve.kind === "levels" ? "Level" : "Point"}</th>
            <th scope="col">From attainment</th>
            <th scope="col">{curve.kind === "tiers" ? "Rate" : payoutName}</th>
            {perPoint === undefined ? null : <th scope="col">Each point above</th>}
            <th scope="col">
              <span className="spoken-only">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {handles.map((handle, index) => (
            <HandleRow key={handle.id} curve={curve} handle={handle} index={index} gesture={gesture} onChange={onChange} {...(perPoint === undefined ? {} : { perPoint })} isOnly={handles.length === 1} />
          ))}
        </tbody>
      </table>
      <Button
        onPress={() => {
          const last = Math.max(...handles.map((handle) => handle.attainment));
          const attainment = last + 0.1;
          onChange("add a point", addHandle(curve, { attainment, payout: factorAt(compileCurve(curve), attainment) }));
        }}
      >
        <PlusIcon />
        Add
      </Button>
    </div>
  );
}

type HandleRowProps = CurveTableProps & { readonly handle: CurveHandle; readonly index: number; readonly isOnly: boolean };

function HandleRow({ curve, handle, index, gesture, onChange, perPoint, isOnly }: HandleRowProps): ReactElement {
  const attainment: Gesture<number> = { ...gesture, move: (value) => gesture.move(setHandle(curve, handle.id, { attainment: value, payout: handle.payout })) };
  const payout: Gesture<number> = { ...gesture, move: (value) => gesture.move(setHandle(curve, handle.id, { attainment: handle.attainment, payout: value })) };
  const level = curve.kind === "levels" ? curve.levels[index] : undefined;
  const tier = curve.kind === "tiers" ? curve.tiers[index] : undefined;
  return (
    <tr>
      <th scope="row">
        {level === undefined || curve.kind !== "levels" ? (
          handle.name
        ) : (
          <TextField
            label={`Name of level ${index + 1}`}
            value={level.name}
            onCommit={(name) => onChange("name of level", { ...curve, levels: curve.levels.map((each, i) => (i === index ? { ...each, name } : each)) })}
          />
        )}
      </th>
      <td>
        <NumberField label={`Attainment of ${handle.name}`} width={64} kind="percent" value={handle.attainment} format={(value) => percentOf(value, 2)} {...PARAMETERS.attainment} disabled={handle.moves === "payout"} gesture={attainment} />
      </td>
      <td>
        {tier === undefined || curve.kind !== "tiers" ? (
          <NumberField label={`Payout of ${handle.name}`} width={64} kind="percent" value={handle.payout} format={(value) => percentOf(value, 2)} {...PARAMETERS.payout} disabled={handle.moves === "attainment"} gesture={payout} />
        ) : (
          <NumberField
            label={`Rate of ${handle.name}`}
            width={64}
            kind="multiple"
            value={tier.rate}
            format={(value) => `${formatNumber(value, 3)}×`}
            {...PARAMETERS.rate}
            gesture={{ ...gesture, move: (rate: number) => gesture.move({ ...curve, tiers: curve.tiers.map((each, i) => (i === index ? { ...each, rate } : each)) }) }}
          />
        )}
      </td>
      {perPoint === undefined ? null : <td className="curve-table__point">{perPoint(handle.attainment)}</td>}
      <td>
        <IconButton label={`Remove ${handle.name}`} disabled={isOnly} onPress={() => {
          const left = removeHandle(curve, handle.id);
          if (left !== null) onChange(`remove ${handle.name}`, left);
        }}>
          <CloseIcon />
        </IconButton>
      </td>
    </tr>
  );
}
