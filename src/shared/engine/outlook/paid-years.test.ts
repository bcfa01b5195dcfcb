/** What people of a simulated year are paid, against the year as it is paid for one person: links, caps, periods, draws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { roleArbitrary, scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import type { Draw, KpiOutlook, Role, Scenario } from "../../model/scenario.ts";
import { basisPoints } from "../../units/basis-points.ts";
import { evaluateRoleYear, expectedCost, periodsOf } from "../index.ts";
import { drawnSellers } from "./one-year.ts";
import { simulate } from "./simulate.ts";

const QUARTERS = { frequency: "quarterly", basis: "discrete", seasonality: "equal" } as const;

function planOf(roles: readonly Role[], outlook: Partial<Scenario["outlook"]> = {}, more: Partial<Scenario> = {}): Scenario {
  const plain = plainScenario({ roles });
  return { ...plain, ...more, outlook: { ...plain.outlook, trials: 1_000, ...outlook } };
}

/** One seat per seller, paid period by period with all rounding. */
function paidOneByOne(scenario: Scenario, role: Role, year: number, covered: number): number {
  const one = (seller: number): Role => ({ ...role, headcount: 1, newHires: [], draw: seller < covered ? role.draw : null });
  return [...drawnSellers({ ...scenario, roles: [role] }, year)].reduce((sum, { seller, attained }) => {
    const { staff } = evaluateRoleYear(one(seller), scenario, (kpiId, period) => attained[kpiId]?.[period] ?? attained[kpiId]?.[0] ?? 1);
    return sum + staff.incentive;
  }, 0);
}

describe("a simulated year", () => {
  it("pays every seller what their year pays, period by period, but for rounding", () => {
    fc.assert(fc.property(scenarioArbitrary(), roleArbitrary(), fc.integer({ min: 1, max: 4 }), fc.double({ min: 0, max: 0.5, noNaN: true }), (drafted, plan, headcount, periodSpread) => {
      const role: Role = { ...plan, id: "r", headcount, vacancy: 0, countsInCost: true };
      const scenario: Scenario = { ...drafted, roles: [role], cost: { ...drafted.cost, burdenOnVariable: 0 }, outlook: { ...drafted.outlook, trials: 1, periodSpread } };
      const outcome = simulate(scenario);
      const fixed = simulate({ ...scenario, roles: [{ ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, curve: kpi.curve === null ? null : points([[0, 0]]) })), links: [], draw: null }] }).meanCost;
      const covered = role.draw === null ? 0 : role.newHires.length === 0 ? headcount : Math.min(headcount, role.newHires.reduce((sum, { count }) => sum + count, 0));
      const paid = paidOneByOne(scenario, role, 0, covered);
      fc.pre(Number.isFinite(paid) && paid < 1e13);
      // Each KPI of each period is rounded, its share of the period before by as much, which its factor multiplies.
      const most = Math.max(1, ...role.kpis.map(() => 1), paid / Math.max(1, role.onTargetEarnings * 100 * (1 - role.baseShare)));
      const slack = headcount * periodsOf(scenario.payments) * (role.kpis.length + 1) * (1 + most);
      expect(Math.abs(outcome.meanCost - fixed - paid)).toBeLessThanOrEqual(slack + 1e-9 * paid);
    }), { numRuns: 300 });
  });

  it("takes an attainment that is exactly on a corner as reached, whatever the plan has besides", () => {
    const certain = (mean: number): KpiOutlook => ({ shape: "normal", mean, spread: 0 });
    for (const minimum of [0.7, 0.8, 0.9, 1.1, 1.3]) {
      const gated = plainRole({
        headcount: 10,
        kpis: [plainKpi({ id: "a" }), plainKpi({ id: "m", weight: basisPoints(0), curve: null, outlook: certain(minimum) })],
        links: [{ kind: "gate", measuredBy: "m", minimum, appliesTo: "all", otherwise: "no-payout" }],
      });
      expect(simulate(planOf([{ ...gated, kpis: gated.kpis.map((kpi) => (kpi.id === "a" ? { ...kpi, outlook: certain(1) } : kpi)) }])).meanCost).toBe(1_000_000_00);
    }
    const list = plainRole({ headcount: 10, kpis: [plainKpi({ curve: { kind: "steps", cap: null, steps: [{ from: 0.9, payout: 1 }] }, outlook: { shape: "empirical", attainments: [0.9, 0.9, 1, 1.1] } })] });
    expect(simulate(planOf([{ ...list, payoutCap: 5 }])).meanCost).toBe(1_000_000_00);
    expect(simulate(planOf([list])).meanCost).toBe(1_000_000_00);
  });
});

describe("periods that swing", () => {
  const certain = plainKpi({ id: "a", outlook: { shape: "normal", mean: 1, spread: 0 } });

  it("leave the year what it is: on a straight line every year costs the same", () => {
    for (const seasonality of ["equal", [0.4, 0.3, 0.2, 0.1]] as const) {
      const { p10, p90, expected } = simulate(planOf([plainRole({ headcount: 1, kpis: [certain] })], { periodSpread: 0.3 }, { payments: { ...QUARTERS, seasonality } }));
      for (const cost of [p10, p90, expected.cost]) expect(Math.abs(cost - 100_000_00)).toBeLessThanOrEqual(1);
    }
  });

  it("average to the year's attainment, weighted by the periods' targets", () => {
    const seasons = [0.4, 0.3, 0.2, 0.1];
    const scenario = planOf([plainRole({ headcount: 3, kpis: [{ ...certain, outlook: { shape: "lognormal", mean: 1.1, spread: 0.3 } }] })], { periodSpread: 0.4 }, { payments: { ...QUARTERS, seasonality: seasons } });
    const yearly = [...drawnSellers({ ...scenario, outlook: { ...scenario.outlook, periodSpread: 0 } }, 5)].map(({ attained }) => attained["a"]?.[0] ?? Number.NaN);
    const periods = [...drawnSellers(scenario, 5)].map(({ attained }) => attained["a"] ?? []);
    for (const [seller, attained] of periods.entries()) {
      expect(attained.reduce((sum, each, period) => sum + (seasons[period] ?? 0) * each, 0)).toBeCloseTo(yearly[seller] ?? Number.NaN, 6);
      expect(Math.max(...attained) - Math.min(...attained)).toBeGreaterThan(0.05);
    }
  });

  it("pay more under a curve that bends up, by as much as a simulation written the textbook way", () => {
    const bent = plainRole({ headcount: 1, kpis: [{ ...certain, curve: points([[0, 0], [1, 1], [2, 4]], { above: "extend" }) }] });
    const swinging = simulate(planOf([bent], { periodSpread: 0.3, trials: 40_000 }, { payments: QUARTERS }));
    let state = 7;
    const uniform = (): number => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) + 0.5) / 4_294_967_296;
    const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const logSpread = Math.sqrt(Math.log(1.09));
    let added = 0;
    for (let year = 0; year < 40_000; year += 1) {
      const swings = [0, 0, 0, 0].map(() => Math.exp(logSpread * normal()));
      const mean = swings.reduce((sum, swing) => sum + swing, 0) / 4;
      added += swings.reduce((sum, swing) => sum + 2 * Math.max(0, swing / mean - 1), 0) / 4 / 40_000;
    }
    expect((swinging.meanCost - 100_000_00) / 50_000_00).toBeCloseTo(added, 2);
  });
});

describe("draws and guarantees", () => {
  const half = plainRole({ headcount: 4, kpis: [plainKpi({ outlook: { shape: "normal", mean: 0.5, spread: 0 } })] });
  const draw = (changes: Partial<Draw>): Draw => ({ kind: "guarantee", perPeriod: 10_000, periods: 4, ...changes });
  const expectedOf = (role: Role, more: Partial<Scenario> = {}): number => simulate(planOf([role], {}, { payments: QUARTERS, ...more })).expected.incentive / 100;

  it("are in what a plan is expected to cost, whose closed form then does not hold", () => {
    // Everybody earns 6,250 of 12,500 a quarter.
    expect(expectedOf(half)).toBe(4 * 25_000);
    expect(expectedOf({ ...half, draw: draw({}) })).toBe(4 * 40_000);
    expect(expectedOf({ ...half, draw: draw({ periods: 2 }) })).toBe(4 * 32_500);
    expect(expectedOf({ ...half, draw: draw({ perPeriod: 5_000 }) })).toBe(4 * 25_000);
    expect(expectedCost(planOf([{ ...half, draw: draw({}) }])).total).toBeNull();
    expect(expectedCost(planOf([{ ...half, draw: draw({ perPeriod: 0 }) }])).total).not.toBeNull();
  });

  it("that are recoverable are repaid out of later earnings; what stays owed is paid", () => {
    expect(expectedOf({ ...half, draw: draw({ kind: "recoverable", periods: 2 }) })).toBe(4 * 25_000);
    // 8,000 more than earned in three quarters, 6,250 taken back in the fourth.
    expect(expectedOf({ ...half, draw: draw({ kind: "recoverable", periods: 3 }) })).toBe(4 * 30_000);
    expect(expectedOf({ ...half, draw: draw({ kind: "non-recoverable", periods: 3 }) })).toBe(4 * 36_250);
  });

  it("cover new hires alone where a role has any, and no more of them than seats", () => {
    const hires = (count: number): Role => ({ ...half, draw: draw({}), newHires: [{ count, startPeriod: 1, ramp: [] }] });
    expect(expectedOf(hires(1))).toBe(40_000 + 3 * 25_000);
    expect(expectedOf(hires(9))).toBe(4 * 40_000);
    expect(expectedOf(hires(0))).toBe(4 * 25_000);
  });

  it("matter more where quarters swing, also where each year so far counts", () => {
    for (const basis of ["discrete", "cumulative"] as const) {
      const payments = { ...QUARTERS, basis };
      const atTarget: Role = { ...half, draw: draw({ perPeriod: 12_500 }), kpis: [plainKpi({ outlook: { shape: "normal", mean: 1, spread: 0 } })] };
      expect(expectedOf(atTarget, { payments })).toBe(4 * 50_000);
      const swinging = simulate(planOf([atTarget], { periodSpread: 0.3 }, { payments }));
      expect(swinging.expected.incentive / 100).toBeGreaterThan(4 * 51_000);
    }
  });
});
