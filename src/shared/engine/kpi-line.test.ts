import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, points } from "../../../tests/helpers/plain-plan.ts";
import type { Kpi, Link, Matrix, Role } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { kpiPayoutLine, linkEffects, type KpiLineOptions } from "./index.ts";

const HALF = basisPoints(5_000);
const PAIR: readonly Kpi[] = [plainKpi({ id: "a", weight: HALF, curve: points([[0.5, 0], [1, 1], [2, 3]]) }), plainKpi({ id: "b", weight: HALF })];
const GATE: Link = { kind: "gate", measuredBy: "b", minimum: 0.8, appliesTo: ["a"], otherwise: "capped-at-target" };
const MODIFIER: Link = { kind: "modifier", measuredBy: "b", appliesTo: "all", curve: points([[0, 0], [1, 1], [2, 1.5]]) };
const MATRIX: Matrix = { kind: "matrix", measuredBy: ["a", "b"], appliesTo: ["a"], between: "linear", rows: [0.5, 1, 2], columns: [0.5, 1.5], factors: [[0.5, 1], [1, 1.5], [2, 4]] };

function lineOf(role: Role, stands: Readonly<Record<string, number>>, options: Partial<KpiLineOptions> = {}): readonly (readonly [number, number])[] {
  const all: KpiLineOptions = { from: 0, to: 2, attainmentOf: (kpi) => stands[kpi.id] ?? 1, gates: "as they stand", modifiers: true, ...options };
  return kpiPayoutLine(role, "a", all).map(({ attainment, payout }) => [attainment, payout]);
}

describe("kpiPayoutLine", () => {
  const role = plainRole({ kpis: PAIR, links: [GATE] });
  const curve = [[0, 0], [0.5, 0], [1, 1], [2, 3]];
  const capped = [[0, 0], [0.5, 0], [1, 1], [2, 1]];

  it("is the KPI's own curve, wherever the KPI itself stands, while the others stand still", () => {
    expect(lineOf(role, { a: 0, b: 0.8 })).toEqual(curve);
    expect(lineOf(role, { a: 7, b: 0.8 })).toEqual(curve);
  });

  it.each([
    { gates: "as they stand", b: 0.8, line: curve },
    { gates: "as they stand", b: 0.79, line: capped },
    { gates: "missed", b: 0.8, line: capped },
    { gates: "passed", b: 0.79, line: curve },
  ] as const)("with gates $gates and the measure at $b", ({ gates, b, line }) => {
    expect(lineOf(role, { b }, { gates })).toEqual(line);
  });

  it("multiplies by modifiers as they stand, or leaves them out", () => {
    const modified = { ...role, links: [MODIFIER] };
    expect(lineOf(modified, { b: 0.5 })).toEqual([[0, 0], [0.5, 0], [1, 0.5], [2, 1.5]]);
    expect(lineOf(modified, { b: 0.5 }, { modifiers: false })).toEqual(curve);
  });

  it("jumps where a gate that the KPI itself measures opens", () => {
    const own: Link = { kind: "gate", measuredBy: "a", minimum: 0.75, appliesTo: ["a"], otherwise: "no-payout" };
    const line = [[0, 0], [0.5, 0], [0.75, 0], [0.75, 0.5], [1, 1], [2, 3]];
    expect(lineOf({ ...role, links: [own] }, {})).toEqual(line);
    expect(lineOf({ ...role, links: [own] }, {}, { gates: "missed" })).toEqual([[0, 0], [0.5, 0], [1, 0], [2, 0]]);
  });

  it("moves along the rows of a matrix that the KPI measures, at the column where the other stands", () => {
    const matrix = { ...role, links: [MATRIX] };
    expect(lineOf(matrix, { b: 1.5 })).toEqual([[0, 0], [0.5, 0], [0.5, 1], [1, 1.5], [2, 4]]);
    expect(lineOf(matrix, { b: 1 })).toEqual([[0, 0], [0.5, 0], [0.5, 0.75], [1, 1.25], [2, 3]]);
    expect(lineOf(matrix, { b: 0.4 })).toEqual([[0, 0], [0.5, 0], [1, 0], [2, 0]]);
    expect(lineOf({ ...role, links: [{ ...MATRIX, between: "step" }] }, { b: 1 })).toEqual([[0, 0], [0.5, 0], [0.5, 0.5], [1, 0.5], [1, 1], [2, 1], [2, 2]]);
  });

  it("is flat under a matrix that the KPI does not measure", () => {
    const others = [...PAIR, plainKpi({ id: "c", weight: basisPoints(0), curve: null })];
    const role = plainRole({ kpis: others, links: [{ ...MATRIX, measuredBy: ["b", "c"], between: "step" }] });
    expect(lineOf(role, { b: 1, c: 1.5 })).toEqual([[0, 1.5], [2, 1.5]]);
  });

  it("has no plan cap in it, goes on flat beyond the most attainment, and is nothing for an unknown KPI", () => {
    expect(lineOf({ ...role, payoutCap: 0.5 }, {}, { from: 1, to: 101 })).toEqual([[1, 1], [2, 3], [100, 3], [101, 3]]);
    expect(kpiPayoutLine(role, "x", { from: 0, to: 1, attainmentOf: () => 1, gates: "as they stand", modifiers: true })).toEqual([]);
  });
});

describe("linkEffects", () => {
  const role = plainRole({ kpis: PAIR, links: [GATE, MODIFIER, MATRIX, { ...GATE, appliesTo: ["b"] }] });
  const effectsOn = (kpiId: string, b: number, a = 2) => linkEffects(role, kpiId, (kpi) => (kpi.id === "a" ? a : b)).map(({ index, passed, factor }) => ({ index, passed, factor }));

  it("says of each link on a KPI whether it is passed and by what it multiplies, or what it pays", () => {
    expect(effectsOn("a", 1.5)).toEqual([{ index: 0, passed: true, factor: null }, { index: 1, passed: null, factor: 1.25 }, { index: 2, passed: null, factor: 4 }]);
  });

  it("says what a missed gate leaves by itself, of the matrix where there is one", () => {
    // Both measures at target are in the middle of the columns: 1.25; at 2 and 0.5 the matrix pays 2, at 0.5 and 0.5 half.
    expect(effectsOn("a", 0.5)[0]).toEqual({ index: 0, passed: false, factor: 1.25 });
    expect(effectsOn("a", 0.5, 0.5)[0]).toEqual({ index: 0, passed: false, factor: 0.5 });
  });

  it("names only the links that act: all is every other KPI with weight", () => {
    expect(effectsOn("b", 0.5)).toEqual([{ index: 3, passed: false, factor: 0.5 }]);
    expect(linkEffects(role, "a", () => 1).map(({ link }) => link)).toEqual(role.links.slice(0, 3));
    expect(effectsOn("x", 1)).toEqual([]);
  });
});
