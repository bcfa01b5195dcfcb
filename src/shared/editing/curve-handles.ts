/** A payout curve as the handles a person takes hold of: where each stands, what it is called, which way it moves. */
import { compileCurve, curveTraits, factorAt, type CompiledCurve } from "../engine/index.ts";
import type { Curve, PointsCurve, TiersCurve } from "../model/scenario.ts";

export type CurveHandle = {
  /** Stays the same while the curve keeps its corners: "point-2", "tier-start-0", "tier-rate-0", "step-1", "level-1", "cap". */
  readonly id: string;
  readonly kind: "point" | "tier-start" | "tier-rate" | "step" | "level" | "cap";
  /** Threshold, Target, Excellence, Cap, Start, Point; or the name of the tier, step or level. */
  readonly name: string;
  readonly attainment: number;
  /** What the curve pays here: a handle always sits on the line, also where a cap cuts off its own payout. */
  readonly payout: number;
  readonly moves: "both" | "attainment" | "payout";
};

/** How a points curve starts to pay. */
export type ThresholdKind = "none" | "ramp" | "first-unit" | "jump";

/** How far beyond the start of the last tier its piece counts as long, for a place in its middle. */
const LAST_TIER_LENGTH = 0.5;

/**
 * The handles of a curve, left to right: one for each point, tier start, step or level in the curve's own order, then
 * one in the middle of each tier's piece for its rate, then the cap where it is reached, unless a point carries it.
 * A points curve keeps its kind of threshold while it is dragged: a ramp's threshold stays at nothing, and one from the
 * first unit stays on the line from zero; both move sideways only. Target, the point at 100 %, moves up and down only.
 */
export function curveHandles(curve: Curve): readonly CurveHandle[] {
  switch (curve.kind) {
    case "points":
      return [...pointHandles(curve), ...capHandle(curve)];
    case "tiers":
      return [...tierHandles(curve), ...capHandle(curve)];
    case "steps":
      return curve.steps.map((step, index) => ({
        id: `step-${index}`, kind: "step", name: `Step ${index + 1}`, attainment: step.from, payout: capped(curve, step.payout), moves: "both",
      }));
    case "levels":
      return curve.levels.map((level, index) => ({
        id: `level-${index}`, kind: "level", name: level.name === "" ? `Level ${index + 1}` : level.name,
        attainment: level.from, payout: capped(curve, level.payout), moves: "both",
      }));
  }
}

/**
 * How a points curve starts to pay; null for the other kinds, whose threshold is where their first corner is.
 */
export function thresholdKindOf(curve: Curve): ThresholdKind | null {
  return curve.kind === "points" ? (curveTraits(compileCurve(curve)).thresholdKind ?? "none") : null;
}

/** The point a points curve starts to pay at, above 0 %; -1 without one. */
export function thresholdIndex(curve: PointsCurve): number {
  const { threshold } = curveTraits(compileCurve(curve));
  return threshold === null || threshold === 0 ? -1 : curve.points.findLastIndex((point) => snapped(point.attainment) === threshold);
}

/** Whether a point carries the cap: the last one, above target, at exactly the cap. Moving it moves the cap. */
export function isCapPoint(curve: PointsCurve, index: number): boolean {
  const point = curve.points[index];
  return point !== undefined && index === curve.points.length - 1 && point.attainment > 1 && point.payout === curve.cap;
}

/** The same curve without its cap, compiled. */
export function compileUncapped(curve: Curve): CompiledCurve {
  return compileCurve(curve.cap === null ? curve : { ...curve, cap: null });
}

/** An attainment as the compiled form has it. */
export function snapped(attainment: number): number {
  return Math.round(attainment * 1e10) / 1e10;
}

function capped(curve: Curve, payout: number): number {
  return Math.min(payout, curve.cap ?? payout);
}

function pointHandles(curve: PointsCurve): readonly CurveHandle[] {
  const names = pointNames(curve);
  const threshold = thresholdIndex(curve);
  const kind = thresholdKindOf(curve);
  return curve.points.map((point, index) => {
    const isGround = isNeverPaid(curve, index);
    const isHeldDown = isGround || (index === threshold && kind !== "jump") || (point.attainment === 0 && point.payout === 0);
    return {
      id: `point-${index}`,
      kind: isCapPoint(curve, index) ? "cap" : "point",
      name: names[index] ?? "Point",
      attainment: point.attainment,
      payout: isGround ? 0 : capped(curve, point.payout),
      moves: isHeldDown ? "attainment" : point.attainment === 1 ? "payout" : "both",
    };
  });
}

/** The lower side of a first jump from nothing: what it says is never paid. */
function isNeverPaid({ points, below }: PointsCurve, index: number): boolean {
  return index === 0 && below === "zero" && points[1]?.attainment === points[0]?.attainment;
}

function pointNames(curve: PointsCurve): readonly string[] {
  const { points } = curve;
  const threshold = thresholdIndex(curve);
  const excellence = points.findLastIndex((point) => point.attainment === points.find((each) => each.attainment > 1)?.attainment);
  const plain = points.flatMap((_, index) => (nameOf(index) === null ? [index] : []));

  function nameOf(index: number): string | null {
    const point = points[index];
    const next = points[index + 1];
    if (point === undefined) return null;
    if (next?.attainment === point.attainment) return `Just below ${(nameOf(index + 1) ?? "point").toLowerCase()}`;
    if (point.attainment === 1) return "Target";
    if (index === threshold) return "Threshold";
    if (isCapPoint(curve, index)) return "Cap";
    if (index === excellence) return "Excellence";
    return point.attainment === 0 ? "Start" : null;
  }

  return points.map((_, index) => nameOf(index) ?? (plain.length === 1 ? "Point" : `Point ${plain.indexOf(index) + 1}`));
}

function tierHandles(curve: TiersCurve): readonly CurveHandle[] {
  const compiled = compileCurve(curve);
  const starts = curve.tiers.map((tier, index): CurveHandle => ({
    id: `tier-start-${index}`, kind: "tier-start", name: `Tier ${index + 1}`,
    attainment: tier.from, payout: factorAt(compiled, tier.from), moves: "attainment",
  }));
  const rates = curve.tiers.flatMap((_, index): readonly CurveHandle[] => {
    const attainment = tierMiddle(curve, index);
    if (attainment === null) return [];
    return [{
      id: `tier-rate-${index}`, kind: "tier-rate", name: `Rate of tier ${index + 1}`,
      attainment, payout: factorAt(compiled, attainment), moves: "payout",
    }];
  });
  return [...starts, ...rates];
}

/**
 * Where a tier's rate is taken hold of: the middle of its piece, as far as the cap lets it be seen. Null where its rate
 * changes nothing there: the cap is reached before, or an excess plan never uses it.
 */
export function tierMiddle(curve: TiersCurve, index: number): number | null {
  const tier = curve.tiers[index];
  if (tier === undefined) return null;
  const next = curve.tiers[index + 1]?.from ?? tier.from + LAST_TIER_LENGTH;
  const bend = curve.basis === "excess" && tier.from < 1 ? Math.min(next, 1) : next;
  const end = Math.min(bend, curveTraits(compileCurve(curve)).cap?.from ?? bend);
  if (end <= tier.from) return null;
  const middle = snapped((tier.from + end) / 2);
  return tierLever(curve, index, middle).perRate > 0 ? middle : null;
}

/**
 * How a tier's rate acts on the uncapped payout at an attainment: `atZero` with the rate at 0, and `perRate` more for
 * each 1 of rate.
 */
export function tierLever(curve: TiersCurve, index: number, attainment: number): { readonly atZero: number; readonly perRate: number } {
  const payoutAt = (rate: number): number =>
    factorAt(compileCurve({ ...curve, cap: null, tiers: curve.tiers.map((tier, i) => (i === index ? { ...tier, rate } : tier)) }), attainment);
  const atZero = payoutAt(0);
  return { atZero, perRate: payoutAt(1) - atZero };
}

function capHandle(curve: PointsCurve | TiersCurve): readonly CurveHandle[] {
  const { cap } = curveTraits(compileCurve(curve));
  if (cap === null || (curve.kind === "points" && isCapPoint(curve, curve.points.length - 1))) return [];
  return [{ id: "cap", kind: "cap", name: "Cap", attainment: cap.from, payout: cap.payout, moves: "payout" }];
}
