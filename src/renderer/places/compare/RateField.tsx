/** The price of one unit of a scenario's currency in that of the base: typed before it is compared, and changed while it is. */
import type { ReactElement, ReactNode } from "react";
import { NumberField } from "../../controls/NumberField.tsx";
import { useViewGesture } from "../../controls/use-view-gesture.ts";
import { formatNumber } from "#shared/report/format.ts";

type RateFieldProps = {
  /** Id by which whatever leads here finds the field. */
  readonly control: string;
  readonly currency: string;
  /** Of the base. */
  readonly into: string;
  /** null while none is typed. */
  readonly rate: number | null;
  readonly onChange: (rate: number | null) => void;
  /** What to do with it, beside the field. */
  readonly children: ReactNode;
};

/** As many decimals as are shown. */
const LEAST = 1e-6;

export function RateField({ control, currency, into, rate, onChange, children }: RateFieldProps): ReactElement {
  const gesture = useViewGesture<number | null>(rate, onChange);
  return (
    <span className="compared__rate">
      1 {currency} =
      <NumberField control={control} label={`${into} for one ${currency}`} width={84} kind="number" value={rate} min={LEAST} max={1e9} step={0.01} rangeText="above 0" unitText={into} format={(value) => formatNumber(value, 6)} gesture={gesture} />
      {children}
    </span>
  );
}
