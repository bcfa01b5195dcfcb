/** One choice among a few that are all in view. */
import { useId, type ReactElement } from "react";
import { classNames } from "./class-names.ts";
import "./SegmentedControl.css";

export type SegmentedControlProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

export function SegmentedControl<Value extends string>({ label, value, options, onChange }: SegmentedControlProps<Value>): ReactElement {
  const name = useId();
  return (
    <div className="segmented" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={classNames("segmented__option", option.value === value && "segmented__option--chosen")}>
          <input type="radio" className="segmented__input" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span className="segmented__text" data-text={option.label}>
            {option.label}
          </span>
        </label>
      ))}
    </div>
  );
}
