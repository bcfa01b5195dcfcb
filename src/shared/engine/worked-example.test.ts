/** The worked example and the table of tiers of docs/compensation-model.md, so that the page stays true. */
import { expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import type { Kpi, Role } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { compileCurve, evaluateScenario, factorAt } from "./index.ts";

const kpis: readonly Kpi[] = [
  plainKpi({ id: "sourced", weight: basisPoints(4_000), curve: points([[0.5, 0], [1, 1], [1.5, 2]], { above: "extend", cap: 2.5 }) }),
  plainKpi({ id: "influenced", weight: basisPoints(3_000), curve: { kind: "tiers", basis: "marginal", cap: null, tiers: [{ from: 0, rate: 1 }, { from: 1, rate: 1.5 }] } }),
  plainKpi({ id: "enablement", weight: basisPoints(2_000), curve: { kind: "steps", cap: null, steps: [{ from: 0.6, payout: 0.5 }, { from: 0.8, payout: 0.8 }, { from: 1, payout: 1 }] } }),
  plainKpi({
    id: "strategic", weight: basisPoints(1_000),
    curve: { kind: "levels", cap: null, levels: [{ name: "partly met", from: 0.5, payout: 0.5 }, { name: "met", from: 1, payout: 1 }, { name: "exceeded", from: 1.25, payout: 1.5 }] },
  }),
  plainKpi({ id: "satisfaction", weight: basisPoints(0), curve: null }),
];
const cam = plainRole({
  id: "cam", headcount: 12, onTargetEarnings: 180_000, baseShare: 0.5, kpis,
  links: [
    { kind: "gate", measuredBy: "sourced", minimum: 0.8, appliesTo: ["strategic"], otherwise: "no-payout" },
    { kind: "modifier", measuredBy: "satisfaction", appliesTo: "all", curve: { kind: "steps", cap: null, steps: [{ from: 0, payout: 0.9 }, { from: 0.95, payout: 1 }, { from: 1.1, payout: 1.1 }] } },
  ],
});

function outcomeOf(role: Role, satisfaction: number) {
  const cost = { ...plainScenario().cost, burdenOnBase: 0.25, burdenOnVariable: 0.0765 };
  const cam = { sourced: 1.2, influenced: 1.1, enablement: 0.9, strategic: 1, satisfaction };
  return evaluateScenario(plainScenario({ roles: [role], cost }), { kind: "each", byRole: { cam } }).roles[0];
}

it("pays and costs what the page says", () => {
  const outcome = outcomeOf(cam, 0.97);
  expect(outcome?.kpis.map((kpi) => [kpi.id, kpi.payoutFactor.toFixed(12), kpi.targetIncentive, kpi.payout])).toEqual([
    ["sourced", "1.400000000000", 3_600_000, 5_040_000],
    ["influenced", "1.150000000000", 2_700_000, 3_105_000],
    ["enablement", "0.800000000000", 1_800_000, 1_440_000],
    ["strategic", "1.000000000000", 900_000, 900_000],
    ["satisfaction", "0.000000000000", 0, 0],
  ]);
  expect(outcome).toMatchObject({
    base: 9_000_000, targetIncentive: 9_000_000, incentive: 10_485_000, pay: 19_485_000, burden: 3_052_103, costPerHead: 22_537_103,
    cost: { base: 108_000_000, incentive: 125_820_000, burden: 36_625_236, cost: 270_445_236 },
  });
});

it("pays less with lower satisfaction or under a plan cap", () => {
  expect(outcomeOf(cam, 0.9)?.incentive).toBe(9_436_500);
  expect(outcomeOf({ ...cam, payoutCap: 1.1 }, 0.97)).toMatchObject({ incentive: 9_900_000, planCapBinds: true });
});

it.each([
  { basis: "marginal", pays: [1, 1.15, 1.3, 1.9] },
  { basis: "whole", pays: [1.5, 1.65, 2.4, 3] },
  { basis: "excess", pays: [1, 1.15, 1.4, 2] },
] as const)("tiers, $basis, pay what the table says", ({ basis, pays }) => {
  const curve = compileCurve({ kind: "tiers", basis, cap: null, tiers: [{ from: 0, rate: 1 }, { from: 1, rate: 1.5 }, { from: 1.2, rate: 2 }] });
  [1, 1.1, 1.2, 1.5].forEach((attainment, index) => expect(factorAt(curve, attainment)).toBeCloseTo(pays[index] ?? Number.NaN, 12));
});
