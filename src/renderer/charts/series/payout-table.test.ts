import { describe, expect, it } from "vitest";
import { curveHandles } from "#shared/editing/index.ts";
import { compileCurve, curveFaults, curveLine, distributionOf } from "#shared/engine/index.ts";
import type { Curve } from "#shared/model/scenario.ts";
import { roundMoney } from "#shared/units/money.ts";
import { cutsOf, partsOf } from "./attainment-parts.ts";
import { tableText } from "./chart-table.ts";
import { payoutTable, payoutWalk, type PayoutTableSource } from "./payout-table.ts";

const CURVE: Curve = {
  kind: "points", below: "zero", above: "flat", cap: null,
  points: [{ attainment: 0.7, payout: 0.4 }, { attainment: 1, payout: 1 }],
};
const SOURCE: PayoutTableSource = {
  compiled: compileCurve(CURVE),
  line: curveLine(compileCurve(CURVE), 0.6, 1.2),
  handles: curveHandles(CURVE),
  whatIf: [{ name: "Sourced revenue", attainment: 0.85, payout: 0.7 }],
  excellence: null,
  roleLine: [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1 }],
  savedLine: null,
  linkedLines: [],
  faults: null,
  currency: "USD",
  spread: null,
};

describe("payoutTable", () => {
  it("says under the rows where people land", () => {
    const distribution = distributionOf({ shape: "empirical", attainments: [0.6, 0.8, 0.9, 1.2] });
    const table = payoutTable({ ...SOURCE, spread: { distribution, parts: partsOf(distribution, cutsOf(0.7, 1.2)), isDrawn: false } });
    expect(table.footer).toBe("25% of people below threshold, 50% from threshold to target, 0% from target to excellence, 25% at excellence or above");
    expect(tableText(table).split("\n").at(-1)).toBe(table.footer);
    expect(payoutTable(SOURCE).footer).toBeUndefined();
  });

  it("has corners, marks and round attainments, both sides of a jump", () => {
    const { columns, rows } = payoutTable(SOURCE);
    expect(columns.map(({ title }) => title)).toEqual(["Attainment", "Point", "Pays", "Role total"]);
    expect(rows).toEqual(expect.arrayContaining([
      ["60%", "", "0%", "60%"],
      ["70%", "Just below", "0%", ""],
      ["70%", "Threshold", "40%", "70%"],
      ["85%", "Sourced revenue, what if", "70%", "85%"],
      ["100%", "Target", "100%", "100%"],
      ["120%", "", "100%", ""],
    ]));
    expect(new Set(rows.map(([attainment, point]) => `${attainment} ${point}`)).size).toBe(rows.length);
  });
});

describe("further lines and faults", () => {
  const more: PayoutTableSource = {
    ...SOURCE,
    linkedLines: [{ name: "gate missed", line: [{ attainment: 0.6, payout: 0 }, { attainment: 1.2, payout: 0 }] }],
    faults: curveFaults(compileCurve(CURVE), roundMoney(10_000, "USD")),
  };

  it("are columns and notes of the table", () => {
    const { columns, rows, notes } = payoutTable(more);
    expect(columns.at(-1)?.title).toBe("gate missed");
    expect(rows.at(-1)?.at(-1)).toBe("0%");
    expect(notes).toEqual(["+$4,000 at 70%"]);
  });

  it("are walked by keyboard", () => {
    expect(payoutWalk(more).map(({ name }) => name)).toEqual(["Curve", "Role total", "gate missed", "What if, Sourced revenue"]);
  });
});

describe("payoutWalk", () => {
  it("says each corner with its series, x and y", () => {
    const [curve, role, whatIf] = payoutWalk(SOURCE);
    expect(curve).toMatchObject({ name: "Curve" });
    expect(curve?.stops.map(({ spoken }) => spoken)).toEqual([
      "60 percent attainment pays 0 percent",
      "70 percent attainment pays 0 percent",
      "70 percent attainment pays 40 percent",
      "100 percent attainment pays 100 percent",
      "120 percent attainment pays 100 percent",
    ]);
    expect(role?.name).toBe("Role total");
    expect(whatIf).toEqual({ name: "What if, Sourced revenue", figure: "curve", stops: [{ attainment: 0.85, spoken: "85 percent attainment pays 70 percent" }] });
  });
});
