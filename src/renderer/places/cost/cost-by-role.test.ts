import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "#shared/engine/index.ts";
import { sampleScenario } from "#shared/library/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { plainRole, plainScenario } from "../../../../tests/helpers/plain-plan.ts";
import { costByRole, type RoleCells } from "./cost-by-role.ts";
import { expectedOf, gapOf } from "../../state/expected.ts";

function tableOf(scenario: Scenario): ReturnType<typeof costByRole> {
  const expected = expectedOf(scenario, null);
  return costByRole(scenario, expected, gapOf(scenario, expected).gap);
}

describe("cost by role", () => {
  it("foots along every row and down every column, whatever the amounts", () => {
    const amounts = fc.array(fc.record({ pay: fc.double({ min: 0, max: 1e6, noNaN: true }), heads: fc.integer({ min: 0, max: 400 }), vacancy: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 6 });
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (roles, burden) => {
        const plain = plainScenario();
        const scenario = { ...plain, cost: { ...plain.cost, burdenOnBase: burden }, roles: roles.map(({ pay, heads, vacancy }, index) => plainRole({ id: `r${index}`, onTargetEarnings: pay, headcount: heads, vacancy })) };
        const { rows, total } = tableOf(scenario);
        const down = (key: keyof RoleCells): number => rows.reduce((sum, row) => sum + (row[key] ?? 0), 0);
        for (const key of ["base", "targetIncentive", "incentive", "burden", "cost"] as const) expect(down(key)).toBe(total[key]);
        if (rows.length > 0) expect(down("share")).toBe(1_000);
        for (const row of [...rows, total]) expect(row.base + (row.incentive ?? 0) + (row.burden ?? 0)).toBe(row.cost);
      }),
    );
  });

  it("counts the sample's roles that count, against its budget", () => {
    const { rows, total, budget, againstBudget, addedBySpread } = tableOf(sampleScenario());
    expect(rows).toHaveLength(5);
    expect(total.people).toBe(47);
    expect(total.base).toBe(5_322);
    expect(total.targetIncentive).toBe(2_508);
    expect(budget).toBe(9_300);
    expect(againstBudget).toBe((total.cost ?? 0) - 9_300);
    expect(addedBySpread).toBeGreaterThan(0);
  });

  it("knows which rows are of the first simulated years: those that need years, and with them the total", () => {
    const scenario = { ...plainScenario(), roles: [plainRole({ id: "capped", payoutCap: 2 }), plainRole({ id: "straight" })] };
    const expected = expectedOf(scenario, { ...simulate(scenario, { trials: 10 }), isCoarse: true });
    const { rows, total } = costByRole(scenario, expected, 0);
    expect([...rows, total].map(({ isCoarse }) => isCoarse)).toEqual([true, false, true]);
  });

  it("leaves out what needs simulated years, and only that", () => {
    const plain = plainScenario();
    const { rows, total, addedBySpread } = tableOf({ ...plain, roles: [plainRole({ payoutCap: 2 })] });
    expect(rows[0]).toMatchObject({ base: 50, targetIncentive: 50, incentive: null, cost: null, share: null });
    expect(total).toMatchObject({ base: 50, cost: null });
    expect(addedBySpread).toBeNull();
  });
});
