import { describe, expect, it } from "vitest";
import { NO_CHOICES } from "#shared/comparison/index.ts";
import { simulate } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { plainKpi, plainRole, plainScenario } from "../../../../tests/helpers/plain-plan.ts";
import { DOCUMENT, type ComparedSide } from "../../state/comparison-store.ts";
import { definitionText, figuresOf, shownDifference, shownFigure, type Figures } from "./figures.ts";

function planOf(payoutCap: number | null, cost: Partial<Scenario["cost"]> = {}): Scenario {
  const plain = plainScenario({ roles: [plainRole({ payoutCap, kpis: [plainKpi({ revenue: "credited" })] })] });
  return { ...plain, cost: { ...plain.cost, budget: 100_000, ...cost } };
}

function figures(scenario: Scenario, isCoarse = true): Figures {
  const side: ComparedSide = { key: DOCUMENT, name: "Plan", slot: 0, scenario, alike: scenario, converted: null, choices: NO_CHOICES };
  return figuresOf(side, { ...simulate(scenario, { trials: 10 }), isCoarse }, null);
}

describe("figures that are compared", () => {
  it("carry ≈ where they are of the first simulated years: P90 always, expected figures where they have no closed form", () => {
    const marked = (of: Figures): readonly string[] => (["costAtTarget", "expectedCost", "p90", "againstBudget", "ccos"] as const).filter((id) => shownFigure(id, of, "USD").startsWith("≈ "));
    expect(marked(figures(planOf(1.2)))).toEqual(["expectedCost", "p90", "againstBudget", "ccos"]);
    expect(marked(figures(planOf(null)))).toEqual(["p90"]);
    expect(marked(figures(planOf(1.2), false))).toEqual([]);
  });

  it("differ coarsely where either is coarse", () => {
    const [coarse, exact] = [figures(planOf(1.2)), figures(planOf(null))];
    expect(shownDifference("expectedCost", exact, coarse, "USD", "amount")).toMatch(/^≈ /);
    expect(shownDifference("expectedCost", exact, exact, "USD", "amount")).not.toMatch(/≈/);
    expect(shownDifference("ccos", coarse, exact, "USD", "amount")).toMatch(/^≈ .* pts$/);
  });

  it("say what CCOS is of, in one of them or in all", () => {
    const [credited, booked] = [figures(planOf(null)), figures(planOf(null, { bookedRevenue: 2_000_000 }))];
    expect(definitionText([credited, credited])).toBe("pay ÷ credited revenue, may count a deal twice");
    expect(definitionText([booked, credited])).toBe("pay ÷ booked or credited revenue, may count a deal twice");
    expect(definitionText([figures(planOf(null, { bookedRevenue: 0 }))])).toBe("no revenue is given or credited");
    // A straight curve pays its mean: 100,000 on two millions.
    expect(shownFigure("ccos", booked, "USD")).toBe("5.0%");
  });
});
