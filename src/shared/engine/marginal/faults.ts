/** Cliffs and dead zones: where a little more result pays a lump, and where a lot more pays nothing. */
import type { Role } from "../../model/scenario.ts";
import { roundMinor, type MinorUnits } from "../../units/money.ts";
import { MOST_ATTAINMENT } from "../attainment.ts";
import { curveLine } from "../curve/evaluate.ts";
import type { CompiledCurve, LinePoint } from "../outcome.ts";
import { rolePayoutLine } from "../role-line.ts";
import { targetPay, type PayContext } from "../role.ts";
import type { Cliff, CurveFaults, DeadZone } from "./outcome.ts";

/** Payouts this close are the same: they differ by the last bits of a sum. */
const SAME = 1e-12;

const WHOLE_LINE = { from: 0, to: MOST_ATTAINMENT } as const;

/**
 * The cliffs and dead zones of one payout curve (docs/compensation-model.md, "Cliffs, dead zones, the next deal"), in
 * ascending order. A part that pays nothing below the threshold and one that ends the climb, such as a cap, are no dead
 * zones; of steps and levels every jump is a cliff and every flat part between two of them a dead zone.
 * @param share the KPI's share of target incentive, per head: what a payout factor of 1 pays
 */
export function curveFaults(curve: CompiledCurve, share: MinorUnits): CurveFaults {
  return lineFaults(curveLine(curve, WHOLE_LINE.from, WHOLE_LINE.to), share);
}

/**
 * The cliffs and dead zones of a role's total line (every weighted KPI at one attainment, links and plan cap included),
 * in money of the whole incentive of one person.
 */
export function roleFaults(role: Role, context: Pick<PayContext, "currency">): CurveFaults {
  return lineFaults(rolePayoutLine(role, WHOLE_LINE), targetPay(role, context.currency).targetIncentive);
}

/** The same of any drawn line: corners ascending, two points at one attainment being a jump. */
function lineFaults(line: readonly LinePoint[], share: MinorUnits): CurveFaults {
  return { cliffs: cliffsOf(line, share), deadZones: deadZonesOf(line, share) };
}

function cliffsOf(line: readonly LinePoint[], share: MinorUnits): readonly Cliff[] {
  return line.flatMap((point, index) => {
    const before = line[index - 1];
    if (before === undefined || before.attainment < point.attainment || isSame(before.payout, point.payout)) return [];
    const { attainment, payout: at } = point;
    return [{ attainment, below: before.payout, at, amount: roundMinor((at - before.payout) * share) }];
  });
}

function deadZonesOf(line: readonly LinePoint[], share: MinorUnits): readonly DeadZone[] {
  const zones: DeadZone[] = [];
  let start = 0;
  while (start < line.length - 1) {
    const end = endOfFlat(line, start);
    const from = line[start];
    const to = line[end];
    if (from !== undefined && to !== undefined && to.attainment > from.attainment && liesBetweenPay(line, start, end)) {
      const slope = slopeInstead(line, start, end);
      zones.push({ from: from.attainment, to: to.attainment, payout: from.payout, amount: roundMinor(slope * (to.attainment - from.attainment) * share) });
    }
    start = Math.max(end, start + 1);
  }
  return zones;
}

/** The last corner that pays the same as the one at `start` without a turn between. */
function endOfFlat(line: readonly LinePoint[], start: number): number {
  let end = start;
  while (end + 1 < line.length && isSame(line[start]?.payout ?? 0, line[end + 1]?.payout ?? 0)) end += 1;
  return end;
}

/** Something is paid by then, and more is paid later. A floor that is paid from 0 on is no stretch between two parts. */
function liesBetweenPay(line: readonly LinePoint[], start: number, end: number): boolean {
  const payout = line[start]?.payout ?? 0;
  return (
    (line[start]?.attainment ?? 0) > 0 &&
    line.slice(0, end + 1).some((point) => point.payout > 0) &&
    line.slice(end + 1).some((point) => point.payout > payout && !isSame(point.payout, payout))
  );
}

/**
 * Payout per attainment that the stretch would have at the slope before it; after it, where a jump leads to it; and
 * between two jumps that of a line to where the second one ends.
 */
function slopeInstead(line: readonly LinePoint[], start: number, end: number): number {
  const before = slopeBetween(line[start - 1], line[start]);
  if (before > 0) return before;
  const jumpsAtEnd = line[end + 1]?.attainment === line[end]?.attainment;
  const after = jumpsAtEnd ? slopeBetween(line[end + 1], line[end + 2]) : slopeBetween(line[end], line[end + 1]);
  return after > 0 ? after : Math.max(0, slopeBetween(line[start], line[end + 1]));
}

/** 0 across a jump, across a flat part and where the line ends. */
function slopeBetween(from: LinePoint | undefined, to: LinePoint | undefined): number {
  if (from === undefined || to === undefined || from.attainment === to.attainment || isSame(from.payout, to.payout)) return 0;
  return (to.payout - from.payout) / (to.attainment - from.attainment);
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= SAME * Math.max(1, Math.abs(one));
}
