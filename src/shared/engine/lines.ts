/**
 * A role's total curve and the company's cost as exact lines over attainment, for charts. Money here is unrounded minor
 * units: a picture of the rounded figures that `evaluateScenario` gives at any one attainment.
 */
import type { Role, Scenario } from "../model/scenario.ts";
import { roundMoney, type MinorUnits } from "../units/money.ts";
import type { CompiledCurve, CostPoint, LinePoint, Side } from "./outcome.ts";
import { factorsOf, planOf, type Plan } from "./plan.ts";
import { filledSeats, targetPay, type PayContext } from "./role.ts";
import { snapAttainment } from "./attainment.ts";

export type LineRange = { readonly from: number; readonly to: number };

/** Extra corners between two corners where a sloped modifier bends the line. */
const BENDS = 8;

/**
 * The role's payout as a multiple of target incentive, Σ weight × factor, with every weighted KPI at one attainment, links
 * and plan cap included (compensation model, "Cost by attainment").
 */
export function payoutFactorAt(role: Role, attainment: number, side: Side = "at"): number {
  return totalFactor(planOf(role), attainment, side);
}

function totalFactor(plan: Plan, attainment: number, side: Side): number {
  const stands = plan.kpis.map(({ weight }) => (weight > 0 ? attainment : 1));
  let sum = 0;
  plan.kpis.forEach(({ weight }, index) => {
    if (weight > 0) sum += weight * factorsOf(plan, index, stands, side).pays;
  });
  return plan.payoutCap === null ? sum : Math.min(sum, plan.payoutCap);
}

/** The corners of `payoutFactorAt` over a range; a jump is two points at one attainment. */
export function rolePayoutLine(role: Role, range: LineRange): readonly LinePoint[] {
  const plan = planOf(role);
  const line: LinePoint[] = [];
  const add = (attainment: number, payout: number): void => {
    const last = line.at(-1);
    if (last?.attainment !== attainment || last.payout !== payout) line.push({ attainment, payout });
  };
  for (const attainment of cornersOf(plan, range)) {
    if (attainment > range.from) add(attainment, totalFactor(plan, attainment, "below"));
    add(attainment, totalFactor(plan, attainment, "at"));
  }
  return plan.payoutCap === null ? line : withCapCorners(line, plan.payoutCap, (attainment) => uncapped(plan, attainment));
}

function uncapped(plan: Plan, attainment: number): number {
  return totalFactor({ ...plan, payoutCap: null }, attainment, "at");
}

/** Where the total passes the plan cap inside a straight stretch there is one more corner. */
function withCapCorners(line: readonly LinePoint[], cap: number, total: (attainment: number) => number): readonly LinePoint[] {
  return line.flatMap((point, index) => {
    const next = line[index + 1];
    if (next === undefined || next.attainment === point.attainment || (point.payout === cap) === (next.payout === cap)) return [point];
    const half = (point.attainment + next.attainment) / 2;
    const rising = next.payout === cap;
    const free = rising ? point : next;
    const slope = (total(half) - free.payout) / (half - free.attainment);
    const crossing = slope === 0 ? free.attainment : snapAttainment(free.attainment + (cap - free.payout) / slope);
    return crossing > point.attainment && crossing < next.attainment ? [point, { attainment: crossing, payout: cap }] : [point];
  });
}

/** Every attainment at which the line may turn or jump, ascending, range ends included. */
function cornersOf(plan: Plan, { from, to }: LineRange): readonly number[] {
  const corners = new Set<number>([from, to]);
  const take = (attainment: number): void => {
    if (attainment > from && attainment < to) corners.add(attainment);
  };
  const takeCurve = (curve: CompiledCurve): void => curve.x.forEach(take);
  let bends = false;
  for (const { weight, curve, gates, modifiers } of plan.kpis) {
    if (weight === 0 || curve === null) continue;
    takeCurve(curve);
    for (const { gate, measuredBy } of gates) {
      if ((plan.kpis[measuredBy]?.weight ?? 0) > 0) take(snapAttainment(gate.minimum));
      take(1);
    }
    for (const { curve: modifier, measuredBy } of modifiers) {
      if ((plan.kpis[measuredBy]?.weight ?? 0) === 0) continue;
      takeCurve(modifier);
      bends ||= modifier.slope.some((slope) => slope !== 0);
    }
  }
  const sorted = [...corners].sort((a, b) => a - b);
  if (!bends) return sorted;
  return sorted.flatMap((corner, index) => {
    const next = sorted[index + 1];
    if (next === undefined) return [corner];
    return Array.from({ length: BENDS }, (_, step) => corner + ((next - corner) * step) / BENDS);
  });
}

type CostLines = { readonly base: number; readonly burdenOfBase: number; readonly perFactor: number; readonly line: readonly LinePoint[] };

/**
 * Cost by attainment as a line: everyone at the same attainment, full year, no ramp (compensation model).
 * @param options.roleId one role, counted or not; null for all roles that count
 * @param options.from,to ratios, from < to
 * @returns corners in unrounded minor units; a jump is two points at one attainment; none without roles
 */
export function costLine(scenario: Scenario, options: LineRange & { readonly roleId: string | null }): readonly CostPoint[] {
  const chosen = scenario.roles.filter((role) => (options.roleId === null ? role.countsInCost : role.id === options.roleId));
  if (chosen.length === 0) return [];
  const roles = chosen.map((role) => costLinesOf(role, scenario, options));
  const corners = [...new Set(roles.flatMap(({ line }) => line.map((point) => point.attainment)))].sort((a, b) => a - b);
  const cursors = roles.map(() => 0);
  const points: CostPoint[] = [];
  const add = (attainment: number, side: Side): void => {
    let base = 0;
    let burden = 0;
    let incentive = 0;
    roles.forEach((role, index) => {
      const pays = role.perFactor === 0 ? 0 : role.perFactor * readLine(role.line, attainment, side, cursors, index);
      base += role.base;
      incentive += pays;
      burden += role.burdenOfBase + pays * scenario.cost.burdenOnVariable;
    });
    const last = points.at(-1);
    if (last?.attainment !== attainment || last.incentive !== incentive) points.push({ attainment, base, burden, incentive });
  };
  for (const attainment of corners) {
    if (attainment > options.from) add(attainment, "below");
    add(attainment, "at");
  }
  return points;
}

function costLinesOf(role: Role, context: PayContext, range: LineRange): CostLines {
  const { base, targetIncentive } = targetPay(role, context.currency);
  const seats = filledSeats(role);
  return {
    base: base * seats,
    burdenOfBase: (base * context.cost.burdenOnBase + roundMoney(context.cost.fixedPerHead, context.currency)) * seats,
    perFactor: targetIncentive * seats,
    line: rolePayoutLine(role, range),
  };
}

/** Reads a line at ascending attainments; each line keeps its place in `cursors`, so a whole sweep is linear. */
function readLine(line: readonly LinePoint[], attainment: number, side: Side, cursors: number[], index: number): number {
  let at = cursors[index] ?? 0;
  while (at + 1 < line.length && (line[at + 1]?.attainment ?? Infinity) < attainment) at += 1;
  cursors[index] = at;
  if (side === "at") while (at + 1 < line.length && (line[at + 1]?.attainment ?? Infinity) <= attainment) at += 1;
  const before = line[at];
  const after = line[at + 1];
  if (before === undefined) return 0;
  if (before.attainment === attainment || after === undefined) return before.payout;
  return before.payout + ((after.payout - before.payout) * (attainment - before.attainment)) / (after.attainment - before.attainment);
}

/**
 * The first attainment at which the total passes the budget, walking up the line; null where it never does. A line that
 * starts over the budget passes it where it comes under.
 */
export function budgetCrossing(points: readonly CostPoint[], budget: MinorUnits): { readonly attainment: number; readonly direction: "over" | "under" } | null {
  const excess = (point: CostPoint): number => point.base + point.burden + point.incentive - budget;
  const startsOver = points[0] !== undefined && excess(points[0]) > 0;
  for (let index = 1; index < points.length; index += 1) {
    const before = points[index - 1];
    const after = points[index];
    if (before === undefined || after === undefined || excess(after) > 0 === startsOver) continue;
    const rise = excess(after) - excess(before);
    const share = rise === 0 ? 0 : -excess(before) / rise;
    return { attainment: before.attainment + (after.attainment - before.attainment) * share, direction: startsOver ? "under" : "over" };
  }
  return null;
}
