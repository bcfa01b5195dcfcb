/** From where down a cap that a plan does not have would bind. */
import { attainmentBelowWhich, compileCurve, evaluateRole, factorAt } from "../../engine/index.ts";
import { withCap } from "../../editing/index.ts";
import { PARAMETERS } from "../../model/parameters.ts";
import type { Curve, Kpi, Role, Scenario } from "../../model/scenario.ts";
import { WHOLE } from "../../units/basis-points.ts";

/** The share of people that stay below what is looked at as the most anybody reaches. */
const NEARLY_ALL = 0.9999;
/** Steps of a ratio, hundredths of a percent. */
const STEPS = 10_000;

/**
 * The most a KPI pays without its cap, a payout factor rounded up to a step: at its corners, at its excellence, and where one
 * person in 10,000 stands; 100 at most.
 */
export function capBindsFrom(kpi: Kpi, curve: Curve): number {
  const uncapped = compileCurve(withCap(curve, null));
  return upToStep(Math.max(...uncapped.at, ...uncapped.below, factorAt(uncapped, farAttainment(kpi))), PARAMETERS.cap.max);
}

/**
 * The most a plan pays without its cap, a multiple of target incentive rounded up to a step: every KPI with weight at the most it
 * pays, or everybody where one person in 10,000 stands if links make that more; 100 at most.
 */
export function planCapBindsFrom(role: Role, scenario: Scenario): number {
  const { targetIncentive, incentive } = evaluateRole({ ...role, payoutCap: null }, scenario, farAttainment);
  const atMost = role.kpis.reduce((sum, kpi) => sum + (kpi.curve === null ? 0 : (kpi.weight / WHOLE) * (kpi.curve.cap ?? capBindsFrom(kpi, kpi.curve))), 0);
  return upToStep(Math.max(atMost, targetIncentive === 0 ? 0 : incentive / targetIncentive), PARAMETERS.payoutCap.max);
}

function farAttainment({ outlook, excellence }: Kpi): number {
  return Math.max(excellence, outlook.shape === "empirical" ? Math.max(...outlook.attainments) : attainmentBelowWhich(outlook, NEARLY_ALL));
}

function upToStep(value: number, most: number): number {
  return Math.min(most, Math.ceil(value * STEPS - DUST) / STEPS);
}

/** The last bits of a factor × its steps. */
const DUST = 1e-6;
