import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, STRAIGHT, plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import type { Draw, Payments, Role, Scenario } from "../../model/scenario.ts";
import { evaluateRole, evaluateRoleYear, evaluateScenario, evaluateYear, periodsOf, seasonsOf } from "../index.ts";
import type { PersonPeriod } from "./outcome.ts";

const QUARTERLY: Payments = { ...PLAIN_PAYMENTS, frequency: "quarterly" };
const TO_DATE: Payments = { ...QUARTERLY, basis: "cumulative" };
const context = (payments: Payments, changes: Partial<Scenario> = {}): Scenario => plainScenario({ payments, ...changes });
const cents = (periods: readonly PersonPeriod[], amount: "earned" | "drawn" | "recovered" | "paid" | "balance"): number[] => periods.map((period) => period[amount] / 100);
/** 50,000 of target incentive a year along a straight line: 12,500 a quarter at target. */
const straight = (changes: Partial<Role> = {}): Role => plainRole({ kpis: [plainKpi({ curve: STRAIGHT })], ...changes });
const by = (attained: readonly number[]) => (_: string, period: number): number => attained[period] ?? 1;

describe("a year in quarters", () => {
  it("pays each period on its own target, or the year to date less what was paid", () => {
    const role = plainRole({ kpis: [plainKpi({ curve: points([[0.5, 0], [1, 1], [1.5, 2.5]], { above: "extend" }) })] });
    const attained = by([0.4, 1, 1.2, 1.4]);
    expect(cents(evaluateRoleYear(role, context(QUARTERLY), attained).staff.periods, "paid")).toEqual([0, 12_500, 20_000, 27_500]);
    expect(cents(evaluateRoleYear(role, context(TO_DATE), attained).staff.periods, "paid")).toEqual([0, 10_000, 17_500, 22_500].map((paid, index) => [0, 10_000, 17_500, 22_500][index] === paid ? [0, 10_000, 17_500, 22_500][index] : paid));
  });

  it("takes back what a weak period makes too much", () => {
    const role = plainRole({ kpis: [plainKpi({ curve: points([[0.7, 0.7], [1, 1]]) })] });
    expect(cents(evaluateRoleYear(role, context(TO_DATE), by([1, 0.2, 1, 1])).staff.periods, "paid")).toEqual([12_500, -12_500, 27_500, 12_500]);
  });

  it("weighs periods by their season", () => {
    const seasons: Payments = { ...QUARTERLY, seasonality: [0.1, 0.2, 0.3, 0.4] };
    const { staff, creditedRevenue } = evaluateRoleYear(straight(), context(seasons), by([1, 1, 0.5, 1]));
    expect(cents(staff.periods, "paid")).toEqual([5_000, 10_000, 7_500, 20_000]);
    expect(staff.periods.map((period) => period.kpis[0]?.target)).toEqual(seasonsOf(seasons).map((season) => season * plainKpi().target));
    expect(creditedRevenue).toBe(0);
  });

  it("uses the plan cap up", () => {
    const role = straight({ payoutCap: 0.625 });
    for (const payments of [QUARTERLY, TO_DATE]) {
      const { periods } = evaluateRoleYear(role, context(payments), by([1, 1, 1, 1])).staff;
      expect(cents(periods, "earned")).toEqual([12_500, 12_500, 6_250, 0]);
      expect(periods.map((period) => period.planCapBinds)).toEqual([false, false, true, true]);
    }
  });
});

describe("new hires", () => {
  it("start in their period on a ramped target and target incentive", () => {
    const role = straight({ headcount: 3, newHires: [{ count: 2, startPeriod: 2, ramp: [0.5, 0.75] }] });
    const year = evaluateRoleYear(role, context(QUARTERLY), by([]));
    expect(year.staff.people).toBe(1);
    expect(year.hires.map(({ people, startPeriod, base, incentive }) => [people, startPeriod, base / 100, incentive / 100])).toEqual([[2, 2, 37_500, 6_250 + 9_375 + 12_500]]);
    expect(year.cost.base / 100).toBe(50_000 + 2 * 37_500);
    expect(year.cost.incentive / 100).toBe(50_000 + 2 * 28_125);
  });

  it("beyond the headcount have no seat", () => {
    const year = evaluateRoleYear(straight({ headcount: 1, newHires: [{ count: 3, startPeriod: 1, ramp: [] }, { count: 1, startPeriod: 2, ramp: [] }] }), context(QUARTERLY), by([]));
    expect([year.staff.people, ...year.hires.map((hire) => hire.people), year.withoutSeat]).toEqual([0, 1, 0, 3]);
  });

  it("who would start after the last period start in it", () => {
    const year = evaluateRoleYear(straight({ newHires: [{ count: 1, startPeriod: 9, ramp: [] }] }), context(QUARTERLY), by([]));
    expect(year.hires[0]?.startPeriod).toBe(4);
    expect(year.hires[0]?.periods.map((period) => period.period)).toEqual([4]);
  });

  it("cost the fixed amount for the part of the year they are there", () => {
    const cost = { ...plainScenario().cost, fixedPerHead: 1_000 };
    const year = evaluateRoleYear(straight({ newHires: [{ count: 1, startPeriod: 4, ramp: [] }] }), context(QUARTERLY, { cost }), by([]));
    expect(year.hires[0]?.burden).toBe(25_000);
  });
});

describe("draws and guarantees", () => {
  const drawn = (kind: Draw["kind"], periods: number, attained: readonly number[]): readonly PersonPeriod[] =>
    evaluateRoleYear(straight({ draw: { kind, perPeriod: 7_500, periods } }), context(QUARTERLY), by(attained)).staff.periods;

  it.each(["non-recoverable", "guarantee"] as const)("%s: tops pay up while it runs, and takes nothing back", (kind) => {
    const periods = drawn(kind, 2, [0.2, 0.8, 0.2, 1]);
    expect(cents(periods, "earned")).toEqual([2_500, 10_000, 2_500, 12_500]);
    expect(cents(periods, "drawn")).toEqual([5_000, 0, 0, 0]);
    expect(cents(periods, "paid")).toEqual([7_500, 10_000, 2_500, 12_500]);
  });

  it("recoverable: is repaid from what is earned above it, afterwards from everything", () => {
    const periods = drawn("recoverable", 2, [0, 0.8, 0.2, 1]);
    expect(cents(periods, "drawn")).toEqual([7_500, 0, 0, 0]);
    expect(cents(periods, "recovered")).toEqual([0, 2_500, 2_500, 2_500]);
    expect(cents(periods, "paid")).toEqual([7_500, 7_500, 0, 10_000]);
    expect(cents(periods, "balance")).toEqual([7_500, 5_000, 2_500, 0]);
  });

  it("covers the new hires from their start, and everyone where there are none", () => {
    const role = straight({ headcount: 2, draw: { kind: "guarantee", perPeriod: 20_000, periods: 1 } });
    expect(cents(evaluateRoleYear(role, context(QUARTERLY), by([])).staff.periods, "paid")).toEqual([20_000, 12_500, 12_500, 12_500]);
    const { staff, hires } = evaluateRoleYear({ ...role, newHires: [{ count: 1, startPeriod: 3, ramp: [0.5] }] }, context(QUARTERLY), by([]));
    expect(cents(staff.periods, "paid")).toEqual([12_500, 12_500, 12_500, 12_500]);
    expect(cents(hires[0]?.periods ?? [], "paid")).toEqual([20_000, 12_500]);
  });
});

describe("any scenario", () => {
  const attainments = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 12, maxLength: 12 });
  const settled = (scenario: Scenario): Scenario => ({ ...scenario, roles: scenario.roles.map((role) => ({ ...role, newHires: [], draw: null })) });

  it("is the full year where every period stands at one attainment and nobody joins or draws", () => {
    fc.assert(fc.property(scenarioArbitrary(), fc.double({ min: 0, max: 3, noNaN: true }), (random, attainment) => {
      const scenario = settled(random);
      const year = evaluateYear(scenario, () => attainment);
      scenario.roles.forEach((role, index) => {
        const full = evaluateRole(role, scenario, () => attainment);
        const { staff, cost } = year.roles[index] ?? {};
        expect({ base: staff?.base, incentive: staff?.incentive, pay: staff?.pay, burden: staff?.burden, cost }).toEqual({ base: full.base, incentive: full.incentive, pay: full.pay, burden: full.burden, cost: full.cost });
      });
      const each = Object.fromEntries(scenario.roles.map((role) => [role.id, Object.fromEntries(role.kpis.map((kpi) => [kpi.id, attainment]))]));
      const { base, incentive, burden, cost } = evaluateScenario(scenario, { kind: "each", byRole: each }).total;
      expect(year.total).toMatchObject({ base, incentive, burden, cost });
    }));
  });

  it("paid on the year to date, the payments total the annual figure at the year's attainment", () => {
    fc.assert(fc.property(scenarioArbitrary(), attainments, (random, path) => {
      const scenario: Scenario = { ...settled(random), payments: { ...random.payments, basis: "cumulative" } };
      const seasons = seasonsOf(scenario.payments);
      const mean = seasons.reduce((sum, season, period) => sum + season * (path[period] ?? 1), 0) / seasons.reduce((sum, season) => sum + season, 0);
      for (const role of scenario.roles) {
        const { staff } = evaluateRoleYear(role, scenario, (_, period) => path[period] ?? 1);
        expect(staff.incentive).toBe(evaluateRole(role, scenario, () => mean).incentive);
      }
    }));
  });

  it("paid each period alone along straight lines from zero, it pays what the year to date does, to the rounding", () => {
    fc.assert(fc.property(scenarioArbitrary(), attainments, (random, path) => {
      const roles = random.roles.map((role) => ({ ...role, links: [], payoutCap: null, newHires: [], draw: null, kpis: role.kpis.map((kpi) => ({ ...kpi, curve: kpi.curve === null ? null : STRAIGHT })) }));
      const at = (_: string, period: number): number => path[period] ?? 1;
      for (const role of roles) {
        const yearOf = (basis: Payments["basis"]): number => evaluateRoleYear(role, { ...random, payments: { ...random.payments, basis } }, at).staff.incentive;
        // Each period of each KPI rounds its target incentive (a unit, times an attainment of at most 3) and its payout.
        expect(Math.abs(yearOf("discrete") - yearOf("cumulative"))).toBeLessThanOrEqual(4 * periodsOf(random.payments) * role.kpis.length + 1e-9 * Math.abs(yearOf("cumulative")));
      }
    }));
  });

  it("never passes the plan cap over a year, and a recoverable draw is owed exactly as far as it is not repaid", () => {
    fc.assert(fc.property(scenarioArbitrary(), attainments, (scenario, path) => {
      for (const role of scenario.roles) {
        const year = evaluateRoleYear(role, scenario, (_, period) => path[period] ?? 1);
        for (const person of [year.staff, ...year.hires]) {
          for (const amount of [person.base, person.incentive, person.pay, person.burden]) expect(Number.isFinite(amount)).toBe(true);
          const sum = (amount: "drawn" | "recovered" | "paid" | "earned"): number => person.periods.reduce((total, period) => total + period[amount], 0);
          expect(sum("paid")).toBe(sum("earned") + sum("drawn") - sum("recovered"));
          if (role.draw?.kind === "recoverable") {
            expect(person.periods.at(-1)?.balance).toBe(sum("drawn") - sum("recovered"));
            for (const period of person.periods) expect(period.balance).toBeGreaterThanOrEqual(0);
          } else {
            expect(sum("recovered")).toBe(0);
          }
        }
        if (role.payoutCap !== null) {
          const { targetIncentive } = evaluateRole(role, scenario, () => 1);
          expect(year.staff.earned).toBeLessThanOrEqual(Math.round(targetIncentive * role.payoutCap) + 1);
        }
      }
    }));
  });
});
