/** Whose pay is compared: the sellers of a simulated year, or people with results of a file that is being read. Never saved. */
import { createStore } from "zustand/vanilla";
import { COUNTED_ABOVE, rememberColumns, suggestColumns, type Actuals, type ColumnMapping } from "#shared/actuals/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { ActualsAnswer, ActualsMessage } from "../worker/actuals.worker.ts";
import { startWorker } from "../worker/start-worker.ts";
import { setPreferences } from "./preferences.ts";
import { windowStore } from "./window-store.ts";

/** A file on its way in: read, then its columns chosen, then its rows checked. */
export type Importing = {
  readonly fileName: string;
  /** Share that is read; null while nothing is under way. */
  readonly progress: number | null;
  readonly table: Extract<ActualsAnswer, { of: "table" }> | null;
  readonly mapping: ColumnMapping;
  readonly attainmentIn: "auto" | "percent" | "ratio";
  readonly decimal: "auto" | "." | ",";
  /** What the rows came to; taken over only when the person says so. */
  readonly actuals: Actuals | null;
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
let reader: Worker | null = null;

function change(of: Partial<Importing>): void {
  peopleStore.setState(({ importing }) => (importing === null ? {} : { importing: { ...importing, ...of } }));
}

function ask(message: ActualsMessage, transfer: Transferable[] = []): void {
  reader?.postMessage(message, transfer);
}

/** Reads a file; what was being read before is given up. */
export async function openResults(file: File): Promise<void> {
  cancelImport();
  peopleStore.setState({ importing: { fileName: file.name, progress: 0, table: null, mapping: NO_COLUMNS, attainmentIn: "auto", decimal: "auto", actuals: null, problem: null } });
  const worker = startWorker("actuals");
  reader = worker;
  worker.addEventListener("message", ({ data }: MessageEvent<ActualsAnswer>) => {
    if (reader === worker) hear(data);
  });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (reader !== worker) return;
  if (bytes === null) return change({ progress: null, problem: "This file could not be read." });
  ask({ of: "open", name: file.name, bytes }, [bytes]);
}

function hear(answer: ActualsAnswer): void {
  switch (answer.of) {
    case "progress":
      return change({ progress: answer.share });
    case "failed":
      return change({ progress: null, problem: answer.message });
    case "table":
      return change({ progress: null, table: answer, mapping: suggestColumns(answer.headers, windowStore.getState().preferences.resultColumns) });
    case "actuals":
      return change({ progress: null, actuals: answer.actuals });
  }
}

/** Other columns, or another meaning of numbers: what the rows came to is worked out again. */
export function changeImport(of: Partial<Pick<Importing, "mapping" | "attainmentIn" | "decimal">>): void {
  change({ ...of, actuals: null });
}

/** Checks every row against a scenario. */
export function checkRows(scenario: Scenario): void {
  const { importing } = peopleStore.getState();
  if (importing?.table == null) return;
  const { mapping, attainmentIn, decimal, table } = importing;
  change({ progress: 0, actuals: null });
  ask({ of: "read", scenario, mapping, options: { attainmentIn, decimal } });
  void setPreferences({ resultColumns: { ...rememberColumns(table.headers, mapping) } });
}

export function takeResults(scenario: Scenario): void {
  const { importing } = peopleStore.getState();
  if (importing?.actuals == null) return;
  peopleStore.setState({ results: { fileName: importing.fileName, actuals: importing.actuals, scenario } });
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
