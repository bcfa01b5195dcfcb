import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import { basisPoints } from "../units/basis-points.ts";
import { headline, upside } from "./index.ts";

const roles = [
  plainRole({ headcount: 3, vacancy: 0.5, kpis: [plainKpi({ revenue: "credited" })] }),
  plainRole({ id: "manager", headcount: 2, baseShare: 0.7 }),
  plainRole({ id: "executive", headcount: 9, countsInCost: false }),
];
const cost = { ...plainScenario().cost, burdenOnBase: 0.2 };

describe("headline", () => {
  it("counts the roles that count, all seats in earnings, filled seats in cost", () => {
    const scenario = plainScenario({ roles, cost });
    expect(headline(scenario)).toEqual({
      people: 5,
      roles: 2,
      onTargetEarnings: 50_000_000,
      targetIncentive: 21_000_000,
      costAtTarget: 15_000_000 + 1_500_000 + 20_000_000 + 2_800_000,
      budget: null,
      againstBudget: null,
      againstBudgetShare: null,
      revenue: 150_000_000,
      revenueBasis: "credited",
      ccos: 35_000_000 / 150_000_000,
    });
    expect(headline(scenario)).toBe(headline(scenario));
  });

  it.each([
    { budget: 400_000, figures: { budget: 40_000_000, againstBudget: -700_000, againstBudgetShare: -0.0175 } },
    { budget: 393_000, figures: { budget: 39_300_000, againstBudget: 0, againstBudgetShare: 0 } },
    { budget: 0, figures: { budget: 0, againstBudget: 39_300_000, againstBudgetShare: null } },
  ])("stands against a budget of $budget", ({ budget, figures }) => {
    expect(headline(plainScenario({ roles, cost: { ...cost, budget } }))).toMatchObject(figures);
  });

  it("is all nothing without roles", () => {
    expect(headline(plainScenario({ roles: [] }))).toEqual({
      people: 0, roles: 0, onTargetEarnings: 0, targetIncentive: 0, costAtTarget: 0, budget: null, againstBudget: null, againstBudgetShare: null,
      revenue: 0, revenueBasis: "credited", ccos: null,
    });
  });
});

describe("upside", () => {
  const scenario = plainScenario();
  const kpis = [plainKpi({ curve: points([[0, 0], [1, 1], [1.5, 2.5]]), excellence: 1.4 }), plainKpi({ id: "quality", weight: basisPoints(0), curve: null, excellence: 1.2 })];

  it("is the incentive with every KPI at its excellence, as a multiple of target incentive", () => {
    expect(upside(plainRole({ kpis }), scenario)).toEqual({ multiple: 2.2, pay: 16_000_000 });
  });

  it("has a KPI that is only measured at its excellence, too", () => {
    const role = plainRole({ kpis, links: [{ kind: "modifier", measuredBy: "quality", appliesTo: "all", curve: points([[0, 1], [1.2, 1], [1.2, 1.5]]) }] });
    expect(upside(role, scenario)).toEqual({ multiple: 3.3, pay: 21_500_000 });
  });

  it("ends at the plan cap", () => {
    expect(upside(plainRole({ kpis, payoutCap: 2 }), scenario)).toEqual({ multiple: 2, pay: 15_000_000 });
  });

  it("is null without target incentive", () => {
    expect(upside(plainRole({ kpis, baseShare: 1 }), scenario)).toEqual({ multiple: null, pay: 10_000_000 });
  });
});
