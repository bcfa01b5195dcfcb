/** A field for words: a title in place, a name, or some lines. Kept on Enter and on leaving; Esc restores. */
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { readableText } from "#shared/model/readable-text.ts";
import { classNames } from "./class-names.ts";
import "./TextField.css";

export type TextFieldProps = {
  readonly label: string;
  /** Draws the label above the field, in a box; otherwise the text stands in place and the label is only read aloud. */
  readonly showLabel?: boolean;
  readonly value: string;
  readonly onCommit: (text: string) => void;
  /** Several lines; Ctrl or Cmd with Enter keeps them. */
  readonly multiline?: boolean;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  /** Id by which undo finds the control. */
  readonly control?: string;
};

export function TextField({ label, showLabel = false, value, onCommit, multiline = false, placeholder, disabled = false, className, control }: TextFieldProps): ReactElement {
  const [draft, setDraft] = useState<string | null>(null);
  /** The draft that is not kept yet. Leaving and going away at once keep it once. */
  const waiting = useRef<string | null>(null);
  const id = useId();

  function type(text: string): void {
    // Pasted text may bring characters that no file may hold.
    waiting.current = readableText(text);
    setDraft(waiting.current);
  }

  function keep(): void {
    const text = multiline ? waiting.current : (waiting.current?.trim() ?? null);
    waiting.current = null;
    setDraft(null);
    if (text !== null && text !== value) onCommit(text);
  }

  const keepOnRemoval = useEffectEvent(keep);
  useEffect(() => () => keepOnRemoval(), []);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const command = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && (!multiline || command) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.currentTarget.blur();
    } else if (event.key === "Escape" && draft !== null) {
      event.preventDefault();
      event.stopPropagation();
      waiting.current = null;
      event.currentTarget.blur();
    } else if (command && event.key.toLowerCase() === "s") {
      // Saving must not miss what stands in the field.
      keep();
    }
  }

  const shared = {
    id,
    className: "text-field__input",
    "aria-label": showLabel ? undefined : label,
    "data-control": control,
    autoComplete: "off",
    placeholder,
    disabled,
    value: draft ?? value,
    onBlur: keep,
    onKeyDown,
  };
  const field = multiline ? (
    <textarea {...shared} rows={3} onChange={(event) => type(event.currentTarget.value)} />
  ) : (
    <input {...shared} type="text" title={showLabel ? undefined : value} onChange={(event) => type(event.currentTarget.value)} />
  );
  return (
    <span className={classNames("text-field", showLabel ? "text-field--boxed" : "text-field--in-place", multiline && "text-field--lines", className)}>
      {showLabel ? <label htmlFor={id}>{label}</label> : null}
      {field}
    </span>
  );
}
