/** Three plans of one year as finance compares them: the sample as base, a sharper one and a steadier one. */
import { sampleScenario } from "#shared/library/index.ts";
import type { Curve, Kpi, Role, Scenario } from "#shared/model/scenario.ts";
import { serializeScenario } from "#shared/scenario-file/index.ts";
import { basisPoints } from "#shared/units/basis-points.ts";
import { points } from "./plain-plan.ts";

function withRole(scenario: Scenario, id: string, change: (role: Role) => Role): Scenario {
  return { ...scenario, roles: scenario.roles.map((role) => (role.id === id ? change(role) : role)) };
}

function withWeights(role: Role, weights: readonly number[]): Role {
  return { ...role, kpis: role.kpis.map((kpi, index) => ({ ...kpi, weight: basisPoints(weights[index] ?? 0) })) };
}

function withCurve(role: Role, curve: Curve): Role {
  return { ...role, kpis: role.kpis.map((kpi): Kpi => (kpi.measure === "partner-sourced-revenue" ? { ...kpi, curve } : kpi)) };
}

export function basePlan(): Scenario {
  return { ...sampleScenario(), name: "FY26 Base" };
}

/** Ids of the sample's first role and of the role that recruits partners. */
const [CAM, PDM] = ((): readonly [string, string] => {
  const { roles } = sampleScenario();
  return [roles[0]?.id ?? "", roles.find(({ archetype }) => archetype === "partner-development-manager")?.id ?? ""];
})();

export function sharperPlan(): Scenario {
  const base = { ...basePlan(), id: "sharper", name: "Sharper upside" };
  const cam = withRole(base, CAM, (role) => withCurve(withWeights({ ...role, baseShare: 0.5 }, [5_000, 3_000, 2_000, 0]), points([[0.6, 0], [1, 1], [1.3, 2.8], [1.8, 3.3]], { cap: 3.3 })));
  return { ...withRole(cam, PDM, (role) => ({ ...role, headcount: role.headcount + 1 })), cost: { ...base.cost, burdenOnBase: 0.23 } };
}

export function steadyPlan(): Scenario {
  const base = { ...basePlan(), id: "steady", name: "Steady growth" };
  return withRole(base, CAM, (role) => withCurve(withWeights({ ...role, baseShare: 0.65 }, [4_500, 3_500, 2_000, 0]), points([[0.7, 0.4], [1, 1], [1.4, 2], [1.8, 2.2]], { cap: 2.2 })));
}

/** Dearer in every group of inputs that a bridge tells apart. */
export function everyGroupChanged(scenario: Scenario): Scenario {
  const changed = withRole({ ...scenario, id: "dearer", name: "Dearer" }, CAM, (role) => ({
    ...withCurve(withWeights(role, [5_000, 2_000, 3_000, 0]), points([[0.6, 0], [1, 1.1], [1.3, 2.8]])),
    headcount: role.headcount + 1,
    onTargetEarnings: role.onTargetEarnings + 15_000,
    baseShare: 0.5,
    draw: { kind: "guarantee", perPeriod: 12_000, periods: 4 },
  }));
  const linked = withRole(changed, CAM, (role) => ({
    ...role,
    kpis: role.kpis.map((kpi) => ({ ...kpi, target: kpi.target * 1.1, outlook: kpi.outlook.shape === "empirical" ? kpi.outlook : { ...kpi.outlook, mean: kpi.outlook.mean * 1.1 } })),
    links: [{ kind: "gate", measuredBy: role.kpis[0]?.id ?? "", minimum: 1.05, appliesTo: role.kpis.slice(1).map(({ id }) => id), otherwise: "reduced", by: 0.5 }],
  }));
  return { ...linked, payments: { ...linked.payments, frequency: "quarterly", basis: "discrete", seasonality: "equal" }, outlook: { ...linked.outlook, periodSpread: 0.2 }, cost: { ...linked.cost, burdenOnBase: 0.26 } };
}

/** The texts of the three files, by name. */
export function planFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries([["base.paymix", basePlan()] as const, ["sharper.paymix", sharperPlan()] as const, ["steady.paymix", steadyPlan()] as const].map(([name, scenario]) => [name, serializeScenario(scenario, "1.0.0")]));
}
