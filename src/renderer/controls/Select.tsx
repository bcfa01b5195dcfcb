/** A button that shows the chosen option and opens the list of all. */
import { useId, type ReactElement } from "react";
import { Floating } from "./Floating.tsx";
import { ChevronIcon, TickIcon } from "./icons.tsx";
import { usePopupList } from "./use-popup-list.ts";
import "./Select.css";
import "./popup-list.css";

export type SelectOption<Value extends string> = { readonly value: Value; readonly label: string; /** One quieter line about it. */ readonly hint?: string };

export type SelectProps<Value extends string> = {
  readonly label: string;
  /** Draws the label before the button; otherwise it is only read aloud. */
  readonly showLabel?: boolean;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** Shown while no option has the value. */
  readonly placeholder?: string;
  readonly align?: "start" | "end";
  readonly width?: number;
};

export function Select<Value extends string>({ label, showLabel = false, value, options, onChange, placeholder, align, width }: SelectProps<Value>): ReactElement {
  const { isOpen, button, list, toggle, close, onButtonKeyDown, onListKeyDown, onBlur } = usePopupList();
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  const select = (
    <span className="select" onBlur={onBlur} style={width === undefined ? undefined : { width }}>
      <button ref={button} id={`${id}-button`} type="button" className="button select__button" aria-labelledby={`${id}-label ${id}-button`} aria-haspopup="listbox" aria-expanded={isOpen} onClick={toggle} onKeyDown={onButtonKeyDown}>
        <span className={chosen === undefined ? "select__value select__value--none" : "select__value"}>{chosen?.label ?? placeholder ?? ""}</span>
        <ChevronIcon />
      </button>
      {isOpen ? (
        <Floating anchor={button} sides={["below", "above"]} align={align ?? (showLabel ? "end" : "start")} gap={4} fillsAnchor className="popup-list">
          <div ref={list} role="listbox" aria-label={label} onKeyDown={onListKeyDown}>
            {options.map((option) => (
              <div
                key={option.value}
                role="option"
                aria-selected={option.value === value}
                tabIndex={-1}
                data-item={option.label}
                className="popup-list__item"
                onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
                onClick={() => {
                  close();
                  if (option.value !== value) onChange(option.value);
                }}
              >
                <span className="popup-list__mark">{option.value === value ? <TickIcon /> : null}</span>
                <span className="select__option">
                  <span className="popup-list__label">{option.label}</span>
                  {option.hint === undefined ? null : <span className="select__hint">{option.hint}</span>}
                </span>
              </div>
            ))}
          </div>
        </Floating>
      ) : null}
    </span>
  );
  return (
    <span className={showLabel ? "select-row" : "select-alone"}>
      <span id={`${id}-label`} className={showLabel ? "select-row__label" : "spoken-only"}>
        {label}
      </span>
      {select}
    </span>
  );
}
