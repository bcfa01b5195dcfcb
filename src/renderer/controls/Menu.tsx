/** A button that opens a list of things to do. */
import { Children, type ReactElement, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Floating } from "./Floating.tsx";
import { ChevronIcon, TickIcon } from "./icons.tsx";
import { usePopupList } from "./use-popup-list.ts";
import "./Menu.css";
import "./popup-list.css";

export type MenuEntry =
  | {
      readonly kind: "action";
      readonly id: string;
      readonly label: string;
      /** Quieter, at the end of the line: a shortcut, a folder. */
      readonly hint?: string;
      readonly disabled?: boolean;
      /** For one choice among several. */
      readonly checked?: boolean;
      readonly onPress: () => void;
    }
  | { readonly kind: "heading"; readonly id: string; readonly label: string }
  | { readonly kind: "separator"; readonly id: string };

export type MenuProps = {
  /** Name of the button and of the list. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** What the button shows: an icon, words, or both. */
  readonly children: ReactNode;
  /** Without a border and a chevron. */
  readonly plain?: boolean;
  /** Which edge of the button the list is flush with. */
  readonly align?: "start" | "end";
  /** Id by which whatever leads here finds the button. */
  readonly control?: string;
};

export function Menu({ label, entries, children, plain = false, align = "start", control }: MenuProps): ReactElement {
  const { isOpen, button, list, toggle, close, onButtonKeyDown, onListKeyDown, onBlur } = usePopupList();
  const hasWords = Children.toArray(children).some((child) => typeof child === "string");
  const marks = entries.some((entry) => entry.kind === "action" && entry.checked !== undefined);
  return (
    <span className="menu" onBlur={onBlur}>
      <button ref={button} type="button" className={classNames("menu__button", plain ? "menu__button--plain" : "button")} data-control={control} aria-label={label} aria-haspopup="menu" aria-expanded={isOpen} title={hasWords ? undefined : label} onClick={toggle} onKeyDown={onButtonKeyDown}>
        {children}
        {plain ? null : <ChevronIcon />}
      </button>
      {isOpen ? (
        <Floating anchor={button} sides={["below", "above"]} align={align} gap={4} className="popup-list">
          <div ref={list} role="menu" aria-label={label} onKeyDown={onListKeyDown}>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} marks={marks} close={close} />
            ))}
          </div>
        </Floating>
      ) : null}
    </span>
  );
}

type EntryProps = { readonly entry: MenuEntry; readonly marks: boolean; readonly close: () => void };

function Entry({ entry, marks, close }: EntryProps): ReactElement {
  if (entry.kind === "separator") return <div role="separator" className="popup-list__rule" />;
  if (entry.kind === "heading") {
    return (
      <div role="presentation" className="popup-list__heading">
        {entry.label}
      </div>
    );
  }
  const { label, hint, disabled = false, checked, onPress } = entry;
  return (
    <div
      role={checked === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={checked}
      aria-disabled={disabled ? true : undefined}
      tabIndex={-1}
      data-item={label}
      className="popup-list__item"
      onPointerMove={(event) => {
        if (!disabled) event.currentTarget.focus({ preventScroll: true });
      }}
      onClick={() => {
        if (disabled) return;
        close();
        onPress();
      }}
    >
      {marks ? <span className="popup-list__mark">{checked === true ? <TickIcon /> : null}</span> : null}
      <span className="popup-list__label">{label}</span>
      {hint === undefined ? null : <span className="popup-list__hint">{hint}</span>}
    </div>
  );
}
