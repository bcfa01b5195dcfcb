/** A role made ready for evaluation: curves compiled, links resolved to the KPIs they measure and act on. */
import type { Gate, Kpi, Link, Role } from "../model/scenario.ts";
import { snapAttainment } from "./attainment.ts";
import { compileCurve } from "./curve/compile.ts";
import type { CompiledCurve } from "./outcome.ts";

/** A gate on one KPI. `measuredBy` is a position in the plan. */
export type PlanGate = {
  readonly measuredBy: number;
  readonly minimum: number;
  readonly outcome: Gate["otherwise"];
  /** What a missed "reduced" gate leaves of the factor. */
  readonly by: number;
};

export type PlanModifier = { readonly measuredBy: number; readonly curve: CompiledCurve };

export type PlanKpi = {
  /** Basis points of target incentive. */
  readonly weight: number;
  /** null where the KPI is measured for a link only. */
  readonly curve: CompiledCurve | null;
  readonly gates: readonly PlanGate[];
  readonly modifiers: readonly PlanModifier[];
};

export type Plan = { readonly kpis: readonly PlanKpi[]; readonly payoutCap: number | null };

const plans = new WeakMap<Role, Plan>();

/** The plan of a role, kept per role value. */
export function planOf(role: Role): Plan {
  const known = plans.get(role);
  if (known !== undefined) return known;
  const plan = { kpis: role.kpis.map((kpi) => planKpi(role, kpi)), payoutCap: role.payoutCap };
  plans.set(role, plan);
  return plan;
}

function planKpi(role: Role, kpi: Kpi): PlanKpi {
  const gates: PlanGate[] = [];
  const modifiers: PlanModifier[] = [];
  for (const link of role.links) {
    if (!actsOn(link, kpi)) continue;
    const measuredBy = role.kpis.findIndex((each) => each.id === link.measuredBy);
    if (link.kind === "modifier") modifiers.push({ measuredBy, curve: compileCurve(link.curve) });
    else gates.push({ measuredBy, minimum: snapAttainment(link.minimum), outcome: link.otherwise, by: link.otherwise === "reduced" ? link.by : 1 });
  }
  return {
    weight: kpi.weight,
    curve: kpi.curve === null ? null : compileCurve(kpi.curve),
    gates,
    modifiers,
  };
}

/** "all" is every weighted KPI except the measuring one. */
function actsOn(link: Link, kpi: Kpi): boolean {
  return link.appliesTo === "all" ? kpi.weight > 0 && kpi.id !== link.measuredBy : link.appliesTo.includes(kpi.id);
}
