import { describe, expect, it } from "vitest";
import { plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import type { Payments } from "../model/scenario.ts";
import { notCalculated } from "./index.ts";

describe("notCalculated", () => {
  it("is empty for a document that is calculated completely", () => {
    expect(notCalculated(plainScenario())).toEqual([]);
  });

  it("leaves out new hires and draws, which the year calculates", () => {
    const newHires = [{ count: 2, startPeriod: 3, ramp: [0.5, 1] }];
    const draw = { kind: "recoverable", perPeriod: 1_000, periods: 3 } as const;
    expect(notCalculated(plainScenario({ roles: [plainRole({ newHires, draw })] }))).toEqual([]);
  });

  it.each([
    { frequency: "quarterly", basis: "discrete", periodSpread: 0.1, named: true },
    { frequency: "quarterly", basis: "discrete", periodSpread: 0, named: false },
    { frequency: "quarterly", basis: "cumulative", periodSpread: 0.1, named: false },
    { frequency: "annual", basis: "discrete", periodSpread: 0.1, named: false },
  ] as const)("$frequency, $basis, spread $periodSpread between periods: $named", ({ frequency, basis, periodSpread, named }) => {
    const payments: Payments = { frequency, basis, seasonality: "equal" };
    const scenario = plainScenario({ payments, outlook: { ...plainScenario().outlook, periodSpread } });
    expect(notCalculated(scenario)).toEqual(named ? [{ path: "outlook.periodSpread", label: "spread between periods" }] : []);
  });
});
