import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { curveArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import type { Curve } from "../../model/scenario.ts";
import { basisPoints } from "../../units/basis-points.ts";
import { roundMoney } from "../../units/money.ts";
import { compileCurve } from "../curve/compile.ts";
import { curveLine, factorAt } from "../curve/evaluate.ts";
import { curveFaults, roleFaults } from "./faults.ts";
import type { CurveFaults } from "./outcome.ts";

const SHARE = roundMoney(10_000, "USD");

function faultsOf(curve: Curve): CurveFaults {
  return curveFaults(compileCurve(curve), SHARE);
}

/** [attainment, amount in dollars] */
function cliffs({ cliffs: found }: CurveFaults): readonly (readonly [number, number])[] {
  return found.map(({ attainment, amount }) => [attainment, amount / 100]);
}

/** [from, to, amount in dollars] */
function zones({ deadZones }: CurveFaults): readonly (readonly [number, number, number])[] {
  return deadZones.map(({ from, to, amount }) => [from, to, amount / 100]);
}

describe("cliffs", () => {
  it.each<[string, Curve, readonly (readonly [number, number])[]]>([
    ["a straight curve has none", points([[0, 0], [1, 1]]), []],
    ["a ramp starts without one", points([[0.5, 0], [1, 1]]), []],
    ["a lump at the threshold", points([[0.7, 0.5], [1, 1]]), [[0.7, 5_000]]],
    ["a fall costs", points([[0, 0], [1, 1], [1, 0.25], [2, 2]]), [[1, -7_500]]],
    ["a retroactive rate", { kind: "tiers", basis: "whole", cap: null, tiers: [{ from: 0, rate: 1 }, { from: 1, rate: 1.5 }] }, [[1, 5_000]]],
    ["every step", { kind: "steps", cap: null, steps: [{ from: 0.6, payout: 0.5 }, { from: 0.8, payout: 0.8 }, { from: 1, payout: 1 }] }, [[0.6, 5_000], [0.8, 3_000], [1, 2_000]]],
    ["what is above the cap is not paid", { kind: "steps", cap: 0.9, steps: [{ from: 0.8, payout: 0.8 }, { from: 1, payout: 1 }, { from: 2, payout: 3 }] }, [[0.8, 8_000], [1, 1_000]]],
  ])("%s", (_, curve, expected) => {
    expect(cliffs(faultsOf(curve))).toEqual(expected);
  });
});

describe("dead zones", () => {
  it.each<[string, Curve, readonly (readonly [number, number, number])[]]>([
    ["nothing below the threshold is none", points([[0.5, 0], [1, 1]]), []],
    ["a cap is none", points([[0, 0], [1, 1]], { above: "extend", cap: 1.2 }), []],
    ["a floor from the first result on is none", points([[0.5, 0.5], [1, 1]], { below: "first" }), []],
    ["at the slope before it", points([[0, 0], [0.9, 0.9], [1, 0.9], [1.5, 2]]), [[0.9, 1, 1_000]]],
    ["corners on the way are one stretch", points([[0, 0], [0.8, 0.8], [0.9, 0.8], [1, 0.8], [2, 2]]), [[0.8, 1, 2_000]]],
    ["at the slope after it, where a jump leads to it", points([[0.5, 0.5], [0.75, 0.5], [1, 1]]), [[0.5, 0.75, 5_000]]],
    ["also after a jump that ends it", points([[0.5, 0.5], [0.75, 0.5], [0.75, 0.6], [1, 0.85]]), [[0.5, 0.75, 2_500]]],
    ["between two steps: up to the next", { kind: "steps", cap: null, steps: [{ from: 0.6, payout: 0.5 }, { from: 0.8, payout: 0.8 }, { from: 1, payout: 1 }] }, [[0.6, 0.8, 3_000], [0.8, 1, 2_000]]],
    ["where pay has fallen to nothing and comes again", points([[0, 0], [0.5, 0.5], [0.5, 0], [1, 0], [1, 1]]), [[0.5, 1, 10_000]]],
    ["a top before a fall is none", points([[0, 0], [1, 1], [1.2, 1], [1.4, 0.5], [2, 0.9]]), []],
  ])("%s", (_, curve, expected) => {
    const found = zones(faultsOf(curve));
    expect(found).toHaveLength(expected.length);
    expected.forEach((zone, index) => zone.forEach((value, part) => expect(found[index]?.[part]).toBeCloseTo(value, 9)));
  });
});

describe("any curve", () => {
  it("cliffs and slopes together are the difference in pay", () => {
    fc.assert(
      fc.property(curveArbitrary(), fc.integer({ min: 10, max: 400 }), (curve, points_) => {
        const to = points_ / 100;
        const compiled = compileCurve(curve);
        const jumps = faultsOf(curve).cliffs.filter(({ attainment }) => attainment <= to).reduce((sum, { amount }) => sum + amount, 0);
        const line = curveLine(compiled, 0, to);
        const climbs = line.reduce((sum, point, index) => {
          const before = line[index - 1];
          return before === undefined || before.attainment === point.attainment ? sum : sum + (point.payout - before.payout) * SHARE;
        }, 0);
        // Each cliff is rounded by itself.
        expect(Math.abs(jumps + climbs - (factorAt(compiled, to) - factorAt(compiled, 0)) * SHARE)).toBeLessThanOrEqual(compiled.x.length);
      }),
    );
  });

  it("pays the same from one end of a dead zone to the other, and more later", () => {
    fc.assert(
      fc.property(curveArbitrary(), (curve) => {
        const compiled = compileCurve(curve);
        for (const { from, to, payout, amount } of faultsOf(curve).deadZones) {
          expect(from).toBeLessThan(to);
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(factorAt(compiled, from)).toBeCloseTo(payout, 9);
          expect(factorAt(compiled, (from + to) / 2)).toBeCloseTo(payout, 9);
          expect(curveLine(compiled, to, 100).some((point) => point.payout > payout)).toBe(true);
        }
      }),
    );
  });
});

describe("a whole role", () => {
  const context = plainScenario({ payments: PLAIN_PAYMENTS });

  it("counts in money of the whole incentive", () => {
    const step: Curve = { kind: "steps", cap: null, steps: [{ from: 0.5, payout: 1 }] };
    const role = plainRole({
      kpis: [plainKpi({ id: "a", weight: basisPoints(4_000), curve: step }), plainKpi({ id: "b", weight: basisPoints(6_000), curve: step })],
    });
    expect(cliffs(roleFaults(role, context))).toEqual([[0.5, 50_000]]);
  });

  it("a gate is a cliff, and the plan cap ends it", () => {
    const role = plainRole({
      kpis: [plainKpi({ id: "a", weight: basisPoints(5_000) }), plainKpi({ id: "b", weight: basisPoints(5_000) })],
      links: [{ kind: "gate", measuredBy: "a", minimum: 0.8, appliesTo: ["b"], otherwise: "no-payout" }],
    });
    expect(cliffs(roleFaults(role, context))).toEqual([[0.8, 20_000]]);
    expect(cliffs(roleFaults({ ...role, payoutCap: 0.6 }, context))).toEqual([[0.8, 10_000]]);
    expect(roleFaults({ ...role, payoutCap: 0.6 }, context).deadZones).toEqual([]);
  });

  it("a flat part of one KPI is no dead zone while another climbs", () => {
    const flat = points([[0, 0], [0.9, 0.9], [1, 0.9], [1.5, 2]]);
    const role = plainRole({ kpis: [plainKpi({ id: "a", weight: basisPoints(5_000), curve: flat }), plainKpi({ id: "b", weight: basisPoints(5_000) })] });
    expect(roleFaults(role, context).deadZones).toEqual([]);
    expect(zones(roleFaults(plainRole({ kpis: [plainKpi({ curve: flat })] }), context))).toEqual([[0.9, 1, 5_000]]);
  });
});
