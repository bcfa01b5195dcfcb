/** Changes of where the people of one KPI land: the shape of their spread. */
import { distributionOf, meanAttainment, type ShapedOutlook } from "../engine/index.ts";
import { PARAMETERS, withinBounds } from "../model/parameters.ts";
import type { KpiOutlook } from "../model/scenario.ts";

/**
 * The outlook in another shape. A list of attainments hands on its mean and its standard deviation over all people
 * (√(mean of the squares − square of the mean)), to a hundredth of a point; a shape keeps its mean and spread.
 */
export function withShape(outlook: KpiOutlook, shape: ShapedOutlook["shape"]): ShapedOutlook {
  if (outlook.shape !== "empirical") return outlook.shape === shape ? outlook : { ...outlook, shape };
  const mean = meanAttainment(distributionOf(outlook));
  const variance = outlook.attainments.reduce((sum, each) => sum + (each - mean) * (each - mean), 0) / outlook.attainments.length;
  return { shape, mean: withinBounds(PARAMETERS.mean, hundredths(mean)), spread: withinBounds(PARAMETERS.spread, hundredths(Math.sqrt(variance))) };
}

function hundredths(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
