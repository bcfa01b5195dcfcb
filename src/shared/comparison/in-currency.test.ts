import { describe, expect, it } from "vitest";
import { plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { inCurrency } from "./in-currency.ts";

describe("inCurrency", () => {
  const scenario = plainScenario({ roles: [plainRole({ onTargetEarnings: 165_000 })], cost: { ...plainScenario().cost, budget: 0.001 } });

  it("has amounts as they are stored: whole minor units of the new currency", () => {
    expect(inCurrency(scenario, "USD", 1.1).roles[0]?.onTargetEarnings).toBe(181_500);
    expect(inCurrency(scenario, "JPY", 1.000_005).roles[0]?.onTargetEarnings).toBe(165_001);
  });

  it("makes nothing of no amount, however small it is", () => {
    expect(inCurrency(scenario, "USD", 0.5).cost.budget).toBeGreaterThan(0);
  });
});
