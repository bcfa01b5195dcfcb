/** Matrices, gates and modifiers: how the attainment of some KPIs acts on the payout factor of others. */
import { snapAttainment } from "./attainment.ts";
import { factorAt, segmentBelow } from "./curve/evaluate.ts";
import { matrixFactor, type Standing } from "./matrix.ts";
import type { CompiledCurve, Side } from "./outcome.ts";
import type { Plan, PlanGate, PlanKpi, PlanModifier } from "./plan.ts";

/** No factor goes beyond this, so that no number of modifiers can multiply to infinity. */
const MOST_FACTOR = 1e15;

/** Where the KPIs of a plan stand: one attainment each, and at a corner whether each is asked about there or just below. */
export type Standings = {
  /** Ratios, one per KPI of the plan. */
  readonly attainments: readonly number[];
  readonly side: (position: number) => Side;
};

/** Every KPI exactly at its attainment. */
export function standingAt(attainments: readonly number[]): Standings {
  return { attainments, side: () => "at" };
}

function standingOf({ attainments, side }: Standings, position: number): Standing {
  return { attainment: attainments[position] ?? 0, side: side(position) };
}

/**
 * What a KPI pays before gates and modifiers: the factor of its matrix, where one acts on it, otherwise that of its curve,
 * KPI cap applied; 0 for one that has neither (docs/compensation-model.md, "Order of operations").
 * @param position of the KPI in the plan
 */
export function curveFactor(plan: Plan, position: number, standings: Standings): number {
  const kpi = plan.kpis[position];
  if (kpi === undefined) return 0;
  if (kpi.matrix !== null) return matrixFactor(kpi.matrix, standingOf(standings, kpi.matrix.rows), standingOf(standings, kpi.matrix.columns));
  const { attainment, side } = standingOf(standings, position);
  return kpi.curve === null ? 0 : factorAt(kpi.curve, attainment, side);
}

/**
 * The factor that pays, after gates and then modifiers (docs/compensation-model.md, "Links"). Of several missed gates the
 * lowest result holds; several modifiers multiply.
 * @param factor the KPI's {@link curveFactor} at the same standings
 */
export function linkedFactor(plan: Plan, position: number, factor: number, standings: Standings): number {
  const kpi = plan.kpis[position];
  if (kpi === undefined) return 0;
  let pays = factor;
  for (const gate of kpi.gates) pays = Math.min(pays, gatedFactor(plan, position, gate, factor, standings));
  for (const modifier of kpi.modifiers) pays = modified(pays, multiplierOf(modifier, standings));
  return pays;
}

/** Of every KPI of a plan the factor of its curve or matrix, and the factor that pays. */
export function payoutFactors(plan: Plan, standings: Standings): { readonly curve: readonly number[]; readonly payout: readonly number[] } {
  const curve = plan.kpis.map((_, position) => curveFactor(plan, position, standings));
  return { curve, payout: curve.map((factor, position) => linkedFactor(plan, position, factor, standings)) };
}

/** The factor after one modifier. */
export function modified(factor: number, by: number): number {
  return Math.min(MOST_FACTOR, factor * by);
}

/** What a modifier multiplies by. */
export function multiplierOf({ measuredBy, curve }: PlanModifier, standings: Standings): number {
  const { attainment, side } = standingOf(standings, measuredBy);
  return factorAt(curve, attainment, side);
}

/**
 * What one gate leaves of the factor: all of it where it is passed. A missed gate may leave more than the curve pays, so
 * whoever asks takes the lowest.
 */
export function gatedFactor(plan: Plan, position: number, gate: PlanGate, factor: number, standings: Standings): number {
  const kpi = plan.kpis[position];
  if (kpi === undefined || passes(gate, standings)) return factor;
  switch (gate.outcome) {
    case "no-payout":
      return 0;
    case "reduced":
      return factor * gate.by;
    case "capped-at-target":
      return factorAtTarget(kpi);
    case "accelerator-blocked":
      return withoutAccelerator(kpi, factor, snapAttainment(standings.attainments[position] ?? 0));
  }
}

/** Whether a gate is passed: at its minimum and above. */
export function passes(gate: PlanGate, standings: Standings): boolean {
  const { attainment, side } = standingOf(standings, gate.measuredBy);
  const reached = snapAttainment(attainment);
  return side === "at" ? reached >= gate.minimum : reached > gate.minimum;
}

/** What a KPI pays at target before gates and modifiers; under a matrix, with both measures at target. */
export function factorAtTarget({ curve, matrix }: PlanKpi): number {
  if (matrix !== null) return matrixFactor(matrix, AT_TARGET, AT_TARGET);
  return curve === null ? 0 : factorAt(curve, 1);
}

const AT_TARGET: Standing = { attainment: 1, side: "at" };

/**
 * Above target the factor goes on at the slope that ends there; steps and levels, whose slope is 0, stay as at target. A
 * matrix has no slope either, and the KPI's own attainment is not what it pays by: it pays at most what it pays at target.
 */
function withoutAccelerator(kpi: PlanKpi, factor: number, attainment: number): number {
  if (kpi.matrix !== null || kpi.curve === null) return factorAtTarget(kpi);
  return attainment <= 1 ? factor : Math.max(0, factorAtTarget(kpi) + slopeToTarget(kpi.curve) * (attainment - 1));
}

/** Slope of the segment that ends at target, in payout per attainment. */
export function slopeToTarget(curve: CompiledCurve): number {
  return curve.slope[segmentBelow(curve, 1)] ?? 0;
}
