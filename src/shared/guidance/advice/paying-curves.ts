/** The KPIs of a role that pay by a curve of their own, and what the checks ask of them. */
import { compileCurve, curveTraits, evaluateRole, planOf, type CompiledCurve, type CurveTraits } from "../../engine/index.ts";
import type { Curve, Kpi, Measure, Role } from "../../model/scenario.ts";
import { NO_MONEY, type MinorUnits } from "../../units/money.ts";
import type { RoleContext } from "./check.ts";

/** What the article pays by objectives. */
const OBJECTIVES: readonly Measure[] = ["strategic-objectives", "enablement-milestones", "partner-satisfaction"];

/** A KPI that pays by its own curve. */
export type PayingCurve = { readonly kpi: Kpi; readonly curve: Curve; readonly compiled: CompiledCurve; readonly traits: CurveTraits };

/** The KPIs of a role that pay by their own curve: a matrix stands in the place of one. */
export function payingCurves(role: Role): readonly PayingCurve[] {
  const plan = planOf(role);
  return role.kpis.flatMap((kpi, index) => {
    if (kpi.weight === 0 || kpi.curve === null || plan.kpis[index]?.matrix !== null) return [];
    const compiled = compileCurve(kpi.curve);
    return [{ kpi, curve: kpi.curve, compiled, traits: curveTraits(compiled) }];
  });
}

/** The KPI's share of target incentive, per head. */
export function shareOf(role: Role, context: RoleContext, kpi: Kpi): MinorUnits {
  return evaluateRole(role, context, () => 1).kpis.find((each) => each.id === kpi.id)?.targetIncentive ?? NO_MONEY;
}

/** A staircase: steps or levels. */
export function paysInSteps({ curve }: PayingCurve): boolean {
  return curve.kind === "steps" || curve.kind === "levels";
}

/** Whether it measures an objective rather than a result in money or partners. */
export function isObjective({ kpi }: PayingCurve): boolean {
  return OBJECTIVES.includes(kpi.measure);
}
