import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { attainmentShares, costAtAverage } from "./shares.ts";
import { expectedCost } from "./expected-cost.ts";

const BENT = points([[0.7, 0.4], [1, 1], [1.3, 2.5]]);

describe("attainmentShares", () => {
  it("are those of the design rule where mean and spread are chosen for it", () => {
    // A normal with 90 % above 0.78, half above 1, and z = 1.2 at excellence.
    const shares = attainmentShares(plainKpi({ curve: points([[0.68, 0.5], [1, 1]]), excellence: 1.3, outlook: { shape: "normal", mean: 1, spread: 0.25 } }));
    expect(shares.belowThreshold).toBeCloseTo(0.1003, 4);
    expect(shares.atTarget).toBeCloseTo(0.5, 12);
    expect(shares.atExcellence).toBeCloseTo(0.1151, 4);
  });

  it("have no threshold where a curve pays from 0 on, or never, or where there is none", () => {
    for (const curve of [points([[0, 0], [1, 1]]), points([[0, 0], [1, 0]]), null]) expect(attainmentShares(plainKpi({ curve })).belowThreshold).toBeNull();
  });

  it("count those on an edge as there", () => {
    const { belowThreshold, atTarget } = attainmentShares(plainKpi({ curve: BENT, outlook: { shape: "empirical", attainments: [0.5, 0.7, 1, 1.2] } }));
    expect([belowThreshold, atTarget]).toEqual([0.25, 0.5]);
  });
});

describe("costAtAverage", () => {
  it("has every KPI at its mean, and is below the expected cost where curves bend up", () => {
    const scenario = plainScenario({ roles: [plainRole({ headcount: 10, kpis: [plainKpi({ curve: BENT, outlook: { shape: "lognormal", mean: 1, spread: 0.25 } })] })] });
    expect(costAtAverage(scenario).cost).toBe(1_000_000_00);
    expect(expectedCost(scenario).total?.cost ?? 0).toBeGreaterThan(1_000_000_00);
    const list = plainScenario({ roles: [plainRole({ kpis: [plainKpi({ outlook: { shape: "empirical", attainments: [0.4, 0.8] } })] })] });
    expect(costAtAverage(list).incentive).toBe(30_000_00);
  });
});
