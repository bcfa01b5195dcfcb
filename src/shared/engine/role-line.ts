/** A role's total curve: what the whole plan pays, as a multiple of target incentive, with every weighted KPI at one attainment. */
import type { Role } from "../model/scenario.ts";
import { totalFactorOf } from "./formulas.ts";
import { crossingOf, walkedFactor, walkedLine, type LineRange, type Walk } from "./line.ts";
import type { LinePoint, Side } from "./outcome.ts";
import { planOf, type Plan } from "./plan.ts";

/**
 * The role's payout as a multiple of target incentive: Σ weight × factor with every weighted KPI at one attainment and
 * the others at 1, links and plan cap included (docs/compensation-model.md, "Cost by attainment").
 * @param attainment ratio; snapped to ten decimals and limited to 0–100
 * @param side at a corner, what applies there or just below it
 */
export function payoutFactorAt(role: Role, attainment: number, side: Side = "at"): number {
  const plan = planOf(role);
  return Math.min(totalFactor(uniformWalk(plan), attainment, side), plan.payoutCap ?? Infinity);
}

/**
 * The corners of `payoutFactorAt` over a range, ends included; a jump is two points at one attainment. Straight lines
 * between the points are the exact curve, except where slopes multiply and bend it: there they are close to it.
 * @param range ratios, from ≤ to
 */
export function rolePayoutLine(role: Role, range: LineRange): readonly LinePoint[] {
  const plan = planOf(role);
  const walk = uniformWalk(plan);
  const line = walkedLine(walk, range, (attainment, side) => totalFactor(walk, attainment, side));
  return plan.payoutCap === null ? line : underCap(line, plan.payoutCap);
}

/** Everyone at the same attainment: weighted KPIs move, the others stand at target. */
function uniformWalk(plan: Plan): Walk {
  const isWeighted = (position: number): boolean => (plan.kpis[position]?.weight ?? 0) > 0;
  return { plan, moves: isWeighted, stands: plan.kpis.map(() => 1), paying: [...plan.kpis.keys()].filter(isWeighted) };
}

function totalFactor(walk: Walk, attainment: number, side: Side): number {
  return totalFactorOf(walk.paying.map((position) => walk.plan.kpis[position]?.weight ?? 0), walk.paying.map((position) => walkedFactor(walk, position, attainment, side)));
}

/** Cuts the line at the plan cap, with a corner where it reaches it. */
function underCap(line: readonly LinePoint[], cap: number): readonly LinePoint[] {
  const cut: LinePoint[] = [];
  line.forEach((point, index) => {
    const before = line[index - 1];
    if (before !== undefined && before.payout > cap && point.payout > cap && before.attainment === point.attainment) return;
    if (before !== undefined && before.payout < cap !== point.payout < cap) {
      const crossing = crossingOf(before.attainment, point.attainment, before.payout - cap, point.payout - cap);
      if (crossing > before.attainment && crossing < point.attainment) cut.push({ attainment: crossing, payout: cap });
    }
    cut.push({ attainment: point.attainment, payout: Math.min(point.payout, cap) });
  });
  return cut;
}
