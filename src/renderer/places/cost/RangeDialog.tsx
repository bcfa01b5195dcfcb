/** How far one input of "What moves the cost" is moved: from, to, or the usual range again. For this window only. */
import { useState, type ReactElement } from "react";
import type { Sensitivity } from "#shared/engine/index.ts";
import { valueText } from "../../charts/series/tornado-words.ts";
import { Button } from "../../controls/Button.tsx";
import { Dialog } from "../../controls/Dialog.tsx";
import { NumberField, type NumberFieldProps } from "../../controls/NumberField.tsx";
import { useViewGesture } from "../../controls/use-view-gesture.ts";
import { sessionStore } from "../../state/session-store.ts";

type RangeDialogProps = { readonly of: Sensitivity; readonly currency: string; readonly onClose: () => void };

type Range = { readonly from: number; readonly to: number };

export function RangeDialog({ of, currency, onClose }: RangeDialogProps): ReactElement {
  const { id, label, unit, current, points } = of;
  const [range, setRange] = useState<Range>(() => ({ from: points[0]?.value ?? current, to: points.at(-1)?.value ?? current }));
  const keep = (ranges: (before: Readonly<Record<string, Range>>) => Readonly<Record<string, Range>>): void => {
    sessionStore.setState((session) => ({ ranges: ranges(session.ranges) }));
    onClose();
  };
  return (
    <Dialog
      title={`Range of ${label}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => keep((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== id)))}>Usual range</Button>
          <Button onPress={onClose}>Cancel</Button>
          <Button primary disabled={range.from === range.to} onPress={() => keep((before) => ({ ...before, [id]: range }))}>Use this range</Button>
        </>
      }
    >
      <p>Now {valueText(current, unit, currency)}. The cost is read at both ends and at three points between them.</p>
      <div className="range-fields">
        <End label="From" of={of} currency={currency} value={range.from} onChange={(from) => setRange((before) => ({ ...before, from }))} />
        <End label="To" of={of} currency={currency} value={range.to} onChange={(to) => setRange((before) => ({ ...before, to }))} />
      </div>
    </Dialog>
  );
}

type EndProps = { readonly label: string; readonly of: Sensitivity; readonly currency: string; readonly value: number; readonly onChange: (value: number) => void };

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

const KINDS: Readonly<Record<Sensitivity["unit"], NumberFieldProps["kind"]>> = { percent: "percent", points: "number", multiple: "multiple", money: "money", count: "number" };
const STEPS: Readonly<Record<NumberFieldProps["kind"], number>> = { percent: 0.01, number: 1, multiple: 0.1, money: 1_000 };
