/**
 * Company cost as an exact line over attainment, for charts. Money here is unrounded minor units: a picture of the rounded
 * figures that `evaluateScenario` gives at any one attainment.
 */
import type { Role, Scenario } from "../model/scenario.ts";
import { roundMoney, type MinorUnits } from "../units/money.ts";
import type { CostPoint, LinePoint } from "./outcome.ts";
import type { LineRange } from "./line.ts";
import { rolePayoutLine } from "./role-line.ts";
import { filledSeats, targetPay, type PayContext } from "./role.ts";

/** What one role adds, and how far along its payout line the sweep has come. */
type RoleCost = {
  readonly base: number;
  /** Burden on base and the fixed amount. */
  readonly burden: number;
  /** Incentive of all seats per payout factor. */
  readonly perFactor: number;
  readonly line: readonly LinePoint[];
  /** Last point of the line that the sweep has reached. */
  reached: number;
};

/**
 * Cost by attainment (docs/compensation-model.md): everyone at the same attainment, full year, no ramp.
 * @param options.roleId one role, counted or not; null for all roles that count
 * @param options.from,to ratios, from ≤ to
 * @returns corners in unrounded minor units; a jump is two points at one attainment; none without roles. Straight lines
 *   between the points are the cost, close to it where a sloped modifier bends it
 */
export function costLine(scenario: Scenario, options: LineRange & { readonly roleId: string | null }): readonly CostPoint[] {
  const chosen = scenario.roles.filter((role) => (options.roleId === null ? role.countsInCost : role.id === options.roleId));
  if (chosen.length === 0) return [];
  const roles = chosen.map((role) => roleCost(role, scenario, options));
  const fixed = { base: total(roles, (role) => role.base), burden: total(roles, (role) => role.burden) };
  const points: CostPoint[] = [];
  const add = (attainment: number, incentive: number): void => {
    points.push({ attainment, base: fixed.base, burden: fixed.burden + incentive * scenario.cost.burdenOnVariable, incentive });
  };
  for (const attainment of cornersOf(roles)) {
    add(attainment, total(roles, (role) => role.perFactor * arriving(role, attainment)));
    if (!roles.some((role) => jumps(role, attainment))) continue;
    add(attainment, total(roles, (role) => role.perFactor * leaving(role, attainment)));
  }
  return points;
}

function total(roles: readonly RoleCost[], amount: (role: RoleCost) => number): number {
  let sum = 0;
  for (const role of roles) sum += amount(role);
  return sum;
}

function roleCost(role: Role, context: PayContext, { from, to }: LineRange): RoleCost {
  const { base, targetIncentive } = targetPay(role, context.currency);
  const seats = filledSeats(role);
  return {
    base: base * seats,
    burden: (base * context.cost.burdenOnBase + roundMoney(context.cost.fixedPerHead, context.currency)) * seats,
    perFactor: targetIncentive * seats,
    line: rolePayoutLine(role, { from, to }),
    reached: 0,
  };
}

/** Corners of all lines, ascending, each once. */
function cornersOf(roles: readonly RoleCost[]): readonly number[] {
  const all = Float64Array.from(roles.flatMap(({ line }) => line.map((point) => point.attainment))).sort();
  return [...all].filter((corner, index) => corner !== all[index - 1]);
}

/** What a line comes to from below. Asked at ascending corners, so that a whole sweep reads each line once. */
function arriving(role: RoleCost, attainment: number): number {
  while ((role.line[role.reached + 1]?.attainment ?? Infinity) < attainment) role.reached += 1;
  const before = role.line[role.reached];
  const after = role.line[role.reached + 1];
  if (before === undefined) return 0;
  if (after === undefined || before.attainment === attainment) return before.payout;
  if (after.attainment === attainment) return after.payout;
  return before.payout + ((after.payout - before.payout) * (attainment - before.attainment)) / (after.attainment - before.attainment);
}

/** Whether the line, which `arriving` has brought up to this corner, jumps there. */
function jumps({ line, reached }: RoleCost, attainment: number): boolean {
  return line[reached + 1]?.attainment === attainment && line[reached + 2]?.attainment === attainment;
}

function leaving(role: RoleCost, attainment: number): number {
  return (jumps(role, attainment) ? role.line[role.reached + 2]?.payout : undefined) ?? arriving(role, attainment);
}

/** Less than this over the budget is the last bits of a sum; no amount of money is that small. */
const HALF_A_MINOR_UNIT = 0.5;

/**
 * The first attainment at which the total passes the budget, walking up the line; null where it never does. A line that
 * starts over the budget passes it where it comes under. Cost that only reaches the budget does not pass it.
 * @param points a cost line, ascending
 * @param budget minor units
 */
export function budgetCrossing(points: readonly CostPoint[], budget: MinorUnits): { readonly attainment: number; readonly direction: "over" | "under" } | null {
  const excess = (point: CostPoint): number => point.base + point.burden + point.incentive - budget;
  const isOver = (point: CostPoint): boolean => excess(point) >= HALF_A_MINOR_UNIT;
  const startsOver = points[0] !== undefined && isOver(points[0]);
  const after = points.findIndex((point) => isOver(point) !== startsOver);
  const there = points[after];
  const before = points[after - 1];
  if (there === undefined || before === undefined) return null;
  const rise = excess(there) - excess(before);
  const share = Math.min(1, Math.max(0, -excess(before) / rise));
  return { attainment: before.attainment + (there.attainment - before.attainment) * share, direction: startsOver ? "under" : "over" };
}
