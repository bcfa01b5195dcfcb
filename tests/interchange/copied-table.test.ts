/** Tables as Paymix copies them, opened by LibreOffice: figures are numbers, names are text, and nothing is a formula. */
import { strFromU8 } from "fflate";
import { describe, expect, it, type TestContext } from "vitest";
import { compileCurve, curveLine } from "#shared/engine/index.ts";
import { curveHandles } from "#shared/editing/index.ts";
import { tableText, type ChartTable } from "../../src/renderer/charts/series/chart-table.ts";
import { costTable } from "../../src/renderer/charts/series/cost-table.ts";
import { payoutTable } from "../../src/renderer/charts/series/payout-table.ts";
import { HOSTILE } from "../helpers/hostile-names.ts";
import { points } from "../helpers/plain-plan.ts";
import { convert, OFFICE_TIME } from "./libreoffice.ts";

/** A number has a value; what is text or a formula says so. */
type Cell = { readonly text: string; readonly number: number | null; readonly isFormula: boolean };

/** The filled cells of the first sheet, row by row. */
function cellsOf(sheet: string): readonly (readonly Cell[])[] {
  const rows = /<table:table [\s\S]*?<\/table:table>/.exec(sheet)?.[0].match(/<table:table-row[ >][\s\S]*?<\/table:table-row>/g) ?? [];
  return rows.map((row) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].map(([, attributes = "", content = ""]) => {
      const value = /office:value="([^"]*)"/.exec(attributes)?.[1];
      return { text: plain(/<text:p>([\s\S]*?)<\/text:p>/.exec(content)?.[1] ?? ""), number: value === undefined ? null : Number(value), isFormula: attributes.includes("table:formula") };
    }));
}

function plain(xml: string): string {
  return xml.replace(/<text:s[^>]*\/>/g, " ").replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&apos;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

async function pasted(test: TestContext, tables: Readonly<Record<string, ChartTable>>): Promise<ReadonlyMap<string, readonly (readonly Cell[])[]>> {
  const texts = Object.fromEntries(Object.entries(tables).map(([name, table]) => [`${name}.csv`, tableText(table)]));
  const written = await convert(test, texts, "fods", { delimiter: "\t", language: "en-US" });
  return new Map([...written].map(([name, bytes]) => [name, cellsOf(strFromU8(bytes))]));
}

/** Beside the names of the other tests, those that only a reader of tables takes apart. */
const NAMES = [...HOSTILE.filter((name) => name.length < 1_000 && !name.includes("\u0000")), "=1+1", "+1+1", "-1+1", '=DDE("soffice";"x";"y")', " =1+1", "a\t=1+1", "a\n=1+1", "{=1+1}", "a \"=1+1\""];

const CURVE = points([[0.5, 0.25], [1, 1], [1.5, 2.75]]);

const TABLES = {
  names: {
    caption: "", footer: "=2+2", notes: ["=3+3", "+4+4"],
    columns: [{ title: "=5+5", kind: "text" }, { title: "Pays", kind: "figure" }],
    rows: NAMES.map((name, index) => [name, `$${index + 1},234`]),
  },
  cost: costTable([{ attainment: 0.5, base: 100_040_000, burden: 20_040_000, incentive: 40_000 }, { attainment: 1.5, base: 1_100_040_000, burden: 30_040_000, incentive: 50_040_000 }], 100_000_000, "USD"),
  payout: payoutTable({ compiled: compileCurve(CURVE), line: curveLine(compileCurve(CURVE), 0.4, 1.6), handles: curveHandles(CURVE), whatIf: [], excellence: null, roleLine: null, savedLine: null, linkedLines: [], faults: null, currency: "USD", spread: null }),
} satisfies Record<string, ChartTable>;

/** What a figure says: "$1,234" is 1234, "+301" is 301, "97.5%" is 0.975. */
function meant(figure: string): number {
  const number = Number(figure.replace(/[$,%+]/g, ""));
  return figure.endsWith("%") ? number / 100 : number;
}

describe("a table that Paymix copied, in LibreOffice", { timeout: OFFICE_TIME }, () => {
  it("has its figures as numbers and its words as text, and no formula", async (test) => {
    const sheets = await pasted(test, TABLES);
    expect([...sheets.keys()]).toEqual(Object.keys(TABLES));
    for (const [name, table] of Object.entries<ChartTable>(TABLES)) {
      const cells = sheets.get(name) ?? [];
      expect(cells.flat().filter(({ isFormula }) => isFormula), name).toEqual([]);
      const body = cells.slice(1, table.rows.length + 1);
      expect(body.length, name).toBe(table.rows.length);
      for (const [row, texts] of table.rows.entries()) {
        for (const [column, text] of texts.entries()) {
          if (table.columns[column]?.kind === "figure") expect(body[row]?.[column]?.number, `${name}: ${text}`).toBeCloseTo(meant(text), 12);
        }
      }
    }
    for (const [row, cells] of (sheets.get("names") ?? []).entries()) expect(cells[0]?.number ?? null, `row ${row}: ${cells[0]?.text ?? ""}`).toBeNull();
  });
});
