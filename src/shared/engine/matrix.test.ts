import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, plainKpi, plainRole, points } from "../../../tests/helpers/plain-plan.ts";
import type { GateOutcome, Link, Matrix, Role } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { evaluateRole } from "./index.ts";

const STEP = 1e-10;
const CONTEXT = { currency: "USD", payments: PLAIN_PAYMENTS, cost: { burdenOnBase: 0, burdenOnVariable: 0, fixedPerHead: 0, budget: null, contributionMargin: null, bookedRevenue: null } };

const table = (changes: Partial<Matrix> = {}): Matrix => ({
  kind: "matrix", measuredBy: ["revenue", "margin"], appliesTo: ["pay"], between: "step",
  rows: [0.9, 1, 1.1], columns: [0.8, 1], factors: [[0.25, 0.5], [0.5, 1], [1, 2]], ...changes,
});

/** One KPI that pays, with a capped curve of its own, and two that are only measured. */
function roleWith(...links: readonly Link[]): Role {
  const measure = (id: string) => plainKpi({ id, weight: basisPoints(0), curve: null });
  return plainRole({ kpis: [plainKpi({ id: "pay", curve: points([[0, 0], [1, 1]], { above: "extend", cap: 1.5 }) }), measure("revenue"), measure("margin")], links });
}

function outcomeAt(role: Role, revenue: number, margin: number, pay = 1) {
  const stands: Readonly<Record<string, number>> = { revenue, margin, pay };
  return evaluateRole(role, CONTEXT, (kpi) => stands[kpi.id] ?? 1).kpis[0];
}
const factorAt = (role: Role, revenue: number, margin: number, pay = 1): number | undefined => outcomeAt(role, revenue, margin, pay)?.payoutFactor;

describe("a matrix in steps", () => {
  it.each([
    { revenue: 0.9 - STEP, margin: 1, pays: 0 },
    { revenue: 0.9, margin: 0.8 - STEP, pays: 0 },
    { revenue: 0.9, margin: 0.8, pays: 0.25 },
    { revenue: 1 - STEP, margin: 1 - STEP, pays: 0.25 },
    { revenue: 1, margin: 1 - STEP, pays: 0.5 },
    { revenue: 0.95, margin: 1, pays: 0.5 },
    { revenue: 1, margin: 1, pays: 1 },
    { revenue: 1.1, margin: 0.9, pays: 1 },
    { revenue: 1.1, margin: 1, pays: 2 },
    { revenue: 100, margin: 100, pays: 2 },
  ])("pays the cell reached: $pays at $revenue and $margin", ({ revenue, margin, pays }) => {
    expect(factorAt(roleWith(table()), revenue, margin)).toBe(pays);
  });
});

describe("a matrix that is straight between its cells", () => {
  const linear = roleWith(table({ between: "linear" }));

  it.each([
    { revenue: 0.9, margin: 0.8, pays: 0.25 },
    { revenue: 0.95, margin: 0.8, pays: 0.375 },
    { revenue: 0.9, margin: 0.9, pays: 0.375 },
    { revenue: 0.95, margin: 0.9, pays: 0.5625 },
    { revenue: 1.05, margin: 0.95, pays: 1.3125 },
    { revenue: 1.1, margin: 1, pays: 2 },
  ])("pays the mean of the cells around: $pays at $revenue and $margin", ({ revenue, margin, pays }) => {
    expect(factorAt(linear, revenue, margin)).toBeCloseTo(pays, 12);
  });

  it("pays exactly each cell at its row and column", () => {
    const { rows, columns, factors } = table();
    expect(rows.map((row) => columns.map((column) => factorAt(linear, row, column)))).toEqual(factors);
  });

  it("pays nothing below the first row or column, and as the last beyond them", () => {
    expect([factorAt(linear, 0.9 - STEP, 1), factorAt(linear, 1, 0.8 - STEP), factorAt(linear, 3, 0.8), factorAt(linear, 1, 7), factorAt(linear, 3, 7)]).toEqual([0, 0, 1, 1, 2]);
  });

  it("with one row is a line along its columns", () => {
    const single = roleWith(table({ between: "linear", rows: [0.5], factors: [[0.5, 1]] }));
    expect([0.5, 1, 2].map((revenue) => factorAt(single, revenue, 1))).toEqual([1, 1, 1]);
    expect(factorAt(single, 0.5, 0.9)).toBeCloseTo(0.75, 12);
  });
});

describe("a matrix on a KPI", () => {
  it("pays in place of its curve and cap, which come back without it", () => {
    const role = roleWith(table());
    expect(outcomeAt(role, 1.1, 1, 0)).toMatchObject({ curveFactor: 2, payoutFactor: 2 });
    expect(outcomeAt({ ...role, links: [] }, 1.1, 1, 3)).toMatchObject({ curveFactor: 1.5, payoutFactor: 1.5 });
  });

  it("on all leaves the measuring ones to their curves, unless a list names them", () => {
    const half = basisPoints(5_000);
    const kpis = [plainKpi({ id: "revenue", weight: half }), plainKpi({ id: "margin", weight: basisPoints(2_500) }), plainKpi({ id: "pay", weight: basisPoints(2_500) })];
    const pays = (appliesTo: Matrix["appliesTo"]) => evaluateRole(plainRole({ kpis, links: [table({ appliesTo })] }), CONTEXT, () => 1.1).kpis.map((kpi) => kpi.payoutFactor);
    expect(pays("all")).toEqual([1.1, 1.1, 2]);
    expect(pays(["revenue"])).toEqual([2, 1.1, 1.1]);
    expect(pays([])).toEqual([1.1, 1.1, 1.1]);
  });

  it("comes before gates and modifiers", () => {
    const twice: Link = { kind: "modifier", measuredBy: "margin", appliesTo: ["pay"], curve: points([[0, 2]]) };
    const half: Link = { kind: "gate", measuredBy: "margin", minimum: 1.5, appliesTo: ["pay"], otherwise: "reduced", by: 0.5 };
    expect(factorAt(roleWith(twice, table(), half), 1.1, 1)).toBe(2);
    expect(factorAt(roleWith(twice, table(), half), 1.1, 1.5)).toBe(4);
  });

  it.each<GateOutcome["otherwise"]>(["capped-at-target", "accelerator-blocked"])("pays at most what both measures at target pay, where a gate says %s", (otherwise) => {
    const gate = { kind: "gate", measuredBy: "margin", minimum: 5, appliesTo: ["pay"], otherwise } as Link;
    const role = roleWith(table(), gate);
    expect([factorAt(role, 0.9, 0.8), factorAt(role, 1, 1), factorAt(role, 1.1, 1, 0), factorAt(role, 1.1, 1, 3), factorAt(role, 1.1, 5)]).toEqual([0.25, 1, 1, 1, 2]);
  });
});
