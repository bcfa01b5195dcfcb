import { describe, expect, it } from "vitest";
import { points } from "../../../tests/helpers/plain-plan.ts";
import { RESULTS_PLAN, readResults } from "../../../tests/helpers/results-plan.ts";
import type { Scenario } from "../model/scenario.ts";
import { backTest, type BackTest } from "./back-test.ts";
import { costOfSame, countPeople, inRole, isBeyond, payChanges } from "./pay-changes.ts";

describe("payChanges", () => {
  const flatter = { ...RESULTS_PLAN, roles: RESULTS_PLAN.roles.map((each) => ({ ...each, kpis: each.kpis.map((kpi) => (kpi.id === "sourced" ? { ...kpi, curve: points([[0, 0], [1, 1], [2, 2]]) } : kpi)) })) };

  it("counts who gains and loses more than a share, and what keeps everybody whole", () => {
    const people = ["A", "B", "C"].map((name, index) => ({ person: name, roleId: "cam", attained: { sourced: [[1.5], [1], [0.6]][index] ?? [1], churn: [1] } }));
    const changes = payChanges(backTest(RESULTS_PLAN, people, 1), backTest(flatter, people, 1), 0.01, 0.1);
    // The steep curve pays 39,600 × 2 at 150% and × 0.2 at 60%; the flat one × 1.5 and × 0.6.
    expect(changes.people.map(({ difference }) => difference)).toEqual([-1_980_000, 0, 1_584_000]);
    expect(changes).toMatchObject({ gain: 1, lose: 1, same: 1, toKeepWhole: 1_980_000, toKeepWholeWithBurden: 2_178_000 });
    expect(changes.people.map((change) => isBeyond(change, 0.5))).toEqual([false, false, false]);
    expect(changes.payBefore).toBe(backTest(RESULTS_PLAN, people, 1).people.reduce((sum, { pay }) => sum + pay, 0));
  });

  it("finds no saving in a role that a plan does not have: the same people are compared", () => {
    const people = [{ person: "A", roleId: "cam", attained: { sourced: [1], churn: [1] } }, { person: "B", roleId: "psm", attained: { deals: [1] } }];
    const without = { ...RESULTS_PLAN, roles: RESULTS_PLAN.roles.filter(({ id }) => id === "cam") };
    const [all, fewer] = [backTest(RESULTS_PLAN, people, 1), backTest(without, people, 1)];
    const ofA = all.people[0]?.cost;
    expect(costOfSame([all, fewer])).toEqual({ costs: [ofA, ofA], people: 1 });
    expect(costOfSame([all, all])).toEqual({ costs: [all.total.cost, all.total.cost], people: 2 });
    expect(costOfSame([all, backTest({ ...RESULTS_PLAN, roles: [] }, people, 1)])).toEqual({ costs: [0, 0], people: 0 });
    const uncounted = { ...RESULTS_PLAN, roles: RESULTS_PLAN.roles.map((role) => ({ ...role, countsInCost: role.id === "cam" })) };
    expect(costOfSame([all, backTest(uncounted, people, 1)]).costs).toEqual([all.total.cost, ofA]);
  });

  describe("of somebody with several roles", () => {
    // Half a year each; Ann loses by the flatter curve as CAM what she gains by the dearer OTE as PSM, and a little more.
    const actuals = readResults("Person,Role,KPI,Period,Attainment\nAnn,CAM,sourced,H1,150%\nAnn,CAM,churn,H1,100%\nann,PSM,Deals,H2,100%\nBo,CAM,sourced,H1,60%\nBo,CAM,churn,H1,100%\n");
    const dearer = { ...flatter, roles: flatter.roles.map((role) => (role.id === "psm" ? { ...role, onTargetEarnings: 130_000 } : role)) };
    const under = (plan: Scenario): BackTest => backTest(plan, actuals.people, actuals.periods);
    const [before, after] = [under(RESULTS_PLAN), under(dearer)];

    it("compares all that one person earns: one is neither a gainer and a loser, nor two people", () => {
      const { people, ...changes } = payChanges(before, after, 0.01, 0);
      expect(people.map(({ person, roleIds, difference }) => [person, roleIds, difference])).toEqual([["Ann", ["cam", "psm"], 510_000], ["Bo", ["cam"], 1_584_000]]);
      expect(changes).toMatchObject({ gain: 2, lose: 0, same: 0, toKeepWhole: 0 });
      expect(people[0]?.from).toBe((before.people[0]?.pay ?? 0) + (before.people[1]?.pay ?? 0));
      expect(countPeople(actuals.people)).toBe(2);
      expect(costOfSame([before, after])).toEqual({ costs: [before.total.cost, after.total.cost], people: 2 });
    });

    it("compares in one role alone what is earned in it", () => {
      const inCam = payChanges(inRole(before, "cam"), inRole(after, "cam"), 0.01, 0);
      expect(inCam.people.map(({ person, difference }) => [person, difference])).toEqual([["Ann", -990_000], ["Bo", 1_584_000]]);
      expect(inCam).toMatchObject({ gain: 1, lose: 1, toKeepWhole: 990_000 });
      expect(payChanges(inRole(before, "psm"), inRole(after, "psm"), 0.01, 0).people.map(({ person, difference }) => [person, difference])).toEqual([["Ann", 1_500_000]]);
    });

    it("leaves one out of whom a plan lacks a role, though not from the role that both have", () => {
      const withoutPsm = under({ ...dearer, roles: dearer.roles.filter(({ id }) => id === "cam") });
      const changes = payChanges(before, withoutPsm, 0.01, 0);
      expect(changes.people.map(({ person }) => person)).toEqual(["Bo"]);
      expect(countPeople(withoutPsm.withoutRole)).toBe(1);
      expect(costOfSame([before, withoutPsm])).toMatchObject({ people: 1 });
      expect(payChanges(inRole(before, "cam"), inRole(withoutPsm, "cam"), 0.01, 0).people.map(({ person }) => person)).toEqual(["Ann", "Bo"]);
    });
  });
});
