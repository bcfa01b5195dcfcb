import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import { workbook } from "../../../tests/helpers/workbook.ts";
import { evaluateRole } from "../engine/index.ts";
import type { Scenario } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { allProblems } from "./all-problems.ts";
import { backTest, joined, type BackTest } from "./back-test.ts";
import { mappingProblems, rememberColumns, suggestColumns } from "./columns.ts";
import { decodeCsv, readCsv } from "./csv.ts";
import { decimalSignOf, numberOf } from "./numbers.ts";
import { costOfSame, countPeople, inRole, isBeyond, payChanges } from "./pay-changes.ts";
import { dateOrderOf, periodOf } from "./periods.ts";
import { readActuals, type Actuals } from "./read-actuals.ts";
import { readSheetTable } from "./sheet.ts";
import { tableOf } from "./table.ts";

const scenario: Scenario = plainScenario({
  roles: [
    plainRole({
      id: "cam", title: "Channel Account Manager", onTargetEarnings: 165_000, baseShare: 0.6,
      kpis: [
        plainKpi({ id: "sourced", name: "Sourced revenue", weight: basisPoints(6_000), curve: points([[0.5, 0], [1, 1], [2, 3]]) }),
        plainKpi({ id: "churn", name: "Churn", weight: basisPoints(4_000), direction: "lower", unit: "percent", target: 5 }),
      ],
    }),
    plainRole({ id: "psm", title: "Partner Sales Manager", kpis: [plainKpi({ id: "deals", name: "Deals" })] }),
  ],
  cost: { ...plainScenario().cost, burdenOnBase: 0.2, burdenOnVariable: 0.1, fixedPerHead: 1_000 },
});

function read(text: string, options: Parameters<typeof readActuals>[4] = {}): Actuals {
  const { headers, rows } = readCsv(text);
  return readActuals(scenario, headers, rows, suggestColumns(headers), options);
}

describe("readCsv", () => {
  it.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons", "a;b\r\n1;2\r\n"],
    ["tabs and a byte-order mark", "\uFEFFa\tb\n1\t2"],
    ["carriage returns alone", "a,b\r1,2\r"],
  ])("reads %s", (_, text) => {
    expect(readCsv(text)).toEqual({ headers: ["a", "b"], headerLine: 1, hasTitle: false, rows: [{ line: 2, cells: ["1", "2"] }], problems: [] });
  });

  it("counts lines as an editor does, with line breaks and delimiters in quotes", () => {
    const { rows } = readCsv('name,note\n"Ada, Lee","two\nlines"\n\n"say ""hi""",x\n');
    expect(rows).toEqual([{ line: 2, cells: ["Ada, Lee", "two\nlines"] }, { line: 5, cells: ['say "hi"', "x"] }]);
  });

  it("names rows with broken quotes or too many cells, and reads on", () => {
    const { rows, problems } = readCsv('a,b\n1,2\n"open,3\n4,5\n97,5,3\n6,7,\n');
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(problems).toEqual([
      { line: 3, column: null, message: "A quotation mark in this line is never closed.", value: '"open,3' },
      { line: 5, column: null, message: "This row has 3 cells, that of the headers has 2: a cell with a comma in it stands in quotes.", value: "97,5,3" },
    ]);
  });

  it("says how far it is", () => {
    const shares: number[] = [];
    readCsv(`a,b\n${"1,2\n".repeat(10_000)}`, (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(3);
    expect([...shares].sort((one, other) => one - other)).toEqual(shares);
  });

  it("decodes UTF-8, UTF-16 and what Windows wrote", () => {
    expect(decodeCsv(new TextEncoder().encode("Zoë"))).toBe("Zoë");
    expect(decodeCsv(new Uint8Array([0xff, 0xfe, 0x5a, 0, 0xeb, 0]))).toBe("Zë");
    expect(decodeCsv(new Uint8Array([0x5a, 0xeb]))).toBe("Zë");
  });
});

describe("readSheetTable", () => {
  it("reads the first sheet with its numbers, dates and empty cells, rows as the sheet counts them", async () => {
    const table = await readSheetTable(workbook([["Person", "Role", "KPI", "Month", "Attainment"], ["Ada & Co", "PSM", "Deals", new Date(Date.UTC(2026, 1, 15)), 0.9], [], ["Bo", "PSM", "Deals", null, "97%"]]));
    expect(table).toEqual({
      headers: ["Person", "Role", "KPI", "Month", "Attainment"], headerLine: 1, hasTitle: false, sheets: ["Results"], sheet: "Results",
      rows: [{ line: 2, cells: ["Ada & Co", "PSM", "Deals", new Date(Date.UTC(2026, 1, 15)), 0.9] }, { line: 4, cells: ["Bo", "PSM", "Deals", null, "97%"] }],
      problems: [],
    });
  });

  it("refuses what is no workbook", async () => {
    await expect(readSheetTable(new TextEncoder().encode("Person,Role"))).rejects.toThrow("This file is no Excel workbook");
    await expect(readSheetTable(new Uint8Array())).rejects.toThrow("This file is no Excel workbook");
    await expect(readSheetTable(zipSync({ "a.xml": strToU8("<a/>") }))).rejects.toThrow("This file is no Excel workbook");
  });
});

describe("a title above the headers", () => {
  it.each([
    ["one cell, named headers", "Results of FY25\n\nPerson,Role,KPI,Attainment\nAda,PSM,Deals,97%\n", 3],
    ["a comma in the title", "Results, all regions\nPerson;Role;KPI;Attainment\nAda;PSM;Deals;97%\n", 2],
    ["headers in another language", "Ergebnisse 2025\nStand 31.12.\nWer,Rolle,Kennzahl,Erreicht\nAda,PSM,Deals,97%\nBo,PSM,Deals,90%\n", 3],
    ["a header left empty", "Ergebnisse\nWer,,Kennzahl,Erreicht\nAda,PSM,Deals,97%\nBo,PSM,Deals,90%\n", 2],
  ])("is not read: %s", (_, text, headerLine) => {
    const table = readCsv(text);
    expect(table).toMatchObject({ headerLine, hasTitle: true, problems: [] });
    expect(table.headers).toHaveLength(4);
    expect(table.rows[0]).toEqual({ line: headerLine + 1, cells: ["Ada", "PSM", "Deals", "97%"] });
  });

  it("is none where the first row has the headers, whatever they are called", () => {
    expect(readCsv("a,b,c\nAda,PSM,Deals\nBo,PSM,Deals\n")).toMatchObject({ headers: ["a", "b", "c"], headerLine: 1, hasTitle: false });
    expect(readCsv("Person,Role,KPI,2025\nAda,PSM,Deals,\nBo,PSM,Deals,90%\n")).toMatchObject({ headers: ["Person", "Role", "KPI", "2025"], headerLine: 1 });
    expect(readCsv("x,1\ny,2\n")).toMatchObject({ headers: ["x", "1"], rows: [{ line: 2 }] });
  });
});

describe("sheets of a workbook", () => {
  const head = ["Person", "Role", "KPI", "Attainment"];
  const book = workbook({ Empty: [], "Q1 & Q2": [["Results of FY25"], head, ["Ada", "PSM", "Deals", 0.9]], Late: [head, ["Bo", "PSM", "Deals", 1.1], ["Cy", "PSM", "Deals", 1.2]] });

  it("are the ones with something in them; the first is read, or the one that is asked for", async () => {
    expect(await readSheetTable(book)).toMatchObject({ sheets: ["Q1 & Q2", "Late"], sheet: "Q1 & Q2", headerLine: 2, hasTitle: true, rows: [{ line: 3 }] });
    expect(await readSheetTable(book, "Late")).toMatchObject({ sheets: ["Q1 & Q2", "Late"], sheet: "Late", headerLine: 1, rows: [{ line: 2 }, { line: 3 }] });
    await expect(readSheetTable(book, "Empty")).rejects.toThrow("There is no sheet “Empty” with rows in it; there is “Q1 & Q2”, “Late”.");
  });

  it("say how far they are, while they are read", async () => {
    const shares: number[] = [];
    await readSheetTable(workbook([head, ...Array.from({ length: 12_000 }, (_, index) => [`P${index}`, "PSM", "Deals", index / 10_000])]), undefined, (share) => shares.push(share));
    expect(shares).toHaveLength(7);
    expect([...shares].sort((one, other) => one - other)).toEqual(shares);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    expect(shares.at(-1)).toBeGreaterThan(0.9);
  });
});

describe("columns", () => {
  it.each([
    [["Employee", "Job Title", "Metric", "Quarter", "% of Target"], { person: 0, role: 1, kpi: 2, period: 3, attainment: 4, actual: null, target: null }],
    [["Rep name", "Role", "KPI", "Month", "Actual", "Quota"], { person: 0, role: 1, kpi: 2, period: 3, attainment: null, actual: 4, target: 5 }],
    [["x", "y"], { person: null, role: null, kpi: null, period: null, attainment: null, actual: null, target: null }],
  ])("are found in %j", (headers, mapping) => {
    expect(suggestColumns(headers)).toEqual(mapping);
  });

  it("are the ones of last time where they are there again", () => {
    const headers = ["Wer", "Rolle", "Kennzahl", "Wert"];
    const chosen = { ...suggestColumns(headers), person: 0, role: 1, kpi: 2, attainment: 3 };
    expect(suggestColumns(["Wert", "Wer", "Rolle", "Kennzahl"], rememberColumns(headers, chosen))).toMatchObject({ person: 1, role: 2, kpi: 3, attainment: 0 });
  });

  it("that were chosen as not in the file stay out of a file with the same others, and of no other", () => {
    const headers = ["Person", "Role", "KPI", "Date", "Attainment"];
    const remembered = rememberColumns(headers, { ...suggestColumns(headers), period: null });
    expect(remembered).toEqual({ person: "Person", role: "Role", kpi: "KPI", period: "", attainment: "Attainment" });
    expect(suggestColumns(headers, remembered)).toMatchObject({ period: null, attainment: 4 });
    expect(suggestColumns(["Employee", "Role", "KPI", "Date", "Attainment"], remembered)).toMatchObject({ person: 0, period: 3 });
    expect(rememberColumns(["Person", "", "KPI"], { ...suggestColumns(["Person", "", "KPI"]), role: 1 })).toEqual({ person: "Person", kpi: "KPI" });
  });

  it("say what is missing", () => {
    expect(mappingProblems(suggestColumns(["Person", "Role", "Actual"]))).toEqual(["Choose the column with the KPI.", "Choose the column with the attainment, or those with the actual and the target."]);
    expect(mappingProblems(suggestColumns(["Person", "Role", "KPI", "Actual", "Target"]))).toEqual([]);
  });
});

describe("numbers", () => {
  it.each([
    [["1.234,5"], ","], [["1,234.5"], "."], [["0,97"], ","], [["97,5 %"], ","], [["0.123"], "."], [["1,234"], "."], [["1.234.567"], ","], [["1,234,567"], "."],
  ] as const)("%j have the decimal sign %s", (cells, sign) => {
    expect(decimalSignOf(cells, ".").sign).toBe(sign);
  });

  it.each([
    ["1,234.5", ".", 1234.5, false], ["1.234,5", ",", 1234.5, false], ["97 %", ".", 0.97, true], ["97,5%", ",", 0.975, true], ["$1,200", ".", 1200, false],
    ["1'234.5", ".", 1234.5, false], ["-5", ".", -5, false], ["−5", ".", -5, false], [12.5, ".", 12.5, false], [".5", ".", 0.5, false],
  ] as const)("%j with %s is %d", (cell, sign, value, isPercent) => {
    expect(numberOf(cell, sign)).toEqual({ value, isPercent });
  });

  it("are left open where no cell, or cells on both sides, tell the decimal sign", () => {
    expect(["1.200", "1,050"].map((cell) => decimalSignOf(["950", cell], ".").undecided)).toEqual(["1.200", "1,050"]);
    expect(decimalSignOf(["1.200", "0,5", "0.5"], ".").undecided).toBe("1.200");
    expect(decimalSignOf(["1.200", ...Array.from({ length: 30_000 }, () => "1.000"), "0,5"], ".")).toEqual({ sign: ",", undecided: null });
    expect(decimalSignOf(["97", "104"], ".").undecided).toBeNull();
    expect(read("Person;Role;KPI;Actual;Target\nA;PSM;Deals;1.200;950\n").undecided).toBe("1.200");
    expect(read("Person;Role;KPI;Actual;Target\nA;PSM;Deals;1.200;950\n", { decimal: "," })).toMatchObject({ undecided: null, people: [{ attained: { deals: [1.2631578947] } }] });
  });

  it.each(["", "abc", "1,23", "1.2.3", "12a", "NaN", "1e400", "--1", "1,2345"])("%j is none with a point", (cell) => {
    expect(numberOf(cell, ".")).toBeNull();
  });
});

describe("periods", () => {
  it.each([
    ["Q2", 4, 1], ["2026-Q3", 4, 2], ["Q4 2026", 4, 3], ["H1", 2, 0], ["M03", 12, 2], ["2026-03", 12, 2], ["2026-03-31", 12, 2], ["31.3.2026", 12, 2], ["March", 12, 2], ["Sept 2026", 12, 8], ["Jan", 12, 0],
    ["FY26", 1, 0], ["2026", 1, 0], ["FY 2026", 1, 0], ["Full year 2026", 1, 0], ["", 1, 0], ["7", null, 6], [3, null, 2], [new Date(Date.UTC(2026, 10, 30)), 12, 10],
    ["FY26 Q1", 4, 0], ["FY2026-Q3", 4, 2], ["FY26 H2", 2, 1], ["FY26-03", 12, 2], ["2026Q1", 4, 0], ["Q1 FY26", 4, 0], ["Q2FY26", 4, 1], ["1Q26", 4, 0], ["Q3 '26", 4, 2], ["P7", null, 6],
    ["Jan-26", 12, 0], ["26-Feb", 12, 1], ["31 March 2026", 12, 2], ["March 31, 2026", 12, 2], ["202603", 12, 2], [202603, 12, 2], ["20260331", 12, 2],
    ["03/31/2026", 12, 2], ["31/03/26", 12, 2], ["04/04/2026", 12, 3], ["2026-03-31T23:59:59Z", 12, 2], ["2026-03-31 00:00", 12, 2], ["2026-03-31T10:00:00.000+02:00", 12, 2], ["3/31/2026 12:00:00 AM", 12, 2],
  ] as const)("%j", (cell, of, index) => {
    expect(periodOf(cell, null)).toEqual({ of, index });
  });

  it.each(["Q5", "H3", "13", "someday", "2026-13", "Marketing", "Mayor", "FY26 Q5", "FY26 someday", "FY26 Q1 Q2", "2026-02-30", "31/31/2026", "202613", "Q1 2026 2027", "2026-03-31T", "Q"])("%j is none", (cell) => {
    expect(periodOf(cell, null)).toBeNull();
  });

  it("have the day or the month first, as the whole column tells", () => {
    expect(["01/02/2026", "03/31/2026"].map((cell) => periodOf(cell, dateOrderOf(["01/02/2026", "03/31/2026"])))).toEqual([{ of: 12, index: 0 }, { of: 12, index: 2 }]);
    expect(["01.02.2026", "31.03.2026"].map((cell) => periodOf(cell, dateOrderOf(["01.02.2026", "31.03.2026"])))).toEqual([{ of: 12, index: 1 }, { of: 12, index: 2 }]);
    expect(dateOrderOf(["01/02/2026"])).toBeNull();
    expect(dateOrderOf(["13/02/2026", "02/13/2026"])).toBeNull();
    expect(periodOf("01/02/2026", null)).toBe("ambiguous");
    expect(read("Person,Role,KPI,Period,Attainment\nA,PSM,Deals,01/02/2026,1\n").problems).toEqual([{ line: 2, column: "Period", message: "“01/02/2026” may have the day or the month first, and the column does not tell: 2026-03-31 is clear.", value: "01/02/2026" }]);
  });

  it("of a fiscal year are told apart", () => {
    expect(read("Person,Role,KPI,Period,Attainment\nA,PSM,Deals,FY26 Q1,1\nA,PSM,Deals,FY26 Q2,2\n")).toMatchObject({ problems: [], periods: 4, rowsUsed: 2 });
  });
});

describe("readActuals", () => {
  it("finds roles by id, title and initials, KPIs by id and name, and takes actual against target by direction", () => {
    const actuals = read("Person,Role,KPI,Attainment,Actual,Target\nAda,cam,sourced,110%,,\nAda,CAM,churn,,4,5\nBo,channel account manager,Sourced Revenue,0.9,,\nBo,CAM,Churn,,10,5\n");
    expect(actuals).toMatchObject({
      problems: [], rowsRead: 4, rowsUsed: 4, periods: 1, incomplete: [],
      people: [{ person: "Ada", roleId: "cam", attained: { sourced: [1.1], churn: [1.25] } }, { person: "Bo", roleId: "cam", attained: { sourced: [0.9], churn: [0.5] } }],
    });
  });

  it("takes bare numbers as percents where most of the column can be nothing else", () => {
    expect(read("Person,Role,KPI,Attainment\nA,PSM,Deals,97\nB,PSM,Deals,104\nC,PSM,Deals,3\n").people.map(({ attained }) => attained["deals"])).toEqual([[0.97], [1.04], [0.03]]);
    expect(read("Person,Role,KPI,Attainment\nA,PSM,Deals,0.97\nB,PSM,Deals,7\nC,PSM,Deals,1\n").people.map(({ attained }) => attained["deals"])).toEqual([[0.97], [7], [1]]);
    expect(read("Person,Role,KPI,Attainment\nA,PSM,Deals,0.97\n", { attainmentIn: "percent" }).people[0]?.attained).toEqual({ deals: [0.0097] });
  });

  it("tells of every bad row its line, its column and what is wrong, and uses the others", () => {
    const actuals = read("Person,Role,KPI,Period,Attainment,Actual,Target\n,PSM,Deals,Q1,1,,\nA,Boss,Deals,Q1,1,,\nA,PSM,Calls,Q1,1,,\nA,PSM,Deals,Q9,1,,\nA,PSM,Deals,Q1,much,,\nA,PSM,Deals,Q1,,5,-1\nA,PSM,Deals,Q1,0.9,,\nA,PSM,Deals,Q1,0.8,,\nA,PSM,Deals,Q2,,,\n");
    expect(actuals.problems.map(({ line, column }) => [line, column])).toEqual([[2, "Person"], [3, "Role"], [4, "KPI"], [5, "Period"], [6, "Attainment"], [7, "Target"], [9, null], [10, "Actual"]]);
    expect(actuals.problems.map(({ value }) => value)).toEqual(["", "Boss", "Calls", "Q9", "much", "-1", "A", ""]);
    expect(actuals.problems.at(-2)?.message).toBe("A has this KPI and period already in an earlier line.");
    expect(actuals.people).toEqual([{ person: "A", roleId: "psm", attained: { deals: [0.9, Number.NaN, Number.NaN, Number.NaN] } }]);
    expect(actuals).toMatchObject({ rowsRead: 9, rowsUsed: 1, periods: 4 });
  });

  it("takes a target of 0 as the engine does", () => {
    const actuals = read("Person,Role,KPI,Actual,Target\nA,PSM,Deals,0,0\nB,PSM,Deals,5,0\nC,CAM,churn,0,0\nC,CAM,sourced,1,1\nD,CAM,churn,3,0\nD,CAM,sourced,1,1\n");
    expect(actuals.problems).toEqual([]);
    expect(actuals.people.map(({ attained }) => (attained["deals"] ?? attained["churn"])?.[0])).toEqual([1, 100, 1, 0]);
  });

  it("refuses a name that several roles or KPIs have, not an id", () => {
    const twice = { ...scenario, roles: ["one", "two"].map((id) => plainRole({ id, title: "PSM", kpis: [plainKpi({ id: "a", name: "Deals", weight: basisPoints(5_000) }), plainKpi({ id: "b", name: "deals", weight: basisPoints(5_000) })] })) };
    const { headers, rows } = readCsv("Person,Role,KPI,Attainment\nA,PSM,a,1\nA,two,Deals,1\nA,two,a,1\nA,two,b,1\n");
    const actuals = readActuals(twice, headers, rows, suggestColumns(headers));
    expect(actuals.problems).toEqual([
      { line: 2, column: "Role", message: "Several roles are called “PSM”: the id of the role tells them apart.", value: "PSM" },
      { line: 3, column: "KPI", message: "Several KPIs of PSM are called “Deals”: the id of the KPI tells them apart.", value: "Deals" },
    ]);
    expect(actuals.people.map(({ roleId }) => roleId)).toEqual(["two"]);
  });

  it("leaves out who lacks a KPI that carries weight, by name", () => {
    expect(read("Person,Role,KPI,Attainment\nAda,CAM,sourced,1.1\n")).toMatchObject({ incomplete: [{ person: "Ada", role: "Channel Account Manager", missing: ["Churn"] }], rowsRead: 1, rowsUsed: 0 });
  });

  it("keeps the part of the year of a role that somebody is left out of: another role is not paid for it, and says so", () => {
    const text = "Person,Role,KPI,Period,Attainment\nAnn,PSM,Deals,H1,100%\nAnn,CAM,sourced,H2,100%\n";
    const actuals = read(text);
    expect(actuals).toMatchObject({ people: [{ person: "Ann", roleId: "psm", presence: [1, 0] }], incomplete: [{ role: "Channel Account Manager", missing: ["Churn"], paidAs: ["Partner Sales Manager"] }], rowsUsed: 1, inSeveralRoles: 0 });
    expect(allProblems({ problems: [] }, actuals)).toEqual([{ line: 3, column: null, message: "Ann is left out as Channel Account Manager with one row: no result for Churn. The rest of the year is paid, as Partner Sales Manager; this part of it is not.", value: "Ann" }]);
    // With the missing result nothing changes for the other role.
    const whole = read(`${text}Ann,CAM,churn,H2,100%\n`);
    const pay = (of: Actuals): number | undefined => backTest(scenario, of.people, of.periods).people.find(({ roleId }) => roleId === "psm")?.pay;
    expect(pay(actuals)).toBe(pay(whole));
    expect(pay(actuals)).toBe((backTest(scenario, [{ person: "Ann", roleId: "psm", attained: { deals: [1] } }], 1).people[0]?.pay ?? 0) / 2);
    const [lead] = scenario.roles;
    const neither = { ...scenario, roles: lead === undefined ? [] : [lead, { ...lead, id: "lead", title: "Lead" }] };
    const { headers, rows } = readCsv("Person,Role,KPI,Period,Attainment\nAnn,cam,sourced,H1,100%\nAnn,lead,sourced,H2,100%\n");
    expect(readActuals(neither, headers, rows, suggestColumns(headers))).toMatchObject({ people: [], inSeveralRoles: 0, incomplete: [{ paidAs: [] }, { paidAs: [] }] });
  });

  it("knows quarters and months by the largest number, and one person in two roles as two", () => {
    expect(read("Person,Role,KPI,Period,Attainment\nA,PSM,Deals,1,1\nA,PSM,Deals,4,1.2\n").periods).toBe(4);
    expect(read("Person,Role,KPI,Period,Attainment\nA,PSM,Deals,1,1\nA,PSM,Deals,11,1.2\n").periods).toBe(12);
    expect(read("Person,Role,KPI,Attainment\nA,PSM,Deals,1\nA,CAM,sourced,1\nA,CAM,churn,1\n").people.map(({ roleId }) => roleId)).toEqual(["psm", "cam"]);
  });

  it("keeps the targets of results as weights of their periods, where every result of a KPI has one", () => {
    const quarters = "Person,Role,KPI,Period,Attainment,Actual,Target\nA,PSM,Deals,Q1,,50,100\nA,PSM,Deals,H2,,450,300\nB,PSM,Deals,Q1,,50,100\nB,PSM,Deals,Q2,90%,,\n";
    const [a, b] = read(quarters).people;
    expect(a).toMatchObject({ attained: { deals: [0.5, Number.NaN, 1.5, 1.5] }, targets: { deals: [100, Number.NaN, 150, 150] } });
    expect(b).not.toHaveProperty("targets");
  });

  it("finds the share of each period in every role of a person with several: of two in one period half each, without results as before", () => {
    const rows = [["PSM", "Deals", "Q1"], ["PSM", "Deals", "Q2"], ["CAM", "sourced", "Q2"], ["CAM", "churn", "Q2"], ["CAM", "sourced", "Q4"]].map(([role, kpi, period]) => `A,${role},${kpi},${period},1`);
    const actuals = read(`Person,Role,KPI,Period,Attainment\n${rows.join("\n")}\nB,PSM,Deals,Q1,1\n`);
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
    expect(readActuals(scenario, table.headers, table.rows, suggestColumns(table.headers)).people[0]?.attained["deals"]?.slice(0, 4)).toEqual([Number.NaN, 0.9, 1.1, Number.NaN]);
  });

  it("keeps every problem with its line", () => {
    const { problems } = read(`Person,Role,KPI,Attainment\n${"A,Boss,Deals,1\n".repeat(1_500)}`);
    expect(problems.map(({ line }) => line)).toEqual(Array.from({ length: 1_500 }, (_, index) => index + 2));
    expect(problems.at(-1)).toEqual({ line: 1_501, column: "Role", message: "“Boss” is no role of the compared scenarios.", value: "Boss" });
  });

  // How long it may take is a matter of the bench, not of the machine the tests run on.
  it("reads 100,000 rows", { timeout: 0 }, () => {
    const lines = Array.from({ length: 25_000 }, (_, person) => [1, 2, 3, 4].map((quarter) => `Person ${person},PSM,Deals,Q${quarter},${(person % 150) + 30}%`).join("\n"));
    const actuals = read(`Person,Role,KPI,Period,Attainment\n${lines.join("\n")}\n`);
    expect(actuals).toMatchObject({ rowsRead: 100_000, rowsUsed: 100_000, problems: [], periods: 4 });
    expect(actuals.people).toHaveLength(25_000);
  });

  it("finds again what was written, however it is quoted and delimited", () => {
    const name = fc.string({ minLength: 1, maxLength: 8 }).map((text) => `n${text.replace(/\p{C}/gu, " ").trim()}`);
    const people = fc.uniqueArray(name, { minLength: 1, maxLength: 12, selector: (each) => each.toLowerCase() });
    fc.assert(fc.property(people, fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 12, maxLength: 12 }), fc.constantFrom(",", ";", "\t"), fc.constantFrom("\n", "\r\n"), fc.boolean(), (names, values, delimiter, end, always) => {
      const cell = (text: string): string => (always || /["\n\r;,\t]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text);
      const lines = names.map((each, index) => [each, "PSM", "Deals", `${((values[index] ?? 0) / 100).toFixed(2)}%`].map(cell).join(delimiter));
      const actuals = read([["Person", "Role", "KPI", "Attainment"].join(delimiter), ...lines].join(end));
      expect(actuals.people.map(({ person, attained }) => [person, attained["deals"]?.[0]])).toEqual(names.map((each, index) => [each, Number(((values[index] ?? 0) / 100).toFixed(2)) / 100]));
    }));
  });
});

describe("backTest", () => {
  const [role] = scenario.roles;
  if (role === undefined) throw new Error("There is a first role.");
  const person = (attained: Readonly<Record<string, readonly number[]>>) => ({ person: "Ada", roleId: "cam", attained });

  it("pays by annual results as the engine does, with the burden of a seat", () => {
    const { people, total } = backTest(scenario, [person({ sourced: [1.2], churn: [0.9] })], 1);
    const engine = evaluateRole(role, scenario, ({ id }) => (id === "sourced" ? 1.2 : 0.9));
    expect(people).toEqual([{ person: "Ada", roleId: "cam", base: engine.base, incentive: engine.incentive, pay: engine.pay, burden: engine.burden, cost: engine.costPerHead, countsInCost: true }]);
    expect(total.cost).toBe(engine.costPerHead);
  });

  it("averages quarters into a year, and pays a cumulative year the same", () => {
    const quarters = person({ sourced: [0.8, 1, 1.2, 1.4], churn: [1, 1, 1, 1] });
    const year = backTest(scenario, [person({ sourced: [1.1], churn: [1] })], 1).people[0]?.pay;
    expect(backTest(scenario, [quarters], 4).people[0]?.pay).toBe(year);
    expect(backTest({ ...scenario, payments: { frequency: "quarterly", basis: "cumulative", seasonality: "equal" } }, [quarters], 4).people[0]?.pay).toBe(year);
    // Each quarter alone: pay below the threshold is lost, and above target the curve is steeper.
    expect(backTest({ ...scenario, payments: { frequency: "quarterly", basis: "discrete", seasonality: "equal" } }, [person({ sourced: [0.4, 1, 1, 1.6], churn: [1, 1, 1, 1] })], 4).people[0]?.pay).not.toBe(backTest(scenario, [person({ sourced: [1], churn: [1] })], 1).people[0]?.pay);
  });

  it("puts a quarter without a result at the mean of the others", () => {
    expect(backTest(scenario, [person({ sourced: [1, Number.NaN, Number.NaN, 1.4], churn: [1, 1, 1, 1] })], 4).people[0]?.pay).toBe(backTest(scenario, [person({ sourced: [1.2], churn: [1] })], 1).people[0]?.pay);
  });

  const PAYS: Scenario = { ...scenario, payments: { frequency: "half-yearly", basis: "discrete", seasonality: [0.25, 0.75] } };
  const paidAt = (plan: Scenario, halves: readonly number[]): number | undefined => backTest(plan, [person({ sourced: halves, churn: [1, 1] })], 2).people[0]?.pay;

  it("weighs periods by their targets in the file", () => {
    const weighted = { ...person({ sourced: [0.8, 1.2, 1.1, 1.3], churn: [1, 1, 1, 1] }), targets: { sourced: [300, 100, 50, 50] } };
    // (0.8 × 300 + 1.2 × 100) ÷ 400 and (1.1 × 50 + 1.3 × 50) ÷ 100
    expect(backTest(PAYS, [weighted], 4).people[0]?.pay).toBe(paidAt(PAYS, [0.9, 1.2]));
    // (240 + 120 + 55 + 65) ÷ 500
    expect(backTest(scenario, [weighted], 4).people[0]?.pay).toBe(backTest(scenario, [person({ sourced: [0.96], churn: [1] })], 1).people[0]?.pay);
    const gap = { ...person({ sourced: [0.8, Number.NaN, 1.2, Number.NaN], churn: [1, 1, 1, 1] }), targets: { sourced: [300, Number.NaN, 100, Number.NaN] } };
    // A mean of 0.9, which weighs 200, stands in for the second and fourth.
    expect(backTest(PAYS, [gap], 4).people[0]?.pay).toBe(paidAt(PAYS, [(0.8 * 300 + 0.9 * 200) / 500, (1.2 * 100 + 0.9 * 200) / 300]));
  });

  it("weighs periods by the seasons of the plan where the file has no targets", () => {
    // A gap stands at the mean, in which the first half weighs 0.25 and the second 0.75.
    expect(backTest(PAYS, [person({ sourced: [0.8, 0.8, 1.2, Number.NaN], churn: [1, 1, 1, 1] })], 4).people[0]?.pay).toBe(paidAt(PAYS, [0.8, (1.2 + (0.8 * 0.25 + 1.2 * 0.375) / 0.625) / 2]));
    const months = { ...scenario, payments: { frequency: "monthly", basis: "cumulative", seasonality: Array.from({ length: 12 }, (_, month) => (month < 6 ? 0.05 : 0.7 / 6)) } } as const;
    expect(backTest(months, [person({ sourced: [0.8, 1.2], churn: [1, 1] })], 2).people[0]?.pay).toBe(backTest(scenario, [person({ sourced: [0.8 * 0.3 + 1.2 * 0.7], churn: [1] })], 1).people[0]?.pay);
  });

  it("pays somebody who changed role for one year in all: each role for its part", () => {
    const half = (roleId: string, attained: Readonly<Record<string, readonly number[]>>, presence: readonly number[]) => ({ person: "Ada", roleId, attained, presence });
    const rest = Number.NaN;
    const changed = [half("cam", { sourced: [1, rest], churn: [1, rest] }, [1, 0]), half("psm", { deals: [rest, 1] }, [0, 1])];
    const [cam, psm] = backTest(scenario, [person({ sourced: [1], churn: [1] }), { person: "Bo", roleId: "psm", attained: { deals: [1] } }], 1).people;
    const { people, total } = backTest(scenario, changed, 2);
    for (const [part, full] of [[people[0], cam], [people[1], psm]]) {
      expect(part).toMatchObject({ base: (full?.base ?? 0) / 2, incentive: (full?.incentive ?? 0) / 2, burden: (full?.burden ?? 0) / 2 });
    }
    expect(total.cost).toBe(((cam?.cost ?? 0) + (psm?.cost ?? 0)) / 2);
    // The second half has three quarters of the year's target, and half of its base.
    const [early, late] = backTest(PAYS, changed, 2).people;
    expect([early?.incentive, late?.incentive]).toEqual([(cam?.incentive ?? 0) / 4, (psm?.incentive ?? 0) * 0.75]);
    expect([early?.base, late?.base]).toEqual([(cam?.base ?? 0) / 2, (psm?.base ?? 0) / 2]);
    // Only the periods in the role say how somebody stood.
    expect(backTest(scenario, [half("cam", { sourced: [1.4, rest], churn: [1, 1] }, [1, 0])], 2).people[0]?.incentive).toBe((backTest(scenario, [person({ sourced: [1.4], churn: [1] })], 1).people[0]?.incentive ?? 0) / 2);
  });

  it("names people whose role a scenario does not have, and takes a matching", () => {
    const renamed = { ...scenario, roles: [{ ...role, id: "manager", kpis: role.kpis.map((kpi) => ({ ...kpi, id: `${kpi.id}-2` })) }] };
    const ada = person({ sourced: [1.2], churn: [0.9] });
    expect(backTest(renamed, [ada], 1)).toMatchObject({ people: [], withoutRole: [ada], total: { cost: 0 } });
    expect(backTest(renamed, [ada], 1, { roleOf: () => "manager", kpiOf: (_, id) => `${id}-2` }).people).toEqual(backTest(scenario, [ada], 1).people);
  });

  it("names the KPIs that pay and stand at target for lack of results", () => {
    const other = { ...scenario, roles: scenario.roles.map((each) => ({ ...each, kpis: each.kpis.map((kpi) => (kpi.id === "churn" ? { ...kpi, id: "nps", name: "NPS" } : kpi)) })) };
    const people = [person({ sourced: [1.2], churn: [0.5] }), { ...person({ sourced: [1], churn: [0.5] }), person: "Bo" }];
    const halves = people.map((each) => backTest(other, [each], 1));
    expect(backTest(other, people, 1).atTarget).toEqual([{ roleId: "cam", kpiId: "nps", people: 2 }]);
    expect(joined(halves)).toEqual(backTest(other, people, 1));
    expect(backTest(scenario, people, 1).atTarget).toEqual([]);
  });

  it("leaves people of a role that does not count out of the cost, not out of the pay", () => {
    const uncounted = { ...scenario, roles: scenario.roles.map((each) => ({ ...each, countsInCost: false })) };
    expect(backTest(uncounted, [person({ sourced: [1], churn: [1] })], 1)).toMatchObject({ people: [{ person: "Ada" }], total: { cost: 0 } });
  });
});

describe("payChanges", () => {
  const flatter = { ...scenario, roles: scenario.roles.map((each) => ({ ...each, kpis: each.kpis.map((kpi) => (kpi.id === "sourced" ? { ...kpi, curve: points([[0, 0], [1, 1], [2, 2]]) } : kpi)) })) };

  it("counts who gains and loses more than a share, and what keeps everybody whole", () => {
    const people = ["A", "B", "C"].map((name, index) => ({ person: name, roleId: "cam", attained: { sourced: [[1.5], [1], [0.6]][index] ?? [1], churn: [1] } }));
    const changes = payChanges(backTest(scenario, people, 1), backTest(flatter, people, 1), 0.01, 0.1);
    // The steep curve pays 39,600 × 2 at 150% and × 0.2 at 60%; the flat one × 1.5 and × 0.6.
    expect(changes.people.map(({ difference }) => difference)).toEqual([-1_980_000, 0, 1_584_000]);
    expect(changes).toMatchObject({ gain: 1, lose: 1, same: 1, toKeepWhole: 1_980_000, toKeepWholeWithBurden: 2_178_000 });
    expect(changes.people.map((change) => isBeyond(change, 0.5))).toEqual([false, false, false]);
    expect(changes.payBefore).toBe(backTest(scenario, people, 1).people.reduce((sum, { pay }) => sum + pay, 0));
  });

  it("finds no saving in a role that a plan does not have: the same people are compared", () => {
    const people = [{ person: "A", roleId: "cam", attained: { sourced: [1], churn: [1] } }, { person: "B", roleId: "psm", attained: { deals: [1] } }];
    const without = { ...scenario, roles: scenario.roles.filter(({ id }) => id === "cam") };
    const [all, fewer] = [backTest(scenario, people, 1), backTest(without, people, 1)];
    const ofA = all.people[0]?.cost;
    expect(costOfSame([all, fewer])).toEqual({ costs: [ofA, ofA], people: 1 });
    expect(costOfSame([all, all])).toEqual({ costs: [all.total.cost, all.total.cost], people: 2 });
    expect(costOfSame([all, backTest({ ...scenario, roles: [] }, people, 1)])).toEqual({ costs: [0, 0], people: 0 });
    const uncounted = { ...scenario, roles: scenario.roles.map((role) => ({ ...role, countsInCost: role.id === "cam" })) };
    expect(costOfSame([all, backTest(uncounted, people, 1)]).costs).toEqual([all.total.cost, ofA]);
  });

  describe("of somebody with several roles", () => {
    // Half a year each; Ann loses by the flatter curve as CAM what she gains by the dearer OTE as PSM, and a little more.
    const actuals = read("Person,Role,KPI,Period,Attainment\nAnn,CAM,sourced,H1,150%\nAnn,CAM,churn,H1,100%\nann,PSM,Deals,H2,100%\nBo,CAM,sourced,H1,60%\nBo,CAM,churn,H1,100%\n");
    const dearer = { ...flatter, roles: flatter.roles.map((role) => (role.id === "psm" ? { ...role, onTargetEarnings: 130_000 } : role)) };
    const under = (plan: Scenario): BackTest => backTest(plan, actuals.people, actuals.periods);
    const [before, after] = [under(scenario), under(dearer)];

    it("compares all that one person earns: one is neither a gainer and a loser, nor two people", () => {
      const { people, ...changes } = payChanges(before, after, 0.01, 0);
      expect(people.map(({ person, roleIds, difference }) => [person, roleIds, difference])).toEqual([["Ann", ["cam", "psm"], 510_000], ["Bo", ["cam"], 1_584_000]]);
      expect(changes).toMatchObject({ gain: 2, lose: 0, same: 0, toKeepWhole: 0 });
      expect(people[0]?.from).toBe((before.people[0]?.pay ?? 0) + (before.people[1]?.pay ?? 0));
      expect(countPeople(actuals.people)).toBe(2);
      expect(costOfSame([before, after])).toEqual({ costs: [before.total.cost, after.total.cost], people: 2 });
    });

    it("compares in one role alone what is earned in it", () => {
      const inCam = payChanges(inRole(before, "cam"), inRole(after, "cam"), 0.01, 0);
      expect(inCam.people.map(({ person, difference }) => [person, difference])).toEqual([["Ann", -990_000], ["Bo", 1_584_000]]);
      expect(inCam).toMatchObject({ gain: 1, lose: 1, toKeepWhole: 990_000 });
      expect(payChanges(inRole(before, "psm"), inRole(after, "psm"), 0.01, 0).people.map(({ person, difference }) => [person, difference])).toEqual([["Ann", 1_500_000]]);
    });

    it("leaves one out of whom a plan lacks a role, though not from the role that both have", () => {
      const withoutPsm = under({ ...dearer, roles: dearer.roles.filter(({ id }) => id === "cam") });
      const changes = payChanges(before, withoutPsm, 0.01, 0);
      expect(changes.people.map(({ person }) => person)).toEqual(["Bo"]);
      expect(countPeople(withoutPsm.withoutRole)).toBe(1);
      expect(costOfSame([before, withoutPsm])).toMatchObject({ people: 1 });
      expect(payChanges(inRole(before, "cam"), inRole(withoutPsm, "cam"), 0.01, 0).people.map(({ person }) => person)).toEqual(["Ann", "Bo"]);
    });
  });
});
