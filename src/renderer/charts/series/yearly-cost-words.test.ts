import { describe, expect, it } from "vitest";
import { roundMinor } from "#shared/units/money.ts";
import { histogram, histogramScale } from "./histogram.ts";
import { expectedText, gapText, markReading, overShareText, shareText, yearlyCostSentence, yearlyCostTable, yearlyCostWalk, type YearlyCost } from "./yearly-cost-words.ts";

const M = 1e8;
const COSTS = Float64Array.from({ length: 1_001 }, (_, index) => 8 * M + index * 2e5);
const MODEL: YearlyCost = {
  costs: COSTS, p10: roundMinor(8.2 * M), p50: roundMinor(9 * M), p90: roundMinor(9.8 * M), expected: roundMinor(9.1 * M),
  costAtAverage: roundMinor(8.9 * M), gap: 0.2 * M, gapCause: "spread", budget: roundMinor(8.8 * M), overBudget: 0.6, currency: "USD", isCoarse: false, isExpectedCoarse: false,
};

function said(model: YearlyCost): string {
  return yearlyCostSentence(model).map((part) => (typeof part === "string" ? part : "strong" in part ? part.strong : part.spare)).join("");
}

describe("yearlyCostSentence", () => {
  it("says how many years end over budget, and what a dear year costs", () => {
    expect(said(MODEL)).toBe("Six years in ten end over budget. One year in ten costs more than $9.80M.");
    expect(said({ ...MODEL, overBudget: 0.1 })).toContain("One year in ten ends over budget.");
  });

  it("says the median without a budget", () => {
    expect(said({ ...MODEL, budget: null, overBudget: null })).toBe("Half of all years cost more than $9.00M. One year in ten costs more than $9.80M.");
  });

  it("marks coarse percentiles", () => {
    expect(said({ ...MODEL, isCoarse: true })).toContain("more than ≈ $9.80M");
  });

  it("does not say what is wrong where there is no spread, or no year", () => {
    const even = { ...MODEL, p10: MODEL.p50, p90: MODEL.p50 };
    expect(said(even)).toBe("Nearly all years cost $9.00M, over budget.");
    expect(said({ ...MODEL, costs: new Float64Array(0) })).toBe("No year has been simulated yet.");
  });
});

describe("shares", () => {
  it.each([[0, "0%"], [0.0002, "0.1%"], [0.004, "0.4%"], [0.6, "60%"], [0.9999, "99.9%"], [1, "100%"]])("writes %d as %s", (share, text) => {
    expect(shareText(share)).toBe(text);
  });

  it("marks a coarse one", () => {
    expect(overShareText(0.6, true)).toBe("≈ 60%");
  });
});

describe("gapText", () => {
  it("says which way the curve bends", () => {
    expect(gapText(MODEL)).toEqual({ amount: "+$0.20M", reason: "because the curve bends up" });
    expect(gapText({ ...MODEL, gap: -0.1 * M })).toEqual({ amount: "\u2212$0.10M", reason: "because the curve bends down" });
  });

  it("says nothing of what is rounding, and names draws beside the spread", () => {
    expect(gapText({ ...MODEL, gap: 0, costAtAverage: roundMinor(MODEL.expected - 5) }).amount).toBe("");
    expect(gapText({ ...MODEL, gapCause: "spread and draws" }).reason).toBe("by spread and draws");
  });
});

describe("yearlyCostTable", () => {
  const scale = histogramScale(COSTS, []);
  const { caption, columns, rows } = yearlyCostTable(MODEL, scale);

  it("has the percentiles, then every bin, and every year in one of them", () => {
    expect(caption).toBe("Yearly cost in thousands of USD, 1,001 simulated years");
    expect(rows.slice(0, 6).map(([name]) => name)).toEqual(["P10", "Budget", "At average attainment", "P50", "Expected", "P90"]);
    expect(rows[0]?.slice(1)).toEqual(["8,200", "", "", "10.1%"]);
    expect(rows.every((cells) => cells.length === columns.length)).toBe(true);
    expect(rows.slice(6).reduce((sum, cells) => sum + Number(cells[2]?.replace(/,/g, "")), 0)).toBe(1_001);
    expect(rows.at(-1)?.at(-1)).toBe("100.0%");
  });

  it("has a row for the years beyond the axis", () => {
    const narrow = { ...scale, from: 8.5 * M, to: 9.5 * M };
    const { rows: cut } = yearlyCostTable(MODEL, narrow);
    expect(cut.map(([name]) => name)).toEqual(expect.arrayContaining(["Less than 8,500", "9,500 or more"]));
    expect(cut.at(-1)?.at(-1)).toBe("100.0%");
  });

  it("writes whole units where bins are finer than a thousand", () => {
    const cheap = Float64Array.from({ length: 1_001 }, (_, index) => 1e6 + index * 1_000);
    expect(yearlyCostTable({ ...MODEL, costs: cheap }, histogramScale(cheap, [])).caption).toContain("Yearly cost in USD");
  });
});

describe("the walk", () => {
  it("leads over the bins, then over the marks", () => {
    const [years, marks] = yearlyCostWalk(MODEL, histogram(COSTS, { from: 8 * M, to: 10 * M, width: M, top: 1 }).bins);
    expect(years?.stops[0]).toEqual({ attainment: 8.5 * M, spoken: "8 million dollars to 9 million dollars, 50 percent of years, 50 percent cost no more" });
    expect(marks?.stops.map(({ spoken }) => spoken)[0]).toBe("P10, 8.2 million dollars");
    expect(markReading(MODEL, 0)).toEqual({ name: "P10", value: "$8.20M" });
    expect(markReading({ ...MODEL, isCoarse: true }, 0)?.value).toBe("≈ $8.20M");
    expect(markReading(MODEL, 99)).toBeNull();
  });

  it("marks an expected cost of the first years, and its gap, beside percentiles of them", () => {
    const model = { ...MODEL, isCoarse: true, isExpectedCoarse: true };
    const marks = (of: typeof model): readonly string[] => [0, 1, 2, 3, 4, 5].map((stop) => markReading(of, stop)).flatMap((each) => (each === null || !each.value.startsWith("≈") ? [] : [each.name]));
    expect(marks(model)).toContain("Expected");
    expect(marks({ ...model, isExpectedCoarse: false })).toEqual(["P10", "P50", "P90"]);
    expect(gapText(model).amount).toBe("≈ +$0.20M");
    expect(expectedText(model)).toMatch(/^≈ \$/);
  });
});
