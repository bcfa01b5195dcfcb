/** Whose pay is compared: the sellers of a simulated year, or people with results of a file that is being read. Never saved. */
import { createStore } from "zustand/vanilla";
import { COUNTED_ABOVE, allProblems, rememberColumns, suggestColumns, type Actuals, type ColumnMapping } from "#shared/actuals/index.ts";
import { hasSameNames, withNewRoles, type ScenarioOfAll } from "#shared/comparison/index.ts";
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

/** What the rows come to, and the roles and KPIs that were looked for in them. */
type Read = { readonly actuals: Actuals; readonly scenario: ScenarioOfAll };

/** Results that were taken over. */
export type Results = Read & {
  readonly fileName: string;
  /** Rows of the file, with those that are not used. */
  readonly rows: number;
};

export type PeopleState = {
  readonly importing: Importing | null;
  readonly results: Results | null;
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

/** Results with rows that were refused: their file stays with its thread, to be read again when their roles come with another scenario. */
type Kept = {
  readonly worker: Worker;
  readonly options: Pick<Importing, "mapping" | "attainmentIn" | "decimal">;
  /** As it was taken over. */
  readonly first: Read;
  readonly refused: ReadonlySet<number>;
  /** The list of the last question. */
  readonly asked: ScenarioOfAll;
  readonly askedId: number;
};
let kept: Kept | null = null;

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
    else if (kept?.worker === worker && data.id === kept.askedId) hearAgain(kept, data);
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
  if (importing?.actuals == null || importing.checkedWith === null || importing.table === null) return;
  const { fileName, actuals, checkedWith, table } = importing;
  const first: Read = { actuals, scenario: checkedWith };
  letGo();
  const refused = linesOf(actuals);
  if (reader !== null && refused.size > 0) {
    kept = { worker: reader, options: importing, first, refused, asked: checkedWith, askedId: lastId };
    reader = null;
  }
  peopleStore.setState({ results: { fileName, ...first, rows: actuals.rowsRead + table.problems.length } });
  cancelImport();
}

/** First lines of what is not used. */
function linesOf(actuals: Actuals): ReadonlySet<number> {
  return new Set(allProblems({ problems: [] }, actuals).map(({ line }) => line));
}

/**
 * Reads the rows of the results again where the compared scenarios have roles, KPIs or names for them that the file was not read
 * with. A row that was used stays so: otherwise the results are what was taken over.
 * @param rolesNow of the scenarios that are compared now; asked for only where rows wait for their role
 */
export function readAgain(rolesNow: () => ScenarioOfAll): void {
  if (kept === null) return;
  const { first, options: { mapping, attainmentIn, decimal }, worker } = kept;
  const scenario = withNewRoles(first.scenario, rolesNow());
  if (hasSameNames(scenario, kept.asked)) return;
  lastId += 1;
  kept = { ...kept, asked: scenario, askedId: lastId };
  const question: ActualsMessage = { id: lastId, of: "read", scenario, mapping, options: { attainmentIn, decimal } };
  worker.postMessage(question);
}

function hearAgain({ asked, first, refused }: Kept, answer: ActualsAnswer): void {
  if (answer.of !== "actuals") return;
  const { actuals } = answer;
  const isMore = [...linesOf(actuals)].every((line) => refused.has(line));
  peopleStore.setState(({ results }) => (results === null ? {} : { results: { ...results, ...(isMore ? { actuals, scenario: asked } : first) } }));
}

function letGo(): void {
  kept?.worker.terminate();
  kept = null;
}

export function cancelImport(): void {
  reader?.terminate();
  reader = null;
  peopleStore.setState({ importing: null });
}

/** Another document is shown: results were read for the roles of the one before. */
export function forgetPeople(): void {
  cancelImport();
  letGo();
  peopleStore.setState({ results: null, roleId: null });
}

/** Back to simulated sellers. */
export function dropResults(): void {
  letGo();
  peopleStore.setState({ results: null });
}
