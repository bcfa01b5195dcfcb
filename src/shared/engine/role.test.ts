import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, STRAIGHT, plainKpi, plainRole, points } from "../../../tests/helpers/plain-plan.ts";
import type { Kpi } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { evaluateRole } from "./index.ts";

const CONTEXT = { currency: "USD", payments: PLAIN_PAYMENTS, cost: { burdenOnBase: 0.25, burdenOnVariable: 0.0765, fixedPerHead: 1_000, budget: null, contributionMargin: null, bookedRevenue: null } };
const at = (attainment: number) => () => attainment;

describe("evaluateRole", () => {
  it("pays a scorecard of 40, 30, 20 and 10 %, with a KPI that is only measured", () => {
    const kpis = [
      plainKpi({ id: "sourced", weight: basisPoints(4_000), revenue: "credited", curve: points([[0.5, 0], [1, 1], [1.5, 2]], { above: "extend" }) }),
      plainKpi({ id: "influenced", weight: basisPoints(3_000) }),
      plainKpi({ id: "enablement", weight: basisPoints(2_000), unit: "count", target: 20, curve: { kind: "steps", cap: null, steps: [{ from: 0.8, payout: 0.8 }, { from: 1, payout: 1 }] } }),
      plainKpi({ id: "objectives", weight: basisPoints(1_000), unit: "score", target: 4, curve: points([[1, 1]]) }),
      plainKpi({ id: "satisfaction", weight: basisPoints(0), unit: "score", target: 80, curve: null }),
    ];
    const attainments: Readonly<Record<string, number>> = { sourced: 1.2, influenced: 0.95, enablement: 0.9, objectives: 0.5, satisfaction: 0.7 };
    const role = plainRole({ id: "cam", headcount: 12, onTargetEarnings: 180_000, baseShare: 0.5, kpis });
    expect(evaluateRole(role, CONTEXT, (kpi: Kpi) => attainments[kpi.id] ?? 1)).toEqual({
      id: "cam",
      headcount: 12,
      countsInCost: true,
      base: 9_000_000,
      targetIncentive: 9_000_000,
      kpis: [
        { id: "sourced", attainment: 1.2, curveFactor: 1.4, payoutFactor: 1.4, targetIncentive: 3_600_000, payout: 5_040_000 },
        { id: "influenced", attainment: 0.95, curveFactor: 0.95, payoutFactor: 0.95, targetIncentive: 2_700_000, payout: 2_565_000 },
        { id: "enablement", attainment: 0.9, curveFactor: 0.8, payoutFactor: 0.8, targetIncentive: 1_800_000, payout: 1_440_000 },
        { id: "objectives", attainment: 0.5, curveFactor: 0, payoutFactor: 0, targetIncentive: 900_000, payout: 0 },
        { id: "satisfaction", attainment: 0.7, curveFactor: 0, payoutFactor: 0, targetIncentive: 0, payout: 0 },
      ],
      incentive: 9_045_000,
      planCapBinds: false,
      pay: 18_045_000,
      // 22,500.00 on base, 6,919.43 (6,919.425) on incentive, 1,000.00 a head
      burden: 3_041_943,
      costPerHead: 21_086_943,
      cost: { base: 108_000_000, incentive: 108_540_000, burden: 36_503_316, cost: 253_043_316 },
      creditedRevenue: 12 * 1_200_000 * 100,
    });
  });

  it("has no incentive without KPIs, but keeps the split", () => {
    expect(evaluateRole(plainRole({ kpis: [], baseShare: 0.7 }), CONTEXT, at(1))).toEqual({
      id: "seller", headcount: 1, countsInCost: true, base: 7_000_000, targetIncentive: 3_000_000, kpis: [], incentive: 0, planCapBinds: false,
      pay: 7_000_000, burden: 1_850_000, costPerHead: 8_850_000,
      cost: { base: 7_000_000, incentive: 0, burden: 1_850_000, cost: 8_850_000 }, creditedRevenue: 0,
    });
  });

  it.each([
    { baseShare: 0, base: 0, targetIncentive: 10_000_001 },
    { baseShare: 1, base: 10_000_001, targetIncentive: 0 },
    { baseShare: 0.5, base: 5_000_000, targetIncentive: 5_000_001 },
    { baseShare: 0.7, base: 7_000_001, targetIncentive: 3_000_000 },
    { baseShare: 1 / 3, base: 3_333_334, targetIncentive: 6_666_667 },
  ])("splits 100,000.01 at $baseShare so that both parts total it", ({ baseShare, base, targetIncentive }) => {
    const outcome = evaluateRole(plainRole({ onTargetEarnings: 100_000.01, baseShare }), CONTEXT, at(1));
    expect([outcome.base, outcome.targetIncentive]).toEqual([base, targetIncentive]);
  });

  it("gives every cent of target incentive to a KPI", () => {
    const third = (id: string, weight: number) => plainKpi({ id, weight: basisPoints(weight) });
    const role = plainRole({ onTargetEarnings: 2, baseShare: 0.5, kpis: [third("a", 3_333), third("b", 3_333), third("c", 3_334)] });
    expect(evaluateRole(role, CONTEXT, at(1)).kpis.map((kpi) => kpi.targetIncentive)).toEqual([33, 33, 34]);
  });

  it.each([
    { cap: null, attainment: 3, incentive: 15_000_000, binds: false },
    { cap: 2, attainment: 1.999_999_9, incentive: 10_000_000, binds: false },
    { cap: 2, attainment: 2, incentive: 10_000_000, binds: false },
    { cap: 2, attainment: 2.000_001, incentive: 10_000_000, binds: true },
    { cap: 2, attainment: 3, incentive: 10_000_000, binds: true },
    { cap: 0, attainment: 0, incentive: 0, binds: false },
    { cap: 0, attainment: 1, incentive: 0, binds: true },
  ])("plan cap $cap at $attainment pays $incentive", ({ cap, attainment, incentive, binds }) => {
    const outcome = evaluateRole(plainRole({ payoutCap: cap }), CONTEXT, at(attainment));
    expect([outcome.incentive, outcome.planCapBinds]).toEqual([incentive, binds]);
  });

  it("splits what the plan cap leaves in proportion to what was earned", () => {
    const kpis = [plainKpi({ id: "a", weight: basisPoints(6_000) }), plainKpi({ id: "b", weight: basisPoints(3_000), curve: points([[1, 2]]) }), plainKpi({ id: "c", weight: basisPoints(1_000), curve: points([[2, 1]]) })];
    const outcome = evaluateRole(plainRole({ kpis, payoutCap: 1, onTargetEarnings: 0.2, baseShare: 0.5 }), CONTEXT, at(1));
    // 6 and 6 cents earned, 10 to pay
    expect(outcome.kpis.map((kpi) => [kpi.payoutFactor, kpi.payout])).toEqual([[1, 5], [2, 5], [0, 0]]);
    expect(outcome.incentive).toBe(10);
  });

  it("scales base, incentive, burden and revenue by the share of the year that seats are filled", () => {
    const role = plainRole({ headcount: 4, vacancy: 0.125, kpis: [plainKpi({ revenue: "credited" })] });
    expect(evaluateRole(role, CONTEXT, at(1))).toMatchObject({
      base: 5_000_000, costPerHead: 11_732_500, cost: { base: 17_500_000, incentive: 17_500_000, burden: 6_063_750, cost: 41_063_750 }, creditedRevenue: 350_000_000,
    });
    expect(evaluateRole({ ...role, vacancy: 1 }, CONTEXT, at(1)).cost).toEqual({ base: 0, incentive: 0, burden: 0, cost: 0 });
    expect(evaluateRole({ ...role, headcount: 0 }, CONTEXT, at(1)).cost).toEqual({ base: 0, incentive: 0, burden: 0, cost: 0 });
  });

  it("rounds in the document's currency", () => {
    const outcome = (currency: string) => evaluateRole(plainRole({ onTargetEarnings: 1_000.5 }), { ...CONTEXT, currency }, at(1 / 3));
    expect(outcome("JPY")).toMatchObject({ base: 501, targetIncentive: 500, incentive: 167, burden: 125 + 13 + 1_000 });
    expect(outcome("KWD")).toMatchObject({ base: 500_250, targetIncentive: 500_250, incentive: 166_750 });
  });

  it.each([
    { revenue: "credited", unit: "currency", credited: 150_000_000 },
    { revenue: "none", unit: "currency", credited: 0 },
    { revenue: "credited", unit: "count", credited: 0 },
  ] as const)("credits $revenue $unit as $credited", ({ revenue, unit, credited }) => {
    expect(evaluateRole(plainRole({ kpis: [plainKpi({ revenue, unit })] }), CONTEXT, at(1.5)).creditedRevenue).toBe(credited);
  });

  it("snaps and limits the attainments it is given", () => {
    const role = plainRole({ kpis: [plainKpi({ curve: { kind: "steps", cap: null, steps: [{ from: 7, payout: 3 }] } })] });
    expect(evaluateRole(role, CONTEXT, at(0.7 / 0.1)).kpis[0]).toMatchObject({ attainment: 7, payoutFactor: 3 });
    expect(evaluateRole(role, CONTEXT, at(-1)).kpis[0]).toMatchObject({ attainment: 0, payoutFactor: 0 });
    expect(evaluateRole(role, CONTEXT, at(1_000)).kpis[0]).toMatchObject({ attainment: 100, payoutFactor: 3 });
  });

  it("shows what the curve says beside what pays", () => {
    const quality = plainKpi({ id: "quality", weight: basisPoints(0), curve: null });
    const role = plainRole({ kpis: [plainKpi({ curve: STRAIGHT }), quality], links: [{ kind: "gate", measuredBy: "quality", minimum: 2, appliesTo: "all", otherwise: "reduced", by: 0.5 }] });
    expect(evaluateRole(role, CONTEXT, at(1)).kpis[0]).toMatchObject({ curveFactor: 1, payoutFactor: 0.5, payout: 2_500_000 });
  });
});
