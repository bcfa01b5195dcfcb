import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import type { Actuals } from "#shared/actuals/index.ts";
import { NO_CHOICES, rolesOfAll } from "#shared/comparison/index.ts";
import type { ActualsAnswer, ActualsMessage, ReadTable } from "../worker/actuals.worker.ts";
import { changeImport, checkRows, chooseSheet, dropResults, forgetPeople, openResults, peopleStore, readAgain, takeResults, type Importing } from "./people-store.ts";
import { workerForTests } from "./worker-for-tests.ts";

const thread = vi.hoisted((): { worker: unknown } => ({ worker: null }));
vi.mock("../worker/start-worker.ts", () => ({ startWorker: () => thread.worker }));
vi.mock("./preferences.ts", () => ({ setPreferences: () => Promise.resolve(true) }));

const { asked, answer, worker } = workerForTests<ActualsMessage, ActualsAnswer>();
const TABLE: ReadTable = { headers: ["Person", "Role", "KPI", "Attainment", "Other"], headerLine: 1, hasTitle: false, problems: [], rows: 1, sample: [] };
const scenario = rolesOfAll(plainScenario(), []);
const actualsOf = (rowsUsed: number): Actuals => ({ people: [], incomplete: [], inSeveralRoles: 0, periods: 1, undecided: null, rowsRead: 1, rowsUsed, problems: [] });
const refusedAt = (...lines: readonly number[]): Pick<Actuals, "problems"> => ({ problems: lines.map((line) => ({ line, column: "Role", message: "Unknown.", value: "Boss" })) });
const lastId = (): number => asked.at(-1)?.id ?? -1;
const importing = (): Importing | null => peopleStore.getState().importing;

let ended = 0;

beforeAll(() => {
  thread.worker = { ...worker, terminate: () => void (ended += 1) };
});

beforeEach(async () => {
  forgetPeople();
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

describe("results with rows that were refused", () => {
  const more = rolesOfAll(plainScenario(), [{ scenario: plainScenario({ id: "file", roles: [plainRole({ id: "boss", title: "Boss" })] }), choices: NO_CHOICES }]);
  const results = (): unknown => peopleStore.getState().results;
  const taken = { ...actualsOf(2), ...refusedAt(4, 5) };

  beforeEach(() => {
    checkRows(scenario);
    answer({ id: lastId(), of: "actuals", actuals: taken });
    takeResults();
    asked.length = 0;
  });

  it("are read again, as they were imported, when a role comes with another scenario, and stay read so", () => {
    readAgain(() => scenario);
    expect(asked).toEqual([]);
    readAgain(() => more);
    expect(asked).toMatchObject([{ of: "read", mapping: { person: 0, attainment: 3 }, options: { attainmentIn: "auto", decimal: "auto" } }]);
    const [question] = asked;
    expect(question?.of === "read" ? question.scenario.roles.map(({ id }) => id) : []).toEqual(["seller", "boss"]);
    // The same scenarios again are no other question.
    readAgain(() => more);
    expect(asked).toHaveLength(1);
    answer({ id: lastId(), of: "actuals", actuals: { ...actualsOf(3), ...refusedAt(5) } });
    expect(results()).toMatchObject({ actuals: { rowsUsed: 3 }, scenario: { roles: [{ id: "seller" }, { id: "boss" }] } });
    // Without the file they are what they were.
    readAgain(() => scenario);
    answer({ id: lastId(), of: "actuals", actuals: taken });
    expect(results()).toMatchObject({ actuals: { rowsUsed: 2 }, scenario: { roles: [{ id: "seller" }] } });
  });

  it("stay as they are where a row that was used would be refused", () => {
    readAgain(() => more);
    answer({ id: lastId(), of: "actuals", actuals: { ...actualsOf(5), ...refusedAt(2) } });
    expect(results()).toMatchObject({ actuals: { rowsUsed: 2 }, scenario: { roles: [{ id: "seller" }] } });
  });

  it("are answered apart from another file that is being read", async () => {
    readAgain(() => more);
    const again = lastId();
    await openResults(new File(["y"], "next.csv"));
    answer({ id: again, of: "actuals", actuals: { ...actualsOf(3), ...refusedAt(5) } });
    expect(importing()).toMatchObject({ fileName: "next.csv", actuals: null });
    expect(results()).toMatchObject({ fileName: "results.csv", actuals: { rowsUsed: 3 } });
  });

  it("let their file go with them", () => {
    ended = 0;
    dropResults();
    expect(ended).toBe(1);
    readAgain(() => more);
    expect(asked).toEqual([]);
  });
});

describe("results of which every row is used", () => {
  it("let their file go at once", () => {
    checkRows(scenario);
    answer({ id: lastId(), of: "actuals", actuals: actualsOf(1) });
    ended = 0;
    takeResults();
    expect(ended).toBe(1);
  });
});
