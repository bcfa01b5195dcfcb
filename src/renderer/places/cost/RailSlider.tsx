/** One assumption of the rail: its name, its value as a field, a slider, and what it means. */
import { useId, type ReactElement } from "react";
import type { Gesture } from "../../controls/gesture.ts";
import { NumberField, type NumberFieldProps } from "../../controls/NumberField.tsx";
import { Slider } from "../../controls/Slider.tsx";

/** Fields show what a person would type: to a hundredth of a percent or point. */
function withoutDust(shown: number): number {
  return Math.round(shown * 10_000) / 10_000;
}

export type RailSliderProps = {
  readonly name: string;
  readonly note: string;
  /** Ratio; null where there is nothing to move, and `reason` says why. */
  readonly value: number | null;
  /** Reaches of the slider; the field takes what `field` allows. */
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly base: number | null;
  readonly spoken: (value: number) => string;
  readonly field: Pick<NumberFieldProps, "kind" | "format" | "unitText" | "min" | "max" | "step" | "rangeText">;
  /** What the field shows for one of the slider: 100 for points. */
  readonly scale?: number;
  readonly gesture: Gesture<number>;
  readonly control: string;
  readonly reason?: string;
  readonly stopped?: string;
};

export function RailSlider({ name, note, value, from, to, step, base, spoken, field, scale = 1, gesture, control, reason, stopped }: RailSliderProps): ReactElement {
  const id = useId();
  const isIdle = value === null;
  const why = reason === undefined ? {} : { reason };
  const held = stopped === undefined ? {} : { stopped };
  const scaled: Gesture<number> = scale === 1 ? gesture : { ...gesture, move: (shown) => gesture.move(shown / scale) };
  return (
    <div className="assumption" role="group" aria-label={name} aria-describedby={id}>
      <div className="assumption__head">
        <span className="assumption__name">{name}</span>
        <NumberField label={name} width={64} value={isIdle ? null : withoutDust(value * scale)} gesture={scaled} control={control} disabled={isIdle} {...why} {...field} />
      </div>
      <Slider label={`${name}, slider`} size="small" filled value={value ?? from} min={from} max={to} step={step} valueText={isIdle ? "none" : spoken(value)} gesture={gesture} control={`${control}/slider`} disabled={isIdle} {...why} {...held} {...(base === null ? {} : { base })} />
      <p className="assumption__note" id={id}>{note}</p>
    </div>
  );
}
