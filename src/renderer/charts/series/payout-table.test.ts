import { describe, expect, it } from "vitest";
import { curveHandles } from "#shared/editing/index.ts";
import { compileCurve, curveLine } from "#shared/engine/index.ts";
import type { Curve } from "#shared/model/scenario.ts";
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
};

describe("payoutTable", () => {
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
    expect(whatIf).toEqual({ name: "What if, Sourced revenue", stops: [{ attainment: 0.85, spoken: "85 percent attainment pays 70 percent" }] });
  });
});
