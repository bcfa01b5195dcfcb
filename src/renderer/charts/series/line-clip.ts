/** A line cut to the attainments that are drawn. */
import type { LinePoint } from "#shared/engine/outcome.ts";

function between(from: LinePoint, to: LinePoint, attainment: number): LinePoint {
  const share = (attainment - from.attainment) / (to.attainment - from.attainment);
  return { attainment, payout: from.payout + share * (to.payout - from.payout) };
}

/**
 * The part of a line between two attainments, both included, with corners where it is cut.
 * @param line ascending corners; where it ends before an edge, so does the part
 */
export function clipLine(line: readonly LinePoint[], from: number, to: number): readonly LinePoint[] {
  const part: LinePoint[] = [];
  line.forEach((point, index) => {
    const before = line[index - 1];
    if (before !== undefined && before.attainment < from && point.attainment > from) part.push(between(before, point, from));
    if (before !== undefined && before.attainment < to && point.attainment > to) part.push(between(before, point, to));
    if (point.attainment >= from && point.attainment <= to) part.push(point);
  });
  return part;
}

/** What a line pays at an attainment; at a jump, what applies from there on. null outside the line. */
export function payoutOn(line: readonly LinePoint[], attainment: number): number | null {
  const after = line.findIndex((point) => point.attainment > attainment);
  const from = after === -1 ? line.at(-1) : line[after - 1];
  const to = after === -1 ? undefined : line[after];
  if (from === undefined) return null;
  if (from.attainment === attainment) return from.payout;
  return to === undefined ? null : between(from, to, attainment).payout;
}

/** Payouts this close are one. */
const SAME = 1e-9;

/** Whether two lines pay the same everywhere: one may have more corners. Jumps must be at the same attainments. */
export function runsAlong(a: readonly LinePoint[], b: readonly LinePoint[]): boolean {
  return cornersOn(a, b) && cornersOn(b, a);
}

function cornersOn(corners: readonly LinePoint[], line: readonly LinePoint[]): boolean {
  return corners.every(({ attainment, payout }) => {
    const on = line.filter((point) => point.attainment === attainment).map((point) => point.payout);
    const pays = on.length > 0 ? on : [payoutOn(line, attainment) ?? Infinity];
    return pays.some((other) => Math.abs(other - payout) <= SAME);
  });
}

/** Whether two lines have the same corners. */
export function sameLine(a: readonly LinePoint[] | null, b: readonly LinePoint[] | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.length !== b.length) return false;
  return a.every((point, index) => point.attainment === b[index]?.attainment && point.payout === b[index]?.payout);
}
