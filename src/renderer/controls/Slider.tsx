/**
 * A slider on a native range input. The input carries keyboard, names and values for assistive tools; track, fill and
 * thumb are drawn behind it, and pointer drags are measured here, so that the thumb never jumps when it is grabbed off
 * centre and shows only the value it is given.
 */
import { useEffect, useId, useRef, useState, type ChangeEvent, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";
import { classNames } from "./class-names.ts";
import { customProperties } from "./custom-properties.ts";
import { createDrag } from "./drag.ts";
import type { Gesture } from "./gesture.ts";
import { clamped, stepped, steppedBy } from "./stepped-value.ts";
import { Tip, useReasonShown } from "./Tip.tsx";
import "./Slider.css";

/** Values that sources recommend; `second` where a source disagrees with the first view. */
export type SliderBand = { readonly from: number; readonly to: number; readonly view: "first" | "second" };
/** With a label a major tick, without one a minor tick. */
export type SliderTick = { readonly value: number; readonly label?: string };

export type SliderProps = {
  /** Read aloud; the visible name stands beside the slider. */
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Page up and page down; five steps where absent. */
  readonly bigStep?: number;
  /** The value as it is said, with its unit: "60 percent base, 99,000 dollars". */
  readonly valueText: string;
  readonly gesture: Gesture<number>;
  /** The saved value: a tick, and where double-click and Delete go back to. */
  readonly base?: number;
  /** Filled from the left, for amounts. */
  readonly filled?: boolean;
  readonly locked?: boolean;
  readonly disabled?: boolean;
  /** Why it is locked or disabled, shown on focus. */
  readonly reason?: string;
  /** Why the thumb stays where it is although it is being moved, shown while it is held. */
  readonly stopped?: string;
  readonly size: "small" | "mix";
  readonly bands?: readonly SliderBand[];
  readonly ticks?: readonly SliderTick[];
  /** Id by which undo finds the control. */
  readonly control?: string;
};

/** The thumb takes the pointer within this distance of its centre, so that its target is 24 px wide. */
const GRAB: Readonly<Record<SliderProps["size"], number>> = { small: 12, mix: 14 };
/** From the end of the track to the centre of the thumb at its limit; the same as --inset in Slider.css. */
const INSET: Readonly<Record<SliderProps["size"], number>> = { small: 7, mix: 18 };

export function Slider(props: SliderProps): ReactElement {
  const { label, value, min, max, step, bigStep = step * 5, valueText, gesture, base, filled = false, locked = false, disabled = false, reason, stopped, size, bands = [], ticks = [], control } = props;
  const still = locked || disabled;
  const strip = useRef<HTMLDivElement>(null);
  /** Pointer offset from the thumb's centre at the grab; null until a pointer is down. */
  const grab = useRef<number | null>(null);
  const [drag] = useState(() => createDrag<number>());
  const [dragging, setDragging] = useState(false);
  const tip = useReasonShown();
  const tipId = useId();

  // A control that goes away while it is held keeps what is on screen.
  useEffect(() => () => drag.commit(), [drag]);

  useEffect(() => {
    if (!dragging) return undefined;
    function cancelOnEscape(event: globalThis.KeyboardEvent): void {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      drag.cancel();
      setDragging(false);
    }
    window.addEventListener("keydown", cancelOnEscape, { capture: true });
    return () => window.removeEventListener("keydown", cancelOnEscape, { capture: true });
  }, [drag, dragging]);

  function ratioOf(each: number): number {
    return max === min ? 0 : (clamped(each, min, max) - min) / (max - min);
  }

  /** Where on screen a value is, and the value at a place on screen. */
  function travel(): { readonly start: number; readonly length: number } {
    const box = strip.current?.getBoundingClientRect();
    return { start: (box?.left ?? 0) + INSET[size], length: (box?.width ?? 0) - 2 * INSET[size] };
  }

  function valueAt(x: number): number {
    const { start, length } = travel();
    return length <= 0 ? value : stepped(min + ((x - start) / length) * (max - min), min, max, step);
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    if (still || event.button !== 0 || !event.isPrimary) return;
    const { start, length } = travel();
    const offset = event.clientX - (start + ratioOf(value) * length);
    const onThumb = Math.abs(offset) <= GRAB[size];
    grab.current = onThumb ? offset : 0;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.begin(gesture, value);
    setDragging(true);
    if (!onThumb) drag.move(gesture, valueAt(event.clientX));
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (grab.current !== null) drag.move(gesture, valueAt(event.clientX - grab.current));
  }

  function release(): void {
    grab.current = null;
    drag.commit();
    setDragging(false);
  }

  function abandon(): void {
    grab.current = null;
    drag.cancel();
    setDragging(false);
  }

  /** One finished change that is not a drag. */
  function change(source: "pointer" | "keys", next: number): void {
    if (next === value) return;
    gesture.begin(source);
    gesture.move(next);
    gesture.commit();
  }

  function backToBase(source: "pointer" | "keys"): void {
    if (!still && base !== undefined) change(source, base);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = valueAfterKey(event.key, event.shiftKey, props, bigStep);
    if (next === null) return;
    event.preventDefault();
    if (still || drag.isActive()) return;
    change("keys", next);
  }

  /** Assistive tools set the input itself; a drag also moves it, and is measured above. */
  function onChange(event: ChangeEvent<HTMLInputElement>): void {
    if (still || grab.current !== null) return;
    change("keys", stepped(event.currentTarget.valueAsNumber, min, max, step));
  }

  const said = still ? reason : dragging ? stopped : undefined;
  const tipText = tip.shown || dragging ? said : undefined;
  const current = ticks.find((tick) => tick.value === value && tick.label !== undefined);
  return (
    <div className={classNames("slider", `slider--${size}`, locked && "slider--locked", disabled && "slider--disabled", dragging && "slider--dragging")}>
      <div
        ref={strip}
        className="slider__strip"
        style={at(ratioOf(value))}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={release}
        onPointerCancel={abandon}
        onLostPointerCapture={release}
        onDoubleClick={() => backToBase("pointer")}
        {...(still ? tip.handlers : {})}
      >
        {bands.map((band) => (
          <span key={`${band.view} ${band.from} ${band.to}`} className={`slider__band slider__band--${band.view}`} style={bandPlace(band, bands, ratioOf)} />
        ))}
        <input
          className="slider__input"
          type="range"
          aria-label={label}
          aria-valuetext={valueText}
          aria-disabled={still ? true : undefined}
          aria-describedby={tipText === undefined ? undefined : tipId}
          data-control={control}
          min={min}
          max={max}
          step={step}
          value={value}
          onChange={onChange}
          onKeyDown={onKeyDown}
        />
        <span className="slider__track" />
        {filled ? <span className="slider__fill" /> : null}
        {base === undefined || base < min || base > max ? null : <span className="slider__base" style={at(ratioOf(base))} />}
        <span className="slider__thumb" />
      </div>
      {ticks.length === 0 ? null : (
        <div className="slider__scale" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick.value} className={classNames("slider__tick", tick.label === undefined && "slider__tick--minor", tick === current && "slider__tick--current")} style={at(ratioOf(tick.value))}>
              {tick.label}
            </span>
          ))}
        </div>
      )}
      {tipText === undefined ? null : <Tip anchor={strip} text={tipText} id={tipId} />}
    </div>
  );
}

/** A place on the track as 0–1, for the style sheet. */
function at(ratio: number): CSSProperties {
  return customProperties({ "--at": ratio });
}

/** A band reaches a little past its values; where the second begins at the first's end it leaves the first whole. */
function bandPlace(band: SliderBand, bands: readonly SliderBand[], ratioOf: (value: number) => number): CSSProperties {
  const follows = band.view === "second" && bands.some((other) => other.view === "first" && other.to === band.from);
  const precedes = band.view === "second" && bands.some((other) => other.view === "first" && other.from === band.to);
  return customProperties({
    "--from": ratioOf(band.from),
    "--to": ratioOf(band.to),
    "--before": follows ? "-8px" : "6px",
    "--after": precedes ? "-8px" : "6px",
  });
}

/** The value a key asks for; null for a key that is not the slider's. */
function valueAfterKey(key: string, shift: boolean, { value, min, max, step, base }: SliderProps, bigStep: number): number | null {
  const count = shift ? 10 : 1;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return steppedBy(value, count, min, max, step);
    case "ArrowLeft":
    case "ArrowDown":
      return steppedBy(value, -count, min, max, step);
    case "PageUp":
      return stepped(value + bigStep, min, max, step);
    case "PageDown":
      return stepped(value - bigStep, min, max, step);
    case "Home":
      return min;
    case "End":
      return max;
    case "Delete":
    case "Backspace":
      return base ?? null;
    default:
      return null;
  }
}
