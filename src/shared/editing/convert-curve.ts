/** The same payouts in another kind of curve: exactly where that kind can, otherwise as near as it gets. */
import { compileCurve, factorAt, type CompiledCurve } from "../engine/index.ts";
import { PARAMETERS, withinBounds } from "../model/parameters.ts";
import type { Curve, CurveKind, CurvePoint, CurveStep, CurveTier, PointsCurve, TiersCurve } from "../model/scenario.ts";
import { addHandle } from "./add-remove-handle.ts";
import { compileUncapped } from "./curve-handles.ts";
import { MOST_CORNERS } from "../model/limits.ts";
import { withoutDust } from "./move-handle.ts";

const SAME = 1e-9;

/** Where a sloping line gets a step when it is turned into a staircase, beside its own corners. */
const STAIRS = [0.5, 0.75, 1, 1.25, 1.5];

/** How far beyond its last corner a line that goes on is shown by one more point. */
const BEYOND = 0.5;

/**
 * A curve as another kind. Points take every staircase and every tier table as they are; tiers take lines without
 * jumps (marginal) and lines from zero (whole); steps and levels take staircases. Anything else comes near: tiers and
 * points pay the same at every corner, a staircase pays the same at its steps. The cap stays. Names of levels do not
 * survive another kind.
 * @returns `exact` where both pay the same at every attainment
 */
export function convertCurve(curve: Curve, toKind: CurveKind): { readonly curve: Curve; readonly exact: boolean } {
  if (curve.kind === toKind) return { curve, exact: true };
  const converted = convertedTo(curve, toKind);
  return { curve: converted, exact: paysTheSame(curve, converted) };
}

/** Whether two curves pay the same at every attainment from 0 to 100, but for the last bits of a computation. */
export function paysTheSame(one: Curve, other: Curve): boolean {
  const a = compileCurve(one);
  const b = compileCurve(other);
  const corners = [...new Set([...a.x, ...b.x, PARAMETERS.attainment.max])];
  return corners.every((x) => (["at", "below"] as const).every((side) => Math.abs(factorAt(a, x, side) - factorAt(b, x, side)) < SAME));
}

function convertedTo(curve: Curve, toKind: CurveKind): Curve {
  switch (toKind) {
    case "points":
      return pointsOf(curve);
    case "tiers":
      return tiersOf(curve);
    case "steps":
      return { kind: "steps", cap: curve.cap, steps: stepsOf(curve) };
    case "levels":
      return { kind: "levels", cap: curve.cap, levels: stepsOf(curve).map((step, index) => ({ name: `Level ${index + 1}`, ...step })) };
  }
}

function bounded(payout: number): number {
  return withinBounds(PARAMETERS.payout, withoutDust(payout));
}

/** Segments from where the curve starts to pay; the first one of a curve that never does. */
function payingFrom({ x, at, slope }: CompiledCurve): number {
  return Math.max(0, x.findIndex((_, index) => (at[index] ?? 0) > 0 || (slope[index] ?? 0) > 0));
}

function pointsOf(curve: Curve): Curve {
  const compiled = compileUncapped(curve);
  const { x, below, at, slope } = compiled;
  const start = payingFrom(compiled);
  const points = x.slice(start).flatMap((attainment, offset): readonly CurvePoint[] => {
    const index = start + offset;
    const corner = { attainment, payout: bounded(at[index] ?? 0) };
    const lower = bounded(below[index] ?? 0);
    // Below the first point nothing is paid anyway; a jump there needs no lower side.
    return offset === 0 || lower === corner.payout ? [corner] : [{ attainment, payout: lower }, corner];
  });
  const last = x.length - 1;
  const rise = slope[last] ?? 0;
  const end = x[last] ?? 0;
  const beyond = end < 1 ? 1 : Math.min(end + BEYOND, PARAMETERS.attainment.max);
  if (rise > 0 && beyond > end) points.push({ attainment: beyond, payout: bounded((at[last] ?? 0) + rise * (beyond - end)) });
  const fitting = points.length <= MOST_CORNERS ? points : points.filter((point, index) => points[index + 1]?.attainment !== point.attainment).slice(0, MOST_CORNERS);
  const converted: PointsCurve = { kind: "points", below: "zero", above: rise > 0 ? "extend" : "flat", cap: curve.cap, points: fitting };
  return addHandle(converted, { attainment: 1, payout: factorAt(compileCurve(converted), 1) });
}

function tiersOf(curve: Curve): TiersCurve {
  const compiled = compileUncapped(curve);
  const candidates = [
    tierTable("marginal", curve.cap, slopeTiers(compiled)),
    tierTable("whole", curve.cap, ratioTiers(compiled)),
  ];
  return candidates.find((candidate) => paysTheSame(curve, candidate)) ?? tierTable("marginal", curve.cap, chordTiers(compiled));
}

/** Tiers without those that repeat the rate before them; a table needs one. */
function tierTable(basis: TiersCurve["basis"], cap: number | null, tiers: readonly CurveTier[]): TiersCurve {
  const rated = tiers.map((tier) => ({ ...tier, rate: withinBounds(PARAMETERS.rate, withoutDust(tier.rate)) }));
  const changing = rated.filter((tier, index) => tier.rate !== (rated[index - 1]?.rate ?? 0)).slice(0, MOST_CORNERS);
  return { kind: "tiers", basis, cap, tiers: changing.length > 0 ? changing : [{ from: 0, rate: 0 }] };
}

function slopeTiers({ x, slope }: CompiledCurve): readonly CurveTier[] {
  return x.map((from, index) => ({ from, rate: slope[index] ?? 0 }));
}

function ratioTiers({ x, at, slope }: CompiledCurve): readonly CurveTier[] {
  return x.map((from, index) => ({ from, rate: from === 0 ? (slope[index] ?? 0) : (at[index] ?? 0) / from }));
}

/** The rates of straight lines from corner to corner, starting from nothing at zero. */
function chordTiers({ x, at, slope }: CompiledCurve): readonly CurveTier[] {
  const corners = [{ x: 0, at: 0 }, ...x.map((from, index) => ({ x: from, at: at[index] ?? 0 })).filter((corner) => corner.x > 0)];
  return corners.map((corner, index) => {
    const next = corners[index + 1];
    return { from: corner.x, rate: next === undefined ? (slope.at(-1) ?? 0) : (next.at - corner.at) / (next.x - corner.x) };
  });
}

function stepsOf(curve: Curve): readonly CurveStep[] {
  const compiled = compileCurve(curve);
  const start = compiled.x[payingFrom(compiled)] ?? 0;
  const isStaircase = compiled.slope.every((slope) => slope === 0);
  const places = isStaircase ? compiled.x : [...new Set([...compiled.x, ...STAIRS])].toSorted((one, other) => one - other);
  const steps = places.filter((from) => from >= start).map((from) => ({ from, payout: bounded(factorAt(compiled, from)) }));
  const changing = steps.filter((step, index) => step.payout !== (steps[index - 1]?.payout ?? 0)).slice(0, MOST_CORNERS);
  return changing.length > 0 ? changing : [{ from: start, payout: 0 }];
}
