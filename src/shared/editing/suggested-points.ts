/** Puts a KPI's threshold and excellence where they are suggested. */
import { compileCurve, curveTraits } from "../engine/index.ts";
import type { Curve, Kpi } from "../model/scenario.ts";
import { curveHandles } from "./curve-handles.ts";
import { setHandle } from "./move-handle.ts";
import type { SuggestedPoints } from "./outlook.ts";

/**
 * The KPI with the suggested excellence, and the threshold of its curve moved as far towards the suggested one as its
 * neighbours allow. A curve that pays from 0 on, or never, keeps its shape. The same KPI where nothing changes.
 */
export function withSuggestedPoints(kpi: Kpi, { threshold, excellence }: SuggestedPoints): Kpi {
  const curve = kpi.curve === null ? null : withThreshold(kpi.curve, threshold);
  return curve === kpi.curve && excellence === kpi.excellence ? kpi : { ...kpi, curve, excellence };
}

function withThreshold(curve: Curve, attainment: number): Curve {
  const { threshold } = curveTraits(compileCurve(curve));
  if (threshold === null || threshold === 0) return curve;
  const handle = curveHandles(curve).findLast((each) => each.attainment === threshold && each.moves !== "payout");
  return handle === undefined ? curve : setHandle(curve, handle.id, { attainment, payout: handle.payout });
}
