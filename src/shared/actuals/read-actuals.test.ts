import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole } from "../../../tests/helpers/plain-plan.ts";
import { RESULTS_PLAN, readResults } from "../../../tests/helpers/results-plan.ts";
import { basisPoints } from "../units/basis-points.ts";
import { allProblems } from "./all-problems.ts";
import { backTest } from "./back-test.ts";
import { suggestColumns } from "./columns.ts";
import { readCsv } from "./csv.ts";
import { readActuals, type Actuals } from "./read-actuals.ts";
import { tableOf } from "./table.ts";

describe("readActuals", () => {
  it("finds roles by id, title and initials, KPIs by id and name, and takes actual against target by direction", () => {
    const actuals = readResults("Person,Role,KPI,Attainment,Actual,Target\nAda,cam,sourced,110%,,\nAda,CAM,churn,,4,5\nBo,channel account manager,Sourced Revenue,0.9,,\nBo,CAM,Churn,,10,5\n");
    expect(actuals).toMatchObject({
      problems: [], rowsRead: 4, rowsUsed: 4, periods: 1, incomplete: [],
      people: [{ person: "Ada", roleId: "cam", attained: { sourced: [1.1], churn: [1.25] } }, { person: "Bo", roleId: "cam", attained: { sourced: [0.9], churn: [0.5] } }],
    });
  });

  it("takes bare numbers as percents where most of the column can be nothing else", () => {
    expect(readResults("Person,Role,KPI,Attainment\nA,PSM,Deals,97\nB,PSM,Deals,104\nC,PSM,Deals,3\n").people.map(({ attained }) => attained["deals"])).toEqual([[0.97], [1.04], [0.03]]);
    expect(readResults("Person,Role,KPI,Attainment\nA,PSM,Deals,0.97\nB,PSM,Deals,7\nC,PSM,Deals,1\n").people.map(({ attained }) => attained["deals"])).toEqual([[0.97], [7], [1]]);
    expect(readResults("Person,Role,KPI,Attainment\nA,PSM,Deals,0.97\n", { attainmentIn: "percent" }).people[0]?.attained).toEqual({ deals: [0.0097] });
  });

  it("tells of every bad row its line, its column and what is wrong, and uses the others", () => {
    const actuals = readResults("Person,Role,KPI,Period,Attainment,Actual,Target\n,PSM,Deals,Q1,1,,\nA,Boss,Deals,Q1,1,,\nA,PSM,Calls,Q1,1,,\nA,PSM,Deals,Q9,1,,\nA,PSM,Deals,Q1,much,,\nA,PSM,Deals,Q1,,5,-1\nA,PSM,Deals,Q1,0.9,,\nA,PSM,Deals,Q1,0.8,,\nA,PSM,Deals,Q2,,,\n");
    expect(actuals.problems.map(({ line, column }) => [line, column])).toEqual([[2, "Person"], [3, "Role"], [4, "KPI"], [5, "Period"], [6, "Attainment"], [7, "Target"], [9, null], [10, "Actual"]]);
    expect(actuals.problems.map(({ value }) => value)).toEqual(["", "Boss", "Calls", "Q9", "much", "-1", "A", ""]);
    expect(actuals.problems.at(-2)?.message).toBe("A has this KPI and period already in an earlier line.");
    expect(actuals.people).toEqual([{ person: "A", roleId: "psm", attained: { deals: [0.9, Number.NaN, Number.NaN, Number.NaN] } }]);
    expect(actuals).toMatchObject({ rowsRead: 9, rowsUsed: 1, periods: 4 });
  });

  it("takes a target of 0 as the engine does", () => {
    const actuals = readResults("Person,Role,KPI,Actual,Target\nA,PSM,Deals,0,0\nB,PSM,Deals,5,0\nC,CAM,churn,0,0\nC,CAM,sourced,1,1\nD,CAM,churn,3,0\nD,CAM,sourced,1,1\n");
    expect(actuals.problems).toEqual([]);
    expect(actuals.people.map(({ attained }) => (attained["deals"] ?? attained["churn"])?.[0])).toEqual([1, 100, 1, 0]);
  });

  it("refuses a name that several roles or KPIs have, not an id", () => {
    const twice = { ...RESULTS_PLAN, roles: ["one", "two"].map((id) => plainRole({ id, title: "PSM", kpis: [plainKpi({ id: "a", name: "Deals", weight: basisPoints(5_000) }), plainKpi({ id: "b", name: "deals", weight: basisPoints(5_000) })] })) };
    const { headers, rows } = readCsv("Person,Role,KPI,Attainment\nA,PSM,a,1\nA,two,Deals,1\nA,two,a,1\nA,two,b,1\n");
    const actuals = readActuals(twice, headers, rows, suggestColumns(headers));
    expect(actuals.problems).toEqual([
      { line: 2, column: "Role", message: "Several roles are called “PSM”: the id of the role tells them apart.", value: "PSM" },
      { line: 3, column: "KPI", message: "Several KPIs of PSM are called “Deals”: the id of the KPI tells them apart.", value: "Deals" },
    ]);
    expect(actuals.people.map(({ roleId }) => roleId)).toEqual(["two"]);
  });

  it("leaves out who lacks a KPI that carries weight, by name", () => {
    expect(readResults("Person,Role,KPI,Attainment\nAda,CAM,sourced,1.1\n")).toMatchObject({ incomplete: [{ person: "Ada", role: "Channel Account Manager", missing: ["Churn"] }], rowsRead: 1, rowsUsed: 0 });
  });

  it("keeps the part of the year of a role that somebody is left out of: another role is not paid for it, and says so", () => {
    const text = "Person,Role,KPI,Period,Attainment\nAnn,PSM,Deals,H1,100%\nAnn,CAM,sourced,H2,100%\n";
    const actuals = readResults(text);
    expect(actuals).toMatchObject({ people: [{ person: "Ann", roleId: "psm", presence: [1, 0] }], incomplete: [{ role: "Channel Account Manager", missing: ["Churn"], paidAs: ["Partner Sales Manager"] }], rowsUsed: 1, inSeveralRoles: 0 });
    expect(allProblems({ problems: [] }, actuals)).toEqual([{ line: 3, column: null, message: "Ann is left out as Channel Account Manager with one row: no result for Churn. The rest of the year is paid, as Partner Sales Manager; this part of it is not.", value: "Ann" }]);
    // With the missing result nothing changes for the other role.
    const whole = readResults(`${text}Ann,CAM,churn,H2,100%\n`);
    const pay = (of: Actuals): number | undefined => backTest(RESULTS_PLAN, of.people, of.periods).people.find(({ roleId }) => roleId === "psm")?.pay;
    expect(pay(actuals)).toBe(pay(whole));
    expect(pay(actuals)).toBe((backTest(RESULTS_PLAN, [{ person: "Ann", roleId: "psm", attained: { deals: [1] } }], 1).people[0]?.pay ?? 0) / 2);
    const [lead] = RESULTS_PLAN.roles;
    const neither = { ...RESULTS_PLAN, roles: lead === undefined ? [] : [lead, { ...lead, id: "lead", title: "Lead" }] };
    const { headers, rows } = readCsv("Person,Role,KPI,Period,Attainment\nAnn,cam,sourced,H1,100%\nAnn,lead,sourced,H2,100%\n");
    expect(readActuals(neither, headers, rows, suggestColumns(headers))).toMatchObject({ people: [], inSeveralRoles: 0, incomplete: [{ paidAs: [] }, { paidAs: [] }] });
  });

  it("knows quarters and months by the largest number, and one person in two roles as two", () => {
    expect(readResults("Person,Role,KPI,Period,Attainment\nA,PSM,Deals,1,1\nA,PSM,Deals,4,1.2\n").periods).toBe(4);
    expect(readResults("Person,Role,KPI,Period,Attainment\nA,PSM,Deals,1,1\nA,PSM,Deals,11,1.2\n").periods).toBe(12);
    expect(readResults("Person,Role,KPI,Attainment\nA,PSM,Deals,1\nA,CAM,sourced,1\nA,CAM,churn,1\n").people.map(({ roleId }) => roleId)).toEqual(["psm", "cam"]);
  });

  it("keeps the targets of results as weights of their periods, where every result of a KPI has one", () => {
    const quarters = "Person,Role,KPI,Period,Attainment,Actual,Target\nA,PSM,Deals,Q1,,50,100\nA,PSM,Deals,H2,,450,300\nB,PSM,Deals,Q1,,50,100\nB,PSM,Deals,Q2,90%,,\n";
    const [a, b] = readResults(quarters).people;
    expect(a).toMatchObject({ attained: { deals: [0.5, Number.NaN, 1.5, 1.5] }, targets: { deals: [100, Number.NaN, 150, 150] } });
    expect(b).not.toHaveProperty("targets");
  });

  it("finds the share of each period in every role of a person with several: of two in one period half each, without results as before", () => {
    const rows = [["PSM", "Deals", "Q1"], ["PSM", "Deals", "Q2"], ["CAM", "sourced", "Q2"], ["CAM", "churn", "Q2"], ["CAM", "sourced", "Q4"]].map(([role, kpi, period]) => `A,${role},${kpi},${period},1`);
    const actuals = readResults(`Person,Role,KPI,Period,Attainment\n${rows.join("\n")}\nB,PSM,Deals,Q1,1\n`);
    expect(actuals.people.map(({ person, roleId, presence }) => [person, roleId, presence])).toEqual([["A", "psm", [1, 0.5, 0.5, 0]], ["A", "cam", [0, 0.5, 0.5, 1]], ["B", "psm", undefined]]);
    expect(actuals.inSeveralRoles).toBe(1);
  });

  it("reads roles and KPIs as other scenarios call them", () => {
    const of = { roles: [{ id: "cam", title: "Manager", alsoCalled: ["hunter", "Hunter"], kpis: [{ id: "sourced", name: "Sourced", weight: basisPoints(10_000), direction: "higher" as const, alsoCalled: ["New deals"] }] }] };
    const { headers, rows } = readCsv("Person,Role,KPI,Attainment\nA,hunter,new deals,1\nB,Manager,Sourced,1\n");
    expect(readActuals(of, headers, rows, suggestColumns(headers)).people.map(({ roleId, attained }) => [roleId, attained])).toEqual([["cam", { sourced: [1] }], ["cam", { sourced: [1] }]]);
  });

  it("reads cells of a sheet: numbers, dates, empty ones", () => {
    const table = tableOf([["Person", "Role", "KPI", "Month", "Attainment"], ["A", "PSM", "Deals", new Date(Date.UTC(2026, 1, 1)), 0.9], [null, null, null, null, null], ["A", "PSM", "Deals", new Date(Date.UTC(2026, 2, 1)), 1.1]].map((cells, index) => ({ line: index + 1, cells })));
    expect(readActuals(RESULTS_PLAN, table.headers, table.rows, suggestColumns(table.headers)).people[0]?.attained["deals"]?.slice(0, 4)).toEqual([Number.NaN, 0.9, 1.1, Number.NaN]);
  });

  it("keeps every problem with its line", () => {
    const { problems } = readResults(`Person,Role,KPI,Attainment\n${"A,Boss,Deals,1\n".repeat(1_500)}`);
    expect(problems.map(({ line }) => line)).toEqual(Array.from({ length: 1_500 }, (_, index) => index + 2));
    expect(problems.at(-1)).toEqual({ line: 1_501, column: "Role", message: "“Boss” is no role of the compared scenarios.", value: "Boss" });
  });

  it("says how far it is in small steps: before the first row, row by row, and person by person", () => {
    const { headers, rows } = readCsv(`Person,Role,KPI,Period,Attainment\n${Array.from({ length: 4_000 }, (_, index) => `Person ${index >> 2},PSM,Deals,Q${(index & 3) + 1},97%`).join("\n")}\n`);
    const shares: number[] = [];
    readActuals(RESULTS_PLAN, headers, rows, suggestColumns(headers), { onProgress: (share) => shares.push(share) });
    const steps = shares.slice(1).map((share, index) => share - (shares[index] ?? 0));
    expect(shares[0]).toBe(0);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...steps)).toBeLessThan(0.05);
    expect(shares.at(-1)).toBeGreaterThan(0.95);
    expect(shares.filter((share) => share < 0.25).length).toBeGreaterThan(10);
    expect(shares.filter((share) => share > 0.7).length).toBeGreaterThan(10);
  });

  // How long it may take is a matter of the bench, not of the machine the tests run on.
  it("reads 100,000 rows", { timeout: 0 }, () => {
    const lines = Array.from({ length: 25_000 }, (_, person) => [1, 2, 3, 4].map((quarter) => `Person ${person},PSM,Deals,Q${quarter},${(person % 150) + 30}%`).join("\n"));
    const actuals = readResults(`Person,Role,KPI,Period,Attainment\n${lines.join("\n")}\n`);
    expect(actuals).toMatchObject({ rowsRead: 100_000, rowsUsed: 100_000, problems: [], periods: 4 });
    expect(actuals.people).toHaveLength(25_000);
  });

  it("finds again what was written, however it is quoted and delimited", () => {
    const name = fc.string({ minLength: 1, maxLength: 8 }).map((text) => `n${text.replace(/\p{C}/gu, " ").trim()}`);
    const people = fc.uniqueArray(name, { minLength: 1, maxLength: 12, selector: (each) => each.toLowerCase() });
    fc.assert(fc.property(people, fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 12, maxLength: 12 }), fc.constantFrom(",", ";", "\t"), fc.constantFrom("\n", "\r\n"), fc.boolean(), (names, values, delimiter, end, always) => {
      const cell = (text: string): string => (always || /["\n\r;,\t]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text);
      const lines = names.map((each, index) => [each, "PSM", "Deals", `${((values[index] ?? 0) / 100).toFixed(2)}%`].map(cell).join(delimiter));
      const actuals = readResults([["Person", "Role", "KPI", "Attainment"].join(delimiter), ...lines].join(end));
      expect(actuals.people.map(({ person, attained }) => [person, attained["deals"]?.[0]])).toEqual(names.map((each, index) => [each, Number(((values[index] ?? 0) / 100).toFixed(2)) / 100]));
    }));
  });
});
