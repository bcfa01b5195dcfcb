import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { plainScenario } from "../../../tests/helpers/plain-plan.ts";
import type { Actuals } from "#shared/actuals/index.ts";
import { rolesOfAll } from "#shared/comparison/index.ts";
import type { ActualsAnswer, ActualsMessage, ReadTable } from "../worker/actuals.worker.ts";
import { changeImport, checkRows, chooseSheet, openResults, peopleStore, takeResults, type Importing } from "./people-store.ts";
import { workerForTests } from "./worker-for-tests.ts";

const thread = vi.hoisted((): { worker: unknown } => ({ worker: null }));
vi.mock("../worker/start-worker.ts", () => ({ startWorker: () => thread.worker }));
vi.mock("./preferences.ts", () => ({ setPreferences: () => Promise.resolve(true) }));

const { asked, answer, worker } = workerForTests<ActualsMessage, ActualsAnswer>();
const TABLE: ReadTable = { headers: ["Person", "Role", "KPI", "Attainment", "Other"], headerLine: 1, hasTitle: false, problems: [], rows: 1, sample: [] };
const scenario = rolesOfAll(plainScenario(), []);
const actualsOf = (rowsUsed: number): Actuals => ({ people: [], incomplete: [], inSeveralRoles: 0, periods: 1, undecided: null, rowsRead: 1, rowsUsed, problems: [] });
const lastId = (): number => asked.at(-1)?.id ?? -1;
const importing = (): Importing | null => peopleStore.getState().importing;

beforeAll(() => {
  thread.worker = { ...worker, terminate: () => undefined };
});

beforeEach(async () => {
  asked.length = 0;
  await openResults(new File(["x"], "results.csv"));
  answer({ id: lastId(), of: "table", table: TABLE, sheets: [], sheet: null });
});

describe("results on their way in", () => {
  it("show no answer of an older mapping, and no progress of it, while a newer one is asked about or chosen", () => {
    checkRows(scenario);
    const older = lastId();
    const mapping = { ...(importing()?.mapping ?? { person: 0, role: 1, kpi: 2, period: null, attainment: 3, actual: null, target: null }), attainment: 4 };
    changeImport({ mapping });
    answer({ id: older, of: "progress", share: 0.5 });
    answer({ id: older, of: "actuals", actuals: actualsOf(1) });
    expect(importing()).toMatchObject({ actuals: null, progress: null, mapping });
    checkRows(scenario);
    answer({ id: older, of: "actuals", actuals: actualsOf(1) });
    expect(importing()).toMatchObject({ actuals: null, progress: 0 });
    answer({ id: lastId(), of: "actuals", actuals: actualsOf(2) });
    expect(importing()).toMatchObject({ actuals: { rowsUsed: 2 }, progress: null });
  });

  it("are those of the last sheet that was chosen", () => {
    chooseSheet("A");
    const older = lastId();
    chooseSheet("B");
    answer({ id: older, of: "table", table: TABLE, sheets: ["A", "B"], sheet: "A" });
    expect(importing()).toMatchObject({ sheet: "B", table: null });
    answer({ id: lastId(), of: "table", table: null, sheets: ["A", "B"], sheet: "B" });
    expect(importing()).toMatchObject({ sheets: ["A", "B"], sheet: "B", table: null, problem: "This has no table: a row of headers with rows below it is needed." });
  });

  it("are taken over with the roles they were checked with", () => {
    checkRows(scenario);
    answer({ id: lastId(), of: "actuals", actuals: actualsOf(1) });
    takeResults();
    expect(peopleStore.getState()).toMatchObject({ importing: null, results: { fileName: "results.csv", scenario, actuals: { rowsUsed: 1 } } });
  });
});
