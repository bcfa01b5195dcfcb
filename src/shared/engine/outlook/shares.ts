/** How many people of a KPI stay below its threshold, reach target, reach excellence: in closed form. */
import type { Kpi, Role } from "../../model/scenario.ts";
import { curveTraits } from "../curve/traits.ts";
import { planOf } from "../plan.ts";
import { distributionOf, shareBelow } from "./distribution.ts";
import type { AttainmentShares } from "./outcome.ts";

/**
 * Shares of people, 0 to 1, over where the outlook says they land (docs/compensation-model.md, "The Cost place's sliders and
 * presets"). Who stands exactly on a point has reached it.
 * @param kpi one of the role's; where it has no curve of its own, is paid by a matrix, pays from 0 on or never, there is no
 *   threshold to stay below
 */
export function attainmentShares(role: Role, kpi: Kpi): AttainmentShares {
  const distribution = distributionOf(kpi.outlook);
  const threshold = thresholdOf(role, kpi);
  return {
    belowThreshold: threshold === null ? null : shareBelow(distribution, threshold),
    atTarget: 1 - shareBelow(distribution, 1),
    atExcellence: 1 - shareBelow(distribution, kpi.excellence),
  };
}

function thresholdOf(role: Role, kpi: Kpi): number | null {
  const planned = planOf(role).kpis[role.kpis.findIndex((each) => each.id === kpi.id)];
  if (planned === undefined || planned.curve === null || planned.matrix !== null) return null;
  const { threshold } = curveTraits(planned.curve);
  return threshold === 0 ? null : threshold;
}
