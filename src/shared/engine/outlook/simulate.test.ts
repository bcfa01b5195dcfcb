import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { curveArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import type { KpiOutlook, Role, Scenario } from "../../model/scenario.ts";
import { basisPoints } from "../../units/basis-points.ts";
import { compileCurve } from "../curve/compile.ts";
import { factorAt } from "../curve/evaluate.ts";
import { expectedCost } from "./expected-cost.ts";
import { addPayouts, kernelOf } from "./kernel.ts";
import { evaluateRole } from "../role.ts";
import { drawnSellers } from "./one-year.ts";
import { createSimulator, quantileOf, simulate } from "./simulate.ts";

const half = basisPoints(5_000);
const SKEWED: KpiOutlook = { shape: "lognormal", mean: 1, spread: 0.25 };
const BENT = points([[0.7, 0.4], [1, 1], [1.3, 2.5]]);

function planOf(roles: readonly Role[], outlook: Partial<Scenario["outlook"]> = {}, more: Partial<Scenario> = {}): Scenario {
  const plain = plainScenario({ roles });
  return { ...plain, ...more, outlook: { ...plain.outlook, trials: 4_000, ...outlook } };
}

const seller = (changes: Partial<Role> = {}): Role => plainRole({ headcount: 5, kpis: [plainKpi({ id: "a", weight: half, curve: BENT, outlook: SKEWED }), plainKpi({ id: "b", weight: half, outlook: { shape: "normal", mean: 0.95, spread: 0.3 } })], ...changes });

describe("the inner loop", () => {
  it("reads any curve as the engine does, corners included", () => {
    fc.assert(fc.property(curveArbitrary(), fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 1, maxLength: 20 }), (curve, places) => {
      const compiled = compileCurve(curve);
      fc.pre(compiled.slope.every((slope) => Math.abs(slope) < 1e4));
      const attainments = Float32Array.from([...places, ...compiled.x.filter((x) => x <= 100 && Math.fround(x) === x)]);
      const sums = new Float64Array(attainments.length);
      addPayouts(kernelOf(compiled), 1, attainments, 0, attainments.length, sums);
      attainments.forEach((attainment, index) => expect(Math.abs((sums[index] ?? Number.NaN) - factorAt(compiled, attainment))).toBeLessThan(1e-9 * Math.max(1, factorAt(compiled, attainment))));
    }), { numRuns: 300 });
  });
});

describe("simulated years", () => {
  it("vary less between companies of many than of few, unless the market moves all", () => {
    const spreadOf = (headcount: number, marketCorrelation: number): number => {
      const { standardError, meanCost } = simulate(planOf([seller({ headcount })], { marketCorrelation, sellerCorrelation: 0 }));
      return standardError / meanCost;
    };
    expect(spreadOf(100, 0) / spreadOf(4, 0)).toBeCloseTo(1 / 5, 1);
    expect(spreadOf(100, 0.5) / spreadOf(4, 0.5)).toBeGreaterThan(0.75);
  });

  it("are the same to the last bit again, after other documents, and from kept draws", () => {
    const scenario = planOf([seller(), seller({ id: "other", headcount: 2 })]);
    const alone = simulate(scenario);
    const simulator = createSimulator();
    const changed = planOf([seller({ onTargetEarnings: 150_000 }), seller({ id: "other", headcount: 2 })]);
    for (const each of [changed, scenario, changed, scenario]) {
      simulator.begin(each);
      while (simulator.advance());
    }
    expect(simulator.outcome()).toEqual(alone);
  });

  it("leave everyone where they are when a seller, a KPI or a role comes in", () => {
    const certain = plainKpi({ id: "c", weight: basisPoints(0), curve: null, outlook: { shape: "normal", mean: 1, spread: 0.1 } });
    const before = simulate(planOf([seller()])).costs;
    const pay = (scenario: Scenario): number => simulate(scenario).meanCost;
    expect([...simulate(planOf([seller({ kpis: [...seller().kpis, certain] })])).costs]).toEqual([...before]);
    // Two groups of five are not one group of ten drawn again: the first five earn what they did.
    expect(pay(planOf([seller({ headcount: 10 })])) - pay(planOf([seller()]))).toBeGreaterThan(0.9 * pay(planOf([seller()])));
    const [both, one, other] = [planOf([seller(), seller({ id: "x" })]), planOf([seller()]), planOf([seller({ id: "x" })])].map(pay);
    expect(both).toBeCloseTo((one ?? 0) + (other ?? 0), 3);
  });

  it("have a first answer of 1,000 years that the full one begins with", () => {
    const simulator = createSimulator();
    simulator.begin(planOf([seller()]));
    expect(simulator.outcome()).toBeNull();
    while (simulator.outcome() === null) simulator.advance();
    const coarse = simulator.outcome();
    expect(coarse).toMatchObject({ trials: 1_000, isCoarse: true });
    expect(coarse?.costs).toEqual(simulate(planOf([seller()], { trials: 1_000 })).costs);
  });

  it("pay a gate that everyone passes, and a modifier of 1, as if there were none; without a closed form the mean stands", () => {
    const linked = seller({ links: [{ kind: "gate", measuredBy: "b", minimum: 0, appliesTo: ["a"], otherwise: "no-payout" }, { kind: "modifier", measuredBy: "a", appliesTo: "all", curve: { kind: "steps", cap: null, steps: [{ from: 0, payout: 1 }] } }] });
    const [free, held] = [simulate(planOf([seller()])), simulate(planOf([linked]))];
    expect(held.meanCost).toBeCloseTo(free.meanCost, -1);
    expect(held.roles[0]?.isExact).toBe(false);
    expect(held.expected.cost).toBe(Math.round(held.meanCost));
    expect(held.expectedError).toBeCloseTo(held.standardError, 6);
  });

  it("never pay more than the plan cap", () => {
    const capped = simulate(planOf([seller({ payoutCap: 1, headcount: 1 })]));
    expect(capped.costs.at(-1)).toBeLessThanOrEqual(100_000_00);
    expect(capped.p90).toBe(100_000_00);
  });

  it("swing from period to period where each is paid alone: a curve that bends up pays more", () => {
    const payments = { frequency: "quarterly", basis: "discrete", seasonality: "equal" } as const;
    const bent = seller({ kpis: [plainKpi({ id: "a", curve: points([[0, 0], [1, 1], [2, 4]], { above: "extend" }), outlook: { shape: "normal", mean: 1, spread: 0 } })] });
    const calm = simulate(planOf([bent], { periodSpread: 0 }, { payments }));
    const swinging = simulate(planOf([bent], { periodSpread: 0.3 }, { payments }));
    expect(calm.roles[0]?.isExact).toBe(true);
    expect(swinging.roles[0]?.isExact).toBe(false);
    expect(swinging.meanCost).toBeGreaterThan(1.05 * calm.meanCost);
    expect(simulate(planOf([bent], { periodSpread: 0.3 }, { payments: PLAIN_PAYMENTS })).meanCost).toBe(calm.meanCost);
  });

  it("draw a list of attainments as it is, and leave out who does not count", () => {
    const list = seller({ headcount: 1, kpis: [plainKpi({ id: "a", curve: BENT, outlook: { shape: "empirical", attainments: [0.6999, 0.7, 1.3] } })] });
    const { costs } = simulate(planOf([list, seller({ id: "ae", countsInCost: false })]));
    expect([...new Set(costs)]).toEqual([50_000_00, 70_000_00, 175_000_00]);
  });
});

describe("quantileOf", () => {
  it("lies straight between the nearest values", () => {
    expect(quantileOf(Float64Array.from([1, 2, 3, 4, 5]), 0.1)).toBeCloseTo(1.4, 12);
    expect(quantileOf(Float64Array.from([7]), 0.9)).toBe(7);
  });
});

describe("ten million draws", () => {
  it("mean what the closed form says to a thousandth, without a market", () => {
    const many = planOf([seller({ headcount: 500 })], { marketCorrelation: 0, sellerCorrelation: 0.3, trials: 10_000 });
    const exact = expectedCost(many).total?.incentive ?? 0;
    const simulated = simulate(many).meanCost - (expectedCost(many).total?.base ?? 0);
    expect(Math.abs(simulated / exact - 1)).toBeLessThan(1e-3);
  });
});

describe("the sellers of one year", () => {
  it("cost what the simulated year costs", () => {
    const scenario = plainScenario({
      roles: [plainRole({ id: "a", headcount: 5, kpis: [plainKpi({ id: "x", weight: basisPoints(6_000), outlook: { shape: "lognormal", mean: 1, spread: 0.3 } }), plainKpi({ id: "y", weight: basisPoints(4_000), outlook: { shape: "normal", mean: 0.9, spread: 0.2 } })] }), plainRole({ id: "b", headcount: 3 })],
      outlook: { ...plainScenario().outlook, trials: 1 },
    });
    const sellers = [...drawnSellers(scenario, 0)];
    expect(sellers.map(({ roleId, seller }) => `${roleId}${seller}`)).toEqual(["a0", "a1", "a2", "a3", "a4", "b0", "b1", "b2"]);
    const pay = sellers.reduce((sum, { roleId, attained }) => {
      const role = scenario.roles.find(({ id }) => id === roleId);
      return role === undefined ? sum : sum + evaluateRole(role, scenario, ({ id }) => attained[id]?.[0] ?? 1).pay;
    }, 0);
    expect(Math.abs(pay - (simulate(scenario).costs[0] ?? 0))).toBeLessThanOrEqual(sellers.length);
  });
});
