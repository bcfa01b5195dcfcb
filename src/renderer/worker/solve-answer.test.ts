import { describe, expect, it } from "vitest";
import { plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { withLever } from "#shared/analysis/index.ts";
import { expectedCost, simulate } from "#shared/engine/index.ts";
import { answerTo } from "./solve-answer.ts";

const plain = plainScenario({ roles: [plainRole({ headcount: 5 })] });
const PLAN = { ...plain, outlook: { ...plain.outlook, trials: 2_000 } };
const LEVER = "roles.seller.onTargetEarnings";

describe("goal seek off the main thread", () => {
  it("brings the expected cost to a value, and says where it stands", () => {
    const value = 600_000_00;
    const solution = answerTo({ scenario: PLAN, options: { lever: LEVER, goal: { metric: "expectedCost", value } } });
    expect(solution.now).toBe(expectedCost(PLAN).total?.cost);
    expect(solution.reached).toBe(true);
    const cost = expectedCost(withLever(PLAN, LEVER, solution.value ?? 0)).total?.cost ?? 0;
    expect(Math.abs(cost - value)).toBeLessThanOrEqual(5);
  });

  it("brings P90 to a value on the years that are shown", () => {
    const value = 700_000_00;
    const solution = answerTo({ scenario: PLAN, options: { lever: LEVER, goal: { metric: "p90", value } } });
    expect(solution.now).toBe(simulate(PLAN).p90);
    expect(solution.reached).toBe(true);
    expect(solution.goal).toBe(simulate(withLever(PLAN, LEVER, solution.value ?? 0)).p90);
    expect(Math.abs((solution.goal ?? 0) - value)).toBeLessThanOrEqual(10);
  });

  it("finds the expected cost of simulated pay", () => {
    const capped = { ...PLAN, roles: [plainRole({ headcount: 5, payoutCap: 1.2 })] };
    const solution = answerTo({ scenario: capped, options: { lever: LEVER, goal: { metric: "expectedCost", value: 600_000_00 } } });
    expect(solution.reached).toBe(true);
    expect(solution.goal).toBe(simulate(withLever(capped, LEVER, solution.value ?? 0)).expected.cost);
  });
});
