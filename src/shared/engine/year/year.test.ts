/** The year period by period, on plans small enough to do by hand; the tables of docs/compensation-model.md among them. */
import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, STRAIGHT, plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import type { Draw, Payments, Role } from "../../model/scenario.ts";
import { basisPoints } from "../../units/basis-points.ts";
import { evaluateRole, evaluateRoleYear, evaluateYear, yearAttainment } from "../index.ts";
import type { PersonPeriod, PersonYear, RoleYear } from "../index.ts";

const QUARTERLY: Payments = { frequency: "quarterly", basis: "discrete", seasonality: "equal" };
const CUMULATIVE: Payments = { ...QUARTERLY, basis: "cumulative" };

/** Nothing below 80 %, then two for one: $12,500 a quarter at target. */
const FROM_80 = points([[0.8, 0.6], [1, 1], [1.5, 2]], { above: "extend" });
const role = (changes: Partial<Role> = {}): Role => plainRole({ kpis: [plainKpi({ curve: FROM_80 })], ...changes });
const straight = (changes: Partial<Role> = {}): Role => plainRole({ kpis: [plainKpi({ curve: STRAIGHT })], ...changes });

/** The year of a role at one attainment a quarter, everything else as in the plain plan. */
function year(plan: Role, payments: Payments, attainments: readonly number[], cost: Partial<ReturnType<typeof plainScenario>["cost"]> = {}): RoleYear {
  const scenario = plainScenario({ payments });
  return evaluateRoleYear(plan, { ...scenario, cost: { ...scenario.cost, ...cost } }, (_, period) => attainments[period] ?? 1);
}

/** A column of a person's year, in dollars. */
function dollars(person: PersonYear | undefined, key: "base" | "earned" | "drawn" | "recovered" | "paid" | "balance"): readonly number[] {
  return (person?.periods ?? []).map((period: PersonPeriod) => period[key] / 100);
}

describe("discrete and cumulative payment", () => {
  const attainments = [0.7, 1.1, 0.9, 1.3];

  it("pays each period by its own attainment, or the year to date less what was paid", () => {
    const discrete = year(role(), QUARTERLY, attainments).staff;
    expect(dollars(discrete, "earned")).toEqual([0, 15_000, 10_000, 20_000]);
    expect(discrete.periods.map((period) => period.kpis[0]?.attainment)).toEqual(attainments);
    const cumulative = year(role(), CUMULATIVE, attainments).staff;
    expect(cumulative.periods.map((period) => period.kpis[0]?.attainment)).toEqual([0.7, 0.9, 0.9, 1]);
    expect(cumulative.periods.map((period) => period.kpis[0]?.payoutFactor)).toEqual([0, 0.8, 0.8, 1]);
    expect(dollars(cumulative, "earned")).toEqual([0, 20_000, 10_000, 20_000]);
    expect([discrete.incentive, cumulative.incentive]).toEqual([4_500_000, 5_000_000]);
  });

  it("takes back what was paid too early", () => {
    expect(dollars(year(role(), CUMULATIVE, [1.5, 0.5, 0.1, 0.7]).staff, "earned")).toEqual([25_000, 0, -25_000, 0]);
  });

  it("weighs the year to date by the targets of its periods", () => {
    const seasonal: Payments = { ...CUMULATIVE, seasonality: [0.1, 0.2, 0.3, 0.4] };
    const [first, second, third, fourth] = year(straight(), seasonal, [2, 0.5, 1, 1]).staff.periods;
    expect([first, second, third, fourth].map((period) => period?.kpis[0]?.target)).toEqual([100_000, 200_000, 300_000, 400_000]);
    expect([first, second, third, fourth].map((period) => period?.kpis[0]?.attainment)).toEqual([2, 1, 1, 1]);
    expect([first, second, third, fourth].map((period) => (period?.earned ?? 0) / 100)).toEqual([10_000, 5_000, 15_000, 20_000]);
  });

  it("pays nothing in a period without target, and stands at target before the first target", () => {
    const late: Payments = { ...CUMULATIVE, seasonality: [0, 0.5, 0, 0.5] };
    const periods = year(straight(), late, [3, 1.2, 3, 0.8]).staff.periods;
    expect(periods.map((period) => period.kpis[0]?.attainment)).toEqual([1, 1.2, 1.2, 1]);
    expect(periods.map((period) => period.earned / 100)).toEqual([0, 30_000, 0, 20_000]);
  });

  it("has the attainment of the year as the mean of its periods, weighted by their targets", () => {
    const seasonality = [0.1, 0.2, 0.3, 0.4];
    expect(yearAttainment([2, 0.5, 1, 1.25], { ...QUARTERLY, seasonality })).toBeCloseTo(1.1, 12);
    expect(yearAttainment([2, 0.5, 1, 1.3], QUARTERLY)).toBeCloseTo(1.2, 12);
  });

  it("reads links in the same period, or in the same year to date", () => {
    const gated = plainRole({
      kpis: [plainKpi({ curve: STRAIGHT }), plainKpi({ id: "partners", weight: basisPoints(0), curve: null })],
      links: [{ kind: "gate", measuredBy: "partners", minimum: 0.9, appliesTo: "all", otherwise: "no-payout" }],
    });
    const pays = (payments: Payments): readonly number[] =>
      evaluateRoleYear(gated, plainScenario({ payments }), (kpi, period) => (kpi === "partners" ? ([1, 0.6, 1.2, 0.8][period] ?? 1) : 1)).staff.periods.map((period) => period.earned / 100);
    expect(pays(QUARTERLY)).toEqual([12_500, 0, 12_500, 0]);
    // Partners to date: 1, 0.8, 0.933, 0.9.
    expect(pays(CUMULATIVE)).toEqual([12_500, -12_500, 37_500, 12_500]);
  });

  it("counts credited revenue by the target of each period", () => {
    const credited = plainRole({ headcount: 10, vacancy: 0.2, kpis: [plainKpi({ revenue: "credited" })] });
    expect(year(credited, { ...QUARTERLY, seasonality: [0.1, 0.2, 0.3, 0.4] }, [1, 1, 1, 2]).creditedRevenue).toBe(8 * 140_000_000);
  });
});

describe("the plan cap", () => {
  it("is used up over the year", () => {
    const { staff } = year(straight({ payoutCap: 1.2 }), QUARTERLY, [2, 2, 1, 1]);
    expect(dollars(staff, "earned")).toEqual([25_000, 25_000, 10_000, 0]);
    expect(staff.periods.map((period) => period.planCapBinds)).toEqual([false, false, true, true]);
    expect(staff.periods.map((period) => (period.kpis[0]?.payout ?? 0) / 100)).toEqual([25_000, 25_000, 12_500, 12_500]);
  });

  it("limits what is earned to date, so that a later fall is taken back from the cap only where it falls below it", () => {
    const { staff } = year(straight({ payoutCap: 0.9 }), CUMULATIVE, [2, 2, 0, 0]);
    expect(dollars(staff, "earned")).toEqual([25_000, 20_000, 0, 0]);
    expect(staff.periods.map((period) => period.planCapBinds)).toEqual([false, true, false, false]);
  });

  it("is for new hires that of their periods, ramp included", () => {
    const { hires } = year(straight({ headcount: 2, payoutCap: 1, newHires: [{ count: 1, startPeriod: 3, ramp: [0.5] }] }), QUARTERLY, [1, 1, 2, 2]);
    expect(dollars(hires[0], "earned")).toEqual([12_500, 6_250]);
  });
});

describe("new hires", () => {
  const plan = role({ headcount: 5, newHires: [{ count: 2, startPeriod: 2, ramp: [0.25, 0.5] }, { count: 1, startPeriod: 4, ramp: [] }] });

  it("are people of the headcount, paid from their first period, target and incentive on the ramp", () => {
    const { staff, hires, withoutSeat } = year(plan, QUARTERLY, [1, 1, 1, 1]);
    expect([staff.people, ...hires.map((group) => group.people), withoutSeat]).toEqual([2, 2, 1, 0]);
    expect(hires[0]?.periods.map((period) => period.period)).toEqual([2, 3, 4]);
    expect(hires[0]?.periods.map((period) => period.kpis[0]?.target)).toEqual([62_500, 125_000, 250_000]);
    expect(dollars(hires[0], "earned")).toEqual([3_125, 6_250, 12_500]);
    expect(dollars(hires[0], "base")).toEqual([12_500, 12_500, 12_500]);
    expect(hires[1]?.pay).toBe(2_500_000);
  });

  it("weigh their year to date by their own targets", () => {
    const { hires } = year(plan, CUMULATIVE, [1, 1.5, 0.75, 1]);
    expect(hires[0]?.periods.map((period) => period.kpis[0]?.attainment)).toEqual([1.5, 1, 1]);
    expect(dollars(hires[0], "earned")).toEqual([6_250, 3_125, 12_500]);
  });

  it("cost from their first period on, the fixed part of burden in proportion", () => {
    const { cost, hires, staff } = year(plan, QUARTERLY, [1, 1, 1, 1], { burdenOnBase: 0.2, burdenOnVariable: 0.1, fixedPerHead: 1_000 });
    expect([staff, ...hires].map((group) => group.burden)).toEqual([1_600_000, 750_000 + 218_750 + 75_000, 250_000 + 125_000 + 25_000]);
    expect(cost.base).toBe(2 * 5_000_000 + 2 * 3_750_000 + 1_250_000);
    expect(cost.incentive).toBe(2 * 5_000_000 + 2 * 2_187_500 + 1_250_000);
    expect(cost.cost).toBe(cost.base + cost.incentive + cost.burden);
  });

  it("are credited with what they reach of their own targets", () => {
    const credited = plainRole({ headcount: 2, newHires: [{ count: 1, startPeriod: 3, ramp: [0.5] }], kpis: [plainKpi({ revenue: "credited" })] });
    expect(year(credited, QUARTERLY, [1, 1, 1.2, 1]).creditedRevenue).toBe(105_000_000 + 40_000_000);
  });

  it("are paid the base of the periods they are there, to the cent", () => {
    const { staff, hires } = year(straight({ headcount: 2, onTargetEarnings: 100_000.02, newHires: [{ count: 1, startPeriod: 2, ramp: [] }] }), QUARTERLY, []);
    expect([staff.periods.map((period) => period.base), hires[0]?.base]).toEqual([[1_250_001, 1_250_000, 1_250_000, 1_250_000], 3_750_000]);
  });

  it("beyond the headcount have no seat, later groups first", () => {
    const { staff, hires, withoutSeat } = year({ ...plan, headcount: 2 }, QUARTERLY, []);
    expect([staff.people, ...hires.map((group) => group.people), withoutSeat]).toEqual([0, 2, 0, 1]);
  });

  it("who join after the year's last period are paid nothing in it", () => {
    const { hires, cost } = year(role({ newHires: [{ count: 1, startPeriod: 5, ramp: [] }] }), QUARTERLY, []);
    expect(hires[0]).toMatchObject({ people: 1, periods: [], pay: 0, burden: 0 });
    expect(cost.cost).toBe(0);
  });

  it("earn half of the year on a ramp of half in a year that is paid once", () => {
    const { hires } = year(straight({ newHires: [{ count: 1, startPeriod: 1, ramp: [0.5, 1] }] }), PLAIN_PAYMENTS, [1.2]);
    expect(hires[0]?.incentive).toBe(3_000_000);
  });
});

describe("draws and guarantees", () => {
  const draw = (kind: Draw["kind"], periods: number): Draw => ({ kind, perPeriod: 10_000, periods });

  it("a recoverable draw tops up, and later earnings repay it down to the draw, then down to nothing", () => {
    const { staff } = year(straight({ draw: draw("recoverable", 3) }), QUARTERLY, [0.4, 1.2, 0.4, 1]);
    expect(dollars(staff, "earned")).toEqual([5_000, 15_000, 5_000, 12_500]);
    expect(dollars(staff, "drawn")).toEqual([5_000, 0, 5_000, 0]);
    expect(dollars(staff, "recovered")).toEqual([0, 5_000, 0, 5_000]);
    expect(dollars(staff, "paid")).toEqual([10_000, 10_000, 10_000, 7_500]);
    expect(dollars(staff, "balance")).toEqual([5_000, 0, 5_000, 0]);
    expect(staff.incentive).toBe(staff.earned);
  });

  it("while it runs, only what is earned beyond it repays", () => {
    const { staff } = year(straight({ draw: draw("recoverable", 4) }), QUARTERLY, [0, 1, 1.2, 2]);
    expect(dollars(staff, "recovered")).toEqual([0, 2_500, 5_000, 2_500]);
    expect(dollars(staff, "paid")).toEqual([10_000, 10_000, 10_000, 22_500]);
    expect(dollars(staff, "balance")).toEqual([10_000, 7_500, 2_500, 0]);
  });

  it("what is not repaid at the year's end stays owed", () => {
    const { staff } = year(straight({ draw: draw("recoverable", 3) }), QUARTERLY, [0, 0, 0, 1]);
    expect(dollars(staff, "paid")).toEqual([10_000, 10_000, 10_000, 0]);
    expect(dollars(staff, "balance")).toEqual([10_000, 20_000, 30_000, 17_500]);
  });

  it.each(["non-recoverable", "guarantee"] as const)("a %s pays the higher of the two while it runs and is owed to nobody", (kind) => {
    const { staff } = year(straight({ draw: draw(kind, 2) }), QUARTERLY, [0.4, 1.2, 0.4, 0.4]);
    expect(dollars(staff, "paid")).toEqual([10_000, 15_000, 5_000, 5_000]);
    expect(dollars(staff, "balance")).toEqual([0, 0, 0, 0]);
  });

  it("tops up also what a cumulative plan takes back, and after the draw nothing is repaid out of less than nothing", () => {
    const { staff } = year(role({ draw: draw("recoverable", 2) }), CUMULATIVE, [1.5, 0, 0.6, 0.6]);
    expect(dollars(staff, "earned")).toEqual([25_000, -25_000, 0, 0]);
    expect(dollars(staff, "paid")).toEqual([25_000, 10_000, 0, 0]);
    expect(dollars(staff, "balance")).toEqual([0, 35_000, 35_000, 35_000]);
    const taken = year(role({ draw: draw("recoverable", 1) }), CUMULATIVE, [1.5, 0, 0, 0]).staff;
    expect(dollars(taken, "paid")).toEqual([25_000, -25_000, 0, 0]);
  });

  it("covers the new hires only, from their own first period", () => {
    const { staff, hires } = year(straight({ headcount: 2, draw: draw("guarantee", 2), newHires: [{ count: 1, startPeriod: 2, ramp: [] }] }), QUARTERLY, [0, 0, 0, 0]);
    expect(dollars(staff, "paid")).toEqual([0, 0, 0, 0]);
    expect(dollars(hires[0], "paid")).toEqual([10_000, 10_000, 0]);
  });
});

describe("the year of a scenario", () => {
  const plans = [role({ id: "a", headcount: 3 }), role({ id: "b", headcount: 2, countsInCost: false })];

  it("sums the roles that count, and asks by role, KPI and period", () => {
    const scenario = plainScenario({ payments: QUARTERLY, roles: plans });
    const asked = new Set<string>();
    const { total, roles } = evaluateYear(scenario, (roleId, kpiId, period) => {
      asked.add(`${roleId}.${kpiId}.${period}`);
      return roleId === "a" ? 1 : 2;
    });
    expect(asked).toContain("b.sales.3");
    expect(total).toEqual({ ...roles[0]?.cost, creditedRevenue: 0 });
    expect(total.cost).toBe(3 * evaluateRole(plans[0] ?? role(), scenario, () => 1).costPerHead);
  });
});
