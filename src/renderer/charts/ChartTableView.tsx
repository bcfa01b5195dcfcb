/** The same numbers as the plot, as a table that can be copied into a spreadsheet. */
import type { ReactNode } from "react";
import { CopyButton } from "../controls/CopyButton.tsx";
import { useAnnounce } from "./chart-context.ts";
import { tableText, type ChartTable } from "./series/chart-table.ts";

export function CopyTable({ table }: { readonly table: ChartTable }): ReactNode {
  return <CopyButton label="Copy" subject="table" text={() => tableText(table)} announce={useAnnounce()} />;
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
        <CopyTable table={table} />
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
