import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, points } from "../../../tests/helpers/plain-plan.ts";
import type { Curve, Link, Matrix, Role } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { payoutFactorAt, rolePayoutLine } from "./index.ts";

const HALF = basisPoints(5_000);
const QUALITY = plainKpi({ id: "quality", weight: basisPoints(0), curve: null });
const ONE_STEP: Curve = { kind: "steps", cap: null, steps: [{ from: 1, payout: 1 }] };

/** Half the pay straight, the other half by a matrix; `quality` stands at target, in the middle of the columns. */
function matrixRole(changes: Partial<Matrix>): Role {
  const matrix: Matrix = { kind: "matrix", measuredBy: ["a", "b"], appliesTo: ["b"], between: "step", rows: [0.5, 1, 1.5], columns: [0.5, 1.5], factors: [[0.5, 1], [1, 2], [1.5, 2.5]], ...changes };
  return plainRole({ kpis: [plainKpi({ id: "a", weight: HALF }), plainKpi({ id: "b", weight: HALF }), QUALITY], links: [matrix] });
}

function pairsOf(role: Role, from: number, to: number): readonly (readonly [number, number])[] {
  return rolePayoutLine(role, { from, to }).map(({ attainment, payout }) => [attainment, payout]);
}

describe("rolePayoutLine", () => {
  it("is the weighted total with every corner and jump", () => {
    const role = plainRole({
      kpis: [
        plainKpi({ id: "a", weight: HALF, curve: points([[0.5, 0], [1, 1]], { above: "extend", cap: 2 }) }),
        plainKpi({ id: "b", weight: basisPoints(2_500), curve: { kind: "steps", cap: null, steps: [{ from: 0.75, payout: 0.5 }, { from: 1, payout: 1 }] } }),
        plainKpi({ id: "c", weight: basisPoints(2_500), curve: points([[0, 1]]) }),
        QUALITY,
      ],
    });
    expect(pairsOf(role, 0.25, 2)).toEqual([
      [0.25, 0.25], [0.5, 0.25], [0.75, 0.5], [0.75, 0.625], [1, 0.875], [1, 1], [1.5, 1.5], [2, 1.5],
    ]);
  });

  it("shows only what applies at its left end, and both sides of a jump at its right end", () => {
    const role = plainRole({ kpis: [plainKpi({ curve: points([[0.5, 0.5], [1, 1], [1, 2]]) })] });
    expect(pairsOf(role, 0.5, 1)).toEqual([[0.5, 0.5], [1, 1], [1, 2]]);
    expect(pairsOf(role, 1, 1)).toEqual([[1, 2]]);
  });

  it("ends at the plan cap, with a corner where it is reached", () => {
    expect(pairsOf(plainRole({ payoutCap: 1.5 }), 0, 2)).toEqual([[0, 0], [1, 1], [1.5, 1.5], [2, 1.5]]);
    expect(pairsOf(plainRole({ payoutCap: 0 }), 0, 2)).toEqual([[0, 0], [1, 0], [2, 0]]);
    const peak = plainKpi({ curve: points([[0, 0], [1, 2], [2, 0]]) });
    expect(pairsOf(plainRole({ kpis: [peak], payoutCap: 1 }), 0, 2)).toEqual([[0, 0], [0.5, 1], [1, 1], [1.5, 1], [2, 0]]);
  });

  it("jumps no higher than the plan cap", () => {
    const role = plainRole({ kpis: [plainKpi({ curve: points([[0, 0], [1, 1], [1, 2], [1.5, 2], [1.5, 3], [2, 3]]) })], payoutCap: 1.75 });
    expect(pairsOf(role, 0, 2)).toEqual([[0, 0], [1, 1], [1, 1.75], [1.5, 1.75], [2, 1.75]]);
  });

  it("jumps where a gate on a weighted KPI opens", () => {
    const kpis = [plainKpi({ id: "a", weight: HALF }), plainKpi({ id: "b", weight: HALF })];
    const links: readonly Link[] = [{ kind: "gate", measuredBy: "a", minimum: 0.75, appliesTo: ["b"], otherwise: "no-payout" }];
    expect(pairsOf(plainRole({ kpis, links }), 0, 1)).toEqual([[0, 0], [0.75, 0.375], [0.75, 0.75], [1, 1]]);
  });

  it("has the corner where a missed gate takes over from the curve", () => {
    // Slope 2 up to target, then flat, then steep: the line at slope 2 crosses the curve at 2.
    const curve = points([[0.5, 0], [1, 1], [1.5, 1], [2.5, 5]], { above: "extend" });
    const role = plainRole({ kpis: [plainKpi({ curve }), QUALITY], links: [{ kind: "gate", measuredBy: "quality", minimum: 2, appliesTo: "all", otherwise: "accelerator-blocked" }] });
    expect(pairsOf(role, 0, 3)).toEqual([[0, 0], [0.5, 0], [1, 1], [1.5, 1], [2, 3], [2.5, 4], [3, 5]]);
  });

  it("has the corner where one missed gate takes over from another", () => {
    const links: readonly Link[] = [
      { kind: "gate", measuredBy: "quality", minimum: 2, appliesTo: "all", otherwise: "reduced", by: 0.5 },
      { kind: "gate", measuredBy: "quality", minimum: 3, appliesTo: "all", otherwise: "capped-at-target" },
    ];
    expect(pairsOf(plainRole({ kpis: [plainKpi(), QUALITY], links }), 0, 4)).toEqual([[0, 0], [1, 0.5], [2, 1], [4, 1]]);
  });

  it("follows a falling blocked line down to nothing", () => {
    const role = plainRole({ kpis: [plainKpi({ curve: points([[0, 2], [1, 1], [3, 3]]) }), QUALITY], links: [{ kind: "gate", measuredBy: "quality", minimum: 2, appliesTo: "all", otherwise: "accelerator-blocked" }] });
    expect(pairsOf(role, 0, 3)).toEqual([[0, 2], [1, 1], [2, 0], [3, 0]]);
  });

  it("takes a modifier on a KPI that does not move as a constant", () => {
    const links: readonly Link[] = [{ kind: "modifier", measuredBy: "quality", appliesTo: "all", curve: points([[0, 0], [2, 1]]) }];
    expect(pairsOf(plainRole({ kpis: [plainKpi(), QUALITY], links }), 0, 2)).toEqual([[0, 0], [1, 0.5], [2, 1]]);
  });

  it("jumps where a stepped modifier does", () => {
    const kpis = [plainKpi({ id: "a", weight: HALF }), plainKpi({ id: "b", weight: HALF })];
    const links: readonly Link[] = [{ kind: "modifier", measuredBy: "a", appliesTo: ["b"], curve: ONE_STEP }];
    expect(pairsOf(plainRole({ kpis, links }), 0, 2)).toEqual([[0, 0], [1, 0.5], [1, 1], [2, 2]]);
  });

  it("bends with a sloped modifier closely enough to draw", () => {
    const kpis = [plainKpi({ id: "a", weight: HALF }), plainKpi({ id: "b", weight: HALF })];
    const role = plainRole({ kpis, links: [{ kind: "modifier", measuredBy: "a", appliesTo: ["b"], curve: points([[0, 0], [2, 2]]) }], payoutCap: 2 });
    const line = rolePayoutLine(role, { from: 0, to: 2 });
    expect(line.length).toBeGreaterThan(32);
    expect(line.length).toBeLessThan(200);
    line.forEach((point, index) => {
      const next = line[index + 1] ?? point;
      const middle = (point.attainment + next.attainment) / 2;
      expect(Math.abs(payoutFactorAt(role, middle) - (point.payout + next.payout) / 2)).toBeLessThan(0.001);
    });
  });

  it("jumps where the cell of a matrix in steps changes", () => {
    const role = matrixRole({ between: "step" });
    expect(pairsOf(role, 0, 2)).toEqual([[0, 0], [0.5, 0.25], [0.5, 0.5], [1, 0.75], [1, 1], [1.5, 1.25], [1.5, 2], [2, 2.25]]);
  });

  it("bends with a linear matrix of two measures that move, exact at its rows and columns", () => {
    const role = matrixRole({ between: "linear" });
    const line = rolePayoutLine(role, { from: 0, to: 2 });
    const places = [[0, 0], [0.5, 0.25], [0.5, 0.5], [1, 1.25], [1.5, 2], [2, 2.25]];
    expect(line.filter((point) => places.some(([place]) => place === point.attainment)).map(({ attainment, payout }) => [attainment, payout])).toEqual(places);
    expect(line.length).toBeLessThan(80);
    line.forEach((point, index) => {
      const next = line[index + 1] ?? point;
      if (next.attainment === point.attainment) return;
      const middle = (point.attainment + next.attainment) / 2;
      expect(Math.abs(payoutFactorAt(role, middle) - (point.payout + next.payout) / 2)).toBeLessThan(0.001);
    });
  });

  it("is straight along a linear matrix of which one measure moves", () => {
    const role = matrixRole({ between: "linear", measuredBy: ["a", "quality"] });
    expect(pairsOf(role, 0, 2)).toEqual([[0, 0], [0.5, 0.25], [0.5, 0.625], [1, 1.25], [1.5, 1.75], [2, 2]]);
  });

  it("has the corner where a gate on a matrix takes over", () => {
    const gate: Link = { kind: "gate", measuredBy: "quality", minimum: 2, appliesTo: ["b"], otherwise: "capped-at-target" };
    const role = matrixRole({ between: "linear", measuredBy: ["a", "quality"] });
    const falling: Role = { ...role, links: role.links.flatMap((link): readonly Link[] => (link.kind === "matrix" ? [{ ...link, factors: [[1, 3], [0, 2], [4, 4]] }, gate] : [])) };
    // Where the measure stands the rows pay 2, 1 and 4; from target on no more than 1.
    expect(pairsOf(falling, 0, 2)).toEqual([[0, 0], [0.5, 0.25], [0.5, 0.75], [1, 1], [1.5, 1.25], [2, 1.5]]);
  });

  it("goes on flat beyond the most attainment there is", () => {
    expect(pairsOf(plainRole(), 50, 120)).toEqual([[50, 50], [100, 100], [120, 100]]);
  });

  it("has no points closer than attainments are told apart", () => {
    const kpis = [plainKpi({ id: "a", weight: HALF }), plainKpi({ id: "b", weight: HALF })];
    const role = plainRole({ kpis, links: [{ kind: "modifier", measuredBy: "a", appliesTo: ["b"], curve: points([[0, 0], [2, 2]]) }] });
    expect(rolePayoutLine(role, { from: 1.5, to: 1.500_000_000_1 }).length).toBe(2);
  });

  it("is nothing for a role without KPIs", () => {
    expect(pairsOf(plainRole({ kpis: [] }), 0, 2)).toEqual([[0, 0], [2, 0]]);
  });

  it("pays exactly 1 at target where every KPI does, whatever the weights", () => {
    const kpis = [4_000, 3_000, 2_000, 1_000].map((weight, index) => plainKpi({ id: `${index}`, weight: basisPoints(weight) }));
    expect(payoutFactorAt(plainRole({ kpis }), 1)).toBe(1);
  });
});
