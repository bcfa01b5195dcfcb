/** The thread that reads a file of results: it keeps the rows until the columns are chosen, and is ended to cancel. */
import { NotASheet, cellText, readActuals, readTable, type Actuals, type ColumnMapping, type ReadingOptions, type Table } from "#shared/actuals/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";

export type ActualsMessage =
  | { readonly of: "open"; readonly name: string; readonly bytes: ArrayBuffer }
  | { readonly of: "read"; readonly scenario: Scenario; readonly mapping: ColumnMapping; readonly options: Pick<ReadingOptions, "attainmentIn" | "decimal"> };

export type ActualsAnswer =
  | { readonly of: "progress"; readonly share: number }
  | { readonly of: "failed"; readonly message: string }
  /** The first rows as text, to choose columns by. */
  | { readonly of: "table"; readonly headers: readonly string[]; readonly rows: number; readonly sample: readonly (readonly string[])[]; readonly problems: Table["problems"] }
  | { readonly of: "actuals"; readonly actuals: Actuals };

const SAMPLE = 4;
let table: Table = { headers: [], rows: [], problems: [] };

function say(answer: ActualsAnswer): void {
  postMessage(answer);
}

function progress(share: number): void {
  say({ of: "progress", share });
}

async function open(name: string, bytes: ArrayBuffer): Promise<void> {
  try {
    table = await readTable(name, new Uint8Array(bytes), progress);
  } catch (error) {
    return say({ of: "failed", message: error instanceof NotASheet ? error.message : "This file could not be read." });
  }
  if (table.headers.length < 2 || table.rows.length === 0) return say({ of: "failed", message: "This file has no table: a row of headers with rows below it is needed." });
  const sample = table.rows.slice(0, SAMPLE).map(({ cells }) => cells.map(cellText));
  say({ of: "table", headers: table.headers, rows: table.rows.length, sample, problems: table.problems });
}

addEventListener("message", ({ data }: MessageEvent<ActualsMessage>) => {
  if (data.of === "open") void open(data.name, data.bytes);
  else say({ of: "actuals", actuals: readActuals(data.scenario, table.headers, table.rows, data.mapping, { ...data.options, onProgress: progress }) });
});
