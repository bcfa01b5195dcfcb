import { describe, expect, it } from "vitest";
import { costTable, costWalk } from "./cost-table.ts";

const COST = [
  { attainment: 0.5, base: 100_040_000, burden: 20_040_000, incentive: 40_000 },
  { attainment: 1.5, base: 100_040_000, burden: 30_040_000, incentive: 50_040_000 },
];

describe("costTable", () => {
  it("gives every tenth attainment in thousands that add up", () => {
    const { caption, columns, rows } = costTable(COST, 150_000_000, "USD");
    expect(caption).toContain("thousands of USD");
    expect(columns.map(({ title }) => title)).toEqual(["Attainment", "Base pay", "Burden", "Incentive", "Total", "Against budget"]);
    expect(rows).toHaveLength(11);
    expect(rows[0]?.[0]).toBe("50%");
    expect(rows.at(-1)?.[0]).toBe("150%");
    for (const [, ...cells] of rows) {
      const [base, burden, incentive, total] = cells.map((cell) => Number(cell.replace(/,/g, "")));
      expect(base! + burden! + incentive!).toBe(total);
    }
    expect(rows[0]?.at(-1)).toBe("\u2212299");
    expect(rows.at(-1)?.at(-1)).toBe("+301");
  });

  it("leaves the budget out where there is none, and is empty without cost", () => {
    expect(costTable(COST, null, "USD").columns).toHaveLength(5);
    expect(costTable([], null, "USD").rows).toEqual([]);
  });
});

describe("costWalk", () => {
  it("says the total against the budget, then the parts", () => {
    const lines = costWalk(COST, 150_000_000, "USD");
    expect(lines.map(({ name }) => name)).toEqual(["Total cost", "Incentive", "Burden", "Base pay"]);
    expect(lines[0]?.stops[0]?.spoken).toBe("50 percent attainment costs 1.2 million dollars");
    expect(lines[0]?.stops[1]?.spoken).toContain("over budget");
  });
});
