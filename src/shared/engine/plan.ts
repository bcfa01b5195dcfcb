/** The payout factors of a role's KPIs: curve, KPI cap, gates, modifiers, in that order. Links read attainment only. */
import type { Gate, Kpi, Modifier, Role } from "../model/scenario.ts";
import { fractionOf } from "../units/basis-points.ts";
import { snapAttainment } from "./attainment.ts";
import { compileCurve } from "./curve/compile.ts";
import { factorAt, segmentBelow } from "./curve/evaluate.ts";
import type { CompiledCurve, Side } from "./outcome.ts";

type CompiledGate = { readonly gate: Gate; readonly measuredBy: number };
type CompiledModifier = { readonly curve: CompiledCurve; readonly measuredBy: number };

export type PlanKpi = {
  readonly kpi: Kpi;
  /** Share of target incentive, 0–1. */
  readonly weight: number;
  /** null where the KPI is measured for a link only. */
  readonly curve: CompiledCurve | null;
  readonly gates: readonly CompiledGate[];
  readonly modifiers: readonly CompiledModifier[];
};

export type Plan = { readonly kpis: readonly PlanKpi[]; readonly payoutCap: number | null };

const plans = new WeakMap<Role, Plan>();

/** A role with its curves compiled and its links resolved to positions. Kept per role value. */
export function planOf(role: Role): Plan {
  const known = plans.get(role);
  if (known !== undefined) return known;
  const plan = { kpis: role.kpis.map((kpi) => planKpi(role, kpi)), payoutCap: role.payoutCap };
  plans.set(role, plan);
  return plan;
}

function planKpi(role: Role, kpi: Kpi): PlanKpi {
  const gates: CompiledGate[] = [];
  const modifiers: CompiledModifier[] = [];
  for (const link of role.links) {
    if (!appliesTo(link, kpi)) continue;
    const measuredBy = role.kpis.findIndex((each) => each.id === link.measuredBy);
    if (link.kind === "gate") gates.push({ gate: link, measuredBy });
    else modifiers.push({ curve: compileCurve(link.curve), measuredBy });
  }
  return { kpi, weight: fractionOf(kpi.weight), curve: kpi.curve === null ? null : compileCurve(kpi.curve), gates, modifiers };
}

/** "all" is every weighted KPI except the measuring one. */
function appliesTo(link: Gate | Modifier, kpi: Kpi): boolean {
  return link.appliesTo === "all" ? kpi.weight > 0 && kpi.id !== link.measuredBy : link.appliesTo.includes(kpi.id);
}

/**
 * What a KPI's curve says, and what pays after gates and modifiers.
 * @param attainments one per KPI of the plan, ratios
 * @param side at a corner, what applies there or just below it; KPIs without weight always stand where they are
 */
export function factorsOf(plan: Plan, position: number, attainments: readonly number[], side: Side = "at"): { readonly curve: number; readonly pays: number } {
  const entry = plan.kpis[position];
  if (entry?.curve == null) return { curve: 0, pays: 0 };
  const attainment = attainments[position] ?? 0;
  const curve = factorAt(entry.curve, attainment, side);
  let pays = curve;
  for (const { gate, measuredBy } of entry.gates) {
    if (!passes(gate, attainments[measuredBy] ?? 0, sideOf(plan, measuredBy, side))) {
      pays = Math.min(pays, gatedFactor(gate, entry, curve, attainment));
    }
  }
  for (const { curve: modifier, measuredBy } of entry.modifiers) {
    pays *= factorAt(modifier, attainments[measuredBy] ?? 0, sideOf(plan, measuredBy, side));
  }
  return { curve, pays };
}

function sideOf(plan: Plan, position: number, side: Side): Side {
  return (plan.kpis[position]?.weight ?? 0) > 0 ? side : "at";
}

function passes(gate: Gate, attainment: number, side: Side): boolean {
  const a = snapAttainment(attainment);
  const minimum = snapAttainment(gate.minimum);
  return side === "at" ? a >= minimum : a > minimum;
}

/** The factor under a missed gate. It never pays more than a passed one would: the caller takes the lower. */
function gatedFactor(gate: Gate, { kpi, curve }: PlanKpi, factor: number, attainment: number): number {
  if (curve === null) return 0;
  switch (gate.otherwise) {
    case "no-payout":
      return 0;
    case "reduced":
      return factor * gate.by;
    case "capped-at-target":
      return factorAt(curve, 1);
    case "accelerator-blocked": {
      const atTarget = factorAt(curve, 1);
      const steps = kpi.curve?.kind === "steps" || kpi.curve?.kind === "levels";
      const above = snapAttainment(attainment) - 1;
      if (above <= 0) return factor;
      return steps ? atTarget : atTarget + (curve.slope[segmentBelow(curve, 1)] ?? 0) * above;
    }
  }
}
