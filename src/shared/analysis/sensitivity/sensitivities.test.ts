import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../../../tests/helpers/property-seed.ts";
import { plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { expectedCost, headline, simulate } from "../../engine/index.ts";
import { sampleScenario } from "../../library/index.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { MinorUnits } from "../../units/money.ts";
import { sensitivities } from "./sensitivities.ts";

const expected = (scenario: Scenario): MinorUnits | null => expectedCost(scenario).total?.cost ?? null;
const certain = { shape: "normal" as const, mean: 1, spread: 0 };

/** Ten people, a straight curve and everybody at target: every cost can be worked out by hand. */
const PLAIN = plainScenario({ roles: [plainRole({ headcount: 10, kpis: [plainKpi({ outlook: certain })] })], cost: { ...plainScenario().cost, burdenOnBase: 0.2, burdenOnVariable: 0.01 } });

describe("sensitivities", () => {
  it("moves one input at a time over five points", () => {
    const found = sensitivities(PLAIN, { cost: expected });
    expect(found.map((each) => each.id)).toEqual(["headcount/seller", "earnings/seller", "average", "split/seller", "burdenOnBase", "burdenOnVariable"]);
    // 10 people × (50,000 × 1.2 + 50,000 × 1.01)
    const headcount = found[0];
    expect(headcount).toMatchObject({ label: "Headcount, Seller", unit: "count", current: 10, isMonotone: true, swing: 4 * 110_500_00 });
    expect(headcount?.points).toEqual([8, 9, 10, 11, 12].map((value) => ({ value, cost: value * 110_500_00 })));
    const average = found.find((each) => each.id === "average");
    expect(average?.points.map(({ value }) => Math.round(value * 100))).toEqual([92, 96, 100, 104, 108]);
    expect(average).toMatchObject({ lowest: 1_105_000_00 - 40_400_00, highest: 1_105_000_00 + 40_400_00 });
    const burden = found.find((each) => each.id === "burdenOnVariable");
    expect(burden?.points.map(({ value }) => value)).toEqual([0, 0.0075, 0.015, 0.0225, 0.03]);
  });

  it("takes ranges that are asked for, cut to the bounds of the input", () => {
    const found = sensitivities(PLAIN, { cost: expected, ranges: { "split/seller": { from: 0.8, to: 4 }, "headcount/seller": { from: 1, to: 2 } } });
    expect(found.find((each) => each.id === "split/seller")?.points.map(({ value }) => Math.round(value * 1000) / 1000)).toEqual([0.8, 0.85, 0.9, 0.95, 1]);
    expect(found.find((each) => each.id === "headcount/seller")?.points.map(({ value }) => value)).toEqual([1, 2]);
  });

  it("names the inputs of the sample and no more than fit", () => {
    const ids = sensitivities(sampleScenario(), { cost: expected }).map((each) => each.id);
    expect(ids).toEqual(expect.arrayContaining(["average", "spread", "burdenOnBase", "burdenOnVariable", "excellence", "threshold"]));
    expect(ids).not.toContain("marketCorrelation");
    expect(ids.length).toBeLessThanOrEqual(14);
  });

  it("marks what turns inside its range", () => {
    const kpi = plainKpi({ curve: points([[0.9, 0], [1, 1], [1.1, 0]]), outlook: certain });
    const average = sensitivities(plainScenario({ roles: [plainRole({ kpis: [kpi] })] }), { cost: expected }).find((each) => each.id === "average");
    expect(average).toMatchObject({ isMonotone: false, highest: 100_000_00 });
  });

  it("asks the same of simulated years, where correlation counts", () => {
    const plan = { ...PLAIN, roles: [plainRole({ headcount: 10 })] };
    const market = sensitivities(plan, { cost: (scenario) => simulate(scenario, { trials: 1_000 }).p90 }).find((each) => each.id === "marketCorrelation");
    expect(market?.points.map(({ value }) => Math.round(value * 100))).toEqual([0, 10, 20, 30, 40]);
    expect(market?.swing).toBeGreaterThan(0);
  });

  it("has no rows where there is no cost", () => {
    expect(sensitivities(PLAIN, { cost: () => null })).toEqual([]);
    expect(sensitivities(plainScenario({ roles: [] }), { cost: expected })).toEqual([]);
  });

  it("sorts, counts the swing over its points and changes nothing", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (scenario) => {
        const before = JSON.stringify(scenario);
        const found = sensitivities(scenario, { cost: (each) => headline(each).costAtTarget });
        expect(found.map((each) => each.swing)).toEqual(found.map((each) => each.swing).sort((a, b) => b - a));
        for (const { points: list, lowest, highest, swing } of found) {
          const costs = list.map(({ cost }) => cost);
          expect([lowest, highest, swing]).toEqual([Math.min(...costs), Math.max(...costs), Math.max(...costs) - Math.min(...costs)]);
          expect(swing).toBeGreaterThan(0);
          expect(list.every(({ value }, index) => value > (list[index - 1]?.value ?? -1))).toBe(true);
        }
        expect(JSON.stringify(scenario)).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});
