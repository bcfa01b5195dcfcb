/** Which number is moved, how far it may go, and which weights stay. */
import { useMemo, type ReactElement } from "react";
import { leverText, presentText, type Lever } from "#shared/analysis/index.ts";
import { Checkbox } from "../../controls/Checkbox.tsx";
import { NumberField, type NumberFieldProps } from "../../controls/NumberField.tsx";
import { Select } from "../../controls/Select.tsx";
import { useViewGesture } from "../../controls/use-view-gesture.ts";
import { leverGroups, otherWeights, rangeOf, shortLabel } from "./goal-choice.ts";
import type { FieldsProps } from "./GoalFields.tsx";

export function LeverFields({ scenario, choice, onChange }: FieldsProps): ReactElement | null {
  const groups = useMemo(() => leverGroups(scenario), [scenario]);
  const group = groups.find(({ levers }) => levers.some(({ path }) => path === choice.lever)) ?? groups[0];
  const lever = group?.levers.find(({ path }) => path === choice.lever) ?? group?.levers[0];
  if (group === undefined || lever === undefined) return null;
  const { currency } = scenario;
  const range = rangeOf(lever, choice);
  const weights = otherWeights(scenario, lever.path);
  const move = (path: string): void => onChange({ lever: path, range: null, locks: [] });
  return (
    <fieldset className="goal-seek__group">
      <legend>By moving</legend>
      <Select label="Where the number is" width={220} value={group.id} options={groups.map(({ id, title }) => ({ value: id, label: title }))} onChange={(id) => move(groups.find((each) => each.id === id)?.levers[0]?.path ?? choice.lever)} />
      <Select label="Number to move" width={298} value={lever.path} options={group.levers.map((each) => ({ value: each.path, label: shortLabel(each, group), hint: `now ${presentText(each, currency)}` }))} onChange={move} />
      <span className="goal-seek__inline">
        from
        <End label="Lowest value to try" lever={lever} currency={currency} value={range.from} onChange={(from) => onChange({ range: { from, to: Math.max(from, range.to) } })} />
        to
        <End label="Highest value to try" lever={lever} currency={currency} value={range.to} onChange={(to) => onChange({ range: { from: Math.min(to, range.from), to } })} />
      </span>
      {lever.note === null ? null : <p className="goal-seek__note goal-seek__whole">{lever.note}</p>}
      {weights.length === 0 ? null : (
        <div className="goal-seek__locks" role="group" aria-label="Weights that stay">
          <span className="goal-seek__note">Weights that stay; the others give and take:</span>
          {weights.map(({ path, name, isLocked }) => (
            <Checkbox key={path} label={name} disabled={isLocked} checked={isLocked || choice.locks.includes(path)} onChange={(stays) => onChange({ locks: stays ? [...choice.locks, path] : choice.locks.filter((each) => each !== path) })} />
          ))}
        </div>
      )}
    </fieldset>
  );
}

type EndProps = { readonly label: string; readonly lever: Lever; readonly currency: string; readonly value: number; readonly onChange: (value: number) => void };

const KINDS: Readonly<Record<Lever["unit"], NumberFieldProps["kind"]>> = { currency: "money", fraction: "percent", ratio: "percent", count: "number", own: "number" };

function End({ label, lever, currency, value, onChange }: EndProps): ReactElement {
  const gesture = useViewGesture(value, onChange);
  const { unit, min, max, whole, stepsPerUnit } = lever;
  return <NumberField label={label} width={124} kind={KINDS[unit]} value={value} format={(shown) => leverText(lever, shown, currency)} currency={currency} min={min} max={max} step={unit === "currency" ? 1_000 : whole ? 1 : Math.max(0.01, 1 / stepsPerUnit)} whole={whole} rangeText={`${leverText(lever, min, currency)} to ${leverText(lever, max, currency)}`} gesture={gesture} />;
}
