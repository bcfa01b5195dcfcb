import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { basisPoints } from "../units/basis-points.ts";
import { ENGINE_VERSION, evaluateScenario } from "./index.ts";

const seller = plainRole({ headcount: 3, kpis: [plainKpi({ revenue: "credited" }), plainKpi({ id: "quality", weight: basisPoints(0), curve: null, target: 10 })] });
const crediting = plainRole({ id: "executive", headcount: 5, countsInCost: false, kpis: [plainKpi({ revenue: "credited" })] });
const cost = { ...plainScenario().cost, burdenOnBase: 0.2, burdenOnVariable: 0.1 };
const scenario = plainScenario({ roles: [seller, plainRole({ id: "manager", onTargetEarnings: 200_000, baseShare: 0.7 }), crediting], cost });

describe("evaluateScenario", () => {
  it("totals the roles that count", () => {
    const outcome = evaluateScenario(scenario, { kind: "uniform", attainment: 1.1 });
    expect(outcome.currency).toBe("USD");
    expect(outcome.roles.map((role) => role.id)).toEqual(["seller", "manager", "executive"]);
    expect(outcome.total).toEqual({
      base: 15_000_000 + 14_000_000,
      incentive: 16_500_000 + 6_600_000,
      burden: 3_000_000 + 1_650_000 + 2_800_000 + 660_000,
      cost: 60_210_000,
      creditedRevenue: 330_000_000,
      revenue: 330_000_000,
      revenueBasis: "credited",
      ccos: (29_000_000 + 23_100_000) / 330_000_000,
    });
  });

  it("evaluates a role that does not count, too", () => {
    expect(evaluateScenario(scenario, { kind: "uniform", attainment: 1 }).roles[2]).toMatchObject({ countsInCost: false, cost: { base: 25_000_000, incentive: 25_000_000 } });
  });

  it("leaves KPIs without weight at target when all others move", () => {
    const outcome = evaluateScenario(scenario, { kind: "uniform", attainment: 0.5 });
    expect(outcome.roles[0]?.kpis.map((kpi) => kpi.attainment)).toEqual([0.5, 1]);
  });

  it("takes attainments KPI by KPI; what is not named stands at target", () => {
    const byRole = { seller: { sales: 1.5, quality: 0.4 }, nobody: { sales: 9 }, manager: { other: 9 } };
    const outcome = evaluateScenario(scenario, { kind: "each", byRole });
    expect(outcome.roles.map((role) => role.kpis.map((kpi) => kpi.attainment))).toEqual([[1.5, 0.4], [1], [1]]);
  });

  it("is not confused by ids that every object has", () => {
    const odd = plainScenario({ roles: [plainRole({ id: "__proto__", kpis: [plainKpi({ id: "constructor" })] })] });
    expect(evaluateScenario(odd, { kind: "each", byRole: {} }).roles[0]?.kpis[0]?.attainment).toBe(1);
    const byRole = JSON.parse('{"__proto__":{"constructor":1.5}}') as Record<string, Record<string, number>>;
    expect(evaluateScenario(odd, { kind: "each", byRole }).roles[0]?.kpis[0]?.attainment).toBe(1.5);
  });

  it.each([
    { bookedRevenue: 4_000_000, revenue: 400_000_000, revenueBasis: "booked", ccos: 50_000_000 / 400_000_000 },
    { bookedRevenue: 0, revenue: 0, revenueBasis: "booked", ccos: null },
    { bookedRevenue: null, revenue: 300_000_000, revenueBasis: "credited", ccos: 50_000_000 / 300_000_000 },
  ])("CCOS with booked revenue $bookedRevenue", ({ bookedRevenue, ...figures }) => {
    const { total } = evaluateScenario({ ...scenario, cost: { ...cost, bookedRevenue } }, { kind: "uniform", attainment: 1 });
    expect(total).toMatchObject({ base: 29_000_000, incentive: 21_000_000, ...figures });
  });

  it("is all nothing without roles", () => {
    const nothing = { base: 0, incentive: 0, burden: 0, cost: 0, creditedRevenue: 0, revenue: 0, revenueBasis: "credited", ccos: null };
    expect(evaluateScenario(plainScenario({ roles: [] }), { kind: "uniform", attainment: 1 })).toEqual({ currency: "USD", roles: [], total: nothing });
  });
});

it("has a version", () => {
  expect(ENGINE_VERSION).toBe("1.0.0");
});
