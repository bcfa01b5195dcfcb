/** Yes or no, with its words. */
import type { ReactElement } from "react";
import { classNames } from "./class-names.ts";
import { TickIcon } from "./icons.tsx";
import "./Checkbox.css";

export type CheckboxProps = { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void; readonly disabled?: boolean };

export function Checkbox({ label, checked, onChange, disabled = false }: CheckboxProps): ReactElement {
  return (
    <label className={classNames("checkbox", disabled && "checkbox--disabled")}>
      <input type="checkbox" className="checkbox__input" checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span className="checkbox__box">{checked ? <TickIcon /> : null}</span>
      {label}
    </label>
  );
}
