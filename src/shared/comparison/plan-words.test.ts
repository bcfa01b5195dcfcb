import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import { basisPoints } from "../units/basis-points.ts";
import { kpiFacts, planFacts, roleFacts, type Fact } from "./plan-words.ts";

const textOf = (facts: readonly Fact[], name: string): string | undefined => facts.find((fact) => fact.name === name)?.text;

describe("a plan to read", () => {
  const kpi = plainKpi({ id: "a", name: "Sourced", measure: "partner-sourced-revenue", weight: basisPoints(10_000), revenue: "credited", supports: ["grow"], curve: points([[0.7, 0.4], [1, 1]], { cap: 2 }) });
  const role = plainRole({
    headcount: 12, baseShare: 0.6, payoutCap: 2.5, vacancy: 0.05, kpis: [kpi, plainKpi({ id: "b", name: "Satisfaction", unit: "score", target: 8, weight: basisPoints(0), curve: null })],
    links: [{ kind: "gate", measuredBy: "b", minimum: 0.9, appliesTo: ["a"], otherwise: "no-payout" }],
    newHires: [{ count: 2, startPeriod: 1, ramp: [0.5] }], draw: { kind: "guarantee", perPeriod: 1_000, periods: 3 },
  });
  const plan = plainScenario({ roles: [role], goals: [{ id: "grow", text: "Grow" }], cost: { ...plainScenario().cost, budget: 2_000_000, burdenOnBase: 0.2 } });

  it("has what is set of the plan and of a role, and leaves out what is not", () => {
    expect(planFacts(plan).map(({ name }) => name)).toEqual(["Fiscal year", "Currency", "Payments", "Budget", "Burden", "Correlation", "Simulated years", "Goals"]);
    expect(textOf(planFacts(plan), "Budget")).toBe("$2,000,000");
    expect(textOf(planFacts(plan), "Burden")).toBe("20% on base, 0% on incentive");
    const facts = roleFacts(role, "USD");
    expect(facts.map(({ name }) => name)).toEqual(["People", "OTE", "Split", "Focus", "Quota", "Vacancy", "New hires", "Draw", "Plan cap", "Links"]);
    expect(textOf(facts, "Split")).toBe("60/40");
    expect(textOf(facts, "Links")).toBe("gate on Sourced: Satisfaction at least 90%, otherwise no payout");
    expect(roleFacts(plainRole(), "USD").map(({ name }) => name)).toEqual(["People", "OTE", "Split", "Focus", "Quota"]);
  });

  it("has everything about a KPI", () => {
    expect(kpiFacts(kpi, plan)).toEqual({
      weight: "100%", target: "$1,000,000", curve: "70% pays 40%, 100% pays 100%, cap 200%", outlook: "average 100%, spread 25 pts",
      more: "partner sourced revenue, excellence 130%, counts as credited revenue, supports Grow",
    });
    expect(kpiFacts(role.kpis[1] ?? kpi, plan)).toMatchObject({ weight: "0%", target: "8 (score)", curve: "not paid by itself" });
  });
});
