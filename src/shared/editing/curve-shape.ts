/** Reshaping a curve by a menu: how it starts to pay, its cap, how its tiers count. */
import { compileCurve, curveTraits } from "../engine/index.ts";
import { PARAMETERS, withinBounds } from "../model/parameters.ts";
import type { Curve, CurvePoint, PointsCurve, TiersCurve } from "../model/scenario.ts";
import { snapped, thresholdKindOf, type ThresholdKind } from "./curve-handles.ts";
import { wholePercent, withoutDust } from "./move-handle.ts";

/** Where a threshold is put, as a share of the attainment of the point after it. */
const FIRST_THRESHOLD = 0.7;

/**
 * The curve with another start: from zero without a threshold; a ramp, which pays nothing at the threshold and climbs;
 * from the first unit, which pays at the threshold as if the line came from zero; a jump, which pays a lump there —
 * half of what the first unit would — and then climbs. Points above the threshold stay. A curve without a threshold
 * gets one at 70 % of its first point. Only points curves have this choice; others stay as they are.
 */
export function withThresholdKind(curve: Curve, kind: ThresholdKind): Curve {
  const current = thresholdKindOf(curve);
  if (curve.kind !== "points" || current === null || current === kind) return curve;
  const { threshold, after } = partsAround(curve, current);
  const next = after[0];
  if (next === undefined) return curve;
  return { ...curve, below: "zero", points: [startPoint(kind, threshold, next), ...after] };
}

/** Where the curve starts to pay, or would, and the points above that. */
function partsAround(curve: PointsCurve, current: ThresholdKind): { readonly threshold: number; readonly after: readonly CurvePoint[] } {
  const paysFrom = curveTraits(compileCurve(curve)).threshold ?? 0;
  const above = curve.points.filter((point) => snapped(point.attainment) > paysFrom);
  if (current !== "none" && above.length > 0) return { threshold: paysFrom, after: above };
  const last = curve.points.at(-1);
  const after = above.length > 0 || last === undefined ? above : [{ attainment: last.attainment > 0 ? last.attainment : 1, payout: last.payout }];
  const next = after[0]?.attainment ?? 1;
  const rounded = wholePercent(next * FIRST_THRESHOLD);
  return { threshold: rounded > 0 && rounded < next ? rounded : next * FIRST_THRESHOLD, after };
}

function startPoint(kind: ThresholdKind, threshold: number, next: CurvePoint): CurvePoint {
  const fromZero = withoutDust((next.payout * threshold) / next.attainment);
  switch (kind) {
    case "none":
      return { attainment: 0, payout: 0 };
    case "ramp":
      return { attainment: threshold, payout: 0 };
    case "first-unit":
      return { attainment: threshold, payout: fromZero };
    case "jump":
      return { attainment: threshold, payout: Math.max(0.01, wholePercent(fromZero / 2)) };
  }
}

/**
 * The curve with another cap: the most it pays, whatever its corners say. Corners above it stay, unseen, and show
 * again when the cap is raised or removed.
 * @param cap payout factor, limited to 0–100; null = uncapped
 */
export function withCap<Kind extends Curve>(curve: Kind, cap: number | null): Kind {
  const next = cap === null ? null : withinBounds(PARAMETERS.cap, cap);
  return next === curve.cap ? curve : { ...curve, cap: next };
}

/**
 * Tiers that count in another way. Starts and rates stay, so what they pay changes. Other kinds stay as they are.
 */
export function withTierBasis(curve: Curve, basis: TiersCurve["basis"]): Curve {
  return curve.kind !== "tiers" || curve.basis === basis ? curve : { ...curve, basis };
}
