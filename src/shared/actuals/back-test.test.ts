import { describe, expect, it } from "vitest";
import { RESULTS_PLAN } from "../../../tests/helpers/results-plan.ts";
import { evaluateRole } from "../engine/index.ts";
import type { Scenario } from "../model/scenario.ts";
import { backTest, joined } from "./back-test.ts";

describe("backTest", () => {
  const [role] = RESULTS_PLAN.roles;
  if (role === undefined) throw new Error("There is a first role.");
  const person = (attained: Readonly<Record<string, readonly number[]>>) => ({ person: "Ada", roleId: "cam", attained });

  it("pays by annual results as the engine does, with the burden of a seat", () => {
    const { people, total } = backTest(RESULTS_PLAN, [person({ sourced: [1.2], churn: [0.9] })], 1);
    const engine = evaluateRole(role, RESULTS_PLAN, ({ id }) => (id === "sourced" ? 1.2 : 0.9));
    expect(people).toEqual([{ person: "Ada", roleId: "cam", base: engine.base, incentive: engine.incentive, pay: engine.pay, burden: engine.burden, cost: engine.costPerHead, countsInCost: true }]);
    expect(total.cost).toBe(engine.costPerHead);
  });

  it("averages quarters into a year, and pays a cumulative year the same", () => {
    const quarters = person({ sourced: [0.8, 1, 1.2, 1.4], churn: [1, 1, 1, 1] });
    const year = backTest(RESULTS_PLAN, [person({ sourced: [1.1], churn: [1] })], 1).people[0]?.pay;
    expect(backTest(RESULTS_PLAN, [quarters], 4).people[0]?.pay).toBe(year);
    expect(backTest({ ...RESULTS_PLAN, payments: { frequency: "quarterly", basis: "cumulative", seasonality: "equal" } }, [quarters], 4).people[0]?.pay).toBe(year);
    // Each quarter alone: pay below the threshold is lost, and above target the curve is steeper.
    expect(backTest({ ...RESULTS_PLAN, payments: { frequency: "quarterly", basis: "discrete", seasonality: "equal" } }, [person({ sourced: [0.4, 1, 1, 1.6], churn: [1, 1, 1, 1] })], 4).people[0]?.pay).not.toBe(backTest(RESULTS_PLAN, [person({ sourced: [1], churn: [1] })], 1).people[0]?.pay);
  });

  it("puts a quarter without a result at the mean of the others", () => {
    expect(backTest(RESULTS_PLAN, [person({ sourced: [1, Number.NaN, Number.NaN, 1.4], churn: [1, 1, 1, 1] })], 4).people[0]?.pay).toBe(backTest(RESULTS_PLAN, [person({ sourced: [1.2], churn: [1] })], 1).people[0]?.pay);
  });

  const PAYS: Scenario = { ...RESULTS_PLAN, payments: { frequency: "half-yearly", basis: "discrete", seasonality: [0.25, 0.75] } };
  const paidAt = (plan: Scenario, halves: readonly number[]): number | undefined => backTest(plan, [person({ sourced: halves, churn: [1, 1] })], 2).people[0]?.pay;

  it("weighs periods by their targets in the file", () => {
    const weighted = { ...person({ sourced: [0.8, 1.2, 1.1, 1.3], churn: [1, 1, 1, 1] }), targets: { sourced: [300, 100, 50, 50] } };
    // (0.8 × 300 + 1.2 × 100) ÷ 400 and (1.1 × 50 + 1.3 × 50) ÷ 100
    expect(backTest(PAYS, [weighted], 4).people[0]?.pay).toBe(paidAt(PAYS, [0.9, 1.2]));
    // (240 + 120 + 55 + 65) ÷ 500
    expect(backTest(RESULTS_PLAN, [weighted], 4).people[0]?.pay).toBe(backTest(RESULTS_PLAN, [person({ sourced: [0.96], churn: [1] })], 1).people[0]?.pay);
    const gap = { ...person({ sourced: [0.8, Number.NaN, 1.2, Number.NaN], churn: [1, 1, 1, 1] }), targets: { sourced: [300, Number.NaN, 100, Number.NaN] } };
    // A mean of 0.9, which weighs 200, stands in for the second and fourth.
    expect(backTest(PAYS, [gap], 4).people[0]?.pay).toBe(paidAt(PAYS, [(0.8 * 300 + 0.9 * 200) / 500, (1.2 * 100 + 0.9 * 200) / 300]));
  });

  it("weighs periods by the seasons of the plan where the file has no targets", () => {
    // A gap stands at the mean, in which the first half weighs 0.25 and the second 0.75.
    expect(backTest(PAYS, [person({ sourced: [0.8, 0.8, 1.2, Number.NaN], churn: [1, 1, 1, 1] })], 4).people[0]?.pay).toBe(paidAt(PAYS, [0.8, (1.2 + (0.8 * 0.25 + 1.2 * 0.375) / 0.625) / 2]));
    const months = { ...RESULTS_PLAN, payments: { frequency: "monthly", basis: "cumulative", seasonality: Array.from({ length: 12 }, (_, month) => (month < 6 ? 0.05 : 0.7 / 6)) } } as const;
    expect(backTest(months, [person({ sourced: [0.8, 1.2], churn: [1, 1] })], 2).people[0]?.pay).toBe(backTest(RESULTS_PLAN, [person({ sourced: [0.8 * 0.3 + 1.2 * 0.7], churn: [1] })], 1).people[0]?.pay);
  });

  it("pays somebody who changed role for one year in all: each role for its part", () => {
    const half = (roleId: string, attained: Readonly<Record<string, readonly number[]>>, presence: readonly number[]) => ({ person: "Ada", roleId, attained, presence });
    const rest = Number.NaN;
    const changed = [half("cam", { sourced: [1, rest], churn: [1, rest] }, [1, 0]), half("psm", { deals: [rest, 1] }, [0, 1])];
    const [cam, psm] = backTest(RESULTS_PLAN, [person({ sourced: [1], churn: [1] }), { person: "Bo", roleId: "psm", attained: { deals: [1] } }], 1).people;
    const { people, total } = backTest(RESULTS_PLAN, changed, 2);
    for (const [part, full] of [[people[0], cam], [people[1], psm]]) {
      expect(part).toMatchObject({ base: (full?.base ?? 0) / 2, incentive: (full?.incentive ?? 0) / 2, burden: (full?.burden ?? 0) / 2 });
    }
    expect(total.cost).toBe(((cam?.cost ?? 0) + (psm?.cost ?? 0)) / 2);
    // The second half has three quarters of the year's target, and half of its base.
    const [early, late] = backTest(PAYS, changed, 2).people;
    expect([early?.incentive, late?.incentive]).toEqual([(cam?.incentive ?? 0) / 4, (psm?.incentive ?? 0) * 0.75]);
    expect([early?.base, late?.base]).toEqual([(cam?.base ?? 0) / 2, (psm?.base ?? 0) / 2]);
    // Only the periods in the role say how somebody stood.
    expect(backTest(RESULTS_PLAN, [half("cam", { sourced: [1.4, rest], churn: [1, 1] }, [1, 0])], 2).people[0]?.incentive).toBe((backTest(RESULTS_PLAN, [person({ sourced: [1.4], churn: [1] })], 1).people[0]?.incentive ?? 0) / 2);
  });

  it("names people whose role a scenario does not have, and takes a matching", () => {
    const renamed = { ...RESULTS_PLAN, roles: [{ ...role, id: "manager", kpis: role.kpis.map((kpi) => ({ ...kpi, id: `${kpi.id}-2` })) }] };
    const ada = person({ sourced: [1.2], churn: [0.9] });
    expect(backTest(renamed, [ada], 1)).toMatchObject({ people: [], withoutRole: [ada], total: { cost: 0 } });
    expect(backTest(renamed, [ada], 1, { roleOf: () => "manager", kpiOf: (_, id) => `${id}-2` }).people).toEqual(backTest(RESULTS_PLAN, [ada], 1).people);
  });

  it("names the KPIs that pay and stand at target for lack of results", () => {
    const other = { ...RESULTS_PLAN, roles: RESULTS_PLAN.roles.map((each) => ({ ...each, kpis: each.kpis.map((kpi) => (kpi.id === "churn" ? { ...kpi, id: "nps", name: "NPS" } : kpi)) })) };
    const people = [person({ sourced: [1.2], churn: [0.5] }), { ...person({ sourced: [1], churn: [0.5] }), person: "Bo" }];
    const halves = people.map((each) => backTest(other, [each], 1));
    expect(backTest(other, people, 1).atTarget).toEqual([{ roleId: "cam", kpiId: "nps", people: 2 }]);
    expect(joined(halves)).toEqual(backTest(other, people, 1));
    expect(backTest(RESULTS_PLAN, people, 1).atTarget).toEqual([]);
  });

  it("leaves people of a role that does not count out of the cost, not out of the pay", () => {
    const uncounted = { ...RESULTS_PLAN, roles: RESULTS_PLAN.roles.map((each) => ({ ...each, countsInCost: false })) };
    expect(backTest(uncounted, [person({ sourced: [1], churn: [1] })], 1)).toMatchObject({ people: [{ person: "Ada" }], total: { cost: 0 } });
  });
});
