/**
 * The frame every chart has: title, controls, table toggle, a sentence that says what the chart shows, then the plot or
 * the same numbers as a table. `T` anywhere in the frame swaps them; enlarged it fills the window below the title bar.
 */
import { useCallback, useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { classNames } from "../controls/class-names.ts";
import { IconButton } from "../controls/IconButton.tsx";
import { AnnounceContext } from "./chart-context.ts";
import { ChartTableView } from "./ChartTableView.tsx";
import { PlotBox, type PlotSize } from "./PlotBox.tsx";
import type { ChartTable } from "./series/chart-table.ts";
import "../controls/Card.css";
import "./chart-frame.css";

/** Whether a chart shows its table; a caller that keeps it for the next visit passes this. */
export type TableState = { readonly shown: boolean; readonly onChange: (shown: boolean) => void };

type ChartFrameProps = {
  readonly title: string;
  /** Beside the title. */
  readonly titleControls?: ReactNode;
  /** At the right, before the table toggle. */
  readonly headerControls?: ReactNode;
  /** One line, with the number in it. */
  readonly summary: ReactNode;
  /** It has more to say than a line holds. */
  readonly hasLongSummary?: boolean;
  /** The plot's numbers, made only while they are shown. */
  readonly table: () => ChartTable;
  /** Stands in the table's place where the numbers can be typed. */
  readonly tableView?: ReactNode;
  readonly tableState?: TableState | undefined;
  readonly children: (size: PlotSize) => ReactNode;
};

/** Fields take letters as text, lists and dialogs as their own keys. */
const TAKES_LETTERS = 'input, textarea, select, [contenteditable], [role="listbox"], [role="menu"], [role="dialog"]';

function takesLetters(target: EventTarget): boolean {
  return target instanceof Element && target.closest(TAKES_LETTERS) !== null;
}

function TableIcon(): ReactNode {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <rect x="2" y="2.75" width="12" height="10.5" rx="1.5" />
      <path d="M2 6.25h12M2 9.75h12M6 6.25v7" />
    </svg>
  );
}

function SizeIcon({ isLarge }: { readonly isLarge: boolean }): ReactNode {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={isLarge ? "M13.25 2.75 9.5 6.5M9.5 3.25V6.5h3.25M2.75 13.25 6.5 9.5M6.5 12.75V9.5H3.25" : "M9.5 6.5l3.75-3.75M10 2.75h3.25V6M6.5 9.5l-3.75 3.75M2.75 10v3.25H6"} />
    </svg>
  );
}

export function ChartFrame({ title, titleControls, headerControls, summary, hasLongSummary = false, table, tableView, tableState, children }: ChartFrameProps): ReactNode {
  const id = useId();
  const [ownShown, setOwnShown] = useState(false);
  const [isLarge, setLarge] = useState(false);
  const [spoken, setSpoken] = useState("");
  const announce = useCallback((sentence: string) => setSpoken(sentence), []);
  const shown = tableState?.shown ?? ownShown;

  function toggle(): void {
    if (tableState === undefined) setOwnShown(!shown);
    else tableState.onChange(!shown);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape" && isLarge && !event.defaultPrevented && !takesLetters(event.target)) return setLarge(false);
    if (event.key.toLowerCase() !== "t" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || takesLetters(event.target)) return;
    event.preventDefault();
    toggle();
  }

  return (
    <figure className={classNames("card chart-frame", isLarge && "chart-frame--large")} aria-labelledby={`${id}-title`} aria-describedby={`${id}-summary`} onKeyDown={onKeyDown}>
      <div className="chart-header">
        <h2 id={`${id}-title`} className="chart-title">{title}</h2>
        {titleControls}
        <div className="chart-header-end">
          {headerControls}
          <IconButton label={shown ? "Show as chart (T)" : "Show as table (T)"} pressed={shown} onPress={toggle}>
            <TableIcon />
          </IconButton>
          <IconButton label={isLarge ? "Back to its place (Esc)" : "Enlarge"} pressed={isLarge} onPress={() => setLarge(!isLarge)}>
            <SizeIcon isLarge={isLarge} />
          </IconButton>
        </div>
      </div>
      <p id={`${id}-summary`} className={classNames("chart-summary", hasLongSummary && "chart-summary--long")}>{summary}</p>
      <AnnounceContext.Provider value={announce}>
        {shown ? <ChartTableView table={table()}>{tableView}</ChartTableView> : <PlotBox>{children}</PlotBox>}
      </AnnounceContext.Provider>
      <div className="spoken-only" aria-live="polite">{spoken}</div>
    </figure>
  );
}
