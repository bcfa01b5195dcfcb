/** docs/plan-statement.md against the code: the points of every rule, the scale, the example. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { sampleScenario } from "../library/index.ts";
import { splitWhole } from "../units/money.ts";
import { basisPoints } from "../units/basis-points.ts";
import { SIMPLICITY_POINTS, planStatement, simplicity, statementText } from "./index.ts";

const page = readFileSync(new URL("../../../docs/plan-statement.md", import.meta.url), "utf8");

/** The cells of the table below a line. */
function table(head: string): readonly (readonly string[])[] {
  const lines = page.split("\n");
  const start = lines.indexOf(head) + 2;
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith("|"));
  return lines.slice(start, end).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
}

describe("the page on the plan in words", () => {
  it("gives every rule of simplicity its points, in the order of the code", () => {
    expect(table("| Counted | Points |").map(([, points]) => Number(points))).toEqual(Object.values(SIMPLICITY_POINTS));
  });

  it("gives the scale as it is counted", () => {
    const readings = Array.from({ length: 10 }, (_, index) => {
      const weights = splitWhole(10_000, Array.from({ length: index + 1 }, () => 1));
      const role = plainRole({ kpis: weights.map((weight, at) => plainKpi({ id: `kpi-${at}`, weight: basisPoints(weight) })) });
      return simplicity(role, plainScenario());
    });
    const rows = table("| Points | In words |").map(([range = "", words]) => {
      const [from, to] = range.split(/ to | and /u).map(Number);
      return { from: from ?? NaN, to: Number.isNaN(to) ? Infinity : (to ?? NaN), words };
    });
    expect(rows).toHaveLength(3);
    for (const { points, scale } of readings) expect(rows.find((row) => points >= row.from && points <= row.to)?.words).toBe(scale);
  });

  it("has every section in the order of a statement", () => {
    const scenario = sampleScenario();
    const titles = planStatement(scenario.roles[0]!, scenario).sections.filter((section) => !section.id.startsWith("kpi/")).map((section) => section.title);
    const named = table("| Section | Says |").map(([section = ""]) => section);
    expect(named.filter((title) => titles.includes(title))).toEqual(titles);
  });

  it("shows the sample’s statement as it is", () => {
    const scenario = sampleScenario();
    const [, example = ""] = /```text\n([\s\S]*?)```/u.exec(page) ?? [];
    expect(example).toBe(statementText(planStatement(scenario.roles.find((role) => role.id === "cam")!, scenario)));
  });
});
