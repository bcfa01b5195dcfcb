/** Gates and modifiers: how the attainment of one KPI acts on the payout factor of another. */
import { snapAttainment } from "./attainment.ts";
import { factorAt, segmentBelow } from "./curve/evaluate.ts";
import type { CompiledCurve, Side } from "./outcome.ts";
import type { Plan, PlanGate } from "./plan.ts";

/** No factor goes beyond this, so that no number of modifiers can multiply to infinity. */
const MOST_FACTOR = 1e15;

/**
 * The factor that pays, after gates and then modifiers (docs/compensation-model.md, "Links"). Of several missed gates the
 * lowest result holds; several modifiers multiply.
 * @param factor what the KPI's curve says at `attainments[position]`, KPI cap applied
 * @param attainments one per KPI of the plan, ratios
 * @param side at a corner, what applies there or just below it; a KPI without weight does not move, so it has no below
 */
export function linkedFactor(plan: Plan, position: number, factor: number, attainments: readonly number[], side: Side): number {
  const kpi = plan.kpis[position];
  if (kpi === undefined) return 0;
  let pays = factor;
  for (const gate of kpi.gates) pays = Math.min(pays, gatedFactor(plan, position, gate, factor, attainments, side));
  for (const { measuredBy, curve } of kpi.modifiers) {
    pays = Math.min(MOST_FACTOR, pays * factorAt(curve, attainments[measuredBy] ?? 0, sideOf(plan, measuredBy, side)));
  }
  return pays;
}

/**
 * What one gate leaves of the factor: all of it where it is passed. A missed gate may leave more than the curve pays, so
 * whoever asks takes the lowest.
 */
export function gatedFactor(plan: Plan, position: number, gate: PlanGate, factor: number, attainments: readonly number[], side: Side): number {
  const kpi = plan.kpis[position];
  if (kpi?.curve == null || passes(gate, attainments[gate.measuredBy] ?? 0, sideOf(plan, gate.measuredBy, side))) return factor;
  switch (gate.outcome) {
    case "no-payout":
      return 0;
    case "reduced":
      return factor * gate.by;
    case "capped-at-target":
      return factorAt(kpi.curve, 1);
    case "accelerator-blocked":
      return withoutAccelerator(kpi.curve, factor, snapAttainment(attainments[position] ?? 0));
  }
}

/** Above target the factor goes on at the slope that ends there; steps and levels, whose slope is 0, stay as at target. */
function withoutAccelerator(curve: CompiledCurve, factor: number, attainment: number): number {
  return attainment <= 1 ? factor : Math.max(0, factorAt(curve, 1) + slopeToTarget(curve) * (attainment - 1));
}

/** Slope of the segment that ends at target, in payout per attainment. */
export function slopeToTarget(curve: CompiledCurve): number {
  return curve.slope[segmentBelow(curve, 1)] ?? 0;
}

function passes(gate: PlanGate, attainment: number, side: Side): boolean {
  const reached = snapAttainment(attainment);
  return side === "at" ? reached >= gate.minimum : reached > gate.minimum;
}

function sideOf(plan: Plan, position: number, side: Side): Side {
  return (plan.kpis[position]?.weight ?? 0) > 0 ? side : "at";
}
