import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import { roundMinor } from "../units/money.ts";
import { budgetCrossing, costLine } from "./index.ts";
import type { CostPoint } from "./outcome.ts";

const cost = { ...plainScenario().cost, burdenOnBase: 0.2, burdenOnVariable: 0.1, fixedPerHead: 1_000 };
const stepped = plainRole({ headcount: 2, kpis: [plainKpi({ curve: { kind: "steps", cap: null, steps: [{ from: 1, payout: 1 }] } })] });
const straight = plainRole({ id: "manager", headcount: 4, vacancy: 0.5, payoutCap: 1.25 });
const outside = plainRole({ id: "executive", countsInCost: false, kpis: [plainKpi({ curve: points([[0.75, 1], [0.8, 2]]) })] });
const scenario = plainScenario({ roles: [stepped, straight, outside], cost });

describe("costLine", () => {
  it("totals the roles that count: corners of each, a jump as two points", () => {
    // Two stepped people and two filled seats: base 4 × 50,000.00, burden on base and a fixed amount 4 × 11,000.00
    const point = (attainment: number, incentive: number): CostPoint => ({ attainment, base: 20_000_000, burden: 4_400_000 + incentive * 0.1, incentive });
    expect(costLine(scenario, { roleId: null, from: 0.5, to: 1.5 })).toEqual([
      point(0.5, 5_000_000), point(1, 10_000_000), point(1, 20_000_000), point(1.25, 22_500_000), point(1.5, 22_500_000),
    ]);
  });

  it("is that of one role, counted or not", () => {
    const point = (attainment: number, incentive: number): CostPoint => ({ attainment, base: 5_000_000, burden: 1_100_000 + incentive * 0.1, incentive });
    expect(costLine(scenario, { roleId: "executive", from: 0.5, to: 1 })).toEqual([
      point(0.5, 0), point(0.75, 0), point(0.75, 5_000_000), point(0.8, 10_000_000), point(1, 10_000_000),
    ]);
  });

  it("is empty without roles", () => {
    expect(costLine(plainScenario({ roles: [] }), { roleId: null, from: 0.5, to: 1.5 })).toEqual([]);
    expect(costLine(scenario, { roleId: "nobody", from: 0.5, to: 1.5 })).toEqual([]);
    expect(costLine(plainScenario({ roles: [outside] }), { roleId: null, from: 0.5, to: 1.5 })).toEqual([]);
  });

  it("stays linear in the number of roles that share their corners", () => {
    const many = plainScenario({ roles: Array.from({ length: 1_000 }, (_, index) => plainRole({ id: `r${index}` })) });
    expect(costLine(many, { roleId: null, from: 0.5, to: 1.5 }).map((each) => [each.attainment, each.incentive])).toEqual([[0.5, 2_500_000_000], [1, 5_000_000_000], [1.5, 7_500_000_000]]);
  });
});

describe("budgetCrossing", () => {
  const line = costLine(plainScenario(), { roleId: null, from: 0.5, to: 1.5 });
  const falling = costLine(plainScenario({ roles: [plainRole({ kpis: [plainKpi({ curve: points([[0, 2], [2, 0]]) })] })] }), { roleId: null, from: 0.5, to: 1.5 });
  const jumping = costLine(plainScenario({ roles: [stepped] }), { roleId: null, from: 0.5, to: 1.5 });
  const flat = costLine(plainScenario({ roles: [plainRole({ payoutCap: 1 })] }), { roleId: null, from: 0.5, to: 1.5 });

  it.each([
    { name: "below the range", points: line, budget: 7_499_999, crossing: null },
    { name: "at its start", points: line, budget: 7_500_000, crossing: { attainment: 0.5, direction: "over" } },
    { name: "inside", points: line, budget: 8_750_000, crossing: { attainment: 0.75, direction: "over" } },
    { name: "at a corner", points: line, budget: 10_000_000, crossing: { attainment: 1, direction: "over" } },
    { name: "at its end", points: line, budget: 12_500_000, crossing: null },
    { name: "above", points: line, budget: 20_000_000, crossing: null },
    { name: "in a jump", points: jumping, budget: 12_000_000, crossing: { attainment: 1, direction: "over" } },
    { name: "exactly where it stays", points: flat, budget: 10_000_000, crossing: null },
    { name: "coming down", points: falling, budget: 10_000_000, crossing: { attainment: 1, direction: "under" } },
    { name: "without a line", points: [], budget: 1, crossing: null },
  ] as const)("$name", ({ points: corners, budget, crossing }) => {
    expect(budgetCrossing(corners, roundMinor(budget))).toEqual(crossing);
  });

  it("is not misled by the last bits of a sum", () => {
    const ending = (incentive: number): readonly CostPoint[] => [{ attainment: 0.5, base: 1_000, burden: 0, incentive: 0 }, { attainment: 1, base: 1_000, burden: 0, incentive }];
    expect(budgetCrossing(ending(0.499), roundMinor(1_000))).toBeNull();
    expect(budgetCrossing(ending(0.5), roundMinor(1_000))).toEqual({ attainment: 0.5, direction: "over" });
  });
});
