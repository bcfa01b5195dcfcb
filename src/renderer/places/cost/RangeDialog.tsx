/** How far one input of "What moves the cost" is moved: from, to, or the usual range again. For this window only. */
import { useState, type ReactElement } from "react";
import type { MovedInput } from "#shared/analysis/index.ts";
import { valueText } from "../../charts/series/tornado-words.ts";
import { Button } from "../../controls/Button.tsx";
import { Dialog } from "../../controls/Dialog.tsx";
import { NumberField, type NumberFieldProps } from "../../controls/NumberField.tsx";
import { useViewGesture } from "../../controls/use-view-gesture.ts";
import { withRange, withUsualRange } from "./tornado-ranges.ts";

type RangeDialogProps = { readonly of: MovedInput; readonly currency: string; readonly onClose: () => void };

type Range = { readonly from: number; readonly to: number };

export function RangeDialog({ of, currency, onClose }: RangeDialogProps): ReactElement {
  const { id, label, unit, current, points, usual, isEdited, note } = of;
  const [range, setRange] = useState<Range>(() => ({ from: points[0]?.value ?? current, to: points.at(-1)?.value ?? current }));
  const text = (value: number): string => valueText(value, unit, currency);
  const close = (change: () => void): void => {
    change();
    onClose();
  };
  return (
    <Dialog
      title={`Range of ${label}`}
      onClose={onClose}
      actions={
        <>
          <Button disabled={!isEdited} onPress={() => close(() => withUsualRange(id))}>Usual range</Button>
          <Button onPress={onClose}>Cancel</Button>
          <Button primary disabled={range.from === range.to} onPress={() => close(() => withRange(id, range))}>Use this range</Button>
        </>
      }
    >
      <p>Now {text(current)}, usually moved from {text(usual.from)} to {text(usual.to)}. The cost is read at both ends and at three points between them.</p>
      {note === null ? null : <p className="range-note">{note}</p>}
      <div className="range-fields">
        <End label="From" of={of} currency={currency} value={range.from} onChange={(from) => setRange((before) => ({ ...before, from }))} />
        <End label="To" of={of} currency={currency} value={range.to} onChange={(to) => setRange((before) => ({ ...before, to }))} />
      </div>
    </Dialog>
  );
}

type EndProps = { readonly label: string; readonly of: MovedInput; readonly currency: string; readonly value: number; readonly onChange: (value: number) => void };

function End({ label, of: { unit, allowed, isWhole }, currency, value, onChange }: EndProps): ReactElement {
  // Points are typed as points: 22, not 0.22.
  const scale = unit === "points" ? 100 : 1;
  const gesture = useViewGesture(value * scale, (typed) => onChange(typed / scale));
  const kind = KINDS[unit];
  return (
    <NumberField
      label={label}
      showLabel
      kind={kind}
      value={value * scale}
      format={(shown) => valueText(shown / scale, unit, currency).replace(/ pts$/u, "")}
      min={allowed.from * scale}
      max={allowed.to * scale}
      step={STEPS[kind]}
      whole={isWhole}
      width={120}
      gesture={gesture}
      {...(unit === "points" ? { unitText: "pts" } : {})}
      {...(kind === "money" ? { currency } : {})}
    />
  );
}

const KINDS: Readonly<Record<MovedInput["unit"], NumberFieldProps["kind"]>> = { percent: "percent", points: "number", multiple: "multiple", money: "money", count: "number" };
const STEPS: Readonly<Record<NumberFieldProps["kind"], number>> = { percent: 0.01, number: 1, multiple: 0.1, money: 1_000 };
