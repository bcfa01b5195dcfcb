/** What holds for the year of every valid document. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roleArbitrary, scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { STRAIGHT } from "../../../../tests/helpers/plain-plan.ts";
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import { roundMoney, splitWhole } from "../../units/money.ts";
import { snapAttainment } from "../attainment.ts";
import { evaluateRole, evaluateRoleYear, evaluateYear, periodsOf, seasonsOf } from "../index.ts";
import type { PersonYear, RoleYear } from "../index.ts";

const attainment = fc.oneof(fc.integer({ min: 0, max: 300 }).map((points) => points / 100), fc.double({ min: 0, max: 3, noNaN: true }));
const attainments = fc.array(attainment, { minLength: 12, maxLength: 12 });
const oneRole = (scenario: Scenario, role: Role): Scenario => ({ ...scenario, roles: [role] });
const settled = (role: Role): Role => ({ ...role, newHires: [], draw: null });

/** Attainments that differ by KPI and period, from one list. */
function mixed(role: Role, list: readonly number[]): (kpiId: string, period: number) => number {
  return (kpiId, period) => list[(period + 5 * role.kpis.findIndex((kpi) => kpi.id === kpiId)) % list.length] ?? 1;
}

const people = (year: RoleYear): readonly PersonYear[] => [year.staff, ...year.hires];
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function numbersIn(value: unknown, path = ""): readonly (readonly [string, number])[] {
  if (typeof value === "number") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

describe("everybody who is there all year, without a draw", () => {
  it("is paid at one attainment in every period what the full year pays at it, to the minor unit", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), roleArbitrary(), fc.array(attainment, { minLength: 1, maxLength: 5 }), (scenario, drafted, list) => {
        const role = settled(drafted);
        const stands = (kpiId: string): number => list[role.kpis.findIndex((kpi) => kpi.id === kpiId) % list.length] ?? 1;
        const full = evaluateRole(role, scenario, (kpi) => stands(kpi.id));
        const year = evaluateRoleYear(role, scenario, stands);
        const { base, incentive, pay, burden } = year.staff;
        expect({ base, incentive, pay, burden, cost: year.cost }).toEqual({ base: full.base, incentive: full.incentive, pay: full.pay, burden: full.burden, cost: full.cost });
        expect(year.staff.earned).toBe(full.incentive);
        expect(Math.abs(year.creditedRevenue - full.creditedRevenue)).toBeLessThanOrEqual(1e-9 * full.creditedRevenue);
      }),
      { numRuns: 200 },
    );
  });

  it("is paid over a cumulative year what the full year pays at its mean attainment, whatever the seasons", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), roleArbitrary(), attainments, (drafted, plan, list) => {
        const scenario: Scenario = { ...drafted, payments: { ...drafted.payments, basis: "cumulative" } };
        const role = settled(plan);
        const at = mixed(role, list);
        const seasons = seasonsOf(scenario.payments);
        const mean = (kpi: Kpi): number => sum(seasons.map((season, period) => season * snapAttainment(at(kpi.id, period)))) / sum(seasons);
        expect(evaluateRoleYear(role, scenario, at).staff.incentive).toBe(evaluateRole(role, scenario, mean).incentive);
      }),
      { numRuns: 200 },
    );
  });

  it("is paid the same by either basis on straight curves from nothing, to the rounding of each payment", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), roleArbitrary(), attainments, (scenario, plan, list) => {
        const role: Role = { ...settled(plan), links: [], payoutCap: null, kpis: plan.kpis.map((kpi) => ({ ...kpi, curve: kpi.curve === null ? null : STRAIGHT })) };
        const paid = (basis: Scenario["payments"]["basis"]): number =>
          evaluateRoleYear(role, { ...scenario, payments: { ...scenario.payments, basis } }, mixed(role, list)).staff.incentive;
        // A period's part of a share is off by less than one unit, its payout by half of one.
        const slack = role.kpis.length * periodsOf(scenario.payments) * (0.5 + Math.max(...list)) + 1;
        expect(Math.abs(paid("discrete") - paid("cumulative"))).toBeLessThanOrEqual(slack);
      }),
      { numRuns: 150 },
    );
  });

  it("has periods that total the year, whatever the seasons", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), roleArbitrary(), attainments, (scenario, plan, list) => {
        const role = settled(plan);
        const { staff } = evaluateRoleYear(role, scenario, mixed(role, list));
        expect(staff.base).toBe(evaluateRole(role, scenario, () => 1).base);
        role.kpis.forEach((kpi, index) => expect(sum(staff.periods.map((period) => period.kpis[index]?.target ?? 0))).toBeCloseTo(kpi.target, 3));
      }),
    );
  });
});

describe("everybody of a role", () => {
  const yearsArbitrary = fc.tuple(scenarioArbitrary(), roleArbitrary(), attainments).map(([scenario, role, list]) => ({ scenario, role, year: evaluateRoleYear(role, scenario, mixed(role, list)) }));

  it("is in one group; those beyond the headcount are in none", () => {
    fc.assert(
      fc.property(yearsArbitrary, ({ role, year }) => {
        const joining = sum(role.newHires.map((group) => group.count));
        expect(sum(people(year).map((group) => group.people))).toBe(role.headcount);
        expect(sum(year.hires.map((group) => group.people)) + year.withoutSeat).toBe(joining);
      }),
    );
  });

  it("earns over the year at most the plan cap of the periods worked", () => {
    fc.assert(
      fc.property(yearsArbitrary, ({ scenario, role, year }) => {
        const cap = role.payoutCap;
        fc.pre(cap !== null);
        const parts = splitWhole(sum(evaluateRole(role, scenario, () => 1).kpis.map((kpi) => kpi.targetIncentive)), seasonsOf(scenario.payments));
        people(year).forEach((person, group) => {
          const ramp = group === 0 ? [] : (role.newHires[group - 1]?.ramp ?? []);
          // The shares of several KPIs are split one by one: each may put a unit in another period.
          const target = sum(person.periods.map(({ period }, index) => ((parts[period - 1] ?? 0) + role.kpis.length) * (ramp[index] ?? 1)));
          let earned = 0;
          for (const period of person.periods) {
            earned += period.earned;
            expect(earned).toBeLessThanOrEqual(target * cap + 0.5);
          }
          if (group === 0) expect(earned).toBeLessThanOrEqual(sum(parts) * cap + 0.5);
        });
      }),
      { numRuns: 150 },
    );
  });

  it("owes never less than nothing, and in the end what was drawn and not recovered; what is not recoverable is not owed", () => {
    fc.assert(
      fc.property(yearsArbitrary, ({ role, year }) => {
        for (const person of people(year)) {
          const left = sum(person.periods.map((period) => period.drawn - period.recovered));
          for (const { balance, drawn, recovered } of person.periods) {
            expect(Math.min(balance, drawn, recovered)).toBeGreaterThanOrEqual(0);
            expect(drawn > 0 && recovered > 0).toBe(false);
          }
          expect(person.periods.at(-1)?.balance ?? 0).toBe(role.draw?.kind === "recoverable" ? left : 0);
          expect(person.incentive).toBe(person.earned + left);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is paid at least the draw while it runs, and after it never below nothing to repay it", () => {
    fc.assert(
      fc.property(yearsArbitrary, ({ scenario, role, year }) => {
        const { draw } = role;
        fc.pre(draw !== null);
        const covered = role.newHires.length === 0 ? [year.staff] : year.hires;
        const least = roundMoney(draw.perPeriod, scenario.currency);
        for (const person of covered) {
          person.periods.forEach(({ paid, earned }, index) => expect(paid).toBeGreaterThanOrEqual(index < draw.periods ? least : Math.min(0, earned)));
        }
        if (role.newHires.length > 0) expect(year.staff.incentive).toBe(year.staff.earned);
      }),
      { numRuns: 150 },
    );
  });

  it("foots: periods to the year, people to the role, roles to the total", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), attainments, (scenario, list) => {
        const { roles, total } = evaluateYear(scenario, (_, __, period) => list[period] ?? 1);
        fc.pre(total.cost < 2 ** 50);
        for (const person of roles.flatMap(people)) {
          expect(person).toMatchObject({
            base: sum(person.periods.map((period) => period.base)), earned: sum(person.periods.map((period) => period.earned)),
            incentive: sum(person.periods.map((period) => period.paid)), pay: person.base + person.incentive,
          });
        }
        const counting = roles.filter((role) => role.countsInCost);
        expect(total).toMatchObject({ cost: sum(counting.map((role) => role.cost.cost)), creditedRevenue: sum(counting.map((role) => role.creditedRevenue)) });
        expect(total.base + total.incentive + total.burden).toBe(total.cost);
      }),
    );
  });

  it("never gives a figure that is not a number, however extreme the document", () => {
    fc.assert(
      fc.property(scenarioArbitrary("extreme"), roleArbitrary("extreme"), fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 12, maxLength: 12 }), (scenario, role, list) => {
        const year = evaluateYear(oneRole(scenario, role), (_, kpiId, period) => mixed(role, list)(kpiId, period));
        expect(numbersIn(year).filter(([, number]) => !Number.isFinite(number) || Object.is(number, -0))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
