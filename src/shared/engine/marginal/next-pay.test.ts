import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { curveArbitrary, scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { basisPoints } from "../../units/basis-points.ts";
import { roundMoney } from "../../units/money.ts";
import { compileCurve } from "../curve/compile.ts";
import { factorAt } from "../curve/evaluate.ts";
import { evaluateRole } from "../role.ts";
import { curveFaults } from "./faults.ts";
import { marginalPay, marginalPayLine } from "./next-pay.ts";
import type { MarginalPay } from "./outcome.ts";

const context = plainScenario();
const half = basisPoints(5_000);

function only(all: readonly MarginalPay[]): MarginalPay {
  const [first] = all;
  if (first === undefined || all.length !== 1) throw new Error(`${all.length} KPIs`);
  return first;
}

describe("the next point, unit and jump", () => {
  it("on a straight curve", () => {
    const pay = only(marginalPay(plainRole(), context, () => 0.95));
    expect(pay).toMatchObject({ kpiId: "sales", attainment: 0.95, perPoint: 50_000, nextCliff: null });
    // $50,000 for a target of $1,000,000 is 5 cents a dollar.
    expect(pay.perUnit).toBeCloseTo(5, 6);
  });

  it("a unit is a whole one, so it may reach a jump", () => {
    const steps = { kind: "steps" as const, cap: null, steps: [{ from: 0.9, payout: 0.8 }, { from: 1, payout: 1 }] };
    const role = plainRole({ kpis: [plainKpi({ unit: "count", target: 20, curve: steps })] });
    const pay = only(marginalPay(role, context, () => 0.95));
    expect(pay.perPoint).toBe(0);
    expect(pay.perUnit).toBeCloseTo(1_000_000, 6);
    expect(pay.nextCliff).toMatchObject({ attainment: 1, amount: 1_000_000 });
    expect(pay.nextCliff?.below).toBeCloseTo(0.8, 12);
    expect(only(marginalPay(role, context, () => 1)).nextCliff).toBeNull();
  });

  it("where less is better, one less", () => {
    const role = plainRole({ kpis: [plainKpi({ unit: "count", target: 10, direction: "lower", curve: points([[0, 0], [1, 1]], { above: "extend" }) })] });
    // 10 days are target; 9 are attainment 1.111…
    expect(only(marginalPay(role, context, () => 1)).perUnit).toBeCloseTo(5_000_000 / 9, 2);
    expect(only(marginalPay(role, context, () => 0)).perUnit).toBeNull();
    expect(only(marginalPay(plainRole({ kpis: [plainKpi({ target: 0 })] }), context, () => 1)).perUnit).toBeNull();
  });

  it("a gate that the result opens is a jump of what it holds back", () => {
    const role = plainRole({
      kpis: [plainKpi({ id: "a", weight: half }), plainKpi({ id: "b", weight: half })],
      links: [{ kind: "gate", measuredBy: "a", minimum: 0.8, appliesTo: ["b"], otherwise: "reduced", by: 0.5 }],
    });
    const [first, second] = marginalPay(role, context, () => 0.795);
    expect(first?.nextCliff).toMatchObject({ attainment: 0.8, amount: roundMoney(25_000 * 0.795 * 0.5, "USD") });
    expect(first?.perPoint).toBe(roundMoney(250 + 25_000 * 0.795 * 0.5, "USD"));
    expect(second).toMatchObject({ nextCliff: null, perPoint: roundMoney(125, "USD") });
  });

  it("a row of a matrix that the result reaches is a jump of what the matrix pays", () => {
    const role = plainRole({
      kpis: [plainKpi({ id: "a", weight: basisPoints(2_000) }), plainKpi({ id: "b", weight: basisPoints(3_000) }), plainKpi({ id: "c", weight: half })],
      links: [{ kind: "matrix", measuredBy: ["a", "b"], appliesTo: ["c"], between: "step", rows: [0.5, 1.2], columns: [0.5, 1.1], factors: [[0.5, 1], [1, 2]] }],
    });
    const [row, column, paid] = marginalPay(role, context, () => 1);
    expect(row?.nextCliff).toMatchObject({ attainment: 1.2, amount: roundMoney(12_500, "USD") });
    expect(column?.nextCliff).toMatchObject({ attainment: 1.1, amount: roundMoney(12_500, "USD") });
    expect(paid).toMatchObject({ perPoint: 0, perUnit: 0, nextCliff: null });
  });

  it("beyond the plan cap nothing", () => {
    const pay = only(marginalPay(plainRole({ payoutCap: 1 }), context, () => 1));
    expect(pay).toMatchObject({ perPoint: 0, perUnit: 0, nextCliff: null });
  });

  it("of any role agrees with its incentive, and never has a figure that is none", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.integer({ min: 0, max: 300 }), (scenario, stands) => {
        for (const role of scenario.roles) {
          const all = marginalPay(role, scenario, () => stands / 100);
          expect(all.map((pay) => pay.kpiId)).toEqual(role.kpis.filter((kpi) => kpi.weight > 0).map((kpi) => kpi.id));
          for (const { kpiId, perPoint, perUnit, nextCliff } of all) {
            const more = evaluateRole(role, scenario, (kpi) => (kpi.id === kpiId ? stands / 100 + 0.01 : stands / 100)).incentive;
            expect(perPoint).toBe(more - evaluateRole(role, scenario, () => stands / 100).incentive);
            if (perUnit !== null) expect(Number.isFinite(perUnit)).toBe(true);
            if (nextCliff === null) continue;
            expect(nextCliff.attainment).toBeGreaterThan(stands / 100);
            const at = evaluateRole(role, scenario, (kpi) => (kpi.id === kpiId ? nextCliff.attainment : stands / 100));
            // Parts are rounded one by one: a period and a KPI can each be half a unit off.
            expect(Math.abs(at.incentive - nextCliff.at * at.targetIncentive)).toBeLessThanOrEqual(12 * role.kpis.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("pay per point along a curve", () => {
  it("is a step for each slope", () => {
    const curve = compileCurve(points([[0.5, 0], [0.75, 0.5], [1, 1], [1.5, 1.5]]));
    const pieces = marginalPayLine(curve, roundMoney(10_000, "USD"), 2_000_000);
    expect(pieces.map(({ from, to, perPoint }) => [from, to, Math.round(perPoint)])).toEqual([[0, 0.5, 0], [0.5, 1, 20_000], [1, 1.5, 10_000], [1.5, 100, 0]]);
    expect(pieces[1]?.perUnit).toBeCloseTo(1, 9);
    expect(marginalPayLine(curve, roundMoney(10_000, "USD"), 0)[1]?.perUnit).toBeNull();
  });

  it("together with the cliffs is what the curve pays", () => {
    const share = roundMoney(10_000, "USD");
    fc.assert(
      fc.property(curveArbitrary(), fc.integer({ min: 0, max: 400 }), (curve, percent) => {
        const compiled = compileCurve(curve);
        const to = percent / 100;
        const climbed = marginalPayLine(compiled, share, 1).reduce((sum, piece) => sum + Math.max(0, Math.min(piece.to, to) - piece.from) * piece.perPoint * 100, 0);
        const jumped = curveFaults(compiled, share).cliffs.filter(({ attainment }) => attainment <= to).reduce((sum, { amount }) => sum + amount, 0);
        // Corners stand at ten decimals: a steep part may end a step beside where its line does.
        const besides = Math.max(0, ...compiled.slope.map(Math.abs)) * 1e-10 * share;
        expect(Math.abs(factorAt(compiled, 0) * share + climbed + jumped - factorAt(compiled, to) * share)).toBeLessThanOrEqual(compiled.x.length * (1 + besides));
      }),
    );
  });
});
