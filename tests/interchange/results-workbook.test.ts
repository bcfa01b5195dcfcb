/** Results of last year in workbooks that LibreOffice wrote from a text: the same table and the same people as from the text. */
import { strFromU8, unzipSync } from "fflate";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, type TestContext } from "vitest";
import type { CompareAnswer } from "../../src/main/cli/compare-answer.ts";
import { cellText, readActuals, readTable, suggestColumns, type Actuals, type Table } from "#shared/actuals/index.ts";
import { basisPoints } from "#shared/units/basis-points.ts";
import { commandFolder } from "../helpers/command-line.ts";
import { plainKpi, plainRole, plainScenario } from "../helpers/plain-plan.ts";
import { workbook } from "../helpers/workbook.ts";
import { convert, OFFICE_TIME, type TextReading } from "./libreoffice.ts";

const { folder, paymix } = commandFolder();

const scenario = plainScenario({
  roles: [
    plainRole({ id: "cam", title: "Channel Account Manager", kpis: [
      plainKpi({ id: "sourced", name: "Sourced revenue", weight: basisPoints(6_000) }),
      plainKpi({ id: "churn", name: "Churn", weight: basisPoints(4_000), direction: "lower", unit: "percent", target: 5 }),
    ] }),
    plainRole({ id: "psm", title: "Partner Sales Manager", kpis: [plainKpi({ id: "deals", name: "Deals" })] }),
  ],
});

const ENGLISH: TextReading = { delimiter: ",", language: "en-US" };
const GERMAN: TextReading = { delimiter: ";", language: "de-DE" };

/** Attainments with many digits, as a system exports them. */
const MANY = Array.from({ length: 200 }, (_, index) => `Person ${index},PSM,Deals,FY26,${((index * 7_919) % 20_000) / 100}%`);

/** Each text; where it has a formula, what is read in its place. */
const TEXTS: readonly (readonly [name: string, read: TextReading, text: string, formulas: Readonly<Record<string, string>>])[] = [
  ["percents, names in quotes, a formula, an empty and a bad row", ENGLISH, [
    "Person,Role,KPI,Quarter,% of Target",
    '"Lee, Ada",Channel Account Manager,Sourced revenue,Q1,97.5%',
    '"Lee, Ada",CAM,churn,Q1,110 %',
    '"Bo ""the Boss"" Ng",CAM,sourced,Q2,=130/100',
    '"Bo ""the Boss"" Ng",CAM,churn,Q2,0.8',
    "",
    "Zoë Åkesson,Nobody,Deals,Q1,1",
    "Zoë Åkesson,PSM,Deals,Q1,soon",
    "Zoë Åkesson,PSM,Deals,Q1,0.333333333333333",
  ].join("\n"), { "=130/100": "1.3" }],
  ["actuals and targets in money, dates by day and by month", ENGLISH, [
    "Rep name,Role,KPI,Month,Actual,Quota",
    'Ada,PSM,Deals,2026-03-31,"$1,234,567.50","$1,000,000"',
    "Ada,PSM,Deals,2026-04-30,980000.25,1000000",
    "Ada,PSM,Deals,May 2026,=2*450000,1000000",
    "Bo,CAM,Churn,2026-01-31,4.5%,5%",
    "Bo,CAM,Sourced revenue,2026-01-31,-12.5,100",
  ].join("\r\n"), { "=2*450000": "900000" }],
  ["two hundred people", ENGLISH, ["Person,Role,KPI,Year,Attainment", ...MANY].join("\n"), {}],
  ["decimal commas, points between thousands, German dates", GERMAN, [
    "Person;Role;KPI;Date;Actual;Target",
    '"Groß; Jürgen";PSM;Deals;31.03.2026;1.234.567,50;1.000.000',
    "Ada;PSM;Deals;30.06.2026;980000,25;1000000",
    "Ada;PSM;Deals;31.07.2026;=3/2;2",
    "Bo;CAM;Churn;31.01.2026;4,5 %;5 %",
    "Bo;CAM;sourced;31.01.2026;97,25;100",
  ].join("\r\n"), { "=3/2": "1,5" }],
];

function asRead(text: string, formulas: Readonly<Record<string, string>>): string {
  return Object.entries(formulas).reduce((whole, [formula, value]) => whole.replace(formula, value), text);
}

/** A workbook keeps 15 digits of a number. */
const DIGITS = 15;

function peopleOf(table: Table): Actuals {
  const actuals = readActuals(scenario, table.headers, table.rows, suggestColumns(table.headers));
  const kept = (values: readonly number[]): readonly number[] => values.map((value) => Number(value.toPrecision(DIGITS)));
  return { ...actuals, people: actuals.people.map((person) => ({ ...person, attained: Object.fromEntries(Object.entries(person.attained).map(([kpi, values]) => [kpi, kept(values)])) })) };
}

async function workbooks(test: TestContext, read: TextReading): Promise<ReadonlyMap<string, Uint8Array>> {
  return convert(test, Object.fromEntries(TEXTS.flatMap(([, how, text], index) => (how === read ? [[`text${index}.csv`, text]] : []))), "xlsx", read);
}

describe("a workbook that LibreOffice wrote", { timeout: OFFICE_TIME }, () => {
  it.for([ENGLISH, GERMAN])("from text in $language has the table and the people of the text", async (read, test) => {
    const written = await workbooks(test, read);
    for (const [index, [name, how, text, formulas]] of TEXTS.entries()) {
      if (how !== read) continue;
      const bytes = written.get(`text${index}`) ?? new Uint8Array();
      const formulasIn = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array()).match(/<f\b/g) ?? [];
      expect(formulasIn, name).toHaveLength(Object.keys(formulas).length);
      const sheet = readTable("results.xlsx", bytes);
      const csv = readTable("results.csv", new TextEncoder().encode(asRead(text, formulas)));
      expect({ headers: sheet.headers, lines: sheet.rows.map(({ line }) => line), problems: sheet.problems }, name).toEqual({ headers: csv.headers, lines: csv.rows.map(({ line }) => line), problems: [] });
      expect(sheet.rows.map(({ cells }) => cells.slice(0, 3).map(cellText)), name).toEqual(csv.rows.map(({ cells }) => cells.slice(0, 3)));
      const people = peopleOf(sheet);
      expect(people, name).toEqual(peopleOf(csv));
      expect(people.people.length, name).toBeGreaterThan(0);
    }
  });

  it("is a file of results for the command, with the answer and the warnings of the text", async (test) => {
    const kpis = ["sourced", "influenced", "enablement", "Strategic objectives"];
    const rows = Array.from({ length: 40 }, (_, person) => kpis.map((kpi, index) => `"Seller, ${person}",CAM,${kpi},${((person * 1_237 + index * 4_391) % 18_000) / 100}%`)).flat();
    const text = ["Person,Role,KPI,Attainment", ...rows, '"Seller, 0",Boss,sourced,1'].join("\n");
    const written = await convert(test, { "results.csv": text }, "xlsx", ENGLISH);
    await writeFile(join(folder, "results.csv"), text);
    await writeFile(join(folder, "results.xlsx"), written.get("results") ?? "");
    const compared = async (file: string): ReturnType<typeof paymix> => paymix("compare", "plan.paymix", "sharper.paymix", "--actuals", file, "--json");
    const fromText = await compared("results.csv");
    const fromWorkbook = await compared("results.xlsx");
    for (const name of ["results.csv", "results.xlsx"]) await rm(join(folder, name));
    const named = ({ output }: typeof fromText): CompareAnswer => JSON.parse(output) as CompareAnswer;
    expect(named(fromWorkbook)).toEqual({ ...named(fromText), results: { ...named(fromText).results, file: "results.xlsx", sheet: "results" } });
    expect({ ...fromWorkbook, output: "" }).toEqual({ ...fromText, output: "", errors: fromText.errors.replace("results.csv", "results.xlsx") });
    expect(fromText).toMatchObject({ exitCode: 0, errors: "results.csv, line 162, Role: “Boss” is no role of the compared scenarios.\n" });
    expect((JSON.parse(fromText.output) as CompareAnswer).others[0]?.backTest).toMatchObject({ people: 40, withoutRole: 0 });
  });
});

describe("the workbook that tests write themselves", { timeout: OFFICE_TIME }, () => {
  it("is one that LibreOffice reads, and writes again with the same table", async (test) => {
    const own = workbook([["Person", "Role", "KPI", "Month", "Attainment"], ["Ada & <Co>", "PSM", "Deals", new Date(Date.UTC(2026, 1, 15)), 0.9], [], ["Bo, Ng", "PSM", "Deals", null, 1.25]]);
    const written = await convert(test, { "own.xlsx": own }, "xlsx");
    const table = readTable("own.xlsx", own);
    expect(table.rows).toHaveLength(2);
    expect(readTable("own.xlsx", written.get("own") ?? new Uint8Array())).toEqual(table);
  });
});
