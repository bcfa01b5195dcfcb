/** Where people land, moved as a whole: every average by the same points, every spread by the same factor. */
import { PARAMETERS, withinBounds } from "../../model/parameters.ts";
import type { KpiOutlook } from "../../model/scenario.ts";

/** Mean of the attainments as they are given, before they are cut at 0 and 100. */
export function averageOf(outlook: KpiOutlook): number {
  return outlook.shape === "empirical" ? meanOf(outlook.attainments) : outlook.mean;
}

/** Standard deviation of the attainments as they are given. */
export function spreadOf(outlook: KpiOutlook): number {
  if (outlook.shape !== "empirical") return outlook.spread;
  const mean = meanOf(outlook.attainments);
  return Math.sqrt(meanOf(outlook.attainments.map((each) => (each - mean) * (each - mean))));
}

/** The outlook with its mean, or each of its attainments, moved by so much; within the bounds of a file. */
export function averageMoved(outlook: KpiOutlook, by: number): KpiOutlook {
  if (outlook.shape === "empirical") return { ...outlook, attainments: outlook.attainments.map((each) => withinBounds(PARAMETERS.attainment, each + by)) };
  return { ...outlook, mean: withinBounds(PARAMETERS.mean, outlook.mean + by) };
}

/** The outlook with its spread, or how far each of its attainments is from their mean, times a factor; within the bounds of a file. */
export function spreadScaled(outlook: KpiOutlook, times: number): KpiOutlook {
  if (outlook.shape !== "empirical") return { ...outlook, spread: withinBounds(PARAMETERS.spread, outlook.spread * times) };
  const mean = meanOf(outlook.attainments);
  return { ...outlook, attainments: outlook.attainments.map((each) => withinBounds(PARAMETERS.attainment, mean + (each - mean) * times)) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
