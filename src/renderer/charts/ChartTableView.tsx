/** The same numbers as the plot, as a table that can be copied into a spreadsheet. */
import { useEffect, useState, type ReactNode } from "react";
import { Button } from "../controls/Button.tsx";
import { useAnnounce } from "./chart-context.ts";
import { copyText } from "./clipboard.ts";
import { tableText, type ChartTable } from "./series/chart-table.ts";

const SAID_FOR = 2_000;

export function CopyButton({ table }: { readonly table: ChartTable }): ReactNode {
  const [said, setSaid] = useState<"copied" | "failed" | null>(null);
  const announce = useAnnounce();

  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy(): Promise<void> {
    const copied = await copyText(tableText(table));
    setSaid(copied ? "copied" : "failed");
    announce(copied ? "Table copied" : "The table could not be copied");
  }

  return <Button onPress={() => void copy()}>{said === null ? "Copy" : said === "copied" ? "Copied" : "Not copied"}</Button>;
}

type ChartTableViewProps = {
  readonly table: ChartTable;
  /** Shown instead of the rows: a table to type in. */
  readonly children?: ReactNode;
};

export function ChartTableView({ table, children }: ChartTableViewProps): ReactNode {
  return (
    <div className="chart-table">
      <div className="chart-table-caption">
        <span>{table.caption}</span>
        <CopyButton table={table} />
      </div>
      <div className="chart-table-scroll" tabIndex={0} role="region" aria-label={table.caption}>
        {children ?? <Rows table={table} />}
      </div>
      {table.footer === undefined ? null : <p className="chart-table-footer">{table.footer}</p>}
      {table.notes === undefined || table.notes.length === 0 ? null : <p className="chart-table-notes">{table.notes.join(" · ")}</p>}
    </div>
  );
}

function Rows({ table }: { readonly table: ChartTable }): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          {table.columns.map(({ title, kind }) => (
            <th key={title} scope="col" className={kind}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) => {
              const kind = table.columns[column]?.kind;
              return column === 0
                ? <th key={column} scope="row" className={kind}>{cell}</th>
                : <td key={column} className={kind}>{cell}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
