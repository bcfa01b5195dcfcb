/** Tabs of one card. Arrow keys move between them; the panel they show is drawn by whoever uses them. */
import type { KeyboardEvent, ReactElement } from "react";
import { classNames } from "./class-names.ts";
import "./Tabs.css";

export type TabsProps<Value extends string> = {
  readonly label: string;
  readonly tabs: readonly { readonly value: Value; readonly label: string; readonly count?: number | null }[];
  /** The tab whose panel is shown; null while none is. */
  readonly shown: Value | null;
  /** The tab that Tab reaches while no panel is shown. */
  readonly current: Value;
  readonly onChoose: (value: Value) => void;
  /** Id of the panel. */
  readonly panel: string;
  /** Panels open and close over the page: arrows then only move the focus while none is open. */
  readonly opens?: boolean;
};

/** Id of a tab, by which its panel is named. */
export function tabId(panel: string, value: string): string {
  return `${panel}-${value}`;
}

export function Tabs<Value extends string>({ label, tabs, shown, current, onChoose, panel, opens = false }: TabsProps<Value>): ReactElement {
  function moveTo(event: KeyboardEvent<HTMLElement>, index: number): void {
    const next = tabs[(index + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    if (!opens || shown !== null) onChoose(next.value);
    event.currentTarget.querySelectorAll<HTMLElement>("[role='tab']")[tabs.indexOf(next)]?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const here = tabs.findIndex((tab) => tabId(panel, tab.value) === document.activeElement?.id);
    if (here < 0) return;
    if (event.key === "ArrowRight") moveTo(event, here + 1);
    else if (event.key === "ArrowLeft") moveTo(event, here - 1);
    else if (event.key === "Home") moveTo(event, 0);
    else if (event.key === "End") moveTo(event, tabs.length - 1);
  }

  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ value, label: text, count = null }) => (
        <button
          key={value}
          type="button"
          role="tab"
          id={tabId(panel, value)}
          className={classNames("tabs__tab", value === shown && "tabs__tab--shown")}
          aria-selected={value === shown}
          aria-expanded={opens ? value === shown : undefined}
          aria-controls={value === shown ? panel : undefined}
          tabIndex={value === (shown ?? current) ? 0 : -1}
          onClick={() => onChoose(value)}
        >
          <span className="tabs__text" data-text={text}>
            {text}
          </span>
          {count === null ? null : <span className="tabs__count">{count}</span>}
        </button>
      ))}
    </div>
  );
}
