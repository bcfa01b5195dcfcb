/** Whose pay is compared: the sellers of a simulated year, or people with results of a file that is being read. Never saved. */
import { createStore } from "zustand/vanilla";
import { COUNTED_ABOVE, rememberColumns, suggestColumns, type Actuals, type ColumnMapping } from "#shared/actuals/index.ts";
import type { ScenarioOfAll } from "#shared/comparison/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { ActualsAnswer, ActualsMessage, ReadTable } from "../worker/actuals.worker.ts";
import { startWorker } from "../worker/start-worker.ts";
import { setPreferences } from "./preferences.ts";
import { windowStore } from "./window-store.ts";

/** A file on its way in: read, then its columns chosen, then its rows checked. */
export type Importing = {
  readonly fileName: string;
  /** Share that is read; null while nothing is under way. */
  readonly progress: number | null;
  readonly table: ReadTable | null;
  /** Sheets of a workbook with something in them, and the one that is read. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly mapping: ColumnMapping;
  readonly attainmentIn: "auto" | "percent" | "ratio";
  readonly decimal: "auto" | "." | ",";
  /** What the rows came to; taken over only when the person says so. */
  readonly actuals: Actuals | null;
  /** The roles and KPIs that were looked for in them. */
  readonly checkedWith: ScenarioOfAll | null;
  readonly problem: string | null;
};

export type PeopleState = {
  readonly importing: Importing | null;
  /** Results that were taken over, with the scenario their roles and KPIs are of. */
  readonly results: { readonly fileName: string; readonly actuals: Actuals; readonly scenario: Scenario } | null;
  /** Changes up to this share of pay count as none. */
  readonly share: number;
  /** Names are numbers, and amounts shares of pay. */
  readonly masked: boolean;
  /** null for all. */
  readonly roleId: string | null;
};

export const peopleStore = createStore<PeopleState>(() => ({ importing: null, results: null, share: COUNTED_ABOVE, masked: false, roleId: null }));

const NO_COLUMNS: ColumnMapping = { person: null, role: null, kpi: null, period: null, attainment: null, actual: null, target: null };
const NO_TABLE = "This has no table: a row of headers with rows below it is needed.";
let reader: Worker | null = null;
/** Of the last question; answers to older ones are passed over. */
let lastId = 0;

type Question = ActualsMessage extends infer Message ? (Message extends ActualsMessage ? Omit<Message, "id"> : never) : never;

function change(of: Partial<Importing>): void {
  peopleStore.setState(({ importing }) => (importing === null ? {} : { importing: { ...importing, ...of } }));
}

function ask(question: Question, transfer: Transferable[] = []): void {
  lastId += 1;
  reader?.postMessage({ ...question, id: lastId }, transfer);
}

/** Reads a file; what was being read before is given up. */
export async function openResults(file: File): Promise<void> {
  cancelImport();
  peopleStore.setState({ importing: { fileName: file.name, progress: 0, table: null, sheets: [], sheet: null, mapping: NO_COLUMNS, attainmentIn: "auto", decimal: "auto", actuals: null, checkedWith: null, problem: null } });
  const worker = startWorker("actuals");
  reader = worker;
  worker.addEventListener("message", ({ data }: MessageEvent<ActualsAnswer>) => {
    if (reader === worker && data.id === lastId) hear(data);
  });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (reader !== worker) return;
  if (bytes === null) return change({ progress: null, problem: "This file could not be read." });
  ask({ of: "open", name: file.name, bytes }, [bytes]);
}

/** Reads another sheet of the workbook. */
export function chooseSheet(sheet: string): void {
  change({ sheet, progress: 0, table: null, mapping: NO_COLUMNS, actuals: null, problem: null });
  ask({ of: "sheet", sheet });
}

function hear(answer: ActualsAnswer): void {
  switch (answer.of) {
    case "progress":
      return change({ progress: answer.share });
    case "failed":
      return change({ progress: null, problem: answer.message });
    case "table": {
      const { table, sheets, sheet } = answer;
      const mapping = suggestColumns(table?.headers ?? [], windowStore.getState().preferences.resultColumns);
      return change({ progress: null, table, sheets, sheet, mapping, problem: table === null ? NO_TABLE : null });
    }
    case "actuals":
      return change({ progress: null, actuals: answer.actuals });
  }
}

/** Other columns, or another meaning of numbers: what the rows came to is worked out again, and a check under way is of no use. */
export function changeImport(of: Partial<Pick<Importing, "mapping" | "attainmentIn" | "decimal">>): void {
  lastId += 1;
  change({ ...of, actuals: null, progress: null });
}

/** Checks every row against the roles and KPIs of the compared scenarios. */
export function checkRows(scenario: ScenarioOfAll): void {
  const { importing } = peopleStore.getState();
  if (importing?.table == null) return;
  const { mapping, attainmentIn, decimal, table } = importing;
  change({ progress: 0, actuals: null, checkedWith: scenario });
  ask({ of: "read", scenario, mapping, options: { attainmentIn, decimal } });
  void setPreferences({ resultColumns: { ...rememberColumns(table.headers, mapping) } });
}

export function takeResults(): void {
  const { importing } = peopleStore.getState();
  if (importing?.actuals == null || importing.checkedWith === null) return;
  peopleStore.setState({ results: { fileName: importing.fileName, actuals: importing.actuals, scenario: importing.checkedWith } });
  cancelImport();
}

export function cancelImport(): void {
  reader?.terminate();
  reader = null;
  peopleStore.setState({ importing: null });
}

/** Another document is shown: results were read for the roles of the one before. */
export function forgetPeople(): void {
  cancelImport();
  peopleStore.setState({ results: null, roleId: null });
}

/** Back to simulated sellers. */
export function dropResults(): void {
  peopleStore.setState({ results: null });
}
