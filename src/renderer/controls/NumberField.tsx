/** A field for one number. Typing is never clamped; a value that is allowed is previewed at once and kept on leaving. */
import { useEffect, useEffectEvent, useId, useRef, useState, type ChangeEvent, type KeyboardEvent, type ReactElement } from "react";
import type { NumberKind } from "#shared/report/parse-number.ts";
import { classNames } from "./class-names.ts";
import type { Gesture } from "./gesture.ts";
import { MinusIcon, PlusIcon } from "./icons.tsx";
import { editText, rangeInWords, readDraft, splitUnit } from "./number-draft.ts";
import { steppedBy } from "./stepped-value.ts";
import { Tip, useReasonShown } from "./Tip.tsx";
import "./NumberField.css";

export type NumberFieldProps = {
  readonly label: string;
  /** Draws the label before the field; otherwise it is only read aloud. */
  readonly showLabel?: boolean;
  /** A ratio for percentages, currency units for money. null: nothing is set, see `onClear`. */
  readonly value: number | null;
  readonly kind: NumberKind;
  /** As shown while not edited. A trailing % or × is drawn as the unit. */
  readonly format: (value: number) => string;
  /** Drawn after the value, where the format does not end with it. */
  readonly unitText?: string;
  /** For money: the document's currency; signs of others are refused. */
  readonly currency?: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Whole numbers only. */
  readonly whole?: boolean;
  /** The allowed range as written after "Allowed:"; made from the limits where absent. */
  readonly rangeText?: string;
  readonly gesture: Gesture<number>;
  /** Emptying the field is an answer: no value. Without it an emptied field restores. */
  readonly onClear?: () => void;
  readonly placeholder?: string;
  readonly locked?: boolean;
  readonly disabled?: boolean;
  /** Why it is locked or disabled, shown on focus. */
  readonly reason?: string;
  /** Without a box until it is pointed at or focused. */
  readonly quiet?: boolean;
  readonly size?: "normal" | "primary";
  readonly width?: number;
  /** Id by which undo finds the control. */
  readonly control?: string;
};

/** A number on its way into the allowed range is not called wrong before the typing pauses. */
const PAUSE = 600;

export function NumberField(props: NumberFieldProps): ReactElement {
  const { label, showLabel = false, value, kind, format, unitText, currency, min, max, step, whole = false, rangeText, gesture, onClear, placeholder, locked = false, disabled = false, reason, quiet = false, size = "normal", width, control } = props;
  const still = locked || disabled;
  const box = useRef<HTMLSpanElement>(null);
  const input = useRef<HTMLInputElement>(null);
  /** The press under way gave the field its focus, so the whole value is selected when it ends. */
  const focusingPress = useRef(false);
  const [draft, setDraft] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const [paused, setPaused] = useState(false);
  // A text that was left unread does not outlive the value it stood for.
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (!focused) setDraft(null);
  }
  /** A typing gesture is open: allowed values have been previewed. */
  const previewing = useRef(false);
  const tip = useReasonShown();
  const id = useId();

  const shown = value === null ? "" : format(value);
  const { figure, unit: ownUnit } = splitUnit(shown);
  const unit = value === null && draft === null ? "" : (unitText ?? (ownUnit === "" ? unitOf(kind) : ownUnit));
  const idle = value === null ? "" : focused ? splitUnit(editText(value, shown, kind)).figure : figure;
  const expected = { kind, min, max, currency, unit, whole };
  const read = draft === null ? null : readDraft(draft, expected);
  const problem = read?.state === "outside" ? `Allowed: ${rangeText ?? rangeInWords({ min, max }, format)}` : read?.state === "unread" ? read.message : null;
  const isShownProblem = problem !== null && (paused || (read?.state === "outside" && !read.growing));

  useEffect(() => {
    if (draft === null || paused) return undefined;
    const timer = setTimeout(() => setPaused(true), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, paused]);

  const keepPreview = useEffectEvent(() => closePreview("commit"));
  useEffect(() => () => keepPreview(), []);

  function preview(next: number): void {
    if (!previewing.current) {
      if (next === value) return;
      previewing.current = true;
      gesture.begin("typing");
    }
    gesture.move(next);
  }

  function closePreview(how: "commit" | "cancel"): void {
    if (!previewing.current) return;
    previewing.current = false;
    gesture[how]();
  }

  function onChange(event: ChangeEvent<HTMLInputElement>): void {
    const text = event.currentTarget.value;
    setDraft(text);
    setPaused(false);
    const next = readDraft(text, expected);
    if (next.state === "allowed") preview(next.value);
    else closePreview("cancel");
  }

  function change(next: number): void {
    if (next === value) return;
    gesture.begin("typing");
    gesture.move(next);
    gesture.commit();
  }

  /** Takes the typed text over, as far as it can be. */
  function settle(by: "enter" | "leave"): void {
    if (read === null) return;
    if (read.state === "empty") {
      closePreview("cancel");
      if (onClear !== undefined && value !== null) onClear();
      setDraft(null);
    } else if (read.state === "allowed") {
      closePreview("commit");
      setDraft(null);
    } else if (read.state === "outside" && by === "enter") {
      change(read.nearest);
      setDraft(null);
    } else {
      setPaused(true);
    }
  }

  function stepBy(count: number): void {
    if (still) return;
    if (read !== null && read.state !== "allowed") return;
    const from = read?.value ?? value ?? min;
    settle("enter");
    const next = steppedBy(from, count, min, max, step);
    if (next === from && value !== null) return;
    gesture.begin("keys");
    gesture.move(next);
    gesture.commit();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (still) return;
    if (event.key === "Enter") {
      settle("enter");
      input.current?.select();
    } else if (event.key === "Escape" && draft !== null) {
      event.preventDefault();
      event.stopPropagation();
      closePreview("cancel");
      setDraft(null);
    } else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      stepBy((event.key === "ArrowUp" ? 1 : -1) * (event.shiftKey ? 10 : 1));
    }
  }

  const tipText = isShownProblem ? problem : still && tip.shown ? reason : undefined;
  const stepper = (count: 1 | -1): ReactElement => (
    <button type="button" tabIndex={-1} className="number-field__step" aria-label={`${count === 1 ? "Raise" : "Lower"} ${label}`} onPointerDown={(event) => event.preventDefault()} onClick={() => stepBy(count)}>
      {count === 1 ? <PlusIcon /> : <MinusIcon />}
    </button>
  );
  const field = (
    <span
      ref={box}
      className={classNames("number-field", size === "primary" && "number-field--primary", quiet && "number-field--quiet", locked && "number-field--locked", disabled && "number-field--disabled", isShownProblem && "number-field--wrong", unit === "" && "number-field--bare")}
      style={width === undefined ? undefined : { width }}
      onMouseDown={(event) => {
        // The whole box is the field, its unit and edges too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        input.current?.focus();
      }}
      {...(still ? tip.handlers : {})}
    >
      <input
        ref={input}
        id={id}
        className="number-field__input"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={showLabel ? undefined : label}
        aria-invalid={isShownProblem ? true : undefined}
        aria-describedby={tipText === undefined ? undefined : `${id}-tip`}
        aria-disabled={disabled ? true : undefined}
        readOnly={still}
        placeholder={placeholder}
        data-control={control}
        value={draft ?? idle}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          focusingPress.current = document.activeElement !== event.currentTarget;
        }}
        onClick={(event) => {
          const { selectionStart, selectionEnd } = event.currentTarget;
          if (focusingPress.current && selectionStart === selectionEnd) event.currentTarget.select();
          focusingPress.current = false;
        }}
        onFocus={(event) => {
          setFocused(true);
          event.currentTarget.select();
        }}
        onBlur={() => {
          setFocused(false);
          settle("leave");
        }}
      />
      {unit === "" ? null : (
        <span className="number-field__unit" aria-hidden="true">
          {unit}
        </span>
      )}
      {still ? null : (
        <span className="number-field__steps">
          {stepper(1)}
          {stepper(-1)}
        </span>
      )}
      {tipText === undefined ? null : <Tip anchor={box} text={tipText} id={`${id}-tip`} isProblem={isShownProblem} />}
    </span>
  );
  if (!showLabel) return field;
  return (
    <span className="number-field-row">
      <label htmlFor={id}>{label}</label>
      {field}
    </span>
  );
}

function unitOf(kind: NumberKind): string {
  return kind === "percent" ? "%" : kind === "multiple" ? "×" : "";
}
