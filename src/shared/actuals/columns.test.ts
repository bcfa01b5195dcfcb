/** What stands in the columns: which one is which, numbers, periods. */
import { describe, expect, it } from "vitest";
import { readResults } from "../../../tests/helpers/results-plan.ts";
import { mappingProblems, rememberColumns, suggestColumns } from "./columns.ts";
import { decimalSignOf, numberOf } from "./numbers.ts";
import { dateOrderOf, periodOf } from "./periods.ts";

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
    expect(readResults("Person;Role;KPI;Actual;Target\nA;PSM;Deals;1.200;950\n").undecided).toBe("1.200");
    expect(readResults("Person;Role;KPI;Actual;Target\nA;PSM;Deals;1.200;950\n", { decimal: "," })).toMatchObject({ undecided: null, people: [{ attained: { deals: [1.2631578947] } }] });
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
    expect(readResults("Person,Role,KPI,Period,Attainment\nA,PSM,Deals,01/02/2026,1\n").problems).toEqual([{ line: 2, column: "Period", message: "“01/02/2026” may have the day or the month first, and the column does not tell: 2026-03-31 is clear.", value: "01/02/2026" }]);
  });

  it("of a fiscal year are told apart", () => {
    expect(readResults("Person,Role,KPI,Period,Attainment\nA,PSM,Deals,FY26 Q1,1\nA,PSM,Deals,FY26 Q2,2\n")).toMatchObject({ problems: [], periods: 4, rowsUsed: 2 });
  });
});
