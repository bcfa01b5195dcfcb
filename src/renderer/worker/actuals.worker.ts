/** The thread that reads a file of results: it keeps the rows until the columns are chosen, or as long as some are refused, and is ended to cancel. */
import { NotASheet, cellText, readActuals, readTable, type Actuals, type ColumnMapping, type ReadingOptions, type TableFile } from "#shared/actuals/index.ts";
import type { ScenarioOfAll } from "#shared/comparison/index.ts";

/** Every question has an id, which its answers carry: those of an older question are passed over. */
export type ActualsMessage = { readonly id: number } & (
  | { readonly of: "open"; readonly name: string; readonly bytes: ArrayBuffer }
  /** Another sheet of the same workbook. */
  | { readonly of: "sheet"; readonly sheet: string }
  | { readonly of: "read"; readonly scenario: ScenarioOfAll; readonly mapping: ColumnMapping; readonly options: Pick<ReadingOptions, "attainmentIn" | "decimal"> }
);

/** What of the file is read. `sample`: the first rows as text, to choose columns by. */
export type ReadTable = Pick<TableFile, "headers" | "headerLine" | "hasTitle" | "problems"> & { readonly rows: number; readonly sample: readonly (readonly string[])[] };

export type ActualsAnswer = { readonly id: number } & (
  | { readonly of: "progress"; readonly share: number }
  | { readonly of: "failed"; readonly message: string }
  /** `table`: null where the sheet has none. */
  | ({ readonly of: "table"; readonly table: ReadTable | null } & Pick<TableFile, "sheets" | "sheet">)
  | { readonly of: "actuals"; readonly actuals: Actuals }
);

const SAMPLE = 4;
let file: { readonly name: string; readonly bytes: Uint8Array } = { name: "", bytes: new Uint8Array() };
let table: TableFile = { headers: [], headerLine: 1, hasTitle: false, rows: [], problems: [], sheets: [], sheet: null };

function say(answer: ActualsAnswer): void {
  postMessage(answer);
}

function progressOf(id: number): (share: number) => void {
  return (share) => say({ id, of: "progress", share });
}

function open(id: number, sheet?: string): void {
  try {
    table = readTable(file.name, file.bytes, { sheet, onProgress: progressOf(id) });
  } catch (error) {
    return say({ id, of: "failed", message: error instanceof NotASheet ? error.message : "This file could not be read." });
  }
  const { headers, headerLine, hasTitle, rows, problems, sheets } = table;
  const sample = rows.slice(0, SAMPLE).map(({ cells }) => cells.map(cellText));
  const hasTable = headers.length >= 2 && rows.length > 0;
  say({ id, of: "table", table: hasTable ? { headers, headerLine, hasTitle, rows: rows.length, sample, problems } : null, sheets, sheet: table.sheet });
}

addEventListener("message", ({ data }: MessageEvent<ActualsMessage>) => {
  switch (data.of) {
    case "open":
      file = { name: data.name, bytes: new Uint8Array(data.bytes) };
      return open(data.id);
    case "sheet":
      return open(data.id, data.sheet);
    case "read":
      say({ id: data.id, of: "actuals", actuals: readActuals(data.scenario, table.headers, table.rows, data.mapping, { ...data.options, onProgress: progressOf(data.id) }) });
  }
});
