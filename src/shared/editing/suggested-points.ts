/** Puts a KPI's threshold and excellence where they are suggested. */
import { compileCurve, curveTraits } from "../engine/index.ts";
import type { Curve, Kpi } from "../model/scenario.ts";
import { curveHandles, snapped } from "./curve-handles.ts";
import { moveHandle } from "./move-handle.ts";
import type { SuggestedPoints } from "./outlook.ts";

/**
 * The KPI with the suggested excellence, and the threshold of its curve moved at once as near to the suggested one as its
 * neighbours allow: 1 % before them, as by hand, so that corners neither meet nor pass each other. A curve that pays from 0 on, or
 * never, keeps its shape. Suggested once more, nothing changes: the same KPI.
 * @param points attainments in whole percents; a threshold of null stays where it is
 */
export function withSuggestedPoints(kpi: Kpi, { threshold, excellence }: SuggestedPoints): Kpi {
  const curve = kpi.curve === null || threshold === null ? kpi.curve : withThreshold(kpi.curve, threshold);
  return curve === kpi.curve && excellence === kpi.excellence ? kpi : { ...kpi, curve, excellence };
}

/** Where a curve starts to pay, an attainment; null where it pays from 0 on, or never. */
export function thresholdOf(curve: Curve | null): number | null {
  const threshold = curve === null ? null : curveTraits(compileCurve(curve)).threshold;
  return threshold === 0 ? null : threshold;
}

function withThreshold(curve: Curve, attainment: number): Curve {
  const threshold = thresholdOf(curve);
  if (threshold === null) return curve;
  const handle = curveHandles(curve).findLast((each) => snapped(each.attainment) === threshold && each.moves !== "payout");
  if (handle === undefined) return curve;
  const moved = moveHandle(curve, handle.id, { attainment, payout: handle.payout });
  const reached = thresholdOf(moved);
  const place = curveHandles(moved).find((each) => each.id === handle.id)?.attainment;
  // Where tiers pay for the excess over target, one that comes to the other side of it no longer is where pay starts.
  return reached === threshold || place === undefined || snapped(place) !== reached ? curve : moved;
}
